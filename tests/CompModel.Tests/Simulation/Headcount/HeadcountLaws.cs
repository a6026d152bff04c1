using FsCheck;
using FsCheck.Fluent;

namespace CompModel.Tests;

/// <summary>What is always true of a year in which people come and go.</summary>
public class HeadcountLaws
{
    // The rule of the house, on fixed seeds.
    private const double Errors = 4.5;

    public sealed record Terms(double Attrition, double More, int TimeToFill, double MeanTimeToFill, string Id)
    {
        internal DelayLaw Fill => MeanTimeToFill > 0 ? DelayLaw.Geometric(MeanTimeToFill) : DelayLaw.Fixed(TimeToFill);
    }

    public static class Given
    {
        public static Arbitrary<Terms> Terms() => (
            from attrition in Gen.Elements(0, 0.05, 0.15, 0.3, 0.6, 0.95)
            from more in Gen.Elements(0, 0.1, 0.5, 0.9)
            from fixedMonths in Gen.Choose(0, 5)
            from mean in Gen.Elements(0, 0, 0.5, 2.5)
            from number in Gen.Choose(0, 10_000)
            select new Terms(attrition, attrition + ((1 - attrition) * more), fixedMonths, mean, $"P{number}")).ToArbitrary();
    }

    [Law(Arbitrary = [typeof(Given)], MaxTest = 60)]
    public void More_attrition_never_means_more_months_worked_so_far(Terms terms)
    {
        // By the end of each month and in every trial: who stays longer is followed later by as much. Heads at one month's end may be more, see below.
        bool[][] fewer = Held(terms, terms.Attrition, Backfill.Ramping), more = Held(terms, terms.More, Backfill.Ramping);
        foreach ((bool[] calm, bool[] busy) in fewer.Zip(more))
        {
            for (int month = 0; month < 12; month++)
                Assert.True(busy.Take(month + 1).Count(held => held) <= calm.Take(month + 1).Count(held => held));
        }
    }

    [Law(Arbitrary = [typeof(Given)], MaxTest = 60)]
    public void More_attrition_never_means_more_heads_where_nobody_follows(Terms terms)
    {
        bool[][] fewer = Held(terms, terms.Attrition, Backfill.Nobody), more = Held(terms, terms.More, Backfill.Nobody);
        Assert.All(fewer.Zip(more), pair => Assert.All(pair.First.Zip(pair.Second), month => Assert.True(month.First || !month.Second)));
    }

    [Law(Arbitrary = [typeof(Given)], MaxTest = 60)]
    public void Incumbents_follow_each_other_and_each_is_there_for_whole_months_of_the_year(Terms terms)
    {
        Incumbents drawn = Draw(terms, terms.More, Backfill.Ramping);
        for (int trial = 0; trial < 64; trial++)
        {
            int free = 2;
            for (int incumbent = 0; incumbent < drawn.Count; incumbent++)
            {
                int from = drawn.From(incumbent)[trial], to = drawn.To(incumbent)[trial];
                Assert.True(from >= free && to > from || from >= 12);
                free = to;
            }
        }
    }

    [Law(Arbitrary = [typeof(Given)], MaxTest = 12)]
    public void Expected_heads_are_those_of_the_closed_form(Terms terms)
    {
        var plan = new HeadcountPlan().WithAttrition(Attrition.Of(terms.Attrition), DelayLaw.Fixed(terms.TimeToFill));
        HeadcountCost cost = Staff.Run(Staff.Sellers(4, Staff.Plain), Staff.Bookings, plan, trials: 8192);
        double[] heads = HeadsWithAttrition(terms.Attrition, terms.TimeToFill), held = HeadsHeld(terms.Attrition, terms.TimeToFill);
        for (int month = 0; month < 12; month++)
        {
            Assert.Equal(4 * heads[month], cost.Months[month].Heads.Mean, (Errors * cost.Months[month].Heads.SimulationError) + 1e-12);
            // Whoever is there in a month is paid a twelfth of 60,000; four alike and alone are a binomial law.
            Assert.Equal(4 * held[month] * 5_000, cost.Months[month].BaseSalaries, (Errors * 5_000 * Math.Sqrt(4 * held[month] * (1 - held[month]) / 8192)) + 1e-6);
        }
    }

    public static class Hires
    {
        public static Arbitrary<(Participant Holder, int Month)> All() => (
            from participant in RandomPlans.Participants
            from month in Gen.Choose(1, 12)
            select (participant, month)).ToArbitrary();
    }

