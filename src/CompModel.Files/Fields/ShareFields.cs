using System.Globalization;
using System.Numerics;

namespace CompModel.Files;

/// <summary>Shares, percentages and multipliers: exact fractions, where 1 is 100 %.</summary>
internal static class ShareFields
{
    extension(Field field)
    {
        /// <summary>A percentage that says so: "50 %".</summary>
        public Rational? Percent()
        {
            if (field.Percentage() is { } percent)
                return percent.Fraction;
            if (field.Decimal() is { } plain)
            {
                field.Report(
                    DiagnosticCode.Percent, field.Found, "a percentage such as 50 %",
                    string.Create(CultureInfo.InvariantCulture, $"write '{plain} %' or '{plain * 100} %', whichever is meant"));
            }
            return null;
        }

        /// <summary>A part of a whole, above zero and at most one: "70 %", "0.7" or "1/3".</summary>
        public Rational? Share()
        {
            if (field.Fraction() is not { } share)
                return null;
            if (share.Sign > 0 && share <= Rational.One)
                return share;
            bool plain = !field.Text.EndsWith('%');
            field.Report(
                plain && share > Rational.One ? DiagnosticCode.Percent : DiagnosticCode.NumberRange, field.Found, "a share above 0 % and at most 100 %",
                plain && share > Rational.One && share <= 100 ? $"a percentage says so: write '{field.Text} %'" : "");
            return null;
        }

        /// <summary>A part of a whole that may be nothing or all of it: "0 %" to "100 %".</summary>
        public Rational? ShareOrNone() => field.Percentage() is { Fraction: { Sign: 0 } none } ? none : field.Share();

        /// <summary>A fraction of any size: "95 %", "0.95" or "1/3".</summary>
        public Rational? Fraction()
        {
            if (field.Percentage() is { } percent)
                return percent.Fraction;
            string[] parts = field.Text.Split('/');
            if (parts.Length == 2 && Digits(parts[0]) && Digits(parts[1]) && BigInteger.Parse(parts[1], CultureInfo.InvariantCulture) is { IsZero: false } divisor)
                return Rational.Of(BigInteger.Parse(parts[0], CultureInfo.InvariantCulture), divisor);
            return field.Decimal();
        }

        /// <summary>A multiple of the base rate, at least zero: "2", "2x" or "2×".</summary>
        public Rational? Multiplier()
        {
            string number = field.Text.TrimEnd('x', '×').TrimEnd(' ');
            if (field.Decimal(number) is not { } value)
                return null;
            if (value >= 0)
                return value;
            field.Report(DiagnosticCode.NumberRange, field.Found, "a multiplier such as 2 or 1.5x, at least 0");
            return null;
        }

        /// <summary>What something is multiplied by, at least zero: "1.1", "1.1x", "110 %" or "1/3".</summary>
        public Rational? Factor()
        {
            if ((field.Text.EndsWith('x') || field.Text.EndsWith('×') ? field.Multiplier() : field.Fraction()) is not { } factor)
                return null;
            if (factor.Sign >= 0)
                return factor;
            field.Report(DiagnosticCode.NumberRange, field.Found, "a factor such as 1.1 or 110 %, at least 0");
            return null;
        }

        // Null where the text is no percentage at all; a fraction of null where it is a bad one, which has been reported.
        private (Rational? Fraction, bool Said)? Percentage()
        {
            if (!field.Text.EndsWith('%'))
                return null;
            return field.Decimal(field.Text[..^1].TrimEnd(' ')) is { } percent ? ((Rational)percent / 100, true) : (null, true);
        }
    }

    private static bool Digits(string text) => text.Length is > 0 and <= 12 && text.All(char.IsAsciiDigit);
}
