using NodaTime;

namespace CompModel.Tests;

/// <summary>Outlooks of people who are paid otherwise than as earned: what payment terms cost is added to what statements earned, once.</summary>
public class PaidActualsFacts
{
    private static readonly CompensationPlan Plan = new CompensationPlan("Guaranteed", new OnTargetEarnings(0.Usd, 60_000.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear).ToDate(Frequency.Quarterly))
        .WithPayments(PaymentTerms.AsEarned.Paying(Frequency.Quarterly).With(Guarantee.Of(9_000.Usd, Forces.Year.Days)));

    private static readonly Participant Seller = new("S", Plan, new Quota(Measure.Bookings, 1_200_000.Usd));

    // A quarter above the guarantee, two below it, one of nothing.
    private static readonly Credit[] Sold = [new("S", Measure.Bookings, new(2026, 2, 3), 300_000.37m.Usd, "D1"), new("S", Measure.Bookings, new(2026, 5, 3), 100_000.Usd, "D2"), new("S", Measure.Bookings, new(2026, 8, 3), 50_000.Usd, "D3")];

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(9)]
    [InlineData(12)]
    public void Quarters_that_ended_cost_what_the_ledger_pays(int months)
    {
        LocalDate through = Forces.Year.Start.PlusMonths(months).PlusDays(-1);
        SimulatedCost cost = Simulate.Outlook(new SalesForce([Seller]), Forces.Year, Workloads.W1Assumptions, new Actuals(through, Sold), trials: 200);
        PaymentLedger ledger = Seller.Ledger(Forces.Year, new PaymentInputs(Sold));
        for (int quarter = 1; quarter <= months / 3; quarter++)
        {
            // On the grid, three postings of a quarter.
            Assert.Equal(ledger.Payments[quarter - 1].Paid.ToDouble(), cost.Quarter(quarter).Mean, 3.0 / 2048);
            Assert.Equal(0, cost.Quarter(quarter).StandardDeviation);
        }
        int terms = cost.Lines.ToList().FindIndex(line => line.IsOfPaymentTerms);
        if (months == 12)
            Assert.Equal(ledger.Payments.Sum(payment => payment.Of(LedgerEntryKind.GuaranteeTopUp).ToDouble()), cost.Line(terms).Mean, 12.0 / 2048);
    }
}
