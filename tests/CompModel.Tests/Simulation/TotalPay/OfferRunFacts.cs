using NodaTime;

namespace CompModel.Tests;

/// <summary>An offer simulated where nothing is uncertain is its projection, part by part and year by year.</summary>
public class OfferRunFacts
{
    private static readonly PlanYear[] Years = [.. Enumerable.Range(2026, 4).Select(PlanYear.Calendar)];
    private static readonly LocalDate Start = new(2026, 3, 16);
    private static readonly SharePricePath Flat = SharePricePath.Flat(40.Usd);

    private static readonly Participant Seller = new Participant("E1", new CompensationPlan(
            "Account Executive", new OnTargetEarnings(150_000.Usd, 150_000.Usd), Component.Of(Measure.Bookings, 100.Percent, PayoutCurve.Linear.Accelerate(100.Percent, 2)).ToDate(Frequency.Quarterly)),
        new Quota(Measure.Bookings, 1_000_000.Usd)).HiredOn(Start).EarningFrom(new(2027, 4, 1), new OnTargetEarnings(154_500.Usd, 150_000.Usd));

    private static Offer Made(MatchFunding funding = MatchFunding.EachPeriod, EligiblePay eligible = EligiblePay.SalaryAndIncentive) => new Offer("A", Seller)
        .WithSignOn(SignOnBonus.Of((0, 50_000.Usd), (12, 25_000.Usd)))
        .WithEquity(Flat, [new Grant("RSU", Start, 10_001, VestingSchedule.Parse("5% at 12, 15% at 24, 40% at 36, 40% at 48"))],
            Refresher.EachYear(60_017.Usd, VestingSchedule.Quarterly(16)), Refresher.On(new(2027, 9, 1), 555, VestingSchedule.Monthly(36, cliff: 12)))
        .WithMatch(
            RetirementMatch.OfPay((3.Percent, 100.Percent), (6.Percent, 50.Percent)).WithNonelective(1.Percent).Funded(funding), Deferral.OfPay(15.Percent),
            RetirementLimits.Of(PayrollLimits.UnitedStates, 2025, 2026))
        .MatchingOn(eligible)
        .BornIn(1975)
        .WithBenefits(Benefit.Of("health", 12_345.Usd).Growing(5.Percent));

    private static Assumptions Certain(double attainment, double discount = 0) => Assumptions.For(Measure.Bookings, AttainmentModel.Discrete((attainment, 1)))
        .WithSharePrice(SharePriceModel.Fixed("ACME", 40.Usd)).WithDiscountRate(discount);

    private static readonly (PayPart Drawn, OfferPart[] Promised)[] Parts =
    [
        (PayPart.Salary, [OfferPart.Salary]), (PayPart.Incentive, [OfferPart.Incentive, OfferPart.TopUp]), (PayPart.Equity, [OfferPart.Equity]),
        (PayPart.SignOn, [OfferPart.SignOn]), (PayPart.Retirement, [OfferPart.Retirement]), (PayPart.Benefits, [OfferPart.Benefits]),
    ];

    [Theory]
    [InlineData(1, MatchFunding.EachPeriod, EligiblePay.SalaryAndIncentive)]
    [InlineData(1, MatchFunding.TruedUp, EligiblePay.SalaryAndIncentive)]
    [InlineData(1.5, MatchFunding.TruedUp, EligiblePay.AllCash)]
    [InlineData(0.5, MatchFunding.EachPeriod, EligiblePay.Salary)]
    public void Where_nothing_is_uncertain_the_offer_is_its_projection(double attainment, MatchFunding funding, EligiblePay eligible)
    {
        Offer offer = Made(funding, eligible);
        OfferProjection projected = offer.Project(Years, (Rational)(decimal)attainment);
        SimulatedTotalPay drawn = Simulate.TotalPay(offer, Years, Certain(attainment), trials: 3, seed: 1);
        for (int year = 1; year <= Years.Length; year++)
        {
            foreach ((PayPart part, OfferPart[] promised) in Parts)
            {
                double expected = promised.Sum(one => projected.Years[year - 1].Pay[one].ToDouble());
                // The pay grid rounds each of at most 100 amounts a year by half of 2^-10. The 401(k) has no cents: those of a year's sums move it by a cent a month and part at most.
                double tolerance = (100 * 0.5 / 1024) + (part == PayPart.Retirement ? 12 * 0.02 : 0);
                Assert.InRange(drawn.Part(part, year).Mean, expected - tolerance, expected + tolerance);
            }
        }
        double all = projected.InAll.Total.ToDouble();
        Assert.InRange(drawn.Total.Mean, all - 2, all + 2);
    }

