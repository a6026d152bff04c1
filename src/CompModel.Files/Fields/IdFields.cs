using System.Globalization;
using System.Text;

namespace CompModel.Files;

/// <summary>Ids, currencies and measures: what files refer to each other by.</summary>
internal static class IdFields
{
    extension(Field field)
    {
        /// <summary>
        /// An id in normal form C, so that one id written in two ways is one. Nothing that cannot be seen may be part of it. Slashes, dots and
        /// quotes may: an id is never a path.
        /// </summary>
        public string? Id()
        {
            string text = field.Text;
            if (text.Length == 0)
            {
                field.Report(DiagnosticCode.ValueMissing, field.Found, "an id");
                return null;
            }
            for (int i = 0; i < text.Length; i++)
            {
                if (CharUnicodeInfo.GetUnicodeCategory(text, i) is UnicodeCategory.Control or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                {
                    field.Report(
                        DiagnosticCode.ControlCharacter, string.Create(CultureInfo.InvariantCulture, $"{field.Found}, with U+{(int)text[i]:X4}"),
                        "an id without invisible characters", "type the id again", at: i);
                    return null;
                }
            }
            if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
            {
                field.Report(DiagnosticCode.Id, field.Found, "an id without blanks around it", "delete the blanks");
                return null;
            }
            return text.Normalize(NormalizationForm.FormC);
        }

        /// <summary>A currency, where one is expected that one; null, reported, for another or an unknown one.</summary>
        public Currency? CurrencyOf(Currency? expected)
        {
            if (!Currency.TryOf(field.Text, out Currency currency) || currency == Currency.None)
            {
                field.Report(
                    field.IsEmpty ? DiagnosticCode.ValueMissing : DiagnosticCode.Currency, field.Found, "a currency code of ISO 4217 in capitals, such as USD");
                return null;
            }
            if (expected is { } one && currency != one)
            {
                field.Report(
                    DiagnosticCode.Currency, field.Found, $"{one}, the currency of plan.yaml", "convert the amounts; a case has one currency");
                return null;
            }
            return currency;
        }
    }
}
