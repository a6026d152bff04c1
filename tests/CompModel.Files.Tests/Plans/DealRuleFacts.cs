namespace CompModel.Tests;

public sealed class DealRuleFacts
{
    private static readonly Component Commission = Component.Commission(Measure.Bookings, RateTable.Marginal((0, 5.Percent)));
    private static readonly DealLookup<Rational> ByProduct = DealLookup<Rational>.ByText(DealAttribute.Product, 1, ("Cloud", 1.5m), ("Hardware", 50.Percent));
    private static readonly DealLookup<Rational> ByTerm = DealLookup<Rational>.ByNumber(DealAttribute.TermMonths, 1, (24, 1.25m), (36, 1.5m));

    [Fact]
    public void Deals_count_from_a_least_size_up_to_a_cap_and_large_ones_in_part()
    {
        Same(Commission.CountingDeals(CreditLimits.None.WithLeast(1_000).WithLargeDeals(500_000, 50.Percent).WithMost(1_000_000)), "{ least: 1000, large: { above: 500000, share: 50 % }, cap: 1000000 }");
        Same(Commission.CountingDeals(CreditLimits.None.WithMost(1_000_000)), "{ cap: 1000000 }");
    }

    [Fact]
    public void Deals_weigh_by_what_is_known_of_them()
    {
        Same(Commission.Weighing(ByProduct), "{ weights: { by: product, values: { Cloud: 1.5, Hardware: 50 % } } }");
        Same(Commission.WeighingPosition(ByTerm), "{ weights: { position: { by: term_months, from: { 24: 1.25, 36: 1.5x } } } }");
        Same(Commission.WeighingPosition(ByTerm).WeighingPay(DealLookup<Rational>.Always(2)), "{ weights: { position: { by: term_months, from: { 24: 1.25, 36: 1.5 } }, pay: 2 } }");
        Same(
            Commission.WeighingPay(DealLookup<Rational>.ByNumber(DealAttribute.Discount, 1, (20.Percent, 0))),
            "{ weights: { pay: { by: discount, from: { 20 %: 0 } } } }");
    }

    [Fact]
    public void The_rest_has_the_value_that_is_named_for_it() => Same(
        Commission.Weighing(DealLookup<Rational>.ByText(DealAttribute.Named("channel"), 25.Percent, ("direct", 1))),
        "{ weights: { by: channel, values: { direct: 1 }, otherwise: 25 % } }");

    [Fact]
    public void Tables_depend_on_the_deal_and_all_others_keep_the_commission() => Same(
        Commission.RateBy(DealLookup<RateTable>.ByText(DealAttribute.Product, RateTable.Marginal((0, 5.Percent)), ("Hardware", RateTable.Marginal((0, 1.Percent))))),
        "{ rate_by: { by: product, values: { Hardware: { marginal: [{ from: 0, rate: 1 % }] } } } }");

    [Fact]
    public void Kickers_multiply_and_add()
    {
        Same(Commission.KickedBy(ByTerm), "{ kickers: { factor: { by: term_months, from: { 24: 1.25, 36: 1.5 } } } }");
        Same(
            Commission.KickedBy(ByTerm).KickedWith(DealLookup<Rational>.ByText(DealAttribute.Product, 0, ("Cloud", 500))),
            "{ kickers: { factor: { by: term_months, from: { 24: 1.25, 36: 1.5 } }, amount: { by: product, values: { Cloud: 500 } } } }");
    }

    [Fact]
    public void Pay_of_a_deal_has_bounds_and_deals_an_order() => Same(
        Commission.PayingDeals(PayLimits.None.WithCap(10_000.Usd).WithFloor(100.Usd)).InOrder(DealOrder.ProRata), "{ pay: { cap: 10000, floor: 100 }, order: pro_rata }");

    [Theory]
    [InlineData("{ least: ^1e3 }", "E_NUMBER")]
    [InlineData("^{ least: 0 }", "E_DEFINITION")]
    [InlineData("^{ least: 10, cap: 5 }", "E_DEFINITION")]
    [InlineData("{ large: ^{ above: 5, share: 100 % } }", "E_DEFINITION")]
    [InlineData("{ large: ^{ above: 5 } }", "E_KEY_MISSING")]
    [InlineData("{ weights: { by: product, values: { Cloud: ^-1 } } }", "E_NUMBER_RANGE")]
    [InlineData("{ weights: { by: ^product, from: { 24: 1 } } }", "E_KEY_CONFLICT")]
    [InlineData("{ weights: { by: ^term_months, values: { long: 1 } } }", "E_KEY_CONFLICT")]
    [InlineData("{ weights: { by: ^rep_id, values: { R1: 1 } } }", "E_VALUE")]
    [InlineData("{ weights: ^{ by: product } }", "E_KEY_MISSING")]
    [InlineData("{ weights: { by: product, values: { Cloud: 1 }, from: ^{ 1: 1 } } }", "E_KEY_CONFLICT")]
    [InlineData("{ weights: { by: product, values: ^[Cloud] } }", "E_TYPE")]
    [InlineData("{ weights: ^{ by: term_months, from: { 36: 1.5, 24: 1.25 } } }", "E_DEFINITION")]
    [InlineData("{ weights: { by: term_months, from: { ^long: 1.5 } } }", "E_NUMBER")]
    [InlineData("{ weights: { by: discount, from: { ^20: 0 } } }", "E_PERCENT")]
    [InlineData("{ weights: { position: 1, ^pays: 1 } }", "E_KEY_UNKNOWN")]
    [InlineData("{ weights: ^{ ^Cloud: 1 } }", "E_KEY_MISSING E_KEY_MISSING(10,114) E_KEY_UNKNOWN")]
    [InlineData("{ rate_by: { by: product, values: { Hardware: ^5 % } } }", "E_TYPE")]
    [InlineData("{ rate_by: { by: product, values: { Hardware: { marginal: [{ from: 0, rate: 1 % }] } }, ^otherwise: 1 } }", "E_KEY_UNKNOWN")]
    [InlineData("{ kickers: { amount: ^0.001 } }", "E_MONEY_SCALE")]
    [InlineData("{ pay: { cap: ^-1 } }", "E_DEFINITION")]
    [InlineData("{ order: ^by_id }", "E_VALUE")]
    [InlineData("^by_date", "E_TYPE")]
    public void What_is_wrong_is_refused_where_it_stands(string deals, string codes) =>
        Written.Refused($"{{ measure: bookings, pays: annual, commission: {{ marginal: [{{ from: 0, rate: 5 % }}] }}, deals: {deals} }}", codes);

    [Fact]
    public void Rates_by_deal_need_a_commission() =>
        Written.Refused("{ measure: bookings, weight: 100 %, pays: annual, curve: linear, deals: { rate_by: ^{ by: product, values: { Hardware: { marginal: [{ from: 0, rate: 1 % }] } } } } }", "E_KEY_CONFLICT");

    private static void Same(Component expected, string deals) => Assert.Equal(
        expected, Written.Component($"{{ measure: bookings, pays: annual, commission: {{ marginal: [{{ from: 0, rate: 5 % }}] }}, deals: {deals} }}"));
}
