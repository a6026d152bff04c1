namespace CompModel;

/// <summary>
/// A tax on the wages of a calendar year by marginal brackets: withheld from an employee, or due from an employer. A payment bears what it adds to the year's tax,
/// tax(to date + payment) − tax(to date), on exact amounts, then rounded: by default to the minor unit, midpoints away from zero. It is on all wages unless said. Immutable;
/// the verbs answer changed copies. Rates are fractions (1 is 100 %) and belong in dated tables, see <see cref="PayrollRates"/>. Brackets never look back: wages already
/// taxed keep their tax.
/// </summary>
public sealed class Tax
{
    private readonly TaxBracket[] brackets;

    private Tax(string name, TaxBracket[] brackets, TaxedWages wages, Rounding rounding) =>
        (Name, this.brackets, Wages, Rounding) = (name, brackets, wages, rounding);

    /// <summary>What the tax is called; unique in a list.</summary>
    public string Name { get; }

    /// <summary>Which wages it counts and is on.</summary>
    public TaxedWages Wages { get; }

    /// <summary>How each payment's amount is rounded; its scope plays no part.</summary>
    public Rounding Rounding { get; }

    /// <summary>The brackets, the first from zero, in order of wages.</summary>
    public IReadOnlyList<TaxBracket> Brackets => brackets.AsReadOnly();

    /// <summary>One rate on all wages, in any currency. Throws for a blank name and a rate outside 0 to 1.</summary>
    public static Tax Flat(string name, Rational rate) => Of(name, new TaxBracket(default, rate));

    /// <summary>
    /// Each slice of the year's wages at the rate of the bracket it lies in. Throws for a blank name, no bracket, a first one not from zero, brackets that do not rise
    /// or are of two currencies, and rates outside 0 to 1.
    /// </summary>
    public static Tax Marginal(string name, params (Money From, Rational Rate)[] brackets)
    {
        ArgumentNullException.ThrowIfNull(brackets);
        return Of(name, [.. brackets.Select(bracket => new TaxBracket(bracket.From, bracket.Rate))]);
    }

    /// <summary>One rate on the wages up to a base, nothing above: Social Security, federal unemployment. Throws as <see cref="Marginal"/> does.</summary>
    public static Tax UpTo(string name, Rational rate, Money wageBase) => Marginal(name, (new(0, wageBase.Currency), rate), (wageBase, 0));

    /// <summary>Nothing up to a threshold, one rate above: Additional Medicare. Throws as <see cref="Marginal"/> does.</summary>
    public static Tax Above(string name, Rational rate, Money threshold) => Marginal(name, (new(0, threshold.Currency), 0), (threshold, rate));

    /// <summary>The tax on other wages. Throws for an undefined value.</summary>
    public Tax On(TaxedWages wages) => Enum.IsDefined(wages)
        ? new(Name, brackets, wages, Rounding)
        : throw new ArgumentOutOfRangeException(nameof(wages), wages, "A tax is on all, supplemental or regular wages.");

    /// <summary>The tax with each payment's amount rounded by another convention, such as whole dollars.</summary>
    public Tax RoundedTo(Rounding rounding) => new(Name, brackets, Wages, rounding);

    /// <summary>
    /// The tax at a flat rate that the employee elected in place of the rate of the first bracket; the brackets above keep theirs, because there the rate is mandatory
    /// (26 CFR 31.3402(g)-1(a)(2): above a million of supplemental wages the highest rate, whatever was elected). Throws below the first bracket's rate, the least allowed, and above 1.
    /// </summary>
    public Tax AtElectedRate(Rational rate) => rate >= brackets[0].Rate && rate <= 1
        ? new(Name, [brackets[0] with { Rate = rate }, .. brackets[1..]], Wages, Rounding)
        : throw new ArgumentOutOfRangeException(nameof(rate), rate, $"{Name}: an elected rate is at least {Text.Percent(brackets[0].Rate, 4)} and at most 100 %.");

    /// <summary>The exact tax on a year's wages in all. Wages below zero bear none. Throws for another currency than the brackets'.</summary>
    public Amount Due(Amount wages)
    {
        Amount due = Amount.Zero(wages.Currency);
        for (int i = 0; i < brackets.Length; i++)
        {
            // The zero of the first bracket is of any currency.
            Amount from = i == 0 ? Amount.Zero(wages.Currency) : brackets[i].From;
            if (wages <= from)
                break;
            Amount to = i + 1 < brackets.Length && brackets[i + 1].From < wages ? brackets[i + 1].From : wages;
            due += (to - from) * brackets[i].Rate;
        }
        return due;
    }

    /// <summary>What a payment adds to the year's tax. Throws for a payment of an earlier year than <paramref name="toDate"/>, and for another currency.</summary>
    public TaxLine On(WagePayment payment, WagesToDate toDate)
    {
        Amount before = toDate.Before(payment).Of(Wages), wages = payment.Of(Wages);
        Amount exact = Due(before + wages) - Due(before);
        return new(this, wages, exact, exact.Round(Rounding));
    }

    /// <summary>"Social Security: 6.2 % from 0, 0 % from 184,500.00 USD".</summary>
    public override string ToString() =>
        $"{Name}: {string.Join(", ", brackets.Select((bracket, i) => $"{Text.Percent(bracket.Rate, 4)} from {(i == 0 ? "0" : bracket.From.ToString())}"))}";

    private static Tax Of(string name, params TaxBracket[] brackets)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new ArgumentException("A tax has a name.", nameof(name));
        if (brackets.Length == 0 || brackets[0].From.Value.Sign != 0)
            throw new ArgumentException($"{name}: the first bracket is from zero.", nameof(brackets));
        for (int i = 0; i < brackets.Length; i++)
        {
            if (brackets[i].Rate.Sign < 0 || brackets[i].Rate > 1)
                throw new ArgumentOutOfRangeException(nameof(brackets), brackets[i].Rate, $"{name}: a tax rate is a fraction of wages, from 0 to 1 (100 %).");
            if (i > 0 && brackets[i].From <= brackets[i - 1].From)
                throw new ArgumentException($"{name}: brackets rise; {brackets[i].From} follows {brackets[i - 1].From}.", nameof(brackets));
        }
        return new(name, brackets, TaxedWages.All, Rounding.ToMinorUnit);
    }
}
