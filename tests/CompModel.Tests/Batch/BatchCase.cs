using FsCheck;
using FsCheck.Fluent;

namespace CompModel.Tests;

/// <summary>
/// A table with awkward denominators, quotas, and credited amounts that lie mostly on a breakpoint or a cent beside it, below zero, or at the edge of what is proven.
/// </summary>
public sealed record BatchCase(TableReading Reading, Boundary Sense, IReadOnlyList<(Rational From, Rational Rate)> Tiers, bool Scales, IReadOnlyList<(long Quota, long Credited)> Rows)
{
    public RateTable Table => Scaled(1);

    public BatchTotals Batch => BatchTotals.Of(Scales ? Table.OfQuota() : Table, Currency.Usd);

    /// <summary>The exact reading, written without the batch: a table whose breakpoints are this row's amounts.</summary>
    public long Exactly(long quota, long credited)
    {
        RateTable own = Scales ? Scaled((Rational)quota / 100) : Table;
        return (long)(new Amount(own.CommissionOn((Rational)credited / 100), Currency.Usd).Round(Rounding.ToMinorUnit).Value * 100);
    }

    public Int128 Earned(BatchTotals batch, long[] earned)
    {
        long[] quotas = [.. Rows.Select(row => row.Quota)], credited = [.. Rows.Select(row => row.Credited)];
        return Scales ? batch.Earned(quotas, credited, earned) : batch.Earned(credited, earned);
    }

    private RateTable Scaled(Rational quota)
    {
        (Rational From, Rational Rate)[] tiers = [.. Tiers.Select(tier => (tier.From * quota, tier.Rate))];
        RateTable table = Reading switch
        {
            TableReading.Marginal => RateTable.Marginal(tiers),
            TableReading.Retroactive => RateTable.Retroactive(tiers),
            TableReading.OverageAtTopRate => RateTable.OverageAtTopRate(tiers),
            // A rate is what a tier's amount is of its width; the last tier is half a unit wide.
            _ => RateTable.ProportionalAmounts([.. tiers.Select((tier, i) =>
            {
                Rational to = i + 1 < tiers.Length ? tiers[i + 1].From : tier.From + (quota / 2);
                return (tier.From, to, tier.Rate * (to - tier.From));
            })]),
        };
        return table.WithBreakpoints(Sense);
    }

    public static Arbitrary<BatchCase> Arbitrary() => Arb.From(
        from reading in Gen.Elements(TableReading.Marginal, TableReading.Marginal, TableReading.Retroactive, TableReading.OverageAtTopRate, TableReading.ProportionalAmounts)
        from sense in Gen.Elements(Boundary.AtOrAbove, Boundary.Above)
        // Amounts that tiers of quota add are refused.
        from scales in reading == TableReading.ProportionalAmounts ? Gen.Constant(false) : Gen.Elements(true, false)
        from count in Gen.Choose(1, 6)
        from widths in Gen.ArrayOf(Gen.OneOf(
            Gen.Choose(1, 200).Select(n => (Rational)n / 100),
            Gen.Choose(1, 12).Select(n => (Rational)n / 12),
            Gen.Choose(1, 100_000).Select(n => (Rational)n / 9_973)), count)
        from rates in Gen.ArrayOf(Gen.OneOf(
            Gen.Choose(0, 3_000).Select(n => (Rational)n / 10_000),
            Gen.Elements<Rational>(0, 1, (Rational)1 / 3, 5.Percent, 5.Percent),
            Gen.Choose(0, 1_000).Select(n => (Rational)n / 10_007)), count)
        let tiers = widths.Select((_, i) => (widths.Take(i).Aggregate(Rational.Zero, (sum, width) => sum + width), rates[i])).ToArray()
        from length in Gen.Elements(1, 7, 15, 16, 17, 33)
        from rows in Gen.ArrayOf(Row(tiers, scales), length)
        select new BatchCase(reading, sense, tiers, scales, rows));

    private static Gen<(long, long)> Row((Rational From, Rational Rate)[] tiers, bool scales) =>
        from quota in Gen.Frequency((4, Gen.Choose(1, 2_000_000_000).Select(n => (long)n)), (2, Gen.Choose(1, 50).Select(n => n * 1_000_000L)), (1, Gen.Choose(1, 9).Select(n => (long)n)))
        from tier in Gen.Elements(tiers)
        let place = (long)(tier.From * (scales ? quota : 100)).Floor()
        from beside in Gen.Choose(-1, 1)
        from any in Gen.Choose(-2_000_000_000, 2_000_000_000)
        from power in Gen.Choose(30, 55)
        from near in Gen.Choose(-2, 2)
        from sign in Gen.Elements(-1, 1)
        from credited in Gen.Frequency((4, Gen.Constant(place + beside)), (3, Gen.Constant((long)any)), (1, Gen.Constant(sign * ((1L << power) + near))))
        select (quota, credited);
}
