using FsCheck.Xunit;
using NodaTime;

namespace CompModel.Tests.Equity;

/// <summary>Sentences that are true of every grant, whatever happens to it.</summary>
[Properties(Arbitrary = [typeof(Generators)], MaxTest = 400)]
public class ActivityLaws
{
    private static readonly LocalDate End = new(2190, 1, 1);

    [Property]
    public bool Vested_unvested_and_forfeited_are_the_grant_on_any_day(GrantStory story, LocalDate day)
    {
        GrantBalance at = story.Activity.At(day);
        Rational splits = story.Events.OfType<GrantEvent.Split>().Where(split => split.Date <= day).Aggregate(Rational.One, (ratio, split) => ratio * split.Ratio);
        return at.Vested + at.Unvested + at.Forfeited == at.Shares
            && at.Shares + at.Fractions == (story.Grant.Shares * splits) + at.Added
            && at is { Vested.Sign: >= 0, Unvested.Sign: >= 0, Forfeited.Sign: >= 0, Added.Sign: >= 0, Fractions.Sign: >= 0 };
    }

    [Property]
    public bool Moves_are_of_more_than_nothing_and_of_whole_shares(GrantStory story) => story.Activity.Moves.All(move =>
        move.Shares.Sign > 0 && (move.Shares.IsInteger || story.Grant.Allocation == ShareAllocation.Fractional));

    [Property]
    public bool Nothing_moves_before_the_grant(GrantStory story) => story.Activity.Moves.All(move => move.Date >= story.Grant.Granted);

    [Property]
    public bool Without_splits_moves_up_to_a_day_are_its_balance(GrantStory story, LocalDate day)
    {
        GrantActivity activity = story.Grant.After(story.Events.Where(happened => happened is not GrantEvent.Split && happened.Date <= day));
        Rational Moved(GrantMoveKind kind) => activity.Moves.Where(move => move.Kind == kind && move.Date <= day).Aggregate(Rational.Zero, (sum, move) => sum + move.Shares);
        GrantBalance at = activity.At(day);
        return (Moved(GrantMoveKind.Vested), Moved(GrantMoveKind.Forfeited), Moved(GrantMoveKind.Added)) == (at.Vested, at.Forfeited, at.Added);
    }

    [Property]
    public bool Without_events_activity_is_the_grant(Grant grant, LocalDate day) =>
        grant.After().Tranches().SequenceEqual(grant.Tranches()) && grant.After().VestedAt(day) == grant.VestedAt(day);

    [Property]
    public bool Accelerating_all_vests_all(GrantStory story)
    {
        LocalDate last = story.Events.Select(happened => happened.Date).Append(story.Grant.Granted).Max();
        GrantActivity all = story.Activity.And(new GrantEvent.Accelerated(last, new Acceleration.All()));
        GrantBalance before = story.Activity.At(last), after = all.At(last);
        return after.Unvested == 0 && after.Vested == before.Vested + before.Unvested && after.Forfeited == before.Forfeited && all.At(End) == after;
    }

    [Property]
    public bool Leaving_ends_what_no_condition_keeps(GrantStory story)
    {
        LocalDate last = story.Events.Select(happened => happened.Date).Append(story.Grant.Granted).Max();
        GrantActivity left = story.Grant.After([.. story.Events.Where(happened => happened is not GrantEvent.Left), new GrantEvent.Left(last)]);
        return left.At(last).Unvested == left.WaitingAt(last).Aggregate(Rational.Zero, (sum, part) => sum + part.Shares);
    }

    [Property]
    public bool A_later_event_changes_nothing_before_it(GrantStory story, LocalDate day) =>
        story.Activity.At(day) == story.Grant.After(story.Events.Where(happened => happened.Date <= day)).At(day);

    [Property]
    public bool More_acceleration_never_vests_less(Grant grant, int seed)
    {
        int percent = Math.Abs(seed % 100);
        LocalDate day = grant.Granted.PlusDays(Math.Abs(seed % 900));
        Rational Vested(int portion) => grant.After(new GrantEvent.Accelerated(day, new Acceleration.Portion(portion.Percent))).VestedAt(day);
        return Vested(percent) <= Vested(percent + 1) && Vested(percent) >= grant.VestedAt(day);
    }

