using FsCheck;
using NodaTime;

namespace CompModel.Tests;

/// <summary>Pay on simulated deals is what statements of those deals say; and where no rule is about single deals, what a kernel on the same credits pays.</summary>
public class DealPayLaws
{
    private const double Grid = 1.0 / 1024;

    // A measure of its own that deals make, so that whoever sells has deals.
    private static readonly DealMix Mix = new DealMix(DealCount.NegativeBinomial(2, 5), DealSize.Gamma(10_000, 1.3))
        .With(DealAttribute.Product, ("p0", 30.Percent), ("p1", 30.Percent), ("p2", 40.Percent))
        .With(DealAttribute.TermMonths, (6, 20.Percent), (12, 30.Percent), (24, 30.Percent), (36, 20.Percent))
        .With(Measure.OfUnits("logos"), DealWorth.Units((1, 60.Percent), (0, 40.Percent))).InMeasure(DealComponents.MeasureOf(0));

    private static readonly Assumptions Assumed = Enumerable.Range(1, 3).Select(DealComponents.MeasureOf)
        .Aggregate(Assumptions.For(DealComponents.MeasureOf(0), AttainmentModel.LogNormal(1, 0.4)), (all, measure) => all.And(measure, AttainmentModel.LogNormal(1, 0.3))).WithDeals(Mix);

    [Law(Arbitrary = [typeof(DealPlanYears)], MaxTest = 250)]
    public void Pay_on_simulated_deals_is_what_statements_of_them_say_posting_by_posting(DealPlanCase any, ushort seed)
    {
        // Judgements are held against the kernel, below.
        DealPlanCase plan = any with { Components = [.. any.Components.Where(component => !PayKernelLaws.IsJudged(component))], Multipliers = [.. any.Multipliers.Where(each => !PayKernelLaws.IsJudged(each.Multiplier))] };
        if (plan.Components.Count == 0 || SimulatedOf(plan.Participant, plan.Year, seed) is not { } year)
            return;
        PayTile pay = year.Run(year.Pay);
        for (int trial = 0; trial < SimulatedYear.Trials; trial++)
        {
            List<Credit> credits = year.CreditsOf(trial);
            Position position = Position.AtStartOf(year.Terms);
            foreach (MeasurementPeriod month in plan.Year.Periods(Frequency.Monthly))
            {
                Statement statement = year.Terms.Statement(position, month, credits);
                position = statement.Closing;
                double posted = year.Pay.Slots.Select((slot, i) => month.Days.Contains(slot.PlusDays(-1)) ? pay.Posted[i][trial] : 0).Sum();
                // Each component and each result of the plan is put on the grid once.
                Assert.Equal(statement.Earned.ToDouble(), posted, Grid * (statement.Components.Count + statement.PlanResults.Count));
                double commission = year.Pay.Slots.Select((slot, i) => month.Days.Contains(slot.PlusDays(-1)) ? pay.Commission[i][trial] : 0).Sum();
                Assert.Equal(statement.Components.Sum(component => component.Earned.ToDouble()), commission, Grid * statement.Components.Count);
            }
            Assert.Equal(pay.Posted.Sum(row => row[trial]), pay.Lines.Sum(row => row[trial]));
        }
        Assert.True(pay.Posted.Concat(pay.Lines).All(row => row.All(each => each * 1024 == Math.Round(each * 1024))));
    }

    [Law(Arbitrary = [typeof(DealPlanYears)], MaxTest = 250)]
    public void Without_rules_for_single_deals_it_is_what_a_kernel_pays_on_the_same_credits(DealPlanCase any, ushort seed)
    {
        DealPlanCase plan = any with { Components = [.. any.Components.Select(PayKernelLaws.ByPeriod)] };
        if (SimulatedOf(PayKernelLaws.Finely(plan.Participant), plan.Year, seed) is not { } year || SimulatedReach.ScoreTwice(year.Terms) is not null)
            return;
        // Nobody is judged for days before being there, where a statement has nobody to credit.
        if (Judgements.Of(year.Terms).Any(judged => judged.Spans.Any(span => span.Intersect(year.Terms.Active).IsEmpty)))
            return;
        PayTile dealt = year.Run(year.Pay), kernel = year.Run(year.Kernel);
        for (int trial = 0; trial < SimulatedYear.Trials; trial++)
        {
            // A millionth for judgements and team credits, which statements read to so many decimals.
            double tolerance = PayKernelLaws.Tolerance(year.Terms, [.. year.CreditsOf(trial)]) + 1e-6;
            for (int slot = 0; slot < year.Pay.Slots.Count; slot++)
                Assert.Equal(kernel.Posted[slot][trial], dealt.Posted[slot][trial], tolerance);
        }
    }

    [Law(Arbitrary = [typeof(DealPlanYears)], MaxTest = 200)]
    public void Deals_split_exactly_what_was_drawn(DealPlanCase any, ushort seed)
    {
        if (SimulatedOf(any.Participant, any.Year, seed) is not { } year)
            return;
        for (int place = 0; place < year.Draws.Measures.Count; place++)
        {
            DealtMeasure measure = year.Draws.Measures[place];
            for (int trial = 0; trial < SimulatedYear.Trials; trial++)
            {
                long[] steps = year.Deals.Steps[place][(trial * year.Deals.Stride)..((trial * year.Deals.Stride) + year.Deals.Counts[trial])];
                Assert.All(steps, step => Assert.True(step >= 0));
                if (measure.IsMade)
                    Assert.All(steps, step => Assert.True(step is 0 or 1_000_000));
                else
                    Assert.Equal((long)Math.Round(year.Attainment[measure.Index][0][trial] * measure.Quota * measure.StepsPerUnit), steps.Sum());
                Assert.All(year.Deals.Days[(trial * year.Deals.Stride)..((trial * year.Deals.Stride) + year.Deals.Counts[trial])],
                    day => Assert.True(year.Terms.Active.Contains(any.Year.Start.PlusDays(day))));
            }
        }
    }

    [Fact]
    public void Tiers_that_deals_fill_in_order_are_paid_on_the_lines_of_a_kernel()
    {
        Assumptions assumed = Forces.Assumed.WithDeals(new DealMix(DealCount.Poisson(6), DealSize.Gamma(10_000, 1.3)).With(Measure.OfUnits("logos"), DealWorth.Units((1, Rational.One))));
        for (ulong seed = 1; seed <= 40; seed++)
        {
            var year = new SimulatedYear(Forces.Seller((int)seed), Forces.Year, assumed, seed);
            PayTile dealt = year.Run(year.Pay), kernel = year.Run(year.Kernel);
            for (int line = 0; line < year.Kernel.Lines.Count; line++)
            {
                // A cent for each of at most twelve periods.
                for (int trial = 0; trial < SimulatedYear.Trials; trial++)
                    Assert.Equal(kernel.Lines[line][trial], dealt.Lines[line][trial], 0.12 + (12 * Grid));
            }
        }
    }

    // Null for plans that are refused, and for people who have nothing to sell in the year.
    private static SimulatedYear? SimulatedOf(Participant participant, PlanYear year, ushort seed)
    {
        ParticipantTerms terms = participant.TermsFor(year);
        return terms.NotSimulated(Assumed) is null && terms.OwnQuota(DealComponents.MeasureOf(0)).Sign > 0 ? new SimulatedYear(participant, year, Assumed, seed) : null;
    }
}
