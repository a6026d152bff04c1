namespace CompModel;

/// <summary>Which days of a leave are paid at the average.</summary>
public enum LeaveDays
{
    /// <summary>Monday to Friday.</summary>
    Weekdays,

    /// <summary>Every day.</summary>
    Calendar,
}

/// <summary>
/// Commission that goes on during a leave: the average of a day, for each day away. The average is what was earned over a number of days before the leave, divided by
/// that number. Holidays are not known here. Throws for an average below zero and for no day.
/// </summary>
public sealed record LeavePay
{
    /// <summary>An average: commission earned over a number of calendar days.</summary>
    public LeavePay(Money commission, int overDays, LeaveDays counted = LeaveDays.Weekdays)
    {
        if (commission.Value < 0)
            throw new ArgumentOutOfRangeException(nameof(commission), commission, "An average commission is at least zero.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(overDays);
        Commission = commission;
        OverDays = overDays;
        Counted = counted;
    }

    /// <summary>What was earned over the days of the average.</summary>
    public Money Commission { get; }

    /// <summary>The number of calendar days.</summary>
    public int OverDays { get; }

    /// <summary>Which days away are paid.</summary>
    public LeaveDays Counted { get; }

    /// <summary>What one day away pays, exactly.</summary>
    public Amount Daily => (Amount)Commission / OverDays;

    /// <summary>How many days of a span are paid.</summary>
    internal int DaysIn(DateRange span)
    {
        if (Counted == LeaveDays.Calendar)
            return span.Days;
        int count = 0;
        for (NodaTime.LocalDate day = span.Start; day < span.End; day = day.PlusDays(1))
            count += day.DayOfWeek is NodaTime.IsoDayOfWeek.Saturday or NodaTime.IsoDayOfWeek.Sunday ? 0 : 1;
        return count;
    }
}
