using FsCheck.Xunit;
using NodaTime;

namespace CompModel.Tests.Equity;

/// <summary>Sentences that are true of the expense of every award.</summary>
[Properties(Arbitrary = [typeof(ExpenseGenerators)], MaxTest = 200)]
public class ExpenseLaws
{
    [Property]
    public bool Without_forfeitures_expense_is_the_fair_value_of_all_shares(Award award, ExpensePolicy policy) =>
        Expense.Of(award, policy).Total == Worth(award, Shares(award));

    [Property]
    public bool Cumulative_expense_never_falls_without_forfeitures(Award award, ExpensePolicy policy, ServiceDay day, ServiceDay another)
    {
        LocalDate date = day.Of(award), other = another.Of(award);
        ExpenseSchedule schedule = Expense.Of(award, policy);
        return schedule.CumulativeAt(LocalDate.Min(date, other)) <= schedule.CumulativeAt(LocalDate.Max(date, other));
    }

    [Property]
    public bool Nor_does_it_where_half_of_a_tranche_is_accelerated(Award award, ExpensePolicy policy, ServiceDay day, byte place)
    {
        LocalDate on = day.Of(award);
        Tranche tranche = award.Tranches[place % award.Tranches.Count];
        if (on < award.Granted || on >= tranche.Vests)
            return true;
        Award early = award.With(new AwardChange.Accelerated(tranche.Vests, on, (Rational)tranche.Shares / 2));
        ExpenseSchedule schedule = Expense.Of(early, policy);
        return schedule.ByMonth().All(month => month.Expense.Value >= 0)
            && schedule.Total == Worth(award, Shares(award))
            && schedule.CumulativeAt(on) >= Worth(award, VestedAt(early, on))
            && schedule.CumulativeAt(on.PlusDays(-1)) == Expense.Of(award, policy).CumulativeAt(on.PlusDays(-1));
    }

    [Property]
    public bool Expense_is_never_below_the_fair_value_of_what_has_vested(Award award, ExpensePolicy policy, ServiceDay day) =>
        Expense.Of(award, policy).CumulativeAt(day.Of(award)) >= Worth(award, VestedAt(award, day.Of(award)));

    [Property]
    public bool Straight_line_is_the_greater_of_even_expense_and_what_has_vested(Award award, ServiceDay day)
    {
        LocalDate date = day.Of(award);
        LocalDate end = award.Tranches[^1].Vests, start = award.ServiceFrom;
        int days = Math.Max(0, Math.Min(Period.DaysBetween(start, date) + 1, Period.DaysBetween(start, end)));
        // What vests the day after has its service behind it.
        Rational even = Shares(award) * days / Period.DaysBetween(start, end), vested = date < start ? 0 : VestedAt(award, date.PlusDays(1));
        return Expense.Of(award, ExpensePolicy.Asc718(Attribution.StraightLine).Counting(ServiceCount.EqualDays)).CumulativeAt(date)
            == Worth(award, Rational.Max(even, vested));
    }

    [Property]
    public bool Graded_is_never_below_straight_line(Award award, ExpensePolicy policy, ServiceDay day) =>
        Expense.Of(award, policy.Attributing(Attribution.Graded)).CumulativeAt(day.Of(award)) >= Expense.Of(award, policy.Attributing(Attribution.StraightLine)).CumulativeAt(day.Of(award));

    [Property]
    public bool Who_leaves_costs_the_fair_value_of_what_has_vested(Award award, ExpensePolicy policy, ServiceDay leaving)
    {
        LocalDate leaves = leaving.Of(award);
        Award left = Leaving(award, leaves, 1);
        ExpenseSchedule schedule = Expense.Of(left, policy);
        return left.Changes.Count == 0
            || (schedule.CumulativeAt(leaves) == Worth(award, VestedAt(award, leaves)) && schedule.Total == Worth(award, VestedAt(award, leaves)));
    }

