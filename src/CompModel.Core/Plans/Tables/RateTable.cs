namespace CompModel;

/// <summary>
/// From amount to commission: tiers in money or units of a measure, each with its rate (a fraction of money, or money a unit). The verb that makes it
/// names the reading: <see cref="Marginal"/>, <see cref="Retroactive"/>, <see cref="OverageAtTopRate"/>, <see cref="ProportionalAmounts"/>,
/// <see cref="InterpolatedRate"/>. The last tier goes on for ever, and its rate may be lower than the one before; below zero the first rate runs on, so
/// that refunds take back what sales earned. Unlike a <see cref="PayoutCurve"/> it stays where it is when a quota changes.
/// </summary>
public sealed class RateTable : IEquatable<RateTable>
{
    private readonly TableSegment[] segments;

    private RateTable(TableReading reading, TableSegment[] segments, TierPlaces places = TierPlaces.Amounts)
    {
        Reading = reading;
        Places = places;
        this.segments = segments;
    }

    /// <summary>What a tier's rate applies to.</summary>
    public TableReading Reading { get; }

    /// <summary>Whether tiers lie at amounts, whatever the quota, or at shares of it.</summary>
    public TierPlaces Places { get; }

    /// <summary>The pieces, from amount zero upwards; the first runs on below zero. Their lines are of the whole commission, not of the tier alone.</summary>
    public IReadOnlyList<TableSegment> Segments => segments;

    /// <summary>The pieces, without an interface between.</summary>
    internal ReadOnlySpan<TableSegment> Pieces => segments;

    /// <summary>Whether each piece is a straight line: all readings but interpolated rates.</summary>
    public bool IsPiecewiseLinear => segments.All(segment => segment.Curvature.Sign == 0);

    /// <summary>Whether it pays nothing for any amount.</summary>
    internal bool PaysNothing => segments.All(segment => segment.Intercept.Sign == 0 && segment.Rate.Sign == 0 && segment.Curvature.Sign == 0);

    /// <summary>Whether a greater amount never pays less.</summary>
    public bool IsNonDecreasing
    {
        get
        {
            for (int i = 0; i < segments.Length; i++)
            {
                TableSegment segment = segments[i];
                // A parabola's slope lies between those at its ends.
                Rational end = i + 1 < segments.Length ? segments[i + 1].From : segment.From;
                if (Slope(segment, segment.From).Sign < 0 || Slope(segment, end).Sign < 0 || (i > 0 && segment.At(segment.From) < segments[i - 1].At(segment.From)))
                    return false;
            }
            return true;
        }
    }

    /// <summary>The highest rate that stands in the table, per unit of amount; between interpolated ones the next unit may pay more.</summary>
    internal Rational HighestRate => segments.Select(segment => segment.Rate + (segment.Curvature * segment.From)).Aggregate(Rational.Max);

    /// <summary>
    /// Each slice of the amount at the rate of the tier it lies in. Throws for no tier, a first tier that does not start at zero, tiers that do not rise,
    /// and rates below zero.
    /// </summary>
    public static RateTable Marginal(params (Rational From, Rational Rate)[] tiers)
    {
        Check(tiers, nameof(tiers));
        return new(TableReading.Marginal, Joined(tiers));
    }

    /// <summary>
    /// The whole amount at the rate of the tier it reaches ("from the first dollar"): pay jumps where a tier is reached. Throws as <see cref="Marginal"/> does.
    /// </summary>
    public static RateTable Retroactive(params (Rational From, Rational Rate)[] tiers)
    {
        Check(tiers, nameof(tiers));
        return new(TableReading.Retroactive, [.. tiers.Select((tier, i) => new TableSegment(tier.From, Boundary.AtOrAbove, 0, tier.Rate, 0, Band(tiers, i)))]);
    }

