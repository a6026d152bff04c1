using NodaTime;

namespace CompModel.Tests.Equity;

public class ActivityFacts
{
    // 4,800 shares, 100 a month from 2025-02-01 on.
    private static readonly Grant Monthly = new("G", new(2025, 1, 1), 4_800, VestingSchedule.Monthly(48));
    private static readonly LocalDate Mid = new(2026, 1, 1);

    [Fact]
    public void What_vests_on_the_last_day_has_vested_and_the_rest_is_forfeited()
    {
        GrantActivity left = Monthly.After(new GrantEvent.Left(Mid));
        Assert.Equal(new GrantBalance(4_800, 1_200, 0, 3_600, 0, 0), left.At(Mid));
        Assert.Equal(new GrantBalance(4_800, 1_100, 3_700, 0, 0, 0), left.At(Mid.PlusDays(-1)));
        Assert.Equal(12, left.Tranches().Count);
        Assert.All(left.Moves.Where(move => move.Kind == GrantMoveKind.Forfeited), move => Assert.Equal((Mid, "left"), (move.Date, move.Reason)));
    }

    [Fact]
    public void Leaving_before_the_cliff_leaves_nothing() =>
        Assert.Equal(4_801, new Grant("G", new(2025, 1, 1), 4_801, VestingSchedule.Monthly(48, cliff: 12)).After(new GrantEvent.Left(new(2025, 12, 31))).ForfeitedAt(new(2026, 1, 1)));

    [Fact]
    public void Half_of_the_unvested_is_taken_from_each_in_proportion_and_the_pace_halves()
    {
        GrantActivity half = Monthly.After(new GrantEvent.Accelerated(Mid, new Acceleration.Portion(50.Percent)));
        Assert.Equal(1_200 + 1_800, half.VestedAt(Mid));
        Assert.Equal(new Tranche(new(2026, 2, 1), 50), half.Tranches().First(tranche => tranche.Vests > Mid));
        Assert.Equal(new(2029, 1, 1), half.Tranches()[^1].Vests);
    }

    [Fact]
    public void Taken_from_the_earliest_the_schedule_pauses_and_from_the_latest_it_ends_early()
    {
        Tranche[] Later(TakenFrom from) => [.. Monthly.After(new GrantEvent.Accelerated(Mid, new Acceleration.Portion(50.Percent, from))).Tranches().Where(tranche => tranche.Vests > Mid)];
        Assert.Equal((new LocalDate(2027, 8, 1), 18), (Later(TakenFrom.Earliest)[0].Vests, Later(TakenFrom.Earliest).Length));
        Assert.Equal((new LocalDate(2027, 7, 1), 18), (Later(TakenFrom.Latest)[^1].Vests, Later(TakenFrom.Latest).Length));
    }

    [Fact]
    public void Twelve_months_ahead_vest_what_the_next_twelve_would()
    {
        GrantActivity ahead = Monthly.After(new GrantEvent.Accelerated(Mid, new Acceleration.Months(12)));
        Assert.Equal(2_400, ahead.VestedAt(Mid));
        Assert.Equal(new LocalDate(2027, 2, 1), ahead.Tranches().First(tranche => tranche.Vests > Mid).Vests);
    }

    [Fact]
    public void Months_ahead_reach_a_cliff_or_they_do_not()
    {
        Grant cliff = new("G", new(2025, 1, 1), 4_800, VestingSchedule.Monthly(48, cliff: 12));
        Assert.Equal(0, cliff.After(new GrantEvent.Accelerated(new(2025, 6, 30), new Acceleration.Months(6))).VestedAt(new(2025, 6, 30)));
        Assert.Equal(1_200, cliff.After(new GrantEvent.Accelerated(new(2025, 7, 1), new Acceleration.Months(6))).VestedAt(new(2025, 7, 1)));
    }

    [Fact]
    public void A_single_trigger_acts_on_its_event()
    {
        GrantActivity sold = Monthly.Accelerating(AccelerationClause.On("change of control", new Acceleration.All())).After(new GrantEvent.Met(Mid, "change of control"));
        Assert.Equal(4_800, sold.VestedAt(Mid));
        Assert.Equal("accelerated: all, change of control", sold.Moves[^1].Reason);
    }

