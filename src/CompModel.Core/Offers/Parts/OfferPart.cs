namespace CompModel;

/// <summary>What a year of an offer is made of, for the person. They add up to its total.</summary>
public enum OfferPart
{
    /// <summary>Base salary.</summary>
    Salary,

    /// <summary>Incentive as earned by the plan, ramp included.</summary>
    Incentive,

    /// <summary>What payment terms add without its being earned: a guarantee's top-up, a draw that is never owed.</summary>
    TopUp,

    /// <summary>Installments of the sign-on bonus, before any repayment.</summary>
    SignOn,

    /// <summary>What vests, at the price of the day: its value to the person, not the employer's expense.</summary>
    Equity,

    /// <summary>What the employer adds to the 401(k): match, true-up, nonelective part. What the person defers is pay, and not counted again.</summary>
    Retirement,

    /// <summary>Benefits at their stated value.</summary>
    Benefits,
}
