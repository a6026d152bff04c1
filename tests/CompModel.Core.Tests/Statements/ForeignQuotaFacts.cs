using NodaTime;

namespace CompModel.Tests;

/// <summary>A quota in one currency and pay in another: attainment is a ratio.</summary>
public class ForeignQuotaFacts
{
    private static readonly PlanYear Year = PlanYear.Calendar(2026);

    private static readonly OnTargetEarnings Euros = new(60_000.In(Currency.Eur), 50_000.In(Currency.Eur));

    private static readonly CompensationPlan Plan = new("Berlin", Euros, Component.Of(Measure.Bookings, 1, PayoutCurve.Linear.Accelerate(above: 1, multiplier: 2)));

    private static readonly Quota Dollars = new(Measure.Bookings, 1_000_000.Usd);

    [Fact]
    public void A_curve_pays_the_plan_s_currency_on_attainment_in_the_quota_s()
    {
        Participant rep = new("R1", Plan, Dollars);
        Statement statement = rep.Statement(Year.Whole, [new("R1", Measure.Bookings, new(2026, 3, 1), 1_200_000.Usd, "D1")]);
        Assert.Equal(70_000.In(Currency.Eur), statement.Earned);
        ComponentStatement component = Assert.Single(statement.Components);
        Assert.Equal(new Attainment(1_200_000.Usd, 1_000_000.Usd), component.Attainment);
        Assert.Equal([(1_000_000.Usd, 5.Percent, 50_000.In(Currency.Eur)), (200_000.Usd, 10.Percent, 20_000.In(Currency.Eur))], component.Lines.Select(line => (line.Base, line.Rate, line.Amount)));
        Assert.Equal(5.Percent, statement.Terms.Components[0].BaseRate);
        Assert.Contains("100 % pays 50,000.00 EUR; base rate 5 % (EUR per USD)", statement.Explain(), StringComparison.Ordinal);
        Assert.Equal(statement.Earned, rep.StatementThrough(new(2026, 12, 31), Year, component.Credits).Earned);
    }

    [Fact]
    public void Pay_is_that_of_the_same_quota_in_the_plan_s_currency_and_to_date_as_well()
    {
        CompensationPlan toDate = new("Berlin", Euros, Component.Of(Measure.Bookings, 1, PayoutCurve.Linear.WithThreshold(50.Percent)).ToDate(Frequency.Quarterly));
        Participant there = new Participant("R1", toDate, Dollars).HiredOn(new(2026, 2, 16)), here = new Participant("R1", toDate, new Quota(Measure.Bookings, 1_000_000.In(Currency.Eur))).HiredOn(new(2026, 2, 16));
        foreach (MeasurementPeriod quarter in Year.Periods(Frequency.Quarterly))
        {
            Credit sold = new("R1", Measure.Bookings, new(2026, 5, 4), 333_333.Usd, "D1");
            Assert.Equal(here.Statement(quarter, [sold with { DealAmount = 333_333.In(Currency.Eur) }]).Earned, there.Statement(quarter, [sold]).Earned);
        }
    }

    [Fact]
    public void Commission_takes_no_quota_in_another_currency_and_the_hint_says_convert()
    {
        CompensationPlan rate = new("Rate", Euros, Component.Commission(Measure.Bookings, RateTable.Marginal((0, 5.Percent))));
        string message = Assert.Throws<ArgumentException>(() => new Participant("R1", rate, Dollars)).Message;
        Assert.Contains("pays EUR", message, StringComparison.Ordinal);
        Assert.Contains("of participant 'R1' for them is in USD: state it in EUR, and convert credits", message, StringComparison.Ordinal);
        // Beside a curve on the same measure it is refused, too.
        CompensationPlan both = new("Both", Euros, Component.Of(Measure.Bookings, 1, PayoutCurve.Linear), rate.Components[0].Named("rate"));
        Assert.Contains("'rate' pays a rate", Assert.Throws<ArgumentException>(() => new Participant("R1", both, Dollars)).Message, StringComparison.Ordinal);
        Credit sold = new("R1", Measure.Bookings, new(2026, 3, 1), 1_000.Usd, "D1");
        Assert.Contains("'D1' of 'R1' is in USD; 'bookings' counts EUR", Assert.Throws<InvalidOperationException>(() => new Participant("R1", rate).Statement(Year.Whole, [sold])).Message, StringComparison.Ordinal);
    }
}
