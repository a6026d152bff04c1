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

    public static Arbitrary<ServiceDay> Days() => Gen.OneOf(
        Gen.Choose(-100, 1_100).Select(place => new ServiceDay(place, OfTranche: false, 0)),
        from place in Gen.Choose(0, 5)
        from shift in Gen.Choose(-1, 1)
        select new ServiceDay(place, OfTranche: true, shift)).ToArbitrary();
}

/// <summary>A day of an award: so many thousandths of its service after inception, or so many days after one of its vesting dates.</summary>
public sealed record ServiceDay(int Place, bool OfTranche, int Shift)
{
    public LocalDate Of(Award award) => OfTranche
        ? award.Tranches[Place % award.Tranches.Count].Vests.PlusDays(Shift)
        : award.ServiceFrom.PlusDays(Place * Period.DaysBetween(award.ServiceFrom, award.Tranches[^1].Vests) / 1_000);
}
