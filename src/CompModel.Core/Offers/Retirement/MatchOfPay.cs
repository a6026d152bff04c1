namespace CompModel;

/// <summary>
/// The match of a year as a function of its eligible pay, in major units of one currency, for a deferral in percent of that pay: continuous and piecewise linear from zero, exact,
/// before rounding; the last slope goes on for ever. It is the match of the year taken as one period, which is what a trued-up match comes to; worked out each period, the match
/// of the same year is that or less. Concave where tiers' rates fall and the additions limit does not bind (<see cref="IsConcave"/>). Not the nonelective part.
/// </summary>
public sealed class MatchOfPay
{
    private readonly (Rational Pay, Rational Match)[] knots;

    // Knots that bend nothing are dropped, so that equal functions have equal knots.
    private MatchOfPay(IEnumerable<(Rational Pay, Rational Match)> points, Rational slopeBeyond)
    {
        var kept = new List<(Rational Pay, Rational Match)>();
        foreach ((Rational Pay, Rational Match) point in points)
        {
            if (kept.Count >= 2 && Slope(kept[^2], kept[^1]) == Slope(kept[^1], point))
                kept.RemoveAt(kept.Count - 1);
            kept.Add(point);
        }
        if (kept.Count >= 2 && Slope(kept[^2], kept[^1]) == slopeBeyond)
            kept.RemoveAt(kept.Count - 1);
        knots = [.. kept];
        SlopeBeyond = slopeBeyond;
    }

    /// <summary>Where the function bends, in rising order of pay, the first at zero pay.</summary>
    public IReadOnlyList<(Rational Pay, Rational Match)> Knots => knots;

    /// <summary>What a further unit of pay adds to the match beyond the last knot.</summary>
    public Rational SlopeBeyond { get; }

    /// <summary>What a further unit of pay adds, from each knot up to the next; as many as knots.</summary>
    public IReadOnlyList<Rational> Slopes => [.. knots.Zip(knots.Skip(1), Slope), SlopeBeyond];

    /// <summary>Whether the slopes never rise: the match of a mean pay is then at least the mean match.</summary>
    public bool IsConcave => Slopes.Zip(Slopes.Skip(1)).All(pair => pair.Second <= pair.First);

    /// <summary>The match of an eligible pay, in major units. Throws below zero.</summary>
    public Rational At(Rational pay)
    {
        if (pay.Sign < 0)
            throw new ArgumentOutOfRangeException(nameof(pay), pay, "Eligible pay is at least zero.");
        int i = knots.Length - 1;
        while (knots[i].Pay > pay)
            i--;
        return knots[i].Match + (SlopeFrom(i) * (pay - knots[i].Pay));
    }

    /// <summary>"0 → 0; 100000 → 4000; then 0 a unit".</summary>
    public override string ToString() => string.Join("; ", knots.Select(knot => $"{knot.Pay} → {knot.Match}")) + $"; then {SlopeBeyond} a unit";

    internal static MatchOfPay Of(RetirementMatch match, Rational deferral, RetirementLimits limits, int age)
    {
        MatchOfPay eligible = Capped(Line(1), limits.Compensation), deferred = Capped(Line(deferral), limits.MostDeferred(age)), one = Constant(1);
        (MatchOfPay sum, MatchOfPay reached) = (Constant(0), Constant(0));
        foreach ((Rational upTo, Rational rate) in match.Tiers)
        {
            MatchOfPay next = Least(deferred, Times(match.IsOfMoney ? one : eligible, upTo));
            sum = Plus(sum, Times(Plus(next, Times(reached, -1)), rate));
            reached = next;
        }
        if (match.MostOfPay is { } most)
            sum = Least(sum, Times(eligible, most));
        sum = Capped(sum, match.MostAYear);
        if (limits.Additions is { } additions)
        {
            MatchOfPay room = Plus(Constant(additions.Value), Times(Capped(deferred, limits.Deferral), -1));
            // The greater of none and what is left.
            sum = Least(sum, Times(Least(Constant(0), Times(room, -1)), -1));
        }
        return sum;
    }

    private static MatchOfPay Line(Rational slope) => new([(0, 0)], slope);

    private static MatchOfPay Constant(Rational value) => new([(0, value)], 0);

    private static MatchOfPay Capped(MatchOfPay line, Money? cap) => cap is { } most ? Least(line, Constant(most.Value)) : line;

    private static MatchOfPay Times(MatchOfPay line, Rational factor) => new(line.knots.Select(knot => (knot.Pay, knot.Match * factor)), line.SlopeBeyond * factor);

    private static MatchOfPay Plus(MatchOfPay left, MatchOfPay right) => new(Bends(left, right).Select(pay => (pay, left.At(pay) + right.At(pay))), left.SlopeBeyond + right.SlopeBeyond);

    private static MatchOfPay Least(MatchOfPay left, MatchOfPay right)
    {
        Rational[] bends = [.. Bends(left, right)];
        var points = new List<Rational>();
        for (int i = 0; i < bends.Length; i++)
        {
            points.Add(bends[i]);
            // Where the two cross before the next bend.
            Rational apart = left.At(bends[i]) - right.At(bends[i]), closing = right.SlopeAt(bends[i]) - left.SlopeAt(bends[i]);
            if (apart.Sign * closing.Sign > 0 && bends[i] + (apart / closing) is var crossing && (i + 1 == bends.Length || crossing < bends[i + 1]))
                points.Add(crossing);
        }
        Rational last = points[^1];
        int side = left.At(last).CompareTo(right.At(last));
        bool isLeft = side < 0 || (side == 0 && left.SlopeBeyond <= right.SlopeBeyond);
        return new(points.Select(pay => (pay, Rational.Min(left.At(pay), right.At(pay)))), isLeft ? left.SlopeBeyond : right.SlopeBeyond);
    }

    private static IEnumerable<Rational> Bends(MatchOfPay left, MatchOfPay right) => left.knots.Concat(right.knots).Select(knot => knot.Pay).Distinct().Order();

    private static Rational Slope((Rational Pay, Rational Match) from, (Rational Pay, Rational Match) to) => (to.Match - from.Match) / (to.Pay - from.Pay);

    private Rational SlopeFrom(int knot) => knot + 1 < knots.Length ? Slope(knots[knot], knots[knot + 1]) : SlopeBeyond;

    private Rational SlopeAt(Rational pay) => SlopeFrom(Array.FindLastIndex(knots, knot => knot.Pay <= pay));
}
