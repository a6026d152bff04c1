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
        select schedule.WithCliff(cliff).OnDay(day);

    private static readonly Gen<Grant> GrantGen =
        from schedule in ScheduleGen
        from few in Gen.Choose(1, 100)
        from many in Gen.Choose(1, 1_000_000)
        from shares in Gen.Elements(few, many, schedule.Installments.Count)
        from granted in DateGen
        from shift in Gen.Elements(0, 0, -400, -31, -1, 1, 45)
        from allocation in Gen.Elements(WholeShares)
        select new Grant("G", granted, shares, schedule).VestingFrom(granted.PlusDays(shift)).AllocatedBy(allocation);

    public static ShareAllocation[] WholeShares { get; } = [.. Enum.GetValues<ShareAllocation>().Where(a => a != ShareAllocation.Fractional)];

    public static Arbitrary<LocalDate> Dates() => DateGen.ToArbitrary();

    public static Arbitrary<VestingDay> Days() => DayGen.ToArbitrary();

    public static Arbitrary<VestingTime> Cliffs() => CliffGen.ToArbitrary();

    public static Arbitrary<VestingSchedule> Schedules() => ScheduleGen.ToArbitrary();

    public static Arbitrary<Grant> Grants() => GrantGen.ToArbitrary();

    private static VestingTime Time(int kind, LocalDate date, int after) => kind switch
    {
        0 => new VestingTime.Months(after),
        1 => new VestingTime.Days(after),
        _ => new VestingTime.On(date.PlusDays(after)),
    };
}
