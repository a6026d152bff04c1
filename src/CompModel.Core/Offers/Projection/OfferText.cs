using System.Text;

namespace CompModel;

/// <summary>Prints parts by year, in whole units; each column adds up, and the last is the sum of those before it.</summary>
internal static class OfferText
{
    private const int LabelWidth = 12, Width = 14;

    internal static string Of(string title, IReadOnlyList<(string Name, Breakdown<OfferPart> Pay)> years)
    {
        List<(string Name, Breakdown<OfferPart> Pay)> columns = [.. years.Select(year => (year.Name, year.Pay.Rounded(1)))];
        columns.Add(("in all", columns.Select(column => column.Pay).Aggregate((sum, pay) => sum + pay)));
        var text = new StringBuilder().AppendLine(title);
        Row("", column => column.Name);
        foreach (OfferPart part in Breakdown<OfferPart>.Parts)
        {
            if (columns.Any(column => column.Pay[part].Value.Sign != 0))
                Row(part.ToString(), column => Text.Number(column.Pay[part].Value, 0));
        }
        Row("total", column => Text.Number(column.Pay.Total.Value, 0));
        return text.ToString();

        void Row(string label, Func<(string Name, Breakdown<OfferPart> Pay), string> cell) =>
            text.Append(label.PadRight(LabelWidth)).AppendJoin("", columns.Select(column => cell(column).PadLeft(Width))).AppendLine();
    }
}
