using System.Globalization;

namespace CompModel.Reports;

/// <summary>How estimates are printed: money in whole thousands, shares in percent; invariant in culture.</summary>
internal static class Figures
{
    internal const string NotAvailable = "–";

    internal static string Thousands(double amount) => ThousandUnits(Rounded(amount));

    /// <summary>Whole thousands, half away from zero.</summary>
    internal static double Rounded(double amount) => Math.Round(amount / 1000, MidpointRounding.AwayFromZero);

    /// <summary>An error in thousands: with a decimal below ten, or it would often read 0. A dash where it is not known.</summary>
    internal static string Error(double amount) => double.IsNaN(amount) ? NotAvailable : amount < 10_000 ? Number(amount / 1000, 1) : Thousands(amount);

    internal static string ThousandUnits(double thousands) =>
        thousands < 0 ? "−" + (-thousands).ToString("#,##0", CultureInfo.InvariantCulture) : Math.Abs(thousands).ToString("#,##0", CultureInfo.InvariantCulture);

    internal static string Percent(double fraction, int decimals = 1) =>
        (fraction < 0 ? "−" : "") + Math.Abs(fraction * 100).ToString("#,##0." + new string('0', decimals), CultureInfo.InvariantCulture).TrimEnd('.') + " %";

    /// <summary>A part in percent of a whole; a dash of nothing.</summary>
    internal static string Share(double part, double whole, int decimals = 1) =>
        whole == 0 || double.IsNaN(part) ? NotAvailable : Percent(part / whole, decimals);

    internal static string Number(double value, int decimals) => value.ToString("#,##0." + new string('0', decimals), CultureInfo.InvariantCulture).TrimEnd('.');

    /// <summary>Money of statements, to the minor unit, without its currency.</summary>
    internal static string Cents(Money amount) =>
        (amount.Value < 0 ? "−" : "") + Math.Abs(amount.Value).ToString("#,##0." + new string('0', amount.Currency.MinorUnitDigits), CultureInfo.InvariantCulture).TrimEnd('.');

    /// <summary>Parts of a total in whole thousands that add up to the total's thousands (largest remainder).</summary>
    internal static double[] Footed(IReadOnlyList<double> parts)
    {
        // Estimates below 10^15 fit a decimal; six places are far below what is printed.
        Rational[] thousands = Apportionment.LargestRemainder([.. parts.Select(part => (Rational)Math.Round((decimal)part / 1000, 6))], 1);
        return [.. thousands.Select(part => (double)part.Numerator)];
    }

    /// <summary>
    /// Parts in whole thousands that add up to a total that is printed elsewhere and lies within a thousand of theirs (largest remainder); no part moves by more than one.
    /// </summary>
    internal static double[] Footed(IReadOnlyList<double> parts, double total)
    {
        double[] thousands = [.. parts.Select(part => Math.Round(part / 1000, 6))], printed = [.. thousands.Select(Math.Floor)];
        int[] order = [.. Enumerable.Range(0, parts.Count).OrderByDescending(i => thousands[i] - printed[i])];
        double left = total - printed.Sum();
        foreach (int i in left < 0 ? order.Reverse() : order)
        {
            if (left == 0)
                break;
            printed[i] += Math.Sign(left);
            left -= Math.Sign(left);
        }
        return printed;
    }
}
