using System.Globalization;

namespace CompModel;

/// <summary>
/// Rates of payroll tax by calendar year, as fractions of wages (1 is 100 %), each with its source: inputs, never constants. <see cref="UnitedStates"/> is the table
/// that ships, 2022 to 2026. Immutable. The amounts from or up to which rates hold are <see cref="PayrollLimits"/>; <see cref="UnitedStatesTaxes"/> makes taxes of both.
/// </summary>
public sealed class PayrollRates
{
    private readonly DatedFigures<PayrollRate, Rational> figures;

    private PayrollRates(DatedFigures<PayrollRate, Rational> figures) => this.figures = figures;

    /// <summary>The rates of the years 2022 to 2026: IRS Publication 15 of each year and the Internal Revenue Code.</summary>
    public static PayrollRates UnitedStates { get; } = Parse(DatedFigures<PayrollRate, Rational>.Shipped("us-payroll-rates.csv"));

    /// <summary>
    /// A table from CSV text whose first line is <c>name,year,rate,source</c>: <c>supplemental,2027,22 %,my estimate</c>.
    /// Throws <see cref="FormatException"/> with the line, what was found and what is expected.
    /// </summary>
    public static PayrollRates Parse(string csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        return new(DatedFigures<PayrollRate, Rational>.Parse(csv, "rate", Read));
    }

    /// <summary>The rate of a year. Throws <see cref="ArgumentOutOfRangeException"/> for a year that is not there, naming those that are.</summary>
    public Rational At(PayrollRate rate, int year) => figures.At(rate, year).Value;

    /// <summary>Which publication, law or estimate a rate is from. Throws as <see cref="At"/> does.</summary>
    public string SourceOf(PayrollRate rate, int year) => figures.At(rate, year).Source;

    /// <summary>A copy with a rate more, or another in its place. Throws outside 0 to 1, without a source, and for years outside 1900 to 2199.</summary>
    public PayrollRates With(PayrollRate rate, int year, Rational fraction, string source)
    {
        if (fraction.Sign < 0 || fraction > 1)
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "A tax rate is a fraction of wages, from 0 to 1 (100 %).");
        return new(figures.With(rate, year, fraction, source));
    }

    // Percentages say so in files.
    private static Rational? Read(string text) =>
        text.EndsWith('%') && decimal.TryParse(text[..^1].TrimEnd(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal percent) && percent <= 100
            ? percent.Percent
            : null;
}
