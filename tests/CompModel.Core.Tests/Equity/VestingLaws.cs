using FsCheck.Xunit;
using NodaTime;

namespace CompModel.Tests.Equity;

/// <summary>Sentences that are true of every grant.</summary>
[Properties(Arbitrary = [typeof(Generators)], MaxTest = 300)]
public class VestingLaws
{
    [Property]
    public bool Tranches_add_up_to_the_grant(Grant grant) => grant.Tranches().Shares == grant.Shares;

    [Property]
    public bool Vested_and_unvested_add_up_to_the_grant_on_any_date(Grant grant, LocalDate date) =>
        grant.VestedAt(date) + grant.UnvestedAt(date) == grant.Shares && grant.VestedAt(date) >= 0 && grant.UnvestedAt(date) >= 0;

    [Property]
    public bool Vesting_never_goes_back(Grant grant, LocalDate date, LocalDate other) =>
        date <= other ? grant.VestedAt(date) <= grant.VestedAt(other) : grant.VestedAt(date) >= grant.VestedAt(other);

    [Property]
    public bool Dates_rise_and_none_precedes_the_grant(Grant grant)
    {
        LocalDate[] dates = [.. grant.ScheduledTranches().Select(tranche => tranche.Vests)];
        return dates[0] >= grant.Granted && dates.Zip(dates.Skip(1)).All(pair => pair.First < pair.Second);
    }

    [Property]
    public bool As_of_a_date_includes_that_date(Grant grant) => grant.Tranches().All(tranche =>
        grant.VestedAt(tranche.Vests) - grant.VestedAt(tranche.Vests.PlusDays(-1)) == tranche.Shares);

    [Property]
    public bool Tranches_are_scheduled_tranches_without_zeros(Grant grant) =>
        grant.ScheduledTranches().Where(tranche => tranche.Shares != 0).SequenceEqual(grant.Tranches());

    [Property]
    public bool A_cliff_changes_no_total_and_nothing_from_it_on(Grant grant, VestingTime any)
    {
        VestingTime cliff = Generators.Within(grant.Schedule, any);
        Grant plain = With(grant, grant.Schedule.WithCliff(VestingTime.AtStart)), held = With(grant, grant.Schedule.WithCliff(cliff));
        LocalDate until = cliff.From(grant.VestingStart, grant.Schedule.Day);
        return held.Tranches().Shares == plain.Tranches().Shares
            && held.VestedAt(until) == plain.VestedAt(until)
            && plain.Tranches().Where(tranche => tranche.Vests > until).SequenceEqual(held.Tranches().Where(tranche => tranche.Vests > until));
    }

    [Property]
    public bool Nothing_vests_before_the_cliff(Grant grant, VestingTime any) =>
        Generators.Within(grant.Schedule, any) is var cliff && (cliff == VestingTime.AtStart
        || cliff is VestingTime.Days { Count: 0 }
        || With(grant, grant.Schedule.WithCliff(cliff)).VestedAt(cliff.From(grant.VestingStart, grant.Schedule.Day).PlusDays(-1)) == 0);

    [Property]
    public bool Cumulative_round_down_is_below_the_exact_portion_by_less_than_a_share(Grant grant) =>
        Vested(grant, ShareAllocation.CumulativeRoundDown).All(at => at.Vested <= at.Exact && at.Exact - at.Vested < 1);

    [Property]
    public bool Cumulative_rounding_is_within_half_a_share_of_the_exact_portion(Grant grant) =>
        Vested(grant, ShareAllocation.CumulativeRounding).All(at => (at.Vested - at.Exact).Abs() <= (Rational)1 / 2);

    [Property]
    public bool One_by_one_loading_moves_no_installment_by_a_share_or_more_the_wrong_way(Grant grant) =>
        new[] { ShareAllocation.FrontLoaded, ShareAllocation.BackLoaded }.All(allocation =>
            Split(grant, allocation).Zip(Split(grant, ShareAllocation.Fractional)).All(part =>
                part.First > part.Second - 1 && part.First <= part.Second + 1));

    [Property]
    public bool Loading_types_place_the_same_left_over_shares_elsewhere(Grant grant)
    {
        Rational[] whole = [.. Split(grant, ShareAllocation.Fractional).Select(part => Rational.Of(part.Floor(), 1))];
        Rational left = grant.Shares - whole.Aggregate((sum, part) => sum + part);
        Rational[] Over(ShareAllocation allocation) => [.. Split(grant, allocation).Zip(whole, (part, floor) => part - floor)];
        return Over(ShareAllocation.FrontLoaded).SequenceEqual(Over(ShareAllocation.BackLoaded).Reverse())
            && Over(ShareAllocation.FrontLoadedToSingleTranche).SequenceEqual(Over(ShareAllocation.BackLoadedToSingleTranche).Reverse())
            && Over(ShareAllocation.FrontLoaded).SequenceEqual(Over(ShareAllocation.FrontLoaded).OrderDescending())
            && Over(ShareAllocation.FrontLoaded).All(extra => extra == 0 || extra == 1)
            && Over(ShareAllocation.FrontLoadedToSingleTranche)[0] == left;
    }

    [Property]
    public bool Every_allocation_gives_away_every_share(Grant grant) => Enum.GetValues<ShareAllocation>().All(allocation =>
        Split(grant, allocation) is var split && split.Aggregate((sum, part) => sum + part) == grant.Shares && split.All(part => part.Sign >= 0));

    [Property]
    public bool Front_loading_never_vests_later_than_back_loading(Grant grant, LocalDate date) =>
        grant.AllocatedBy(ShareAllocation.FrontLoaded).VestedAt(date) >= grant.AllocatedBy(ShareAllocation.BackLoaded).VestedAt(date);

    [Property]
    public bool Text_of_a_schedule_reads_back_to_an_equal_schedule(VestingSchedule schedule)
    {
        VestingSchedule back = VestingSchedule.Parse(schedule.ToString());
        return back.Equals(schedule) && back.GetHashCode() == schedule.GetHashCode() && back.ToString() == schedule.ToString();
    }

    [Property]
    public bool Each_month_has_one_date_by_every_rule_but_minus_one(LocalDate start, VestingDay day)
    {
        LocalDate[] dates = [.. Enumerable.Range(0, 40).Select(months => day.After(start, months))];
        return dates.Zip(dates.Skip(1)).All(pair => pair.First < pair.Second)
            && (day == VestingDay.OfStartMinusOne
                || dates.Select((date, months) => (12 * (date.Year - start.Year)) + date.Month - start.Month == months).All(same => same));
    }

    [Property]
    public bool A_numbered_day_is_that_day_or_the_last_of_a_shorter_month(LocalDate start)
    {
        return Enumerable.Range(1, 31).All(number => VestingDay.OfMonth(number).After(start, 1) is var date
            && (date.Day == number || (date.Day < number && date.PlusDays(1).Day == 1)));
    }

    private static Grant With(Grant grant, VestingSchedule schedule) =>
        new Grant(grant.Id, grant.Granted, grant.Shares, schedule).VestingFrom(grant.VestingStart).AllocatedBy(grant.Allocation);

    private static Rational[] Split(Grant grant, ShareAllocation allocation) =>
        allocation.Split(grant.Shares, [.. grant.Schedule.Installments.Select(installment => installment.Portion)]);

    private static IEnumerable<(Rational Vested, Rational Exact)> Vested(Grant grant, ShareAllocation allocation)
    {
        Rational vested = 0;
        foreach ((Rational part, Installment installment) in Split(grant, allocation).Zip(grant.Schedule.Installments))
            yield return (vested += part, installment.Cumulative * grant.Shares);
    }
}
