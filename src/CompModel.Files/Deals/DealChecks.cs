using NodaTime;

namespace CompModel.Files;

/// <summary>What must hold between the rows of deals.csv.</summary>
internal static class DealChecks
{
    public static void Check(IReadOnlyList<(CsvRecord Record, DealRow Deal)> rows, PlanYear year)
    {
        foreach (var deal in rows.GroupBy(row => row.Deal.Id, StringComparer.Ordinal))
        {
            var bookings = deal.Where(row => row.Deal.Type == DealType.Booking).ToList();
            var refunds = deal.Where(row => row.Deal.Type == DealType.Refund).ToList();
            if (!Duplicates(bookings) && Agree(bookings))
                SumOfSplits([.. bookings.Where(row => row.Deal.Credit.Split == SplitKind.Split)]);
            foreach (var person in refunds.GroupBy(row => (row.Deal.Credit.ParticipantId, row.Deal.Credit.Split)))
                Refunds([.. bookings.Where(row => (row.Deal.Credit.ParticipantId, row.Deal.Credit.Split) == person.Key)], [.. person]);
        }
        var outside = rows.Where(row => !year.Days.Contains(row.Deal.Credit.Date)).ToList();
        if (outside.Count > 0)
        {
            outside[0].Record["close_date"].Report(
                DiagnosticCode.OutsideYearWarning, FormattableString.Invariant($"{outside[0].Record["close_date"].Found}, and {outside.Count - 1} more row(s) are outside the plan year"),
                $"days of {year.Days}", "no statement of the year counts them", severity: Severity.Warning);
        }
    }

    private static bool Duplicates(List<(CsvRecord Record, DealRow Deal)> bookings)
    {
        var seen = new Dictionary<(string, SplitKind), CsvRecord>();
        bool found = false;
        foreach ((CsvRecord record, DealRow deal) in bookings)
        {
            if (seen.TryAdd((deal.Credit.ParticipantId, deal.Credit.Split), record))
                continue;
            Field id = record["deal_id"];
            int line = id.Source.PlaceOf(seen[(deal.Credit.ParticipantId, deal.Credit.Split)]["deal_id"].Offset).Line;
            id.Report(
                DiagnosticCode.DuplicateDeal, FormattableString.Invariant($"booking {Field.Quote(deal.Id)} of {Field.Quote(deal.Credit.ParticipantId)} stands in line {line}, too"),
                "each booking once for each participant", "it would be paid twice: delete one, or give the second deal an id of its own");
            found = true;
        }
        return found;
    }

    // The roll-up counts a deal once for a manager, and must know that two rows are one deal.
    private static bool Agree(List<(CsvRecord Record, DealRow Deal)> bookings)
    {
        LocalDate? invoiced = bookings.Select(row => row.Deal.InvoiceDate).FirstOrDefault(day => day is not null);
        LocalDate? paid = bookings.Select(row => row.Deal.PaidDate).FirstOrDefault(day => day is not null);
        foreach ((CsvRecord record, DealRow deal) in bookings.Skip(1))
        {
            Credit first = bookings[0].Deal.Credit, other = deal.Credit;
            // Rows may leave a day to another row of the deal, but not state another one.
            string? differs = deal.InvoiceDate is not null && deal.InvoiceDate != invoiced ? "invoice_date" : deal.PaidDate is not null && deal.PaidDate != paid ? "paid_date" : null;
            if (differs is not null)
            {
                record[differs].Report(
                    DiagnosticCode.SplitMismatch, $"{record[differs].Found} in one row of deal {Field.Quote(deal.Id)}", "the same day in each of its rows, or nothing", "a deal is invoiced and paid once");
                return false;
            }
            string? column = first.Date != other.Date ? "close_date" : first.Measure == other.Measure && first.DealAmount.Currency != other.DealAmount.Currency ? "currency" : first.DealAmount != other.DealAmount ? "amount" : first.Measure != other.Measure ? "measure" : null;
            if (column is null)
                continue;
            record[column].Report(
                DiagnosticCode.SplitMismatch, $"{record[column].Found} in one row of deal {Field.Quote(deal.Id)}", $"{Field.Quote(bookings[0].Record[column].Text)}, as in its first row",
                "every row of a split has the whole deal's amount; credit_pct says whose part it is");
            return false;
        }
        return true;
    }

    private static void SumOfSplits(List<(CsvRecord Record, DealRow Deal)> bookings)
    {
        Rational sum = bookings.Aggregate(Rational.Zero, (total, row) => total + row.Deal.Credit.Share);
        // One row alone may be a part: the rest is for somebody outside the roster. Two rows or more are meant to be the whole.
        if (bookings.Count > 1 && sum != Rational.One)
        {
            bookings[0].Record["credit_pct"].Report(
                DiagnosticCode.SplitSum, $"the shares of deal {Field.Quote(bookings[0].Deal.Id)} sum to {sum * 100} %", "100 %",
                sum < Rational.One ? "write exact parts as fractions, such as 1/3" : "what comes on top of the deal says overlay in the column split");
        }
    }

    private static void Refunds(List<(CsvRecord Record, DealRow Deal)> bookings, List<(CsvRecord Record, DealRow Deal)> refunds)
    {
        if (bookings.Count == 0)
        {
            refunds[0].Record["deal_id"].Report(
                DiagnosticCode.RefundWithoutBookingWarning, $"refund of {Field.Quote(refunds[0].Deal.Id)}, which {Field.Quote(refunds[0].Deal.Credit.ParticipantId)} has not booked in this file",
                "the booking it takes back", "right if it was booked in an earlier year", severity: Severity.Warning);
            return;
        }
        Amount left = bookings[0].Deal.Credit.Amount;
        foreach ((CsvRecord record, DealRow refund) in refunds)
        {
            if (refund.Credit.Date < bookings[0].Deal.Credit.Date)
                record["close_date"].Report(
                    DiagnosticCode.DateOrder,
                    FormattableString.Invariant($"{record["close_date"].Found}, before the booking on {bookings[0].Deal.Credit.Date:uuuu-MM-dd}"),
                    "the day of the refund");
            if (refund.Credit.Measure != bookings[0].Deal.Credit.Measure)
            {
                record["measure"].Report(
                    DiagnosticCode.SplitMismatch, record["measure"].Found, $"{bookings[0].Deal.Credit.Measure}, as in the booking");
                return;
            }
            if (refund.Credit.DealAmount.Currency != left.Currency)
            {
                record["currency"].Report(DiagnosticCode.SplitMismatch, $"{record["currency"].Found} in a refund", $"{left.Currency}, as in the booking");
                return;
            }
            left += refund.Credit.Amount;
            if (left.Value.Sign >= 0)
                continue;
            record["amount"].Report(
                DiagnosticCode.ClawbackExceeds, $"{record["amount"].Found}: refunds of deal {Field.Quote(refund.Id)} exceed its booking by {-left}", "refunds of at most what was booked");
            return;
        }
    }
}
