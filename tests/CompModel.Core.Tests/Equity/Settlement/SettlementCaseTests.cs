using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace CompModel.Tests.Equity;

/// <summary>Conversions, taxes and settlements that others worked out, from Cases/; each names its source. All are to the cent or the share: no tolerance, but the source's own decimals.</summary>
public class SettlementCaseTests
{
    private static readonly LocalDate PaidOn = new(2026, 3, 2);

    private static readonly string[] Kinds = ["grant_conversion", "sell_to_cover", "withholding", "net_settlement", "rsu_sell_to_cover"];

    public static TheoryData<VestingCase> Cases => [.. All];

    private static IEnumerable<VestingCase> All => VestingCase.In("equity.json").Concat(VestingCase.In("sell-to-cover.json")).Where(item => Kinds.Contains(item.Kind));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_agrees_with_its_source(VestingCase item)
    {
        Dictionary<string, Rational> results = item.Kind switch
        {
            "grant_conversion" => Conversion(item),
            "withholding" => Withholding(item),
            _ => Settled(item),
        };
        Assert.All(item.Expected.EnumerateObject(), expected =>
        {
            string text = expected.Value.ValueKind == JsonValueKind.String ? expected.Value.GetString()! : expected.Value.GetRawText();
            decimal stated = decimal.Parse(text, CultureInfo.InvariantCulture);
            // The source's own rounding, where its name says one or a percentage shows it.
            decimal? unit = expected.Name switch { "units_2dp" or "sold_2dp" or "net_2dp" => 0.01m, "effective_pct" => 0.1m, _ => null };
            Rational result = results[expected.Name];
            Assert.Equal(stated, unit is null ? result : (Rational)new Amount(result, Currency.None).Round(new Rounding(unit)).Value);
        });
    }

    [Fact]
    public void Every_kind_has_its_cases() => Assert.Equal(Kinds.Order(), All.Select(item => item.Kind).Distinct().Order());

    private static Dictionary<string, Rational> Conversion(VestingCase item)
    {
        if (item.Has("target_value"))
            return new() { ["units_2dp"] = new TargetValue(Number(item, "target_value").Usd).UnitsAt(Number(item, "price").Usd) };
        decimal[] closes = [.. item.Inputs.GetProperty("last_10_closes").EnumerateArray().Select(close => close.GetDecimal())];
        ClosingPrices rising = On(closes), falling = On(closes.OrderDescending());
        Assert.Equal(rising.Average(closes.Length, PaidOn), falling.Average(closes.Length, PaidOn));
        return new() { ["average"] = rising.Average(closes.Length, PaidOn).Value, ["last"] = rising.On(PaidOn).Value };
    }

    // Closes of consecutive days, the last of them on the day of payment.
    private static ClosingPrices On(IEnumerable<decimal> closes)
    {
        decimal[] list = [.. closes];
        return new(list.Select((close, i) => (PaidOn.PlusDays(i + 1 - list.Length), close.Usd)));
    }

    private static Dictionary<string, Rational> Withholding(VestingCase item)
    {
        TaxList taxes = UnitedStatesTaxes.Withheld(PaidOn.Year);
        if (item.Has("state") || item.Has("state_rate"))
            taxes = taxes.With(Tax.Flat("State", Number(item, item.Has("state_rate") ? "state_rate" : "state")));
        // Sources state the rates of the year; ours are their equals.
        AssertRate(item, "federal", taxes[UnitedStatesTaxes.FederalIncome]);
        AssertRate(item, "federal_rate", taxes[UnitedStatesTaxes.FederalIncome]);
        AssertRate(item, "ss", taxes[UnitedStatesTaxes.SocialSecurity]);
        AssertRate(item, "medicare", taxes[UnitedStatesTaxes.Medicare]);
        VestValue? vest = item.Has("shares") ? new VestValue(Number(item, "shares"), Number(item, item.Has("price") ? "price" : "fmv").Usd).InUnitsOf((Rational)1 / 100) : null;
        Amount gross = vest?.Value ?? Number(item, "gross").Usd;
        WagesToDate toDate = new(PaidOn.Year, (item.Has("ytd_wages") ? Number(item, "ytd_wages") : 0m).Usd, 0.Usd);
        // This source shows each tax in whole dollars, and totals what stands behind them: 3,300 + 930 + 218 + 1,535 is 5,983, its total 5,982.
        bool wholeDollars = item.Expected.TryGetProperty("sold_2dp", out _);
        if (wholeDollars)
            taxes = taxes.RoundedTo(Rounding.ToWholeUnit);
        PaymentTaxes on = taxes.On(new WagePayment(PaidOn, gross, WageKind.Supplemental), toDate);
        Money total = wholeDollars ? on.Exact.Round(Rounding.ToWholeUnit) : on.Total;
        Dictionary<string, Rational> results = new()
        {
            ["gross"] = gross.Round(default).Value,
            ["federal"] = on[UnitedStatesTaxes.FederalIncome].Value,
            ["social_security"] = on[UnitedStatesTaxes.SocialSecurity].Value,
            ["medicare"] = on[UnitedStatesTaxes.Medicare].Value,
            ["total"] = total.Value,
            ["effective"] = on.Rate,
        };
        if (taxes.Taxes.Any(tax => tax.Name == "State"))
            results["state"] = on["State"].Value;
        if (vest is not null && item.Has("price"))
            (results["sold_2dp"], results["net_2dp"]) = vest.SellToCover(total) is var settled ? (settled.GivenUp, settled.Delivered) : default;
        return results;
    }

    private static Dictionary<string, Rational> Settled(VestingCase item)
    {
        VestValue vest = new(Number(item, "shares"), (item.Has("price") ? Number(item, "price") : 100m).Usd);
        Rational rate = Number(item, item.Has("withholding_rate") ? "withholding_rate" : "rate");
        Rounding rounding = item.Has("rule") && item.Inputs.GetProperty("rule").GetString()!.Contains("half_even", StringComparison.Ordinal) ? new(midpoint: Midpoint.ToEven) : default;
        Money tax = vest.TaxAt(rate, rounding);
        Settlement sold = vest.SellToCover(tax, item.Has("fee_per_share") ? SaleTerms.Free.WithFeePerShare(Number(item, "fee_per_share").Usd) : SaleTerms.Free);
        Settlement kept = vest.NetSharesAtRate(rate, rounding);
        return new()
        {
            ["gross"] = vest.Value.Value, ["gross_value"] = vest.Value.Value, ["tax"] = tax.Value,
            ["sold"] = sold.GivenUp, ["shares_sold"] = sold.GivenUp, ["proceeds"] = (sold.Proceeds - sold.Fees).Value, ["residual_cash"] = sold.Cash.Value,
            ["net_shares"] = sold.Delivered, ["net_value"] = sold.NetValue.Value, ["effective_pct"] = sold.GivenUpShare * 100,
            ["withheld"] = kept.GivenUp, ["net"] = kept.Delivered,
            ["net_settlement_shares_withheld"] = kept.GivenUp, ["net_settlement_cash_back"] = kept.Cash.Value,
        };
    }

    private static void AssertRate(VestingCase item, string name, Tax tax)
    {
        if (item.Has(name))
            Assert.Equal(Number(item, name), tax.Brackets[0].Rate);
    }

    private static decimal Number(VestingCase item, string name)
    {
        JsonElement value = item.Inputs.GetProperty(name);
        return value.ValueKind == JsonValueKind.String ? decimal.Parse(value.GetString()!, CultureInfo.InvariantCulture) : value.GetDecimal();
    }
}
