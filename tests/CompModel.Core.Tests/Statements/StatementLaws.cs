using FsCheck;
using FsCheck.Xunit;
using NodaTime;

namespace CompModel.Tests;

[Properties(Arbitrary = [typeof(PlanYearCases)])]
public class StatementLaws
{
    [Law]
    public void The_lines_of_a_statement_sum_to_what_is_earned_and_each_recomputes(PlanYearCase plan)
    {
        foreach (Statement statement in Months(plan).Append(Whole(plan)))
        {
            Money sum = new(0, statement.Earned.Currency);
            foreach (ComponentStatement component in statement.Components)
            {
                Assert.All(component.Lines, line => Assert.Equal(line.Amount.Value, line.Base.Value * line.Rate));
                Amount lines = component.Lines.Aggregate(Amount.Zero(component.Earned.Currency), (total, line) => total + line.Amount);
                Assert.Equal(component.Earned, lines);
                sum += component.Earned;
            }
            Assert.Equal(sum, statement.Earned);
        }
    }

    [Law]
    public void What_tiers_and_deals_earned_sums_to_what_each_component_earned(PlanYearCase plan)
    {
        foreach (Statement statement in Months(plan).Append(Whole(plan)))
        {
            ILookup<string, Earning> rows = statement.ByDeal().ToLookup(row => row.Component);
            var zero = new Money(0, statement.Earned.Currency);
            foreach (IGrouping<string, ComponentStatement> component in statement.Components.GroupBy(each => each.Component.Name))
                Assert.Equal(component.Aggregate(zero, (sum, each) => sum + each.Earned), rows[component.Key].Aggregate(zero, (sum, row) => sum + row.Amount));
        }
    }

    [Law]
    public void A_rounding_line_is_below_a_minor_unit_and_stands_last(PlanYearCase plan)
    {
        foreach (ComponentStatement component in Months(plan).SelectMany(month => month.Components))
        {
            List<StatementLine> roundings = [.. component.Lines.Where(line => line.Kind == LineKind.Rounding)];
            Assert.True(roundings.Count <= 1);
            // Half a unit where it rounds the result; to-date results are rounded before the difference, so never more.
            foreach (StatementLine rounding in roundings)
            {
                Assert.Same(component.Lines[^1], rounding);
                Assert.True(rounding.Amount.Value.Abs() * 2 <= MinorUnit(plan), $"{rounding}");
            }
        }
    }

    [Law]
    public void The_periods_of_a_year_sum_to_the_year(PlanYearCase plan)
    {
        Participant participant = plan.Participant;
        Money whole = Whole(plan).Earned;
        foreach (Frequency frequency in Enum.GetValues<Frequency>())
        {
            Money sum = new(0, whole.Currency);
            foreach (MeasurementPeriod period in plan.Year.Periods(frequency))
                sum += participant.Statement(period, plan.Credits).Earned;
            Assert.Equal(whole, sum);
        }
    }

    [Law]
    public void The_year_to_date_with_full_recovery_earns_what_its_final_result_says(PlanYearCase plan)
    {
        PlanYearCase toDate = Paying(plan, PaysBy.ToDate);
        ParticipantTerms terms = toDate.Participant.TermsFor(toDate.Year);
        foreach (ComponentStatement component in Whole(toDate).Components)
        {
            ComponentTerms its = terms.Components.Single(each => each.Component == component.Component);
            var attainment = new Attainment(component.Attainment.Credited, its.Quota);
            Rational payout = its.Quota.Value.Sign == 0 ? 0 : component.Component.Curve.PayoutAt(attainment.Ratio);
            Assert.Equal(((its.Target * payout) + its.PaidWithoutQuota).Round(Rounding.ToMinorUnit), component.Earned);
        }
    }

    [Law]
    public void Without_recovery_what_is_earned_never_falls_and_ends_at_the_running_maximum(PlanYearCase plan)
    {
        PlanYearCase kept = Paying(plan, PaysBy.ToDateKept), recovered = Paying(plan, PaysBy.ToDate);
        for (int i = 0; i < plan.Components.Count; i++)
        {
            decimal resultToDate = 0, highest = 0, earned = 0;
            List<Money> keptPeriods = Earned(kept, i), recoveredPeriods = Earned(recovered, i);
            Assert.Equal(recoveredPeriods.Count, keptPeriods.Count);
            foreach ((Money each, Money full) in keptPeriods.Zip(recoveredPeriods))
            {
                resultToDate += full.Value;
                highest = Math.Max(highest, resultToDate);
                earned += each.Value;
                Assert.True(each.Value >= 0);
                Assert.Equal(highest, earned);
            }
        }
    }

