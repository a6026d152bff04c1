using NodaTime;

namespace CompModel;

// Service from its inception on, measured in months or days by a ServiceCount. The nth boundary is computed from the inception, never from the one before.
internal sealed class ServiceClock(LocalDate inception, ServiceCount count)
{
    /// <summary>Months from inception to the start of a date; every month alike, every day in it alike. Zero before inception.</summary>
    internal Rational MonthsTo(LocalDate date)
    {
        if (date <= inception)
            return 0;
        int months = (12 * (date.Year - inception.Year)) + date.Month - inception.Month;
        if (inception.PlusMonths(months) > date)
            months--;
        LocalDate begun = inception.PlusMonths(months);
        return months + ((Rational)Period.DaysBetween(begun, date) / Period.DaysBetween(begun, inception.PlusMonths(months + 1)));
    }

    /// <summary>
    /// The fraction of the service up to a vesting date that is rendered at the end of a date. The day before vesting ends the service: on it the fraction is one.
    /// </summary>
    internal Rational Rendered(LocalDate on, LocalDate vests)
    {
        if (on < inception)
            return 0;
        LocalDate after = on.PlusDays(1);
        if (after >= vests)
            return 1;
        return count switch
        {
            ServiceCount.EqualMonths => MonthsTo(after) / MonthsTo(vests),
            ServiceCount.EqualDays => (Rational)Period.DaysBetween(inception, after) / Period.DaysBetween(inception, vests),
            ServiceCount.WholeMonths => Rational.Of(MonthsTo(after).Floor(), 1) / MonthsTo(vests),
            _ => throw new InvalidOperationException($"Unknown count of service {count}."),
        };
    }
}
