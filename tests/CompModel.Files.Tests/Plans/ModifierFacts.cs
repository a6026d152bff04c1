namespace CompModel.Tests;

public sealed class ModifierFacts
{
    private static readonly Measure Margin = Measure.OfMoney("margin"), Logos = Measure.OfUnits("logos"), Csat = Measure.OfScore("csat");
    private static readonly Component Bookings = Component.Of(Measure.Bookings, 100.Percent, PayoutCurve.Linear);
    private static readonly PayoutMatrix Matrix = PayoutMatrix.Steps([0, 1], [0, 1], new Rational[,] { { 50.Percent, 80.Percent }, { 1, 150.Percent } });
    private const string Cells = "rows: { measure: bookings, from: [0 %, 100 %] }, columns: { measure: margin, from: [0 %, 100 %] }, steps: [[50 %, 80 %], [100 %, 150 %]]";

    [Fact]
    public void A_condition_asks_for_a_share_of_quota_or_an_amount_at_or_above_a_place()
    {
        Gated(Bookings.OnlyIf(Condition.AttainmentAtLeast(Measure.Adoption, 80.Percent)), "{ measure: adoption, attainment: 80 % }");
        Gated(Bookings.OnlyIf(Condition.AttainmentAbove(Margin, 80.Percent, CreditScope.Team)), "{ measure: margin, of: team, attainment: { above: 80 % } }");
        Gated(Bookings.OnlyIf(Condition.AmountAtLeast(Logos, 5)), "{ measure: logos, amount: 5, otherwise: nothing }");
        Gated(Bookings.OnlyIf(Condition.AmountAbove(Measure.Bookings, 100_000)), "{ measure: bookings, amount: { above: 100000 } }");
    }

    [Fact]
    public void Conditions_join_by_all_and_any()
    {
        Condition a = Condition.AmountAtLeast(Logos, 5), b = Condition.AttainmentAtLeast(Csat, 90.Percent), c = Condition.AttainmentAtLeast(Margin, 1);
        Gated(Bookings.OnlyIf(a.And(b)), "{ all: [{ measure: logos, amount: 5 }, { measure: csat, attainment: 90 % }] }");
        Gated(Bookings.OnlyIf(a.Or(b.And(c))), "{ any: [{ measure: logos, amount: 5 }, { all: [{ measure: csat, attainment: 90 % }, { measure: margin, attainment: 100 % }] }] }");
    }

    [Fact]
    public void Otherwise_it_pays_at_most_a_share_or_along_another_curve_and_the_first_gate_decides()
    {
        Condition a = Condition.AmountAtLeast(Logos, 5), b = Condition.AttainmentAtLeast(Csat, 90.Percent);
        Gated(Bookings.AtMostUnless(a, 1), "{ measure: logos, amount: 5, otherwise: { at_most: 100 % } }");
        Gated(Bookings.OnlyIf(a, PayoutCurve.Slopes((0, 0.5m))), "{ measure: logos, amount: 5, otherwise: { curve: { slopes: [{ from: 0 %, multiplier: 0.5 }] } } }");
        Gated(Bookings.OnlyIf(a).AtMostUnless(b, 1), "[{ measure: logos, amount: 5 }, { measure: csat, attainment: 90 %, otherwise: { at_most: 100 % } }]");
        Assert.Equal(
            Component.Commission(Measure.Bookings, RateTable.Marginal((0, 5.Percent))).OnlyIf(a, RateTable.Marginal((0, 2.Percent))),
            Written.Component("{ measure: bookings, pays: annual, commission: { marginal: [{ from: 0, rate: 5 % }] }, only_if: { measure: logos, amount: 5, otherwise: { commission: { marginal: [{ from: 0, rate: 2 % }] } } } }"));
    }

    [Fact]
    public void A_result_is_multiplied_by_a_curve_or_a_matrix()
    {
        PayoutCurve steps = PayoutCurve.Step((0, 90.Percent), (90.Percent, 110.Percent));
        With(Bookings.Times(Multiplier.Of(Csat, steps)), "multipliers: [{ measure: csat, curve: { steps: [{ from: 0 %, payout: 90 % }, { from: 90 %, payout: 110 % }] } }]");
        With(
            Bookings.Times(Multiplier.Of(Csat, steps, CreditScope.Team)).Times(Multiplier.Of(Measure.Bookings, Margin, Matrix)),
            $"multipliers: [{{ measure: csat, of: team, curve: {{ steps: [{{ from: 0 %, payout: 90 % }}, {{ from: 90 %, payout: 110 % }}] }} }}, {{ matrix: {{ {Cells} }} }}]");
    }