    [Law]
    public void Splitting_a_deal_in_two_leaves_pay_unchanged(PlanYearCase plan, PositiveInt pick, PositiveInt part)
    {
        if (plan.Deals.Count == 0)
            return;
        DealCase deal = plan.Deals[pick.Get % plan.Deals.Count];
        List<DealCase> others = [.. plan.Deals.Where(other => other != deal)];
        long half = deal.Cents / (1 + part.Get);
        SamePay(plan, plan with { Deals = [.. others, deal with { Cents = half, Id = "a" }, deal with { Cents = deal.Cents - half, Id = "b" }] });
        int more = 1 + part.Get;
        SamePay(plan, plan with
        {
            Deals = [.. others, deal with { ShareOf = deal.ShareOf * more }, deal with { ShareParts = deal.ShareParts * (more - 1), ShareOf = deal.ShareOf * more, Id = "rest" }],
        });
    }

    [Law]
    public void The_order_of_deals_leaves_pay_unchanged(PlanYearCase plan, int turn)
    {
        int count = Math.Max(1, plan.Deals.Count), by = Math.Abs(turn % count);
        SamePay(plan, plan with { Deals = [.. plan.Deals.Skip(by).Concat(plan.Deals.Take(by)).Reverse()] });
    }

    [Law]
    public void A_deal_and_its_full_refund_in_one_window_leave_pay_as_if_never_booked(
        PlanYearCase plan, PositiveInt pick, PositiveInt sold, PositiveInt returned, PositiveInt dollars)
    {
        int component = pick.Get % plan.Components.Count;
        MeasurementPeriod[] windows = plan.Year.Periods(plan.Components[component].Pays);
        DateRange days = windows[pick.Get % windows.Length].Days.Intersect(plan.Active);
        if (days.IsEmpty)
            return;
        var deal = new DealCase(component, days.Start.PlusDays(sold.Get % days.Days), dollars.Get * 12_345L, 1, 3, "X");
        DealCase refund = deal with { Date = days.Start.PlusDays(returned.Get % days.Days), Cents = -deal.Cents };
        SamePay(plan, plan with { Deals = [.. plan.Deals, deal, refund] });
    }

    [Law]
    public void Cutting_a_quota_at_a_date_with_equal_values_changes_nothing(PlanYearCase plan, PositiveInt pick, PositiveInt day)
    {
        int component = pick.Get % plan.Components.Count;
        LocalDate date = plan.YearStart.PlusDays(day.Get % 366);
        EquatableList<(LocalDate? From, long Cents)> quotas = plan.Components[component].Quotas;
        if (quotas.Any(quota => quota.From == date))
            return;
        var before = quotas.Where(quota => quota.From is not { } from || from < date).ToList();
        ComponentCase cut = plan.Components[component] with { Quotas = [.. before, (date, before[^1].Cents), .. quotas.Skip(before.Count)] };
        SamePay(plan, plan with { Components = [.. plan.Components.Select((each, i) => i == component ? cut : each)] });
    }

    [Law]
    public void Cutting_earnings_at_a_date_with_equal_values_changes_nothing(PlanYearCase plan, PositiveInt day)
    {
        LocalDate date = plan.YearStart.PlusDays(day.Get % 366);
        if (plan.Raises.Any(raise => raise.From == date))
            return;
        var before = plan.Raises.Where(raise => raise.From < date).ToList();
        (LocalDate From, long, long) same = before.Count == 0 ? (date, plan.BaseCents, plan.TargetCents) : before[^1] with { From = date };
        PlanYearCase cut = plan with { Raises = [.. before, same, .. plan.Raises.Skip(before.Count)] };
        SamePay(plan, cut);
        Assert.Equal(Whole(plan).Salary, Whole(cut).Salary);
    }

