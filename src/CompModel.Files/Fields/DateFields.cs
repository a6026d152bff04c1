using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace CompModel.Files;

/// <summary>Dates in files: ISO 8601, year-month-day, years 1900 to 2199.</summary>
internal static partial class DateFields
{
    private const string Expected = "a date such as 2026-03-31";

    extension(Field field)
    {
        /// <summary>A date; null, reported, for anything else.</summary>
        public LocalDate? Date()
        {
            if (field.IsEmpty)
            {
                field.Report(DiagnosticCode.ValueMissing, field.Found, Expected);
                return null;
            }
            if (Iso().IsMatch(field.Text) && LocalDatePattern.Iso.Parse(field.Text) is { Success: true, Value: { Year: >= 1900 and <= 2199 } date })
                return date;
            field.Report(DiagnosticCode.Date, field.Found, Expected, Hint(field.Text));
            return null;
        }

        /// <summary>A date, or none where the field is empty. False where something was wrong and reported.</summary>
        public bool OptionalDate(out LocalDate? date)
        {
            date = field.IsEmpty ? null : field.Date();
            return field.IsEmpty || date is not null;
        }
    }

    private static string Hint(string text)
    {
        if (text.Trim() != text)
            return "delete the blanks around it";
        if (Iso().IsMatch(text))
            return "there is no such day in the years 1900 to 2199";
        if (WithTime().IsMatch(text))
            return "write the day alone: a time zone would move it";
        if (Slashes().Match(text) is { Success: true } match)
        {
            int first = Part(match, 1), second = Part(match, 2), year = Part(match, 3);
            string[] readings = [.. new[] { (Month: first, Day: second), (Month: second, Day: first) }
                .Where(reading => reading.Month is >= 1 and <= 12 && reading.Day is >= 1 and <= 31)
                .Select(reading => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{reading.Month:00}-{reading.Day:00}")).Distinct()];
            return readings.Length == 0 ? "" : $"write {string.Join(" or ", readings)}{(readings.Length > 1 ? ", whichever is meant" : "")}";
        }
        if (Serial().IsMatch(text))
            return $"Excel's number for {LocalDatePattern.Iso.Format(new LocalDate(1899, 12, 30).PlusDays(int.Parse(text, CultureInfo.InvariantCulture)))}: format the column as yyyy-mm-dd";
        return Compact().IsMatch(text) ? $"write {text[..4]}-{text[4..6]}-{text[6..]}" : "";
    }

    private static int Part(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}\z")]
    private static partial Regex Iso();

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]+")]
    private static partial Regex WithTime();

    [GeneratedRegex(@"\A([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})\z")]
    private static partial Regex Slashes();

    [GeneratedRegex(@"\A[1-9][0-9]{4}\z")]
    private static partial Regex Serial();

    [GeneratedRegex(@"\A(19|20|21)[0-9]{6}\z")]
    private static partial Regex Compact();
}
