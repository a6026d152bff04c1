using FsCheck;
using NodaTime;

namespace CompModel.Tests;

/// <summary>
/// The kernel of a whole plan year pays, month by month, what statements of the same credits say before rounding: gates, multipliers, matrices, bounds, every basis,
/// plans as a whole, leave pay, plans that change within the year.
/// </summary>
public class PayKernelLaws
{
    private const double Grid = 1.0 / 1024;

    // Statements round to this, so that nothing of theirs shows.
    private static readonly Rounding Fine = new(1e-9m);

    [Law(Arbitrary = [typeof(DealPlanYears)], MaxTest = 600)]
    public void A_plan_with_every_rule_by_period_earns_what_its_statements_say(DealPlanCase any)
    {
        DealPlanCase plan = any with { Components = [.. any.Components.Select(ByPeriod).Where(component => !IsJudged(component))], Multipliers = [.. any.Multipliers.Where(each => !IsJudged(each.Multiplier))] };
        if (plan.Components.Count > 0)
            Agree(plan.Participant, plan.Year, plan.Credits);
    }

    [Law(Arbitrary = [typeof(DealPlanYears)], MaxTest = 300)]
    public void Pay_on_other_credits_than_the_position_s_is_that_of_one_deal_a_period(DealPlanCase any, NonNegativeInt pick)
    {
        DealComponentCase[] components = [.. any.Components.Where(component => component.Table is not null && component.Measure != 3 && component.PayMeasure != 3)
            .Select(component => ByPeriod(component) with { PayMeasure = component.PayMeasure, PayScope = component.PayScope, Order = component.Order, Gates = [], Multipliers = [] })];
        if (components.Length == 0)
            return;
        DealComponentCase one = components[pick.Get % components.Length];
        DealPlanCase plan = any with { Components = [one], Multipliers = [], Limits = LimitRules.None };
        PlanYear year = plan.Year;
        Agree(plan.Participant, year, [.. plan.Credits.Select(credit => credit with { Reference = $"period {year.Periods(one.Pays).First(period => period.End > credit.Date).Number:00}", Attributes = DealAttributes.None })]);
    }

    [Law(Arbitrary = [typeof(ChangingPlans)], MaxTest = 300)]
    public void A_year_in_which_the_plan_changes_earns_what_its_statements_say(PlanYearCase plan) => Agree(plan.Participant, plan.Year, plan.Credits);

    [Law(Arbitrary = [typeof(PlanYearCases)], MaxTest = 300)]
    public void A_year_of_weeks_or_months_with_raises_leaves_and_reliefs_earns_what_its_statements_say(PlanYearCase plan) => Agree(plan.Participant, plan.Year, plan.Credits);

    private static void Agree(Participant participant, PlanYear year, IEnumerable<Credit> given)
    {
        ParticipantTerms terms = Finely(participant).TermsFor(year);
        // Multiples of 1/1024, so that sums are exact in doubles, too; and territories that sell what their owners do.
        Credit[] own = [.. given.Where(credit => credit.Scope != CreditScope.Territory).Select(credit => credit with { DealAmount = OnGrid(credit.Amount), Share = Rational.One })];
        Credit[] credits = [.. own, .. own.Where(credit => credit.Scope == CreditScope.Own).Select(credit => credit with { Scope = CreditScope.Territory })];
        var kernel = new PayKernel(terms);
        double[][] reads = [.. kernel.Reads.Select(read => new[]
        {
            credits.Where(credit => credit.Measure == read.Measure && credit.Scope == read.Scope && credit.Date >= year.Start && credit.Date < read.By)
                .Aggregate(Rational.Zero, (sum, credit) => sum + credit.Amount.Value).ToDouble(),
        })];
        var pay = new PayTile();
        kernel.Run(new CreditTile(reads, 1), pay);
        double sum = 0;
        Position position = Position.AtStartOf(terms);
        foreach (MeasurementPeriod month in year.Periods(Frequency.Monthly))
        {
            Statement statement = terms.Statement(position, month, credits);
            position = statement.Closing;
            double posted = kernel.Slots.Select((slot, i) => month.Days.Contains(slot.PlusDays(-1)) ? pay.Posted[i][0] : 0).Sum();
            Assert.Equal(statement.Earned.ToDouble(), posted, Tolerance(terms, credits));
            sum += posted;
        }
        Assert.Equal(sum, pay.Lines.Sum(line => line[0]));
        Assert.True(pay.Posted.Concat(pay.Lines).All(row => row[0] * 1024 == Math.Round(row[0] * 1024)));
    }

    // Each window is on the grid, half a step beside the exact amount, and a period earns the difference of two. A multiplier of the plan multiplies the sum of at most
    // twelve periods of each component by at most the largest factor of its curve or matrix. Relative to what is paid at all, constants are rounded once each.
    internal static double Tolerance(ParticipantTerms terms, Credit[] credits)
    {
        double factors = terms.Plans.SelectMany(plan => plan.Multipliers).Aggregate(1.0, (product, each) => product * 16);
        double size = credits.Sum(credit => credit.Amount.Value.Abs().ToDouble()) + terms.Components.Sum(component => component.Target.ToDouble()) + 1e6;
        return ((Grid + 1e-9) * 12 * terms.Components.Count * factors) + (1e-12 * size * factors * 16);
    }

    private static Amount OnGrid(Amount amount) => new(Rational.Of((amount.Value * 1024).Floor(), 1024), amount.Currency);

    internal static Participant Finely(Participant participant) => participant.Plans.Changes.Aggregate(
        participant.OnPlan(participant.Plans.First.WithRounding(Fine)).WithEarnings(participant), (finely, date) => finely.OnPlanFrom(date, participant.Plans.At(date).WithRounding(Fine)).WithEarnings(participant));

    internal static DealComponentCase ByPeriod(DealComponentCase component) => component with
    {
        Sizes = SizeRules.All,
        PositionPercent = LookupRules.Always(100),
        PayPercent = LookupRules.Always(100),
        RateBy = null,
        RateTables = [],
        KickerPercent = LookupRules.Always(100),
        KickerCents = LookupRules.Always(0),
        DealPay = LimitRules.None,
        Order = DealOrder.ByDate,
        Basis = component.Basis == BasisOf.Deal ? BasisOf.Alone : component.Basis,
        PayMeasure = component.Measure,
        PayScope = component.Scope,
    };

    // A judgement is of a window; credits by period cannot add up to it.
    internal static bool IsJudged(DealComponentCase component) =>
        component.Measure == 3 || component.Gates.Any(gate => IsJudged(gate.Condition)) || component.Multipliers.Any(IsJudged);

    private static bool IsJudged(ConditionRules condition) => condition.Join == JoinedBy.None ? condition.Measure == 3 : condition.Parts.Any(IsJudged);

    internal static bool IsJudged(MultiplierRules multiplier) => multiplier.Measure == 3 || (multiplier.Matrix is not null && multiplier.Columns == 3);
}

internal static class SameEarnings
{
    extension(Participant participant)
    {
        /// <summary>A copy with the earnings of another, whatever its plans say.</summary>
        internal Participant WithEarnings(Participant other) => other.Earnings.Changes.Aggregate(
            participant.Earning(other.Earnings.First), (same, date) => same.EarningFrom(date, other.Earnings.At(date)));
    }
}