    [Law]
    public void A_leave_or_a_relief_cut_in_two_is_the_same(PlanYearCase any, PositiveInt start, PositiveInt first, PositiveInt second, Relieved lowers)
    {
        PlanYearCase plan = any with { Leaves = [], Reliefs = [] };
        LocalDate from = plan.YearStart.PlusDays(start.Get % 365), cut = from.PlusDays(first.Get), to = cut.PlusDays(second.Get);
        SamePay(plan with { Leaves = [(from, to)] }, plan with { Leaves = [(from, cut.PlusDays(-1)), (cut, to)] });
        SamePay(plan with { Reliefs = [(from, to, 30, lowers)] }, plan with { Reliefs = [(from, cut.PlusDays(-1), 30, lowers), (cut, to, 30, lowers)] });
    }

    [Law]
    public void What_a_leave_takes_away_is_what_its_days_would_have_asked_and_offered(PlanYearCase any, PositiveInt start, PositiveInt days)
    {
        PlanYearCase plan = AtQuota(any) with { Proration = Proration.ByDays };
        plan = plan with { Components = [.. plan.Components.Select(component => component with { IsMoney = false })] };
        LocalDate from = plan.YearStart.PlusDays(start.Get % 365), to = from.PlusDays(days.Get);
        ParticipantTerms whole = plan.Participant.TermsFor(plan.Year), away = plan.Participant.OnLeave(new(from, to), "parental").TermsFor(plan.Year);
        ParticipantTerms those = plan.Participant.HiredOn(from).TerminatedOn(to.PlusDays(-1)).TermsFor(plan.Year);
        for (int i = 0; i < whole.Components.Count; i++)
        {
            Assert.Equal(whole.Components[i].Periods.Select(period => (period.Quota, period.Target)),
                away.Components[i].Periods.Zip(those.Components[i].Periods, (one, other) => (one.Quota + other.Quota, one.Target + other.Target)));
        }
        Assert.Equal(whole.Salary(plan.Year.Days), away.Salary(plan.Year.Days));
    }

    [Law]
    public void A_relief_of_the_whole_year_is_a_lower_quota(PlanYearCase any)
    {
        PlanYearCase plan = AtQuota(any);
        PlanYearCase relieved = plan with { Reliefs = [(plan.YearStart.PlusDays(-1), plan.Year.End, 75, Relieved.Quota)] };
        ParticipantTerms full = plan.Participant.TermsFor(plan.Year), less = relieved.Participant.TermsFor(plan.Year);
        for (int i = 0; i < full.Components.Count; i++)
        {
            if (!plan.Components[i].IsMoney)
                Assert.Equal(full.Components[i].Periods.Select(period => period.Quota * ((Rational)1 / 4)), less.Components[i].Periods.Select(period => period.Quota));
            Assert.Equal(full.Components[i].Periods.Select(period => period.Target), less.Components[i].Periods.Select(period => period.Target));
        }
    }

    [Law]
    public void A_raise_accrues_what_was_before_it_and_what_is_after_it(PlanYearCase any, PositiveInt day, PositiveInt dollars)
    {
        // With full proration by days: the target up to the date at the old earnings, and from there on at the new.
        PlanYearCase plan = AtQuota(any) with { Proration = Proration.ByDays };
        LocalDate date = plan.YearStart.PlusDays(day.Get % 365);
        Participant before = plan.Participant;
        var raised = new OnTargetEarnings(before.OnTarget.Base + new Money(dollars.Get, before.OnTarget.Base.Currency), before.OnTarget.TargetIncentive + before.OnTarget.TargetIncentive);
        ParticipantTerms terms = before.EarningFrom(date, raised).TermsFor(plan.Year);
        Rational old = plan.Participant.Plan.Seasonality.Share(plan.Year, new(plan.YearStart, date));
        Assert.Equal(((Amount)before.OnTarget.TargetIncentive * old) + ((Amount)raised.TargetIncentive * (Rational.One - old)), terms.TargetIncentive);
        Rational worked = Seasonality.EqualMonths.Share(plan.Year, new(plan.YearStart, date));
        Assert.Equal(((Amount)before.OnTarget.Base * worked) + ((Amount)raised.Base * (Rational.One - worked)), terms.Salary(plan.Year.Days));
    }

