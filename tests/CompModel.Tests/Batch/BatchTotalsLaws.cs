using FsCheck.Xunit;

namespace CompModel.Tests;

[Properties(Arbitrary = [typeof(BatchCase)])]
public class BatchTotalsLaws
{
    [Law(MaxTest = 2000)]
    public void Each_row_earns_what_the_exact_reading_rounds_to_and_the_total_is_their_sum(BatchCase one)
    {
        long[] earned = new long[one.Rows.Count];
        Int128 total = one.Earned(one.Batch, earned);
        long[] exactly = [.. one.Rows.Select(row => one.Exactly(row.Quota, row.Credited))];
        Assert.Equal(exactly, earned);
        Assert.Equal(exactly.Aggregate((Int128)0, (sum, row) => sum + row), total);
    }

    [Law(MaxTest = 500)]
    public void No_width_of_vectors_shows_in_the_result(BatchCase one)
    {
        long[] expected = new long[one.Rows.Count];
        Int128 total = one.Earned(one.Batch, expected);
        foreach (HingedTotals.Kernel kernel in new HingedTotals.Kernel[] { HingedTotals.Earn<TwoLanes>, HingedTotals.Earn<FourLanes>, HingedTotals.Earn<EightLanes> })
        {
            long[] earned = new long[one.Rows.Count];
            Assert.Equal(total, one.Earned(one.Batch.On(kernel), earned));
            Assert.Equal(expected, earned);
        }
    }

    [Law(MaxTest = 500)]
    public void Rows_do_not_see_each_other(BatchCase one)
    {
        long[] together = new long[one.Rows.Count];
        one.Earned(one.Batch, together);
        for (int i = 0; i < together.Length; i++)
        {
            long[] alone = new long[1];
            (one with { Rows = [one.Rows[i]] }).Earned(one.Batch, alone);
            Assert.Equal(together[i], alone[0]);
        }
    }
}
