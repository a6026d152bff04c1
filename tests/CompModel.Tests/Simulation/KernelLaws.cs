using NodaTime;

namespace CompModel.Tests;

/// <summary>
/// The simulation's kernel pays what an unrounded statement pays: period by period and tier by tier, for any curve, basis, hire and season.
/// </summary>
public class KernelLaws
{
    private const double Grid = 1.0 / 1024;

    // Statements round to this, so that nothing of theirs shows.
    private static readonly Rounding Fine = new(1e-9m);

    [Law(Arbitrary = [typeof(RandomPlans.WithCommission)], MaxTest = 150)]
    public void The_kernel_earns_the_commission_of_a_statement_before_rounding(KernelCase one) => The_kernel_earns_what_a_statement_earns_before_rounding(one);

    [Law(Arbitrary = [typeof(RandomPlans.WithCommission)], MaxTest = 150)]
    public void Tiers_share_the_pay_as_the_table_does(KernelCase one) => Tiers_share_the_pay_as_the_curve_does(one);

    [Law(Arbitrary = [typeof(RandomPlans.WithCommission)], MaxTest = 150)]
    public void Periods_and_tiers_of_commission_sum_to_the_same_pay_exactly(KernelCase one) => Periods_and_tiers_sum_to_the_same_pay_exactly(one);

    [Law(Arbitrary = [typeof(RandomPlans)], MaxTest = 150)]
    public void The_kernel_earns_what_a_statement_earns_before_rounding(KernelCase one) => ForEachComponent(one, (terms, component, credited, trial, kernel) =>
    {
        double[] exact = StatementEarned(terms, component, credited);
        for (int period = 0; period < exact.Length; period++)
        {
            // What is earned is a difference of two amounts on the grid, half a step each, and of two statements, half a billionth each; rates, intercepts and
            // the fused product are rounded once each, relative to lines of at most 12 targets, or of the amounts that have rates of at most 1.
            double tolerance = Grid + 1e-9 + (1e-12 * Scale(component, credited));
            Assert.Equal(exact[period], kernel.Earned[period][trial], tolerance);
        }
    });

    [Law(Arbitrary = [typeof(RandomPlans)], MaxTest = 150)]
    public void Tiers_share_the_pay_as_the_curve_does(KernelCase one) => ForEachComponent(one, (terms, component, credited, trial, kernel) =>
    {
        if (DecisiveAttainments(component, credited) is not { } decisive)
            return;
        for (int tier = 0; tier < component.Component.Tiers.Count; tier++)
        {
            double exact = decisive.Sum(window => (window.Target * Inside(component.Component.Rule, tier, window.Attainment)).ToDouble());
            // Two ends on the grid for each window that pays, half a step each.
            Assert.Equal(exact, kernel.Tiers[tier][trial], (decisive.Count * Grid) + (1e-12 * Scale(component, credited)));
        }
    });

    [Law(Arbitrary = [typeof(RandomPlans)], MaxTest = 150)]
    public void Periods_and_tiers_sum_to_the_same_pay_exactly(KernelCase one) => ForEachComponent(one, (terms, component, credited, trial, kernel) =>
    {
        double earned = kernel.Earned.Sum(period => period[trial]), tiers = kernel.Tiers.Sum(tier => tier[trial]);
        Assert.Equal(earned, tiers);
        Assert.True(kernel.Earned.All(period => IsOnGrid(period[trial])) && kernel.Tiers.All(tier => IsOnGrid(tier[trial])));
    });

    private static void ForEachComponent(
        KernelCase one, Action<ParticipantTerms, ComponentTerms, Rational[], int, (double[][] Earned, double[][] Tiers)> check)
    {
        Participant participant = one.Participant.OnPlan(one.Participant.Plan.WithRounding(Fine));
        ParticipantTerms terms = participant.TermsFor(RandomPlans.Year);
        for (int c = 0; c < terms.Components.Count; c++)
        {
            ComponentTerms component = terms.Components[c];
            Rational[][] trials = [.. one.Choices.Where((_, i) => i % 2 == c).Select(choices => CreditedToDate(terms, component, choices))];
            (double[][], double[][]) kernel = Run(terms, component, trials);
            for (int trial = 0; trial < trials.Length; trial++)
                check(terms, component, trials[trial], trial, kernel);
        }
    }

    private static (double[][] Earned, double[][] Tiers) Run(ParticipantTerms terms, ComponentTerms component, Rational[][] trials)
    {
        var reads = new CreditReads(terms);
        LocalDate[] slots = [.. component.Periods.Select(period => period.Days.End)];
        var kernel = new ComponentKernel(terms, component, reads, slots, 0);
        int tiers = component.Component.Tiers.Count;
        double[][] credited = [.. reads.InOrder.Select(read => trials.Select(trial => trial[Array.IndexOf(slots, read.By)].ToDouble()).ToArray())];
        var pay = new PayTile();
        pay.Clear(slots.Length, tiers, trials.Length);
        kernel.Run(new CreditTile(credited, trials.Length), pay);
        return (pay.Posted, pay.Lines);
    }

