using FsCheck;
using FsCheck.Fluent;

namespace CompModel.Tests;

/// <summary>Tiers in whole cents and rates in hundredths of a percent, in a reading, with an amount often at a breakpoint or a cent beside it.</summary>
public sealed record TableCase(TableReading Reading, Boundary Sense, IReadOnlyList<(long FromCents, int Rate)> Tiers, long AmountCents)
{
    public (Rational From, Rational Rate)[] Rates => [.. Tiers.Select(tier => ((Rational)tier.FromCents / 100, (Rational)tier.Rate / 10_000))];

    public Rational Amount => (Rational)AmountCents / 100;

    public RateTable Table => Of(Reading).WithBreakpoints(Sense);

    public RateTable Of(TableReading reading) => reading switch
    {
        TableReading.Marginal => RateTable.Marginal(Rates),
        TableReading.Retroactive => RateTable.Retroactive(Rates),
        TableReading.OverageAtTopRate => RateTable.OverageAtTopRate(Rates),
        TableReading.InterpolatedRate => RateTable.InterpolatedRate(Rates),
        // The last tier needs an end.
        _ => RateTable.ProportionalAmounts([.. Rates.Select((tier, i) => (tier.From, i + 1 < Rates.Length ? Rates[i + 1].From : tier.From + 1_000, tier.Rate * 1_000))]),
    };

    public static Arbitrary<TableCase> Arbitrary() => Arb.From(
        from reading in Gen.Elements(Enum.GetValues<TableReading>())
        from sense in Gen.Elements(Boundary.AtOrAbove, Boundary.Above)
        from count in Gen.Choose(1, 5)
        from widths in Gen.ArrayOf(Gen.Frequency((1, Gen.Choose(1, 3)), (2, Gen.Choose(1, 1_000_000)), (3, Gen.Elements(100_000, 500_000, 10_000_000))), count)
        from rates in Gen.ArrayOf(Gen.Frequency((1, Gen.Elements(0, 1, 10_000)), (4, Gen.Choose(0, 3_000))), count)
        let starts = widths.Aggregate(new List<long> { 0 }, (all, width) => [.. all, all[^1] + width])
        from place in Gen.Elements(starts.ToArray())
        from beside in Gen.Frequency((3, Gen.Elements(-1, 0, 1)), (2, Gen.Choose(-500_000, 5_000_000)))
        select new TableCase(reading, sense, [.. rates.Select((rate, i) => (starts[i], rate))], place + beside));
}
