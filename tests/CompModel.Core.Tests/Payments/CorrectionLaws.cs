using FsCheck;
using FsCheck.Xunit;
using NodaTime;

namespace CompModel.Tests;

[Properties(Arbitrary = [typeof(PaymentCases)])]
public class CorrectionLaws
{
    [Law]
    public void A_period_accrues_what_its_statement_totals_whatever_else_its_terms_add(PaymentCase each)
    {
        foreach (PeriodPayment payment in each.Ledger().Payments)
        {
            Statement statement = each.Plan.Participant.Statement(payment.Period, each.Plan.Credits).With(each.Inputs.Corrections);
            Assert.Equal(statement.Total, payment.Earned + payment.Of(LedgerEntryKind.TrueUp) + payment.Of(LedgerEntryKind.Clawback));
        }
    }

    [Law]
    public void Corrections_never_change_what_is_earned_and_those_of_the_months_are_those_of_the_year(PaymentCase each)
    {
        Participant participant = each.Plan.Participant;
        Statement year = participant.Statement(each.Year.Whole, each.Plan.Credits).With(each.Inputs.Corrections);
        Assert.Equal(participant.Statement(each.Year.Whole, each.Plan.Credits).Earned, year.Earned);
        Assert.Equal(
            year.Corrections,
            each.Year.Periods(Frequency.Monthly).SelectMany(month => participant.Statement(month, each.Plan.Credits).With(each.Inputs.Corrections).Corrections));
    }

    [Law]
    public void A_change_between_two_days_is_the_later_statement_less_the_earlier(PaymentCase each, NonNegativeInt first, NonNegativeInt second)
    {
        int days = each.Year.Days.Days;
        LocalDate from = each.Year.Start.PlusDays((Math.Min(first.Get % days, second.Get % days)) - 1), through = each.Year.Start.PlusDays(Math.Max(first.Get % days, second.Get % days));
        Statement At(LocalDate day) => each.Plan.Participant.StatementThrough(day, each.Year, each.Plan.Credits).With(each.Inputs.Corrections);
        Statement earlier = At(from), later = At(through);
        Statement change = Statement.Read(earlier.Terms, earlier.Closing, through.PlusDays(1), "change", each.Plan.Credits).With(each.Inputs.Corrections);
        Assert.Equal((later.Earned, later.Total), (earlier.Earned + change.Earned, earlier.Total + change.Total));
        foreach (string name in later.Terms.Components.Select(component => component.Component.Name))
            Assert.Equal(Of(later, name), Of(earlier, name) + Of(change, name));
    }

    [Law]
    public void The_payments_of_the_quarters_are_those_of_the_year(PaymentCase each)
    {
        PaymentLedger ledger = each.Ledger();
        Assert.Equal(ledger.Payments, each.Year.Periods(Frequency.Quarterly).SelectMany(quarter => ledger.PaymentsIn(quarter.Days)));
        foreach (PeriodPayment payment in ledger.Payments)
            Assert.Same(payment.Closing, ledger.BalancesAfter(payment.Period.End.PlusDays(-1)));
        Assert.Same(ledger.Opening, ledger.BalancesAfter(each.Year.Start.PlusDays(-1)));
    }

    private static Money Of(Statement statement, string name) =>
        statement.Components.Where(settled => settled.Component.Name == name).Aggregate(new Money(0, statement.Earned.Currency), (sum, settled) => sum + settled.Earned);
}
