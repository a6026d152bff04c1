namespace CompModel;

/// <summary>
/// What somebody's deals of a year are like: how many there are, how large, what is known of them, and what they count for in other measures. In a simulation they either
/// split what an attainment model draws (the default: the number says into how many deals, sizes count in proportion, and the sum stays what was drawn), or they make the
/// credits themselves (<see cref="MakingCredits"/>). Their days fall on the year as sales do. Everything of one deal is drawn by itself; what belongs together
/// (product and margin) is taken from deals of the past by <see cref="Like"/>. Immutable; the verbs answer changed copies.
/// </summary>
public sealed class DealMix
{
    /// <summary>The most deals that somebody may have in a simulated year.</summary>
    public const int MostDeals = 1000;

    private const int MostKinds = 4096;

    // As many as a deal has words for.
    private const int MostOthers = 12;

    private readonly DealKind[] kinds;
    private readonly double[] cumulative;

    // Of deals of the past: for each kind and other measure the share of size, or the units.
    private readonly double[][] worths;

    /// <summary>Deals of a number and size, of which nothing else is known.</summary>
    public DealMix(DealCount count, DealSize size)
        : this(count, size, [new(DealAttributes.None, Rational.One, null)], [], makes: false)
    {
    }

    private DealMix(DealCount count, DealSize? size, DealKind[] kinds, (Measure Measure, DealWorth? Worth)[] others, bool makes)
    {
        Count = count;
        Size = size;
        this.kinds = kinds;
        Others = others;
        MakesCredits = makes;
        cumulative = Inversion.Cumulative([.. kinds.Select(kind => kind.Probability.ToDouble())]);
        worths = [.. kinds.Select(kind => others.Select(other => kind.Sample is { } sample ? WorthIn(sample, other.Measure) : 0).ToArray())];
    }

    /// <summary>One of the kinds of deal there are: what is known of it, and, where it is a deal of the past, that deal.</summary>
    internal sealed record DealKind(DealAttributes Attributes, Rational Probability, DealSample? Sample);

    /// <summary>How many deals a year has.</summary>
    public DealCount Count { get; }

    /// <summary>How large a deal is; null where deals are like those of the past.</summary>
    public DealSize? Size { get; }

    /// <summary>Whether the deals make the credits; otherwise they split what the attainment model draws.</summary>
    public bool MakesCredits { get; }

    /// <summary>The measure that sizes are in: bookings unless said otherwise.</summary>
    public Measure SizedIn { get; private init; } = Measure.Bookings;

    /// <summary>The measures that follow from the deals alone and have no attainment model of their own.</summary>
    public IEnumerable<Measure> Made => Others.Select(other => other.Measure).Prepend(SizedIn).Skip(MakesCredits ? 0 : 1);

    /// <summary>
    /// The mean of what is sold in a year: mean number × mean size. Where deals split what is drawn it says nothing but what such deals come to.
    /// </summary>
    public double MeanSold => Count.Mean * MeanSize;

    /// <summary>The standard deviation of what is sold in a year, by the compound law: E[N]·Var(size) + Var(N)·E[size]².</summary>
    public double StandardDeviationSold => Math.Sqrt((Count.Mean * VarianceOfSize) + (Count.Variance * MeanSize * MeanSize));

    /// <summary>The other measures of a deal; without a worth it is that of the past deal.</summary>
    internal (Measure Measure, DealWorth? Worth)[] Others { get; }

    internal IReadOnlyList<DealKind> Kinds => kinds;

    /// <summary>Every detail that a simulation depends on, in any culture.</summary>
    internal string Canonical =>
        $"{(MakesCredits ? "make" : "split")} {SizedIn} {Count}; {Size?.Canonical}; {string.Join(", ", kinds.Select(kind => $"{kind.Probability}: {kind.Attributes} {kind.Sample?.Size.Value} {(kind.Sample is null ? "" : string.Join(' ', kind.Sample.Others.Select(other => $"{other.Measure}={other.Amount.Value}")))}"))}; "
        + string.Join(", ", Others.Select(other => $"{other.Measure} {other.Worth?.Canonical}"));

    private double MeanSize => Size?.Mean ?? kinds.Average(kind => kind.Sample!.Size.ToDouble());

    private double VarianceOfSize => Size?.Variance ?? kinds.Average(kind => (kind.Sample!.Size.ToDouble() - MeanSize) * (kind.Sample.Size.ToDouble() - MeanSize));

    /// <summary>
    /// Deals each like one of the past, picked with equal probability: its size, what is known of it, and its other measures go together.
    /// Throws without deals, for more than 4,096 of them, for a size of zero or less, and where they are in several currencies.
    /// </summary>
    public static DealMix Like(DealCount count, IReadOnlyList<DealSample> deals)
    {
        if (deals.Count is 0 or > MostKinds)
            throw new ArgumentException($"Simulated deals are like 1 to {MostKinds} deals; there are {deals.Count}.", nameof(deals));
        if (deals.FirstOrDefault(deal => deal.Size.Value.Sign <= 0) is { } empty)
            throw new ArgumentException($"A deal that others are like has a size above zero, not {empty.Size}.", nameof(deals));
        if (deals.FirstOrDefault(deal => deal.Size.Currency != deals[0].Size.Currency) is { } foreign)
            throw new ArgumentException($"Deals that others are like are in one currency; here are {deals[0].Size.Currency} and {foreign.Size.Currency}.", nameof(deals));
        Measure[] others = [.. deals.SelectMany(deal => deal.Others).Select(other => other.Measure).Distinct().OrderBy(measure => measure.Name, StringComparer.Ordinal)];
        return new(count, null, [.. deals.Select(deal => new DealKind(deal.Attributes, Rational.Of(1, deals.Count), deal))], [.. others.Select(measure => (measure, (DealWorth?)null))], makes: false);
    }