    [Theory]
    [InlineData("2026-07-01", LeavingReason.InvoluntaryOther, 4_800)]
    [InlineData("2027-01-01", LeavingReason.VoluntaryGoodCause, 4_800)]
    [InlineData("2027-01-02", LeavingReason.InvoluntaryOther, 2_400)]
    [InlineData("2026-07-01", LeavingReason.VoluntaryOther, 1_800)]
    [InlineData("2025-07-01", LeavingReason.InvoluntaryOther, 600)]
    public void A_double_trigger_needs_both_and_in_time(string day, LeavingReason reason, int vested)
    {
        LocalDate left = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        GrantActivity activity = Monthly.Accelerating(AccelerationClause.OnLeavingAfter("change of control", 12, new Acceleration.All()))
            .After(new GrantEvent.Left(left, reason), new GrantEvent.Met(Mid, "change of control"));
        Assert.Equal(vested, activity.VestedAt(new(2030, 1, 1)));
        Assert.Equal(0, activity.UnvestedAt(new(2030, 1, 1)));
    }

    [Fact]
    public void Death_accelerates_where_a_clause_says_so()
    {
        Grant grant = Monthly.Accelerating(AccelerationClause.OnLeaving(new Acceleration.Portion(50.Percent)));
        Assert.Equal(3_000, grant.After(new GrantEvent.Left(Mid, LeavingReason.InvoluntaryDeath)).VestedAt(Mid));
        Assert.Equal(1_200, grant.After(new GrantEvent.Left(Mid, LeavingReason.InvoluntaryWithCause)).VestedAt(Mid));
    }

    // The double trigger of private companies: what time made due waits for the event, after leaving too, until the deadline.
    [Fact]
    public void Shares_that_served_wait_for_liquidity_after_leaving_until_the_deadline()
    {
        Grant grant = new("G", new(2020, 1, 1), 4_800, ((VestingTerms)VestingSchedule.Monthly(48)).Requiring(new VestingRequirement("IPO").By(new VestingTime.Months(84))));
        GrantActivity left = grant.After(new GrantEvent.Left(new(2022, 1, 1)));
        Assert.Equal(new GrantBalance(4_800, 0, 2_400, 2_400, 0, 0), left.At(new(2026, 12, 31)));
        Assert.Equal([new WaitingPart("IPO", 2_400, new(2027, 1, 1))], left.WaitingAt(new(2027, 1, 1)));
        Assert.Empty(left.WaitingAt(new(2027, 1, 2)));
        Assert.Equal(4_800, left.ForfeitedAt(new(2027, 1, 2)));
        Assert.Equal(2_400, left.And(new GrantEvent.Met(new(2027, 1, 1), "IPO")).VestedAt(new(2027, 1, 1)));
        Assert.Equal(0, left.And(new GrantEvent.Met(new(2027, 1, 2), "IPO")).VestedAt(new(2030, 1, 1)));
    }

    [Fact]
    public void Waiting_shares_are_told_with_condition_and_deadline()
    {
        Grant grant = new("G", new(2020, 1, 1), 4_800, ((VestingTerms)VestingSchedule.Monthly(48)).Requiring(new VestingRequirement("IPO")));
        Assert.Empty(grant.Tranches());
        Assert.Equal([new WaitingPart("IPO", 4_800, null)], grant.After().WaitingAt(new(2026, 1, 1)));
        Assert.Equal([new Tranche(new(2026, 6, 9), 4_800)], grant.After(new GrantEvent.Met(new(2026, 6, 9), "IPO")).Tranches());
    }

    [Fact]
    public void Waiting_shares_are_forfeited_on_leaving_where_the_terms_say_so()
    {
        VestingRequirement strict = new VestingRequirement("IPO").OnLeaving(WaitingShares.ForfeitOnLeaving);
        Grant grant = new("G", new(2020, 1, 1), 4_800, ((VestingTerms)VestingSchedule.Monthly(48)).Requiring(strict));
        Assert.Equal(4_800, grant.After(new GrantEvent.Left(new(2022, 1, 1))).ForfeitedAt(new(2022, 1, 1)));
    }

    [Theory]
    [InlineData(0, 0, 1_001, 0)]
    [InlineData(50, 1_001, 0, 0)]
    [InlineData(90, 2_002, 0, 1_001)]
    [InlineData(25, 250, 751, 0)]
    public void A_performance_award_earns_what_its_curve_says(int percentile, int vested, int forfeited, int added)
    {
        // 25 % of target at the 25th percentile, all at the 50th, twice as much at the 90th; nothing below.
        PayoutCurve curve = PayoutCurve.Through(BeyondLastKnot.Flat, (25, 0.25m), (50, 1), (90, 2)).WithThreshold(25);
        VestingTerms terms = ((VestingTerms)VestingSchedule.Annual(3, cliffMonths: 36)).Requiring(new VestingRequirement("TSR").Earning(curve));
        GrantActivity activity = new Grant("PSU", new(2023, 1, 1), 1_001, terms).After(new GrantEvent.Met(new(2026, 1, 31), "TSR", percentile));
        Assert.Equal(new GrantBalance(1_001 + added, vested, 0, forfeited, added, 0), activity.At(new(2026, 1, 31)));
    }

