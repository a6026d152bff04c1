using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CompModel.Tests.Equity;

/// <summary>A vest, a tax it covers and terms of sale, leaning towards whole results, one share, no tax and all of it.</summary>
public sealed record SettledVest(VestValue Vest, Rational Unit, Rational Rate, Money Tax, SaleTerms Terms);

/// <summary>Vests, taxes, payments within a few years, calendars with dense holidays and blackouts.</summary>
public static class SettlementGenerators
{
    private static readonly LocalDate Origin = new(2025, 1, 1);

    private static readonly Gen<Money> PriceGen = Gen.OneOf(
        Gen.Choose(1, 40_000).Select(cents => ((decimal)cents / 100).Usd),
        Gen.Choose(1, 2_000_000).Select(parts => ((decimal)parts / 10_000).Usd),
        Gen.Elements(1.Usd, 0.01m.Usd, 152.10m.Usd));

    private static readonly Gen<Rational> RateGen = Gen.OneOf(
        Gen.Choose(0, 10_000).Select(points => (Rational)points / 10_000),
        Gen.Elements<Rational>(0, 1, 22.Percent, (Rational)1 / 3));

    private static readonly Gen<SettledVest> VestGen =
        from unit in Gen.Elements<Rational>(1, 1, (Rational)1 / 100, (Rational)1 / 1000)
        from units in Gen.OneOf(Gen.Choose(1, 20), Gen.Choose(1, 100_000))
        from over in Gen.Elements<Rational>(0, 0, (Rational)1 / 3)
        from price in PriceGen
        from rate in RateGen
        from share in Gen.Elements(0, 0, 3, 90)
        from trade in Gen.Elements(0, 0, 495)
        from proceeds in Gen.Elements(0, 0, 1, 25)
        from better in Gen.Elements(0, 0, 7)
        let vest = new VestValue((units + over) * unit, price).InUnitsOf(unit)
        // Down, so that the tax is never above the value.
        let tax = Down(vest.Value * rate)
        let terms = SaleTerms.Free.WithFeePerShare((price.Value * share / 100).Usd).WithFeePerTrade(((decimal)trade / 100).Usd).WithFeeOfProceeds(proceeds * (Rational)1 / 1000)
        select new SettledVest(vest, unit, rate, tax, better == 0 ? terms : terms.At((price.Value * 1.07m).Usd));

    private static readonly Gen<Tax> TaxGen =
        from count in Gen.Choose(0, 4)
        from steps in Gen.OneOf(Gen.Choose(1, 3), Gen.Choose(1, 300_000)).ListOf(count)
        from first in RateGen
        from rates in RateGen.ListOf(count)
        from wages in Gen.Elements(Enum.GetValues<TaxedWages>())
        select Tax.Marginal("T", [(0.Usd, first), .. steps.Zip(rates).Select((pair, i) => (steps.Take(i + 1).Sum().Usd, pair.Second))]).On(wages);

    private static readonly Gen<WagePayment> PaymentGen =
        from day in Gen.Choose(0, 1_000)
        from cents in Gen.OneOf(Gen.Choose(0, 300), Gen.Choose(0, 40_000_000))
        from third in Gen.Elements(1, 1, 3)
        from kind in Gen.Elements(Enum.GetValues<WageKind>())
        select new WagePayment(Origin.PlusDays(day), new Amount((Rational)cents / 100 / third, Currency.Usd), kind);

    private static readonly Gen<DateRange> WindowGen =
        from day in Gen.Choose(-20, 700)
        from length in Gen.OneOf(Gen.Choose(0, 10), Gen.Choose(0, 150), Gen.Choose(300, 600))
        select new DateRange(Origin.PlusDays(day), Origin.PlusDays(day + length));

    private static readonly Gen<SettlementCalendar> CalendarGen =
        from after in Gen.Choose(0, 5)
        from holidays in Gen.Choose(0, 100).SelectMany(count => Gen.ArrayOf(Gen.Choose(-10, 700), count))
        from windows in Gen.Choose(0, 5).SelectMany(count => Gen.ArrayOf(WindowGen, count))
        from reach in Gen.Elements(Enum.GetValues<BlackoutReach>())
        from month in Gen.Choose(1, 12)
        select (after == 0 ? SettlementCalendar.OnVestDate : SettlementCalendar.BusinessDaysAfter(after))
            .On(Business(holidays)).ClosedDuring(reach, windows).FiscalYearFrom(month);

    private static readonly Gen<Dividend> DividendGen =
        from record in Gen.Choose(-50, 900)
        from wait in Gen.Elements(0, 14, 45, 200)
        from cents in Gen.Choose(1, 300)
        from price in PriceGen
        select new Dividend(Origin.PlusDays(record), Origin.PlusDays(record + wait), ((decimal)cents / 100).Usd).At(price);

    public static Arbitrary<SettledVest> Vests() => VestGen.ToArbitrary();

    public static Arbitrary<Tax> Taxes() => TaxGen.ToArbitrary();

    public static Arbitrary<WagePayment> Payments() => PaymentGen.ToArbitrary();

    public static Arbitrary<DateRange> Windows() => WindowGen.ToArbitrary();

    public static Arbitrary<SettlementCalendar> Calendars() => CalendarGen.ToArbitrary();

    public static Arbitrary<Dividend> Dividends() => DividendGen.ToArbitrary();

    public static Arbitrary<LocalDate> Dates() => Gen.Choose(0, 700).Select(Origin.PlusDays).ToArbitrary();

    public static Arbitrary<Money> Prices() => PriceGen.ToArbitrary();

    private static BusinessCalendar Business(int[] holidays) => BusinessCalendar.MondayToFriday.WithHolidays(holidays.Select(Origin.PlusDays));

    private static Money Down(Amount amount) => ((decimal)(amount.Value * 100).Floor() / 100).Usd;
}
