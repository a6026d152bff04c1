namespace CompModel;

/// <summary>What a calendar year of pay periods puts into somebody's 401(k). Rounded; totals are sums of periods and the true-up.</summary>
public sealed class RetirementYear
{
    internal RetirementYear(IReadOnlyList<RetirementPeriod> periods, Money ofTheYear, MatchFunding funding)
    {
        Periods = periods;
        OfTheYear = ofTheYear;
        Received = Sum(period => period.Match);
        Money missing = ofTheYear - Received, zero = new(0, ofTheYear.Currency);
        // Where rates rise, periods may match more than the year would: nothing is taken back.
        if (missing.Value < 0)
            missing = zero;
        (TrueUp, Lost) = funding == MatchFunding.TruedUp ? (missing, zero) : (zero, missing);
    }

    /// <summary>Each pay period, in order.</summary>
    public IReadOnlyList<RetirementPeriod> Periods { get; }

    /// <summary>What the match of the year's pay and deferral is, taken together as one period.</summary>
    public Money OfTheYear { get; }

    /// <summary>What the pay periods matched.</summary>
    public Money Received { get; }

    /// <summary>What is paid at the year's end besides; zero unless the match is trued up.</summary>
    public Money TrueUp { get; }

    /// <summary>What the year would have matched and the pay periods did not; zero where it is trued up.</summary>
    public Money Lost { get; }

    /// <summary>The match: received, and the true-up.</summary>
    public Money Match => Received + TrueUp;

    /// <summary>What the person defers, catch-up included.</summary>
    public Money Deferral => Sum(period => period.Deferral);

    /// <summary>What the employer adds whatever is deferred.</summary>
    public Money Nonelective => Sum(period => period.Nonelective);

    /// <summary>Deferral, match and nonelective part.</summary>
    public Money Total => Deferral + Match + Nonelective;

    private Money Sum(Func<RetirementPeriod, Money> part) => Periods.Aggregate(new Money(0, OfTheYear.Currency), (sum, period) => sum + part(period));
}

/// <summary>One pay period of a <see cref="RetirementYear"/>.</summary>
/// <param name="Pay">Eligible pay, exact.</param>
/// <param name="Deferral">What the person defers of it.</param>
/// <param name="Match">What the employer matches.</param>
/// <param name="Nonelective">What the employer adds whatever is deferred.</param>
public sealed record RetirementPeriod(Amount Pay, Money Deferral, Money Match, Money Nonelective);
