using NodaTime;

namespace CompModel.Tests;

public class PaymentKernelFacts
{
    private static readonly PlanYear Year = PlanYear.Calendar(2026);

    private static readonly DateRange AllYear = Year.Days;

    private static readonly PaymentTerms Plain = PaymentTerms.AsEarned;

    private static Participant Paid(PaymentTerms terms) => new("R1", PaidCase.PlanOf(terms));

    private static PaymentKernel Kernel(Participant participant) => new(participant.TermsFor(Year));

    // One trial, its months from the first on; what follows earns nothing.
    private static (double[] Cost, double[] Paid, PaymentTile Tile) Pay(PaymentKernel kernel, params double[] months)
    {
        double[][] Rows() => [.. Enumerable.Range(0, 12).Select(_ => new double[1])];
        double[][] earned = Rows(), cost = Rows(), paid = Rows();
        for (int month = 0; month < months.Length; month++)
            earned[month][0] = months[month];
        var tile = new PaymentTile(1);
        kernel.Run(earned, cost, paid, tile, 1);
        return ([.. cost.Select(row => row[0])], [.. paid.Select(row => row[0])], tile);
    }

    [Fact]
    public void A_guarantee_costs_what_it_adds_in_the_months_it_holds_for()
    {
        (double[] cost, double[] paid, _) = Pay(Kernel(Paid(Plain.With(Guarantee.Of(1_000.Usd, new(new(2026, 1, 31), new(2026, 3, 1)))))), 400, 1_200, 400);
        Assert.Equal([600.0, 0, 0], cost[..3]);
        Assert.Equal([1_000.0, 1_200, 400], paid[..3]);
    }

    [Fact]
    public void A_recoverable_draw_is_timing_and_no_cost()
    {
        (double[] cost, double[] paid, PaymentTile tile) = Pay(Kernel(Paid(Plain.With(new Draw.Recoverable(2_000.Usd, AllYear)))), 500, 2_700, 6_000, 500);
        Assert.All(cost, each => Assert.Equal(0, each));
        Assert.Equal([2_000.0, 2_000, 5_200, 2_000], paid[..4]);
        Assert.Equal(1_500 + (8 * 2_000), tile.Owed[0]);
    }

    [Fact]
    public void A_draw_written_off_when_its_participant_leaves_is_a_cost_then()
    {
        Participant leaves = Paid(Plain.With(new Draw.Recoverable(2_000.Usd, AllYear)).With(TerminationPolicy.PayEarned, DrawAtTermination.Forgiven)).TerminatedOn(new(2026, 2, 20));
        (double[] cost, double[] paid, PaymentTile tile) = Pay(Kernel(leaves), 500, 300);
        Assert.Equal([0.0, 1_500, 0], cost[..3]);
        Assert.Equal([2_000.0, 300, 0], paid[..3]);
        Assert.Equal(0, tile.Owed[0]);
    }

    [Fact]
    public void Draws_that_are_never_owed_cost_what_they_pay()
    {
        Assert.Equal([1_500.0, 0, 2_000], Pay(Kernel(Paid(Plain.With(new Draw.NonRecoverable(2_000.Usd, AllYear)))), 500, 2_700).Cost[..3]);
        Assert.Equal([2_000.0, 2_000, 2_000], Pay(Kernel(Paid(Plain.With(new Draw.Additive(2_000.Usd, AllYear)))), 500, 2_700).Cost[..3]);
    }

    [Fact]
    public void What_is_held_is_paid_later_and_forfeited_by_who_leaves_before()
    {
        PaymentTerms terms = Plain.Paying(Frequency.Quarterly).With(Holdback.After(25.Percent, 1)).With(TerminationPolicy.ForfeitUnpaid, DrawAtTermination.Owed);
        (double[] cost, double[] paid, PaymentTile tile) = Pay(Kernel(Paid(terms)), 100, 200, 100, 0, 0, 800, 0, 0, 0, 0, 0, 80);
        Assert.All(cost, each => Assert.Equal(0, each));
        Assert.Equal([0.0, 0, 300, 0, 0, 700, 0, 0, 200, 0, 0, 60], paid);
        Assert.Equal(20, tile.Held[0]);
        (cost, paid, tile) = Pay(Kernel(Paid(terms).TerminatedOn(new(2026, 5, 2))), 100, 200, 100, 40);
        Assert.Equal([0.0, 0, 0, 0, 0, -140], cost[..6]);
        Assert.Equal([0.0, 0, 300, 0, 0, 0], paid[..6]);
        Assert.Equal(0, tile.Held[0]);
    }