    // A guarantee fills up what is earned month by month; half of quota earns less than it in the guaranteed months.
    [Fact]
    public void What_a_guarantee_adds_is_drawn_with_the_incentive()
    {
        CompensationPlan plan = Seller.Plans.First.WithPayments(PaymentTerms.AsEarned.With(Guarantee.Of(12_000.Usd, new(Start, Start.PlusMonths(6)))));
        Participant guaranteed = new Participant("E1", plan, new Quota(Measure.Bookings, 1_000_000.Usd)).HiredOn(Start);
        var offer = new Offer("A", guaranteed);
        OfferProjection projected = offer.Project(Years, 50.Percent);
        Assert.True(projected.InAll[OfferPart.TopUp] > 10_000.Usd);
        double expected = projected.InAll[OfferPart.Incentive].ToDouble() + projected.InAll[OfferPart.TopUp].ToDouble();
        // Half a unit of the pay grid for each of at most 200 amounts.
        Assert.Equal(expected, Simulate.TotalPay(offer, Years, Certain(0.5), trials: 3, seed: 1).Incentive.Mean, 200 * 0.5 / 1024);
    }

    [Fact]
    public void Parts_sum_to_the_total_in_every_trial()
    {
        SimulatedTotalPay drawn = Simulate.TotalPay(Made(), Years, Uncertain, trials: 1_500, seed: 3);
        double[] sum = new double[1_500];
        foreach ((PayPart part, _) in Parts)
        {
            double[] its = drawn.Samples(part);
            for (int trial = 0; trial < sum.Length; trial++)
                sum[trial] += its[trial];
        }
        Assert.Equal(drawn.Samples(PayPart.Total), sum);
    }

