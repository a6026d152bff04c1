using NodaTime;

namespace CompModel.Files;

/// <summary>What the rows of deals.csv give, once they hold together: a credit in each measure, in the case's currency.</summary>
internal static class DealCredits
{
    /// <summary>The rows with their credits, that of the row's own measure first. What is wrong with other measures, or has no rate, is reported.</summary>
    public static IEnumerable<(CsvRecord Record, DealRow Deal, IReadOnlyList<Credit> Credits)> Of(
        IReadOnlyList<(CsvRecord Record, DealRow Deal)> rows, PlanFile plans, CaseCurrency currencies)
    {
        Dictionary<string, LocalDate> booked = rows.Where(row => row.Deal.Type == DealType.Booking)
            .GroupBy(row => row.Deal.Id, StringComparer.Ordinal).ToDictionary(deal => deal.Key, deal => deal.Min(row => row.Deal.Credit.Date), StringComparer.Ordinal);
        var value = new CreditedValue(rows, plans.CreditValue);
        foreach ((CsvRecord record, DealRow deal) in rows)
        {
            // At the booking's rate, a deal that is taken back whole leaves nothing.
            LocalDate dealt = booked.GetValueOrDefault(deal.Id, deal.Credit.Date);
            Credit[] credits = [.. (DealDetails.InOtherMeasures(record, deal, plans) ?? []).Prepend(deal.Credit).Select(credit => currencies.Convert(value.Of(credit, deal), dealt, record))];
            yield return (record, deal with { Credit = credits[0] }, credits);
        }
    }
}
