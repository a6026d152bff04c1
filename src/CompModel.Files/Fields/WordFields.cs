using System.Globalization;

namespace CompModel.Files;

/// <summary>Words that several files use: frequencies, periods, and sentences of people.</summary>
internal static class WordFields
{
    extension(Field field)
    {
        /// <summary>How often; null, reported, for another word.</summary>
        public Frequency? Frequency() => field.OneOf(
            ("annual", CompModel.Frequency.Annual), ("semi_annual", CompModel.Frequency.SemiAnnual),
            ("quarterly", CompModel.Frequency.Quarterly), ("monthly", CompModel.Frequency.Monthly));

        /// <summary>A period of the plan year by its code; null, reported, for anything else.</summary>
        public MeasurementPeriod? PeriodOf(PlanYear year)
        {
            if (year.TryPeriod(field.Text, out MeasurementPeriod period))
                return period;
            field.Report(
                field.IsEmpty ? DiagnosticCode.ValueMissing : DiagnosticCode.Period, field.Found, $"a period of {year}, such as {year.Codes}",
                field.IsEmpty ? "" : Hint(field.Text, year));
            return null;
        }

        /// <summary>A text that somebody wrote, in one line; null, reported, where there is none, and for characters that nobody sees or that turn a line around.</summary>
        public string? Line(string expected, string hint)
        {
            if (string.IsNullOrWhiteSpace(field.Text))
            {
                field.Report(DiagnosticCode.ValueMissing, field.Found, expected, hint);
                return null;
            }
            for (int i = 0; i < field.Text.Length; i++)
            {
                // Joiners belong to the spelling of some languages.
                if (field.Text[i] is not ('\u200C' or '\u200D') && CharUnicodeInfo.GetUnicodeCategory(field.Text, i) is UnicodeCategory.Control or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                {
                    field.Report(
                        DiagnosticCode.ControlCharacter, string.Create(CultureInfo.InvariantCulture, $"{field.Found}, with U+{(int)field.Text[i]:X4}"),
                        "one line of text without invisible characters", "type it again", at: i);
                    return null;
                }
            }
            return field.Text.Trim();
        }
    }

    // "Q1 2026", "2026Q1" and, of FY2027, "2027-Q1" are near to what is meant.
    private static string Hint(string text, PlanYear year)
    {
        string plain = Plain(text);
        return Enum.GetValues<Frequency>().SelectMany(year.Periods).Select(period => period.Code).FirstOrDefault(code => Plain(code) == plain) is { } same ? $"did you mean '{same}'?" : "";
    }

    private static string Plain(string code) => string.Concat(code.ToUpperInvariant().Replace("FY", "", StringComparison.Ordinal).Where(char.IsLetterOrDigit).Order());
}
