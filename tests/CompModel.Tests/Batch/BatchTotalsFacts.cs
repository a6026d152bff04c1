namespace CompModel.Tests;

public class BatchTotalsFacts
{
    private static readonly RateTable FiveTiers =
        RateTable.Marginal((0, 2.Percent), (50.Percent, 5.Percent), (100.Percent, 8.Percent), (125.Percent, 10.Percent), (150.Percent, 12.Percent));

    private static readonly BatchTotals Batch = BatchTotals.Of(FiveTiers.OfQuota(), Currency.Usd);

    /// <summary>The published workload W4: quotas and sales of a million participant-periods, in cents.</summary>
    internal static (long[] Quotas, long[] Sales) W4(int rows)
    {
        long[] quotas = new long[rows], sales = new long[rows];
        for (long i = 0; i < rows; i++)
        {
            quotas[i] = 5_000_000 + (i * 7_919 % 10_000 * 1_000);
            sales[i] = quotas[i] * (i * 104_729 % 20_011) / 10_000;
        }
        return (quotas, sales);
    }

    [Fact]
    public void A_million_participant_periods_earn_the_published_total()
    {
        (long[] quotas, long[] sales) = W4(1_000_000);
        long[] earned = new long[quotas.Length];
        Assert.Equal(484_819_296_208, Batch.Earned(quotas, sales, earned));
        Assert.Equal(484_819_296_208, earned.Sum());
        // Each thousandth row by the exact reading.
        for (int i = 0; i < earned.Length; i += 1_000)
        {
            Rational commission = FiveTiers.CommissionOn((Rational)sales[i] / quotas[i]) * quotas[i] / 100;
            Assert.Equal(earned[i] / 100m, new Amount(commission, Currency.Usd).Round(Rounding.ToMinorUnit).Value);
        }
    }