    [Fact]
    public void A_matrix_of_two_measures_pays_its_cell()
    {
        Assert.Equal(Component.ByMatrix(Measure.Bookings, Margin, 1, Matrix), Written.Component($"{{ matrix: {{ {Cells} }}, weight: 100 %, pays: annual }}"));
        Assert.Equal(
            Component.ByMatrix(Measure.Bookings, Margin, 1, PayoutMatrix.Interpolated([0, 1], [1], new Rational[,] { { 50.Percent }, { 1 } })).Named("Both"),
            Written.Component("{ name: Both, matrix: { rows: { measure: bookings, from: [0 %, 100 %] }, columns: { measure: margin, from: [100 %] }, interpolated: [[50 %], [100 %]] }, weight: 100 %, pays: annual }"));
        Assert.Equal(
            Component.ByMatrix(Measure.Bookings, Margin, 1, PayoutMatrix.Steps([(0, Boundary.AtOrAbove), (1, Boundary.Above)], [(0, Boundary.AtOrAbove)], new Rational[,] { { 50.Percent }, { 1 } })),
            Written.Component("{ matrix: { rows: { measure: bookings, from: [0 %, { above: 100 % }] }, columns: { measure: margin, from: [{ at: 0 % }] }, steps: [[50 %], [100 %]] }, weight: 100 %, pays: annual }"));
    }

    [Fact]
    public void A_plan_multiplies_and_bounds_its_result_in_spans_and_rounds_together()
    {
        CompensationPlan plan = Written.Plan("""
            rounding: { unit: 0.01, scope: plan }
                multipliers: [{ measure: csat, curve: linear }, { measure: margin, of: team, curve: linear, span: quarterly }]
                limits: { cap: 100000, floor: 5000, span: semi_annual }
            """);

        Assert.Equal([(Multiplier.Of(Csat, PayoutCurve.Linear), Frequency.Annual), (Multiplier.Of(Margin, PayoutCurve.Linear, CreditScope.Team), Frequency.Quarterly)], plan.Multipliers);
        Assert.Equal((PayLimits.None.WithCap(100_000.Usd).WithFloor(5_000.Usd), Frequency.SemiAnnual), (plan.Limits, plan.LimitSpan));
        Assert.Equal(new Rounding(0.01m, scope: RoundingScope.Plan), plan.Rounding);
        Assert.Equal(Frequency.Annual, Written.Plan("limits: { cap: 1 }").LimitSpan);
    }

    [Fact]
    public void A_plan_based_on_another_has_its_multipliers_and_limits_unless_it_says_otherwise()
    {
        var file = Written.Read(
            Written.File("{ measure: bookings, weight: 100 %, pays: annual, curve: linear }", "multipliers: [{ measure: csat, curve: linear }]\n    limits: { cap: 100000 }")
                + "  - { id: same, based_on: ae }\n  - { id: free, based_on: ae, multipliers: [], limits: {} }\n",
            out CompModel.Files.DiagnosticLog log);

        Assert.Empty(log.Diagnostics);
        Assert.Equal([(1, true), (1, true), (0, false)], file!.Plans.Values.Select(plan => (plan.Multipliers.Count, plan.Limits != PayLimits.None)));
    }