    // Multiples of 1/1024, so that sums are exact in doubles, too; on breakpoints and a step beside them on purpose.
    private static Rational[] CreditedToDate(ParticipantTerms terms, ComponentTerms component, IReadOnlyList<(int Kind, int Size)> choices)
    {
        Rational[] toDate = new Rational[component.Periods.Count];
        bool sumsUp = component.Component.Basis is Basis.YearToDate;
        for (int i = 0; i < toDate.Length; i++)
        {
            Rational before = i == 0 ? Rational.Zero : toDate[i - 1];
            toDate[i] = before;
            if (component.Periods[i].Period.Days.Intersect(terms.Participant.Employment).IsEmpty)
                continue;
            (int kind, int size) = choices[i];
            Rational[] places = Places(component.Component.Rule);
            // Somebody without quota may have credits all the same.
            Rational quota = Rational.Max(Measured(component, i).Quota.Value, 1), start = sumsUp ? Rational.Zero : before;
            Rational breakpoint = places[size % places.Length] * (component.Component.Rule is PayRule.ByTable ? Rational.One : quota), step = Rational.Of(1, 1024);
            toDate[i] = kind switch
            {
                0 => before,
                1 => start + OnGrid(breakpoint),
                2 => start + OnGrid(breakpoint) - step,
                3 => start + OnGrid(breakpoint) + step,
                4 => before - OnGrid(quota * size / 4000),
                _ => before + OnGrid(component.Periods[i].Quota.Value * size / 1600) + Rational.Of(size, 1024),
            };
        }
        return toDate;
    }

    private static PeriodTerms Measured(ComponentTerms component, int i) => component.Component.Basis switch
    {
        Basis.YearToDate { Against: Yardstick.FullQuota } => component.ToDate[^1],
        Basis.YearToDate => component.ToDate[i],
        _ => component.Periods[i],
    };

    private static Rational OnGrid(Rational amount) => Rational.Of((amount * 1024).Floor(), 1024);

    private static bool IsOnGrid(double amount) => amount * 1024 == Math.Round(amount * 1024);

    private static double[] StatementEarned(ParticipantTerms terms, ComponentTerms component, Rational[] creditedToDate)
    {
        var credits = new List<Credit>();
        for (int i = 0; i < creditedToDate.Length; i++)
        {
            DateRange days = component.Periods[i].Period.Days.Intersect(terms.Participant.Employment);
            Rational amount = creditedToDate[i] - (i == 0 ? Rational.Zero : creditedToDate[i - 1]);
            if (!days.IsEmpty)
                credits.Add(new Credit(terms.Participant.Id, component.Component.Measure, days.End.PlusDays(-1), new Amount(amount, component.Quota.Currency), $"D{i}"));
        }
        double[] earned = new double[creditedToDate.Length];
        Position position = Position.AtStartOf(terms);
        for (int i = 0; i < earned.Length; i++)
        {
            var statement = Statement.Read(terms, position, component.Periods[i].Period.End, "test", credits);
            earned[i] = statement.Components.Where(part => part.Component.Name == component.Component.Name).Sum(part => part.Earned.ToDouble());
            position = statement.Closing;
        }
        return earned;
    }

    /// <summary>The windows whose pay the year earns, in exact numbers; null where a near tie, with another or with nothing, leaves open which it is.</summary>
    private static List<(Rational Attainment, Rational Target)>? DecisiveAttainments(ComponentTerms component, Rational[] creditedToDate)
    {
        PayRule rule = component.Component.Rule;
        bool toDate = component.Component.Basis is Basis.YearToDate;
        var windows = new List<(Rational Attainment, Rational Target)>();
        for (int i = 0; i < creditedToDate.Length; i++)
        {
            PeriodTerms period = Measured(component, i);
            Rational credited = creditedToDate[i] - (toDate || i == 0 ? Rational.Zero : creditedToDate[i - 1]);
            // Without quota nothing is measured and nothing paid.
            windows.Add(rule is PayRule.ByTable ? (credited, Rational.One)
                : period.Quota.Value.Sign == 0 ? (-1, Rational.Zero) : (credited / period.Quota.Value, period.Target.Value));
        }
        if (component.Component.Basis is not Basis.YearToDate basis)
            return windows;
        if (basis.Recovery == Recovery.Full)
            return [windows[^1]];
        (Rational Attainment, Rational Target) best = windows.MaxBy(window => window.Target * Payout(rule, window.Attainment));
        Rational most = best.Target * Payout(rule, best.Attainment);
        bool tie = windows.Any(window => window != best && (most - (window.Target * Payout(rule, window.Attainment))).Abs() < Rational.Of(1, 256));
        return most < Rational.Of(1, 256) || tie ? null : [best];
    }

    // What the curve pays inside a tier, the step into it included, as a multiple of the target.
    private static Rational Inside(PayRule rule, int tier, Rational attainment)
    {
        Rational[] places = Places(rule);
        int last = rule is PayRule.ByTable { Table: var table } ? table.TierAt(attainment) : ((PayRule.ByCurve)rule).Curve.TierAt(attainment);
        if (tier > last || (attainment.Sign < 0 && rule is PayRule.ByCurve))
            return Rational.Zero;
        Rational below = tier == 0 ? Rational.Zero : Line(rule, tier - 1, places[tier]);
        return Line(rule, tier, tier == last ? attainment : places[tier + 1]) - below;
    }

    private static Rational[] Places(PayRule rule) =>
        [.. rule is PayRule.ByTable { Table: var table } ? table.Segments.Select(segment => segment.From) : ((PayRule.ByCurve)rule).Curve.Segments.Select(segment => segment.From)];

    private static Rational Line(PayRule rule, int tier, Rational at) =>
        rule is PayRule.ByTable { Table: var table } ? table.Segments[tier].At(at) : ((PayRule.ByCurve)rule).Curve.Segments[tier].At(at);

    // A table's windows are in amounts and have a target of one.
    private static Rational Payout(PayRule rule, Rational at) =>
        rule is PayRule.ByTable { Table: var table } ? table.CommissionOn(at) : ((PayRule.ByCurve)rule).Curve.PayoutAt(at);

    private static double Scale(ComponentTerms component, Rational[] credited) => component.Component.Rule is PayRule.ByTable
        ? credited.Sum(amount => amount.Abs().ToDouble()) + 1_000_000
        : component.Target.ToDouble();
}
