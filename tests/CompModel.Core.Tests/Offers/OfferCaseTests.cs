using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CompModel.Tests.Equity;
using NodaTime;

namespace CompModel.Tests.Offers;

/// <summary>Matches and vesting values that others worked out, from Cases/equity.json; each names its source.</summary>
public partial class OfferCaseTests
{
    public static TheoryData<VestingCase> Cases =>
        [.. VestingCase.In("equity.json").Where(item => item.Kind.StartsWith("match_", StringComparison.Ordinal) || item.Kind is "rsu_value_by_year" or "refresher_stack_value")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_agrees_with_its_source(VestingCase item)
    {
        switch (item.Kind)
        {
            case "match_rate":
                Assert.Equal(Number(item.Expected), MatchOf(item).RateFor(Number(item.Inputs.GetProperty("deferral_pct"))));
                break;
            case "match_amount":
                AssertYear(item, MatchOf(item).Over([MoneyOf(item, "pay", "salary", "period_pay")], DeferralOf(item), LimitsOf(item)));
                break;
            case "match_per_period":
                AssertYear(item, MatchOf(item).Over([.. Enumerable.Repeat<Amount>(MoneyOf(item, "monthly_pay"), 12)], DeferralOf(item), LimitsOf(item)));
                break;
            case "match_trueup":
                Assert.Equal(
                    new Money(item.Expected.GetProperty("true_up").GetDecimal(), Currency.Usd),
                    MatchOf(item).TrueUp(MoneyOf(item, "annual_pay"), MoneyOf(item, "deferral"), MoneyOf(item, "match_received"), LimitsOf(item)));
                break;
            case "rsu_value_by_year":
                AssertValues(item);
                break;
            default:
                AssertStack(item);
                break;
        }
    }

    [Fact]
    public void The_cases_are_there() => Assert.Equal(14, Cases.Count);

    // Tiers as lists of (up to, rate); as one rate up to a part of salary; in words; K401-12 states none, and its figures, 1,200 for 5 % of 30,000, are those of 100 % of the
    // first 3 % and 50 % of the next 2 %, which its page describes.
    private static RetirementMatch MatchOf(VestingCase item)
    {
        if (item.Has("tiers"))
            return RetirementMatch.OfPay(item.Inputs.GetProperty("tiers").EnumerateArray().Select(tier => (Number(tier[0]), Number(tier[1]))));
        if (item.Has("match_rate"))
            return RetirementMatch.OfPay((Percent(item.Inputs.GetProperty("match_base_cap").GetString()!), Number(item.Inputs.GetProperty("match_rate"))));
        return item.Has("match") && Words().Match(item.Inputs.GetProperty("match").GetString()!) is { Success: true } words
            ? RetirementMatch.OfPay((Percent(words.Groups[2].Value), Percent(words.Groups[1].Value)))
            : RetirementMatch.OfPay((3.Percent, 100.Percent), (5.Percent, 50.Percent));
    }

    private static Deferral DeferralOf(VestingCase item) => item.Has("deferral_pct")
        ? Deferral.OfPay(Number(item.Inputs.GetProperty("deferral_pct")))
        : Deferral.EachPeriod(MoneyOf(item, "deferral"));

    private static RetirementLimits LimitsOf(VestingCase item) => item.Has("deferral_cap") || item.Has("deferral_limit")
        ? new(deferral: MoneyOf(item, "deferral_cap", "deferral_limit"))
        : RetirementLimits.None;

    private static Money MoneyOf(VestingCase item, params string[] names) => new(item.Inputs.GetProperty(names.First(item.Has)).GetDecimal(), Currency.Usd);

    private static void AssertYear(VestingCase item, RetirementYear year)
    {
        var expected = item.Expected.ValueKind == JsonValueKind.Object
            ? item.Expected.EnumerateObject().Select(part => (part.Name, part.Value.GetDecimal()))
            : [("match", item.Expected.GetDecimal())];
        foreach ((string name, decimal amount) in expected)
        {
            Money found = name switch
            {
                "deferral" => year.Deferral,
                "match" or "match_received" => year.Match,
                "match_lost_vs_annual" => year.Lost,
                "total" => year.Total,
                _ => throw new InvalidOperationException($"{item.Id} expects {name}, which is not known here."),
            };
            Assert.Equal(amount, found.Value);
        }
    }

    // The window is (start, start + 12 months]: the twelfth tranche vests on the anniversary, and counts at the price that steps on it. 11 × 25 × 100 + 25 × 110 = 30,250.
    private static void AssertValues(VestingCase item)
    {
        LocalDate start = item.Date("vesting_start");
        var grant = new Grant(item.Id, start, item.Int("quantity"), VestingSchedule.EveryMonths(item.Int("every_months"), item.Int("occurrences")));
        SharePricePath price = SharePricePath.Growing(MoneyOf(item, "start_price"), start, [.. item.Inputs.GetProperty("yoy_growth").EnumerateArray().Select(Number)]);
        foreach (JsonProperty year in item.Expected.EnumerateObject())
        {
            int n = int.Parse(year.Name["year".Length..], CultureInfo.InvariantCulture);
            var window = new DateRange(start.PlusYears(n - 1).PlusDays(1), start.PlusYears(n).PlusDays(1));
            Assert.Equal(new Money(year.Value.GetDecimal(), Currency.Usd), price.ValueOf(grant.Tranches(), window));
        }
    }

    // Parts of units, which no grant here delivers: exact portions of the schedules, at the price; the source rounds to the dollar.
    private static void AssertStack(VestingCase item)
    {
        Rational price = Number(item.Inputs.GetProperty("price"));
        var stacked = item.Inputs.GetProperty("grants").EnumerateArray().SelectMany(grant =>
        {
            int every = grant.GetProperty("every_months").GetInt32();
            VestingSchedule schedule = VestingSchedule.EveryMonths(every, grant.GetProperty("years").GetInt32() * 12 / every);
            return schedule.DatesFrom(VestingCase.DateOf(grant.GetProperty("start"))).Zip(
                ShareAllocation.Fractional.Split(grant.GetProperty("units").GetInt64(), [.. schedule.Installments.Select(part => part.Portion)]));
        }).ToArray();
        Assert.Equal(
            item.Expected.EnumerateArray().Select(value => (decimal)value.GetInt32()),
            item.Inputs.GetProperty("dates").EnumerateArray().Select(date => stacked.Where(part => part.First == VestingCase.DateOf(date))
                .Aggregate(Amount.Zero(Currency.Usd), (sum, part) => sum + new Amount(part.Second * price, Currency.Usd)).Round(Rounding.ToWholeUnit).Value));
    }

    private static Rational Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? decimal.Parse(value.GetString()!, CultureInfo.InvariantCulture) : value.GetDecimal();

    private static Rational Percent(string text) => decimal.Parse(text.Split('%')[0], CultureInfo.InvariantCulture).Percent;

    [GeneratedRegex(@"^([\d.]+)% to ([\d.]+)%")]
    private static partial Regex Words();
}
