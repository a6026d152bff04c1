namespace CompModel;

/// <content>Curves from other curves: what starts at a place, sums, multiples, the lesser and the greater, floors.</content>
public sealed partial class PayoutCurve
{
    /// <summary>The least that the curve pays at any attainment from zero on: its floor.</summary>
    public Rational LeastPayout => Ends.Aggregate(Rational.Min);

    // The payouts at both ends of each piece: a piecewise linear curve has its least and its greatest among them.
    private IEnumerable<Rational> Ends =>
        segments.SelectMany((segment, i) => i + 1 < segments.Length ? new[] { segment.At(segment.From), segment.At(segments[i + 1].From) } : [segment.At(segment.From)]);

    /// <summary>
    /// Another curve below an attainment and this one from it on: the payout may jump. By default the threshold itself belongs to this one.
    /// Throws unless <paramref name="threshold"/> is above zero.
    /// </summary>
    public PayoutCurve WithThreshold(Rational threshold, PayoutCurve below, Boundary sense = Boundary.AtOrAbove)
    {
        Above(nameof(threshold), threshold, 0);
        return new([.. below.Before(threshold), .. From(threshold, sense)]);
    }

    /// <summary>
    /// Only what lies above an attainment counts: nothing up to it, and from there on what this curve adds; continuous from zero. Unlike
    /// <see cref="WithThreshold(Rational, Boundary)"/> it never pays from the first dollar. Throws unless <paramref name="attainment"/> is above zero,
    /// and where the curve later falls below what it pays there.
    /// </summary>
    public PayoutCurve StartingAt(Rational attainment)
    {
        Above(nameof(attainment), attainment, 0);
        Rational paid = Onwards(attainment).At(attainment);
        var curve = new PayoutCurve(
        [
            new(0, Boundary.AtOrAbove, 0, 0, $"up to {Percent(attainment)}"),
            .. From(attainment, Boundary.AtOrAbove).Select(segment => segment with { Intercept = segment.Intercept - paid }),
        ]);
        return curve.LeastPayout.Sign >= 0 && curve.segments[^1].Slope.Sign >= 0
            ? curve
            : throw new ArgumentOutOfRangeException(nameof(attainment), attainment, "Above it the curve falls below what it pays there; what it adds would be less than nothing.");
    }

    /// <summary>
    /// Never pays less than <paramref name="payout"/>, not even at attainment zero. Throws for a floor of zero or less, and for one above the most the curve ever
    /// pays: a floor above the cap.
    /// </summary>
    public PayoutCurve AtLeast(Rational payout)
    {
        Above(nameof(payout), payout, 0);
        if (segments[^1].Slope.Sign <= 0 && Ends.Aggregate(Rational.Max) is var most && payout > most)
            throw new ArgumentOutOfRangeException(nameof(payout), payout, $"A floor is not above the cap: the curve never pays more than {Percent(most)}.");
        return Max(this, new([new(0, Boundary.AtOrAbove, payout, 0, $"at least {Percent(payout)} of target")]));
    }

    /// <summary>Pays what both pay together. A tier of the sum has the labels of both, unless one pays nothing there.</summary>
    public static PayoutCurve operator +(PayoutCurve left, PayoutCurve right) => Joined(left, right, (x, one, other) => one with
    {
        From = x,
        Intercept = one.Intercept + other.Intercept,
        Slope = one.Slope + other.Slope,
        Label = PaysNothing(other) || one.Label == other.Label ? one.Label : PaysNothing(one) ? other.Label : $"{one.Label} + {other.Label}",
    }, (one, other) => one + other);

    /// <summary>Pays a multiple at every attainment; labels say so. Throws for a factor below zero.</summary>
    public static PayoutCurve operator *(PayoutCurve curve, Rational factor)
    {
        if (factor.Sign < 0)
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "A curve is multiplied by at least zero.");
        string by = factor == Rational.One ? "" : $", × {factor}";
        return new([.. curve.segments.Select(segment => segment with { Intercept = segment.Intercept * factor, Slope = segment.Slope * factor, Label = segment.Label + by })]);
    }

    /// <inheritdoc cref="op_Multiply(PayoutCurve, Rational)"/>
    public static PayoutCurve operator *(Rational factor, PayoutCurve curve) => curve * factor;

    /// <summary>Pays the lesser of the two at every attainment, with the label of that one; the first where they are equal.</summary>
    public static PayoutCurve Min(PayoutCurve left, PayoutCurve right) => Picked(left, right, -1);

    /// <summary>Pays the greater of the two at every attainment, with the label of that one; the first where they are equal.</summary>
    public static PayoutCurve Max(PayoutCurve left, PayoutCurve right) => Picked(left, right, 1);

    private static bool PaysNothing(CurveSegment segment) => segment.Intercept.Sign == 0 && segment.Slope.Sign == 0;

    private static PayoutCurve Picked(PayoutCurve left, PayoutCurve right, int sign) => Joined(
        left, right,
        // Right of a place the greater is that of the greater value there, or of the greater slope.
        (x, one, other) => (one.At(x).CompareTo(other.At(x)), one.Slope.CompareTo(other.Slope)) is var (value, slope)
            && (value != 0 ? value : slope) * sign >= 0 ? one with { From = x } : other with { From = x },
        (one, other) => one.CompareTo(other) * sign >= 0 ? one : other);

    // Cuts where either has a breakpoint or the two cross, and joins what holds to the right of each cut. A cut belongs to the side that pays what the two pay there.
    private static PayoutCurve Joined(
        PayoutCurve left, PayoutCurve right, Func<Rational, CurveSegment, CurveSegment, CurveSegment> join, Func<Rational, Rational, Rational> at)
    {
        Rational[] breaks = [.. left.segments.Concat(right.segments).Select(segment => segment.From).Distinct().Order()];
        var pieces = new List<CurveSegment>();
        for (int i = 0; i < breaks.Length; i++)
        {
            CurveSegment one = left.segments.Last(segment => segment.From <= breaks[i]), other = right.segments.Last(segment => segment.From <= breaks[i]);
            Add(breaks[i], one, other);
            if (one.Slope == other.Slope)
                continue;
            Rational crossing = (other.Intercept - one.Intercept) / (one.Slope - other.Slope);
            if (crossing > breaks[i] && (i + 1 == breaks.Length || crossing < breaks[i + 1]))
                Add(crossing, one, other);
        }
        return new([.. pieces]);

        void Add(Rational x, CurveSegment one, CurveSegment other)
        {
            CurveSegment piece = join(x, one, other);
            if (pieces.Count == 0)
            {
                pieces.Add(piece with { Sense = Boundary.AtOrAbove });
                return;
            }
            CurveSegment below = pieces[^1];
            if ((below.Intercept, below.Slope, below.Label) == (piece.Intercept, piece.Slope, piece.Label))
                return;
            Rational paid = at(left.PayoutAt(x), right.PayoutAt(x));
            Boundary sense = paid == piece.At(x) ? Boundary.AtOrAbove : Boundary.Above;
            if (sense == Boundary.Above && paid != below.At(x))
                throw new ArgumentException($"Both curves jump at {Percent(x)}, one at or above it and one above it: what they pay there together belongs to neither side.", nameof(right));
            pieces.Add(piece with { Sense = sense });
        }
    }
}
