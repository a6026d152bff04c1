namespace CompModel.Benchmarks;

/// <summary>The workload W4 as a .NET user codes it today: decimals, five marginal tiers of quota, each line rounded to cents.</summary>
internal static class StatementPeer
{
    internal const int Rows = 1_000_000;

    /// <summary>What the rows earn together, in cents, whether lines or totals are rounded.</summary>
    internal const long Total = 484_819_296_208;

    private static readonly decimal[] From = [0m, 0.5m, 1m, 1.25m, 1.5m], Rates = [0.02m, 0.05m, 0.08m, 0.10m, 0.12m];

    /// <summary>The tiers in shares of quota, for the batch.</summary>
    internal static RateTable Shares { get; } =
        RateTable.Marginal((0, 2.Percent), (50.Percent, 5.Percent), (100.Percent, 8.Percent), (125.Percent, 10.Percent), (150.Percent, 12.Percent)).OfQuota();

    /// <summary>The tiers in amounts, for a quota of 50,000.</summary>
    internal static RateTable Table { get; } = RateTable.Marginal((0, 2.Percent), (25_000, 5.Percent), (50_000, 8.Percent), (62_500, 10.Percent), (75_000, 12.Percent));

    /// <summary>Quotas and sales in cents, as the workload states them.</summary>
    internal static (long[] Quotas, long[] Sales) Inputs()
    {
        long[] quotas = new long[Rows], sales = new long[Rows];
        for (long i = 0; i < Rows; i++)
        {
            quotas[i] = 5_000_000 + (i * 7_919 % 10_000 * 1_000);
            sales[i] = quotas[i] * (i * 104_729 % 20_011) / 10_000;
        }
        return (quotas, sales);
    }

    /// <summary>Lines and totals of all rows, and their sum.</summary>
    internal static decimal Earned(ReadOnlySpan<decimal> quotas, ReadOnlySpan<decimal> sales, Span<decimal> lines, Span<decimal> totals)
    {
        decimal sum = 0;
        for (int row = 0; row < quotas.Length; row++)
        {
            decimal quota = quotas[row], sold = sales[row], total = 0;
            for (int tier = 0; tier < Rates.Length; tier++)
            {
                decimal low = Math.Floor(quota * From[tier] * 100) / 100;
                decimal high = tier + 1 < Rates.Length ? Math.Min(sold, Math.Floor(quota * From[tier + 1] * 100) / 100) : sold;
                decimal line = Math.Round(Math.Max(high - low, 0) * Rates[tier], 2, MidpointRounding.AwayFromZero);
                lines[(row * Rates.Length) + tier] = line;
                total += line;
            }
            totals[row] = total;
            sum += total;
        }
        return sum;
    }
}
