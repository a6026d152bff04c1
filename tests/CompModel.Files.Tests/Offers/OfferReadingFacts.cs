using CompModel.Files;
using NodaTime;

namespace CompModel.Tests;

/// <summary>What an offer's file comes to: each part is what the same offer in code is.</summary>
public sealed class OfferReadingFacts
{
    private static readonly PlanYear[] FourYears = [.. Enumerable.Range(2026, 4).Select(PlanYear.Calendar)];

    private static readonly CompensationPlan Plan = new("Acme", new OnTargetEarnings(150_000.Usd, 100_000.Usd), Component.Of(Measure.Bookings, 100.Percent, PayoutCurve.Linear));

    private static readonly Participant Person = new Participant("offer", Plan, new Quota(Measure.Bookings, 1_500_000.Usd)).HiredOn(new(2026, 1, 5));

    [Fact]
    public void Salary_and_plan_alone_are_an_offer()
    {
        OfferCase read = WrittenOffer.Read(WrittenOffer.With(""));
        AssertSame(new("Acme", Person), read);
        Assert.Equal("ASC 718, straight-line, forfeitures as they occur", read.Policy.ToString());
        Assert.Null(read.Assumptions);
        Assert.Empty(read.Notes);
    }

    [Fact]
    public void All_parts_together_are_the_offer_in_code()
    {
        OfferCase read = WrittenOffer.Read(WrittenOffer.With("""
            raises:
              - { from: 2027-03-01, by: 3 % }
              - { from: 2028-03-01, base: 160000, target_by: 5 % }
            sign_on:
              installments: [{ months: 0, amount: 50000 }, { days: 400, amount: 10000 }, { on: 2027-06-01, amount: 15000 }]
              repayment: { within: 12, share: by_day, from: start }
            share_price: { price: 100, growth: [8 %, 5 %] }
            grants:
              - { name: new hire, value: 400000, price: 98.75, rounding: nearest, granted: 2026-02-15, vesting_start: 2026-01-05, schedule: "5% at 12, 15% at 24, 40% at 36, 40% at 48", allocation: front_loaded }
              - { name: founders, value: 20000, granted: 2027-02-01, schedule: annual 4 }
            refreshers:
              - { value: 60000, from_year: 1, through_year: 2, schedule: quarterly 16 }
              - { shares: 200, on: 2027-06-01, schedule: annual 4 }
            retirement:
              deferral: 10 %
              match: [{ up_to: 3 %, rate: 100 % }, { up_to: 5 %, rate: 50 % }]
              most_a_year: 9000
              nonelective: 2 %
              funding: trued_up
              eligible_pay: all_cash
              birth_year: 1970
            benefits: [{ name: health, value: 21000, cost: 19500, growth: 5 % }]
            employer_taxes: [us, { name: state, brackets: [{ from: 0, rate: 2.7 % }, { from: 7000, rate: 0 % }], on: regular }]
            limits_after: last_known
            """));

        var path = SharePricePath.Growing(100.Usd, new(2026, 1, 5), 8.Percent, 5.Percent);
        RetirementLimits limits = RetirementLimits.Of(PayrollLimits.UnitedStates, 2026);
        AssertSame(
            new Offer("Acme", Person
                    .EarningFrom(new(2027, 3, 1), new(154_500.Usd, 100_000.Usd))
                    .EarningFrom(new(2028, 3, 1), new(160_000.Usd, 105_000.Usd)))
                .WithSignOn(SignOnBonus.At((new VestingTime.Months(0), 50_000.Usd), (new VestingTime.Days(400), 10_000.Usd), (new VestingTime.On(new(2027, 6, 1)), 15_000.Usd))
                    .RepaidBy(Repayment.Within(12, RepaymentShare.ByDay, RepaymentTerm.FromStart)))
                .WithEquity(
                    path,
                    [
                        // 400,000 at 98.75 is 4,050.6 shares; 20,000 at the 108.00 of the path 185.2.
                        new Grant("new hire", new(2026, 2, 15), 4_051, VestingSchedule.Parse("5% at 12, 15% at 24, 40% at 36, 40% at 48")).VestingFrom(new(2026, 1, 5)).AllocatedBy(ShareAllocation.FrontLoaded),
                        new Grant("founders", new(2027, 2, 1), 185, VestingSchedule.Parse("annual 4")),
                    ],
                    Refresher.EachYear(60_000.Usd, VestingSchedule.Parse("quarterly 16"), 1, 2), Refresher.On(new LocalDate(2027, 6, 1), 200, VestingSchedule.Parse("annual 4")))
                .WithMatch(RetirementMatch.OfPay((3.Percent, 100.Percent), (5.Percent, 50.Percent)).CappedAt(9_000.Usd).WithNonelective(2.Percent).Funded(MatchFunding.TruedUp), Deferral.OfPay(10.Percent), limits)
                .MatchingOn(EligiblePay.AllCash).BornIn(1970)
                .WithBenefits(Benefit.Of("health", 21_000.Usd).Costing(19_500.Usd).Growing(5.Percent))
                .WithEmployerTaxes([.. UnitedStatesTaxes.Employer(2026).Taxes, Tax.Marginal("state", (0.Usd, 2.7m.Percent), (7_000.Usd, 0)).On(TaxedWages.Regular)]),
            read);
        Assert.Equal(2, read.Notes.Count);
        Assert.All(read.Notes, note => Assert.Contains("of 2026 are taken for 2027 to 2029", note, StringComparison.Ordinal));
    }

