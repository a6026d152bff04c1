using FsCheck;
using FsCheck.Fluent;

namespace CompModel.Tests.Offers;

/// <summary>A match, pay periods, an election and the law's limits.</summary>
public sealed record MatchCase(RetirementMatch Match, Amount[] Pay, Deferral Deferral, RetirementLimits Limits, int Age)
{
    public RetirementYear Year => Match.Over(Pay, Deferral, Limits, Age);

    public RetirementYear Whole => Match.Over([Pay.Aggregate((sum, pay) => sum + pay)], Deferral, Limits, Age);

    public override string ToString() => $"{Match} | {string.Join(", ", Pay)} | {Deferral} | {Limits} | {Age}";
}

/// <summary>Valid matches and sign-on bonuses, leaning towards limits that are just reached, months without pay, and elections of nothing and everything.</summary>
public static class OfferGenerators
{
    private static readonly Gen<Rational> PercentGen = Gen.Choose(0, 200).Select(halves => (Rational)halves / 200);

    private static readonly Gen<Rational> DeferralGen = Gen.OneOf(PercentGen, Gen.Choose(0, 20).Select(percent => percent.Percent), Gen.Elements((Rational)0, 1, 3.Percent, 5.Percent));

    // Rates that fall, as safe harbours ask, so that the match is concave.
    private static readonly Gen<RetirementMatch> TiersGen =
        from count in Gen.Choose(1, 3)
        from widths in Gen.Choose(1, 8).ListOf(count)
        from rates in Gen.Choose(0, 200).ListOf(count)
        select RetirementMatch.OfPay(widths.Select((_, i) => (widths.Take(i + 1).Sum().Percent, rates.OrderDescending().ElementAt(i).Percent)));

    private static readonly Gen<RetirementMatch> MatchGen =
        from tiers in TiersGen
        from most in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(0, 20_000).Select(amount => (int?)amount))
        from part in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(0, 10).Select(percent => (int?)percent))
        from nonelective in Gen.Elements(0, 0, 3, 10)
        from funding in Gen.Elements(MatchFunding.EachPeriod, MatchFunding.TruedUp)
        select Capped(tiers, most, part).WithNonelective(nonelective.Percent).Funded(funding);

    private static readonly Gen<RetirementLimits> LimitsGen = Gen.OneOf(
        Gen.Constant(RetirementLimits.None),
        from deferral in Gen.Elements(0, 6_000, 16_500, 24_500)
        from compensation in Gen.Elements(50_000, 360_000)
        from additions in Gen.Elements(10_000, 72_000, 1_000_000)
        from catchUp in Gen.Elements(0, 8_000)
        select new RetirementLimits(deferral.Usd, compensation.Usd, additions.Usd).WithCatchUp(catchUp.Usd, (catchUp + 3_250).Usd));

    private static readonly Gen<MatchCase> CaseGen =
        from match in MatchGen
        from periods in Gen.Choose(1, 26)
        from pay in Gen.OneOf(Gen.Choose(0, 4_000_000), Gen.Constant(0), Gen.Constant(1_000_000)).ListOf(periods)
        from divisor in Gen.Elements(100, 100, 300)
        from fraction in DeferralGen
        from money in Gen.Choose(0, 3_000)
        from isMoney in Gen.Elements(false, false, true)
        from limits in LimitsGen
        from age in Gen.Elements(0, 49, 50, 60, 64)
        select new MatchCase(match, [.. pay.Select(cents => new Amount((Rational)cents / divisor, Currency.Usd))], isMoney ? Deferral.EachPeriod(money.Usd) : Deferral.OfPay(fraction), limits, age);

    private static readonly Gen<Repayment> RepaymentGen = Gen.OneOf(
        Gen.Constant(Repayment.None),
        from months in Gen.Choose(1, 36)
        from share in Gen.Elements(Enum.GetValues<RepaymentShare>())
        from term in Gen.Elements(Enum.GetValues<RepaymentTerm>())
        select Repayment.Within(months, share, term));

    private static readonly Gen<SignOnBonus> SignOnGen =
        from count in Gen.Choose(1, 4)
        from steps in Gen.Choose(1, 12).ListOf(count)
        from first in Gen.Choose(0, 3)
        from amounts in Gen.Choose(1, 5_000_000).ListOf(count)
        from repayment in RepaymentGen
        select SignOnBonus.Of(steps.Select((_, i) => (first + steps.Take(i).Sum(), (amounts[i] / 100m).Usd))).RepaidBy(repayment);

    public static Arbitrary<MatchCase> MatchCases() => CaseGen.ToArbitrary();

    public static Arbitrary<SignOnBonus> SignOns() => SignOnGen.ToArbitrary();

    public static Arbitrary<Rational> Fractions() => DeferralGen.ToArbitrary();

    private static RetirementMatch Capped(RetirementMatch match, int? most, int? part)
    {
        RetirementMatch capped = most is { } money ? match.CappedAt(money.Usd) : match;
        return part is { } percent ? capped.CappedAt(percent.Percent) : capped;
    }
}