    [Fact]
    public void A_batch_allocates_nothing_a_row()
    {
        (long[] quotas, long[] sales) = W4(100_003);
        long[] earned = new long[quotas.Length];
        Batch.Earned(quotas, sales, earned);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Batch.Earned(quotas, sales, earned);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    // 0, 50, 100, 125, 150 % share a denominator of 4, and 2, 3, 3, 2, 2 % over 4 one of 400: with S = 2^k, 4·S + 6·2S ≤ 2^53 and
    // (8 + 4·(3 + 3 + 2 + 2))·S + 401 ≤ 2^49 hold for k = 43 and not for k = 44.
    [Fact]
    public void The_proven_range_follows_from_the_denominators()
    {
        Assert.Equal(43, Batch.ProvenBits);
        // A denominator of 2^60 leaves nothing below 2^53.
        Assert.Equal(-1, BatchTotals.Of(RateTable.Marginal((0, Rational.Of(1, 1L << 60))), Currency.Usd).ProvenBits);
    }

    [Fact]
    public void Rows_at_the_edge_of_the_proven_range_and_beyond_it_earn_the_exact_amount()
    {
        long edge = 1L << 43;
        long[] quotas = [edge * 2, (edge * 2) + 1, 1, 5_000, edge * 2], sales = [edge - 1, edge, -edge, -edge - 1, long.MaxValue / 100];
        long[] earned = new long[5];
        Batch.Earned(quotas, sales, earned);
        for (int i = 0; i < 5; i++)
        {
            Rational commission = FiveTiers.CommissionOn((Rational)sales[i] / quotas[i]) * quotas[i] / 100;
            Assert.Equal(earned[i] / 100m, new Amount(commission, Currency.Usd).Round(Rounding.ToMinorUnit).Value);
        }
    }

    [Fact]
    public void A_tier_reached_from_the_first_dollar_is_reached_at_its_breakpoint_or_only_above_it()
    {
        RateTable table = RateTable.Retroactive((0, 5.Percent), (1, 10.Percent));
        long[] earned = new long[3];
        BatchTotals.Of(table.OfQuota(), Currency.Usd).Earned([3_000, 3_000, 3_000], [2_999, 3_000, 3_001], earned);
        Assert.Equal([150, 300, 300], earned);
        BatchTotals.Of(table.WithBreakpoints(Boundary.Above).OfQuota(), Currency.Usd).Earned([3_000, 3_000, 3_000], [2_999, 3_000, 3_001], earned);
        Assert.Equal([150, 150, 300], earned);
    }

    // 5 % of 10 and of 30 cents is half a cent and one and a half.
    [Fact]
    public void Half_a_cent_goes_away_from_zero()
    {
        long[] earned = new long[5];
        Int128 total = BatchTotals.Of(RateTable.Marginal((0, 5.Percent)), Currency.Usd).Earned([10, 30, -10, -30, 9], earned);
        Assert.Equal([1, 2, -1, -2, 0], earned);
        Assert.Equal(0, total);
    }

    // 98 × (1/98) falls short of one in doubles, as do many multiples: without a margin each such midpoint would lose a cent.
    [Fact]
    public void A_midpoint_is_met_although_its_divisor_has_no_exact_reciprocal()
    {
        Assert.True(98 * (1.0 / 98) < 1);
        long[] amounts = [.. Enumerable.Range(0, 1_000).Select(k => 49L + (98 * k))], earned = new long[1_000];
        BatchTotals.Of(RateTable.Marginal((0, Rational.Of(1, 98))), Currency.Usd).Earned(amounts, earned);
        Assert.Equal(Enumerable.Range(1, 1_000).Select(k => (long)k), earned);
    }

    [Fact]
    public void Yen_have_no_cents()
    {
        long[] earned = new long[2];
        BatchTotals.Of(RateTable.Marginal((0, 5.Percent), (1_000, 10.Percent)), Currency.Of("JPY")).Earned([1_000, 1_015], earned);
        Assert.Equal([50, 52], earned);
    }

    [Fact]
    public void Interpolated_rates_are_refused_with_the_reason() => Assert.Contains(
        "quadratic",
        Assert.Throws<ArgumentException>(() => BatchTotals.Of(RateTable.InterpolatedRate((0, 5.Percent), (100, 6.Percent)), Currency.Usd)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Amounts_that_tiers_of_quota_add_are_refused_with_the_reason() => Assert.Contains(
        "another rate in each row",
        Assert.Throws<ArgumentException>(() => BatchTotals.Of(RateTable.ProportionalAmounts((0, 1, 500)).OfQuota(), Currency.Usd)).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(-5_000)]
    public void A_quota_of_zero_or_less_is_refused_by_row_and_nothing_is_left(long quota)
    {
        (long[] quotas, long[] sales) = W4(2_000);
        quotas[1_234] = quota;
        long[] earned = new long[2_000];
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => Batch.Earned(quotas, sales, earned));
        Assert.Contains("row 1234", refusal.Message, StringComparison.Ordinal);
        Assert.All(earned, one => Assert.Equal(0, one));
    }

    // Kuwaiti dinars have three digits: fifteen rows of almost 10^15 dinars are 1.5 × 10^19 fils, beyond 64 bits.
    [Fact]
    public void The_total_is_exact_beyond_64_bits()
    {
        long most = 999_999_999_999_999_999;
        long[] amounts = [.. Enumerable.Repeat(most, 33)], earned = new long[33];
        BatchTotals batch = BatchTotals.Of(RateTable.Marginal((0, 1)), Currency.Of("KWD"));
        Assert.Equal((Int128)most * 33, batch.Earned(amounts, earned));
        Assert.Equal((Int128)most * 15, batch.Earned(amounts.AsSpan(0, 15), earned.AsSpan(0, 15)));
    }

    [Fact]
    public void Pay_beyond_the_range_of_money_is_refused_by_row()
    {
        long[] earned = new long[3];
        var refusal = Assert.Throws<OverflowException>(() => BatchTotals.Of(RateTable.Marginal((0, 1)), Currency.Usd).Earned([1, 2, long.MaxValue], earned));
        Assert.Contains("Row 2", refusal.Message, StringComparison.Ordinal);
        Assert.Equal([0, 0, 0], earned);
    }

    [Fact]
    public void Spans_of_different_lengths_and_one_memory_for_two_are_refused()
    {
        long[] three = new long[3], four = [1, 2, 3, 4];
        Assert.Throws<ArgumentException>(() => Batch.Earned(four, three, three));
        Assert.Throws<ArgumentException>(() => Batch.Earned(four, four.ToArray(), three));
        Assert.Throws<ArgumentException>(() => Batch.Earned(four, four.ToArray(), four));
        Assert.Throws<ArgumentException>(() => Batch.Earned(four.ToArray(), four, four));
        Assert.Throws<InvalidOperationException>(() => Batch.Earned(four, four.ToArray()));
        Assert.Throws<InvalidOperationException>(() => BatchTotals.Of(FiveTiers, Currency.Usd).Earned(four, four, four.ToArray()));
    }

    [Fact]
    public void No_rows_earn_nothing() => Assert.Equal(0, Batch.Earned([], [], []));
}
