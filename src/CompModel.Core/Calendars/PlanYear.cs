using System.Globalization;
using NodaTime;

namespace CompModel;

/// <summary>
/// The year a plan runs for: the calendar year, or twelve months from any first day. Cut into months, quarters and halves, each boundary
/// computed from the first day, never from the boundary before. Throws for a first day after the 28th, from which months have no fixed boundary.
/// </summary>
public readonly record struct PlanYear
{
    private PlanYear(LocalDate start) => Start = start;

    /// <summary>The first day.</summary>
    public LocalDate Start { get; }

    /// <summary>The day after the last.</summary>
    public LocalDate End => Start.PlusMonths(12);

    /// <summary>All its days.</summary>
    public DateRange Days => new(Start, End);

    /// <summary>"2026" for a calendar year, "FY2027" for one that ends in 2027.</summary>
    public string Name => Start is { Month: 1, Day: 1 }
        ? Start.Year.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"FY{End.PlusDays(-1).Year}");

    /// <summary>1 January to 31 December.</summary>
    public static PlanYear Calendar(int year) => new(new LocalDate(year, 1, 1));

    /// <summary>Twelve months from a first day: a fiscal year.</summary>
    public static PlanYear Starting(LocalDate start) =>
        start.Day <= 28
            ? new PlanYear(start)
            : throw new ArgumentOutOfRangeException(nameof(start), start, "A plan year starts on one of the first 28 days of a month.");

    /// <summary>The nth month, 1 to 12.</summary>
    public MeasurementPeriod Month(int number) => Period(Frequency.Monthly, number);

    /// <summary>The nth quarter, 1 to 4.</summary>
    public MeasurementPeriod Quarter(int number) => Period(Frequency.Quarterly, number);

    /// <summary>The nth half, 1 or 2.</summary>
    public MeasurementPeriod Half(int number) => Period(Frequency.SemiAnnual, number);

    /// <summary>The year as a period.</summary>
    public MeasurementPeriod Whole => Period(Frequency.Annual, 1);

    /// <summary>The nth period of a frequency, counted from 1. Throws outside 1 to the number of periods in a year.</summary>
    public MeasurementPeriod Period(Frequency frequency, int number) => new(this, frequency, number);

    /// <summary>All periods of a frequency, in order; together they are the year.</summary>
    public MeasurementPeriod[] Periods(Frequency frequency)
    {
        PlanYear year = this;
        return [.. Enumerable.Range(1, (int)frequency).Select(number => year.Period(frequency, number))];
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
