#:project ../src/CompModel/CompModel.csproj
#:property PublishAot=false

using CompModel;
using NodaTime;

// A value becomes whole shares at the average of five closes.
var closes = new ClosingPrices(
    (new(2024, 2, 26), 99.10m.Usd), (new(2024, 2, 27), 98.42m.Usd), (new(2024, 2, 28), 101.05m.Usd), (new(2024, 2, 29), 100.60m.Usd), (new(2024, 3, 1), 100.88m.Usd));
Amount average = closes.Average(tradingDays: 5, ending: new(2024, 3, 1));
long shares = new TargetValue(400_000.Usd).SharesAt(average);

var grant = new Grant("RSU-1", granted: new(2024, 3, 1), shares, VestingSchedule.Parse("5% at 12, 15% at 24, 80% every 6 months 4"))
    .Accelerating(AccelerationClause.OnLeavingAfter("change of control", months: 12, new Acceleration.Portion(50.Percent)));
Console.WriteLine($"{grant}, at {average}");

// What happened: a change of control, and a dismissal within a year of it.
GrantActivity activity = grant.After(
    new GrantEvent.Met(new(2026, 4, 15), "change of control"),
    new GrantEvent.Left(new(2026, 8, 31), LeavingReason.InvoluntaryOther));
foreach (var move in activity.Moves.GroupBy(move => (move.Date, move.Kind, move.Reason)))
    Console.WriteLine($"{move.Key.Date:uuuu-MM-dd}  {move.Sum(one => (decimal)one.Shares.Numerator),5:#,##0} {move.Key.Kind}: {move.Key.Reason}");

// The first vest: taxes on top of the year's wages so far, and shares sold to cover them two business days later.
Tranche first = activity.Tranches()[0];
var vest = new VestValue(first.Shares, 104.50m.Usd);
TaxList taxes = UnitedStatesTaxes.Withheld(2025).With(Tax.Flat("California", 10.23m.Percent));
PaymentTaxes withheld = taxes.On(vest.PaidOn(first.Vests), new WagesToDate(2025, regular: 25_000.Usd, supplemental: 12_000.Usd));
foreach (TaxLine line in withheld.Lines)
    Console.WriteLine($"  {line.Tax.Name,-20} {line.Money}");
Settlement sold = vest.SellToCover(withheld.Total, SaleTerms.Free.WithFeePerShare(0.03m.Usd));
SettlementDay day = SettlementCalendar.BusinessDaysAfter(2).For(first.Vests);
Console.WriteLine($"{first.Vests:uuuu-MM-dd}: {vest.Shares} shares vest, {sold.GivenUp} are sold, {sold.Delivered} delivered on {day.Settles:uuuu-MM-dd} with {sold.Cash} in cash");

// What it costs the company, straight-line, never less than what has vested.
ExpenseSchedule expense = Expense.Of(activity.AwardAt(100.88m.Usd), ExpensePolicy.Asc718(Attribution.StraightLine));
foreach (PlanYear year in Enumerable.Range(2024, 3).Select(PlanYear.Calendar))
    Console.WriteLine($"expense of {year}: {expense.Over(year.Days).Posted()}");
