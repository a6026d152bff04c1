using System.Globalization;
using System.Numerics;
using NodaTime;
using NodaTime.Text;

namespace CompModel;

// Reads the text of one vesting schedule, word by word; the grammar is told at VestingSchedule.Parse.
internal sealed class ScheduleReader
{
    private const string Allowed =
        "Allowed are 'monthly 48', 'quarterly 16', 'annual 4', 'every 6 months 8', 'every 91 days 12', or portions such as '5% at 12, 95% at 24', " +
        "'1/4 at 90 days, 3/4 at 180 days', '25% on 2026-03-01, 75% on 2027-03-01', '25% at 12, 75% monthly 36'; " +
        "then, if any, 'cliff 12' (months; or 'cliff 90 days', 'cliff on 2026-03-01') and 'day 15', 'day last' or 'day start minus one'.";

    private readonly string text;
    private readonly List<string> words = [];
    private int next;

    public ScheduleReader(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        this.text = text;
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            bool mark = i < text.Length && text[i] is ',' or '%' or '/';
            if (i < text.Length && !mark && !char.IsWhiteSpace(text[i]))
                continue;
            if (i > start)
                words.Add(text[start..i]);
            if (mark)
                words.Add(text[i].ToString());
            start = i + 1;
        }
    }

    private string Word => next < words.Count ? words[next] : "";

    public VestingSchedule Read()
    {
        try
        {
            List<(VestingTime At, Rational Portion)> installments = AtGrid ? Run(Rational.One, []) : Portions();
            VestingTime cliff = !Accept("cliff") ? VestingTime.AtStart : Accept("on") ? Date() : Offset();
            VestingDay day = Accept("day") ? Day() : VestingDay.OfStart;
            return next == words.Count
                ? VestingSchedule.Of(installments).WithCliff(cliff).OnDay(day)
                : throw Wrong("',', 'cliff', then 'day', or the end");
        }
        catch (ArgumentException e)
        {
            throw new FormatException($"{Quoted(text)} is no vesting schedule: {e.Message}", e);
        }
    }

    private bool AtGrid => Word.ToLowerInvariant() is "monthly" or "quarterly" or "annual" or "every";

    private List<(VestingTime At, Rational Portion)> Portions()
    {
        List<(VestingTime At, Rational Portion)> items = [];
        do
        {
            Rational portion = Portion();
            if (AtGrid)
                items.AddRange(Run(portion, items));
            else if (Accept("at"))
                items.Add((Offset(), portion));
            else if (Accept("on"))
                items.Add((Date(), portion));
            else
                throw Wrong("'at', 'on', 'monthly', 'quarterly', 'annual' or 'every'");
        }
        while (Accept(","));
        return items;
    }

    // Equal parts of a portion, at equal steps from the item before, or from the start.
    private List<(VestingTime At, Rational Portion)> Run(Rational whole, List<(VestingTime At, Rational Portion)> before)
    {
        string grid = Take().ToLowerInvariant();
        int length = grid switch { "monthly" => 1, "quarterly" => 3, "annual" => 12, _ => Number(1) };
        bool days = grid == "every" && !Accept("months") && (Accept("days") ? true : throw Wrong("'months' or 'days'"));
        int count = Number(1);
        int from = before.Count == 0 ? 0 : before[^1].At switch
        {
            VestingTime.Months months when !days => months.Count,
            VestingTime.Days at when days => at.Count,
            _ => throw new ArgumentException($"Equal parts go on from an item that counts in the same unit; the one before is {before[^1].At}."),
        };
        int most = days ? VestingTime.Days.Most : VestingTime.Months.Most;
        if (count > (most - from) / length)
            throw new ArgumentException($"{count} parts, {length} {(days ? "days" : "months")} apart, reach beyond {most} after the start.");
        Rational portion = whole / count;
        return [.. Enumerable.Range(1, count).Select(n => (After(from + (n * length)), portion))];

        VestingTime After(int time) => days ? new VestingTime.Days(time) : new VestingTime.Months(time);
    }

    private Rational Portion()
    {
        string number = Word;
        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal percent))
            percent = -1;
        bool whole = BigInteger.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out BigInteger numerator);
        if (percent < 0 && !whole)
            throw Wrong("a portion such as '5%' or '1/48', or 'monthly', 'quarterly', 'annual', 'every'");
        next++;
        if (percent >= 0 && Accept("%"))
            return (Rational)percent / 100;
        if (!whole || !Accept("/"))
            throw Wrong($"'%' or '/' behind {Quoted(number)}");
        if (!BigInteger.TryParse(Word, NumberStyles.None, CultureInfo.InvariantCulture, out BigInteger denominator) || denominator.IsZero)
            throw Wrong("a whole number above zero");
        next++;
        return Rational.Of(numerator, denominator);
    }

    private VestingTime Offset()
    {
        int count = Number(0);
        if (Accept("days"))
            return new VestingTime.Days(count);
        _ = Accept("months");
        return new VestingTime.Months(count);
    }

    private VestingTime.On Date()
    {
        ParseResult<LocalDate> date = LocalDatePattern.Iso.Parse(Word);
        if (!date.Success)
            throw Wrong("a date such as '2026-03-01'");
        next++;
        return new VestingTime.On(date.Value);
    }

    private VestingDay Day()
    {
        if (Accept("last"))
            return VestingDay.Last;
        if (!Accept("start"))
            return VestingDay.OfMonth(Number(1));
        if (!Accept("minus"))
            return VestingDay.OfStart;
        return Accept("one") ? VestingDay.OfStartMinusOne : throw Wrong("'one' behind 'start minus'");
    }

    private int Number(int least)
    {
        if (!int.TryParse(Word, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < least || number > VestingTime.Days.Most)
            throw Wrong($"a whole number from {least} to {VestingTime.Days.Most}");
        next++;
        return number;
    }

    private bool Accept(string word)
    {
        bool found = Word.Equals(word, StringComparison.OrdinalIgnoreCase);
        next += found ? 1 : 0;
        return found;
    }

    private string Take() => words[next++];

    private FormatException Wrong(string expected) =>
        new($"{Quoted(text)} is no vesting schedule: found {(next < words.Count ? Quoted(Word) : "the end")} where {expected} is expected. {Allowed}");

    // A file may hold anything; its text must not swell the message.
    private static string Quoted(string found) => found.Length <= 100 ? $"'{found}'" : $"'{found[..100]}…'";
}
