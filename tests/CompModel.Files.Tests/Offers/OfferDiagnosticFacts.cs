using CompModel.Files;

namespace CompModel.Tests;

/// <summary>What an offer's file is refused for: one diagnostic a problem, where the caret stands.</summary>
public sealed class OfferDiagnosticFacts
{
    private const string Price = "share_price: { price: 100 }\n";

    [Theory]
    // The file.
    [InlineData("^nmae: Acme", "E_KEY_UNKNOWN")]
    [InlineData("name: ^''", "E_VALUE_MISSING")]
    [InlineData("currency: ^usd", "E_CURRENCY")]
    [InlineData("start: ^05.01.2026", "E_DATE")]
    [InlineData("years: ^0", "E_NUMBER_RANGE")]
    [InlineData("years: ^11", "E_NUMBER_RANGE")]
    [InlineData("fiscal_year_start: ^2026-02-01", "E_DATE_ORDER")]
    [InlineData("fiscal_year_start: ^2025-01-31", "E_DATE_ORDER")]
    [InlineData("limits_after: ^forever", "E_VALUE")]
    // Plan and pay.
    [InlineData("plan: ^ea", "E_UNKNOWN_PLAN")]
    [InlineData("plan: ^[ae]", "E_TYPE")]
    [InlineData("plan: { ^id: ae, base: 1, target_incentive: 1, components: [{ measure: bookings, weight: 100 %, pays: annual, curve: linear }] }", "E_KEY_UNKNOWN")]
    [InlineData("plan: { base: 1, target_incentive: 1, components: ^[{ measure: bookings, weight: 90 %, pays: annual, curve: linear }] }", "E_DEFINITION")]
    [InlineData("plan: { base: 1, target_incentive: 1, components: [{ measure: ^margin, weight: 100 %, pays: annual, curve: linear }] }", "E_UNKNOWN_MEASURE")]
    [InlineData("plan: ^{ base: 1, target_incentive: 0, components: [{ measure: bookings, pays: annual, commission: { marginal: [{ from: 0, rate: 5 % }] } }] }\nquotas: {}", "E_DEFINITION")]
    [InlineData("measures: ^{ margin: money }\nplan: ae", "E_KEY_CONFLICT")]
    [InlineData("currency: EUR\nplan: ^ae", "E_CURRENCY")]
    [InlineData("base: ^-1", "E_NUMBER_RANGE")]
    [InlineData("target_incentive: ^100,000", "E_NUMBER")]
    [InlineData("quotas: ^1500000", "E_TYPE")]
    [InlineData("quotas: ^{ adoption: 100 }", "E_QUOTA_MISSING")]
    [InlineData("quotas: { ^bokings: 1500000 }", "E_UNKNOWN_MEASURE")]
    [InlineData("quotas: { bookings: ^0 }", "E_NUMBER_RANGE")]
    [InlineData("quotas: { bookings: [{ quota: 1500000 }, ^{ quota: 1600000 }] }", "E_KEY_MISSING")]
    [InlineData("quotas: { bookings: ^[] }", "E_TYPE")]
    [InlineData("raises: ^3 %", "E_TYPE")]
    [InlineData("raises: [{ from: ^2026-01-05, by: 3 % }]", "E_DATE_ORDER")]
    [InlineData("raises: [{ from: 2028-01-01, by: 3 % }, { from: ^2027-01-01, by: 3 % }]", "E_DATE_ORDER")]
    [InlineData("raises: [{ from: 2027-01-01, by: ^3 }]", "E_PERCENT")]
    [InlineData("raises: [{ from: 2027-01-01, by: ^-100 % }]", "E_NUMBER_RANGE")]
    [InlineData("raises: [{ from: 2027-01-01, by: 3 %, base: ^160000 }]", "E_KEY_CONFLICT")]
    [InlineData("raises: [^{ from: 2027-01-01 }]", "E_KEY_MISSING")]
    // Sign-on bonus.
    [InlineData("sign_on: ^{ repayment: { within: 12 } }", "E_KEY_MISSING")]
    [InlineData("sign_on: ^{ installments: [] }", "E_DEFINITION")]
    [InlineData("sign_on: { installments: [^{ amount: 50000 }] }", "E_KEY_MISSING")]
    [InlineData("sign_on: { installments: [{ months: 0, on: ^2026-02-01, amount: 50000 }] }", "E_KEY_CONFLICT")]
    [InlineData("sign_on: { installments: [{ months: ^1.5, amount: 50000 }] }", "E_NUMBER_RANGE")]
    [InlineData("sign_on: { installments: [{ months: 0, amount: ^50000.005 }] }", "E_MONEY_SCALE")]
    [InlineData("sign_on: ^{ installments: [{ months: 0, amount: 0 }] }", "E_DEFINITION")]
    [InlineData("sign_on: { installments: [{ months: 0, amount: 1 }], repayment: { within: ^0 } }", "E_NUMBER_RANGE")]
    [InlineData("sign_on: { installments: [{ months: 0, amount: 1 }], repayment: { within: 12, share: ^by_months } }", "E_VALUE")]
    [InlineData("sign_on: { installments: [{ months: 0, amount: 1 }], repayment: { within: 12, from: ^hire } }", "E_VALUE")]
    [InlineData("sign_on: ^{ installments: [{ on: 2025-12-01, amount: 50000 }] }", "E_DEFINITION")]
    [InlineData("limits_after: last_known\nretirement: ^{ deferral: 5 %, birth_year: 2030 }", "E_DEFINITION")]
    // Shares.
    [InlineData("grants: ^[{ name: g, shares: 100, schedule: annual 4 }]", "E_KEY_MISSING")]
    [InlineData("share_price: ^{ growth: 5 % }", "E_KEY_MISSING")]
    [InlineData("share_price: { price: ^0 }", "E_NUMBER_RANGE")]
    [InlineData("share_price: { price: 100, growth: ^5 }", "E_PERCENT")]
    [InlineData("share_price: ^{ price: 100, growth: [] }", "E_DEFINITION")]
    [InlineData("share_price: { price: 100, moves: ^daily }", "E_VALUE")]
    [InlineData("share_price: ^{ price: 100, volatility: 45 % }", "E_KEY_MISSING")]
    [InlineData("share_price: { price: 100, drift: ^5 % }", "E_KEY_CONFLICT")]
    [InlineData("share_price: { price: 100, volatility: 45 %, history: ^prices.csv, drift: 5 % }", "E_KEY_CONFLICT")]
    [InlineData("share_price: { price: 100, volatility: 45 %, drift: 5 %, months_at_once: ^1 }", "E_KEY_CONFLICT")]
    [InlineData("share_price: { price: 100, history: prices.csv, months_at_once: 1, drift: ^5 % }", "E_KEY_CONFLICT")]
    [InlineData("share_price: ^{ price: 100, history: prices.csv, months_at_once: 2 }", "E_DEFINITION")]
    [InlineData("share_price: ^{ price: 100, history: prices.csv }", "E_KEY_MISSING")]
    [InlineData("share_price: { price: 100, history: ^../prices.csv, months_at_once: 1 }", "E_VALUE")]
    [InlineData("share_price: ^{ price: 100, volatility: 2000 %, drift: 5 % }", "E_DEFINITION")]
    [InlineData(Price + "grants: [^{ shares: 100, schedule: annual 4 }]", "E_KEY_MISSING")]
    [InlineData(Price + "grants: [^{ name: g, schedule: annual 4 }]", "E_KEY_MISSING")]
    [InlineData(Price + "grants: [{ name: g, value: 100000, shares: ^100, schedule: annual 4 }]", "E_KEY_CONFLICT")]
    [InlineData(Price + "grants: [{ name: g, shares: 100, price: ^90, schedule: annual 4 }]", "E_KEY_CONFLICT")]
    [InlineData(Price + "grants: [{ name: g, value: ^99, schedule: annual 4 }]", "E_DEFINITION")]
    [InlineData(Price + "grants: [{ name: g, shares: 100, schedule: ^yearly 4 }]", "E_SCHEDULE")]
    [InlineData(Price + "grants: [{ name: g, shares: 100, schedule: annual 4, allocation: ^front }]", "E_VALUE")]
    [InlineData(Price + "grants: ^[{ name: g, shares: 1, schedule: annual 4 }, { name: g, shares: 1, schedule: annual 4 }]", "E_DUPLICATE_ID")]
    [InlineData(Price + "refreshers: [^{ value: 60000, schedule: annual 4 }]", "E_KEY_MISSING")]
    [InlineData(Price + "refreshers: [^{ from_year: 1, schedule: annual 4 }]", "E_KEY_MISSING")]
    [InlineData(Price + "refreshers: [{ value: 60000, on: 2027-01-01, from_year: ^1, schedule: annual 4 }]", "E_KEY_CONFLICT")]
    [InlineData(Price + "refreshers: [{ value: 60000, on: 2027-01-01, through_year: ^1, schedule: annual 4 }]", "E_KEY_CONFLICT")]
    [InlineData(Price + "refreshers: [^{ value: 60000, through_year: 3, schedule: annual 4 }]", "E_KEY_MISSING")]
    [InlineData(Price + "refreshers: [{ value: 60000, on: ^2025-01-01, schedule: annual 4 }]", "E_DATE_ORDER")]
    [InlineData(Price + "grants: [{ name: g, shares: 1, granted: ^2025-12-31, schedule: annual 4 }]", "E_DATE_ORDER")]
    [InlineData(Price + "refreshers: [^{ value: 60000, from_year: 3, through_year: 2, schedule: annual 4 }]", "E_DEFINITION")]
    // Retirement plan.
    [InlineData("limits_after: last_known\nretirement: ^{ match: [{ up_to: 6 %, rate: 50 % }] }", "E_KEY_MISSING")]
    [InlineData("limits_after: last_known\nretirement: { deferral: ^120 % }", "E_NUMBER_RANGE")]
    [InlineData("limits_after: last_known\nretirement: { deferral: 5 %, match: [{ up_to: 6 %, rate: ^50 }] }", "E_PERCENT")]
    [InlineData("limits_after: last_known\nretirement: { deferral: 5 %, match: [{ up_to: 6 %, rate: 50 % }, { up_to: ^9000, rate: 25 % }] }", "E_PERCENT")]
    [InlineData("limits_after: last_known\nretirement: { deferral: 5 %, match: ^[{ up_to: 6 %, rate: 50 % }, { up_to: 4 %, rate: 25 % }] }", "E_DEFINITION")]
    [InlineData("limits_after: last_known\nretirement: { deferral: 5 %, funding: ^true_up }", "E_VALUE")]
    [InlineData("limits_after: last_known\nretirement: { deferral: 5 %, eligible_pay: ^base }", "E_VALUE")]
    [InlineData("limits_after: last_known\nretirement: { deferral: 5 %, birth_year: ^75 }", "E_NUMBER_RANGE")]
    [InlineData("limits_after: last_known\nretirement: { deferral: 5 %, limits: ^eu }", "E_VALUE")]
    [InlineData("retirement: ^{ deferral: 5 % }", "E_YEAR_MISSING")]
    [InlineData("retirement: { deferral: 5 %, limits: ^us }", "E_YEAR_MISSING")]
    [InlineData("start: 2026-01-05\ncurrency: EUR\nretirement: { deferral: 5 %, limits: ^us }", "E_CURRENCY")]
    [InlineData("retirement: { deferral: 5 %, limits: ^[{ year: 2026, deferral: 24500 }] }", "E_YEAR_MISSING")]
    [InlineData("limits_after: last_known\nretirement: { deferral: 5 %, limits: ^[{ year: 2027, deferral: 24500 }] }", "E_YEAR_MISSING")]
    [InlineData("limits_after: last_known\nretirement: { deferral: 5 %, limits: ^[{ year: 2026, deferral: 1 }, { year: 2026, deferral: 2 }] }", "E_KEY_DUPLICATE")]
    [InlineData("limits_after: last_known\nretirement: { deferral: 5 %, limits: [{ year: 2026, catch_up_60_to_63: ^1 }] }", "E_KEY_CONFLICT")]
    // Benefits, taxes, accounting.
    [InlineData("benefits: [^{ value: 1200 }]", "E_KEY_MISSING")]
    [InlineData("benefits: ^[{ name: a, value: 1 }, { name: a, value: 2 }]", "E_DUPLICATE_ID")]
    [InlineData("benefits: [{ name: a, value: 1200, growth: ^0.05 }]", "E_PERCENT")]
    [InlineData("benefits: [^{ name: a, value: 1200, growth: 200 % }]", "E_DEFINITION")]
    [InlineData("employer_taxes: ^uk", "E_VALUE")]
    [InlineData("employer_taxes: ^us", "E_YEAR_MISSING")]
    [InlineData("employer_taxes: [^us]", "E_YEAR_MISSING")]
    [InlineData("currency: EUR\nlimits_after: last_known\nemployer_taxes: ^us", "E_CURRENCY")]
    [InlineData("employer_taxes: [^{ name: NI, brackets: [{ from: 100, rate: 10 % }] }]", "E_DEFINITION")]
    [InlineData("employer_taxes: [{ name: NI, brackets: [{ from: 0, rate: ^10 }] }]", "E_PERCENT")]
    [InlineData("employer_taxes: ^[{ name: NI, brackets: [{ from: 0, rate: 1 % }] }, { name: NI, brackets: [{ from: 0, rate: 1 % }] }]", "E_DEFINITION")]
    [InlineData("expense: { standard: ^gaap }", "E_VALUE")]
    [InlineData("expense: ^{ standard: ifrs2 }", "E_DEFINITION")]
    [InlineData("expense: { standard: asc718, forfeitures: ^rarely }", "E_VALUE")]
    // How uncertain it is.
    [InlineData("assumptions: ^{ discount_rate: 5 % }", "E_KEY_MISSING")]
    [InlineData("assumptions: { attainment: ^{ adoption: { family: lognormal, mean: 1, cv: 0.3 } } }", "E_MODEL_MISSING")]
    [InlineData("assumptions: { attainment: { bookings: { family: lognormal, mean: ^lands_at_plan, cv: 0.3 } } }", "E_KEY_MISSING")]
    [InlineData("assumptions: { attainment: { bookings: { family: lognormal, mean: 1, cv: 0.3 } }, price_correlation: ^2 }", "E_NUMBER_RANGE")]
    [InlineData("assumptions: { attainment: { bookings: { family: lognormal, mean: 1, cv: 0.3 } }, discount_rate: ^0.05 }", "E_PERCENT")]
    [InlineData("assumptions: ^{ attainment: { bookings: { family: lognormal, mean: 1, cv: 0.3 } }, discount_rate: 200 % }", "E_DEFINITION")]
    [InlineData("assumptions: { attainment: { bookings: { family: lognormal, mean: 1, cv: 0.3 } }, ^company_correlation: 0.1 }", "E_KEY_UNKNOWN")]
    [InlineData("share_price: ^{ price: 100, growth: 5 % }\nassumptions: { attainment: { bookings: { family: lognormal, mean: 1, cv: 0.3 } } }", "E_KEY_MISSING")]
    public void One_diagnostic_stands_where_the_problem_is(string lines, string code)
    {
        var marked = new Marked(WrittenOffer.With(lines));
        WrittenOffer.TryRead(marked.Text, out DiagnosticLog log);
        Assert.True(log.HasErrors);
        Assert.Equal(marked.Expected(code), Marked.Places(log.Diagnostics, "offer.yaml"));
        Assert.All(log.Diagnostics, diagnostic => Assert.NotEqual("", diagnostic.Expected));
    }

