using NodaTime;

namespace CompModel.Tests.Equity;

public class ActivityAwardFacts
{
    // 4,800 shares at 10, 1,200 a year from 2026-01-01 on: 12,000 a year straight-line.
    private static readonly Grant Yearly = new("G", new(2025, 1, 1), 4_800, VestingSchedule.Annual(4));
    private static readonly ExpensePolicy StraightLine = ExpensePolicy.Asc718(Attribution.StraightLine);

    [Fact]
    public void Leaving_reverses_what_was_expensed_of_unvested_shares()
    {
        ExpenseSchedule expense = Expense.Of(Yearly.After(new GrantEvent.Left(new(2026, 6, 30))).AwardAt(10.Usd), StraightLine);
        Assert.Equal(12_000.Usd, expense.CumulativeAt(new(2025, 12, 31)));
        Assert.Equal(12_000.Usd, expense.Total);
    }

    [Fact]
    public void A_clause_that_accelerates_expenses_the_rest_at_once()
    {
        GrantActivity sold = Yearly.Accelerating(AccelerationClause.On("sale", new Acceleration.All())).After(new GrantEvent.Met(new(2026, 6, 30), "sale"));
        ExpenseSchedule expense = Expense.Of(sold.AwardAt(10.Usd), StraightLine);
        Assert.Equal(12_000.Usd, expense.CumulativeAt(new(2025, 12, 31)));
        Assert.Equal(48_000.Usd, expense.CumulativeAt(new(2026, 6, 30)));
    }

    [Fact]
    public void A_cancellation_without_replacement_expenses_the_rest_at_once() =>
        Assert.Equal(48_000.Usd, Expense.Of(Yearly.After(new GrantEvent.Cancelled(new(2026, 6, 30))).AwardAt(10.Usd), StraightLine).CumulativeAt(new(2026, 6, 30)));

    [Fact]
    public void What_only_a_new_award_can_tell_is_refused()
    {
        Assert.Contains("modification", Assert.Throws<ArgumentException>("activity", () => Yearly.After(new GrantEvent.Accelerated(new(2026, 6, 30), new Acceleration.All())).AwardAt(10.Usd)).Message);
        Assert.Contains("split", Assert.Throws<ArgumentException>("activity", () => Yearly.After(new GrantEvent.Split(new(2026, 6, 30), 2, 1)).AwardAt(10.Usd)).Message);
        Grant waiting = new("W", new(2025, 1, 1), 4_800, ((VestingTerms)VestingSchedule.Annual(4)).Requiring(new VestingRequirement("IPO")));
        Assert.Contains("'IPO'", Assert.Throws<ArgumentException>("activity", () => waiting.After().AwardAt(10.Usd)).Message);
    }
}