    /// <summary>
    /// The first tier at its rate, and everything above it at the rate of the tier that is reached: retroactive down to the first breakpoint (often the quota),
    /// not to the first dollar. Throws as <see cref="Marginal"/> does.
    /// </summary>
    public static RateTable OverageAtTopRate(params (Rational From, Rational Rate)[] tiers)
    {
        Check(tiers, nameof(tiers));
        return new(TableReading.OverageAtTopRate, [.. tiers.Select((tier, i) => new TableSegment(
            tier.From, Boundary.AtOrAbove, i == 0 ? 0 : tiers[1].From * (tiers[0].Rate - tier.Rate), tier.Rate, 0, Band(tiers, i)))]);
    }

    /// <summary>
    /// Each tier adds its amount as it is crossed, and a linear share of it inside; beyond the last nothing is added. Throws for no tier, a first tier that does
    /// not start at zero, tiers that are empty, overlap or leave a gap, and amounts below zero.
    /// </summary>
    public static RateTable ProportionalAmounts(params (Rational From, Rational To, Rational Amount)[] tiers)
    {
        for (int i = 0; i < tiers.Length; i++)
        {
            if (tiers[i].To <= tiers[i].From)
                throw new ArgumentException($"A tier ends above its start; {Shown(tiers[i].To)} follows {Shown(tiers[i].From)}.", nameof(tiers));
            if (i > 0 && tiers[i].From != tiers[i - 1].To)
                throw new ArgumentException($"Tiers neither overlap nor leave a gap; one starts at {Shown(tiers[i].From)} and the one before ends at {Shown(tiers[i - 1].To)}.", nameof(tiers));
        }
        (Rational From, Rational Rate)[] slices =
            [.. tiers.Select(tier => (tier.From, tier.Amount / (tier.To - tier.From))), .. tiers.TakeLast(1).Select(tier => (tier.To, Rational.Zero))];
        Check(slices, nameof(tiers));
        return new(TableReading.ProportionalAmounts, Joined(slices));
    }

    /// <summary>
    /// The whole amount at a rate on the straight line between two knots (amount, rate): 6 % at 100,000 and 8 % at 200,000 is 7 % at 150,000. Pay is quadratic
    /// between knots; beyond the last its rate stays. Throws as <see cref="Marginal"/> does.
    /// </summary>
    public static RateTable InterpolatedRate(params (Rational From, Rational Rate)[] knots)
    {
        Check(knots, nameof(knots));
        return new(TableReading.InterpolatedRate, [.. knots.Select((knot, i) =>
        {
            Rational gains = i + 1 < knots.Length ? (knots[i + 1].Rate - knot.Rate) / (knots[i + 1].From - knot.From) : 0;
            return new TableSegment(knot.From, Boundary.AtOrAbove, 0, knot.Rate - (gains * knot.From), gains, Band(knots, i));
        })]);
    }

    /// <summary>A copy in which every breakpoint belongs to the tier below it ("in excess of") or to the one above ("at or above", the default).</summary>
    public RateTable WithBreakpoints(Boundary sense) =>
        new(Reading, [.. segments.Select((segment, i) => i == 0 ? segment : segment with { Sense = sense })], Places);

    /// <summary>
    /// A copy whose tiers lie at shares of the quota instead of amounts: 0.5 is half of it. They move with the quota of each period; rates stay rates on amounts.
    /// </summary>
    public RateTable OfQuota() => Places == TierPlaces.SharesOfQuota
        ? this
        : new(Reading, [.. segments.Select((segment, i) => segment with { Label = Band(segments, i, PayoutCurve.Percent) })], TierPlaces.SharesOfQuota);

    /// <summary>The table in amounts for a quota. Throws for tiers at shares of it where the quota is not above zero.</summary>
    public RateTable For(Rational quota)
    {
        if (Places == TierPlaces.Amounts)
            return this;
        if (quota.Sign <= 0)
            throw new ArgumentOutOfRangeException(nameof(quota), quota, "A table whose tiers are shares of quota needs a quota above zero.");
        // Tiers that add an amount each keep it; elsewhere a rate on amounts stays as it is and what is paid below a tier grows with the quota.
        return new(Reading, Reading == TableReading.ProportionalAmounts
            ? [.. segments.Select(segment => segment with { From = segment.From * quota, Rate = segment.Rate / quota })]
            : [.. segments.Select(segment => segment with { From = segment.From * quota, Intercept = segment.Intercept * quota, Curvature = segment.Curvature / quota })]);
    }

