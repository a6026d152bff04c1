using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CompModel.Tests.Equity;

/// <summary>Valid schedules, grants and dates, leaning towards month ends, leap days, one share, and as many shares as installments.</summary>
public static class Generators
{
    private static readonly Gen<LocalDate> DateGen = Gen.OneOf(
        Gen.Choose(0, 20_000).Select(days => new LocalDate(2000, 1, 1).PlusDays(days)),
        Gen.Choose(0, 600).Select(months => new LocalDate(2000, 1, 31).PlusMonths(months)),
        Gen.Elements(new LocalDate(2024, 2, 29), new LocalDate(2023, 2, 28), new LocalDate(2025, 1, 29), new LocalDate(2025, 1, 30)));

    private static readonly Gen<VestingDay> DayGen = Gen.OneOf(
        Gen.Constant(VestingDay.OfStart),
        Gen.Constant(VestingDay.OfStartMinusOne),
        Gen.Choose(1, 31).Select(VestingDay.OfMonth),
        Gen.Choose(28, 31).Select(VestingDay.OfMonth));

    private static readonly Gen<VestingTime> CliffGen = Gen.OneOf(
        Gen.Constant(VestingTime.AtStart),
        Gen.Choose(0, 72).Select(n => (VestingTime)new VestingTime.Months(n)),
        Gen.Choose(0, 2_000).Select(n => (VestingTime)new VestingTime.Days(n)),
        DateGen.Select(date => (VestingTime)new VestingTime.On(date)));

    private static readonly Gen<VestingSchedule> GridGen = Gen.OneOf(
        Gen.Choose(1, 60).Select(n => VestingSchedule.Monthly(n)),
        Gen.Choose(1, 20).Select(n => VestingSchedule.Quarterly(n)),
        Gen.Choose(1, 6).Select(n => VestingSchedule.Annual(n)),
        from length in Gen.Choose(1, 13)
        from count in Gen.Choose(1, 12)
        select VestingSchedule.EveryMonths(length, count),
        from length in Gen.Elements(1, 7, 14, 30, 90, 91, 365)
        from count in Gen.Choose(1, 40)
        select VestingSchedule.EveryDays(length, count));

    // Positive weights make portions; repeated steps and weights make the runs that the text abridges.
    private static readonly Gen<VestingSchedule> PortionsGen =
        from count in Gen.Choose(1, 14)
        from weights in Gen.OneOf(Gen.Choose(1, 2), Gen.Choose(1, 50)).ListOf(count)
        from steps in Gen.OneOf(Gen.Choose(1, 2), Gen.Elements(3, 6, 12)).ListOf(count)
        from first in Gen.Choose(0, 12)
        from kind in Gen.Choose(0, 2)
        from date in DateGen
        select VestingSchedule.Of(weights.Select((weight, i) => (Time(kind, date, first + steps.Take(i).Sum()), (Rational)weight / weights.Sum())));

    private static readonly Gen<VestingSchedule> ScheduleGen =
        from schedule in Gen.OneOf(GridGen, PortionsGen)
        from cliff in CliffGen
        from day in DayGen
        select schedule.WithCliff(Within(schedule, cliff)).OnDay(day);

    private static readonly Gen<Grant> GrantGen =
        from schedule in ScheduleGen
        from few in Gen.Choose(1, 100)
        from many in Gen.Choose(1, 1_000_000)
        from shares in Gen.Elements(few, many, schedule.Installments.Count)
        from granted in DateGen
        from shift in Gen.Elements(0, 0, -400, -31, -1, 1, 45)
        from allocation in Gen.Elements(WholeShares)
        select new Grant("G", granted, shares, schedule).VestingFrom(granted.PlusDays(shift)).AllocatedBy(allocation);

    private static readonly Gen<VestingRequirement> RequirementGen =
        from deadline in Gen.OneOf(Gen.Constant<VestingTime?>(null), Gen.Choose(1, 90).Select(n => (VestingTime?)new VestingTime.Months(n)))
        from curve in Gen.Elements(true, false)
        from waiting in Gen.Elements(Enum.GetValues<WaitingShares>())
        let plain = new VestingRequirement("IPO").OnLeaving(waiting)
        let dated = deadline is null ? plain : plain.By(deadline)
        select curve ? dated.Earning(PayoutCurve.Through(BeyondLastKnot.Flat, (0, 0), (50, 1), (90, 2))) : dated;

    private static readonly Gen<VestingTerms> TermsGen = Gen.OneOf(
        ScheduleGen.Select(schedule => (VestingTerms)schedule),
        from schedule in ScheduleGen
        from requirement in RequirementGen
        select (VestingTerms)((VestingTerms)schedule).Requiring(requirement),
        from first in ScheduleGen
        from second in ScheduleGen
        from requirement in RequirementGen
        from parts in Gen.Choose(1, 9)
        select (VestingTerms)VestingTerms.SideBySide(((Rational)parts / 10, first), (1 - ((Rational)parts / 10), ((VestingTerms)second).Requiring(requirement))),
        from sales in Gen.Choose(1, 5)
        from months in Gen.Choose(1, 60)
        select (VestingTerms)Sales(sales, months));

