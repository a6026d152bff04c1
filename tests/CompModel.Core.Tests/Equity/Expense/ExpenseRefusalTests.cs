using NodaTime;

namespace CompModel.Tests.Equity;

/// <summary>What is refused, and in which words.</summary>
public class ExpenseRefusalTests
{
    private static readonly LocalDate NewYear = new(2026, 1, 1), Vests = new(2027, 1, 1);
    private static readonly Award One = new("A", NewYear, 1.Usd, [new(Vests, 100)]);
    private static readonly Award Two = new("B", NewYear, 1.Usd, [new(Vests, 100), new(Vests.PlusYears(1), 100)]);
    private static readonly ExpensePolicy StraightLine = ExpensePolicy.Asc718(Attribution.StraightLine);

    [Fact]
    public void Bad_awards()
    {
        Refused("fair value per share is at least zero", () => new Award("A", NewYear, (-1).Usd, [new(Vests, 100)]));
        Refused("has at least one", () => new Award("A", NewYear, 1.Usd, []));
        Refused("more than zero shares", () => new Award("A", NewYear, 1.Usd, [new(Vests, 0)]));
        Refused("nothing vests before the grant date, 2026-01-01", () => new Award("A", NewYear, 1.Usd, [new(NewYear.PlusDays(-1), 1)]));
        Refused("or service inception, 2027-01-02", () => One.ServingFrom(Vests.PlusDays(1)));
        Refused("years 1900 to 2199", () => new Award("A", NewYear, 1.Usd, [new(new(2200, 1, 1), 1)]));
        Refused("of one currency", () => Award.Liability("A", NewYear, new EffectiveDated<Money>(1.Usd).From(Vests, 1.In(Currency.Eur)), [new(Vests, 1)]));
        Refused("at least zero", () => One.Expecting(new EffectiveDated<Rational>(-1)));
    }

    [Fact]
    public void Bad_changes()
    {
        Refused("1 more than are unvested of its 100", () => One.With(new AwardChange.Forfeited(Vests, NewYear, 60), new AwardChange.Accelerated(Vests, NewYear.PlusDays(9), 41)));
        Refused("1 more than have vested of its 100", () => One.With(new AwardChange.Settled(Vests, Vests, 101)));
        Refused("what has vested never is", () => new AwardChange.Forfeited(Vests, Vests, 1));
        Refused("more than zero shares", () => new AwardChange.Forfeited(Vests, NewYear, 0));
        Refused("before the grant date", () => One.With(new AwardChange.Forfeited(Vests, NewYear.PlusDays(-1), 1)));
        Refused("reaches at least so far", () => One.With(new AwardChange.Forfeited(Vests, NewYear.PlusDays(9), 1)).Recorded(through: NewYear));
    }

    [Fact]
    public void Modifications()
    {
        Refused("ASC 718-20-35-3", () => new AwardChange.Accelerated(Vests, Vests.PlusDays(1), 1));
        Refused("ASC 718-20-35-3", () => One.With(new AwardChange.Forfeited(Vests.PlusDays(1), NewYear, 1)));
        Refused("ASC 718-20-35-3", () => Expense.Portfolio([One, new Award("A", NewYear, 2.Usd, [new(Vests, 100)])], StraightLine));
    }

    [Fact]
    public void Rates_and_portions_outside_zero_to_one()
    {
        Refused("a fraction from 0 to 1", () => ForfeiturePolicy.AtAnnualRate(-0.01m));
        Refused("a fraction from 0 to 1", () => ForfeiturePolicy.AtAnnualRate(new EffectiveDated<Rational>(0).From(NewYear, 1.01m)));
        Refused("a fraction from 0 to 1", () => ForfeiturePolicy.ExpectingToVest(1.01m));
    }

    [Fact]
    public void What_a_standard_does_not_allow()
    {
        ExpensePolicy ifrs = ExpensePolicy.Ifrs2(ForfeiturePolicy.AtAnnualRate(5.Percent));
        Refused("IFRS 2.20", () => ExpensePolicy.Ifrs2(ForfeiturePolicy.AsTheyOccur));
        Refused("IFRS 2.20", () => ifrs.Forfeiting(ForfeiturePolicy.AsTheyOccur));
        Refused("IFRS 2.IG11", () => Expense.Of(Two, ifrs.Attributing(Attribution.StraightLine)));
        Refused("ASC 718-10-35-8", () => Expense.Of(Two.Expecting(new EffectiveDated<Rational>(0)), StraightLine));
        Assert.Equal(Expense.Of(One, ifrs).Total, Expense.Of(One, ifrs.Attributing(Attribution.StraightLine)).Total);
    }

    [Fact]
    public void Portfolios_of_nothing_or_of_two_currencies()
    {
        Refused("at least one award", () => Expense.Portfolio([], StraightLine));
        Award euros = new("E", NewYear, 1.In(Currency.Eur), [new(Vests, 1)]);
        Assert.Contains("do not mix", Assert.Throws<InvalidOperationException>(() => Expense.Portfolio([One, euros], StraightLine)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Roll_forwards_that_lose_more_than_there_is()
    {
        Refused("more than the 10 there are", () => new RollForward(opening: 4, granted: 6, vested: 8, forfeited: 3));
        Refused("at least zero", () => new RollForward(-1, 0, 0, 0));
    }

    private static void Refused(string because, Func<object> attempt) =>
        Assert.Contains(because, Assert.ThrowsAny<ArgumentException>(attempt).Message, StringComparison.Ordinal);
}
