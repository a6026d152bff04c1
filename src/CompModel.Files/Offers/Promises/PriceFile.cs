using NodaTime;

namespace CompModel.Files;

/// <summary>A file of closing prices beside an offer: CSV with the columns <c>date</c> and <c>price</c>.</summary>
internal static class PriceFile
{
    /// <summary>The history of a file that a field names; null, reported, where it is none.</summary>
    public static PriceHistory? Read(Field named, Func<string, SourceText?> beside)
    {
        if (named.Required("the name of a file, such as prices.csv") is not { } name)
            return null;
        if (Path.GetFileName(name) != name)
        {
            named.Report(DiagnosticCode.Value, named.Found, "the name of a file beside this one, without a folder");
            return null;
        }
        if (beside(name) is not { } source || CsvTable.Read(source, ["date", "price"], []) is not { } table)
            return null;
        (LocalDate? Date, decimal? Price)[] closes = [.. table.Records.Select(record => (record["date"].Date(), record["price"].Positive("a price above 0")))];
        if (!table.IsComplete || closes.Any(close => close.Date is null || close.Price is null))
            return null;
        return new YamlNode.Scalar(source, 0, name).Build(() => new PriceHistory([.. closes.Select(close => (close.Date!.Value, close.Price!.Value))]));
    }
}
