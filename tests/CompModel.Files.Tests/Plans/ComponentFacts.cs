using NodaTime;

namespace CompModel.Tests;

public sealed class ComponentFacts
{
    private static readonly Measure Margin = Measure.OfMoney("margin"), Logos = Measure.OfUnits("logos"), Csat = Measure.OfScore("csat");
    private static readonly RateTable Five = RateTable.Marginal((0, 5.Percent));

    [Fact]
    public void A_component_is_worth_a_weight_a_share_of_salary_or_money()
    {
        Same(Component.Of(Measure.Bookings, 100.Percent, PayoutCurve.Linear), "{ measure: bookings, weight: 100 %, pays: annual, curve: linear }");
        Same(Component.OfSalary(Measure.Bookings, 10.Percent, PayoutCurve.Linear), "{ measure: bookings, of_salary: 10 %, pays: annual, curve: linear }");
        Same(Component.OfMoney(Logos, 12_000.Usd, PayoutCurve.Linear), "{ measure: logos, worth: 12000, pays: annual, curve: linear }");
    }

    [Theory]
    [InlineData("basis: to_date", Recovery.Full, Yardstick.QuotaToDate)]
    [InlineData("basis: to_date, recovery: carried", Recovery.Carried, Yardstick.QuotaToDate)]
    [InlineData("basis: to_date, recovery: none, against: full_quota", Recovery.None, Yardstick.FullQuota)]
    [InlineData("basis: to_date, recovery: full, against: quota_to_date", Recovery.Full, Yardstick.QuotaToDate)]
    public void A_year_to_date_says_its_recovery_and_what_it_is_held_against(string basis, Recovery recovery, Yardstick against) =>
        Same(
            Component.Of(Measure.Bookings, 100.Percent, PayoutCurve.Linear).ToDate(Frequency.Quarterly, recovery, against),
            $"{{ measure: bookings, weight: 100 %, pays: quarterly, {basis}, curve: linear }}");

    [Fact]
    public void Periods_and_deals_stand_alone_or_are_reconciled()
    {
        Same(Component.Of(Measure.Bookings, 100.Percent, PayoutCurve.Linear).Each(Frequency.Monthly), "{ measure: bookings, weight: 100 %, pays: monthly, basis: each_period, curve: linear }");
        Same(Component.Commission(Measure.Bookings, Five).EachDeal(Frequency.Monthly), "{ measure: bookings, pays: monthly, basis: each_deal, commission: { marginal: [{ from: 0, rate: 5 % }] } }");
        Same(
            Component.Of(Measure.Bookings, 100.Percent, PayoutCurve.Linear).Reconciled(Frequency.Quarterly, 110.Percent),
            "{ measure: bookings, weight: 100 %, pays: quarterly, basis: reconciled, limit: 110 %, curve: linear }");
    }

    [Fact]
    public void Credits_are_own_of_a_team_or_of_a_territory()
    {
        Same(Component.Of(Measure.Bookings, 100.Percent, PayoutCurve.Linear).OfTerritory(), "{ measure: bookings, of: territory, weight: 100 %, pays: annual, curve: linear }");
        Same(
            Component.Commission(Measure.Bookings, Five).PositionedBy(CreditScope.Team),
            "{ measure: bookings, position_by: team, pays: annual, commission: { marginal: [{ from: 0, rate: 5 % }] } }");
        Same(
            Component.Commission(Logos, Five).PositionedBy(CreditScope.Territory).PayingOn(Margin),
            "{ measure: logos, position_by: territory, pays_on: margin, pays: annual, commission: { marginal: [{ from: 0, rate: 5 % }] } }");
    }

    [Fact]
    public void What_it_pays_on_says_whether_rates_are_percentages() =>
        Written.Refused("{ measure: logos, pays_on: margin, pays: annual, commission: { marginal: [{ from: 0, rate: ^250 }] } }", "E_PERCENT");

    [Fact]
    public void An_objective_is_a_score_that_pays_at_most_what_it_is_worth()
    {
        Same(Component.Objective("references", 100.Percent), "{ objective: references, weight: 100 %, pays: annual }");
        Same(Component.Objective("references", 100.Percent).Each(Frequency.Quarterly), "{ objective: references, weight: 100 %, pays: quarterly }");
    }

    [Fact]
    public void What_stands_above_an_objective_may_ask_about_it() => Same(
        Component.Of(Measure.Bookings, 100.Percent, PayoutCurve.Linear).OnlyIf(Condition.AttainmentAtLeast(Measure.OfScore("references"), 1)),
        "{ measure: bookings, weight: 100 %, pays: annual, curve: linear, only_if: { measure: references, attainment: 100 % } }\n      - { objective: references, worth: 1, pays: annual }",
        components: 2);

    [Fact]
    public void A_spiff_pays_a_rate_in_some_weeks_up_to_a_cap()
    {
        var days = new DateRange(new LocalDate(2026, 3, 1), new LocalDate(2026, 4, 1));
        Same(
            Component.Spiff("March", Measure.Bookings, 2.Percent, days).AtMost(5_000.Usd),
            "{ spiff: March, measure: bookings, rate: 2 %, from: 2026-03-01, to: 2026-03-31, pays: annual, cap: 5000 }");
        Same(
            Component.Spiff("March", Logos, 250, days).Each(Frequency.Quarterly),
            "{ spiff: March, measure: logos, rate: 250, from: 2026-03-01, to: 2026-03-31, pays: quarterly }");
    }

