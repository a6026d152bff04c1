namespace CompModel;

/// <summary>One tax on one payment.</summary>
/// <param name="Tax">The tax.</param>
/// <param name="Wages">What of the payment the tax is on: all of it, or nothing.</param>
/// <param name="Exact">What the payment adds to the year's tax, before rounding.</param>
/// <param name="Money">The same, rounded as the tax says: what is withheld or due.</param>
public readonly record struct TaxLine(Tax Tax, Amount Wages, Amount Exact, Money Money);
