namespace CompModel;

/// <summary>
/// From attainment to payout, both fractions (1 is 100 %): piecewise linear on [0, ∞), possibly with jumps. The payout is a multiple of what the
/// component pays at target. Uncapped means that the last slope goes on for ever; there is a cap only where <see cref="CapAt(Rational?, Rational?)"/> says so.
/// Multipliers are always of the base rate, never of the tier below. Below zero attainment a curve pays zero.
/// Every verb answers a new curve in the same normal form: <see cref="Segments"/> in rising order, the first from zero, each with the label of its tier.
/// Unlike a rate table it knows no amounts: a tier moves with the quota.
/// </summary>
public sealed partial class PayoutCurve : IEquatable<PayoutCurve>
{
    private readonly CurveSegment[] segments;

    private PayoutCurve(CurveSegment[] segments)
    {
        for (int i = 1; i < segments.Length; i++)
        {
            if (segments[i].From <= segments[i - 1].From)
            {
                throw new ArgumentException(
                    $"Breakpoints rise strictly; {Percent(segments[i].From)} follows {Percent(segments[i - 1].From)}.", nameof(segments));
            }
        }
        this.segments = segments;
    }

    /// <summary>One percent of target for one percent of quota, without end.</summary>
    public static PayoutCurve Linear { get; } = new([new(0, Boundary.AtOrAbove, 0, 1, "base rate")]);

    /// <summary>The pieces, from attainment zero upwards.</summary>
    public IReadOnlyList<CurveSegment> Segments => segments;

    /// <summary>Whether more attainment always pays more in the end: the last slope is above zero.</summary>
    public bool IsUncapped => segments[^1].Slope.Sign > 0;

    /// <summary>Whether more attainment never pays less.</summary>
    public bool IsNonDecreasing
    {
        get
        {
            for (int i = 0; i < segments.Length; i++)
            {
                if (segments[i].Slope.Sign < 0 || JumpInto(i).Sign < 0)
                    return false;
            }
            return true;
        }
    }

    /// <summary>
    /// Pays nothing below an attainment and, once it is reached, everything from the first dollar: the payout jumps. By default the threshold
    /// itself pays. Throws unless <paramref name="threshold"/> is above zero.
    /// </summary>
    public PayoutCurve WithThreshold(Rational threshold, Boundary sense = Boundary.AtOrAbove)
    {
        Above(nameof(threshold), threshold, 0);
        return new([new(0, Boundary.AtOrAbove, 0, 0, $"below {Percent(threshold)}"), .. From(threshold, sense)]);
    }

    /// <summary>
    /// From an attainment on, each further percent pays <paramref name="multiplier"/> times the base rate, without end and whatever was above before.
    /// Continuous. Throws where that is less than the rate in force below: that is <see cref="Decelerate"/>.
    /// </summary>
    public PayoutCurve Accelerate(Rational above, Rational multiplier)
    {
        Rational inForce = Below(above).Slope;
        return multiplier >= inForce
            ? Bend(above, multiplier)
            : throw new ArgumentOutOfRangeException(
                nameof(multiplier), multiplier, $"An accelerator pays at least the {inForce}× in force below {Percent(above)}; use Decelerate for less.");
    }

    /// <summary>
    /// From an attainment on, each further percent pays only <paramref name="multiplier"/> times the base rate. Continuous. Throws below zero, and
    /// where that is more than the rate in force below: that is <see cref="Accelerate"/>.
    /// </summary>
    public PayoutCurve Decelerate(Rational above, Rational multiplier)
    {
        Rational inForce = Below(above).Slope;
        return multiplier.Sign >= 0 && multiplier <= inForce
            ? Bend(above, multiplier)
            : throw new ArgumentOutOfRangeException(
                nameof(multiplier), multiplier, $"A decelerator pays between 0× and the {inForce}× in force below {Percent(above)}.");
    }

    /// <summary>
    /// Never pays more than <paramref name="payout"/>, or never more than at <paramref name="attainment"/>; name one of the two.
    /// Throws where both or neither are given, for a cap of zero or less, and for a payout below the least the curve ever pays: a cap below the floor.
    /// </summary>
    public PayoutCurve CapAt(Rational? payout = null, Rational? attainment = null) => (payout, attainment) switch
    {
        ({ } most, null) => AtMost(NotBelowFloor(Above(nameof(payout), most, 0))),
        (null, { } last) => new([.. Before(Above(nameof(attainment), last, 0)), new(last, Boundary.AtOrAbove, PayoutAt(last), 0, $"capped at {Percent(last)}")]),
        _ => throw new ArgumentException("A cap is on the payout or on the attainment: name one."),
    };

