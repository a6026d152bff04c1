using NodaTime;

namespace CompModel.Files;

/// <summary>
/// rates.csv: one unit of <c>from</c> is <c>rate</c> units of <c>to</c> from <c>date</c> on, up to the next row of the pair. Rows stand in any order. A pair is
/// stated in one direction, once a date; no inverse is taken and no cross, for a bank's two rates are no inverses of each other.
/// </summary>
internal static class RateFile
{
    internal const string FileName = "rates.csv";
    private static readonly string[] Columns = ["from", "to", "date", "rate"];

    /// <summary>The case's currency with the rates of a file; without text, of one that was refused.</summary>
    public static CaseCurrency Read(SourceText? source, PlanFile plans)
    {
        CsvTable? table = source is null ? null : CsvTable.Read(source, Columns, []);
        var rows = new Dictionary<(Currency From, Currency To), SortedDictionary<LocalDate, (CsvRecord Record, Rational Rate)>>();
        bool complete = table is { IsComplete: true };
        foreach (CsvRecord record in table?.Records ?? [])
        {
            Currency? from = record["from"].CurrencyOf(null), to = record["to"].CurrencyOf(null);
            LocalDate? date = record["date"].Date();
            decimal? rate = record["rate"].Positive("a rate above 0: the units of to for one of from");
            if (from is null || to is null || date is null || rate is null || !Fits(record, (from.Value, to.Value), date.Value, rows))
            {
                complete = false;
                continue;
            }
            if (!rows.TryGetValue((from.Value, to.Value), out var pair))
                rows.Add((from.Value, to.Value), pair = []);
            pair.Add(date.Value, (record, rate.Value));
        }
        ExchangeRates rates = ExchangeRates.None;
        foreach (((Currency from, Currency to), var pair) in rows)
            rates = pair.Aggregate(rates, (all, row) => all.With(from, to, row.Value.Rate, row.Key));
        return new(plans, rates, rows.ToDictionary(pair => pair.Key, pair => pair.Value.First().Key), complete);
    }

    private static bool Fits(
        CsvRecord record, (Currency From, Currency To) pair, LocalDate date, Dictionary<(Currency From, Currency To), SortedDictionary<LocalDate, (CsvRecord Record, Rational Rate)>> rows)
    {
        SourceText source = record["from"].Source;
        if (pair.From == pair.To)
        {
            record["to"].Report(DiagnosticCode.Currency, $"{record["to"].Found}, as from is", "another currency", "a currency needs no rate to itself");
            return false;
        }
        if (rows.TryGetValue((pair.To, pair.From), out var other))
        {
            int line = source.PlaceOf(other.First().Value.Record["from"].Offset).Line;
            record["from"].Report(
                DiagnosticCode.Definition, FormattableString.Invariant($"{pair.From} to {pair.To}, and line {line} has {pair.To} to {pair.From}"), "each pair in one direction",
                "state the one in which amounts are converted");
            return false;
        }
        if (rows.TryGetValue(pair, out var stated) && stated.TryGetValue(date, out var same))
        {
            int line = source.PlaceOf(same.Record["from"].Offset).Line;
            record["date"].Report(
                DiagnosticCode.DuplicateRate, FormattableString.Invariant($"{pair.From} to {pair.To} from {date:uuuu-MM-dd} on stands in line {line}, too"), "one rate for each pair and date");
            return false;
        }
        return true;
    }
}
