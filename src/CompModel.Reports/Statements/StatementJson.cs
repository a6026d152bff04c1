using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;

namespace CompModel.Reports;

/// <summary>
/// Statements as JSON: what the text says, with every figure exact. A number is one where its decimals end, and otherwise a fraction in a string, "1/3"; each line
/// recomputes from its own base and rate. Keys in a fixed order; the same case gives the same bytes.
/// </summary>
public static class StatementJson
{
    private static readonly StatementContext Context = new(new JsonSerializerOptions(StatementContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>
    /// The statements of one span, with the files they follow from. Names of people only at <see cref="Detail.Participant"/>. Throws for no statement.
    /// </summary>
    public static string Render(IReadOnlyList<ParticipantStatement> statements, string span, IReadOnlyList<SourceFile> files, Detail detail)
    {
        if (statements.Count == 0)
            throw new ArgumentException("There is at least one statement to render.", nameof(statements));
        Statement first = statements[0].Statement;
        Currency currency = first.Earned.Currency;
        var document = new StatementDocument(
            new("compmodel", Simulate.LibraryVersion), files, first.Terms.Year.Name, currency.Code,
            new(span, Day(first.Days.Start), Last(first.Days), statements[0].Before is { } before ? Last(before.Days) : null),
            [.. statements.Select(each => Entry(each, detail))],
            Sum(statements.Select(each => each.Statement), currency, statements.Any(each => each.ShowsPayments) ? Total(statements.Select(each => each.Paid), currency) : null));
        return JsonSerializer.Serialize(document, Context.StatementDocument) + "\n";
    }

    private static ParticipantEntry Entry(ParticipantStatement each, Detail detail)
    {
        (Statement statement, Participant participant) = (each.Statement, each.Statement.Terms.Participant);
        return new(
            participant.Id, detail >= Detail.Participant ? participant.Name : null, string.Join(", ", statement.Terms.Plans), statement.Salary,
            [.. statement.Components.Select(Entry)],
            [.. statement.PlanResults.Select(result => new PlanResultEntry(result.Name, Day(result.Span.Start), Last(result.Span), [.. result.Lines.Select(Entry)], result.Earned))],
            [.. statement.Corrections.Select(correction => new CorrectionEntry(
                Word(correction.Kind), Day(correction.Date), correction.Component, correction.Amount, correction.Reason, correction.Reference, correction.Approver))],
            Sum([statement], statement.Earned.Currency, each.ShowsPayments ? each.Paid : null),
            each.Before is { } before ? Change(each, before) : null,
            each.ShowsPayments ? string.Join("; then ", statement.Terms.Plans.Select(plan => plan.Payments).Distinct()) : null,
            each.ShowsPayments ? [.. each.Payments.Select(Entry)] : null);
    }

    private static ComponentEntry Entry(ComponentStatement settled) => new(
        settled.Name, settled.Component.Measure.Name, settled.Attainment.Credited.Currency == Currency.None ? "" : settled.Attainment.Credited.Currency.Code,
        Word(settled.Component.Scope), Day(settled.Window.Start), Last(settled.Window), settled.Attainment.Credited, settled.Attainment.Quota,
        settled.Attainment.Quota.Value.Sign == 0 ? null : settled.Attainment.Ratio, settled.Target,
        [.. settled.Lines.Select(Entry)],
        [.. settled.Credits.Select(credit => new CreditEntry(
            credit.Reference, Day(credit.Date), credit.DealAmount, credit.Share, credit.Amount, credit.Attributes.TextOf(DealAttribute.Reason), credit.Attributes.TextOf(DealAttribute.ApprovedBy)))],
        settled.Earned);

    private static LineEntry Entry(StatementLine line) => new(Word(line.Kind), line.Label, line.Base, line.Rate, line.Amount, line.Deals);

    private static PaymentEntry Entry(PeriodPayment payment) => new(
        payment.Period.Code, Day(payment.Period.Start), Last(payment.Period.Days), Day(payment.PayDate), Balances(payment.Opening),
        [.. payment.Entries.Select(entry => new MovementEntry(Word(entry.Kind), entry.Label, Day(entry.Earned), entry.CostCentre.Length > 0 ? entry.CostCentre : null, entry.Amount))], payment.Paid, Balances(payment.Closing));

    private static BalanceEntry Balances(PaymentPosition position) => new(position.Waiting, position.Held, position.PaidLater, position.DrawOwed, position.Carried, position.Accrued);

    private static ChangeEntry Change(ParticipantStatement each, Statement before)
    {
        (Statement change, Currency currency) = (each.Statement, before.Earned.Currency);
        Money? paid = each.ShowsPayments ? Total(each.Ledger.PaymentsIn(before.Days).Select(payment => payment.Paid), currency) : null;
        return new(
            Sum([before], currency, paid), Sum([before, change], currency, paid + (each.ShowsPayments ? each.Paid : null)),
            [.. change.Terms.Components.Select(component => component.Name).Select(name =>
                new ComponentChange(name, each.EarnedBeforeBy(name), each.EarnedBeforeBy(name) + each.EarnedBy(name), each.EarnedBy(name)))]);
    }

    private static TotalEntry Sum(IEnumerable<Statement> statements, Currency currency, Money? paid)
    {
        Money earned = Total(statements.Select(statement => statement.Earned), currency), total = Total(statements.Select(statement => statement.Total), currency);
        return new(earned, total - earned, total, paid is { } money ? (Exact?)money : null);
    }

    private static Money Total(IEnumerable<Money> amounts, Currency currency) => amounts.Aggregate(new Money(0, currency), (sum, amount) => sum + amount);

    // Words as keys are written: "earnedBefore".
    private static string Word<T>(T word)
        where T : struct, Enum
    {
        string text = word.ToString();
        return string.Concat(char.ToLowerInvariant(text[0]).ToString(), text[1..]);
    }

    private static string Last(DateRange days) => Day(days.End.PlusDays(-1));

    private static string Day(LocalDate date) => string.Create(CultureInfo.InvariantCulture, $"{date:uuuu-MM-dd}");
}
