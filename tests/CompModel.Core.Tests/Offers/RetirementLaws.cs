using FsCheck.Xunit;

namespace CompModel.Tests.Offers;

/// <summary>Sentences that are true of every match.</summary>
[Properties(Arbitrary = [typeof(OfferGenerators)], MaxTest = 300)]
public class RetirementLaws
{
    [Property]
    public bool The_match_keeps_within_every_limit(MatchCase item)
    {
        RetirementYear year = item.Year;
        Money most = item.Limits.MostDeferred(item.Age) ?? year.Deferral;
        Money counted = item.Limits.Deferral is { } limit && limit < year.Deferral ? limit : year.Deferral;
        return year.Deferral <= most
            && (item.Match.MostAYear is not { } cap || year.Match <= cap)
            // Half a cent: the cap in percent is exact, the match rounded.
            && (item.Match.MostOfPay is not { } part || year.Match.Value <= part * Eligible(item) + HalfACent)
            && (item.Limits.Additions is not { } additions || counted + year.Match + year.Nonelective <= additions || (year.Match + year.Nonelective).Value == 0)
            && year.Periods.All(period => period.Deferral.Value >= 0 && period.Match.Value >= 0 && period.Nonelective.Value >= 0);
    }

    // The additions limit lets the match fall: what is deferred leaves the employer less room.
    [Property]
    public bool The_match_of_a_year_never_falls_with_a_higher_deferral(MatchCase item, Rational one, Rational other) =>
        WithRoom(item) is var roomy
        && (roomy with { Deferral = Deferral.OfPay(Rational.Min(one, other)) }).Whole.Match <= (roomy with { Deferral = Deferral.OfPay(Rational.Max(one, other)) }).Whole.Match;

    [Property]
    public bool The_rate_is_the_sum_over_tiers(MatchCase item, Rational deferral)
    {
        // In steps of a hundredth of a percent, each at the rate of the tier that it lies in.
        Rational step = Rational.Of(1, 10_000), sum = 0, d = 0;
        RetirementMatch match = item.Match;
        for (; d + step <= deferral; d += step)
            sum += Marginal(match, d) * step;
        sum += Marginal(match, d) * (deferral - d);
        return match.RateFor(deferral) == (match.MostOfPay is { } most ? Rational.Min(most, sum) : sum);
    }

    [Property]
    public bool Trued_up_the_periods_come_to_the_match_of_the_year(MatchCase item) =>
        WithRoom(item) with { Match = item.Match.Funded(MatchFunding.TruedUp) } is var trued
        && trued.Year is var year && year.Match == year.OfTheYear && year.Lost.Value == 0
        // In percent the year can be had in one; money a period is another election for another number of periods.
        && (trued.Deferral is Deferral.MoneyEachPeriod || year.Match == trued.Whole.Match);

    [Property]
    public bool Without_a_true_up_there_is_never_more(MatchCase item)
    {
        MatchCase each = WithRoom(item) with { Match = item.Match.Funded(MatchFunding.EachPeriod) }, trued = each with { Match = item.Match.Funded(MatchFunding.TruedUp) };
        return each.Year.Match <= trued.Year.Match && each.Year.Match + each.Year.Lost == trued.Year.Match && each.Year.Deferral == trued.Year.Deferral;
    }

    [Property]
    public bool Tiers_in_money_match_as_those_in_percent_do_at_the_same_pay(MatchCase item)
    {
        Rational pay = Rational.Of(Eligible(item).Floor() + 1, 1);
        RetirementMatch percent = RetirementMatch.OfPay((3.Percent, 100.Percent), (5.Percent, 50.Percent));
        RetirementMatch money = RetirementMatch.OfDeferrals((new(Decimal(pay * 3.Percent), Currency.Usd), 100.Percent), (new(Decimal(pay * 5.Percent), Currency.Usd), 50.Percent));
        // No compensation limit: tiers in money know of none.
        var limits = new RetirementLimits(item.Limits.Deferral, additions: item.Limits.Additions);
        Amount[] year = [new(pay, Currency.Usd)];
        return percent.Over(year, item.Deferral, limits).Match == money.Over(year, item.Deferral, limits).Match;
    }

    [Property]
    public bool Match_of_pay_is_the_match_of_the_year_before_rounding(MatchCase item, Rational deferral)
    {
        Rational pay = item.Pay.Aggregate((sum, each) => sum + each).Value;
        MatchOfPay line = item.Match.MatchOfPay(deferral, item.Limits, item.Age);
        Money match = (item with { Deferral = Deferral.OfPay(deferral) }).Whole.Match;
        // Half a cent for the match; half a cent more where what is deferred, rounded, takes the room that is left.
        return (line.At(pay) - match.Value).Abs() <= 2 * HalfACent;
    }

    [Property]
    public bool Match_of_pay_is_concave_and_never_falls_while_additions_have_room(MatchCase item, Rational deferral)
    {
        MatchOfPay line = item.Match.MatchOfPay(deferral, WithRoom(item).Limits, item.Age);
        return line.IsConcave && line.Slopes.All(slope => slope.Sign >= 0) && line.Knots[0] == (0, 0)
            && line.Knots.Zip(line.Knots.Skip(1)).All(pair => pair.First.Pay < pair.Second.Pay)
            && line.Slopes.Zip(line.Slopes.Skip(1)).All(pair => pair.First != pair.Second);
    }

    [Property]
    public bool The_year_is_the_sum_of_its_periods(MatchCase item) =>
        item.Year is var year && year.Total == year.Deferral + year.Received + year.TrueUp + year.Nonelective
        && year.Periods.Count == item.Pay.Length && year.Periods.Zip(item.Pay).All(pair => pair.First.Pay == pair.Second && pair.First.Deferral.Value <= pair.Second.Value + (2 * HalfACent));

    private static Rational HalfACent => Rational.Of(1, 200);

    private static Rational Eligible(MatchCase item) => item.Pay.Aggregate((sum, pay) => sum + pay).Value is var pay && item.Limits.Compensation is { } limit ? Rational.Min(pay, limit.Value) : pay;

    private static MatchCase WithRoom(MatchCase item) => item.Limits.CatchUpFrom50 is { } catchUp
        ? item with { Limits = new RetirementLimits(item.Limits.Deferral, item.Limits.Compensation).WithCatchUp(catchUp, item.Limits.CatchUpFrom60To63) }
        : item;

    private static Rational Marginal(RetirementMatch match, Rational at) => match.Tiers.FirstOrDefault(tier => at < tier.UpTo).Rate;

    private static decimal Decimal(Rational value) => (decimal)value.Numerator / (decimal)value.Denominator;
}
