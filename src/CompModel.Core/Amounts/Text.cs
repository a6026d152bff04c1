using System.Globalization;
using System.Numerics;
using System.Text;

namespace CompModel;

/// <summary>How exact numbers are printed for people: rounded, grouped, invariant in culture.</summary>
internal static class Text
{
    /// <summary>"87.61 %": at most a number of decimals, no trailing zeros beyond two.</summary>
    internal static string Percent(Rational fraction, int decimals = 2) => $"{Number(fraction * 100, decimals)} %";

    /// <summary>"1,234.5": rounded half away from zero to at most a number of decimals.</summary>
    internal static string Number(Rational value, int decimals)
    {
        BigInteger scale = BigInteger.Pow(10, decimals);
        BigInteger units = ((value.Abs() * Rational.Of(scale, 1)) + ((Rational)1 / 2)).Floor();
        string whole = (units / scale).ToString("#,##0", CultureInfo.InvariantCulture);
        string fraction = (units % scale).ToString(CultureInfo.InvariantCulture).PadLeft(decimals, '0').TrimEnd('0');
        return (value.Sign < 0 && !units.IsZero ? "-" : "") + (decimals == 0 || fraction.Length == 0 ? whole : $"{whole}.{fraction}");
    }

    /// <summary>Appends a text of one line or more, broken between words before a width; further lines are indented by two more. A word that is longer stays whole, and so does a percentage.</summary>
    internal static void Wrap(StringBuilder to, string indent, string text, int width)
    {
        string line = indent;
        const string Together = "\u00A0%";
        foreach (string part in text.Replace(" %", Together, StringComparison.Ordinal).Split(' '))
        {
            string word = part.Replace(Together, " %", StringComparison.Ordinal);
            bool empty = string.IsNullOrWhiteSpace(line);
            if (!empty && line.Length + 1 + word.Length > width)
            {
                to.AppendLine(line);
                line = $"{indent}  {word}";
            }
            else
            {
                line += empty ? word : $" {word}";
            }
        }
        to.AppendLine(line);
    }
}
