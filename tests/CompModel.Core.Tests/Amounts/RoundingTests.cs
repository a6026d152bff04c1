using System.Globalization;
using FsCheck.Xunit;

namespace CompModel.Tests.Amounts;

[Properties(Arbitrary = [typeof(AmountGenerators)], MaxTest = 500)]
public class RoundingTests
{
    [Theory]
    [InlineData(Midpoint.AwayFromZero, "0.125", "0.13")]
    [InlineData(Midpoint.AwayFromZero, "0.135", "0.14")]
    [InlineData(Midpoint.AwayFromZero, "-0.125", "-0.13")]
    [InlineData(Midpoint.AwayFromZero, "-0.135", "-0.14")]
    [InlineData(Midpoint.ToEven, "0.125", "0.12")]
    [InlineData(Midpoint.ToEven, "0.135", "0.14")]
    [InlineData(Midpoint.ToEven, "-0.125", "-0.12")]
    [InlineData(Midpoint.ToEven, "-0.135", "-0.14")]
    [InlineData(Midpoint.Up, "0.125", "0.13")]
    [InlineData(Midpoint.Up, "0.135", "0.14")]
    [InlineData(Midpoint.Up, "-0.125", "-0.12")]
    [InlineData(Midpoint.Up, "-0.135", "-0.13")]
    [InlineData(Midpoint.TowardsZero, "0.125", "0.12")]
    [InlineData(Midpoint.TowardsZero, "0.135", "0.13")]
    [InlineData(Midpoint.TowardsZero, "-0.125", "-0.12")]
    [InlineData(Midpoint.TowardsZero, "-0.135", "-0.13")]
    public void A_midpoint_goes_where_the_convention_says(Midpoint midpoint, string exact, string rounded) =>
        Assert.Equal(Decimal(rounded).Usd, ((Amount)Decimal(exact).Usd).Round(new Rounding(midpoint: midpoint)));

    [Theory]
    [InlineData("0.1249999", "0.12")]
    [InlineData("0.1250001", "0.13")]
    [InlineData("-0.1249999", "-0.12")]
    [InlineData("-0.1250001", "-0.13")]
    public void Only_a_midpoint_depends_on_the_convention(string exact, string rounded) => Assert.All(
        Enum.GetValues<Midpoint>(),
        midpoint => Assert.Equal(Decimal(rounded).Usd, ((Amount)Decimal(exact).Usd).Round(new Rounding(midpoint: midpoint))));

    [Fact]
    public void Rounds_to_the_unit_paid_in()
    {
        Amount amount = 1_234.565m.Usd;
        Assert.Equal(1_234.57m.Usd, amount.Round(default));
        Assert.Equal(1_235.Usd, amount.Round(Rounding.ToWholeUnit));
        Assert.Equal(1_200.Usd, amount.Round(new Rounding(100m)));
        Assert.Equal(1_234.55m.Usd, amount.Round(new Rounding(0.05m)));
        Assert.Equal(1_235.In(Currency.Of("JPY")), ((Amount)1_234.5m.In(Currency.Of("JPY"))).Round(Rounding.ToMinorUnit));
        Assert.Equal(1_234.568m.In(Currency.Of("KWD")), ((Amount)1_234.5675m.In(Currency.Of("KWD"))).Round(Rounding.ToMinorUnit));
    }

    [Fact]
    public void A_third_of_a_cent_is_no_midpoint() =>
        Assert.Equal(33.33m.Usd, (100.Usd * ((Rational)1 / 3)).Round(Rounding.ToMinorUnit));

    [Fact]
    public void What_rounds_beyond_the_range_of_money_is_refused() => Assert.Contains(
        "10^15",
        Assert.Throws<OverflowException>(() => (999_999_999_999_999.999m.Usd * Rational.One).Round(Rounding.ToMinorUnit)).Message);

    [Theory]
    [InlineData("0")]
    [InlineData("-0.01")]
    public void A_unit_not_above_zero_is_refused(string unit) => Assert.Contains(
        unit, Assert.Throws<ArgumentOutOfRangeException>(() => new Rounding(Decimal(unit))).Message);

    [Property]
    public bool Rounding_moves_by_at_most_half_a_unit(Rational value, Rounding rounding)
    {
        Rational rounded = Rational.Of(rounding.Units(value, Currency.Usd, out Rational unit), 1) * unit;
        return (rounded - value).Abs() <= unit / 2;
    }

    [Property]
    public bool Rounding_twice_is_rounding_once(Rational value, Rounding rounding)
    {
        var once = rounding.Units(value, Currency.Usd, out Rational unit);
        return rounding.Units(Rational.Of(once, 1) * unit, Currency.Usd, out _) == once;
    }

    [Property]
    public bool Rounding_keeps_order(Rational a, Rational b, Rounding rounding) =>
        a <= b ? rounding.Units(a, Currency.Usd, out _) <= rounding.Units(b, Currency.Usd, out _)
            : rounding.Units(a, Currency.Usd, out _) >= rounding.Units(b, Currency.Usd, out _);

    [Property]
    public bool All_conventions_but_up_treat_both_signs_alike(Rational value, Rounding rounding) =>
        rounding.Midpoint == Midpoint.Up
        || rounding.Units(-value, Currency.Usd, out _) == -rounding.Units(value, Currency.Usd, out _);

    // Small values go one way and large ones another; the digits behind the point are those of the quotient, for files show them.
    [Property]
    public bool Money_is_the_rounded_units_by_either_way(Rational value, Midpoint midpoint)
    {
        var rounding = new Rounding(midpoint: midpoint);
        Rational rounded = Rational.Of(rounding.Units(value, Currency.Usd, out Rational unit), 1) * unit;
        if (rounded.Abs() >= Money.Limit)
            return true;
        decimal money = new Amount(value, Currency.Usd).Round(rounding).Value, quotient = (decimal)rounded.Numerator / (decimal)rounded.Denominator;
        return money == quotient && money.Scale == quotient.Scale;
    }

    private static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