    [Property]
    public bool A_pool_costs_what_the_awards_of_those_who_leave_and_those_who_stay_do(Award award, ExpensePolicy policy, ServiceDay leaving, ServiceDay day, byte part)
    {
        LocalDate leaves = leaving.Of(award), date = day.Of(award);
        Rational leavers = (Rational)(part + 1) / 256;
        ExpenseSchedule pool = Expense.Of(Leaving(award, leaves, leavers), policy);
        ExpenseSchedule all = Expense.Of(award, policy), gone = Expense.Of(Leaving(award, leaves, 1), policy);
        return pool.CumulativeAt(date) == (gone.CumulativeAt(date) * leavers) + (all.CumulativeAt(date) * (1 - leavers));
    }

    [Property]
    public bool Months_add_up_to_the_total_and_posted_months_to_the_rounded_total(Award award, ExpensePolicy policy, ServiceDay leaving)
    {
        LocalDate leaves = leaving.Of(award);
        ExpenseSchedule schedule = Expense.Of(Leaving(award, leaves, (Rational)1 / 3), policy);
        IReadOnlyList<ExpensePeriod> months = schedule.ByMonth();
        return months.Aggregate(Amount.Zero(Currency.Usd), (sum, month) => sum + month.Expense) == schedule.Total
            && months.Aggregate(0.Usd, (sum, month) => sum + month.Posted()) == schedule.Total.Round(default)
            && months.Zip(months.Skip(1)).All(pair => pair.First.Days.End == pair.Second.Days.Start);
    }

    [Property]
    public bool Fiscal_quarters_add_up_to_the_total(Award award, ExpensePolicy policy)
    {
        ExpenseSchedule schedule = Expense.Of(award, policy);
        return Enumerable.Range(2022, 16)
            .SelectMany(year => schedule.By(PlanYear.Starting(new(year, 2, 1)), Frequency.Quarterly))
            .Aggregate(Amount.Zero(Currency.Usd), (sum, quarter) => sum + quarter.Expense) == schedule.Total;
    }

    [Property]
    public bool A_portfolio_is_the_sum_of_its_awards(Award award, Award second, ExpensePolicy policy, ServiceDay day)
    {
        LocalDate date = day.Of(award);
        Award other = Named("B", second, second.Tranches);
        ExpenseSchedule portfolio = Expense.Portfolio([award, other], policy), one = Expense.Of(award, policy), two = Expense.Of(other, policy);
        return portfolio.CumulativeAt(date) == one.CumulativeAt(date) + two.CumulativeAt(date)
            && portfolio.UnrecognisedAt(date) == one.UnrecognisedAt(date) + two.UnrecognisedAt(date)
            && portfolio.Total == one.Total + two.Total;
    }

    [Property]
    public bool Splitting_an_award_by_tranches_leaves_graded_expense_unchanged(Award award, ServiceCount count, ServiceDay day, byte place)
    {
        LocalDate date = day.Of(award);
        int cut = place % award.Tranches.Count;
        if (cut == 0)
            return true;
        ExpensePolicy policy = ExpensePolicy.Asc718(Attribution.Graded).Counting(count);
        return Expense.Portfolio([Named("B", award, award.Tranches.Take(cut)), Named("C", award, award.Tranches.Skip(cut))], policy).CumulativeAt(date)
            == Expense.Of(award, policy).CumulativeAt(date);
    }

    [Property]
    public bool What_is_expensed_and_what_is_not_yet_is_the_cost_of_the_award(Award award, ExpensePolicy policy, ServiceDay day) =>
        day.Of(award) < award.ServiceFrom
        || Expense.Of(award, policy) is var schedule && schedule.CumulativeAt(day.Of(award)) + schedule.UnrecognisedAt(day.Of(award)) == schedule.Total;

