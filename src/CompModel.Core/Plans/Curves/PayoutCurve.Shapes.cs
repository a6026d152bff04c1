namespace CompModel;

/// <content>Curves from their points and slopes.</content>
public sealed partial class PayoutCurve
{
    // No plan pays a hundred times its base rate: such a number is a percentage without its sign.
    private static readonly Rational MostMultiple = 100;

    /// <summary>
    /// A curve through knots (attainment, payout), straight between them. Two knots at one attainment are a jump, which belongs to the upper side.
    /// Below a first knot above zero nothing is paid. Throws for no knots, knots that fall back, three at one place, payouts below zero, and a last slope below zero that goes on.
    /// </summary>
    public static PayoutCurve Through(BeyondLastKnot beyond, params (Rational Attainment, Rational Payout)[] knots) => Through(beyond, knots, Percent);

    /// <summary>
    /// A curve through knots in the measure's own units, such as (1,997 points, 100 %), against the quota that is 100 % attainment. Otherwise as
    /// <see cref="Through(BeyondLastKnot, ValueTuple{Rational, Rational}[])"/>; tiers are named in those units. Like every curve it moves with the quota
    /// that a participant has: only a rate table stays in amounts. Throws for a quota of zero or below.
    /// </summary>
    public static PayoutCurve ThroughAmounts(Rational quota, BeyondLastKnot beyond, params (Rational Amount, Rational Payout)[] knots) =>
        quota.Sign > 0
            ? Through(beyond, [.. knots.Select(knot => (knot.Amount / quota, knot.Payout))], attainment => Text.Number(attainment * quota, 6))
            : throw new ArgumentOutOfRangeException(nameof(quota), quota, "Knots in amounts are measured against a quota above zero.");

    /// <summary>
    /// Each tier from an attainment on pays its multiple of the base rate, up to the next tier; continuous from zero, the last without end. Multiples may fall.
    /// Throws for no tier, a first tier that does not start at zero, tiers that do not rise, multiples below zero, and multiples above 100, which are
    /// percentages without their sign.
    /// </summary>
    public static PayoutCurve Slopes(params (Rational From, Rational Multiple)[] tiers)
    {
        if (tiers.Length == 0)
            throw new ArgumentException("Slopes are given for at least one tier.", nameof(tiers));
        if (tiers[0].From.Sign != 0)
            throw new ArgumentOutOfRangeException(nameof(tiers), tiers[0].From, $"The first tier starts at zero, not at {Percent(tiers[0].From)}.");
        var pieces = new CurveSegment[tiers.Length];
        Rational paid = Rational.Zero;
        for (int i = 0; i < tiers.Length; i++)
        {
            (Rational from, Rational multiple) = tiers[i];
            if (multiple.Sign < 0 || multiple > MostMultiple)
                throw new ArgumentOutOfRangeException(nameof(tiers), multiple, $"A multiple of the base rate is between 0 and {MostMultiple}; write {multiple} % as {multiple}.Percent.");
            pieces[i] = new(from, Boundary.AtOrAbove, paid - (multiple * from), multiple, Band(tiers, i));
            if (i + 1 < tiers.Length)
                paid = pieces[i].At(tiers[i + 1].From);
        }
        return new(pieces);
    }

    /// <summary>
    /// A staircase: from each attainment on (at or above it), a fixed payout until the next. Below a first step above zero nothing is paid.
    /// Throws for no step, steps that do not rise in attainment, and payouts below zero.
    /// </summary>
    public static PayoutCurve Step(params (Rational From, Rational Payout)[] steps) => Step(Boundary.AtOrAbove, steps);

    /// <summary>As above; <paramref name="sense"/> says whether a step is reached at its attainment or only above it.</summary>
    public static PayoutCurve Step(Boundary sense, params (Rational From, Rational Payout)[] steps)
    {
        if (steps.Length == 0)
            throw new ArgumentException("A staircase has at least one step.", nameof(steps));
        if (steps[0].From.Sign < 0)
            throw new ArgumentOutOfRangeException(nameof(steps), steps[0].From, "Attainment is at least zero.");
        var pieces = new List<CurveSegment>();
        if (steps[0].From.Sign > 0)
            pieces.Add(new(0, Boundary.AtOrAbove, 0, 0, $"below {Percent(steps[0].From)}"));
        for (int i = 0; i < steps.Length; i++)
        {
            if (steps[i].Payout.Sign < 0)
                throw new ArgumentOutOfRangeException(nameof(steps), steps[i].Payout, $"A payout is at least zero; at {Percent(steps[i].From)} it is {Percent(steps[i].Payout)}.");
            pieces.Add(new(steps[i].From, steps[i].From.Sign == 0 ? Boundary.AtOrAbove : sense, steps[i].Payout, 0, Band(steps, i)));
        }
        return new([.. pieces]);
    }

    // A tier is named for where it lies.
    private static string Band((Rational From, Rational)[] tiers, int i) =>
        i + 1 < tiers.Length ? $"{Percent(tiers[i].From)} to {Percent(tiers[i + 1].From)}" : tiers[i].From.Sign == 0 ? "all" : $"above {Percent(tiers[i].From)}";

    private static PayoutCurve Through(BeyondLastKnot beyond, (Rational Attainment, Rational Payout)[] knots, Func<Rational, string> place)
    {
        if (knots.Length == 0)
            throw new ArgumentException("A curve goes through at least one knot.", nameof(knots));
        if (knots[0].Attainment.Sign < 0)
            throw new ArgumentOutOfRangeException(nameof(knots), knots[0].Attainment, "Attainment is at least zero.");
        if (knots.FirstOrDefault(knot => knot.Payout.Sign < 0) is { Payout.Sign: < 0 } negative)
            throw new ArgumentOutOfRangeException(nameof(knots), negative.Payout, $"A payout is at least zero; at {place(negative.Attainment)} it is {Percent(negative.Payout)}.");
        var pieces = new List<CurveSegment>();
        if (knots[0].Attainment.Sign > 0)
            pieces.Add(new(0, Boundary.AtOrAbove, 0, 0, $"below {place(knots[0].Attainment)}"));
        for (int i = 0; i + 1 < knots.Length; i++)
        {
            (Rational from, Rational paid) = knots[i];
            (Rational to, Rational next) = knots[i + 1];
            if (to < from || (to == from && i + 2 < knots.Length && knots[i + 2].Attainment == to))
            {
                throw new ArgumentException(
                    $"Knots rise in attainment, at most two at one place; {place(to)} follows {place(from)}.", nameof(knots));
            }
            if (to == from)
                continue;
            Rational slope = (next - paid) / (to - from);
            pieces.Add(new(from, Boundary.AtOrAbove, paid - (slope * from), slope, $"{place(from)} to {place(to)}"));
        }
        (Rational end, Rational last) = knots[^1];
        Rational onwards = beyond == BeyondLastKnot.Flat || pieces.Count == 0 ? 0 : pieces[^1].Slope;
        if (onwards.Sign < 0)
            throw new ArgumentException($"A curve that still falls at {place(end)} cannot go on so for ever: it would pay less than nothing. End it flat.", nameof(beyond));
        pieces.Add(new(end, Boundary.AtOrAbove, last - (onwards * end), onwards, beyond == BeyondLastKnot.Flat ? $"capped at {place(end)}" : $"above {place(end)}"));
        return new([.. pieces]);
    }
}
