using CompModel.Files;
using NodaTime;

namespace CompModel.Tests;

public sealed class PlanFileTests
{
    private const string Head = "year: 2026\ncurrency: USD\nplans:\n";
    private const string One = Head + "  - { id: ae, base: 1, target_incentive: 2, components: [{ measure: bookings, weight: 100 %, pays: annual, curve: linear }] }\n";

    [Theory]
    [InlineData("linear", "base rate: 1×; uncapped")]
    [InlineData("{ threshold: 50 % }", "below 50 %: 0×; base rate: 1×; uncapped")]
    [InlineData("{ threshold: 50%, accelerators: [{ above: 150 %, multiplier: 3x }, { above: 100 %, multiplier: 2 }] }",
        "below 50 %: 0×; base rate: 1×; 2× above 100 %: 2×; 3× above 150 %: 3×; uncapped")]
    [InlineData("{ decelerators: [{ above: 120 %, multiplier: 0.5x }], cap: { attainment: 200 % } }", "base rate: 1×; 0.5× above 120 %: 0.5×; capped at 200 %: 0×")]
    [InlineData("{ cap: { payout: 300 % } }", "base rate: 1×; capped at 300 % of target: 0×")]
    [InlineData("{ knots: [[50 %, 25 %], [100 %, 100 %]], beyond: same_slope }", "below 50 %: 0×; 50 % to 100 %: 1.5×; above 100 %: 1.5×; uncapped")]
    public void Curves_read_as_they_are_written(string curve, string expected)
    {
        PlanFile plans = Read(One.Replace("linear", curve, StringComparison.Ordinal), out DiagnosticLog log)!;

        Assert.Empty(log.Diagnostics);
        Assert.Equal(expected, plans.Plans["ae"].Components[0].Curve.ToString());
    }

    [Theory]
    [InlineData("{ marginal: [{ from: 0, rate: 5 % }, { from: 100000, rate: 8 % }] }", "Marginal: 0 to 100,000 at 0.05; above 100,000 at 0.08")]
    [InlineData("{ retroactive: [{ from: 0, rate: 0.5% }] }", "Retroactive: all at 0.005")]
    [InlineData("{ overage_at_top_rate: [{ from: 0, rate: 5 % }, { from: 10.5, rate: 0 % }] }", "OverageAtTopRate: 0 to 10.5 at 0.05; above 10.5 at 0")]
    [InlineData("{ interpolated_rate: [{ from: 0, rate: 5 % }] }", "InterpolatedRate: all at 0.05")]
    [InlineData("{ proportional_amounts: [{ from: 0, to: 1000, amount: 10 }] }", "ProportionalAmounts: 0 to 1,000 at 0.01; above 1,000 at 0")]
    public void Commissions_read_as_they_are_written(string table, string expected)
    {
        PlanFile plans = Read(One.Replace("weight: 100 %, pays: annual, curve: linear", $"pays: annual, commission: {table}", StringComparison.Ordinal), out DiagnosticLog log)!;

        Assert.Empty(log.Diagnostics);
        Component component = plans.Plans["ae"].Components[0];
        Assert.Equal(expected, Assert.IsType<PayRule.ByTable>(component.Rule).Table.ToString());
        Assert.Equal(0, component.Weight);
    }

    [Fact]
    public void Breakpoints_of_a_commission_say_to_which_tier_they_belong_and_rates_on_units_are_money()
    {
        PlanFile plans = Read(
            One.Replace("bookings, weight: 100 %, pays: annual, curve: linear", "adoption, pays: annual, commission: { breakpoints: above, retroactive: [{ from: 0, rate: 200 }, { from: 10, rate: 250 }] }", StringComparison.Ordinal),
            out DiagnosticLog log)!;

        Assert.Empty(log.Diagnostics);
        Assert.Equal(
            Component.Commission(Measure.Adoption, RateTable.Retroactive((0, 200), (10, 250)).WithBreakpoints(Boundary.Above)), plans.Plans["ae"].Components[0]);
    }

