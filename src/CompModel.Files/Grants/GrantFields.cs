using System.Globalization;

namespace CompModel.Files;

/// <summary>Words and amounts of files of grants. Words of Open Cap Format may stand in its capitals, or in small letters with blanks or hyphens.</summary>
internal static class GrantFields
{
    // What a vesting time holds: a hundred years.
    internal const int MostMonths = 1_200, MostDays = 36_525;

    extension(Field field)
    {
        /// <summary>How whole shares fall; cumulative round-down where the field is empty.</summary>
        public ShareAllocation? AllocationOrDefault() => field.IsEmpty ? ShareAllocation.CumulativeRoundDown : field.Said(OpenCapWords.Allocations);

        /// <summary>One of some words of Open Cap Format; null, reported, for any other.</summary>
        public T? Said<T>((string Word, T Value)[] words)
            where T : struct => (field with { Text = Plain(field.Text) }).OneOf([.. words.Select(word => (Plain(word.Word), word.Value))]);

        /// <summary>A number of months, or days, or a date; or none where the field is empty. False where something was wrong and reported.</summary>
        public bool OptionalTime(out VestingTime? time)
        {
            time = null;
            if (field.IsEmpty)
                return true;
            if (field.Counted("months", MostMonths, out int months))
                time = new VestingTime.Months(months);
            else if (field.Counted("days", MostDays, out int days))
                time = new VestingTime.Days(days);
            else if (field.Text.Contains('-', StringComparison.Ordinal) || field.Text.Contains('/', StringComparison.Ordinal) || field.Text.Contains('.', StringComparison.Ordinal))
                time = field.Date() is { } date ? new VestingTime.On(date) : null;
            else
                field.Report(DiagnosticCode.Value, field.Found, "a date such as 2031-03-31, or months from the vesting start such as '84 months' (at most 1,200)", int.TryParse(field.Text, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? $"write '{field.Text} months'" : "");
            return time is not null;
        }

        /// <summary>How much vests at once; null, reported, for what is none.</summary>
        public Acceleration? Extent()
        {
            if (field.Text == "all")
                return new Acceleration.All();
            if (field.Text is "pro rata" or "pro-rata")
                return new Acceleration.ProRata();
            if (field.Counted("months", MostMonths, out int months))
                return new Acceleration.Months(months);
            if (field.Shares() is { } shares)
                return new Acceleration.Shares(shares);
            if (field.Text.EndsWith('%'))
                return field.Share() is { } share ? new Acceleration.Portion(share) : null;
            field.Report(
                field.IsEmpty ? DiagnosticCode.ValueMissing : DiagnosticCode.Value, field.Found, "all, a percentage such as 50%, 12 months, 100 shares or pro rata",
                field.Text.Length > 0 && field.Text.All(char.IsAsciiDigit) ? $"write '{field.Text} shares', '{field.Text} months' or '{field.Text}%', whichever is meant" : "");
            return null;
        }

        /// <summary>A number of shares, "100 shares"; null for anything else.</summary>
        public long? Shares() => field.Text.Split(' ') is [var number, "shares" or "share"] ? Number(number, OpenCapFields.MostShares) : null;

        /// <summary>A whole number before a word, above zero: "12 months".</summary>
        public bool Counted(string word, int most, out int count)
        {
            string[] parts = field.Text.Split(' ');
            count = 0;
            return parts.Length == 2 && (parts[1] == word || parts[1] + "s" == word) && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out count) && count >= 1 && count <= most;
        }
    }

    /// <summary>Digits alone, from 1 to a most; null for anything else.</summary>
    internal static long? Number(string text, long most) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number >= 1 && number <= most ? number : null;

    private static string Plain(string word) => word.Replace('_', ' ').Replace('-', ' ').ToLowerInvariant();
}