    [Fact]
    public void A_result_counts_once_however_often_it_is_told()
    {
        Grant grant = new("PSU", new(2023, 1, 1), 1_000, ((VestingTerms)VestingSchedule.Annual(3, cliffMonths: 36)).Requiring(new VestingRequirement("goal")));
        GrantEvent.Met met = new(new(2025, 1, 31), "goal", 150.Percent);
        Assert.Equal(1_500, grant.After(met, met, new GrantEvent.Met(new(2025, 3, 31), "goal", 50.Percent)).VestedAt(new(2026, 1, 1)));
    }

    [Fact]
    public void A_result_is_asked_for_where_a_curve_needs_it()
    {
        VestingTerms terms = ((VestingTerms)VestingSchedule.Annual(3)).Requiring(new VestingRequirement("TSR").Earning(PayoutCurve.Linear));
        Assert.Contains("result", Assert.Throws<ArgumentException>("events", () => new Grant("PSU", new(2023, 1, 1), 1_000, terms).After(new GrantEvent.Met(new(2025, 1, 31), "TSR"))).Message);
    }

    [Fact]
    public void A_leave_does_nothing_unless_it_tolls()
    {
        DateRange away = new(new(2025, 6, 1), new(2025, 9, 1));
        Assert.Equal(Monthly.Tranches(), Monthly.After(new GrantEvent.OnLeave(away)).Tranches());
    }

    [Fact]
    public void A_leave_that_shifts_moves_every_later_date_by_its_months()
    {
        GrantActivity away = Monthly.After(new GrantEvent.OnLeave(new(new(2025, 6, 1), new(2025, 9, 1)), Tolling.Shift));
        // Five have vested by 1 June; the next is due on 1 July and vests on 1 October.
        Assert.Equal(new Tranche(new(2025, 6, 1), 100), away.Tranches()[4]);
        Assert.Equal(new Tranche(new(2025, 10, 1), 100), away.Tranches()[5]);
        Assert.Equal(new(2029, 4, 1), away.Tranches()[^1].Vests);
        Assert.Equal(4_800, away.Tranches().Shares);
    }

    [Fact]
    public void A_leave_of_days_shifts_by_days_and_month_ends_do_not_drift()
    {
        Grant grant = new("G", new(2025, 1, 31), 1_200, VestingSchedule.Monthly(12));
        Assert.Equal(new LocalDate(2025, 3, 10), grant.After(new GrantEvent.OnLeave(new(new(2025, 2, 1), new(2025, 2, 11)), Tolling.Shift)).Tranches()[0].Vests);
        GrantActivity months = grant.After(new GrantEvent.OnLeave(new(new(2025, 2, 1), new(2025, 4, 1)), Tolling.Shift));
        Assert.Equal([new(2025, 4, 30), new(2025, 5, 31), new(2025, 6, 30)], months.Tranches().Take(3).Select(tranche => tranche.Vests));
    }

    [Fact]
    public void A_leave_that_appends_moves_what_it_misses_behind_the_end()
    {
        GrantActivity away = Monthly.After(new GrantEvent.OnLeave(new(new(2025, 6, 2), new(2025, 9, 2)), Tolling.Append));
        Assert.Equal(new(2025, 6, 1), away.Tranches()[4].Vests);
        Assert.Equal(new(2025, 10, 1), away.Tranches()[5].Vests);
        Assert.Equal([new(2029, 1, 1), new(2029, 2, 1), new(2029, 3, 1), new(2029, 4, 1)], away.Tranches().TakeLast(4).Select(tranche => tranche.Vests));
    }

    [Theory]
    [InlineData("monthly 12", "2026-01-01", "2026-02-01", "2026-02-15")]
    [InlineData("quarterly 4", "2025-12-20", "2026-01-21", "2026-04-15")]
    [InlineData("every 30 days 4", "2025-05-01", "2025-05-20", "2025-06-14")]
    public void What_is_missed_last_follows_at_the_pace_of_the_schedule(string schedule, string from, string until, string last)
    {
        LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
        Grant grant = new("G", new(2025, 1, 15), 1_200, VestingSchedule.Parse(schedule));
        Assert.Equal(Day(last), grant.After(new GrantEvent.OnLeave(new(Day(from), Day(until)), Tolling.Append)).Tranches()[^1].Vests);
    }