    [Theory]
    [InlineData("{ marginal: [{ from: 0, rate: 6 }] }", DiagnosticCode.Percent)]
    [InlineData("{ marginal: [{ from: 0, rate: 600 % }] }", DiagnosticCode.Definition)]
    [InlineData("{ marginal: [{ from: 10, rate: 6 % }] }", DiagnosticCode.Definition)]
    [InlineData("{ marginal: [{ from: 0, rate: 6 % }, { from: 0, rate: 7 % }] }", DiagnosticCode.Definition)]
    [InlineData("{ marginal: [{ from: 0 }] }", DiagnosticCode.KeyMissing)]
    [InlineData("{ marginal: [{ from: zero, rate: 6 % }] }", DiagnosticCode.Number)]
    [InlineData("{ marginal: [{ from: 0, rate: 6 % }], retroactive: [{ from: 0, rate: 6 % }] }", DiagnosticCode.KeyConflict)]
    [InlineData("{ breakpoints: above }", DiagnosticCode.KeyConflict)]
    [InlineData("{ margnal: [{ from: 0, rate: 6 % }], marginal: [{ from: 0, rate: 6 % }] }", DiagnosticCode.KeyUnknown)]
    [InlineData("{ proportional_amounts: [{ from: 0, to: 10, amount: 1 }, { from: 5, to: 20, amount: 1 }] }", DiagnosticCode.Definition)]
    [InlineData("{ marginal: [{ from: 0, rate: 6 % }] }, curve: linear", DiagnosticCode.KeyConflict)]
    [InlineData("{ marginal: [{ from: 0, rate: 6 % }] }, weight: 100 %", DiagnosticCode.KeyConflict)]
    public void A_commission_that_is_wrong_is_refused_with_one_diagnostic(string table, string code)
    {
        Read(One.Replace("weight: 100 %, pays: annual, curve: linear", $"pays: annual, commission: {table}", StringComparison.Ordinal), out DiagnosticLog log);

        Assert.Equal(code, Assert.Single(log.Diagnostics).Code);
    }

    [Fact]
    public void Threshold_says_to_which_side_it_belongs()
    {
        PayoutCurve Curve(string threshold) => Read(One.Replace("linear", $"{{ threshold: {threshold} }}", StringComparison.Ordinal), out _)!.Plans["ae"].Components[0].Curve;

        Assert.Equal(PayoutCurve.Linear.WithThreshold(50.Percent), Curve("{ at: 50 % }"));
        Assert.Equal(PayoutCurve.Linear.WithThreshold(50.Percent, Boundary.Above), Curve("{ above: 50 % }"));
    }

    [Fact]
    public void Based_on_says_only_what_differs()
    {
        PlanFile plans = Read(TestFolder.Plan + "  - { id: ramp, based_on: ae, ramp: [25 %, 1/3, 0.75], seasonality: [40 %, 60 %], proration: none }\n", out DiagnosticLog log)!;

        Assert.Empty(log.Diagnostics);
        Assert.Equal("Account Executive", plans.Plans["ramp"].Name);
        Assert.Equal([25.Percent, (Rational)1 / 3, 75.Percent], plans.Plans["ramp"].Ramp.Shares);
        Assert.Equal(Seasonality.Of(Frequency.SemiAnnual, 40.Percent, 60.Percent), plans.Plans["ramp"].Seasonality);
        Assert.Equal(plans.Plans["ae"].Components, plans.Plans["ramp"].Components);
        Assert.Equal(Proration.None, plans.Plans["ramp"].Proration);
    }

    [Fact]
    public void A_ramp_with_a_month_without_quota_says_what_that_pays()
    {
        PlanFile plans = Read(
            TestFolder.Plan
            + "  - { id: target, based_on: ae, ramp: { shares: [0 %, 0.00, 50 %], without_quota: target } }\n"
            + "  - { id: nothing, based_on: ae, ramp: { shares: [0 %], without_quota: nothing } }\n",
            out DiagnosticLog log)!;
        Assert.Empty(log.Diagnostics);
        Assert.Equal([0, 0, 50.Percent], plans.Plans["target"].Ramp.Shares);
        Assert.Equal((WithoutQuota.TargetPaid, WithoutQuota.NothingPaid), (plans.Plans["target"].Ramp.WithoutQuota, plans.Plans["nothing"].Ramp.WithoutQuota));
    }

    [Fact]
    public void Components_say_basis_scope_and_recovery()
    {
        PlanFile plans = Read(
            Head.Replace("plans", "measures: { logos: units, margin: money }\nplans", StringComparison.Ordinal) + """
              - id: m
                base: 1
                target_incentive: 2
                rounding: { unit: 1, midpoint: to_even }
                components:
                  - { measure: logos, of: team, weight: 0.5, pays: monthly, basis: each_period, curve: linear }
                  - { name: Margin, measure: margin, weight: 50%, pays: semi_annual, basis: to_date, recovery: none, curve: linear }

            """, out DiagnosticLog log)!;

        Assert.Empty(log.Diagnostics);
        Assert.Equal(
            [
                Component.Of(Measure.OfUnits("logos"), 50.Percent, PayoutCurve.Linear).OfTeam().Each(Frequency.Monthly),
                Component.Of(Measure.OfMoney("margin"), 50.Percent, PayoutCurve.Linear).ToDate(Frequency.SemiAnnual, Recovery.None).Named("Margin"),
            ],
            plans.Plans["m"].Components);
        Assert.Equal(new Rounding(1m, Midpoint.ToEven), plans.Plans["m"].Rounding);
    }

