namespace CompModel;

/// <summary>
/// Two offers side by side, year by year and part by part: what the second has more, below zero where it has less. Exact; differences of parts add up to that of the total, and years
/// to the whole.
/// </summary>
public sealed class OfferComparison
{
    /// <summary>Two projections of the same plan years. Throws for other years and for two currencies, which are converted first.</summary>
    public OfferComparison(OfferProjection one, OfferProjection other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (one.Offer.Currency != other.Offer.Currency)
            throw Amount.Mixed(one.Offer.Currency, other.Offer.Currency);
        if (!one.Years.Select(year => year.Year).SequenceEqual(other.Years.Select(year => year.Year)))
            throw new ArgumentException($"Offers are compared over the same years; '{one.Offer}' is projected over {Names(one)}, '{other.Offer}' over {Names(other)}.", nameof(other));
        (One, Other) = (one, other);
        Years = [.. one.Years.Zip(other.Years, (its, others) => new OfferDifference(its.Year.Name, its.Pay, others.Pay))];
        InAll = new("in all", one.InAll, other.InAll);
    }

    /// <summary>The first.</summary>
    public OfferProjection One { get; }

    /// <summary>The second.</summary>
    public OfferProjection Other { get; }

    /// <summary>The plan years, in order.</summary>
    public IReadOnlyList<OfferDifference> Years { get; }

    /// <summary>All years together.</summary>
    public OfferDifference InAll { get; }

    /// <summary>A table of differences by year and in all, in whole units of currency that add up down each column.</summary>
    public string Explain() => OfferText.Of($"{Other.Offer} less {One.Offer}, in {One.Offer.Currency}", [.. Years.Select(year => (year.Name, year.Difference))]);

    private static string Names(OfferProjection projection) => string.Join(", ", projection.Years.Select(year => year.Year.Name));
}

/// <summary>Two offers in one year, or in all.</summary>
/// <param name="Name">The year's name, or "in all".</param>
/// <param name="One">The first.</param>
/// <param name="Other">The second.</param>
public sealed record OfferDifference(string Name, Breakdown<OfferPart> One, Breakdown<OfferPart> Other)
{
    /// <summary>What the second has more.</summary>
    public Breakdown<OfferPart> Difference => Other - One;
}
