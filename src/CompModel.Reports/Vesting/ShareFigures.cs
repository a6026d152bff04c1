using System.Globalization;
using System.Numerics;
using NodaTime;
using NodaTime.Text;

namespace CompModel.Reports;

/// <summary>How shares, and what they are worth, are printed; invariant in culture.</summary>
public static class ShareFigures
{
    /// <summary>"4,801"; with up to four decimals where a part of a share is delivered, and "~" before what those do not end.</summary>
    public static string Shares(Rational shares)
    {
        if (shares.IsInteger)
            return shares.Numerator.ToString("#,##0", CultureInfo.InvariantCulture);
        string rounded = Rounded(shares, 4);
        return ((shares * 10_000).IsInteger ? "" : "~") + rounded.TrimEnd('0').TrimEnd('.');
    }

    internal static string Value(Rational shares, Amount price) => Rounded((price * shares).Value, price.Currency.MinorUnitDigits);

    /// <summary>A part of a whole in percent with one decimal; nothing of nothing.</summary>
    internal static string Percent(Rational part, Rational whole) =>
        whole.Sign == 0 ? Figures.NotAvailable : new Amount(part / whole * 100, Currency.None).Round(new Rounding(0.1m)).Value.ToString("0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>"42.50 USD": with the decimals of the currency at least.</summary>
    internal static string Price(Amount price) => price.Round(Rounding.ToMinorUnit) is var money && (Rational)money.Value == price.Value ? $"{Figures.Cents(money)} {price.Currency}" : $"{price.Value} {price.Currency}";

    // Shares and prices have limits; their products reach beyond those of money.
    private static string Rounded(Rational value, int digits)
    {
        BigInteger scale = BigInteger.Pow(10, digits), units = ((value.Abs() * Rational.Of(scale, 1)) + ((Rational)1 / 2)).Floor();
        string whole = (units / scale).ToString("#,##0", CultureInfo.InvariantCulture), sign = value.Sign < 0 && !units.IsZero ? "-" : "";
        return digits == 0 ? sign + whole : $"{sign}{whole}.{(units % scale).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0')}";
    }

    internal static string Day(LocalDate date) => LocalDatePattern.Iso.Format(date);

    internal static string Words(ShareAllocation allocation) => allocation switch
    {
        ShareAllocation.CumulativeRoundDown => "cumulative round-down",
        ShareAllocation.CumulativeRounding => "cumulative rounding",
        ShareAllocation.FrontLoaded => "front-loaded",
        ShareAllocation.BackLoaded => "back-loaded",
        ShareAllocation.FrontLoadedToSingleTranche => "front-loaded to a single tranche",
        ShareAllocation.BackLoadedToSingleTranche => "back-loaded to a single tranche",
        ShareAllocation.Fractional => "fractional",
        _ => throw new ArgumentOutOfRangeException(nameof(allocation), allocation, "A share allocation is one of the seven of Open Cap Format."),
    };
}