    [Fact]
    public void Fiscal_year_starts_where_it_says()
    {
        Assert.Equal(PlanYear.Starting(new LocalDate(2026, 2, 1)), Read(One.Replace("year: 2026", "fiscal_year_start: 2026-02-01", StringComparison.Ordinal), out _)!.Year);
    }

    [Theory]
    [InlineData("{ weeks: 4-4-5, starts: 2026-02-01, of: 52 }", "52 weeks (4-4-5) from 2026-02-01", "FY2027")]
    [InlineData("{ weeks: 4-5-4, starts: 2023-01-29, of: 53, named: 2023 }", "53 weeks (4-5-4, the 53rd in month 12) from 2023-01-29", "FY2023")]
    [InlineData("{ weeks: 5-4-4, starts: 2026-01-31, of: 53, extra_week_in: 3 }", "53 weeks (5-4-4, the 53rd in month 3) from 2026-01-31", "FY2027")]
    [InlineData("\n  weeks: 4-4-5\n  starts: 2026-01-04\n  of: 52", "52 weeks (4-4-5) from 2026-01-04", "FY2026")]
    public void A_year_of_weeks_says_its_pattern_its_first_day_and_how_many_there_are(string year, string expected, string name)
    {
        PlanYear read = Read(One.Replace("year: 2026", "year: " + year, StringComparison.Ordinal), out DiagnosticLog log)!.Year;

        Assert.Empty(log.Diagnostics);
        Assert.Equal((expected, name), (read.Description, read.Name));
    }