    [Fact]
    public void A_plan_beside_the_file_is_taken_by_its_id_with_the_earnings_of_the_offer()
    {
        OfferCase read = WrittenOffer.Read(WrittenOffer.With("plan: ae\nbase: 155000"));
        Assert.Equal("Account Executive", read.Offer.Participant.Plan.Name);
        Assert.Equal(new OnTargetEarnings(155_000.Usd, 60_000.Usd), read.Offer.Participant.OnTarget);
    }

    [Fact]
    public void A_quota_changes_on_its_dates()
    {
        Quota quota = Assert.Single(WrittenOffer.Read(WrittenOffer.With("quotas: { bookings: [{ quota: 1500000 }, { from: 2027-01-01, quota: 1650000 }] }")).Offer.Participant.Quotas);
        Assert.Equal([1_500_000, 1_650_000], quota.Annual.Values.Select(amount => amount.Value));
        Assert.Equal([new LocalDate(2027, 1, 1)], quota.Annual.Changes);
    }

    [Fact]
    public void Years_are_fiscal_where_the_file_says_so()
    {
        OfferCase read = WrittenOffer.Read(WrittenOffer.With("start: 2026-03-02\nfiscal_year_start: 2026-02-01\nyears: 3"));
        Assert.Equal(Enumerable.Range(2026, 3).Select(year => PlanYear.Starting(new(year, 2, 1))), read.Years);
    }

    [Fact]
    public void Limits_of_years_that_are_known_need_no_word()
    {
        OfferCase read = WrittenOffer.Read(WrittenOffer.With("start: 2025-01-06\nyears: 2\nretirement: { deferral: 10 % }\nemployer_taxes: us"));
        Assert.Empty(read.Notes);
        Assert.Equal(23_500.Usd, read.Offer.Limits.At(new(2025, 1, 1)).Deferral);
        Assert.Equal(24_500.Usd, read.Offer.Limits.At(new(2026, 1, 1)).Deferral);
    }

    [Fact]
    public void Limits_of_ones_own_hold_from_their_years_and_the_last_goes_on_where_that_is_said()
    {
        OfferCase read = WrittenOffer.Read(WrittenOffer.With(
            "currency: EUR\nretirement: { deferral: 500, match: [{ up_to: 9000, rate: 50 % }], limits: [{ year: 2026, deferral: 1000 }, { year: 2028, deferral: 2000 }] }\nlimits_after: last_known"));
        Assert.Equal([1000, 1000, 2000, 2000], Enumerable.Range(2026, 4).Select(year => read.Offer.Limits.At(new(year, 1, 1)).Deferral!.Value.Value));
        // One year between the stated ones, and one behind them.
        Assert.Single(read.Notes);
    }

