using System.Globalization;
using NodaTime;

namespace CompModel;

/// <summary>
/// A month, quarter, half or whole of a plan year: what attainment is measured over and pay is earned in.
/// Half-open; whole weeks in a year of weeks.
/// </summary>
public readonly record struct MeasurementPeriod
{
    internal MeasurementPeriod(PlanYear year, Frequency frequency, int number)
    {
        if (!Enum.IsDefined(frequency))
            throw new ArgumentOutOfRangeException(nameof(frequency), frequency, "A year is cut into 1, 2, 4 or 12 periods.");
        if (number < 1 || number > (int)frequency)
        {
            throw new ArgumentOutOfRangeException(
                nameof(number), number, $"A year has {(int)frequency} {frequency} period(s), counted from 1.");
        }
        Year = year;
        Frequency = frequency;
        Number = number;
    }

    /// <summary>The plan year it belongs to.</summary>
    public PlanYear Year { get; }

    /// <summary>How often such a period recurs.</summary>
    public Frequency Frequency { get; }

    /// <summary>Its place in the year, from 1.</summary>
    public int Number { get; }

    /// <summary>The first day.</summary>
    public LocalDate Start => Year.MonthBoundary((Number - 1) * MonthsEach);

    /// <summary>The day after the last.</summary>
    public LocalDate End => Year.MonthBoundary(Number * MonthsEach);

    /// <summary>Its days.</summary>
    public DateRange Days => new(Start, End);

    /// <summary>"Q3 2026", "H1 FY2027", "M05 2026", or the year's own name.</summary>
    public string Name => Frequency switch
    {
        Frequency.Annual => Year.Name,
        Frequency.SemiAnnual => $"H{Number} {Year.Name}",
        Frequency.Quarterly => $"Q{Number} {Year.Name}",
        _ => string.Create(CultureInfo.InvariantCulture, $"M{Number:00} {Year.Name}"),
    };

    private int MonthsEach => 12 / (int)Frequency;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
