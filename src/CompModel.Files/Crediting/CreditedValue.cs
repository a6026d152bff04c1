namespace CompModel.Files;

/// <summary>Which share of a deal's amounts is credited: all of it, or that of one year of its contract. What one row of a deal states holds for all, its refunds too.</summary>
internal sealed class CreditedValue
{
    private readonly Dictionary<string, (Rational Months, Rational? Stated)> years = new(StringComparer.Ordinal);

    /// <summary>What the deals of some rows are credited at. Rows that contradict each other about a year are reported, where a year is what counts.</summary>
    public CreditedValue(IReadOnlyList<(CsvRecord Record, DealRow Deal)> rows, ContractValue counts)
    {
        if (counts == ContractValue.Total)
            return;
        foreach (var deal in rows.GroupBy(row => row.Deal.Id, StringComparer.Ordinal))
        {
            List<(CsvRecord Record, DealRow Deal)> bookings = [.. deal.Where(row => row.Deal.Type == DealType.Booking)];
            List<(CsvRecord Record, DealRow Deal)> stating = bookings.Count > 0 ? bookings : [.. deal];
            foreach ((CsvRecord record, DealRow row) in stating)
                Check(record, row, stating);
            DealRow? annual = stating.Select(row => row.Deal).FirstOrDefault(row => row.AnnualValue is not null);
            int term = stating.Select(row => row.Deal.TermMonths).FirstOrDefault(months => months is not null) ?? 0;
            years.Add(deal.Key, (term > 12 ? (Rational)12 / term : Rational.One, annual is null ? null : Stated(annual)));
        }
    }

    /// <summary>A credit of a row at what counts of its deal. A stated value of a year is of the row's own measure; in others the term decides. Units count whole.</summary>
    public Credit Of(Credit credit, DealRow deal)
    {
        if (!credit.Measure.IsMoney || !years.TryGetValue(deal.Id, out (Rational Months, Rational? Stated) year))
            return credit;
        Rational share = credit.Measure == deal.Credit.Measure ? year.Stated ?? year.Months : year.Months;
        return credit with { DealAmount = credit.DealAmount * share };
    }

    private static Rational? Stated(DealRow row) =>
        !row.Credit.Measure.IsMoney ? null : row.Credit.DealAmount.Value.Sign == 0 ? Rational.One : (Rational)row.AnnualValue!.Value.Value / row.Credit.DealAmount.Value;

    private static void Check(CsvRecord record, DealRow row, List<(CsvRecord Record, DealRow Deal)> rows)
    {
        Field term = record["term_months"], annual = record["annual_value"];
        if (row.TermMonths is not null && rows.First(other => other.Deal.TermMonths is not null).Deal is var first && first.TermMonths != row.TermMonths)
            term.Report(DiagnosticCode.SplitMismatch, $"{term.Found} in one row of deal {Field.Quote(row.Id)}", FormattableString.Invariant($"{first.TermMonths}, as in another, or nothing"), "a year of the deal is one amount");
        if (row.AnnualValue is not { } year || !row.Credit.Measure.IsMoney)
            return;
        if (Stated(row) is var share && (share < Rational.Zero || share > Rational.One || (row.Credit.DealAmount.Value.Sign == 0 && year.Value != 0)))
            annual.Report(DiagnosticCode.NumberRange, annual.Found, $"what a year of the deal is worth: between 0 and its amount, {record["amount"].Text}", "credit_value: annual credits it");
        if (rows.First(other => other.Deal.AnnualValue is not null).Deal.AnnualValue is { } stated && stated != year)
            annual.Report(DiagnosticCode.SplitMismatch, $"{annual.Found} in one row of deal {Field.Quote(row.Id)}", FormattableString.Invariant($"{stated.Value}, as in another, or nothing"), "a year of the deal is one amount");
    }
}