    [Theory]
    [InlineData("only_if: ^{ attainment: 80 % }", "E_KEY_MISSING")]
    [InlineData("only_if: ^{ measure: margin }", "E_KEY_MISSING")]
    [InlineData("only_if: { measure: ^margins, attainment: 80 % }", "E_UNKNOWN_MEASURE")]
    [InlineData("only_if: { measure: margin, attainment: ^80 }", "E_PERCENT")]
    [InlineData("only_if: { measure: margin, attainment: ^above 80 % }", "E_VALUE")]
    [InlineData("only_if: { measure: margin, attainment: 80 %, amount: ^5 }", "E_KEY_CONFLICT")]
    [InlineData("only_if: { measure: margin, attainment: ^-80 % }", "E_DEFINITION")]
    [InlineData("only_if: { measure: margin, amount: ^80 % }", "E_NUMBER")]
    [InlineData("only_if: { measure: margin, attainment: ^{ at: 80 %, above: 80 % } }", "E_KEY_CONFLICT")]
    [InlineData("only_if: { all: ^[] }", "E_VALUE_MISSING")]
    [InlineData("only_if: { all: ^{ measure: margin, amount: 1 } }", "E_TYPE")]
    [InlineData("only_if: { all: [{ measure: margin, amount: 1 }], of: ^team }", "E_KEY_CONFLICT")]
    [InlineData("only_if: { measure: margin, amount: 1, otherwise: ^none }", "E_VALUE")]
    [InlineData("only_if: { measure: margin, amount: 1, otherwise: ^{} }", "E_KEY_MISSING")]
    [InlineData("only_if: { measure: margin, amount: 1, otherwise: { at_most: 100 %, curve: ^linear } }", "E_KEY_CONFLICT")]
    [InlineData("only_if: ^margin", "E_TYPE")]
    [InlineData("multipliers: ^{ measure: csat, curve: linear }", "E_TYPE")]
    [InlineData("multipliers: [^{ measure: csat }]", "E_KEY_MISSING")]
    [InlineData("multipliers: [{ measure: csat, curve: linear, ^span: annual }]", "E_KEY_UNKNOWN")]
    [InlineData("multipliers: [{ measure: ^csat, matrix: { rows: { measure: bookings, from: [0 %] }, columns: { measure: margin, from: [0 %] }, steps: [[1 %]] } }]", "E_KEY_CONFLICT")]
    [InlineData("multipliers: [{ matrix: { rows: { measure: bookings, from: [0 %] }, columns: { measure: margin, from: [0 %] }, steps: [^[1 %, 2 %]] } }]", "E_TYPE")]
    [InlineData("multipliers: [{ matrix: { rows: { measure: bookings, from: [0 %, 0 %] }, columns: { measure: margin, from: [0 %] }, steps: ^[[1 %], [2 %]] } }]", "E_DEFINITION")]
    [InlineData("multipliers: [{ matrix: { rows: { measure: bookings, from: [0 %] }, columns: { measure: margin, from: [0 %] }, steps: ^[[1 %], [2 %]] } }]", "E_DEFINITION")]
    [InlineData("multipliers: [{ matrix: ^{ rows: { measure: bookings, from: [0 %] }, columns: { measure: margin, from: [0 %] } } }]", "E_KEY_MISSING")]
    [InlineData("multipliers: [{ matrix: { rows: { measure: bookings, from: [{ above: 0 % }] }, columns: { measure: margin, from: [0 %] }, interpolated: ^[[1 %]] } }]", "E_KEY_CONFLICT")]
    [InlineData("multipliers: [{ matrix: { rows: { measure: bookings, from: [^0] }, columns: { measure: margin, from: [0 %] }, steps: [[^1]] } }]", "E_PERCENT E_PERCENT")]
    public void What_is_wrong_is_refused_where_it_stands(string keys, string codes) =>
        Written.Refused($"{{ measure: bookings, weight: 100 %, pays: annual, curve: linear, {keys} }}", codes);

    [Theory]
    [InlineData("limits: { cap: ^0 }", "E_DEFINITION")]
    [InlineData("limits: { cap: 1, span: ^year }", "E_VALUE")]
    [InlineData("limits: ^100", "E_TYPE")]
    [InlineData("multipliers: [{ measure: csat, curve: linear, span: ^weekly }]", "E_VALUE")]
    [InlineData("rounding: { unit: 1, scope: ^all }", "E_VALUE")]
    public void What_is_wrong_with_the_whole_plan_is_refused_where_it_stands(string keys, string codes)
    {
        var marked = new Marked(Written.File("{ measure: bookings, weight: 100 %, pays: annual, curve: linear }", keys));

        Written.Read(marked.Text, out CompModel.Files.DiagnosticLog log);

        Assert.Equal(marked.Expected(codes), Marked.Places(log.Diagnostics, "plan.yaml"));
    }

    private static void Gated(Component expected, string condition) => With(expected, $"only_if: {condition}");

    private static void With(Component expected, string keys) =>
        Assert.Equal(expected, Written.Component($"{{ measure: bookings, weight: 100 %, pays: annual, curve: linear, {keys} }}"));
}