    /// <summary>A copy in which a text is known of each deal, by probabilities that sum to exactly one, independently of all else.</summary>
    public DealMix With(DealAttribute attribute, params (string Text, Rational Probability)[] texts)
    {
        Inversion.CheckShares(texts.Select(each => each.Probability), $"probabilities of {attribute}");
        return Crossed(attribute, [.. texts.Select(each => each.Probability)], (known, i) => known.With(attribute, texts[i].Text));
    }

    /// <summary>A copy in which a number is known of each deal, by probabilities that sum to exactly one, independently of all else.</summary>
    public DealMix With(DealAttribute attribute, params (Rational Number, Rational Probability)[] numbers)
    {
        Inversion.CheckShares(numbers.Select(each => each.Probability), $"probabilities of {attribute}");
        return Crossed(attribute, [.. numbers.Select(each => each.Probability)], (known, i) => known.With(attribute, numbers[i].Number));
    }

    /// <summary>A copy whose sizes are in another measure than bookings. Throws for a measure that the deals count in beside their size, and for scores.</summary>
    public DealMix InMeasure(Measure measure) => measure.IsScore || Others.Any(other => other.Measure == measure)
        ? throw new ArgumentException(measure.IsScore ? $"{measure} is a judgement and no measure of deals." : $"Deals count in {measure} already, beside their size.", nameof(measure))
        : new(Count, Size, kinds, Others, MakesCredits) { SizedIn = measure };

    /// <summary>A copy whose deals count in another measure, too. Throws for a measure it has, for scores, and for a share of size in units.</summary>
    public DealMix With(Measure measure, DealWorth worth)
    {
        if (measure == SizedIn || Others.Any(other => other.Measure == measure))
            throw new ArgumentException($"Deals count in {measure} already.", nameof(measure));
        if (measure.IsScore || (worth.IsShare && !measure.IsMoney))
            throw new ArgumentException(measure.IsScore ? $"{measure} is a judgement and no measure of deals." : $"{measure} is counted in units: say how many a deal counts.", nameof(measure));
        if (Others.Length == MostOthers)
            throw new ArgumentException($"Simulated deals count in at most {MostOthers} other measures.", nameof(measure));
        return new(Count, Size, kinds, [.. Others, (measure, worth)], MakesCredits) { SizedIn = SizedIn };
    }

    /// <summary>A copy whose deals count in some of these other measures alone: the others have attainment models.</summary>
    public DealMix Without(Measure measure) => new(Count, Size, kinds, [.. Others.Where(other => other.Measure != measure)], MakesCredits) { SizedIn = SizedIn };

    /// <summary>
    /// A copy whose deals make the credits: what is sold in a year is their sum, and bookings have no attainment model. People are then independent of each other: no
    /// company effect moves deals. Somebody who is there for a part of the year has the deals of that part.
    /// </summary>
    public DealMix MakingCredits() => new(Count, Size, kinds, Others, makes: true) { SizedIn = SizedIn };

    /// <summary>"Poisson, mean 8; gamma, mean 125,000, shape 2".</summary>
    public override string ToString() => $"{Count}; {(Size is null ? $"each like one of {kinds.Length} deals" : Size)}";

    /// <summary>The place of the kind that a word stands for.</summary>
    internal int KindAt(uint word) => kinds.Length == 1 ? 0 : Inversion.PlaceOf(cumulative, Inversion.Uniform(word));

    /// <summary>Whether another measure is a share of sizes; units of each deal otherwise.</summary>
    internal bool IsShare(int other) => Others[other].Worth?.IsShare ?? Others[other].Measure.IsMoney;

    /// <summary>What a deal of a kind counts for in another measure: the share of its size, or units.</summary>
    internal double WorthOf(int other, int kind, uint word) => Others[other].Worth?.Of(word) ?? worths[kind][other];

    /// <summary>What deals count for in another measure on average: the share of all their sizes, or units a deal.</summary>
    internal double MeanWorth(int other) => Others[other].Worth?.Mean
        ?? (IsShare(other) ? kinds.Sum(kind => WorthIn(kind.Sample!, Others[other].Measure) * kind.Sample!.Size.ToDouble()) / kinds.Sum(kind => kind.Sample!.Size.ToDouble()) : worths.Average(worth => worth[other]));

    private static double WorthIn(DealSample sample, Measure measure)
    {
        Rational amount = sample.Others.Where(other => other.Measure == measure).Aggregate(Rational.Zero, (sum, other) => sum + other.Amount.Value);
        return (measure.IsMoney ? amount / sample.Size.Value : amount).ToDouble();
    }

    private DealMix Crossed(DealAttribute attribute, Rational[] probabilities, Func<DealAttributes, int, DealAttributes> with)
    {
        if (kinds.Any(kind => kind.Attributes.TextOf(attribute) is not null || kind.Attributes.NumberOf(attribute) is not null))
            throw new ArgumentException($"{attribute} of these deals is known already.", nameof(attribute));
        if (kinds.Length * probabilities.Length > MostKinds)
            throw new ArgumentException($"Simulated deals are of at most {MostKinds} kinds; {attribute} would make {kinds.Length * probabilities.Length}.", nameof(attribute));
        return new(
            Count, Size, [.. kinds.SelectMany(kind => probabilities.Select((probability, i) => new DealKind(with(kind.Attributes, i), kind.Probability * probability, kind.Sample)))], Others, MakesCredits) { SizedIn = SizedIn };
    }
}
