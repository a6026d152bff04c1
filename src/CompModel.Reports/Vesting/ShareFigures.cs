using System.Globalization;
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
        decimal rounded = new Amount(shares, Currency.None).Round(new Rounding(0.0001m)).Value;
        return ((Rational)rounded == shares ? "" : "~") + rounded.ToString("#,##0.####", CultureInfo.InvariantCulture);
    }

    internal static string Value(Rational shares, Amount price) => Figures.Cents((price * shares).Round(Rounding.ToMinorUnit));

    /// <summary>A part of a whole in percent with one decimal; nothing of nothing.</summary>
    internal static string Percent(Rational part, Rational whole) =>
        whole.Sign == 0 ? Figures.NotAvailable : new Amount(part / whole * 100, Currency.None).Round(new Rounding(0.1m)).Value.ToString("0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>"42.50 USD": with the decimals of the currency at least.</summary>
    internal static string Price(Amount price) => price.Round(Rounding.ToMinorUnit) is var money && (Rational)money.Value == price.Value ? $"{Figures.Cents(money)} {price.Currency}" : $"{price.Value} {price.Currency}";

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
