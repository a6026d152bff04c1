using System.Globalization;

namespace CompModel;

/// <summary>
/// Payroll limits by year, in US dollars, each with its source: inputs that a year or a reform replaces, never constants. <see cref="UnitedStates"/> is the table that
/// ships, 2022 to 2026; <see cref="With"/> adds or replaces a figure, <see cref="Parse"/> reads a table of your own. Immutable. Rates are <see cref="PayrollRates"/>.
/// </summary>
public sealed class PayrollLimits
{
    private readonly DatedFigures<PayrollLimit, Money> figures;

    private PayrollLimits(DatedFigures<PayrollLimit, Money> figures) => this.figures = figures;

    /// <summary>The limits of the years 2022 to 2026: IRS notices and regulations, Social Security Administration. The catch-up of ages 60 to 63 is there from 2025.</summary>
    public static PayrollLimits UnitedStates { get; } = Parse(DatedFigures<PayrollLimit, Money>.Shipped("us-payroll-limits.csv"));

    /// <summary>
    /// A table from CSV text whose first line is <c>name,year,amount,source</c>: <c>elective_deferral,2027,25000,my estimate</c>. Amounts are invariant, without thousands separators.
    /// Throws <see cref="FormatException"/> with the line, what was found and what is expected.
    /// </summary>
    public static PayrollLimits Parse(string csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        return new(DatedFigures<PayrollLimit, Money>.Parse(csv, "amount", Read));
    }

    /// <summary>The limit of a year. Throws <see cref="ArgumentOutOfRangeException"/> for a year that is not there, naming those that are: no year is carried forward by guess.</summary>
    public Money At(PayrollLimit limit, int year) => figures.At(limit, year).Value;

    /// <summary>Whether there is a limit for a year.</summary>
    public bool Has(PayrollLimit limit, int year) => figures.Has(limit, year);

    /// <summary>Which notice, law or estimate a limit is from. Throws as <see cref="At"/> does.</summary>
    public string SourceOf(PayrollLimit limit, int year) => figures.At(limit, year).Source;

    /// <summary>A copy with a limit more, or another in its place. Throws below zero, for another currency than USD, without a source, and for years outside 1900 to 2199.</summary>
    public PayrollLimits With(PayrollLimit limit, int year, Money amount, string source)
    {
        if (amount.Value < 0 || amount.Currency != Currency.Usd)
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "A payroll limit is an amount of US dollars, at least zero.");
        return new(figures.With(limit, year, amount, source));
    }

    private static Money? Read(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount) && amount < Money.Limit && amount.Scale <= 12
            ? new Money(amount, Currency.Usd)
            : null;
}
