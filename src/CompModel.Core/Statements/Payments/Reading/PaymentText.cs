using System.Globalization;
using System.Text;

namespace CompModel;

/// <summary>A period's payment as plain text.</summary>
internal static class PaymentText
{
    private const int LabelWidth = 60, AmountWidth = 20;

    internal static string Of(PeriodPayment payment)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Payment of {payment.Period} ({payment.Period.Days}), paid on {payment.PayDate:uuuu-MM-dd}");
        foreach (LedgerEntry entry in payment.Entries)
            text.AppendLine(Row("  " + Words(entry), entry.Amount));
        text.AppendLine(Row("Paid", payment.Paid)).AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"Balances",-LabelWidth}{"before",AmountWidth}{"after",AmountWidth}");
        foreach ((string label, Func<PaymentPosition, Money> balance) in Balances)
            text.AppendLine(Row("  " + label, balance(payment.Opening), balance(payment.Closing)));
        return text.ToString().ReplaceLineEndings("\n");
    }

    internal static readonly (string Label, Func<PaymentPosition, Money> Of)[] Balances =
    [
        ("waiting for invoice or cash", position => position.Waiting),
        ("held back", position => position.Held),
        ("payments whose date is still to come", position => position.PaidLater),
        ("less draw owed", position => position.DrawOwed),
        ("less what is carried below zero", position => position.Carried),
        ("accrued: earned and not paid", position => position.Accrued),
    ];

    internal static string Words(LedgerEntry entry) => entry.Kind switch
    {
        LedgerEntryKind.Earned => $"earned: {entry.Label}",
        LedgerEntryKind.TrueUp => $"correction: {entry.Label}",
        LedgerEntryKind.Clawback => $"clawback: {entry.Label}",
        LedgerEntryKind.Deferred => $"waits for invoice or cash: {entry.Label}",
        LedgerEntryKind.Due => string.Create(CultureInfo.InvariantCulture, $"now due: {entry.Label}, earned {entry.Earned:uuuu-MM-dd}"),
        LedgerEntryKind.Held => "held back",
        LedgerEntryKind.Released => string.Create(CultureInfo.InvariantCulture, $"released, held since {entry.Earned:uuuu-MM-dd}"),
        LedgerEntryKind.Forfeited => $"forfeited: {entry.Label}",
        LedgerEntryKind.GuaranteeTopUp => "up to the guaranteed minimum",
        LedgerEntryKind.DrawAdvanced => "draw, owed",
        LedgerEntryKind.DrawPaid => "draw, not owed",
        LedgerEntryKind.DrawRecovered => "draw returned",
        LedgerEntryKind.BalanceRecovered => "less what was carried below zero",
        LedgerEntryKind.BalanceCarried => "carried below zero, to later pay",
        LedgerEntryKind.Forgiven => $"written off: {entry.Label}",
        _ => throw new InvalidOperationException($"Unknown kind of entry {entry.Kind}."),
    };

    private static string Row(string label, params Money[] amounts) =>
        label.PadRight(LabelWidth) + string.Concat(amounts.Select(amount => amount.ToString().PadLeft(AmountWidth)));
}