    [Theory]
    [InlineData("standard: asc718, attribution: graded", "ASC 718, graded, forfeitures as they occur")]
    [InlineData("standard: asc718, forfeitures: 5 %", "ASC 718, straight-line, forfeitures estimated at 5 % a year")]
    [InlineData("standard: ifrs2, forfeitures: 8 %", "IFRS 2, graded, forfeitures estimated at 8 % a year")]
    public void The_expense_policy_is_the_one_that_is_said(string keys, string policy) =>
        Assert.Equal(policy, WrittenOffer.Read(WrittenOffer.With($"expense: {{ {keys} }}")).Policy.ToString());

    [Fact]
    public void Price_laws_are_stated_estimated_or_drawn_from_history()
    {
        const string Assumed = "\nassumptions: { attainment: { bookings: { family: lognormal, mean: 1, cv: 0.3 } }, price_correlation: 0.3, discount_rate: 6 % }";
        PriceHistory history = PriceHistory.Parse(WrittenOffer.Prices);

        Assumptions stated = Read("volatility: 45 %, drift: 5 %, dividend_yield: 1 %, security: ACME");
        Assert.Equal(SharePriceModel.GeometricBrownian("ACME", 100.Usd, 0.05, 0.45, 0.01), stated.SharePrice);
        Assert.Equal((0.3, 0.06), (stated.PriceCorrelation, stated.DiscountRate));
        Assert.Equal(SharePriceModel.GeometricBrownian("Acme", 100.Usd, 0.05, history.Fit().Volatility), Read("history: prices.csv, drift: 5 %").SharePrice);
        Assert.Equal(SharePriceModel.Bootstrap("Acme", 100.Usd, history, 3), Read("history: prices.csv, months_at_once: 3").SharePrice);
        Assert.Equal(SharePriceModel.Fixed("Acme", 100.Usd), Read("growth: 0 %").SharePrice);

        static Assumptions Read(string keys) => WrittenOffer.Read(WrittenOffer.With($"share_price: {{ price: 100, {keys} }}" + Assumed)).Assumptions!;
    }

    [Fact]
    public void A_file_that_is_missing_is_one_diagnostic()
    {
        InvalidInputException refused = Assert.Throws<InvalidInputException>(() => OfferFile.Read(Path.Combine("no", "such", "offer.yaml")));
        Assert.Equal((DiagnosticCode.FileMissing, "offer.yaml"), (Assert.Single(refused.Diagnostics).Code, refused.Diagnostics[0].File));
    }

    [Fact]
    public void The_samples_load_and_list_what_was_read()
    {
        foreach (string name in (string[])["offer.yaml", "counter-offer.yaml"])
        {
            OfferCase read = OfferFile.Read(Path.Combine(TestFolder.Repository, "samples", "offer", name));
            Assert.Equal(name, Assert.Single(read.Files).Name);
            Assert.NotNull(read.Assumptions);
        }
    }

    // Two offers are the same where every month of theirs is, to the last digit, and what leaving costs, too.
    private static void AssertSame(Offer expected, OfferCase read)
    {
        Assert.Equal(FourYears, read.Years);
        Assert.Equal(expected.Name, read.Offer.Name);
        Assert.Equal(expected.SignOn?.ToString(), read.Offer.SignOn?.ToString());
        OfferProjection one = expected.Project(FourYears), other = read.Offer.Project(FourYears);
        Assert.Equal(one.Months.Select(month => month.Pay), other.Months.Select(month => month.Pay));
        Assert.Equal(one.Months.Select(month => (month.Deferral, month.BenefitCost)), other.Months.Select(month => (month.Deferral, month.BenefitCost)));
        Assert.Equal(one.Months.SelectMany(month => month.EmployerTaxes), other.Months.SelectMany(month => month.EmployerTaxes));
        Assert.Equal(expected.Tranches(new(2030, 1, 1)), read.Offer.Tranches(new(2030, 1, 1)));
    }
}
