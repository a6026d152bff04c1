using NodaTime;

namespace CompModel;

/// <summary>
/// A benefit at a stated value a year: a health premium paid, a meal allowance. What it is worth to the person and what it costs the employer may differ. The value stated is that
/// of the calendar year of the start; each 1 January it grows. A month counts a twelfth of its year's value, a part of a month by its days, as salary does. It is no wage:
/// neither taxed here nor matched. Immutable.
/// </summary>
public sealed record Benefit
{
    private Benefit(string name, Money value, Money cost, Rational growth) => (Name, Value, Cost, Growth) = (name, value, cost, growth);

    /// <summary>A benefit that costs the employer what it is worth. Throws below zero and for a blank name.</summary>
    public static Benefit Of(string name, Money valueAYear)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new(name, Checked(nameof(valueAYear), valueAYear), valueAYear, Rational.Zero);
    }

    /// <summary>What it is.</summary>
    public string Name { get; }

    /// <summary>What a full year of it is worth to the person, in the year of the start.</summary>
    public Money Value { get; }

    /// <summary>What a full year of it costs the employer, in the year of the start; the value unless said.</summary>
    public Money Cost { get; }

    /// <summary>The growth of both from one calendar year to the next, a fraction above −1; zero unless said.</summary>
    public Rational Growth { get; }

    /// <summary>A copy that costs the employer another sum a year. Throws below zero and in another currency.</summary>
    public Benefit Costing(Money aYear) => aYear.Currency == Value.Currency
        ? new(Name, Value, Checked(nameof(aYear), aYear), Growth)
        : throw new ArgumentException($"Benefit '{Name}' is worth {Value}; its cost is {aYear}.", nameof(aYear));

    /// <summary>A copy that grows each 1 January. Throws at or below −1 (−100 %), and above 1.</summary>
    public Benefit Growing(Rational aYear) => aYear > -1 && aYear <= Rational.One
        ? new(Name, Value, Cost, aYear)
        : throw new ArgumentOutOfRangeException(nameof(aYear), aYear, $"Growth is above -1 and at most 1 (100 %) a year; write {aYear} % as {aYear}.Percent.");

    /// <summary>The years' worth of the first year's value that falls on the days of a span from the start on.</summary>
    internal Rational Years(LocalDate start, DateRange span)
    {
        (Rational sum, Rational grown) = (Rational.Zero, Rational.One);
        for (int year = start.Year; year <= span.End.Year; year++)
        {
            DateRange days = span.Intersect(new(start, LocalDate.MaxIsoValue));
            sum += grown * Seasonality.EqualMonths.Share(PlanYear.Calendar(year), days);
            grown *= 1 + Growth;
        }
        return sum;
    }

    /// <summary>"health premium: 12,000.00 USD a year".</summary>
    public override string ToString() => $"{Name}: {Value} a year";

    private static Money Checked(string parameter, Money money) =>
        money.Value >= 0 ? money : throw new ArgumentOutOfRangeException(parameter, money, "A benefit is worth, and costs, at least zero.");
}
