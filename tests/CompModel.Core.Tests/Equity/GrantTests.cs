using NodaTime;

namespace CompModel.Tests.Equity;

public class GrantTests
{
    private static readonly Grant Standard = new("RSU-1", granted: new(2026, 3, 1), shares: 4_801, VestingSchedule.Monthly(48, cliff: 12));

    [Fact]
    public void A_year_of_months_vests_at_the_cliff_and_the_odd_share_at_the_end()
    {
        IReadOnlyList<Tranche> tranches = Standard.Tranches();
        Assert.Equal(37, tranches.Count);
        Assert.Equal(new Tranche(new(2027, 3, 1), 1_200), tranches[0]);
        Assert.Equal(new Tranche(new(2027, 4, 1), 100), tranches[1]);
        Assert.Equal(new Tranche(new(2030, 3, 1), 101), tranches[^1]);
    }

    [Fact]
    public void As_of_the_cliff_includes_the_cliff()
    {
        Assert.Equal(0, Standard.VestedAt(new(2027, 2, 28)));
        Assert.Equal(1_200, Standard.VestedAt(new(2027, 3, 1)));
        Assert.Equal(3_601, Standard.UnvestedAt(new(2027, 3, 1)));
        Assert.Equal(0, Standard.UnvestedAt(new(2030, 3, 1)));
    }

    [Fact]
    public void A_grant_vests_from_its_grant_date_unless_said() => Assert.Equal(Standard.Granted, Standard.VestingStart);

    [Fact]
    public void A_start_before_the_grant_vests_what_accrued_on_the_grant_date()
    {
        Grant late = new Grant("G", new(2025, 1, 1), 100, VestingSchedule.Quarterly(16)).VestingFrom(new(2024, 1, 1));
        Assert.Equal(new Tranche(new(2025, 1, 1), 25), late.Tranches()[0]);
        Assert.Equal(0, late.VestedAt(new(2024, 12, 31)));
    }

    [Fact]
    public void A_schedule_that_ended_before_the_grant_vests_all_on_the_grant_date() =>
        Assert.Equal(
            [new(new(2025, 1, 1), 100)],
            new Grant("G", new(2025, 1, 1), 100, VestingSchedule.Monthly(6)).VestingFrom(new(2020, 1, 1)).ScheduledTranches());

    [Fact]
    public void A_start_after_the_grant_vests_from_the_start() =>
        Assert.Equal(new(2026, 6, 15), new Grant("G", new(2026, 3, 1), 48, VestingSchedule.Monthly(48)).VestingFrom(new(2026, 5, 15)).Tranches()[0].Vests);

    [Fact]
    public void Tranches_of_no_shares_are_left_out_and_scheduled_all_the_same()
    {
        Grant small = new("G", new(2025, 1, 1), 1, VestingSchedule.Monthly(48, cliff: 12));
        Assert.Equal([new(new(2029, 1, 1), 1)], small.Tranches());
        Assert.Equal(37, small.ScheduledTranches().Count);
    }

    // Open Cap Format, AllocationType: 18 shares in four installments.
    [Theory]
    [InlineData(ShareAllocation.CumulativeRoundDown, 4, 5, 4, 5)]
    [InlineData(ShareAllocation.CumulativeRounding, 5, 4, 5, 4)]
    [InlineData(ShareAllocation.FrontLoaded, 5, 5, 4, 4)]
    [InlineData(ShareAllocation.BackLoaded, 4, 4, 5, 5)]
    [InlineData(ShareAllocation.FrontLoadedToSingleTranche, 6, 4, 4, 4)]
    [InlineData(ShareAllocation.BackLoadedToSingleTranche, 4, 4, 4, 6)]
    public void Eighteen_shares_in_four(ShareAllocation allocation, long first, long second, long third, long fourth)
    {
        Grant grant = new Grant("G", new(2025, 1, 1), 18, VestingSchedule.Annual(4)).AllocatedBy(allocation);
        Assert.Equal([first, second, third, fourth], grant.Tranches().Select(tranche => (long)tranche.Shares.Numerator));
    }

    // 99 shares at 5/15/20/20/20/20 %: whole parts 4, 14, 19, 19, 19, 19 leave five shares.
    [Theory]
    [InlineData(ShareAllocation.FrontLoaded, "5 15 20 20 20 19")]
    [InlineData(ShareAllocation.BackLoaded, "4 15 20 20 20 20")]
    [InlineData(ShareAllocation.FrontLoadedToSingleTranche, "9 14 19 19 19 19")]
    [InlineData(ShareAllocation.BackLoadedToSingleTranche, "4 14 19 19 19 24")]
    [InlineData(ShareAllocation.CumulativeRoundDown, "4 15 20 20 20 20")]
    public void Unequal_portions_are_loaded_alike(ShareAllocation allocation, string shares) =>
        Assert.Equal(shares, string.Join(' ', allocation.Split(99, [5.Percent, 15.Percent, 20.Percent, 20.Percent, 20.Percent, 20.Percent])));

    [Fact]
    public void Default_allocation_is_cumulative_round_down()
    {
        Assert.Equal(ShareAllocation.CumulativeRoundDown, default);
        Assert.Equal(ShareAllocation.CumulativeRoundDown, Standard.Allocation);
    }

    [Fact]
    public void Fractional_grants_deliver_parts_of_shares()
    {
        Grant grant = Standard.AllocatedBy(ShareAllocation.Fractional);
        Assert.Equal(4_801 * (Rational)12 / 48, grant.Tranches()[0].Shares);
        Assert.All(grant.Tranches().Skip(1), tranche => Assert.Equal((Rational)4_801 / 48, tranche.Shares));
        Assert.Equal(4_801, grant.Tranches().Shares);
    }

    [Fact]
    public void Very_many_shares_stay_exact() =>
        Assert.Equal(
            1_000_000_000_000_000,
            new Grant("G", new(2025, 1, 1), 1_000_000_000_000_000, VestingSchedule.Monthly(7)).Tranches().Shares);

    [Fact]
    public void Bad_definitions_are_refused_with_the_bad_value()
    {
        VestingSchedule schedule = VestingSchedule.Monthly(48);
        Assert.Throws<ArgumentException>("id", () => new Grant(" ", new(2026, 3, 1), 1, schedule));
        Assert.Contains("RSU-2", Assert.Throws<ArgumentOutOfRangeException>("shares", () => new Grant("RSU-2", new(2026, 3, 1), 0, schedule)).Message);
        Assert.Throws<ArgumentOutOfRangeException>("shares", () => new Grant("G", new(2026, 3, 1), 1_000_000_000_000_001, schedule));
        Assert.Throws<ArgumentOutOfRangeException>("granted", () => new Grant("G", new(206, 3, 1), 1, schedule));
        Assert.Throws<ArgumentOutOfRangeException>("start", () => Standard.VestingFrom(new(2200, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("allocation", () => Standard.AllocatedBy((ShareAllocation)7));
        Assert.Throws<ArgumentException>("portions", () => ShareAllocation.FrontLoaded.Split(10, [50.Percent]));
        Assert.Throws<ArgumentOutOfRangeException>("portions", () => ShareAllocation.FrontLoaded.Split(10, [150.Percent, -50.Percent]));
        Assert.Throws<ArgumentOutOfRangeException>("shares", () => ShareAllocation.FrontLoaded.Split(-1, [1]));
    }
}