    [Fact]
    public void Credits_may_be_those_of_some_days() => Same(
        Component.Of(Measure.Bookings, 100.Percent, PayoutCurve.Linear).During(new(new LocalDate(2026, 4, 1), LocalDate.MaxIsoValue)),
        "{ measure: bookings, weight: 100 %, pays: annual, from: 2026-04-01, curve: linear }");

    [Fact]
    public void A_result_stays_between_floor_and_cap() => Same(
        Component.Of(Measure.Bookings, 100.Percent, PayoutCurve.Linear).AtMost(90_000.Usd).AtLeast(1_000.Usd),
        "{ measure: bookings, weight: 100 %, pays: annual, curve: linear, cap: 90000, floor: 1000 }");

    [Theory]
    [InlineData("{ measure: bookings, weight: 100 %, of_salary: ^10 %, pays: annual, curve: linear }", "E_KEY_CONFLICT")]
    [InlineData("^{ measure: bookings, pays: annual, curve: linear }", "E_KEY_MISSING")]
    [InlineData("{ measure: bookings, worth: ^12.345, pays: annual, curve: linear }", "E_MONEY_SCALE")]
    [InlineData("^{ measure: bookings, worth: 0, pays: annual, curve: linear }", "E_DEFINITION")]
    [InlineData("^{ measure: bookings, of_salary: 20, pays: annual, curve: linear }", "E_DEFINITION")]
    [InlineData("{ measure: bookings, weight: 100 %, pays: quarterly, basis: ^monthly, curve: linear }", "E_VALUE")]
    [InlineData("{ measure: bookings, weight: 100 %, pays: quarterly, basis: each_period, against: ^full_quota, curve: linear }", "E_KEY_CONFLICT")]
    [InlineData("{ measure: bookings, weight: 100 %, pays: quarterly, basis: to_date, limit: ^100 %, curve: linear }", "E_KEY_CONFLICT")]
    [InlineData("^{ measure: bookings, weight: 100 %, pays: quarterly, basis: reconciled, curve: linear }", "E_KEY_MISSING")]
    [InlineData("{ measure: bookings, weight: 100 %, pays: quarterly, basis: reconciled, limit: ^100, curve: linear }", "E_PERCENT")]
    [InlineData("^{ measure: bookings, weight: 100 %, pays: quarterly, basis: each_deal, curve: linear }", "E_DEFINITION")]
    [InlineData("^{ measure: csat, weight: 100 %, pays: quarterly, basis: to_date, curve: linear }", "E_DEFINITION")]
    [InlineData("{ measure: bookings, of: ^all, weight: 100 %, pays: annual, curve: linear }", "E_VALUE")]
    [InlineData("{ measure: bookings, of: ^team, position_by: team, pays: annual, commission: { marginal: [{ from: 0, rate: 5 % }] } }", "E_KEY_CONFLICT")]
    [InlineData("^{ measure: bookings, position_by: team, weight: 100 %, pays: annual, curve: linear }", "E_DEFINITION")]
    [InlineData("{ measure: bookings, pays_on: ^margn, pays: annual, commission: { marginal: [{ from: 0, rate: 5 % }] } }", "E_UNKNOWN_MEASURE")]
    [InlineData("{ objective: references, curve: ^linear, weight: 100 %, pays: annual }", "E_KEY_CONFLICT")]
    [InlineData("{ objective: ^margin, weight: 100 %, pays: annual }", "E_KEY_CONFLICT")]
    [InlineData("{ objective: ^[a], weight: 100 %, pays: annual }", "E_TYPE")]
    [InlineData("{ objective: references, measure: ^bookings, weight: 100 %, pays: annual }", "E_KEY_CONFLICT")]
    [InlineData("^{ spiff: March, measure: bookings, rate: 2 %, pays: annual }", "E_KEY_MISSING E_KEY_MISSING(10,9)")]
    [InlineData("{ spiff: March, measure: bookings, rate: ^2, from: 2026-03-01, to: 2026-03-31, pays: annual }", "E_PERCENT")]
    [InlineData("{ spiff: March, measure: bookings, rate: 2 %, from: 2026-03-01, to: ^2026-02-28, pays: annual }", "E_DATE_ORDER")]
    [InlineData("{ spiff: March, measure: bookings, rate: 2 %, from: ^1.3.2026, to: 2026-03-31, pays: annual }", "E_DATE")]
    [InlineData("{ measure: bookings, rate: ^2 %, weight: 100 %, pays: annual, curve: linear }", "E_KEY_CONFLICT")]
    [InlineData("{ measure: bookings, weight: 100 %, pays: annual, curve: linear, cap: ^0 }", "E_DEFINITION")]
    [InlineData("{ measure: bookings, weight: 100 %, pays: annual, curve: linear, cap: 100, floor: ^101 }", "E_DEFINITION")]
    [InlineData("{ measure: bookings, weight: 100 %, pays: annual, curve: linear, cap: ^100 % }", "E_NUMBER")]
    public void What_contradicts_itself_is_refused_where_it_stands(string component, string codes) => Written.Refused(component, codes);

    private static void Same(Component expected, string text, int components = 1)
    {
        CompModel.Files.PlanFile? file = Written.Read(Written.File(text), out CompModel.Files.DiagnosticLog log);
        Assert.Empty(log.Diagnostics);
        Assert.Equal(components, file!.Plans["ae"].Components.Count);
        Assert.Equal(expected, file.Plans["ae"].Components[0]);
    }
}