    [Property]
    public bool To_expect_all_to_vest_is_to_expense_forfeitures_as_they_occur(Award award, ExpensePolicy policy, ServiceDay leaving, ServiceDay day)
    {
        LocalDate leaves = leaving.Of(award), date = day.Of(award);
        Award left = Leaving(award, leaves, (Rational)1 / 3);
        Amount occurring = Expense.Of(left, policy).CumulativeAt(date);
        return new[] { ForfeiturePolicy.AtAnnualRate(0), ForfeiturePolicy.ExpectingToVest(1) }
            .All(estimate => Expense.Of(left, policy.Forfeiting(estimate)).CumulativeAt(date) == occurring);
    }

    [Property]
    public bool An_estimate_ends_with_the_shares_that_vest_where_the_record_is_complete(Award award, ExpensePolicy policy, ServiceDay leaving, byte part)
    {
        LocalDate leaves = leaving.Of(award);
        Award left = Leaving(award, leaves, (Rational)1 / 3).Recorded(through: award.Tranches[^1].Vests);
        Rational forfeited = left.Changes.Aggregate((Rational)0, (sum, change) => sum + change.Shares), estimate = (Rational)part / 255;
        return new[] { ForfeiturePolicy.AtAnnualRate(estimate), ForfeiturePolicy.ExpectingToVest(estimate) }
            .All(policy2 => Expense.Of(left, policy.Forfeiting(policy2)).Total == Worth(award, Shares(award) - forfeited));
    }

    [Property]
    public bool A_higher_rate_of_forfeiture_never_costs_more(Award award, ExpensePolicy policy, ServiceDay day, byte low, byte high)
    {
        LocalDate date = day.Of(award);
        Rational less = (Rational)Math.Min(low, high) / 255, more = (Rational)Math.Max(low, high) / 255;
        return Expense.Of(award, policy.Forfeiting(ForfeiturePolicy.AtAnnualRate(more))).CumulativeAt(date)
            <= Expense.Of(award, policy.Forfeiting(ForfeiturePolicy.AtAnnualRate(less))).CumulativeAt(date);
    }

    [Property]
    public bool Unvested_shares_roll_forward_from_month_to_month(Award award, ServiceDay leaving)
    {
        LocalDate leaves = leaving.Of(award);
        Award left = Leaving(award, leaves, (Rational)1 / 3);
        PlanYear[] years = [.. Enumerable.Range(2023, 14).Select(PlanYear.Calendar)];
        RollForward[] months = [.. years.SelectMany(year => year.Periods(Frequency.Monthly)).Select(month => RollForward.Of([left], month.Days))];
        RollForward all = RollForward.Of([left], new(years[0].Start, years[^1].End));
        return months.Zip(months.Skip(1)).All(pair => pair.First.Closing == pair.Second.Opening)
            && all.Opening == 0 && all.Granted == Shares(award) && all.Closing == 0
            && months.Aggregate((Rational)0, (sum, month) => sum + month.Vested) == all.Vested;
    }

    // A part of what is unvested on a day is forfeited, of every tranche alike.
    private static Award Leaving(Award award, LocalDate on, Rational part) => on < award.Granted
        ? award
        : award.With(award.Tranches.Where(tranche => tranche.Vests > on).Select(tranche => new AwardChange.Forfeited(tranche.Vests, on, tranche.Shares * part)));

    private static Award Named(string id, Award award, IEnumerable<Tranche> tranches) =>
        new Award(id, award.Granted, award.FairValues.First, tranches).ServingFrom(award.ServiceFrom);

    private static Amount Worth(Award award, Rational shares) => award.FairValues.First * shares;

    private static Rational Shares(Award award) => VestedAt(award, LocalDate.MaxIsoValue);

    private static Rational VestedAt(Award award, LocalDate date) => award.Tranches.Where(tranche => tranche.Vests <= date).Select(tranche => (Rational)tranche.Shares)
        .Concat(award.Changes.Where(change => change is AwardChange.Accelerated && change.On <= date && change.Vests > date).Select(change => change.Shares))
        .Aggregate((Rational)0, (sum, shares) => sum + shares);
}
