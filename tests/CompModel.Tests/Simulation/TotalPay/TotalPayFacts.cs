using System.Security.Cryptography;
using NodaTime;

namespace CompModel.Tests;

/// <summary>What total pay consists of, what counts when, and what is refused.</summary>
public class TotalPayFacts
{
    private const int Trials = 3_000;

    // A power of two, so that every trial is a percentile without rounding.
    private const int Ranks = 4_096;

    private static readonly Assumptions Plain = Workloads.W1Assumptions.WithSharePrice(TotalPayCases.Acme);

    private static readonly SharePriceModel Stays = SharePriceModel.Fixed("ACME", 100.25m.Usd);

    private static SimulatedTotalPay Run(Assumptions assumptions, params Grant[] grants) => Simulate.TotalPay(TotalPayCases.Seller, TotalPayCases.FourYears, grants, assumptions, Trials);

    [Fact]
    public void In_every_trial_parts_sum_to_the_total_and_years_to_parts()
    {
        SimulatedTotalPay pay = Simulate.TotalPay(TotalPayCases.W3(Trials));
        double[] total = pay.Samples(PayPart.Total), salary = pay.Samples(PayPart.Salary), incentive = pay.Samples(PayPart.Incentive), equity = pay.Samples(PayPart.Equity);
        for (int trial = 0; trial < Trials; trial++)
            Assert.Equal(total[trial], salary[trial] + incentive[trial] + equity[trial]);
        foreach (PayPart part in Enum.GetValues<PayPart>())
        {
            double[][] years = [.. Enumerable.Range(1, 4).Select(year => pay.Samples(part, year))];
            Assert.Equal(pay.Samples(part), Enumerable.Range(0, Trials).Select(trial => years.Sum(year => year[trial])));
            Assert.All(pay.Samples(part), sample => Assert.Equal(Math.Round(sample * 1024), sample * 1024));
        }
    }

    [Fact]
    public void One_year_undiscounted_is_the_plain_simulation_of_the_incentive_and_constants()
    {
        SimulatedTotalPay pay = Simulate.TotalPay(TotalPayCases.Seller, [Workloads.Year], [TotalPayCases.Quarterly], Workloads.W1Assumptions.WithSharePrice(Stays).WithPriceCorrelation(0.7), Ranks + 1, seed: 9);
        PayoutDistribution plain = Simulate.Participant(TotalPayCases.Seller, Workloads.Year, Workloads.W1Assumptions, Ranks + 1, seed: 9);
        double[] ordered = [.. Enumerable.Range(0, Ranks + 1).Select(rank => plain.Percentile((double)rank / Ranks).Value)];
        Assert.Equal(ordered, pay.Samples(PayPart.Incentive).Order());
        // 500 shares of 100.25, and twelve months of 10,000.
        Assert.Equal(pay.Samples(PayPart.Incentive).Select(incentive => incentive + 120_000 + 50_125), pay.Samples(PayPart.Total));
    }

    [Fact]
    public void At_a_fixed_price_a_grant_is_worth_its_value_in_every_trial()
    {
        SimulatedTotalPay pay = Run(Workloads.W1Assumptions.WithSharePrice(Stays).WithPriceCorrelation(-1), TotalPayCases.Quarterly);
        Assert.All(pay.Samples(PayPart.Equity), value => Assert.Equal(200_500, value));
        Assert.True(double.IsNaN(pay.Correlation(PayPart.Incentive, PayPart.Equity).Value));
        Assert.Equal((0, 0), (pay.Covariance(PayPart.Incentive, PayPart.Equity).Value, pay.Covariance(PayPart.Equity, PayPart.Equity).High));
    }

    [Fact]
    public void A_price_without_volatility_only_drifts()
    {
        SimulatedTotalPay pay = Run(Workloads.W1Assumptions.WithSharePrice(SharePriceModel.GeometricBrownian("ACME", 100.Usd, 0.06, 0, 0.02)).WithPriceCorrelation(0.5), TotalPayCases.Quarterly);
        double value = Enumerable.Range(1, 16).Sum(quarter => 12_500 * Math.Exp(0.01 * quarter));
        Assert.Equal(0, pay.Equity.StandardDeviation);
        // Sixteen roundings to the grid, half a step each.
        Assert.Equal(value, pay.Equity.Mean, 16.0 / 2048);
    }