    [Fact]
    public void Everything_that_is_wrong_is_found_at_once()
    {
        WrittenOffer.TryRead(WrittenOffer.With("""
            sign_on: { installments: [{ months: x, amount: 1 }] }
            share_price: { price: -1 }
            benefits: [{ name: health }]
            employer_taxes: uk
            expense: { standard: gaap }
            """), out DiagnosticLog log);

        Assert.Equal(["E_NUMBER", "E_NUMBER_RANGE", "E_KEY_MISSING", "E_VALUE", "E_VALUE"], log.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void The_nearest_key_and_what_to_write_are_in_the_hint()
    {
        Assert.Contains("did you mean 'retirement'?", Only("retirment: { deferral: 5 % }").Hint, StringComparison.Ordinal);
        Assert.Contains("write 2025-02-01", Only("fiscal_year_start: 2026-02-01").Hint, StringComparison.Ordinal);
        Assert.Contains("limits_after: last_known", Only("employer_taxes: us").Hint, StringComparison.Ordinal);
        Assert.Contains("'ae'", Only("plan: ea").Hint + Only("plan: aee").Hint, StringComparison.Ordinal);

        static Diagnostic Only(string lines)
        {
            WrittenOffer.TryRead(WrittenOffer.With(lines), out DiagnosticLog log);
            return Assert.Single(log.Diagnostics);
        }
    }

    [Theory]
    [InlineData("date,price\n2025-01-31,90\n2025-02-28,x\n2025-03-31,93\n", "prices.csv:E_NUMBER(3,12)")]
    [InlineData("date,price\n2025-01-31,90\n2025-02-28,91\n", "prices.csv:E_DEFINITION(1,1)")]
    [InlineData("day,price\n2025-01-31,90\n", "prices.csv:E_COLUMN_UNKNOWN(1,1) prices.csv:E_COLUMN_MISSING(1,1)")]
    public void A_history_is_refused_in_its_own_file(string prices, string places)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("compmodel-test-");
        try
        {
            string path = Path.Combine(folder.FullName, "offer.yaml");
            File.WriteAllText(path, WrittenOffer.With("share_price: { price: 100, history: prices.csv, months_at_once: 1 }"));
            File.WriteAllText(Path.Combine(folder.FullName, "prices.csv"), prices);
            InvalidInputException refused = Assert.Throws<InvalidInputException>(() => OfferFile.Read(path));
            Assert.Equal(places, Marked.Places(refused.Diagnostics, "offer.yaml"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