    [Property]
    public bool What_is_left_of_an_acceleration_vests_when_it_would_have(Grant grant, int seed)
    {
        LocalDate day = grant.Granted.PlusDays(Math.Abs(seed % 900));
        GrantActivity half = grant.After(new GrantEvent.Accelerated(day, new Acceleration.Portion(50.Percent, (TakenFrom)Math.Abs(seed % 3))));
        return half.Tranches().Where(tranche => tranche.Vests > day).All(tranche => grant.Tranches().Any(plain => plain.Vests == tranche.Vests && plain.Shares >= tranche.Shares))
            && half.Tranches().Shares == grant.Shares;
    }

    [Property]
    public bool A_tolled_leave_loses_no_share_and_vests_nothing_sooner(Grant grant, LocalDate day, int seed)
    {
        LocalDate from = grant.Granted.PlusDays(Math.Abs(seed % 900));
        GrantActivity away = grant.After(new GrantEvent.OnLeave(new(from, from.PlusDays(1 + Math.Abs(seed % 150))), seed % 2 == 0 ? Tolling.Shift : Tolling.Append));
        return away.Tranches().Shares == grant.Shares && away.VestedAt(day) <= grant.VestedAt(day);
    }

    [Property]
    public bool A_split_and_its_reverse_leave_whole_tranches_as_they_were(Grant grant, int seed)
    {
        LocalDate day = grant.Granted.PlusDays(Math.Abs(seed % 900));
        GrantActivity there = grant.After(new GrantEvent.Split(day, 7, 1, SplitHandling.PerTranche), new GrantEvent.Split(day, 1, 7, SplitHandling.PerTranche));
        return there.Tranches().SequenceEqual(grant.Tranches()) && there.At(End).Fractions == 0;
    }

    [Property]
    public bool A_graph_of_a_schedule_is_that_schedule(VestingSchedule schedule, Grant grant)
    {
        // Installments one after another, each a condition relative to the start.
        if (schedule.Installments[0].At is VestingTime.On || schedule.Cliff != VestingTime.AtStart)
            return true;
        VestingCondition[] conditions =
        [
            new("start", VestingPortion.None, new VestingTrigger.OnStart(), "0"),
            .. schedule.Installments.Select((installment, i) => new VestingCondition(
                $"{i}", VestingPortion.OfGrant(installment.Portion), new VestingTrigger.After(installment.At, 1, "start", schedule.Day), i + 1 < schedule.Installments.Count ? [$"{i + 1}"] : [])),
        ];
        Grant Of(VestingTerms terms) => new Grant("G", grant.Granted, grant.Shares, terms).VestingFrom(grant.VestingStart).AllocatedBy(grant.Allocation);
        return Of(new VestingTerms.Graph(conditions)).ScheduledTranches().SequenceEqual(Of(schedule).ScheduledTranches());
    }

    [Property]
    public bool A_schedule_cut_into_segments_of_one_rate_is_the_same_schedule(Grant grant, int cut)
    {
        int first = 1 + Math.Abs(cut % 47);
        VestingCondition Run(string id, int times, string after, params string[] next) =>
            new(id, VestingPortion.OfGrant((Rational)1 / 48), new VestingTrigger.After(new VestingTime.Months(1), times, after), next);
        VestingTerms two = new VestingTerms.Graph(new("start", VestingPortion.None, new VestingTrigger.OnStart(), "a"), Run("a", first, "start", "b"), Run("b", 48 - first, "a"));
        Grant Of(VestingTerms terms) => new Grant("G", grant.Granted, grant.Shares, terms).VestingFrom(grant.VestingStart).AllocatedBy(grant.Allocation);
        return Of(two).ScheduledTranches().SequenceEqual(Of(VestingSchedule.Monthly(48)).ScheduledTranches());
    }

    [Property]
    public bool Two_halves_of_one_schedule_are_that_schedule_within_a_share(VestingSchedule schedule, Grant grant, LocalDate day)
    {
        Grant Of(VestingTerms terms) => new Grant("G", grant.Granted, grant.Shares, terms).VestingFrom(grant.VestingStart);
        return (Of(VestingTerms.SideBySide((50.Percent, schedule), (50.Percent, schedule))).VestedAt(day) - Of(schedule).VestedAt(day)).Abs() < 1;
    }
}
