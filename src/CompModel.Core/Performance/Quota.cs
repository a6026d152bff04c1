using NodaTime;

namespace CompModel;

/// <summary>
/// What a participant is to reach in a measure in a full plan year: an annual amount, effective-dated. It falls on periods by the plan's seasonality.
/// Above zero: a quota of zero has no attainment. Throws for an amount whose kind (money or units) is not the measure's.
/// </summary>
public sealed class Quota
{
    private Quota(Measure measure, EffectiveDated<Amount> annual)
    {
        Measure = measure;
        Annual = annual;
    }

    /// <summary>A quota in money, for all time.</summary>
    public Quota(Measure measure, Money annual)
        : this(measure, new EffectiveDated<Amount>(Checked(measure, annual)))
    {
    }

    /// <summary>A quota in units, for all time.</summary>
    public Quota(Measure measure, decimal annualUnits)
        : this(measure, new Money(annualUnits, Currency.None))
    {
    }

    /// <summary>What is measured.</summary>
    public Measure Measure { get; }

    /// <summary>The amount for a full year, with the dates from which it holds.</summary>
    public EffectiveDated<Amount> Annual { get; }

    /// <summary>The currency of the amount; none for units.</summary>
    public Currency Currency => Annual.First.Currency;

    /// <summary>A copy in which another annual amount holds from a date on. Throws unless the date is after the latest change.</summary>
    public Quota From(LocalDate date, Money annual)
    {
        Amount amount = Checked(Measure, annual);
        return amount.Currency == Currency
            ? new(Measure, Annual.From(date, amount))
            : throw new ArgumentException($"A quota stays in its currency, {Currency}; the change is in {amount.Currency}.", nameof(annual));
    }

    private static Amount Checked(Measure measure, Money annual)
    {
        if (annual.Value <= 0)
            throw new ArgumentOutOfRangeException(nameof(annual), annual, $"A quota is above zero: {measure} against a quota of {annual} has no attainment.");
        if (measure.IsMoney == (annual.Currency == Currency.None))
            throw new ArgumentException($"{measure} is counted in {(measure.IsMoney ? "money" : "units")}; the quota is {annual}.", nameof(annual));
        return annual;
    }
}
