using System.Globalization;

namespace CompModel.Files;

/// <summary><c>retirement</c>: what the person would defer, what the employer adds, and the limits of the law.</summary>
internal sealed class RetirementReader(KeyReader offer, Currency currency, LawYears law)
{
    private static readonly string[] Keys =
        ["deferral", "match", "most_of_pay", "most_a_year", "nonelective", "funding", "eligible_pay", "birth_year", "limits"];

    private static readonly string[] LimitKeys = ["year", "deferral", "compensation", "additions", "catch_up_from_50", "catch_up_60_to_63"];

    /// <summary>What it adds to an offer; null, reported, where it is refused.</summary>
    public Func<Offer, Offer>? Read()
    {
        if (offer.Find("retirement") is not { } node)
            return same => same;
        if (KeyReader.Of(node, "retirement", Keys) is not { } keys)
            return null;
        Deferral? deferral = keys.RequireField("deferral", "what the person would defer: 10 % of pay, or money a month") is { } elected ? ReadDeferral(elected) : null;
        RetirementMatch? match = ReadMatch(keys);
        EligiblePay? pay = keys.Find("eligible_pay") is null
            ? EligiblePay.SalaryAndIncentive
            : keys.FindField("eligible_pay")?.OneOf(("salary_and_incentive", EligiblePay.SalaryAndIncentive), ("salary", EligiblePay.Salary), ("all_cash", EligiblePay.AllCash));
        long? born = keys.Find("birth_year") is null ? 0 : keys.FindField("birth_year")?.Whole(1900, 2199);
        EffectiveDated<RetirementLimits>? limits = ReadLimits(keys);
        if (deferral is null || match is null || pay is null || born is null || limits is null)
            return null;
        return its =>
        {
            Offer with = its.WithMatch(match, deferral, limits).MatchingOn(pay.Value);
            return born > 0 ? with.BornIn((int)born.Value) : with;
        };
    }

    private Deferral? ReadDeferral(Field field) => field.Text.EndsWith('%')
        ? field.ShareOrNone() is { } share ? Deferral.OfPay(share) : null
        : field.MoneyAtLeastZero(currency) is { } money ? Deferral.EachPeriod(money) : null;

    private RetirementMatch? ReadMatch(KeyReader keys)
    {
        RetirementMatch? match = keys.Find("match") is { } tiers ? Tiers(tiers) : RetirementMatch.None;
        Rational? ofPay = keys.FindField("most_of_pay")?.Share(), nonelective = keys.FindField("nonelective")?.ShareOrNone();
        Money? aYear = keys.FindField("most_a_year")?.MoneyAtLeastZero(currency);
        MatchFunding? funding = keys.Find("funding") is null
            ? MatchFunding.EachPeriod
            : keys.FindField("funding")?.OneOf(("each_period", MatchFunding.EachPeriod), ("trued_up", MatchFunding.TruedUp));
        if (match is null || funding is null || (ofPay is null && keys.Has("most_of_pay")) || (nonelective is null && keys.Has("nonelective")) || (aYear is null && keys.Has("most_a_year")))
            return null;
        return keys.Node.Build(() =>
        {
            RetirementMatch whole = match.Funded(funding.Value).WithNonelective(nonelective ?? Rational.Zero);
            whole = ofPay is { } part ? whole.CappedAt(part) : whole;
            return aYear is { } most ? whole.CappedAt(most) : whole;
        });
    }

    // Bounds in percent of pay, or in money of a year; the first says which.
    private RetirementMatch? Tiers(YamlNode list)
    {
        bool? ofPay = null;
        if (list.Each("match", Tier) is not { } tiers)
            return null;
        return list.Build(() => ofPay == false
            ? RetirementMatch.OfDeferrals(tiers.Select(tier => (new Money(tier.Money, currency), tier.Rate)))
            : RetirementMatch.OfPay(tiers.Select(tier => (tier.UpTo, tier.Rate))));

        (Rational UpTo, decimal Money, Rational Rate)? Tier(YamlNode node)
        {
            if (KeyReader.Of(node, "a tier", ["up_to", "rate"]) is not { } keys)
                return null;
            Field? upTo = keys.RequireField("up_to", "what is deferred up to there: 6 % of pay, or money a year");
            Rational? rate = keys.RequireField("rate", "the percentage of it that is matched, such as 50 %")?.Percent();
            if (upTo is not { } field || rate is null)
                return null;
            bool percent = field.Text.EndsWith('%');
            ofPay ??= percent;
            if (ofPay != percent)
            {
                field.Report(DiagnosticCode.Percent, field.Found, $"{(ofPay.Value ? "a percentage of pay such as 6 %" : "money of a year such as 9000")}, as in the tier before", "all tiers are in percent of pay, or all in money");
                return null;
            }
            if (percent)
                return field.Share() is { } share ? (share, 0, rate.Value) : null;
            return field.MoneyAtLeastZero(currency) is { } money ? (Rational.Zero, money.Value, rate.Value) : null;
        }
    }

    private EffectiveDated<RetirementLimits>? ReadLimits(KeyReader keys)
    {
        YamlNode? stated = keys.Find("limits");
        if (stated is YamlNode.Sequence list)
            return Own(list);
        bool? federal = stated is null ? currency == Currency.Usd : stated.Field("limits")?.OneOf(("us", true), ("none", false));
        if (federal is null)
            return null;
        if (federal == false)
            return new(RetirementLimits.None);
        if (currency == Currency.Usd)
            return law.Over(stated ?? keys.Node, "limits of 401(k) plans", year => PayrollLimits.UnitedStates.Has(PayrollLimit.ElectiveDeferral, year), year => RetirementLimits.Of(PayrollLimits.UnitedStates, year));
        stated!.Source.Report(stated.Start, DiagnosticCode.Currency, $"limits is 'us', and the offer is in {currency}", "none, or a list of limits in the currency of the offer", "");
        return null;
    }

    private EffectiveDated<RetirementLimits>? Own(YamlNode.Sequence list)
    {
        if (list.Each("limits", Limits) is not { } own)
            return null;
        if (own.GroupBy(one => one.Year).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            list.Source.Report(list.Start, DiagnosticCode.KeyDuplicate, string.Create(CultureInfo.InvariantCulture, $"limits of {twice.Key} are there twice"), "each year once", "");
            return null;
        }
        var known = own.ToDictionary(one => one.Year, one => one.Limits);
        return law.Over(list, "limits of 401(k) plans", known.ContainsKey, year => known[year]);
    }

    private (int Year, RetirementLimits Limits)? Limits(YamlNode node)
    {
        if (KeyReader.Of(node, "limits", LimitKeys) is not { } keys)
            return null;
        long? year = keys.RequireField("year", "the calendar year")?.Whole(1900, 2199);
        Money?[] limits = [.. LimitKeys[1..].Select(key => keys.FindField(key)?.MoneyAtLeastZero(currency))];
        if (year is null || LimitKeys[1..].Zip(limits).Any(limit => limit.Second is null && keys.Has(limit.First)))
            return null;
        if (limits[3] is null && limits[4] is not null)
        {
            keys.Refuse(["catch_up_60_to_63"], "without catch_up_from_50", "both, or catch_up_from_50 alone", "");
            return null;
        }
        var plain = new RetirementLimits(limits[0], limits[1], limits[2]);
        return ((int)year.Value, limits[3] is { } from50 ? plain.WithCatchUp(from50, limits[4]) : plain);
    }
}
