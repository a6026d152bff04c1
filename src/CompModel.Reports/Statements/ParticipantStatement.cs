using System.Globalization;
using System.Text;
using NodaTime;

namespace CompModel.Reports;

/// <summary>
/// What one participant earned, was corrected by and is paid in a span of the plan year: the statement, the payments of the pay periods that end in the span, and,
/// for a change between two days, the year up to the earlier one. Text, table and JSON all read this.
/// </summary>
public sealed class ParticipantStatement
{
    private const int Width = 100, AmountWidth = 20;

    // Whoever is paid as earned is rarely asked for it.
    private readonly Lazy<PaymentLedger> ledger;

    private ParticipantStatement(Statement statement, PaymentInputs inputs, Statement? before)
    {
        Statement = statement;
        Before = before;
        ledger = new(() => statement.Terms.Participant.Ledger(statement.Terms.Year, inputs));
    }

    /// <summary>The span's statement, with its corrections.</summary>
    public Statement Statement { get; }

    /// <summary>The participant's payments of the whole year.</summary>
    public PaymentLedger Ledger => ledger.Value;

    /// <summary>The year up to the day from which the change is read; null where the span is no change.</summary>
    public Statement? Before { get; }

    /// <summary>Whether the plan pays otherwise than as earned, so that there is something to explain.</summary>
    public bool ShowsPayments => Statement.Terms.Plans.Any(plan => !plan.Payments.IsAsEarned);

    /// <summary>The payments of the pay periods that end in the span.</summary>
    public IReadOnlyList<PeriodPayment> Payments => Ledger.PaymentsIn(Statement.Days);

    /// <summary>What they pay in sum.</summary>
    public Money Paid => Payments.Aggregate(new Money(0, Statement.Earned.Currency), (sum, payment) => sum + payment.Paid);

    /// <summary>The year up to and including a day. Throws for a day outside the plan year.</summary>
    public static ParticipantStatement Through(LocalDate lastDay, Participant participant, PlanYear year, PaymentInputs inputs) =>
        new(participant.StatementThrough(lastDay, year, inputs.Credits).With(inputs.Corrections), inputs, null);

    /// <summary>One period alone, whatever came before it.</summary>
    public static ParticipantStatement Of(MeasurementPeriod period, Participant participant, PaymentInputs inputs) =>
        new(participant.Statement(period, inputs.Credits).With(inputs.Corrections), inputs, null);

    /// <summary>
    /// The change from the end of one day to the end of another: the statement continued from the position at the earlier one. Throws unless the earlier day comes
    /// first, and outside the plan year; the day before the year is its empty position.
    /// </summary>
    public static ParticipantStatement Change(LocalDate from, LocalDate through, Participant participant, PlanYear year, PaymentInputs inputs)
    {
        if (from >= through)
            throw new ArgumentOutOfRangeException(nameof(from), from, $"A change is read from an earlier day than {through:uuuu-MM-dd}.");
        ParticipantTerms terms = participant.TermsFor(year);
        Statement before = participant.StatementThrough(from, year, inputs.Credits).With(inputs.Corrections);
        Statement change = Statement.Read(
            terms, before.Closing, through.PlusDays(1), string.Create(CultureInfo.InvariantCulture, $"change from {from:uuuu-MM-dd} to {through:uuuu-MM-dd}"), inputs.Credits);
        return new(change.With(inputs.Corrections), inputs, before);
    }

    /// <summary>What a component earned in the span.</summary>
    public Money EarnedBy(string component) => EarnedBy(Statement, component);

    /// <summary>What a component earned in the year up to the day from which the change is read; zero where the span is no change.</summary>
    public Money EarnedBeforeBy(string component) => Before is null ? new Money(0, Statement.Earned.Currency) : EarnedBy(Before, component);

    /// <summary>The statement as text, then the change by component, then how it is paid.</summary>
    public string Explain()
    {
        var text = new StringBuilder(Statement.Explain());
        if (Before is not null)
            AppendChange(text, Before);
        if (ShowsPayments)
            text.Append('\n').Append(Ledger.Explain(Statement.Days));
        return text.ToString();
    }

    private void AppendChange(StringBuilder text, Statement before)
    {
        Row("Change", Day(before.Days.End), Day(Statement.Days.End), "change");
        foreach (string name in Statement.Terms.Components.Select(component => component.Name))
            Amounts($"  {name}", EarnedBeforeBy(name), EarnedBy(name));
        Money OfPlan(Statement statement) => statement.PlanResults.Aggregate(new Money(0, statement.Earned.Currency), (sum, result) => sum + result.Earned);
        if (before.PlanResults.Count + Statement.PlanResults.Count > 0)
            Amounts("  the plan as a whole", OfPlan(before), OfPlan(Statement));
        Amounts("  incentive earned", before.Earned, Statement.Earned);
        if (before.Corrections.Count + Statement.Corrections.Count > 0)
        {
            Amounts("  corrections", before.Total - before.Earned, Statement.Total - Statement.Earned);
            Amounts("  incentive earned and corrected", before.Total, Statement.Total);
        }
        if (ShowsPayments)
        {
            Money paid = Ledger.PaymentsIn(before.Days).Aggregate(new Money(0, before.Earned.Currency), (sum, payment) => sum + payment.Paid);
            Amounts("  paid", paid, Paid);
        }

        void Amounts(string label, Money earlier, Money change) => Row(label, earlier.ToString(), (earlier + change).ToString(), change.ToString());

        void Row(string label, params string[] cells) => text.Append(
            (label == "Change" ? "\n" : "") + label.PadRight(Width - (cells.Length * AmountWidth)) + string.Concat(cells.Select(cell => cell.PadLeft(AmountWidth))) + "\n");
    }

    private static Money EarnedBy(Statement statement, string component) => statement.Components.Where(settled => settled.Name == component)
        .Aggregate(new Money(0, statement.Earned.Currency), (sum, settled) => sum + settled.Earned);

    private static string Day(LocalDate end) => string.Create(CultureInfo.InvariantCulture, $"{end.PlusDays(-1):uuuu-MM-dd}");
}
