namespace CompModel.Tests;

public sealed class CurveFacts
{
    public static TheoryData<string, PayoutCurve> Curves => new()
    {
        { "{ slopes: [{ from: 0 %, multiplier: 0.5x }, { from: 80 %, multiplier: 1.5 }] }", PayoutCurve.Slopes((0, 0.5m), (80.Percent, 1.5m)) },
        { "{ steps: [{ from: 80 %, payout: 50 % }, { from: 100 %, payout: 100 % }] }", PayoutCurve.Step((80.Percent, 50.Percent), (1, 1)) },
        { "{ steps: [{ from: 80 %, payout: 50 % }], breakpoints: above }", PayoutCurve.Step(Boundary.Above, (80.Percent, 50.Percent)) },
        { "{ knots: [[1000, 50 %], [2000, 100 %]], quota: 2000, beyond: flat }", PayoutCurve.ThroughAmounts(2000, BeyondLastKnot.Flat, (1000, 50.Percent), (2000, 1)) },
        { "{ starting_at: 50 % }", PayoutCurve.Linear.StartingAt(50.Percent) },
        { "{ threshold: { at: 50 %, below: { slopes: [{ from: 0 %, multiplier: 0.25 }] } } }", PayoutCurve.Linear.WithThreshold(50.Percent, PayoutCurve.Slopes((0, 0.25m))) },
        { "{ threshold: { above: 50 %, below: linear } }", PayoutCurve.Linear.WithThreshold(50.Percent, PayoutCurve.Linear, Boundary.Above) },
        { "{ floor: 20 %, cap: { payout: 200 % } }", PayoutCurve.Linear.AtLeast(20.Percent).CapAt(payout: 2) },
        { "{ times: 1.5x }", PayoutCurve.Linear * 1.5m },
        { "{ sum_of: [linear, { steps: [{ from: 100 %, payout: 10 % }] }] }", PayoutCurve.Linear + PayoutCurve.Step((1, 10.Percent)) },
        { "{ lesser_of: [linear, { slopes: [{ from: 0 %, multiplier: 2 }] }] }", PayoutCurve.Min(PayoutCurve.Linear, PayoutCurve.Slopes((0, 2))) },
        { "{ greater_of: [linear, { steps: [{ from: 0 %, payout: 30 % }] }] }", PayoutCurve.Max(PayoutCurve.Linear, PayoutCurve.Step((0, 30.Percent))) },
        // Bends go before the threshold, so that one below it does not undo it.
        { "{ threshold: 50 %, accelerators: [{ above: 40 %, multiplier: 2 }] }", PayoutCurve.Linear.Accelerate(40.Percent, 2).WithThreshold(50.Percent) },
    };

    public static TheoryData<string, RateTable> Tables => new()
    {
        { "{ of: quota, marginal: [{ from: 0 %, rate: 2 % }, { from: 100 %, rate: 4 % }] }", RateTable.Marginal((0, 2.Percent), (1, 4.Percent)).OfQuota() },
        { "{ of: quota, breakpoints: above, retroactive: [{ from: 0 %, rate: 2 % }, { from: 100 %, rate: 4 % }] }", RateTable.Retroactive((0, 2.Percent), (1, 4.Percent)).WithBreakpoints(Boundary.Above).OfQuota() },
        { "{ of: quota, proportional_amounts: [{ from: 0 %, to: 50 %, amount: 1000 }] }", RateTable.ProportionalAmounts((0, 50.Percent, 1000)).OfQuota() },
    };

    [Theory]
    [MemberData(nameof(Curves))]
    public void Curves_read_as_they_are_written(string written, PayoutCurve curve) =>
        Assert.Equal(curve, Written.Component($"{{ measure: bookings, weight: 100 %, pays: annual, curve: {written} }}").Curve);

    [Theory]
    [MemberData(nameof(Tables))]
    public void Tiers_may_be_shares_of_quota(string written, RateTable table) =>
        Assert.Equal(Component.Commission(Measure.Bookings, table), Written.Component($"{{ measure: bookings, pays: annual, commission: {written} }}"));

    [Theory]
    [InlineData("{ slopes: ^[{ from: 10 %, multiplier: 1 }] }", "E_DEFINITION")]
    [InlineData("{ slopes: [^{ from: 0 % }] }", "E_KEY_MISSING")]
    [InlineData("{ slopes: [{ from: ^0, multiplier: 1 }] }", "E_PERCENT")]
    [InlineData("{ slopes: ^linear }", "E_TYPE")]
    [InlineData("{ slopes: [{ from: 0 %, multiplier: 1 }], accelerators: ^[{ above: 100 %, multiplier: 2 }] }", "E_KEY_CONFLICT")]
    [InlineData("{ steps: ^[{ from: 80 %, payout: 50 % }], knots: [[0 %, 0 %]], beyond: flat }", "E_KEY_CONFLICT")]
    [InlineData("{ steps: [{ from: 80 %, payout: 50 % }], breakpoints: ^below }", "E_VALUE")]
    [InlineData("{ threshold: 50 %, breakpoints: ^above }", "E_KEY_CONFLICT")]
    [InlineData("{ knots: [[^50 %, 50 %]], quota: 2000, beyond: flat }", "E_NUMBER")]
    [InlineData("{ knots: [[50, 50 %]], quota: ^0, beyond: flat }", "E_NUMBER_RANGE")]
    [InlineData("{ quota: ^2000 }", "E_KEY_CONFLICT")]
    [InlineData("{ starting_at: 50 %, threshold: ^50 % }", "E_KEY_CONFLICT")]
    [InlineData("{ starting_at: ^0 % }", "E_DEFINITION")]
    [InlineData("{ threshold: ^{ at: 50 %, above: 60 % } }", "E_KEY_CONFLICT")]
    [InlineData("{ threshold: ^{ below: linear } }", "E_KEY_MISSING")]
    [InlineData("{ threshold: { at: 50 %, below: ^flat } }", "E_VALUE")]
    [InlineData("{ floor: ^20 }", "E_PERCENT")]
    [InlineData("{ floor: 20 %, cap: ^{ payout: 10 % } }", "E_DEFINITION")]
    [InlineData("{ times: ^-1 }", "E_NUMBER_RANGE")]
    [InlineData("{ sum_of: ^[] }", "E_VALUE_MISSING")]
    [InlineData("{ lesser_of: [linear, ^linea] }", "E_VALUE")]
    public void A_curve_that_is_wrong_is_refused_where_it_stands(string curve, string codes) =>
        Written.Refused($"{{ measure: bookings, weight: 100 %, pays: annual, curve: {curve} }}", codes);

    [Theory]
    [InlineData("{ of: ^quotas, marginal: [{ from: 0, rate: 2 % }] }", "E_VALUE")]
    [InlineData("{ of: quota, marginal: [{ from: ^0, rate: 2 % }] }", "E_PERCENT")]
    [InlineData("{ of: quota, proportional_amounts: [{ from: 0 %, to: ^1, amount: 1000 }] }", "E_PERCENT")]
    public void A_table_of_quota_that_is_wrong_is_refused_where_it_stands(string table, string codes) =>
        Written.Refused($"{{ measure: bookings, pays: annual, commission: {table} }}", codes);
}
