using System.Globalization;
using System.Numerics;
using FsCheck.Xunit;

namespace CompModel.Tests.Amounts;

/// <summary>The laws of an ordered field, on either side of 64 and of 128 bits, and against BigInteger.</summary>
[Properties(Arbitrary = [typeof(AmountGenerators)], MaxTest = 1000)]
public class RationalLaws
{
    [Property]
    public bool Sums_and_products_commute(Rational a, Rational b) => a + b == b + a && a * b == b * a;

    [Property]
    public bool Sums_and_products_associate(Rational a, Rational b, Rational c) => a + b + c == a + (b + c) && a * b * c == a * (b * c);

    [Property]
    public bool Products_distribute(Rational a, Rational b, Rational c) => a * (b + c) == (a * b) + (a * c);

    [Property]
    public bool Zero_and_one_are_neutral(Rational a) => a + Rational.Zero == a && a * Rational.One == a && a * 0 == 0;

    [Property]
    public bool Every_value_has_an_opposite_and_every_other_than_zero_a_reciprocal(Rational a) =>
        a + -a == 0 && a - a == 0 && - -a == a && (a == 0 || (a * a.Reciprocal() == 1 && a / a == 1));

    [Property]
    public bool Arithmetic_agrees_with_whole_numbers_of_any_size(BigInteger a, BigInteger b, BigInteger c, BigInteger d)
    {
        if (c.IsZero || d.IsZero)
            return true;
        Rational x = Rational.Of(a, c), y = Rational.Of(b, d);
        return x + y == Rational.Of((a * d) + (b * c), c * d)
            && x - y == Rational.Of((a * d) - (b * c), c * d)
            && x * y == Rational.Of(a * b, c * d)
            && x.CompareTo(y) == (a * d * c.Sign * d.Sign).CompareTo(b * c * c.Sign * d.Sign);
    }

    [Property]
    public bool Lowest_terms_with_a_positive_denominator(Rational a) =>
        a.Denominator.Sign > 0
        && BigInteger.GreatestCommonDivisor(a.Numerator, a.Denominator).IsOne
        && a.Sign == a.Numerator.Sign
        && a.IsInteger == a.Denominator.IsOne;

    // A round trip over the border and back must give the same representation, or equality and hashes would tell them apart.
    [Property]
    public bool Equal_values_are_equal_however_they_were_reached(Rational a, Rational b)
    {
        Rational back = a + b - b, round = b == 0 ? a : a * b / b, built = Rational.Of(a.Numerator * 6, a.Denominator * 6);
        return back.Equals(a) && round.Equals(a) && built.Equals(a) && Rational.Of(-a.Numerator, -a.Denominator).Equals(a)
            && back.GetHashCode() == a.GetHashCode() && round.GetHashCode() == a.GetHashCode() && built.GetHashCode() == a.GetHashCode()
            && a.Equals((object)back) && back.CompareTo(a) == 0;
    }

    [Property]
    public bool Order_is_total_and_agrees_with_the_sign_of_the_difference(Rational a, Rational b)
    {
        int order = a.CompareTo(b);
        return Math.Sign(order) == (a - b).Sign
            && Math.Sign(b.CompareTo(a)) == -Math.Sign(order)
            && a < b == order < 0 && a > b == order > 0 && a <= b == order <= 0 && a >= b == order >= 0
            && a == b == (order == 0) && a != b == (order != 0)
            && Rational.Min(a, b) + Rational.Max(a, b) == a + b && Rational.Min(a, b) <= Rational.Max(a, b);
    }

    [Property]
    public bool Order_is_kept_by_sums_and_positive_products(Rational a, Rational b, Rational c) =>
        a <= b == a + c <= b + c && (c.Sign <= 0 || a <= b == a * c <= b * c);

    [Property]
    public bool Floor_is_the_whole_number_not_above(Rational a) =>
        Rational.Of(a.Floor(), 1) <= a && Rational.Of(a.Floor() + 1, 1) > a && (!a.IsInteger || a.Floor() == a.Numerator);

    [Property]
    public bool Absolute_value_drops_the_sign(Rational a) => a.Abs().Sign >= 0 && (a.Abs() == a || a.Abs() == -a);

    [Property]
    public bool A_decimal_is_held_exactly_whatever_its_scale(decimal value)
    {
        int scale = value.Scale;
        BigInteger digits = BigInteger.Parse(value.ToString(CultureInfo.InvariantCulture).Replace(".", ""), CultureInfo.InvariantCulture);
        return (Rational)value == Rational.Of(digits, BigInteger.Pow(10, scale));
    }

    [Property]
    public bool Text_of_a_value_is_the_value(Rational a)
    {
        string text = a.ToString();
        if (text.Split('/') is [string numerator, string denominator])
            return Rational.Of(BigInteger.Parse(numerator, CultureInfo.InvariantCulture), BigInteger.Parse(denominator, CultureInfo.InvariantCulture)) == a;
        int places = text.Contains('.') ? text.Length - text.IndexOf('.') - 1 : 0;
        return places <= 12
            && (places == 0 || text[^1] != '0')
            && Rational.Of(BigInteger.Parse(text.Replace(".", ""), CultureInfo.InvariantCulture), BigInteger.Pow(10, places)) == a;
    }
}