    [Fact]
    public void Two_leaves_that_append_go_on_at_the_same_pace()
    {
        Grant grant = new("G", new(2025, 1, 15), 1_200, VestingSchedule.Monthly(12));
        GrantActivity twice = grant.After(
            new GrantEvent.OnLeave(new(new(2025, 3, 1), new(2025, 4, 1)), Tolling.Append), new GrantEvent.OnLeave(new(new(2025, 6, 1), new(2025, 7, 1)), Tolling.Append));
        Assert.Equal([new(2026, 1, 15), new(2026, 2, 15), new(2026, 3, 15)], twice.Tranches().TakeLast(3).Select(tranche => tranche.Vests));
    }

    // What was accelerated is one lot from then on; the pace of the schedule and its end stay what they were.
    [Fact]
    public void Pace_and_end_of_a_schedule_do_not_depend_on_what_was_accelerated()
    {
        Grant grant = new("G", new(2025, 1, 15), 1_200, VestingSchedule.Monthly(12));
        GrantEvent late = new GrantEvent.Accelerated(new(2025, 1, 20), new Acceleration.Shares(900, TakenFrom.Latest));
        GrantActivity away = grant.After(late, new GrantEvent.OnLeave(new(new(2025, 4, 1), new(2025, 5, 1)), Tolling.Append));
        Assert.Equal([new(2025, 1, 20), new(2025, 2, 15), new(2025, 3, 15), new(2025, 5, 15)], away.Tranches().Select(tranche => tranche.Vests));
        // Half of the year is served on 16 July, and 900 of the 1,200 have vested: nothing more is due.
        Assert.Equal(0, grant.After(late, new GrantEvent.Accelerated(new(2025, 1, 21), new Acceleration.ProRata())).Moves.Count(move => move.Date == new LocalDate(2025, 1, 21)));
    }

    // A result below target and a clause on the same event: what is pro rata counts what was lost.
    [Fact]
    public void What_a_result_loses_is_counted_by_a_clause_of_the_same_event()
    {
        Grant grant = new Grant("G", new(2025, 1, 1), 1_000, ((VestingTerms)VestingSchedule.Dated((new(2026, 1, 1), 1))).Requiring(new VestingRequirement("sale")))
            .Accelerating(AccelerationClause.On("sale", new Acceleration.ProRata()));
        GrantActivity sold = grant.After(new GrantEvent.Met(new(2025, 7, 2), "sale", 90.Percent));
        // 182 of 365 days of 1,000 shares.
        Assert.Equal(new GrantBalance(1_000, 498, 402, 100, 0, 0), sold.At(new(2025, 7, 2)));
    }

    [Fact]
    public void A_split_reapplies_the_schedule_or_multiplies_each_tranche()
    {
        Grant grant = new("G", new(2025, 1, 1), 10, VestingSchedule.Annual(4));
        IEnumerable<Rational> After(SplitHandling handling) => grant.After(new GrantEvent.Split(new(2025, 2, 1), 10, 1, handling)).Tranches().Select(tranche => tranche.Shares);
        Assert.Equal([20, 30, 20, 30], After(SplitHandling.PerTranche));
        Assert.Equal([25, 25, 25, 25], After(SplitHandling.Reapply));
    }

    [Fact]
    public void A_split_multiplies_what_was_accelerated_or_cancelled_and_reapplies_the_rest()
    {
        Grant small = new("G", new(2025, 1, 1), 3, VestingSchedule.Monthly(12)), hundred = new("H", new(2025, 1, 1), 100, VestingSchedule.Monthly(3));
        GrantEvent.Split split = new(new(2025, 1, 20), 10, 1);
        Assert.Equal(new GrantBalance(30, 10, 20, 0, 0, 0), small.After(new GrantEvent.Accelerated(new(2025, 1, 15), new Acceleration.Shares(1)), split).At(new(2025, 1, 26)));
        Assert.Equal(new GrantBalance(1_000, 0, 660, 340, 0, 0), hundred.After(new GrantEvent.Cancelled(new(2025, 1, 15), 34), split).At(new(2025, 1, 20)));
        Assert.Equal(new GrantBalance(1_000, 400, 600, 0, 0, 0), hundred.After(new GrantEvent.Accelerated(new(2025, 1, 15), new Acceleration.Shares(40)), split).At(new(2025, 1, 20)));
    }

    [Fact]
    public void A_split_beyond_the_range_of_shares_is_refused()
    {
        GrantEvent.Split[] splits = [new(Mid, 1_000_000, 1), new(Mid, 1_000_000, 1)];
        Assert.Contains("10^15", Assert.Throws<ArgumentException>("events", () => Monthly.After(splits)).Message);
    }

