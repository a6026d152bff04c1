using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CompModel.Tests;

/// <summary>
/// A participant on a plan of two components, and how credits fall on each period of each, for some trials. A choice is a kind (0: nothing, 1: a breakpoint,
/// 2: one step below it, 3: one above, 4: a refund, else ordinary) and a size.
/// </summary>
public sealed record KernelCase(Participant Participant, IReadOnlyList<IReadOnlyList<(int Kind, int Size)>> Choices)
{
    public override string ToString() =>
        $"{string.Join(" | ", Participant.Plan.Components.Select(component => $"{component.Basis} {(component.Rule is PayRule.ByTable { Table: var table } ? table : component.Curve)}"))}; {Participant.Employment}; "
        + $"{Participant.Plan.Proration}, {Participant.Plan.Seasonality}";
}

/// <summary>Valid plans, leaning towards jumps, flats, falls, hires inside the year, and quotas that divide badly.</summary>
public static class RandomPlans
{
    internal static readonly PlanYear Year = PlanYear.Calendar(2026);

    internal static readonly Gen<Frequency> Frequencies = Gen.Elements(Enum.GetValues<Frequency>());

    private static readonly Gen<PayoutCurve> ThroughKnots =
        from count in Gen.Choose(1, 6)
        from first in Gen.Elements(0, 0, 10)
        from steps in Gen.Elements(0, 1, 2, 5, 10).ListOf(count)
        from payouts in Gen.OneOf(Gen.Choose(0, 60), Gen.Elements(0, 20)).ListOf(count)
        from beyond in Gen.Elements(BeyondLastKnot.Flat, BeyondLastKnot.SameSlope)
        select Through(beyond, first, steps, payouts);

    private static readonly Gen<PayoutCurve> OfVerbs =
        from threshold in Gen.Elements(0, 30, 50, 95)
        from sense in Gen.Elements(Boundary.AtOrAbove, Boundary.Above)
        from accelerator in Gen.Elements(0, 1, 2, 3)
        from decelerate in Gen.Elements(false, true)
        from cap in Gen.Elements(0, 150, 300)
        select Verbs(threshold, sense, accelerator, decelerate, cap);

    internal static readonly Gen<PayoutCurve> Curves = Gen.OneOf(ThroughKnots, OfVerbs);

    internal static readonly Gen<Basis> Bases =
        from frequency in Frequencies
        from kind in Gen.Choose(0, 5)
        select kind switch
        {
            0 => (Basis)new Basis.EachPeriod(frequency),
            1 => new Basis.YearToDate(frequency, Recovery.Full),
            2 => new Basis.YearToDate(frequency, Recovery.None),
            3 => new Basis.YearToDate(frequency, Recovery.Carried),
            4 => new Basis.YearToDate(frequency, Recovery.Full, Yardstick.FullQuota),
            _ => new Basis.YearToDate(frequency, Recovery.None, Yardstick.FullQuota),
        };

    internal static readonly Gen<Participant> Participants =
        from first in Curves
        from second in Curves
        from basis in Bases
        from other in Bases
        from third in Gen.Choose(1, 2)
        from quota in Gen.Elements(1_000_000, 999_999, 120_000, 12)
        from units in Gen.Elements(7m, 100m, 12.5m)
        from target in Gen.Elements(100_000m, 33_333.33m, 1m, 250_000.01m)
        from seasonality in Gen.Elements(Seasonality.EqualMonths, Seasonality.Quarters(18.Percent, 22.Percent, 24.Percent, 36.Percent))
        from proration in Gen.Elements(Enum.GetValues<Proration>())
        from ramp in Gen.Elements(Ramp.None, Ramp.Of(25.Percent, 50.Percent, 75.Percent))
        from hired in Gen.Choose(-300, 300)
        from days in Gen.Elements(10, 200, 1000)
        from changes in Gen.Choose(0, 7)
        from changed in Gen.Choose(0, 300)
        let plan = new CompensationPlan(
            "plan", new OnTargetEarnings(50_000.Usd, target.Usd),
            On(Component.Of(Measure.Bookings, (Rational)third / 3, first), basis),
            On(Component.Of(Measure.Adoption, (Rational)(3 - third) / 3, second), other))
            .WithSeasonality(seasonality).WithProration(proration).WithRamp(ramp)
        let start = Year.Start.PlusDays(hired)
        let participant = new Participant("R1", plan, new Quota(Measure.Bookings, quota.Usd), new Quota(Measure.Adoption, units))
        let altered = Altered(participant, Year.Start.PlusDays(changed), changes)
        select hired < -200 ? altered : altered.HiredOn(start).TerminatedOn(LocalDate.Max(start.PlusDays(days), Year.Start));