    // A caret stands where each problem is expected, in the order of the codes.
    [Theory]
    [InlineData("year: 2026", "year: ^26", "E_NUMBER")]
    [InlineData("year: 2026", "year: 2026\nfiscal_year_start: ^2026-02-01", "E_KEY_CONFLICT")]
    [InlineData("year: 2026", "fiscal_year_start: ^2026-01-31", "E_DATE_ORDER")]
    [InlineData("year: 2026", "year: ^[2026]", "E_TYPE")]
    [InlineData("year: 2026", "year: ^4-4-5", "E_NUMBER")]
    [InlineData("year: 2026", "year: { weeks: 4-4-5, starts: 2026-02-01, of: 52 }\nfiscal_year_start: ^2026-02-01", "E_KEY_CONFLICT")]
    [InlineData("year: 2026", "year: { weeks: ^4-4-4, starts: 2026-02-01, of: 52 }", "E_VALUE")]
    [InlineData("year: 2026", "year: { weeks: ^[4, 4, 5], starts: 2026-02-01, of: 52 }", "E_TYPE")]
    [InlineData("year: 2026", "year: { weeks: 4-4-5, starts: ^2026-02-30, of: 52 }", "E_DATE")]
    [InlineData("year: 2026", "year: { weeks: 4-4-5, starts: 2026-02-01, of: ^51 }", "E_NUMBER_RANGE")]
    [InlineData("year: 2026", "year: { weeks: ^4-4, starts: ^2026, of: ^54 }", "E_VALUE E_DATE E_NUMBER_RANGE")]
    [InlineData("year: 2026", "year: ^{ weeks: 4-4-5, starts: 2026-02-01 }", "E_KEY_MISSING")]
    [InlineData("year: 2026", "year: ^{ weeks: 4-4-5, of: 52 }", "E_KEY_MISSING")]
    [InlineData("year: 2026", "year: ^{ starts: 2026-02-01, of: 52 }", "E_KEY_MISSING")]
    [InlineData("year: 2026", "year: { weeks: 4-4-5, starts: 2026-02-01, of: 52, ^pattern: x }", "E_KEY_UNKNOWN")]
    [InlineData("year: 2026", "year: { weeks: 4-4-5, starts: 2026-02-01, of: 52, extra_week_in: ^3 }", "E_KEY_CONFLICT")]
    [InlineData("year: 2026", "year: { weeks: 4-4-5, starts: 2026-02-01, of: 53, extra_week_in: ^13 }", "E_NUMBER_RANGE")]
    [InlineData("year: 2026", "year: { weeks: 4-4-5, starts: 2026-02-01, of: 53, extra_week_in: ^[3] }", "E_TYPE")]
    [InlineData("year: 2026", "year: { weeks: 4-4-5, starts: 2026-02-01, of: 52, named: ^FY2026 }", "E_NUMBER")]
    [InlineData("year: 2026", "year: { weeks: 4-4-5, starts: 2026-02-01, of: 52, named: ^{} }", "E_TYPE")]
    [InlineData("year: 2026\n", "^", "E_KEY_MISSING")]
    [InlineData("currency: USD", "currency: ^USX", "E_CURRENCY")]
    [InlineData("year: 2026\ncurrency: USD", "^year: 2026\n^curency: USD", "E_KEY_MISSING E_KEY_UNKNOWN")]
    [InlineData("year: 2026", "year: 2026\n^year: 2027", "E_KEY_DUPLICATE")]
    [InlineData("weight: 100 %", "weight: ^70", "E_PERCENT")]
    [InlineData("[{ measure: bookings, weight: 100 %", "^[{ measure: bookings, weight: 70 %", "E_DEFINITION")]
    [InlineData("weight: 100 %", "weight: ^0 %", "E_NUMBER_RANGE")]
    [InlineData("weight: 100 %", "weight: ^101 %", "E_NUMBER_RANGE")]
    [InlineData("weight: 100 %", "weight: ^[1]", "E_TYPE")]
    [InlineData("weight: 100 %", "weight: ^", "E_VALUE_MISSING")]
    [InlineData("{ measure: bookings, weight: 100 %, pays: annual", "^{ measure: bookings, weight: 100 %, pays: quarterly", "E_KEY_MISSING")]
    [InlineData("pays: annual", "pays: ^yearly", "E_VALUE")]
    [InlineData("pays: annual", "pays: quarterly, basis: each_period, recovery: ^full", "E_KEY_CONFLICT")]
    [InlineData("measure: bookings", "measure: ^booking", "E_UNKNOWN_MEASURE")]
    [InlineData("base: 1,", "base: ^1e5,", "E_NUMBER")]
    [InlineData("base: 1,", "base: ^-1,", "E_NUMBER_RANGE")]
    [InlineData("base: 1,", "base: ^{ a: 1 },", "E_TYPE")]
    [InlineData("base: 1,", "base: ^\"1 \",", "E_NUMBER")]
    [InlineData("id: ae", "id: ae, based_on: ^am", "E_UNKNOWN_PLAN")]
    [InlineData("id: ae", "id: ae, ramp: [^25, 50 %]", "E_PERCENT")]
    [InlineData("id: ae", "id: ae, ramp: [^0 %, 50 %]", "E_NUMBER_RANGE")]
    [InlineData("id: ae", "id: ae, ramp: ^{ shares: [0 %] }", "E_KEY_MISSING")]
    [InlineData("id: ae", "id: ae, ramp: { shares: [0 %], without_quota: ^all }", "E_VALUE")]
    [InlineData("id: ae", "id: ae, ramp: { shares: [^-5 %], without_quota: target }", "E_NUMBER_RANGE")]
    [InlineData("id: ae", "id: ae, seasonality: ^[50 %, 20 %, 30 %]", "E_DEFINITION")]
    [InlineData("id: ae", "id: ae, seasonality: ^[50 %, 51 %]", "E_DEFINITION")]
    [InlineData("id: ae", "id: ae, rounding: { unit: ^0 }", "E_NUMBER_RANGE")]
    [InlineData("linear", "{ threshold: ^50 }", "E_PERCENT")]
    [InlineData("linear", "{ threshold: ^0 % }", "E_DEFINITION")]
    [InlineData("linear", "{ accelerators: [{ above: 100 %, multiplier: 2 }, ^{ above: 150 %, multiplier: 1 }] }", "E_DEFINITION")]
    [InlineData("linear", "{ accelerators: [{ above: 100 %, multiplier: 2 }], decelerators: [^{ above: 100 %, multiplier: 1 }] }", "E_DEFINITION")]
    [InlineData("linear", "{ accelerators: ^{ above: 100 %, multiplier: 2 } }", "E_TYPE")]
    [InlineData("linear", "{ accelerators: [^{ above: 100 %, ^multiple: 2 }] }", "E_KEY_MISSING E_KEY_UNKNOWN")]
    [InlineData("linear", "^{ knots: [[0 %, 0 %]] }", "E_KEY_MISSING")]
    [InlineData("linear", "{ knots: ^[[100 %, 0 %], [50 %, 1 %]], beyond: flat }", "E_DEFINITION")]
    [InlineData("linear", "{ knots: [^[1 %]], beyond: flat }", "E_TYPE")]
    [InlineData("linear", "{ cap: ^{ payout: 3 % , attainment: 2 % } }", "E_KEY_CONFLICT")]
    [InlineData("linear", "^liner", "E_VALUE")]
    [InlineData("year: 2026", "year: ^&a 2026", "E_YAML")]
    [InlineData("year: 2026", "year: ^!!int 2026", "E_YAML")]
    [InlineData("year: 2026", "year: 2026^: 1", "E_YAML")]
    [InlineData("year: 2026", "^\tyear: 2026", "E_YAML")]
    [InlineData("  - { id: ae", "  - { id: ae, base: 1, target_incentive: 2, components: [{ measure: bookings, weight: 1, pays: annual, curve: linear }] }\n  - { id: ^ae", "E_DUPLICATE_ID")]
    [InlineData("  - { id: ae", "  - { id: ae, base: 1, target_incentive: 2, components: [{ measure: bookings, weight: 1, pays: annual, curve: linear }] }\n  - ^{ based_on: ae", "E_KEY_MISSING")]
    public void A_wrong_value_is_reported_where_it_stands(string good, string bad, string expected)
    {
        var marked = new Marked(Marked.Changed(One, good, bad));

        Read(marked.Text, out DiagnosticLog log);

        Assert.Equal(marked.Expected(expected), Marked.Places(log.Diagnostics, "plan.yaml"));
    }