    private static readonly Gen<Acceleration> ExtentGen = Gen.OneOf(
        Gen.Constant((Acceleration)new Acceleration.All()),
        from percent in Gen.Choose(0, 100)
        from order in Gen.Elements(Enum.GetValues<TakenFrom>())
        select (Acceleration)new Acceleration.Portion(percent.Percent, order),
        Gen.Choose(1, 30).Select(months => (Acceleration)new Acceleration.Months(months)),
        Gen.Constant((Acceleration)new Acceleration.ProRata(To: new LocalDate(2070, 1, 1))));

    // A story of a grant: up to six events on days in the first years; somebody leaves at most once.
    private static readonly Gen<GrantStory> StoryGen =
        from plain in GrantGen
        from terms in TermsGen
        from clause in ExtentGen
        from allocation in Gen.Elements(Enum.GetValues<ShareAllocation>())
        let grant = new Grant("G", plain.Granted, plain.Shares, terms).VestingFrom(plain.VestingStart).AllocatedBy(allocation)
            .Accelerating(AccelerationClause.OnLeavingAfter("sold", 12, clause)).Accelerating(AccelerationClause.On("listed", clause))
        from count in Gen.Choose(0, 6)
        from events in EventGen(grant).ListOf(count)
        select new GrantStory(grant, [.. events.Where((happened, i) => happened is not GrantEvent.Left || !events.Take(i).Any(before => before is GrantEvent.Left))]);

    public static Arbitrary<GrantStory> Stories() => StoryGen.ToArbitrary();

    public static Arbitrary<VestingTerms> Terms() => TermsGen.ToArbitrary();

    private static Gen<GrantEvent> EventGen(Grant grant) =>
        from day in Gen.OneOf(Gen.Choose(0, 2_500), Gen.Elements(0, 30, 31, 365, 366)).Select(days => grant.Granted.PlusDays(days))
        from condition in Gen.Elements([.. grant.Terms.Conditions, "sold", "listed"])
        from result in Gen.Choose(0, 100)
        from rounding in Gen.Elements(Enum.GetValues<ShareRounding>())
        from extent in ExtentGen
        from length in Gen.Elements(1, 10, 31, 92)
        from tolling in Gen.Elements(Enum.GetValues<Tolling>())
        from reason in Gen.Elements(Enum.GetValues<LeavingReason>())
        from ratio in Gen.Elements((10, 1), (3, 2), (1, 3), (1, 10))
        from handling in Gen.Elements(Enum.GetValues<SplitHandling>())
        from kind in Gen.Choose(0, 5)
        select kind switch
        {
            0 => new GrantEvent.Met(day, condition, condition is "sold" or "listed" ? null : result) { Rounding = rounding },
            1 => new GrantEvent.Accelerated(day, extent),
            2 => new GrantEvent.Left(day, reason),
            3 => new GrantEvent.Cancelled(day),
            4 => new GrantEvent.OnLeave(new(day, day.PlusDays(length)), tolling),
            _ => (GrantEvent)new GrantEvent.Split(day, ratio.Item1, ratio.Item2, handling),
        };

    // So many sales, each vesting its part, up to a deadline; one event takes what is left.
    private static VestingTerms.Graph Sales(int sales, int months)
    {
        string[] Next(int sale) => sale > sales ? [] : ["late", "all", $"sale {sale}"];
        return new(
        [
            new("start", VestingPortion.None, new VestingTrigger.OnStart(), Next(1)),
            new("late", VestingPortion.None, new VestingTrigger.After(new VestingTime.Months(months), 1, "start")),
            new("all", VestingPortion.OfRemainder(1), new VestingTrigger.OnEvent()),
            .. Enumerable.Range(1, sales).Select(sale => new VestingCondition($"sale {sale}", VestingPortion.OfGrant((Rational)1 / sales), new VestingTrigger.OnEvent(), Next(sale + 1))),
        ]);
    }

    public static ShareAllocation[] WholeShares { get; } = [.. Enum.GetValues<ShareAllocation>().Where(a => a != ShareAllocation.Fractional)];

    public static Arbitrary<LocalDate> Dates() => DateGen.ToArbitrary();

    public static Arbitrary<VestingDay> Days() => DayGen.ToArbitrary();

    public static Arbitrary<VestingTime> Cliffs() => CliffGen.ToArbitrary();

    public static Arbitrary<VestingSchedule> Schedules() => ScheduleGen.ToArbitrary();

    public static Arbitrary<Grant> Grants() => GrantGen.ToArbitrary();

    /// <summary>The cliff, or the last installment where it would lie beyond that.</summary>
    internal static VestingTime Within(VestingSchedule schedule, VestingTime cliff) => (schedule.Installments[^1].At, cliff) switch
    {
        (VestingTime.Months last, VestingTime.Months mine) when mine.Count > last.Count => last,
        (VestingTime.Days last, VestingTime.Days mine) when mine.Count > last.Count => last,
        _ => cliff,
    };

    private static VestingTime Time(int kind, LocalDate date, int after) => kind switch
    {
        0 => new VestingTime.Months(after),
        1 => new VestingTime.Days(after),
        _ => new VestingTime.On(date.PlusDays(after)),
    };
}
