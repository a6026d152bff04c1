using NodaTime;

namespace CompModel.Tests.Equity;

public class DividendFacts
{
    private static readonly LocalDate Granted = new(2026, 3, 1);

    private static readonly Tranche First = new(new(2027, 3, 1), 100), Second = new(new(2028, 3, 1), 300);

    private static readonly Dividend Early = Of(new(2026, 6, 1), new(2026, 6, 15), 0.50m, 25m), Later = Of(new(2027, 6, 1), new(2027, 6, 15), 1m, 40m);

    [Fact]
    public void In_cash_each_dividend_is_paid_with_the_tranche_it_was_on()
    {
        DividendEquivalents cash = DividendEquivalents.InCash(Granted, [First, Second], Later, Early);
        Assert.Equal(
            [(First, 50.Usd, First.Vests), (Second, 150.Usd, Second.Vests), (Second, 300.Usd, Second.Vests)],
            cash.Rows.Select(row => (row.Tranche, row.Cash, row.Due)));
        Assert.Equal((50.Usd, 450.Usd), (cash.CashOf(First), cash.CashOf(Second)));
        Assert.Equal(((Rational)100, (Rational)300), (cash.UnitsOf(First), cash.UnitsOf(Second)));
    }

    [Fact]
    public void Reinvested_units_accrue_on_later_dividends_and_vest_with_their_tranche()
    {
        DividendEquivalents units = DividendEquivalents.Reinvested(Granted, [First, Second], Early, Later);
        // 100 × 0.50 / 25 = 2; 300 × 0.50 / 25 = 6; then 306 × 1 / 40 = 7.65.
        Assert.Equal(((Rational)102, (Rational)313.65m), (units.UnitsOf(First), units.UnitsOf(Second)));
        Assert.Equal([First.Vests, Second.Vests, Second.Vests], units.Rows.Select(row => row.Due));
        Assert.Equal((0.Usd, (Rational)306), (units.CashOf(Second), units.Rows[2].On));
    }

    [Fact]
    public void What_vests_on_the_record_date_is_vested_and_a_grant_on_it_is_there()
    {
        Tranche[] tranches = [First];
        DividendEquivalents On(LocalDate record) => DividendEquivalents.InCash(Granted, tranches, Of(record, record.PlusDays(14), 1m, 10m));
        Assert.Empty(On(First.Vests).Rows);
        Assert.Single(On(First.Vests.PlusDays(-1)).Rows);
        Assert.Single(On(Granted).Rows);
        Assert.Empty(On(Granted.PlusDays(-1)).Rows);
    }

    [Fact]
    public void A_dividend_paid_after_the_vest_date_is_due_when_it_is_paid()
    {
        LocalDate record = First.Vests.PlusDays(-1);
        Assert.Equal(record.PlusDays(30), DividendEquivalents.Reinvested(Granted, [First], Of(record, record.PlusDays(30), 1m, 10m)).Rows[0].Due);
    }

    [Fact]
    public void Units_not_yet_credited_on_a_record_date_accrue_nothing()
    {
        Dividend slow = Of(new(2026, 6, 1), new(2026, 9, 1), 1m, 10m), between = Of(new(2026, 8, 31), new(2026, 9, 10), 1m, 10m), special = Of(new(2026, 9, 1), new(2026, 9, 1), 1m, 10m);
        Assert.Equal([100, 100, 110], DividendEquivalents.Reinvested(Granted, [First], slow, between, special).Rows.Select(row => row.On));
        // Two dividends of one record date do not accrue on each other.
        Assert.Equal([100, 100], DividendEquivalents.Reinvested(Granted, [First], special, special).Rows.Select(row => row.On));
    }

    [Fact]
    public void Bad_definitions_are_refused_with_the_bad_value()
    {
        LocalDate day = new(2026, 6, 1);
        Assert.Throws<ArgumentOutOfRangeException>("paid", () => new Dividend(day, day.PlusDays(-1), 1.Usd));
        Assert.Throws<ArgumentOutOfRangeException>("perShare", () => new Dividend(day, day, 0.Usd));
        Assert.Throws<ArgumentOutOfRangeException>("perShare", () => new Dividend(day, day, new(1, Currency.None)));
        Assert.Throws<ArgumentOutOfRangeException>("sharePrice", () => new Dividend(day, day, 1.Usd).At(0.Usd));
        Assert.Throws<ArgumentOutOfRangeException>("sharePrice", () => new Dividend(day, day, 1.Usd).At(1m.In(Currency.Eur)));
        Assert.Throws<ArgumentException>("dividends", () => DividendEquivalents.InCash(Granted, [First], new Dividend(day, day, 1.Usd), new Dividend(day, day, 1m.In(Currency.Eur))));
        Assert.Contains("2027-03-01 has two", Assert.Throws<ArgumentException>("tranches", () => DividendEquivalents.InCash(Granted, [First, First with { Shares = 1 }])).Message);
        Assert.Contains("no price", Assert.Throws<InvalidOperationException>(() => DividendEquivalents.Reinvested(Granted, [First], new Dividend(day, day, 1.Usd))).Message);
    }

    private static Dividend Of(LocalDate record, LocalDate paid, decimal perShare, decimal price) => new Dividend(record, paid, perShare.Usd).At(price.Usd);
}