    /// <summary>The commission on an amount, exactly. Below zero the first rate runs on.</summary>
    public Rational CommissionOn(Rational amount)
    {
        TableSegment segment = segments[TierAt(amount)];
        // Below zero even an interpolated rate stays what it is at zero.
        return amount.Sign < 0 ? segment.Rate * amount : segment.At(amount);
    }

    /// <summary>The place in <see cref="Segments"/> of the tier that an amount falls in; the first below zero.</summary>
    public int TierAt(Rational amount)
    {
        int tier = segments.Length - 1;
        while (tier > 0 && !segments[tier].IsReachedBy(amount))
            tier--;
        return tier;
    }

    /// <inheritdoc/>
    public bool Equals(RateTable? other) => other is not null && Reading == other.Reading && Places == other.Places && segments.AsSpan().SequenceEqual(other.segments);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RateTable);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Reading, segments.Length, segments[0], segments[^1]);

    /// <summary>"Marginal: 0 to 5,000 at 0.05; above 5,000 at 0.1".</summary>
    public override string ToString() => $"{Reading}: " + string.Join("; ", segments.Select(segment => $"{segment.Label} at {Slope(segment, segment.From)}"));

    private static Rational Slope(TableSegment segment, Rational amount) => segment.Rate + (2 * segment.Curvature * amount);

    // Exact, for two tiers must not share a name.
    private static string Shown(Rational amount) => (amount * 1_000_000).IsInteger ? Text.Number(amount, 6) : amount.ToString();

    private static string Band((Rational From, Rational)[] tiers, int i) =>
        i + 1 < tiers.Length ? $"{Shown(tiers[i].From)} to {Shown(tiers[i + 1].From)}" : tiers[i].From.Sign == 0 ? "all" : $"above {Shown(tiers[i].From)}";

    private static string Band(TableSegment[] tiers, int i, Func<Rational, string> shown) =>
        i + 1 < tiers.Length ? $"{shown(tiers[i].From)} to {shown(tiers[i + 1].From)}" : tiers[i].From.Sign == 0 ? "all" : $"above {shown(tiers[i].From)}";

    private static void Check((Rational From, Rational Rate)[] tiers, string parameter)
    {
        if (tiers.Length == 0)
            throw new ArgumentException("A table has at least one tier.", parameter);
        if (tiers[0].From.Sign != 0)
            throw new ArgumentOutOfRangeException(parameter, tiers[0].From, $"The first tier starts at zero, not at {Shown(tiers[0].From)}.");
        for (int i = 0; i < tiers.Length; i++)
        {
            if (i > 0 && tiers[i].From <= tiers[i - 1].From)
                throw new ArgumentException($"Tiers rise strictly; {Shown(tiers[i].From)} follows {Shown(tiers[i - 1].From)}.", parameter);
            if (tiers[i].Rate.Sign < 0)
                throw new ArgumentOutOfRangeException(parameter, tiers[i].Rate, $"A rate is at least zero; from {Shown(tiers[i].From)} on it is {tiers[i].Rate}.");
        }
    }

    // Slices one on the other: continuous.
    private static TableSegment[] Joined((Rational From, Rational Rate)[] tiers)
    {
        var pieces = new TableSegment[tiers.Length];
        Rational paid = Rational.Zero;
        for (int i = 0; i < tiers.Length; i++)
        {
            pieces[i] = new(tiers[i].From, Boundary.AtOrAbove, paid - (tiers[i].Rate * tiers[i].From), tiers[i].Rate, 0, Band(tiers, i));
            if (i + 1 < tiers.Length)
                paid = pieces[i].At(tiers[i + 1].From);
        }
        return pieces;
    }
}
