using System.Globalization;
using System.Text.RegularExpressions;

namespace CompModel.Files;

/// <summary>Numbers in files: a sign if any, digits, and one point if any. Nothing else is a number, for there is always a second way to read it.</summary>
internal static partial class NumberFields
{
    private const decimal Limit = 1_000_000_000_000_000m;
    private const int MostDecimals = 12;
    private const string Expected = "a number such as 1234.56";

    extension(Field field)
    {
        /// <summary>A number, |x| below 10^15 with at most twelve decimals.</summary>
        public decimal? Decimal() => field.Decimal(field.Text);

        /// <summary>A number above zero.</summary>
        public decimal? Positive(string what)
        {
            if (field.Decimal() is not { } value)
                return null;
            if (value > 0)
                return value;
            field.Report(DiagnosticCode.NumberRange, field.Found, what);
            return null;
        }

        /// <summary>A whole number in a range.</summary>
        public long? Whole(long least, long most)
        {
            if (field.Decimal() is not { } value)
                return null;
            if (decimal.IsInteger(value) && value >= least && value <= most)
                return (long)value;
            field.Report(
                DiagnosticCode.NumberRange, field.Found, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));
            return null;
        }

        /// <summary>A sum of money in whole minor units of its currency.</summary>
        public Money? Money(Currency currency)
        {
            if (field.Decimal() is not { } value)
                return null;
            if (decimal.Round(value, currency.MinorUnitDigits) == value)
                return new Money(value, currency);
            field.Report(
                DiagnosticCode.MoneyScale, field.Found, $"at most {currency.MinorUnitDigits} decimals, as {currency} has", "round it, or check the currency");
            return null;
        }

        /// <summary>A sum of money of at least zero.</summary>
        public Money? MoneyAtLeastZero(Currency currency)
        {
            if (field.Money(currency) is not { } money)
                return null;
            if (money.Value >= 0)
                return money;
            field.Report(DiagnosticCode.NumberRange, field.Found, "a sum of at least 0");
            return null;
        }

        /// <summary>Base and target incentive of one person; null, reported at this field, where together they leave the range of money.</summary>
        public OnTargetEarnings? Earnings(Money salary, Money target)
        {
            if (salary.Value + target.Value < Limit)
                return new(salary, target);
            field.Report(DiagnosticCode.NumberRange, FormattableString.Invariant($"{field.Found}, and base and variable together are {salary.Value + target.Value}"), "less than 10^15 in sum");
            return null;
        }

        /// <summary>An amount of a measure: money in the case's currency, or units.</summary>
        public Money? AmountOf(Measure measure, Currency currency) =>
            measure.IsMoney ? field.Money(currency) : field.Decimal() is { } units ? new Money(units, Currency.None) : null;

        /// <summary>A quota: an amount of a measure above zero.</summary>
        public Money? Quota(Measure measure, Currency currency)
        {
            if (field.AmountOf(measure, currency) is not { } quota)
                return null;
            if (quota.Value > 0)
                return quota;
            field.Report(
                DiagnosticCode.NumberRange, field.Found, "a quota above 0",
                "against a quota of zero there is no attainment; somebody without a quota needs another plan");
            return null;
        }

        /// <summary>A part of the text as a number; what is wrong with it is reported at the field.</summary>
        internal decimal? Decimal(string text)
        {
            if (field.IsEmpty)
            {
                field.Report(DiagnosticCode.ValueMissing, field.Found, Expected);
                return null;
            }
            if (!Plain().IsMatch(text))
            {
                field.Report(DiagnosticCode.Number, field.Found, Expected, Hint(text));
                return null;
            }
            int point = text.IndexOf('.', StringComparison.Ordinal);
            if (point >= 0 && text[(point + 1)..].TrimEnd('0').Length > MostDecimals)
            {
                field.Report(DiagnosticCode.NumberRange, field.Found, "at most twelve decimals");
                return null;
            }
            if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
                || Math.Abs(value) >= Limit)
            {
                field.Report(DiagnosticCode.NumberRange, field.Found, "less than 10^15 in size");
                return null;
            }
            return value;
        }
    }

    private static string Hint(string text)
    {
        if (text.FirstOrDefault(c => char.IsDigit(c) && !char.IsAsciiDigit(c)) is var digit and not '\0')
            return string.Create(CultureInfo.InvariantCulture, $"U+{(int)digit:X4} is no digit 0 to 9: type the number again with a Latin keyboard");
        if (text.StartsWith('#'))
            return "an Excel error: correct the formula there";
        if (text.Trim() != text)
            return "delete the blanks around it";
        if (Exponent().IsMatch(text))
            return "Excel shortened it and its digits are lost: format the column as a number and save again";
        if (text.EndsWith('%'))
            return "write the number without a percent sign";
        if (text.StartsWith('(') && text.EndsWith(')'))
            return "write a negative number with a minus sign";
        if (text.Contains('\u2212', StringComparison.Ordinal))
            return "write the minus as '-'";
        if (Thousands().IsMatch(text))
            return "write it without thousands separators";
        if (DecimalComma().IsMatch(text))
            return "write a point for the decimals and no other separator";
        if (text.Any(c => char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol || char.IsLetter(c)))
            return "write digits alone; the currency has its own place";
        return text.StartsWith('.') || text.EndsWith('.') ? "write digits on both sides of the point" : "";
    }

    [GeneratedRegex(@"\A[+-]?[0-9]+(\.[0-9]+)?\z")]
    private static partial Regex Plain();

    [GeneratedRegex(@"\A[+-]?[0-9]+([.,][0-9]+)?[eE][+-]?[0-9]+\z")]
    private static partial Regex Exponent();

    [GeneratedRegex(@"\A[^0-9]?[+-]?[0-9]{1,3}([,'’ \u00A0\u202F_][0-9]{3})+(\.[0-9]+)?\z")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"\A[^0-9]?[+-]?[0-9.'’ \u00A0\u202F]+,[0-9]+\z")]
    private static partial Regex DecimalComma();
}
