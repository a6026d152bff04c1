namespace CompModel;

/// <summary>What a deal counts for in another measure than its size: a share of it, such as a margin, or units, such as 1 for a new customer.</summary>
public sealed class DealWorth
{
    private readonly double[] values, cumulative;
    private readonly string text;

    private DealWorth(bool isShare, (Rational Value, Rational Probability)[] stated, string what)
    {
        IsShare = isShare;
        Inversion.CheckShares(stated.Select(each => each.Probability), what);
        if (stated.Any(each => each.Value.Sign < 0))
            throw new ArgumentOutOfRangeException(nameof(stated), $"What a deal counts for in another measure is at least zero; one of the {what} is {stated.First(each => each.Value.Sign < 0).Value}.");
        values = [.. stated.Select(each => each.Value.ToDouble())];
        cumulative = Inversion.Cumulative([.. stated.Select(each => each.Probability.ToDouble())]);
        text = $"{(isShare ? "share" : "units")} {string.Join(' ', stated.Select(each => $"{each.Value}:{each.Probability}"))}";
        Mean = stated.Aggregate(Rational.Zero, (sum, each) => sum + (each.Value * each.Probability)).ToDouble();
    }

    /// <summary>The mean share, or the mean number of units.</summary>
    public double Mean { get; }

    /// <summary>Whether it is a share of the size; units otherwise.</summary>
    internal bool IsShare { get; }

    internal string Canonical => text;

    /// <summary>A share of the size, the same for every deal.</summary>
    public static DealWorth OfSize(Rational share) => OfSize((share, Rational.One));

    /// <summary>Shares of the size with their probabilities, which sum to exactly one. Throws otherwise, and for a share below zero.</summary>
    public static DealWorth OfSize(params (Rational Share, Rational Probability)[] shares) => new(true, shares, "shares of a deal's size");

    /// <summary>Units with their probabilities, which sum to exactly one: 1 in 60 % and 0 in 40 % of deals. Throws otherwise, and for units below zero.</summary>
    public static DealWorth Units(params (Rational Units, Rational Probability)[] units) => new(false, units, "units of a deal");

    internal double Of(uint word) => values[Inversion.PlaceOf(cumulative, Inversion.Uniform(word))];
}