    [Fact]
    public void A_result_below_zero_is_carried_written_off_or_collected()
    {
        (double[] Cost, double[] Paid, PaymentTile Tile) Of(NegativeBalance negative) => Pay(Kernel(Paid(Plain.With(negative))), -300, 100, 100);
        Assert.Equal((0, 0, 100), (Of(NegativeBalance.Carried).Cost.Sum(), Of(NegativeBalance.Carried).Paid.Sum(), Of(NegativeBalance.Carried).Tile.Carried[0]));
        Assert.Equal((300, 200, 0), (Of(NegativeBalance.Forgiven).Cost[0], Of(NegativeBalance.Forgiven).Paid.Sum(), Of(NegativeBalance.Forgiven).Tile.Carried[0]));
        Assert.Equal((0, -100, 0), (Of(NegativeBalance.Collected).Cost.Sum(), Of(NegativeBalance.Collected).Paid.Sum(), Of(NegativeBalance.Collected).Tile.Carried[0]));
    }

    [Theory]
    [InlineData(NegativeBalance.Carried, 0, 0, 1_000)]
    [InlineData(NegativeBalance.Forgiven, 1_000, 0, 0)]
    [InlineData(NegativeBalance.Collected, 0, -1_000, 0)]
    public void Who_leaves_with_a_draw_owed_is_paid_the_guaranteed_minimum_first(NegativeBalance negative, double writtenOff, double later, double carried)
    {
        PaymentTerms terms = Plain.With(new Draw.Recoverable(2_000.Usd, Year.Month(1).Days)).With(Guarantee.Of(400.Usd, AllYear)).With(negative);
        // The minimum counts before the draw, which advances 1,600; 1,000 less that is 600 below zero.
        (double[] cost, double[] paid, PaymentTile tile) = Pay(Kernel(Paid(terms).TerminatedOn(new(2026, 2, 20))), 0, 1_000);
        Assert.Equal([400, writtenOff, 0], cost[..3]);
        Assert.Equal([2_000, 400, later], paid[..3]);
        Assert.Equal(carried, tile.Carried[0]);
    }

    public static TheoryData<PaymentTerms, bool> Needs => new()
    {
        { Plain, false },
        { Plain.PaidAfter(40), false },
        { Plain.With(NegativeBalance.Forgiven), true },
        { Plain.With(NegativeBalance.Collected), true },
        { Plain.Paying(Frequency.Quarterly), true },
        { Plain.With(Holdback.After(10.Percent, 1)), true },
        { Plain.With(Guarantee.Of(1.Usd, AllYear)), true },
        { Plain.With(new Draw.Additive(1.Usd, AllYear)), true },
        { Plain.With(EventShares.OnCash), true },
        { Plain.With(TerminationPolicy.ForfeitUnpaid, DrawAtTermination.Owed), true },
    };

    [Theory]
    [MemberData(nameof(Needs))]
    public void The_kernel_is_needed_unless_every_plan_of_the_year_pays_as_earned(PaymentTerms terms, bool needed)
    {
        Assert.Equal(needed, PaymentKernel.IsNeeded(Paid(terms).TermsFor(Year)));
        Assert.Equal(needed, PaymentKernel.IsNeeded(Paid(Plain).OnPlanFrom(new(2026, 6, 15), PaidCase.PlanOf(terms)).TermsFor(Year)));
        Assert.False(PaymentKernel.IsNeeded(Paid(Plain).OnPlanFrom(new(2027, 1, 1), PaidCase.PlanOf(terms)).TermsFor(Year)));
    }