    // A raise, a leave, a relief, each or none, around one day.
    private static Participant Altered(Participant participant, LocalDate day, int changes)
    {
        if ((changes & 1) > 0)
            participant = participant.EarningFrom(day, new(60_000.Usd, participant.OnTarget.TargetIncentive + 12_345.67m.Usd));
        if ((changes & 2) > 0)
            participant = participant.OnLeave(new(day.PlusDays(20), day.PlusDays(80)), "leave");
        return (changes & 4) > 0 ? participant.WithQuotaRelief(new(day.PlusDays(-15), day.PlusDays(40)), 30.Percent, "relief") : participant;
    }

    private static readonly Gen<KernelCase> Cases =
        from participant in Participants
        from kinds in Gen.Choose(0, 8).ListOf(2 * 12 * 6)
        from sizes in Gen.Choose(0, 4000).ListOf(2 * 12 * 6)
        select new KernelCase(participant, [.. kinds.Zip(sizes).Chunk(12)]);

    public static Arbitrary<KernelCase> PlanCases() => Cases.ToArbitrary();

    // Tiers lie where quotas do, so that some are passed and some are not.
    private static readonly Gen<RateTable> Tables =
        from reading in Gen.Choose(0, 3)
        from sense in Gen.Elements(Boundary.AtOrAbove, Boundary.Above)
        from count in Gen.Choose(1, 5)
        from widths in Gen.Elements(1, 7, 20_000, 333_333, 500_000).ListOf(count)
        from rates in Gen.Elements(0, 1, 333, 500, 2_000, 10_000).ListOf(count)
        let tiers = rates.Select((rate, i) => ((Rational)widths.Take(i).Sum(), (Rational)rate / 10_000)).ToArray()
        select (reading switch
        {
            0 => RateTable.Marginal(tiers),
            1 => RateTable.Retroactive(tiers),
            2 => RateTable.OverageAtTopRate(tiers),
            _ => RateTable.ProportionalAmounts([.. tiers.Select((tier, i) => (tier.Item1, tier.Item1 + widths[i], tier.Item2 * widths[i]))]),
        }).WithBreakpoints(sense);

    private static readonly Gen<KernelCase> CommissionCases =
        from one in Cases
        from money in Tables
        from units in Tables
        from both in Gen.Elements(false, true)
        let plan = one.Participant.Plan
        let first = On(Component.Commission(Measure.Bookings, money), plan.Components[0].Basis)
        let second = On(both ? Component.Commission(Measure.Adoption, units) : Component.Of(Measure.Adoption, 1, plan.Components[1].Curve), plan.Components[1].Basis)
        let commissions = new CompensationPlan("plan", plan.OnTarget, first, second).WithSeasonality(plan.Seasonality).WithProration(plan.Proration).WithRamp(plan.Ramp)
        select one with { Participant = one.Participant.OnPlan(commissions) };

    /// <summary>The same with commission by rate tables in the place of the first component or of both.</summary>
    public static class WithCommission
    {
        public static Arbitrary<KernelCase> PlanCases() => CommissionCases.ToArbitrary();
    }

    internal static Component On(Component component, Basis basis) => basis switch
    {
        Basis.YearToDate toDate => component.ToDate(toDate.Pays, toDate.Recovery, toDate.Against),
        _ => component.Each(basis.Pays),
    };

    private static PayoutCurve Through(BeyondLastKnot beyond, int first, IEnumerable<int> steps, IEnumerable<int> payouts)
    {
        var knots = new List<(Rational Attainment, Rational Payout)>();
        int at = first;
        foreach ((int step, int payout) in steps.Zip(payouts))
        {
            // The first stands where it is; later ones step on, but no three at one place.
            if (knots.Count > 0)
                at += step == 0 && knots.Count > 1 && knots[^1].Attainment == knots[^2].Attainment ? 1 : step;
            knots.Add(((Rational)at / 20, (Rational)payout / 20));
        }
        // A fall that goes on for ever would pay less than nothing.
        int last = knots.FindLastIndex(knot => knot.Attainment < knots[^1].Attainment);
        bool falls = last >= 0 && knots[last + 1].Payout < knots[last].Payout;
        return PayoutCurve.Through(falls ? BeyondLastKnot.Flat : beyond, [.. knots]);
    }

    private static PayoutCurve Verbs(int threshold, Boundary sense, int accelerator, bool decelerate, int cap)
    {
        PayoutCurve curve = PayoutCurve.Linear;
        if (threshold > 0)
            curve = curve.WithThreshold(threshold.Percent, sense);
        if (accelerator > 0)
            curve = curve.Accelerate(100.Percent, accelerator);
        if (decelerate)
            curve = curve.Decelerate(150.Percent, 0.5m);
        return cap == 0 ? curve : curve.CapAt(payout: cap.Percent);
    }
}