    [Fact]
    public void Very_many_accelerations_are_told_at_once()
    {
        Grant grant = new("G", new(2025, 1, 1), 999_999_999_999, VestingSchedule.Monthly(1_200));
        GrantActivity activity = grant.After(Enumerable.Range(0, 100).Select(day => new GrantEvent.Accelerated(new LocalDate(2025, 1, 2).PlusDays(day), new Acceleration.Portion(1.Percent))));
        Assert.Equal(grant.Shares, activity.Tranches().Shares);
    }

    [Fact]
    public void A_trigger_after_the_leaving_of_one_day_comes_too_late()
    {
        Grant grant = Monthly.Accelerating(AccelerationClause.OnLeavingAfter("sold", 12, new Acceleration.All()));
        GrantEvent sold = new GrantEvent.Met(Mid, "sold"), left = new GrantEvent.Left(Mid, LeavingReason.InvoluntaryOther);
        Assert.Equal((1_200, 4_800), (grant.After(left, sold).VestedAt(Mid), grant.After(sold, left).VestedAt(Mid)));
    }

    [Fact]
    public void Parts_of_shares_that_a_reverse_split_leaves_off_are_told()
    {
        GrantActivity split = new Grant("G", new(2025, 1, 1), 10, VestingSchedule.Annual(4)).After(new GrantEvent.Split(new(2026, 6, 1), 1, 3, SplitHandling.PerTranche));
        // 2, 3, 2, 3 by thirds: 0, 1, 0, 1 whole, and four thirds in parts.
        Assert.Equal(new GrantBalance(2, 0, 2, 0, 0, (Rational)4 / 3), split.At(new(2026, 6, 1)));
    }

    [Fact]
    public void A_split_on_a_vest_date_vests_new_shares() =>
        Assert.Equal(new Tranche(new(2025, 2, 1), 1_000), Monthly.After(new GrantEvent.Split(new(2025, 2, 1), 10, 1)).Tranches()[0]);

    [Fact]
    public void A_cancellation_takes_the_latest_unvested_and_no_more()
    {
        GrantActivity less = Monthly.After(new GrantEvent.Cancelled(Mid, 150));
        Assert.Equal(new Tranche(new(2028, 12, 1), 50), less.Tranches()[^1]);
        Assert.Equal(150, less.ForfeitedAt(Mid));
        Assert.Equal(3_600, Monthly.After(new GrantEvent.Cancelled(Mid)).ForfeitedAt(Mid));
        Assert.Contains("3600", Assert.Throws<ArgumentException>("events", () => Monthly.After(new GrantEvent.Cancelled(Mid, 3_601))).Message);
        Assert.Equal(1_199, Monthly.After(new GrantEvent.Cancelled(Mid, 3_601, CancelledFrom.VestedToo)).VestedAt(Mid));
    }

    [Fact]
    public void Events_are_refused_that_cannot_be()
    {
        Assert.Contains("2024-12-31", Assert.Throws<ArgumentException>("events", () => Monthly.After(new GrantEvent.Left(new(2024, 12, 31)))).Message);
        Assert.Contains("'IPO'", Assert.Throws<ArgumentException>("events", () => Monthly.After(new GrantEvent.Met(Mid, "IPO"))).Message);
        Assert.Throws<ArgumentException>("events", () => Monthly.After(new GrantEvent.Left(Mid), new GrantEvent.Left(Mid)));
        Assert.Throws<ArgumentException>("events", () => Monthly.After(new GrantEvent.Accelerated(Mid, new Acceleration.Shares(3_601))));
        Assert.Throws<ArgumentOutOfRangeException>("fraction", () => new Acceleration.Portion(101.Percent));
        Assert.Throws<ArgumentOutOfRangeException>("shares", () => new GrantEvent.Cancelled(Mid, 0));
        Assert.Throws<ArgumentOutOfRangeException>("newShares", () => new GrantEvent.Split(Mid, 0, 1));
        Assert.Throws<ArgumentException>("days", () => new GrantEvent.OnLeave(default));
    }

    // What had happened by a day does not know what came later: history does not change.
    [Fact]
    public void The_past_does_not_know_the_future()
    {
        GrantActivity activity = Monthly.After(new GrantEvent.Accelerated(Mid, new Acceleration.All()));
        Assert.Equal(Monthly.VestedAt(Mid.PlusDays(-1)), activity.VestedAt(Mid.PlusDays(-1)));
    }
}