    [Fact]
    public void A_correlation_of_pay_and_price_leaves_the_price_s_path_as_it_is_and_pay_s_law()
    {
        SimulatedTotalPay apart = Run(Plain, TotalPayCases.Quarterly), together = Run(Plain.WithPriceCorrelation(0.8), TotalPayCases.Quarterly);
        Assert.Equal(apart.Samples(PayPart.Equity), together.Samples(PayPart.Equity));
        TotalPayCases.Near(4 * Workloads.W1Mean, together.Incentive.Mean, together.Incentive.SimulationError);
        TotalPayCases.NearPercentile(0.9, Workloads.W1Percentiles[4].Value, together.Part(PayPart.Incentive, 3));
        Assert.NotEqual(apart.Samples(PayPart.Incentive), together.Samples(PayPart.Incentive));
    }

    [Fact]
    public void Without_correlation_variances_add()
    {
        SimulatedTotalPay pay = Simulate.TotalPay(TotalPayCases.Seller, TotalPayCases.FourYears, [TotalPayCases.Quarterly], Plain, trials: 100_000);
        TotalPayCases.Near(0, pay.Correlation(PayPart.Incentive, PayPart.Equity));
        TotalPayCases.Near(0, pay.Covariance(PayPart.Incentive, PayPart.Equity));
        TotalPayCases.Near(0, CorrelationOf(pay.Samples(PayPart.Incentive, 1), pay.Samples(PayPart.Incentive, 2)), 1 / Math.Sqrt(100_000));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(-0.6)]
    public void Attainment_correlates_with_the_share_s_return_over_its_own_year_alone_and_by_what_is_stated(double rho)
    {
        // Paid what is sold, once a year, and one share, all but, at the end of each year: so that pay and price can be read back.
        Participant seller = new("S", new CompensationPlan("linear", new OnTargetEarnings(0.Usd, 1_000_000.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear)), new Quota(Measure.Bookings, 1_000_000.Usd));
        var grant = new Grant("G", TotalPayCases.Eve, 40_000, VestingSchedule.Annual(4));
        const int Many = 60_000;
        SimulatedTotalPay pay = Simulate.TotalPay(seller, TotalPayCases.FourYears, [grant], Plain.WithPriceCorrelation(rho), Many);
        double[][] sold = [.. Enumerable.Range(1, 4).Select(year => Logs(pay.Samples(PayPart.Incentive, year)))];
        double[][] price = [[.. Enumerable.Repeat(Math.Log(1_000_000), Many)], .. Enumerable.Range(1, 4).Select(year => Logs(pay.Samples(PayPart.Equity, year)))];
        for (int year = 0; year < 4; year++)
        {
            for (int other = 0; other < 4; other++)
            {
                double[] moved = [.. price[other + 1].Zip(price[other], (end, start) => end - start)];
                double expected = year == other ? rho : 0;
                // The standard error of a correlation of normal variates (Fisher).
                TotalPayCases.Near(expected, CorrelationOf(sold[year], moved), (1 - (expected * expected)) / Math.Sqrt(Many));
            }
        }
    }

