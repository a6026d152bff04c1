using NodaTime;

namespace CompModel.Files;

/// <summary>
/// deals.csv: one row a credit, whose money is in the row's currency. credit_pct is in percent (100 is the whole deal) or an exact fraction (1/3). Besides its own columns it has one for whatever else plans look
/// at in a deal, and may have one for each measure that plan.yaml declares.
/// </summary>
internal static class DealFile
{
    internal const string FileName = "deals.csv";
    private static readonly string[] Required = ["deal_id", "rep_id", "close_date", "amount", "currency", "credit_pct", "type"];
    private static readonly string[] Optional = ["measure", "account", "product", "term_months", "discount", "territory", "annual_value", "invoice_date", "paid_date", "split"];
    private static readonly string[] NotOfTheDeal = [.. Required, "measure", "territory", "annual_value", "invoice_date", "paid_date", "split"];

    /// <summary>Whether a column has a meaning that neither an attribute of a deal nor a measure can have.</summary>
    internal static bool IsColumnOfItsOwn(string name) => NotOfTheDeal.Contains(name, StringComparer.Ordinal);

    /// <summary>The rows that hold together and their credits, in the order of the file. Null, reported, where the file cannot be read.</summary>
    public static (IReadOnlyList<DealRow> Deals, IReadOnlyList<Credit> Credits)? Read(SourceText source, PlanFile plans, Roster roster, CaseCurrency currencies, TerritoryFile territories)
    {
        string[] required = [.. Required, .. plans.Attributes.Names], optional = [.. Optional, .. plans.Measures.OfDeals.Select(measure => measure.Name)];
        if (CsvTable.Read(source, required, optional) is not { } table)
            return null;
        var rows = new List<(CsvRecord Record, DealRow Deal)>();
        foreach (CsvRecord record in table.Records)
        {
            if (ReadRow(record, plans, roster, currencies) is { } deal)
                rows.Add((record, deal));
        }
        rows = [.. OfTheirBookings(rows)];
        WarnOfFractions(table);
        DealChecks.Check(rows, plans.Year);
        (CsvRecord Record, DealRow Deal, IReadOnlyList<Credit> Credits)[] credited = [.. DealCredits.Of(rows, plans, currencies)];
        List<(CsvRecord Record, Credit Credit)> credits = [.. credited.SelectMany(row => row.Credits, (row, credit) => (row.Record, credit))];
        return ([.. credited.Select(row => row.Deal)], [.. credits.Select(row => row.Credit), .. Territories.Credits(credits, plans, roster, territories)]);
    }

    // A refund is of its deal: where its row says nothing of it, the booking's does.
    private static IEnumerable<(CsvRecord, DealRow)> OfTheirBookings(List<(CsvRecord Record, DealRow Deal)> rows)
    {
        ILookup<string, Credit> booked = rows.Where(row => row.Deal.Type == DealType.Booking).ToLookup(row => row.Deal.Id, row => row.Deal.Credit, StringComparer.Ordinal);
        return rows.Select(row => row.Deal.Type == DealType.Refund && booked.Contains(row.Deal.Id) ? (row.Record, row.Deal with { Credit = OfBooking(row.Record, row.Deal.Credit, booked[row.Deal.Id]) }) : row);
    }

    private static Credit OfBooking(CsvRecord record, Credit refund, IEnumerable<Credit> bookings)
    {
        SplitKind[] kinds = [.. bookings.Where(booking => booking.ParticipantId == refund.ParticipantId).Select(booking => booking.Split)];
        return refund with
        {
            Attributes = refund.Attributes.Equals(DealAttributes.None) ? bookings.First().Attributes : refund.Attributes,
            // Of a split and an overlay of one person it is the split that is meant.
            Split = record["split"].IsEmpty && kinds.Length > 0 && !kinds.Contains(SplitKind.Split) ? SplitKind.Overlay : refund.Split,
        };
    }

