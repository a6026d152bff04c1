using FsCheck;
using FsCheck.Xunit;
using NodaTime;

namespace CompModel.Tests;

/// <summary>What holds for every plan that rates deals: nothing is lost, nothing depends on how credits are given.</summary>
[Properties(Arbitrary = [typeof(DealPlanYears)])]
public class RatedDealLaws
{
    [Law(MaxTest = 200)]
    public void Months_sum_to_the_year_and_lines_recompute_and_sum_to_what_is_earned(DealPlanCase plan, NonNegativeInt cut) =>
        Assert.Null(Conservation.Difference(plan.Participant, plan.Year, plan.Credits, cut.Get));

    [Law(MaxTest = 200)]
    public void A_statement_continued_from_a_position_equals_the_statement_from_the_start(DealPlanCase plan, NonNegativeInt one, NonNegativeInt other)
    {
        ParticipantTerms terms = plan.Participant.TermsFor(plan.Year);
        LocalDate a = plan.YearStart.PlusDays(one.Get * 13 % 366), b = plan.YearStart.PlusDays(other.Get * 11 % 366);
        (LocalDate cut, LocalDate end) = a <= b ? (a, b) : (b, a);
        Position start = Position.AtStartOf(terms);
        Statement first = Statement.Read(terms, start, cut, "first", plan.Credits), second = Statement.Read(terms, first.Closing, end, "second", plan.Credits);
        Statement whole = Statement.Read(terms, start, end, "whole", plan.Credits);
        Assert.Equal(whole.Earned, first.Earned + second.Earned);
        foreach ((string name, OpenWindow window) in whole.Closing.Windows)
            Assert.Equal(window, second.Closing.Windows[name]);
        foreach (MeasurementPeriod month in plan.Year.Periods(Frequency.Monthly).Where(month => month.Start >= end).Take(3))
        {
            Statement after = Statement.Read(terms, second.Closing, month.Start, "gap", plan.Credits);
            Assert.Equal(plan.Participant.Statement(month, plan.Credits).Explain(), terms.Statement(after.Closing, month, plan.Credits).Explain());
        }
    }

    [Law(MaxTest = 200)]
    public void Any_partition_of_the_year_sums_to_the_year(DealPlanCase plan, NonNegativeInt[] cuts)
    {
        ParticipantTerms terms = plan.Participant.TermsFor(plan.Year);
        Position position = Position.AtStartOf(terms);
        Money whole = plan.Participant.Statement(plan.Year.Whole, plan.Credits).Earned, sum = new(0, whole.Currency);
        foreach (LocalDate end in cuts.Select(cut => plan.YearStart.PlusDays(cut.Get * 17 % 365)).Append(plan.Year.End).Distinct().Order())
        {
            Statement part = Statement.Read(terms, position, end, "part", plan.Credits);
            sum += part.Earned;
            position = part.Closing;
        }
        Assert.Equal(whole, sum);
    }

    [Law(MaxTest = 200)]
    public void The_order_in_which_credits_are_given_leaves_pay_unchanged(DealPlanCase plan, NonNegativeInt turn)
    {
        int by = plan.Credited.Count == 0 ? 0 : turn.Get % plan.Credited.Count;
        SamePay(plan, plan with { Credited = [.. plan.Credited.Skip(by).Concat(plan.Credited.Take(by)).Reverse()] });
    }

    [Law(MaxTest = 200)]
    public void Two_credits_of_one_deal_on_one_day_are_one_of_their_sum(DealPlanCase plan, NonNegativeInt pick, PositiveInt part)
    {
        if (plan.Credited.Count == 0)
            return;
        int at = pick.Get % plan.Credited.Count;
        DealCreditCase credit = plan.Credited[at];
        long half = credit.Cents / (1 + part.Get);
        EquatableList<DealCreditCase> others = [.. plan.Credited.Where((_, i) => i != at)];
        SamePay(plan, plan with { Credited = [.. others, credit with { Cents = half }, credit with { Cents = credit.Cents - half }] });
        int parts = 1 + part.Get;
        SamePay(plan, plan with { Credited = [credit with { ShareOf = credit.ShareOf * parts }, .. others, credit with { ShareParts = credit.ShareParts * part.Get, ShareOf = credit.ShareOf * parts }] });
    }

    [Law(MaxTest = 200)]
    public void A_deal_and_its_full_refund_in_one_window_leave_pay_as_if_never_booked(
        DealPlanCase plan, NonNegativeInt month, NonNegativeInt sold, NonNegativeInt returned, PositiveInt dollars)
    {
        DateRange days = plan.Year.Month(1 + (month.Get % 12)).Days;
        if (days.Start < plan.HiredOn)
            return;
        LocalDate booked = days.Start.PlusDays(sold.Get % days.Days), refunded = days.Start.PlusDays(returned.Get % days.Days);
        // Where only some days count, both must be among them.
        if (plan.Components.Any(component => component.Days is not null))
            refunded = booked;
        IEnumerable<DealCreditCase> both =
            from measure in Enumerable.Range(0, 3)
            from scope in Enum.GetValues<CreditScope>()
            from credit in new[] { (Date: booked, Cents: dollars.Get * 1_234L), (Date: refunded, Cents: dollars.Get * -1_234L) }
            select new DealCreditCase(measure, scope, credit.Date, credit.Cents, 1, 3, plan.Deals.Count);
        SamePay(plan, plan with { Deals = [.. plan.Deals, (1, 24)], Credited = [.. plan.Credited, .. both] });
    }

    internal static void SamePay(DealPlanCase expected, DealPlanCase actual)
    {
        Assert.Equal(Months(expected), Months(actual));
        Assert.Equal(expected.Participant.Statement(expected.Year.Whole, expected.Credits).Earned, actual.Participant.Statement(actual.Year.Whole, actual.Credits).Earned);
    }

    /// <summary>What each month earns.</summary>
    internal static decimal[] Months(DealPlanCase plan) => [.. Statements(plan).Select(statement => statement.Earned.Value)];

    internal static List<Statement> Statements(DealPlanCase plan)
    {
        ParticipantTerms terms = plan.Participant.TermsFor(plan.Year);
        Credit[] credits = plan.Credits;
        Position position = Position.AtStartOf(terms);
        var months = new List<Statement>();
        foreach (MeasurementPeriod month in plan.Year.Periods(Frequency.Monthly))
        {
            months.Add(terms.Statement(position, month, credits));
            position = months[^1].Closing;
        }
        return months;
    }
}