    [Fact]
    public void Pay_that_waits_for_an_event_counts_as_payable_on_booking_and_the_kernel_says_so()
    {
        PaymentTerms terms = Plain.With(new Draw.Recoverable(600.Usd, AllYear)).With(Holdback.After(50.Percent, 2));
        Assert.Null(Kernel(Paid(terms)).Note);
        PaymentKernel onCash = Kernel(Paid(terms.With(EventShares.OnCash)));
        Assert.Contains("payable on booking", onCash.Note, StringComparison.Ordinal);
        Assert.Equal(Pay(Kernel(Paid(terms)), 400, 2_000, 60).Paid, Pay(onCash, 400, 2_000, 60).Paid);
    }

    [Fact]
    public void What_waited_at_the_opening_is_paid_as_a_plan_that_pays_on_booking_would()
    {
        PaymentTerms terms = Plain.With(Holdback.After(50.Percent, 2)).With(TerminationPolicy.ForfeitUnpaid, DrawAtTermination.Owed);
        var inputs = new PaymentInputs(Enumerable.Range(1, 6).Select(month => new Credit("R1", Measure.Bookings, Year.Month(month).Start, (month * 100).Usd, $"D{month}")));
        Participant waits = Paid(terms.With(new EventShares(50.Percent, 0, 50.Percent)));
        PaymentPosition opening = waits.Ledger(Year, inputs).BalancesAfter(new(2026, 3, 31));
        Assert.Equal(300.Usd, opening.Waiting);
        PaymentLedger onBooking = Paid(terms).Ledger(Year, opening, inputs);
        (_, double[] paid, _) = Pay(new PaymentKernel(waits.TermsFor(Year), opening, 4), 0, 0, 0, 400, 500, 600);
        Assert.Equal([0.0, 0, 0, .. onBooking.Payments.Select(payment => payment.Paid.ToDouble())], paid);
    }

    [Fact]
    public void A_tile_that_was_used_before_is_used_again_without_allocation()
    {
        const int Count = TileSum.Tile;
        PaymentTerms terms = Plain.With(Holdback.After(20.Percent, 3)).With(new Draw.PaidRegardless(500.Usd, AllYear, 50.Percent, 2)).With(Guarantee.Of(200.Usd, AllYear));
        PaymentKernel kernel = Kernel(Paid(terms));
        double[][] Rows() => [.. Enumerable.Range(0, 12).Select(_ => new double[Count])];
        double[][] earned = Rows(), cost = Rows(), paid = Rows();
        var tile = new PaymentTile();
        kernel.Run(earned, cost, paid, tile, Count);
        long before = GC.GetAllocatedBytesForCurrentThread();
        kernel.Run(earned, cost, paid, tile, Count);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_position_must_be_of_the_first_day_of_the_pay_period_that_is_open()
    {
        ParticipantTerms quarterly = Paid(Plain.Paying(Frequency.Quarterly)).TermsFor(Year);
        PaymentPosition april = PaymentPosition.Empty(new(2026, 4, 1), Currency.Usd);
        Assert.Equal(3, new PaymentKernel(quarterly, april, 5).FirstMonth);
        Assert.Contains("starts on 2026-07-01", Assert.Throws<ArgumentException>(() => new PaymentKernel(quarterly, april, 7)).Message, StringComparison.Ordinal);
        Assert.Equal("firstOpenMonth", Assert.Throws<ArgumentOutOfRangeException>(() => new PaymentKernel(quarterly, april, 13)).ParamName);
    }

    [Fact]
    public void Plans_that_pay_at_several_frequencies_are_refused_as_a_ledger_refuses_them()
    {
        ParticipantTerms terms = Paid(Plain).OnPlanFrom(new(2026, 6, 15), PaidCase.PlanOf(Plain.Paying(Frequency.Quarterly))).TermsFor(Year);
        Assert.True(PaymentKernel.IsNeeded(terms));
        Assert.Contains("Monthly and Quarterly", Assert.Throws<ArgumentException>(() => new PaymentKernel(terms)).Message, StringComparison.Ordinal);
    }
}