    private static DealRow? ReadRow(CsvRecord record, PlanFile plans, Roster roster, CaseCurrency currencies)
    {
        string? id = record["deal_id"].Id();
        RosterRow? rep = roster.Find(record["rep_id"]);
        LocalDate? date = record["close_date"].Date();
        Measure? measure = record["measure"] is { IsEmpty: false } named ? plans.Measures.Find(named) : Measure.Bookings;
        Currency? currency = currencies.Of(record["currency"]);
        Money? amount = measure is null || currency is null ? null : record["amount"].AmountOf(measure, currency.Value);
        Rational? share = CreditShare(record["credit_pct"]);
        DealType? type = record["type"].OneOf(("booking", DealType.Booking), ("refund", DealType.Refund));
        SplitKind? split = record["split"].IsEmpty ? SplitKind.Split : record["split"].OneOf(("split", SplitKind.Split), ("overlay", SplitKind.Overlay));
        Field term = record["term_months"], annual = record["annual_value"];
        int? months = term.IsEmpty ? null : (int?)term.Whole(1, 1200);
        Money? annualValue = annual.IsEmpty || currency is null ? null : annual.Money(currency.Value);
        DealAttributes? known = DealDetails.Attributes(record, plans);
        bool dates = record["invoice_date"].OptionalDate(out LocalDate? invoiced) & record["paid_date"].OptionalDate(out LocalDate? paid);
        if (amount is { } sum && type is { } kind && (kind == DealType.Booking ? sum.Value < 0 : sum.Value >= 0))
        {
            record["amount"].Report(
                DiagnosticCode.Sign, $"{record["amount"].Found} in a {(kind == DealType.Booking ? "booking" : "refund")}",
                kind == DealType.Booking ? "an amount of at least 0" : "an amount below 0", kind == DealType.Booking ? "what is taken back is of type refund" : "write it with a minus sign");
            amount = null;
        }
        if (rep is not null && date is { } day)
            Employment(record["close_date"], rep, day);
        if (id is null || rep is null || date is null || measure is null || amount is null || share is null || split is null || type is null || known is null
            || (!term.IsEmpty && months is null) || (!annual.IsEmpty && annualValue is null) || !dates)
        {
            return null;
        }
        var credit = new Credit(rep.Id, measure, date.Value, amount.Value, share.Value, id) { Attributes = known, Split = split.Value };
        return new(id, type.Value, credit, record["account"].Text, record["product"].Text, months, annualValue, invoiced, paid);
    }

    /// <summary>Reports a day on which somebody is not employed.</summary>
    internal static void Employment(Field field, RosterRow participant, LocalDate day)
    {
        if (!participant.Employment.Contains(day))
        {
            field.Report(
                DiagnosticCode.NotEmployed, FormattableString.Invariant($"{field.Found}, when participant {Field.Quote(participant.Id)} is not employed"),
                $"a day of {participant.Hired?.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "…"} to {participant.LastDay?.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "…"}",
                "check the dates of employment in roster.csv, or whose deal it is");
        }
    }

    private static Rational? CreditShare(Field field)
    {
        Rational? share = field.Text.Contains('/', StringComparison.Ordinal) ? field.Fraction() : field.Decimal() is { } percent ? (Rational)percent / 100 : null;
        if (share is null || (share.Value.Sign > 0 && share.Value <= Rational.One))
            return share;
        field.Report(DiagnosticCode.NumberRange, field.Found, "a percentage above 0 and at most 100, or a fraction such as 1/3");
        return null;
    }

    // A column of fractions would pay a hundredth, and nothing else would show it.
    private static void WarnOfFractions(CsvTable table)
    {
        Field[] small = [.. table.Records.Select(record => record["credit_pct"]).Where(field =>
            !field.Text.Contains('/', StringComparison.Ordinal) && decimal.TryParse(field.Text, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out decimal value) && value is > 0 and <= 1)];
        if (small.Length > 0)
        {
            small[0].Report(
                DiagnosticCode.PercentUnitWarning, FormattableString.Invariant($"{small[0].Found}, and {small.Length - 1} more row(s) are at most 1"), "percentages, where 100 is the whole deal",
                FormattableString.Invariant($"it is read as {small[0].Text} %"), severity: Severity.Warning);
        }
    }
}