    /// <summary>The payout at an attainment, as a multiple of what is paid at target. Zero below zero.</summary>
    public Rational PayoutAt(Rational attainment) => attainment.Sign < 0 ? Rational.Zero : segments[TierAt(attainment)].At(attainment);

    /// <summary>The place in <see cref="Segments"/> of the piece that an attainment falls in.</summary>
    public int TierAt(Rational attainment)
    {
        int tier = segments.Length - 1;
        while (tier > 0 && !segments[tier].IsReachedBy(attainment))
            tier--;
        return tier;
    }

    /// <summary>The step in payout where a piece begins; zero where the curve is continuous there.</summary>
    public Rational JumpInto(int tier) =>
        segments[tier].At(segments[tier].From) - (tier == 0 ? Rational.Zero : segments[tier - 1].At(segments[tier].From));

    /// <inheritdoc/>
    public bool Equals(PayoutCurve? other) => other is not null && segments.AsSpan().SequenceEqual(other.segments);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PayoutCurve);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(segments.Length, segments[0], segments[^1]);

    /// <summary>"below 50 %: 0×; base rate: 1×; above 100 %: 2×; …; uncapped".</summary>
    public override string ToString() =>
        string.Join("; ", segments.Select(segment => $"{segment.Label}: {segment.Slope}×")) + (IsUncapped ? "; uncapped" : "");

    // Exact where decimals can be, for two tiers must not share a name; a third is 33.33 %.
    internal static string Percent(Rational fraction) =>
        (fraction * 100).ToString() is var exact && exact.Contains('/', StringComparison.Ordinal) ? Text.Percent(fraction) : $"{exact} %";

    private static Rational Above(string parameter, Rational value, Rational limit) =>
        value > limit ? value : throw new ArgumentOutOfRangeException(parameter, value, $"It is above {Percent(limit)}.");

    private PayoutCurve Bend(Rational above, Rational multiplier)
    {
        CurveSegment onwards = Onwards(above);
        return new([.. Before(above), onwards with { Intercept = onwards.At(above) - (multiplier * above), Slope = multiplier, Label = $"{multiplier}× above {Percent(above)}" }]);
    }

    // What holds just below an attainment.
    private CurveSegment Below(Rational attainment) =>
        Before(Above(nameof(attainment), attainment, 0)).Last();

    private IEnumerable<CurveSegment> Before(Rational attainment) => segments.Where(segment => segment.From < attainment);

    // What holds just above an attainment, as a piece that begins there. A jump there stays, on its side.
    private CurveSegment Onwards(Rational attainment)
    {
        CurveSegment holding = segments.Last(segment => segment.From <= attainment);
        return holding.From == attainment ? holding : holding with { From = attainment, Sense = Boundary.AtOrAbove };
    }

    // The pieces from an attainment on; the first begins there. What did not pay at the place itself does not begin to.
    private IEnumerable<CurveSegment> From(Rational attainment, Boundary sense)
    {
        CurveSegment onwards = Onwards(attainment);
        return segments.Where(segment => segment.From > attainment).Prepend(onwards.Sense == Boundary.Above ? onwards : onwards with { Sense = sense });
    }

    private Rational NotBelowFloor(Rational payout) =>
        payout >= LeastPayout
            ? payout
            : throw new ArgumentOutOfRangeException(nameof(payout), payout, $"A cap is not below the floor: the curve never pays less than {Percent(LeastPayout)}.");

    private PayoutCurve AtMost(Rational cap)
    {
        string label = $"capped at {Percent(cap)} of target";
        var pieces = new List<CurveSegment>();
        for (int i = 0; i < segments.Length; i++)
        {
            CurveSegment segment = segments[i];
            CurveSegment flat = new(segment.From, segment.Sense, cap, 0, label);
            int side = segment.At(segment.From).CompareTo(cap);
            bool startsAbove = side > 0 || (side == 0 && segment.Slope.Sign >= 0);
            pieces.Add(startsAbove ? flat : segment);
            if (segment.Slope.Sign == 0)
                continue;
            Rational crossing = (cap - segment.Intercept) / segment.Slope;
            if (crossing > segment.From && (i + 1 == segments.Length || crossing < segments[i + 1].From))
                pieces.Add((startsAbove ? segment : flat) with { From = crossing, Sense = Boundary.AtOrAbove });
        }
        return new([.. pieces.Where((piece, i) => i == 0 || piece.Label != label || pieces[i - 1].Label != label)]);
    }
}