    [Fact]
    public void An_offer_of_nothing_besides_is_the_participant()
    {
        var grant = new Grant("RSU", Start, 10_001, VestingSchedule.Quarterly(16));
        // A price of the first day, as the participant's.
        Offer plain = new Offer("A", Seller).WithEquity(SharePricePath.Growing(40.Usd, new(2026, 1, 1), 0), [grant]);
        SimulatedTotalPay offer = Simulate.TotalPay(plain, Years, Uncertain, trials: 1_500, seed: 3);
        SimulatedTotalPay alone = Simulate.TotalPay(Seller, Years, [grant], Uncertain, trials: 1_500, seed: 3);
        Assert.Equal(alone.Samples(PayPart.Total), offer.Samples(PayPart.Total));
        Assert.Equal(0, offer.Part(PayPart.Retirement).Mean);
    }

    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        double[] one = Simulate.TotalPay(Made(), Years, Uncertain, trials: 5_000, seed: 3, threads: 1).Samples(PayPart.Total);
        foreach (int threads in new[] { 2, 3 })
            Assert.Equal(one, Simulate.TotalPay(Made(), Years, Uncertain, trials: 5_000, seed: 3, threads: threads).Samples(PayPart.Total));
    }

    // A refresher of a value is worth its value at the price of its day, and then moves with the price: under a driftless price its vests are worth the value of their portions on
    // average, less what rounding down to whole shares leaves, which is less than one share a grant.
    [Fact]
    public void A_refresher_of_a_value_keeps_its_value_on_average()
    {
        Offer offer = new Offer("A", Seller).WithEquity(Flat, [], Refresher.On(new(2027, 1, 1), 1_000_000.Usd, VestingSchedule.Annual(4)));
        PayoutDistribution second = Simulate.TotalPay(offer, Years, Uncertain, trials: 100_000, seed: 11).Part(PayPart.Equity, 3);
        Assert.InRange(second.Mean, 250_000 - 40 - (4.5 * second.SimulationError), 250_000 + (4.5 * second.SimulationError));
        // A grant of the same number of shares today moves with the price from today on, and is far wider.
        PayoutDistribution today = Simulate.TotalPay(new Offer("B", Seller).WithEquity(Flat, [new Grant("G", Start, 25_000, VestingSchedule.Dated((new(2028, 1, 1), 25.Percent), (new(2031, 1, 1), 75.Percent)))]), Years, Uncertain, trials: 100_000, seed: 11).Part(PayPart.Equity, 3);
        Assert.True(today.StandardDeviation > 1.3 * second.StandardDeviation);
    }

    // The price of the offer is of its own day: a year of its spread lies between that and a vest a year later, wherever the plan year starts.
    [Theory]
    [InlineData("2026-01-01")]
    [InlineData("2026-03-16")]
    [InlineData("2026-11-02")]
    public void The_price_moves_from_the_day_it_is_of(string day)
    {
        LocalDate from = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        Participant hired = new Participant("E1", Seller.Plans.First, new Quota(Measure.Bookings, 1_000_000.Usd)).HiredOn(from);
        Grant grant = new("G", from, 10_000, VestingSchedule.Annual(1));
        foreach (SharePricePath price in new[] { SharePricePath.Growing(40.Usd, from, 0), Flat })
        {
            Offer offer = new Offer("A", hired).WithEquity(price, [grant]);
            SharePriceModel model = SharePriceModel.GeometricBrownian("ACME", 40.Usd, 0.1, 0.5);
            var run = new TotalPayDefinition(offer, Years, Uncertain.WithSharePrice(model), 100_000, 11);
            PayoutDistribution drawn = Simulate.TotalPay(run).Equity;
            // 400,000·e^0.1 on average, and a spread of √(e^0.25 − 1) of that; it vests at the close of its day, a day in a year later than the opening it counts from: 0.03 % of the mean.
            double mean = 400_000 * Math.Exp(0.1), spread = Math.Sqrt(Math.Exp(0.25) - 1) * mean;
            Assert.InRange(drawn.Mean, mean - (4.5 * drawn.SimulationError), (mean * 1.0005) + (4.5 * drawn.SimulationError));
            // The error of a lognormal's sample deviation is about √((kurtosis − 1)/4n) of it; with σ = 0.5 the kurtosis is 8.9, so 0.44 %, and 4.5 times that is 2 %.
            Assert.InRange(drawn.StandardDeviation, spread * 0.98, spread * 1.022);
            Assert.Equal(Expect.TotalPay(run).Equity.Mean, mean, mean * 0.0005);
        }
    }

    [Fact]
    public void An_offer_without_shares_needs_no_price()
    {
        Assumptions assumed = Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(1, 0.3));
        Assert.Equal(0, Simulate.TotalPay(new Offer("A", Seller), Years, assumed, trials: 100).Equity.Mean);
    }

    [Fact]
    public void A_price_of_a_day_after_the_years_stays_and_one_of_a_day_before_them_has_grown_as_stated()
    {
        Grant grant = new("G", Start, 1_600, VestingSchedule.Annual(4));
        SimulatedTotalPay Of(SharePricePath price, double volatility) => Simulate.TotalPay(
            new Offer("A", Seller).WithEquity(price, [grant]), Years, Uncertain.WithSharePrice(SharePriceModel.GeometricBrownian("ACME", 100.Usd, 0, volatility)), trials: 1_000);
        PayoutDistribution late = Of(SharePricePath.Growing(100.Usd, new(2030, 1, 1), 0), 0.45).Part(PayPart.Equity, 3);
        Assert.Equal((40_000, 0), (late.Mean, late.StandardDeviation));
        Assert.Equal(48_400, Of(SharePricePath.Growing(100.Usd, new(2024, 1, 1), 10.Percent), 0).Part(PayPart.Equity, 3).Mean, 0.01);
    }

    [Theory]
    [InlineData(1.12, 700, 700)]
    [InlineData(543.2, 3_134_264, 3_134_264)]
    public void A_value_that_buys_whole_shares_buys_all_of_them(double price, int value, double worth)
    {
        Money today = new((decimal)price, Currency.Usd);
        Offer offer = new Offer("A", Seller).WithEquity(SharePricePath.Flat(today), [], Refresher.On(new(2027, 1, 1), new Money(value, Currency.Usd), VestingSchedule.Annual(1)));
        // Half of the pay grid.
        Assert.Equal(worth, Simulate.TotalPay(offer, Years, Uncertain.WithSharePrice(SharePriceModel.Fixed("ACME", today)), trials: 3).Equity.Mean, 0.5 / 1024);
    }

    [Fact]
    public void A_match_that_bends_has_no_closed_form_and_says_so()
    {
        ExpectedTotalPay expected = Expect.TotalPay(new TotalPayDefinition(Made(), Years, Uncertain, 100));
        Assert.Contains("401(k)", Assert.IsType<ClosedForm<double>.NotAvailable>(expected.Mean).Because);
        Offer plain = new Offer("B", Seller).WithSignOn(SignOnBonus.Of((0, 50_000.Usd))).WithBenefits(Benefit.Of("health", 12_000.Usd));
        var run = new TotalPayDefinition(plain, Years, Certain(1), 3);
        // Month by month on the pay grid.
        Assert.Equal(Simulate.TotalPay(run).Total.Mean, Expect.TotalPay(run).Mean.Value, 1.0);
    }

    [Fact]
    public void What_is_promised_is_part_of_the_fingerprint()
    {
        string Of(Offer offer) => new TotalPayDefinition(offer, Years, Uncertain, 100).Fingerprint();
        Assert.Equal(Of(Made()), Of(Made()));
        Assert.NotEqual(Of(Made()), Of(Made(MatchFunding.TruedUp)));
        Assert.NotEqual(Of(Made()), Of(Made().WithBenefits(Benefit.Of("health", 12_346.Usd))));
        Assert.NotEqual(Of(Made()), Of(Made().WithSignOn(SignOnBonus.Of((0, 50_000.Usd)))));
        Assert.NotEqual(Of(Made()), Of(Made().WithEquity(Flat, [], Refresher.EachYear(60_018.Usd, VestingSchedule.Quarterly(16)))));
    }

    private static Assumptions Uncertain => Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(0.95, 0.35))
        .WithSharePrice(SharePriceModel.GeometricBrownian("ACME", 40.Usd, 0, 0.5)).WithPriceCorrelation(0.3);
}