    [Theory]
    [InlineData("weight: 100 %", "weight: 70", "write '70 %'")]
    [InlineData("currency: USD", "curency: USD", "did you mean 'currency'?")]
    [InlineData("measure: bookings", "measure: booking", "did you mean 'bookings'?")]
    [InlineData("curve: linear", "curve: linear, gate: 1", "did you mean 'only_if'?")]
    [InlineData("curve: linear", "curve: linear, kso: 1", "did you mean 'objective'?")]
    [InlineData("curve: linear", "curve: { threshold: above 50 % }", "write { above: 50 % }")]
    [InlineData("linear", "{ threshold: 0.5 }", "'0.5 %' or '50.0 %'")]
    [InlineData("year: 2026", "year: 4-5-4", "{ weeks: 4-5-4, starts: 2026-02-01, of: 52 }")]
    [InlineData("year: 2026", "year: 2026-02-01", "fiscal_year_start")]
    public void Hints_say_what_to_write(string good, string bad, string hint)
    {
        Read(One.Replace(good, bad, StringComparison.Ordinal), out DiagnosticLog log);

        Assert.Contains(log.Diagnostics, diagnostic => diagnostic.Hint.Contains(hint, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public void Deep_nesting_is_refused_and_kills_nothing(string open)
    {
        Assert.Null(Read(string.Concat(Enumerable.Repeat(open, 50_000)), out DiagnosticLog log));
        Assert.Equal("E_LIMIT", Assert.Single(log.Diagnostics).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("---\n...\n---\n")]
    [InlineData("- 1\n")]
    [InlineData("text")]
    [InlineData("a: b: c")]
    [InlineData("a: 'x")]
    [InlineData("a: [1, 2")]
    [InlineData("? [1]\n: 2\n")]
    [InlineData("a: *b")]
    [InlineData("%YAML 9.9\n---\n")]
    [InlineData("%TAG ! !\n")]
    [InlineData("a: |9\n")]
    [InlineData("a: \"\\xZZ\"")]
    [InlineData("{}}")]
    [InlineData("a: 1\n---\nb: 2\n")]
    [InlineData("\u0085")]
    [InlineData("@")]
    [InlineData("a:\n\t- b")]
    public void What_is_no_plan_file_is_refused_with_a_diagnostic_and_no_exception(string text)
    {
        Assert.Null(Read(text, out DiagnosticLog log));
        Assert.NotEmpty(log.Diagnostics);
    }

    [Fact]
    public void Mutilated_files_never_throw()
    {
        string text = TestFolder.Plan;
        for (int i = 0; i < text.Length; i++)
        {
            foreach (string middle in new[] { "", ":", "[", "}", "\"", "\n", "%", "&", "- " })
                Read(text[..i] + middle + text[(i + 1)..], out _);
            Read(text[..i], out _);
        }
    }

    private static PlanFile? Read(string text, out DiagnosticLog log)
    {
        log = new();
        return SourceText.Decode("plan.yaml", System.Text.Encoding.UTF8.GetBytes(text), log) is { } source ? PlanFile.Read(source) : null;
    }
}
