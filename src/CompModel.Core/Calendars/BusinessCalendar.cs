using NodaTime;

namespace CompModel;

/// <summary>
/// Which days are business days: neither of the weekend nor a holiday. Holidays are inputs, because they differ by country, exchange and year.
/// Immutable; the verbs answer changed copies. Unlike a <see cref="PayCalendar"/> it knows no period and no rule: it only counts and moves dates.
/// </summary>
public sealed class BusinessCalendar
{
    private readonly HashSet<LocalDate> holidays;
    private readonly HashSet<IsoDayOfWeek> weekend;

    private BusinessCalendar(HashSet<LocalDate> holidays, HashSet<IsoDayOfWeek> weekend) => (this.holidays, this.weekend) = (holidays, weekend);

    /// <summary>Monday to Friday, without a holiday.</summary>
    public static BusinessCalendar MondayToFriday { get; } = new([], [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday]);

    /// <summary>A copy in which these dates, beside those there already, are no business days.</summary>
    public BusinessCalendar WithHolidays(params IEnumerable<LocalDate> dates) => new([.. holidays, .. dates], weekend);

    /// <summary>A copy with another weekend than Saturday and Sunday; none is allowed. Throws for a whole week.</summary>
    public BusinessCalendar WithWeekend(params IEnumerable<IsoDayOfWeek> days)
    {
        HashSet<IsoDayOfWeek> set = [.. days];
        if (set.FirstOrDefault(day => day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday, IsoDayOfWeek.Monday) is var bad and not (>= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday))
            throw new ArgumentOutOfRangeException(nameof(days), bad, "A weekday is one from Monday to Sunday.");
        if (set.Count == 7)
            throw new ArgumentException("A week has at least one business day.", nameof(days));
        return new(holidays, set);
    }

    /// <summary>Whether a day is neither of the weekend nor a holiday.</summary>
    public bool IsBusinessDay(LocalDate date) => !weekend.Contains(date.DayOfWeek) && !holidays.Contains(date);

    /// <summary>The day itself where it is a business day, otherwise the next one.</summary>
    public LocalDate OnOrAfter(LocalDate date) => Nearest(date, 1);

    /// <summary>The day itself where it is a business day, otherwise the last one before.</summary>
    public LocalDate OnOrBefore(LocalDate date) => Nearest(date, -1);

    /// <summary>The nth business day after a day, which itself never counts. Throws below 1; see <see cref="OnOrAfter"/>.</summary>
    public LocalDate After(LocalDate date, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        for (int left = count; left > 0; left--)
            date = OnOrAfter(date.PlusDays(1));
        return date;
    }

    private LocalDate Nearest(LocalDate date, int step)
    {
        while (!IsBusinessDay(date))
            date = date.PlusDays(step);
        return date;
    }
}