    [Law(Arbitrary = [typeof(Hires)], MaxTest = 40)]
    public void A_position_that_nobody_leaves_is_a_hire_of_its_month((Participant Holder, int Month) hire)
    {
        Assumptions assumed = Forces.Assumed.WithCompanyCorrelation(0);
        Participant known = new Participant("P1", hire.Holder.Plan, [.. hire.Holder.Quotas]).HiredOn(RandomPlans.Year.Month(hire.Month).Start);
        var open = new PlannedPosition("P1", "AE", hire.Holder.Plan, hire.Month, [.. hire.Holder.Quotas]);
        PayoutDistribution alone = Simulate.Participant(known, RandomPlans.Year, assumed, 512, seed: 7);
        HeadcountCost cost = Simulate.Headcount(new RunDefinition(Staff.Sellers(1, Staff.Plain), RandomPlans.Year, assumed.WithHeadcount(new HeadcountPlan(open)), 512, seed: 7));
        // The same trials, whose mean is taken about different values.
        Assert.Equal(alone.Mean, cost.Positions[1].Incentive, 1e-12 * (1 + alone.Maximum));
        Assert.Equal(known.TermsFor(RandomPlans.Year).Salary(RandomPlans.Year.Days).ToDouble(), cost.Positions[1].BaseSalaries, 1.0 / 2048);
    }

    [Fact]
    public void A_year_of_attrition_leaves_the_rest_of_the_rate()
    {
        var plan = new HeadcountPlan().WithAttrition(Attrition.Of(0.3), DelayLaw.None, Backfill.Nobody);
        PayoutDistribution heads = Staff.Run(Staff.Sellers(10, Staff.Plain), Staff.Bookings, plan, trials: 8192).Months[^1].Heads;
        Assert.Equal(7, heads.Mean, Errors * heads.SimulationError);
        // Ten who leave or stay by themselves: a binomial law.
        Assert.Equal(Math.Sqrt(10 * 0.3 * 0.7), heads.StandardDeviation, 0.05); // A standard deviation's own error: σ/√(2n) = 0.011.
    }

    [Fact]
    public void More_attrition_may_mean_more_heads_at_one_months_end()
    {
        // Nearly everybody leaves after a month and the next comes after one more: in the third month nearly all are there. Of a calmer force some have just gone.
        double[] all = HeadsHeld(1 - 1e-15, 1), some = HeadsHeld(1 - 1e-3, 1);
        Assert.True(all[2] > some[2]);
        Assert.True(all.Take(3).Sum() < some.Take(3).Sum());
    }

    // The share held in each month by the terms' fixed time to fill: found in each month by having come in one before and stayed.
    private static double[] HeadsHeld(double annual, int timeToFill)
    {
        double hazard = 1 - Math.Pow(1 - annual, 1.0 / 12);
        double[] held = new double[13], leaving = new double[13];
        for (int month = 0; month < 13; month++)
        {
            double returning = month - timeToFill - 1 >= 0 ? leaving[month - timeToFill - 1] : 0;
            held[month] = (month == 0 ? 1 : held[month - 1] - leaving[month - 1]) + returning;
            leaving[month] = held[month] * hazard;
        }
        return held;
    }

    // At a month's end: those held in it less those who leave with it.
    private static double[] HeadsWithAttrition(double annual, int timeToFill) =>
        [.. HeadsHeld(annual, timeToFill).Take(12).Select(held => held * Math.Pow(1 - annual, 1.0 / 12))];

    private static bool[][] Held(Terms terms, double annual, Backfill backfill)
    {
        Incumbents drawn = Draw(terms, annual, backfill);
        return [.. Enumerable.Range(0, 256).Select(trial => (bool[])[.. Enumerable.Range(0, 12).Select(month =>
            Enumerable.Range(0, drawn.Count).Any(incumbent => drawn.From(incumbent)[trial] <= month && month < drawn.To(incumbent)[trial]))])];
    }

    private static Incumbents Draw(Terms terms, double annual, Backfill backfill)
    {
        // A rate of all is no rate: as near to it as there is need of.
        HeadcountPlan plan = new HeadcountPlan(Staff.Open(terms.Id, 3)).WithAttrition(Attrition.Of(Math.Min(annual, 0.999)), terms.Fill, backfill);
        return Incumbents.Draw(Staff.Position(new RunDefinition(Staff.Sellers(1, Staff.Plain), Staff.Year, Staff.Bookings.WithHeadcount(plan), 256, 7), terms.Id), 7, 0, 256);
    }
}
