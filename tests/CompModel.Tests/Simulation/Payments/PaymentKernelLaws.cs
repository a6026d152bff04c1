namespace CompModel.Tests;

/// <summary>The simulation pays what a ledger pays: for any payment terms, earnings, plan change, hire and leave.</summary>
public class PaymentKernelLaws
{
    // One for all cases, so that nothing of one may show in another.
    private static readonly PaymentTile Tile = new(8);

    [Law(Arbitrary = [typeof(PaidCases)], MaxTest = 500)]
    public void The_kernel_pays_and_costs_what_a_ledger_does(PaidCase one)
    {
        (double[][] cost, double[][] paid) = Run(new PaymentKernel(one.Terms), one);
        for (int trial = 0; trial < one.Trials.Count; trial++)
            AssertSame(one, one.Ledger(trial), cost, paid, trial);
    }

    [Law(Arbitrary = [typeof(PaidCases)], MaxTest = 150)]
    public void The_kernel_continues_from_any_position_as_a_ledger_does(PaidCase one)
    {
        for (int trial = 0; trial < one.Trials.Count; trial++)
        {
            PaymentLedger whole = one.Ledger(trial);
            foreach (PeriodPayment payment in whole.Payments)
            {
                for (int month = 0; month < one.MonthsEach; month++)
                {
                    var kernel = new PaymentKernel(one.Terms, payment.Opening, ((payment.Period.Number - 1) * one.MonthsEach) + month + 1);
                    (double[][] cost, double[][] paid) = Run(kernel, one);
                    AssertSame(one, one.Participant.Ledger(one.Year, payment.Opening, one.Inputs(trial)), cost, paid, trial);
                }
            }
        }
    }

    [Law(Arbitrary = [typeof(PaidCases.InCents)], MaxTest = 150)]
    public void From_every_position_the_kernel_pays_the_next_period_within_what_is_rounded(PaidCase one)
    {
        // Half a step of the grid for each of at most 50 numbers that come in (earnings of 12 months, parts held and owed of a year each and a balance, minimum and draw), and
        // half a cent besides for each of two shares. Steps are sums and lesser or greater ones of two; none counts a number more than four times.
        const double Tolerance = 4 * ((52 / 2048.0) + (2 * 0.005));
        for (int trial = 0; trial < one.Trials.Count; trial++)
        {
            foreach (PeriodPayment payment in one.Ledger(trial).Payments)
            {
                int end = payment.Period.Number * one.MonthsEach;
                (double[][] cost, double[][] paid) = Run(new PaymentKernel(one.Terms, payment.Opening, end), one);
                Assert.Equal(payment.Paid.ToDouble(), paid[end - 1][trial], Tolerance);
                Assert.Equal(payment.TrueUps.ToDouble(), cost[end - 1][trial], Tolerance);
            }
        }
    }

    [Law(Arbitrary = [typeof(PaidCases.InCents)], MaxTest = 300)]
    public void Opening_and_earned_and_cost_less_paid_are_the_closing_balances_exactly(PaidCase one)
    {
        foreach (PeriodPayment payment in one.Ledger(0).Payments)
        {
            var kernel = new PaymentKernel(one.Terms, payment.Opening, payment.Period.Number * one.MonthsEach);
            (double[][] cost, double[][] paid) = Run(kernel, one);
            double[][] earned = OnGrid(one);
            for (int trial = 0; trial < one.Trials.Count; trial++)
            {
                double moved = earned.Skip(kernel.FirstMonth).Sum(row => row[trial]) + cost.Sum(row => row[trial]) - paid.Sum(row => row[trial]);
                Assert.Equal(kernel.OpeningBalance + moved, Tile.Held[trial] - Tile.Owed[trial] - Tile.Carried[trial]);
                Assert.All(cost.Concat(paid), row => Assert.Equal(PayGrid.Round(row[trial]), row[trial]));
                Assert.All(new[] { Tile.Held, Tile.Owed, Tile.Carried }, balance => Assert.True(balance[trial] >= 0));
            }
        }
    }

    [Law(Arbitrary = [typeof(PaidCases)], MaxTest = 100)]
    public void Paying_as_earned_costs_nothing_whatever_is_earned(PaidCase one)
    {
        PaidCase plain = one.On(PaymentTerms.AsEarned.PaidAfter(15));
        Assert.False(PaymentKernel.IsNeeded(plain.Terms));
        (double[][] cost, _) = Run(new PaymentKernel(plain.Terms), plain);
        Assert.All(cost, row => Assert.All(row, each => Assert.Equal(0, each)));
    }

    [Law(Arbitrary = [typeof(PaidCases)], MaxTest = 300)]
    public void Where_the_kernel_is_not_needed_a_ledger_has_no_cost(PaidCase one)
    {
        if (!PaymentKernel.IsNeeded(one.Terms))
            Assert.All(one.Ledger(0).Payments, payment => Assert.Equal(0.Usd, payment.TrueUps));
    }

    private static void AssertSame(PaidCase one, PaymentLedger ledger, double[][] cost, double[][] paid, int trial)
    {
        double[] costs = new double[12], payments = new double[12];
        foreach (PeriodPayment payment in ledger.Payments)
        {
            costs[(payment.Period.Number * one.MonthsEach) - 1] = payment.TrueUps.ToDouble();
            payments[(payment.Period.Number * one.MonthsEach) - 1] = payment.Paid.ToDouble();
        }
        Assert.Equal(payments, paid.Select(month => month[trial]));
        Assert.Equal(costs, cost.Select(month => month[trial]));
        PaymentPosition closing = ledger.Closing;
        Assert.Equal(
            (closing.Held.ToDouble(), closing.DrawOwed.ToDouble(), closing.Carried.ToDouble()), (Tile.Held[trial], Tile.Owed[trial], Tile.Carried[trial]));
    }

    private static double[][] OnGrid(PaidCase one) => [.. one.Earned().Select(month => month.Select(pay => PayGrid.Round(pay)).ToArray())];

    private static (double[][] Cost, double[][] Paid) Run(PaymentKernel kernel, PaidCase one)
    {
        int count = one.Trials.Count;
        double[][] Rows() => [.. Enumerable.Range(0, PaymentKernel.Months).Select(_ => Enumerable.Repeat(double.NaN, count).ToArray())];
        double[][] cost = Rows(), paid = Rows();
        kernel.Run(OnGrid(one), cost, paid, Tile, count);
        return (cost, paid);
    }
}
