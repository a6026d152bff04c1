using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CompModel.Files;

/// <summary>
/// Values of Open Cap Format: numbers of shares and of ratios are text with at most ten decimals, counts are JSON numbers, ids are text. What is of another kind is
/// reported with the way to write it.
/// </summary>
internal static partial class OpenCapFields
{
    internal const long MostShares = 999_999_999_999_999;
    private const int MostDigits = 40, MostIdLength = 200;

    extension(KeyReader keys)
    {
        /// <summary>A text that must be there; null, reported, otherwise.</summary>
        public Field? RequireText(string key, string expected) => keys.Require(key, expected) is { } node ? node.OfKind(key, JsonValueKind.String, expected) : null;

        /// <summary>A text that may be absent; false where it is something else, which has been reported.</summary>
        public bool FindText(string key, string expected, out Field? field)
        {
            field = keys.Find(key)?.OfKind(key, JsonValueKind.String, expected);
            return field is not null || !keys.Has(key);
        }

        /// <summary>An id that must be there.</summary>
        public string? RequireId(string key) => keys.RequireText(key, "an id") is { } field ? field.ShortId() : null;

        /// <summary>A number that JSON writes without quotes, at least so many; null, reported, for another.</summary>
        public int? RequireCount(string key, int least) => keys.Require(key, "a whole number") is { } node ? node.Count(key, least) : null;

        /// <summary>Whole shares of at least so many: "4800".</summary>
        public long? RequireShares(string key, long least) => keys.RequireText(key, "a number of shares in quotes, such as \"4800\"") is { } field ? field.Shares(least) : null;
    }

    extension(YamlNode node)
    {
        /// <summary>The value if it is of a kind; null, reported, otherwise.</summary>
        public Field? OfKind(string name, JsonValueKind kind, string expected)
        {
            if (node is not YamlNode.Scalar scalar || scalar.Json == kind)
                return node.Field(name);
            (string found, string hint) = (scalar.Json, kind) switch
            {
                (JsonValueKind.Null, _) => ("null", "leave the key out"),
                (JsonValueKind.Number, JsonValueKind.String) => (Field.Quote(scalar.Text).Trim('\''), "write it in quotes: in Open Cap Format such numbers are text"),
                (JsonValueKind.String, JsonValueKind.Number) => ("text", "write it without quotes"),
                _ => (Field.Quote(scalar.Text), ""),
            };
            node.Source.Report(node.Start, DiagnosticCode.Type, $"{name} is {found}", expected, hint);
            return null;
        }

        /// <summary>A whole number without quotes, at least so many.</summary>
        public int? Count(string name, int least)
        {
            if (node.OfKind(name, JsonValueKind.Number, "a whole number without quotes, such as 12") is not { } field)
                return null;
            if (int.TryParse(field.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count >= least)
                return count;
            field.Report(DiagnosticCode.NumberRange, field.Found, string.Create(CultureInfo.InvariantCulture, $"a whole number of at least {least}"), "no grant runs longer than a hundred years");
            return null;
        }
    }

    extension(Field field)
    {
        /// <summary>An id of a length that a message may quote.</summary>
        public string? ShortId()
        {
            if (field.Text.Length <= MostIdLength)
                return field.Id();
            field.Report(DiagnosticCode.Limit, $"{field.Name} has more than {MostIdLength} characters", "fewer");
            return null;
        }

        /// <summary>A number as Open Cap Format writes it, exactly; null, reported, for anything else.</summary>
        public Rational? Numeric()
        {
            if (field.Text.Length <= MostDigits && Number().IsMatch(field.Text))
            {
                string[] parts = field.Text.Split('.');
                int decimals = parts.Length == 1 ? 0 : parts[1].Length;
                return Rational.Of(BigInteger.Parse(string.Concat(parts), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), BigInteger.Pow(10, decimals));
            }
            field.Report(
                field.IsEmpty ? DiagnosticCode.ValueMissing : DiagnosticCode.Number, field.Found, "a number of at most ten decimals, such as \"4800\" or \"33.3333333333\"",
                field.Text.Contains('/', StringComparison.Ordinal) ? "write numerator and denominator apart" : field.Text.Contains(',', StringComparison.Ordinal) ? "write it without separators" : "");
            return null;
        }

        /// <summary>Whole shares, at least so many.</summary>
        public long? Shares(long least)
        {
            if (field.Numeric() is not { } number)
                return null;
            if (number.IsInteger && number >= least && number <= MostShares)
                return (long)number.Numerator;
            field.Report(
                DiagnosticCode.NumberRange, field.Found, string.Create(CultureInfo.InvariantCulture, $"whole shares, at least {least} and less than 10^15"),
                number.IsInteger ? "" : "grants are of whole shares; only what vests may be a fraction of one");
            return null;
        }
    }

    [GeneratedRegex(@"\A[+-]?[0-9]+(\.[0-9]{1,10})?\z")]
    private static partial Regex Number();
}