    [Law]
    public void A_statement_continued_from_a_position_equals_the_statement_from_the_start(PlanYearCase plan, NonNegativeInt cutDay, NonNegativeInt endDay)
    {
        ParticipantTerms terms = plan.Participant.TermsFor(plan.Year);
        LocalDate a = plan.YearStart.PlusDays(cutDay.Get * 13 % (plan.Year.Days.Days + 1)), b = plan.YearStart.PlusDays(endDay.Get * 11 % (plan.Year.Days.Days + 1));
        (LocalDate cut, LocalDate end) = a <= b ? (a, b) : (b, a);
        Position start = Position.AtStartOf(terms);
        Statement first = Statement.Read(terms, start, cut, "first", plan.Credits);
        Statement second = Statement.Read(terms, first.Closing, end, "second", plan.Credits);
        Statement whole = Statement.Read(terms, start, end, "whole", plan.Credits);
        Assert.Equal(whole.Earned, first.Earned + second.Earned);
        Assert.Equal(whole.Salary, first.Salary + second.Salary);
        foreach ((string name, OpenWindow window) in whole.Closing.Windows)
            Assert.Equal(window, second.Closing.Windows[name]);
    }

    [Law]
    public void A_period_read_from_its_position_equals_the_period_read_from_all_credits(PlanYearCase plan, NonNegativeInt number, NonNegativeInt cutDay)
    {
        Participant participant = plan.Participant;
        ParticipantTerms terms = participant.TermsFor(plan.Year);
        MeasurementPeriod period = plan.Year.Quarter(1 + (number.Get % 4));
        LocalDate cut = plan.YearStart.PlusDays(cutDay.Get % (1 + new DateRange(plan.YearStart, period.Start).Days));
        Position reached = Statement.Read(terms, terms.PositionAt(cut, plan.Credits), period.Start, "gap", plan.Credits).Closing;
        Assert.Equal(participant.Statement(period, plan.Credits).Explain(), terms.Statement(reached, period, plan.Credits).Explain());
    }

    [Law]
    public void At_quota_the_plan_pays_exactly_OTE(PlanYearCase any)
    {
        // Component targets in whole units of currency, each rounded once, so that there is nothing to round.
        int parts = any.Components.Sum(component => component.Parts);
        PlanYearCase plan = AtQuota(any) with { TargetCents = (1 + (any.TargetCents / parts / 100)) * parts * 100 };
        plan = plan with
        {
            Components = [.. plan.Components.Select(component => component.PaysBy == PaysBy.EachPeriod ? component with { Pays = Frequency.Annual } : component)],
        };
        Statement year = plan.Participant.StatementThrough(plan.Year.End.PlusDays(-1), plan.Year, CreditsAtQuota(plan));
        Assert.Equal(plan.Participant.OnTarget.TargetIncentive, year.Earned);
        Assert.Equal(plan.Participant.OnTarget.Total, (Amount)year.Earned + year.Salary);
    }

    [Law]
    public void At_quota_only_the_rounding_of_each_window_lies_between_pay_and_OTE(PlanYearCase any)
    {
        PlanYearCase plan = AtQuota(any);
        ParticipantTerms terms = plan.Participant.TermsFor(plan.Year);
        Assert.Equal(plan.Participant.OnTarget.TargetIncentive, terms.TargetIncentive);
        Statement year = plan.Participant.StatementThrough(plan.Year.End.PlusDays(-1), plan.Year, CreditsAtQuota(plan));
        Rational difference = ((Amount)year.Earned - terms.TargetIncentive).Value.Abs();
        // Half a minor unit a window: to date one a component, each period one a period.
        int windows = plan.Components.Sum(component => component.PaysBy == PaysBy.EachPeriod ? (int)component.Pays : 1);
        Assert.True(difference * 2 <= MinorUnit(plan) * windows);
    }

    [Law]
    public void Issued_quotas_of_a_full_year_sum_to_the_annual_quota(PlanYearCase any)
    {
        PlanYearCase plan = AtQuota(any);
        ParticipantTerms terms = plan.Participant.TermsFor(plan.Year);
        for (int i = 0; i < terms.Components.Count; i++)
        {
            Assert.Equal(plan.Amount(i, plan.Components[i].Quotas[0].Cents), terms.Components[i].Quota);
            // Weights of 1 to 40 parts leave the least of twelve periods 1/441 or more: from there on each gets a whole unit.
            if (plan.Components[i] is { IsMoney: true } component && component.Quotas[0].Cents % 100 == 0 && component.Quotas[0].Cents / 100 > 500)
                Assert.All(terms.Components[i].Periods, period => Assert.True(period.Quota.Value.IsInteger));
        }
    }

