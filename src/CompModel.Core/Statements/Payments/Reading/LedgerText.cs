using System.Globalization;
using System.Text;

namespace CompModel;

/// <summary>A span of a ledger as plain text: a register of its payments, each payment line by line, and the balances around them.</summary>
internal static class LedgerText
{
    private const int Width = 100, AmountWidth = 20, PlaceWidth = 26;

    // Every kind of entry belongs to one column, so that a row of the register sums to what is paid.
    private static readonly (string[] Heading, LedgerEntryKind[] Kinds)[] Columns =
    [
        (["", "earned"], [LedgerEntryKind.Earned]),
        (["", "corrections"], [LedgerEntryKind.TrueUp, LedgerEntryKind.Clawback]),
        (["waiting,", "held"], [LedgerEntryKind.Deferred, LedgerEntryKind.Due, LedgerEntryKind.Held, LedgerEntryKind.Released]),
        (["guarantee,", "draw"], [LedgerEntryKind.GuaranteeTopUp, LedgerEntryKind.DrawAdvanced, LedgerEntryKind.DrawPaid, LedgerEntryKind.DrawRecovered]),
        (["carried,", "lost"], [LedgerEntryKind.BalanceRecovered, LedgerEntryKind.BalanceCarried, LedgerEntryKind.Forfeited, LedgerEntryKind.Forgiven]),
    ];

    internal static string Of(PaymentLedger ledger, DateRange span)
    {
        var text = new StringBuilder();
        IReadOnlyList<PeriodPayment> payments = ledger.PaymentsIn(span);
        Text.Wrap(text, "", $"From earned to paid: {string.Join("; then ", ledger.Terms.Plans.Select(plan => plan.Payments).Distinct())}", Width);
        if (payments.Count == 0)
        {
            text.AppendLine("No pay period ends in this span: nothing is paid for it yet.");
        }
        else
        {
            if (payments.Count > 1)
                Register(text, payments);
            // A payment of nothing, or of no more than one amount earned, is explained by its row.
            foreach (PeriodPayment payment in payments.Where(payment => payments.Count == 1 || payment.Entries.Count > 1))
                Lines(text, payment);
        }
        Balances(text, payments.Count > 0 ? payments[0].Opening : ledger.BalancesAfter(span.Start.PlusDays(-1)), ledger.BalancesAfter(span.End.PlusDays(-1)));
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void Register(StringBuilder text, IReadOnlyList<PeriodPayment> payments)
    {
        var columns = new List<(string[] Heading, Money[] Amounts)>();
        foreach ((string[] heading, LedgerEntryKind[] kinds) in Columns)
        {
            Money[] amounts = [.. payments.Select(payment => Sum([.. kinds.Select(payment.Of)]))];
            if (amounts.Any(amount => amount.Value != 0) || kinds[0] == LedgerEntryKind.Earned)
                columns.Add((heading, amounts));
        }
        columns.Add((["", "paid"], [.. payments.Select(payment => payment.Paid)]));
        (string[] Heading, string[] Cells)[] shown = [.. columns.Select(column => (column.Heading, (string[])[.. column.Amounts.Select(Figure), Figure(Sum(column.Amounts))]))];
        int[] widths = [.. shown.Select(column => 2 + column.Cells.Concat(column.Heading).Max(cell => cell.Length))];
        string[] places = [.. payments.Select(Place), $"  together, {payments[0].Paid.Currency}"];
        int label = Math.Max(PlaceWidth, places.Max(place => place.Length));
        text.AppendLine();
        for (int line = 0; line < 2; line++)
            text.AppendLine(((line == 0 ? "Payments" : "  period, paid on").PadRight(label) + string.Concat(shown.Select((column, i) => column.Heading[line].PadLeft(widths[i])))).TrimEnd());
        for (int row = 0; row < places.Length; row++)
            text.AppendLine(places[row].PadRight(label) + string.Concat(shown.Select((column, i) => column.Cells[row].PadLeft(widths[i]))));
    }

    private static void Lines(StringBuilder text, PeriodPayment payment)
    {
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Payment of {payment.Period} ({payment.Period.Days}), on {payment.PayDate:uuuu-MM-dd}");
        foreach (LedgerEntry entry in payment.Entries)
            Append(text, PaymentText.Words(entry), entry.Amount);
        text.AppendLine(Row("  paid", payment.Paid));
    }

    // Balances that are zero before and after are left out; what the company owes in sum never is.
    private static void Balances(StringBuilder text, PaymentPosition before, PaymentPosition after)
    {
        text.AppendLine().AppendLine(string.Create(
            CultureInfo.InvariantCulture, $"{"Balances".PadRight(Width - (2 * AmountWidth))}{Day(before),AmountWidth}{Day(after),AmountWidth}"));
        foreach ((string label, Func<PaymentPosition, Money> of) in PaymentText.Balances)
        {
            if (of(before).Value != 0 || of(after).Value != 0 || label == PaymentText.Balances[^1].Label)
                text.AppendLine(("  " + label).PadRight(Width - (2 * AmountWidth)) + $"{of(before),AmountWidth}{of(after),AmountWidth}");
        }
    }

    private static string Day(PaymentPosition position) => string.Create(CultureInfo.InvariantCulture, $"{position.AsOf.PlusDays(-1):uuuu-MM-dd}");

    private static string Place(PeriodPayment payment) => string.Create(CultureInfo.InvariantCulture, $"  {payment.Period.Code}, {payment.PayDate:uuuu-MM-dd}");

    private static string Row(string label, Money amount) => label.PadRight(Width - AmountWidth) + amount.ToString().PadLeft(AmountWidth);

    // A reason may be of any length; its amount stands beside its first line.
    private static void Append(StringBuilder text, string words, Money amount)
    {
        var wrapped = new StringBuilder();
        Text.Wrap(wrapped, "  ", words, Width - AmountWidth);
        string[] lines = wrapped.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        text.AppendLine(Row(lines[0], amount));
        foreach (string line in lines[1..])
            text.AppendLine(line);
    }

    // The currency stands once, below the column.
    private static string Figure(Money amount) => amount.ToString().Replace($" {amount.Currency}", "", StringComparison.Ordinal);

    private static Money Sum(Money[] amounts) => amounts.Aggregate(new Money(0, amounts[0].Currency), (sum, amount) => sum + amount);
}
