using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CompModel.Tests.Equity;

/// <summary>An award whose tranches all vest after service began, and another policy for each count of service.</summary>
public static class ExpenseGenerators
{
    private static readonly LocalDate Origin = new(2023, 11, 30);

    private static readonly Gen<Award> AwardGen =
        from start in Gen.OneOf(
            Gen.Choose(0, 800).Select(days => Origin.PlusDays(days)),
            Gen.Elements(new LocalDate(2024, 1, 1), new LocalDate(2024, 2, 29), new LocalDate(2024, 1, 31), new LocalDate(2025, 12, 31)))
        from count in Gen.Choose(1, 6)
        from steps in Gen.OneOf(Gen.Elements(1, 3, 12), Gen.Choose(1, 14)).ListOf(count)
        from odd in Gen.Elements(0, 0, 1, -1, 17)
        from shares in Gen.OneOf(Gen.Choose(1, 3), Gen.Choose(1, 20_000)).ListOf(count)
        from value in Gen.Choose(0, 100_000)
        from shift in Gen.Elements(0, 0, -45, -1)
        select new Award("A", start, (value / 1_000m).Usd, steps.Select((_, i) => new Tranche(start.PlusMonths(steps.Take(i + 1).Sum()).PlusDays(odd), shares[i])))
            .ServingFrom(start.PlusDays(shift));

    public static Arbitrary<Award> Awards() => AwardGen.ToArbitrary();

    public static Arbitrary<ExpensePolicy> Policies() => Gen.Elements(
        from attribution in Enum.GetValues<Attribution>()
        from count in Enum.GetValues<ServiceCount>()
        select ExpensePolicy.Asc718(attribution).Counting(count)).ToArbitrary();

    // From before any award to after all.
    public static Arbitrary<LocalDate> Dates() => Gen.Choose(-60, 4_000).Select(days => Origin.PlusDays(days)).ToArbitrary();
}