    [Theory]
    [InlineData(Frequency.SemiAnnual)]
    [InlineData(Frequency.Quarterly)]
    [InlineData(Frequency.Monthly)]
    public void Attainment_that_is_drawn_by_periods_goes_with_the_price_s_return_over_each(Frequency frequency)
    {
        const double Rho = 0.5, Cv = 0.6;
        Participant seller = new("S", new CompensationPlan("linear", new OnTargetEarnings(0.Usd, 1_000_000.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear)), new Quota(Measure.Bookings, 1_000_000.Usd));
        var grant = new Grant("G", TotalPayCases.Eve, 10_000, VestingSchedule.Annual(1));
        Assumptions assumptions = Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(1, Cv)).WithPeriods(Measure.Bookings, frequency).WithSharePrice(TotalPayCases.Acme).WithPriceCorrelation(Rho);
        SimulatedTotalPay pay = Simulate.TotalPay(seller, [Workloads.Year], [grant], assumptions, 100_000);
        int periods = (int)frequency;
        // Weighted by the price at the end of the year, each period's variate moves by ρ·σ·√n times its nth of the year.
        double tilt = Math.Exp(Math.Sqrt(Math.Log(1 + (Cv * Cv))) * Rho * 0.45 / Math.Sqrt(periods)) - 1;
        TotalPayCases.Near(1_000_000 * Math.Exp(0.05) * 1_000_000 * tilt, pay.Covariance(PayPart.Incentive, PayPart.Equity));
        // And periods are as independent as they were.
        TotalPayCases.Near(1e12 * Cv * Cv / periods, pay.Covariance(PayPart.Incentive, PayPart.Incentive));
        string message = Assert.Throws<ArgumentException>(() => Simulate.TotalPay(seller, [Workloads.Year], [], assumptions.WithPeriodCorrelation(0.2), 10)).Message;
        Assert.Contains("Periods correlate by 0.2 and go with the share price by 0.5", message, StringComparison.Ordinal);
    }

    [Fact]
    public void At_a_correlation_of_one_pay_rises_with_the_price()
    {
        var grant = new Grant("G", TotalPayCases.Eve, 10_000, VestingSchedule.Annual(1));
        SimulatedTotalPay pay = Simulate.TotalPay(TotalPayCases.Seller, [Workloads.Year], [grant], Plain.WithPriceCorrelation(1), Trials);
        double[] byPrice = [.. pay.Samples(PayPart.Equity).Zip(pay.Samples(PayPart.Incentive)).OrderBy(trial => trial.First).ThenBy(trial => trial.Second).Select(trial => trial.Second)];
        Assert.Equal(byPrice.Order(), byPrice);
        // Both at once are then as probable as the rarer alone.
        double price = pay.Equity.Percentile(0.9).Value, incentive = pay.Incentive.Percentile(0.8).Value;
        Assert.Equal(pay.Equity.ProbabilityAbove(price), pay.ProbabilityAbove((PayPart.Equity, price), (PayPart.Incentive, incentive)));
    }

    [Fact]
    public void More_years_leave_those_before_as_they_are()
    {
        SimulatedTotalPay two = Simulate.TotalPay(TotalPayCases.Seller, TotalPayCases.FourYears[..2], [TotalPayCases.Quarterly], TotalPayCases.Assumed, Trials);
        SimulatedTotalPay four = Run(TotalPayCases.Assumed, TotalPayCases.Quarterly);
        foreach (PayPart part in new[] { PayPart.Total, PayPart.Salary, PayPart.Incentive, PayPart.Equity })
        {
            Assert.Equal(four.Samples(part, 2), two.Samples(part, 2));
            Assert.NotEqual(four.Samples(part, 3), two.Samples(part, 2));
        }
    }

    [Fact]
    public void Later_pay_counts_less()
    {
        SimulatedTotalPay now = Run(Plain, TotalPayCases.Quarterly), discounted = Run(Plain.WithDiscountRate(0.08), TotalPayCases.Quarterly);
        // The curve pays once, at the close of the year: one rounding to the grid.
        foreach ((double one, double other) in now.Samples(PayPart.Incentive, 3).Zip(discounted.Samples(PayPart.Incentive, 3)))
            Assert.Equal(one * Math.Exp(-0.24), other, 1.0 / 2048 * 1.001);
        Assert.Equal(Enumerable.Range(1, 12).Sum(month => 10_000 * Math.Exp(-0.08 * month / 12)), discounted.Part(PayPart.Salary, 1).Mean, 12.0 / 2048);
    }

    [Fact]
    public void What_is_not_vested_by_the_last_day_is_not_paid_nor_is_later_salary()
    {
        Participant leaver = TotalPayCases.Seller.TerminatedOn(new(2027, 9, 30));
        SimulatedTotalPay pay = Simulate.TotalPay(leaver, TotalPayCases.FourYears, [TotalPayCases.Quarterly], Workloads.W1Assumptions.WithSharePrice(Stays), Trials);
        Assert.Equal(7 * 125 * 100.25, pay.Equity.Maximum);
        Assert.Equal(120_000 + 90_000, pay.Salary.Mean);
        Assert.Equal((0, 0), (pay.Part(PayPart.Total, 3).Maximum, pay.Part(PayPart.Total, 4).Maximum));
    }

    [Fact]
    public void A_raise_and_a_changed_quota_are_those_of_their_years()
    {
        Participant raised = TotalPayCases.Seller.EarningFrom(new(2028, 1, 1), new OnTargetEarnings(150_000.Usd, 200_000.Usd));
        SimulatedTotalPay pay = Simulate.TotalPay(raised, TotalPayCases.FourYears, [], Workloads.W1Assumptions, Trials), before = Simulate.TotalPay(TotalPayCases.Seller, TotalPayCases.FourYears, [], Workloads.W1Assumptions, Trials);
        Assert.Equal([120_000, 120_000, 150_000, 150_000], Enumerable.Range(1, 4).Select(year => pay.Part(PayPart.Salary, year).Mean));
        Assert.Equal(before.Samples(PayPart.Incentive, 2), pay.Samples(PayPart.Incentive, 2));
        // Twice the target on the same draws, but for the grid.
        foreach ((double one, double other) in before.Samples(PayPart.Incentive, 3).Zip(pay.Samples(PayPart.Incentive, 3)))
            Assert.Equal(2 * one, other, 3.0 / 2048);
    }

    [Fact]
    public void Years_of_weeks_are_years()
    {
        PlanYear[] years = [PlanYear.Weeks(new(2026, 2, 1), WeekPattern.FourFourFive), PlanYear.Weeks(new(2027, 1, 31), WeekPattern.FourFourFive, 53)];
        var grant = new Grant("G", new(2026, 1, 31), 1_000, VestingSchedule.Dated((years[0].End.PlusDays(-1), 50.Percent), (years[1].End.PlusDays(-1), 50.Percent)));
        SimulatedTotalPay pay = Simulate.TotalPay(TotalPayCases.Seller, years, [grant], Plain, trials: 50_000);
        // Half the shares after exactly one year, half after two.
        TotalPayCases.Near(50_000 * Math.Exp(0.05), pay.Part(PayPart.Equity, 1).Mean, pay.Part(PayPart.Equity, 1).SimulationError);
        TotalPayCases.Near(50_000 * Math.Exp(0.10), pay.Part(PayPart.Equity, 2).Mean, pay.Part(PayPart.Equity, 2).SimulationError);
    }

    [Fact]
    public void Its_means_are_those_of_the_closed_form_where_every_rule_has_one()
    {
        Participant quarterly = new("Q", new CompensationPlan("Q", new OnTargetEarnings(80_000.Usd, 100_000.Usd), Component.Of(Measure.Bookings, 1, Workloads.Curve).ToDate(Frequency.Quarterly)), new Quota(Measure.Bookings, 1_000_000.Usd));
        var now = new TotalPayDefinition(quarterly, TotalPayCases.FourYears, [], Workloads.W1Assumptions);
        Assert.Equal(4 * (80_000 + Workloads.W1Mean), Expect.TotalPay(now).Mean.Value, 1e-6);
        var later = new TotalPayDefinition(quarterly, TotalPayCases.FourYears, [], Workloads.W1Assumptions.WithDiscountRate(0.05));
        var none = Assert.IsType<ClosedForm<double>.NotAvailable>(Expect.TotalPay(later).Mean);
        Assert.Equal("'bookings' is earned in 4 parts of 2026, each discounted from its own day.", none.Because);
    }

    [Fact]
    public void A_run_is_known_by_all_that_its_result_depends_on()
    {
        TotalPayDefinition w3 = TotalPayCases.W3(Trials);
        Assert.Equal(w3.Fingerprint(), TotalPayCases.W3(Trials).Fingerprint());
        TotalPayDefinition Other(Assumptions assumptions, Grant grant) => new TotalPayDefinition(TotalPayCases.Seller, TotalPayCases.FourYears, [grant], assumptions, Trials, 3).WithSalaryPaid(Frequency.Annual);
        TotalPayDefinition[] others =
        [
            TotalPayCases.W3(Trials + 1), TotalPayCases.W3(Trials, seed: 4), w3.WithSalaryPaid(Frequency.Monthly),
            Other(TotalPayCases.Assumed.WithPriceCorrelation(0.31), TotalPayCases.Quarterly), Other(TotalPayCases.Assumed.WithDiscountRate(0.051), TotalPayCases.Quarterly),
            Other(TotalPayCases.Assumed.WithSharePrice(SharePriceModel.GeometricBrownian("ACME", 100.Usd, 0.05, 0.46)), TotalPayCases.Quarterly),
            Other(TotalPayCases.Assumed, new Grant("RSU-1", TotalPayCases.Eve, 2_016, VestingSchedule.Quarterly(16))),
        ];
        Assert.Equal(others.Length + 1, others.Append(w3).Select(run => run.Fingerprint()).Distinct().Count());
    }

    [Fact]
    public void Its_bits_stay_as_they_are()
    {
        // Vests in the middle of months too, so that every kind of step is there.
        var monthly = new Grant("RSU-2", new(2026, 2, 17), 1_000, VestingSchedule.Monthly(24, cliff: 6));
        SimulatedTotalPay pay = Simulate.TotalPay(TotalPayCases.Seller, TotalPayCases.FourYears, [TotalPayCases.Quarterly, monthly], TotalPayCases.Assumed, trials: 2_500, seed: 17);
        byte[] bytes = [.. pay.Samples(PayPart.Total).Concat(pay.Samples(PayPart.Equity)).SelectMany(sample => BitConverter.GetBytes(BitConverter.DoubleToInt64Bits(sample)))];
        Assert.StartsWith("a29fe7f63211415006dd24738c7a7311d7183605e", Convert.ToHexStringLower(SHA256.HashData(bytes)), StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_years_follow_each_other()
    {
        string message = Assert.Throws<ArgumentException>(() => Simulate.TotalPay(TotalPayCases.Seller, [PlanYear.Calendar(2026), PlanYear.Calendar(2028)], [], Plain, 10)).Message;
        Assert.Contains("after 2026, which ends before 2027-01-01, comes one that starts then, not on 2028-01-01", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Simulate.TotalPay(TotalPayCases.Seller, [], [], Plain, 10));
        Assert.Throws<ArgumentException>(() => Simulate.TotalPay(TotalPayCases.Seller, [.. Enumerable.Range(2026, 101).Select(PlanYear.Calendar)], [], Plain, 10));
    }

    [Fact]
    public void Shares_that_vest_have_a_price_in_the_currency_of_pay_that_can_be_drawn()
    {
        void Refused(string because, Assumptions assumptions) => Assert.Contains(
            because, Assert.Throws<ArgumentException>(() => Run(assumptions, TotalPayCases.Quarterly)).Message, StringComparison.Ordinal);
        Refused("no share price", Workloads.W1Assumptions);
        Refused("is paid in USD, and the share price of ACME is in EUR", Workloads.W1Assumptions.WithSharePrice(SharePriceModel.Fixed("ACME", 100.In(Currency.Eur))));
        Refused("beyond what can be drawn", Workloads.W1Assumptions.WithSharePrice(SharePriceModel.GeometricBrownian("ACME", 100.Usd, 0, 10)));
        // What vests before or after needs none.
        Assert.Equal(0, Run(Workloads.W1Assumptions, new Grant("G", new(2020, 1, 1), 10, VestingSchedule.Annual(4)), new Grant("H", new(2029, 1, 1), 10, VestingSchedule.Annual(4))).Equity.Maximum);
    }

    [Fact]
    public void A_grant_stands_once_and_credits_are_one_s_own()
    {
        Assert.Contains("RSU-1 stands twice", Assert.Throws<ArgumentException>(() => Run(Plain, TotalPayCases.Quarterly, TotalPayCases.Quarterly)).Message, StringComparison.Ordinal);
        Participant lead = Forces.Manager("M", 1_000_000);
        Assert.Contains("'M' is paid on a team's credits in 2026", Assert.Throws<ArgumentException>(() => Simulate.TotalPay(lead, TotalPayCases.FourYears, [], Forces.Assumed, 10)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void Trials_and_years_are_within_range(int trials)
    {
        Assert.Equal("trials", Assert.Throws<ArgumentOutOfRangeException>(() => TotalPayCases.W3(trials)).ParamName);
        SimulatedTotalPay pay = Simulate.TotalPay(TotalPayCases.W3(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => pay.Part(PayPart.Total, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => pay.Part(PayPart.Equity, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => pay.Part((PayPart)7));
        Assert.Throws<ArgumentOutOfRangeException>(() => Simulate.TotalPay(TotalPayCases.W3(10), threads: trials < 1 ? trials : 0));
    }

    [Fact]
    public void A_cancelled_run_returns_nothing()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Simulate.TotalPay(TotalPayCases.W3(Trials), cancel: cancel.Token));
    }

    private static double[] Logs(double[] samples) => [.. samples.Select(sample => Math.Log(sample))];

    private static double CorrelationOf(double[] first, double[] second) => PartsTogether.Correlation(first, second).Value;
}
