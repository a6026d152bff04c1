using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace CompModel.Tests.Offers;

/// <summary>Sentences that are true of every offer.</summary>
[Properties(Arbitrary = [typeof(Offers)], MaxTest = 60)]
public class OfferLaws
{
    private static readonly PlanYear[] Calendar = [.. Enumerable.Range(2026, 4).Select(PlanYear.Calendar)];

    [Property]
    public bool Parts_months_and_years_add_up_to_the_whole(Offer offer)
    {
        OfferProjection at = offer.Project(Calendar);
        return at.InAll.Total == at.Years.Aggregate(Amount.Zero(Currency.Usd), (sum, year) => sum + year.Pay.Total)
            && at.InAll.Total == at.Months.Aggregate(Amount.Zero(Currency.Usd), (sum, month) => sum + month.Pay.Total)
            && at.InAll.Equals(at.Years.Aggregate(new Breakdown<OfferPart>(Currency.Usd), (sum, year) => sum + year.Pay))
            && at.Years.All(year => year.Pay.Rounded(1) is var printed && printed.Total.Value.IsInteger && (printed.Total.Value - year.Pay.Total.Value).Abs() <= Rational.Of(1, 2));
    }

    [Property]
    public bool At_target_the_incentive_is_the_target_incentive(Offer offer) => offer.Project(Calendar).Years.All(year =>
        // Each window is rounded by itself, by half a cent at most: one of the year to date, and four quarters.
        (year.Pay[OfferPart.Incentive].Value - offer.Participant.TermsFor(year.Year).TargetIncentive.Value).Abs() <= 0.025m);

    [Property]
    public bool More_attained_never_pays_less(Offer offer, bool high) =>
        offer.Project(Calendar, high ? 120.Percent : 80.Percent).InAll[OfferPart.Incentive] is var other
        && offer.Project(Calendar).InAll[OfferPart.Incentive] is var target && (high ? other >= target : other <= target);

    [Property]
    public bool Other_fiscal_years_cost_the_same_in_all(Offer offer)
    {
        // What is not told by plan year does not depend on how years are cut: both cover 2026 to 2029.
        OfferProjection at = offer.Project(Calendar);
        PlanYear[] fiscal = [.. Enumerable.Range(2025, 5).Select(year => PlanYear.Starting(new(year, 7, 1)))];
        (LocalDate, Amount)[] expense = [.. Enumerable.Range(0, 48).Select(month => (new LocalDate(2026, 1, 1).PlusMonths(month), (Amount)month.Usd))];
        EmployerCost cost = at.Cost(expense), shifted = at.Cost(fiscal, expense);
        return cost.InAll.Equals(shifted.InAll)
            && cost.InAll[CostPart.CashCompensation] == at.InAll[OfferPart.Salary] + at.InAll[OfferPart.Incentive] + at.InAll[OfferPart.TopUp] + at.InAll[OfferPart.SignOn]
            && cost.InAll[CostPart.Retirement] == at.InAll[OfferPart.Retirement]
            && cost.Years.Aggregate(Amount.Zero(Currency.Usd), (sum, year) => sum + year.EquityVesting) == at.InAll[OfferPart.Equity];
    }

    [Property]
    public bool What_vests_is_worth_shares_times_price(Offer offer)
    {
        // At a flat price, refreshers as granted at it.
        Offer flat = offer.AtSharePrice(SharePricePath.Flat(50.Usd));
        Rational shares = flat.Tranches(new(2030, 1, 1)).Where(tranche => tranche.Vests < new LocalDate(2030, 1, 1)).Shares;
        return flat.Project(Calendar).InAll[OfferPart.Equity] == 50.Usd * shares;
    }

    [Property]
    public bool Two_offers_differ_by_the_opposite_the_other_way_round(Offer one, Offer other)
    {
        OfferProjection a = one.Project(Calendar), b = other.Project(Calendar);
        OfferComparison there = new(a, b), back = new(b, a);
        return there.Years.Zip(back.Years).All(pair => (pair.First.Difference + pair.Second.Difference).Equals(new Breakdown<OfferPart>(Currency.Usd)))
            && there.InAll.Difference.Equals(there.Years.Aggregate(new Breakdown<OfferPart>(Currency.Usd), (sum, year) => sum + year.Difference));
    }

    [Property]
    public bool Deferrals_keep_within_the_limit_of_each_calendar_year(Offer offer) => offer.Project(Calendar).Months.GroupBy(month => month.LastDay.Year)
        .All(year => offer.Limits.At(new(year.Key, 1, 1)).Deferral is not { } limit || year.Sum(month => month.Deferral.Value) <= limit.Value);

    public static class Offers
    {
        private static readonly Gen<Offer> OfferGen =
            from days in Gen.OneOf(Gen.Choose(0, 700), Gen.Elements(0, 31, 181, 789))
            from salary in Gen.Choose(0, 300_000)
            from target in Gen.Choose(1, 200_000)
            from raise in Gen.Elements(0, 10_000)
            from frequency in Gen.Elements(Frequency.Monthly, Frequency.Quarterly)
            from ramp in Gen.Elements(Ramp.None, Ramp.Of(25.Percent, 50.Percent), Ramp.Of(0, 50.Percent).PayingTargetWithoutQuota())
            from signOn in Gen.Choose(0, 50_000)
            from shares in Gen.Choose(1, 5_000)
            from refresher in Gen.Choose(1, 60_000)
            from deferral in Gen.Choose(0, 100)
            from funding in Gen.Elements(Enum.GetValues<MatchFunding>())
            from benefit in Gen.Choose(0, 20_000)
            select Of(new LocalDate(2026, 1, 1).PlusDays(days), salary, target, raise, frequency, ramp)
                .WithSignOn(SignOnBonus.Of((0, (signOn + 1).Usd), (12, (signOn + 7).Usd)))
                .WithEquity(SharePricePath.Growing(80.Usd, new(2026, 1, 1), 12.Percent), [new Grant("G", new LocalDate(2026, 1, 1).PlusDays(days + 30), shares, VestingSchedule.Monthly(36, cliff: 12))], Refresher.EachYear(refresher.Usd, VestingSchedule.Quarterly(8)))
                .WithMatch(RetirementMatch.OfPay((3.Percent, 100.Percent), (5.Percent, 50.Percent)).Funded(funding), Deferral.OfPay(deferral.Percent), new RetirementLimits(24_500.Usd, 360_000.Usd, 72_000.Usd))
                .WithBenefits(Benefit.Of("b", benefit.Usd).Growing(3.Percent));

        public static Arbitrary<Offer> All() => OfferGen.ToArbitrary();

        private static Offer Of(LocalDate start, int salary, int target, int raise, Frequency frequency, Ramp ramp)
        {
            var plan = new CompensationPlan("p", new OnTargetEarnings(salary.Usd, target.Usd),
                Component.Of(Measure.Bookings, 70.Percent, PayoutCurve.Linear.Accelerate(above: 1, multiplier: 2)).ToDate(frequency),
                Component.Of(Measure.Adoption, 30.Percent, PayoutCurve.Linear.WithThreshold(50.Percent)).Each(Frequency.Quarterly));
            Participant rep = new Participant("R1", plan.WithRamp(ramp), new Quota(Measure.Bookings, 1_000_003.Usd), new Quota(Measure.Adoption, 77)).HiredOn(start);
            return new("O", raise == 0 ? rep : rep.EarningFrom(start.PlusDays(400), new((salary + raise).Usd, target.Usd)));
        }
    }
}