    [Law]
    public void A_leaver_and_the_hire_of_the_day_after_share_the_year(PlanYearCase any, NonNegativeInt day)
    {
        // Quotas in units, which stay exact: those in money are issued to each of the two in whole units.
        PlanYearCase plan = AtQuota(any) with { Proration = Proration.ByDays };
        plan = plan with { Components = [.. plan.Components.Select(component => component with { IsMoney = false })] };
        LocalDate cut = plan.YearStart.PlusDays(1 + (day.Get % (plan.Year.Days.Days - 1)));
        ParticipantTerms whole = plan.Participant.TermsFor(plan.Year);
        ParticipantTerms leaver = plan.Participant.TerminatedOn(cut.PlusDays(-1)).TermsFor(plan.Year);
        ParticipantTerms hire = plan.Participant.HiredOn(cut).TermsFor(plan.Year);
        for (int i = 0; i < whole.Components.Count; i++)
        {
            for (int p = 0; p < whole.Components[i].Periods.Count; p++)
            {
                (PeriodTerms all, PeriodTerms left, PeriodTerms came) = (whole.Components[i].Periods[p], leaver.Components[i].Periods[p], hire.Components[i].Periods[p]);
                Assert.Equal(all.Quota, left.Quota + came.Quota);
                Assert.Equal(all.Target, left.Target + came.Target);
            }
        }
        Assert.Equal(whole.Salary(plan.Year.Days), leaver.Salary(plan.Year.Days) + hire.Salary(plan.Year.Days));
    }

    [Law]
    public void The_base_rate_is_target_over_quota(PlanYearCase plan)
    {
        foreach (ComponentTerms component in plan.Participant.TermsFor(plan.Year).Components)
            Assert.Equal(component.Target.Value, component.Quota.Value.Sign == 0 ? component.Target.Value : component.BaseRate * component.Quota.Value);
    }

    private static Statement Whole(PlanYearCase plan) => plan.Participant.StatementThrough(plan.Year.End.PlusDays(-1), plan.Year, plan.Credits);

    private static IEnumerable<Statement> Months(PlanYearCase plan)
    {
        Participant participant = plan.Participant;
        Credit[] credits = plan.Credits;
        return plan.Year.Periods(Frequency.Monthly).Select(month => participant.Statement(month, credits));
    }

    private static List<Money> Earned(PlanYearCase plan, int component) =>
        [.. Months(plan).SelectMany(month => month.Components).Where(each => each.Component.Name == $"m{component}").Select(each => each.Earned)];

    private static void SamePay(PlanYearCase one, PlanYearCase other) =>
        Assert.Equal(
            Months(one).SelectMany(month => month.Components).Select(each => (each.Component.Name, each.Attainment, each.Earned)),
            Months(other).SelectMany(month => month.Components).Select(each => (each.Component.Name, each.Attainment, each.Earned)));

    private static Rational MinorUnit(PlanYearCase plan) => Rational.Of(1, System.Numerics.BigInteger.Pow(10, plan.MinorDigits));

    private static PlanYearCase Paying(PlanYearCase plan, PaysBy paysBy) =>
        plan with { Components = [.. plan.Components.Select(component => component with { PaysBy = paysBy })] };

    // All year employed, no ramp, one quota, and curves that pay 100 % at 100 %.
    private static PlanYearCase AtQuota(PlanYearCase plan) => plan with
    {
        Hired = null,
        LastDay = null,
        RampPercents = [],
        RampStarts = [],
        Raises = [],
        Leaves = [],
        Reliefs = [],
        Deals = [],
        Components = [.. plan.Components.Select(component => component with
        {
            Quotas = [component.Quotas[0]],
            Curve = component.Curve.Curve().PayoutAt(1) == 1 ? component.Curve : CurveRules.Linear,
        })],
    };

    // Each period's quota, sold on its last day.
    private static List<Credit> CreditsAtQuota(PlanYearCase plan) =>
        [.. plan.Participant.TermsFor(plan.Year).Components.SelectMany(component => component.Periods.Select(period =>
            new Credit("P", component.Component.Measure, period.Period.End.PlusDays(-1), period.Quota, period.Period.Name)))];
}
