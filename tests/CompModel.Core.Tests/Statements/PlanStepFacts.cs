using NodaTime;

namespace CompModel.Tests;

/// <summary>Steps of the plan as a whole: each works on those before it, whether a year is read in one go or month by month.</summary>
public class PlanStepFacts
{
    private static readonly PlanYear Year = PlanYear.Calendar(2026);

    private static readonly Measure Logos = Measure.OfUnits("logos");

    private static Participant Person(CompensationPlan plan) => new("R1", plan, new Quota(Measure.Bookings, 1_200_000.Usd), new Quota(Logos, 12));

    private static CompensationPlan Monthly => new("p", new(0.Usd, 12_000.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear).Each(Frequency.Monthly));

    private static Credit Sale(LocalDate date, decimal dollars) => new("R1", Measure.Bookings, date, dollars.Usd, $"D{date.Month}");

    private static Multiplier Half => Multiplier.Of(Logos, PayoutCurve.Step((0, 50.Percent)));

    private static Multiplier Double => Multiplier.Of(Logos, PayoutCurve.Step((0, 2)));

    // The same in one go and month by month.
    private static Money InTheYear(CompensationPlan plan, params Credit[] credits)
    {
        Money whole = Person(plan).Statement(Year.Whole, credits).Earned;
        Assert.Equal(whole, Year.Periods(Frequency.Monthly).Aggregate(new Money(0, Currency.Usd), (sum, month) => sum + Person(plan).Statement(month, credits).Earned));
        return whole;
    }

    [Fact]
    public void A_multiplier_multiplies_what_was_earned_before_the_cap_and_the_cap_bounds_what_comes_out() =>
        // January earns 1,500, which the cap holds at 1,000 for the time being; half of 1,500 is below it.
        Assert.Equal(750.Usd, InTheYear(Monthly.Times(Half, Frequency.Quarterly).Within(PayLimits.None.WithCap(1_000.Usd)), Sale(new(2026, 1, 10), 150_000)));

    [Fact]
    public void Multipliers_apply_in_their_order_whatever_their_spans()
    {
        // 1,000 a quarter. The year's comes first: 4,000 doubled, then the last quarter, which holds that change, is halved; the others are halved as they are.
        Credit[] credits = [.. new[] { 1, 4, 7, 10 }.Select(month => Sale(new(2026, month, 10), 100_000))];
        Assert.Equal((1_500 + 2_500).Usd, InTheYear(Monthly.Times(Double).Times(Half, Frequency.Quarterly), credits));
        Assert.Equal(4_000.Usd, InTheYear(Monthly.Times(Half, Frequency.Quarterly).Times(Double), credits));
    }

    [Fact]
    public void Leave_pay_falls_into_the_span_of_its_days_however_long_the_statement()
    {
        // Sixty days at 10: 31 of them in March, 29 in the second quarter, of which the cap leaves 200 each.
        Participant away = Person(Monthly.Within(PayLimits.None.WithCap(200.Usd), Frequency.Quarterly))
            .OnLeave(new(new(2026, 3, 1), new(2026, 4, 30)), "care", new(3_650.Usd, 365, LeaveDays.Calendar));
        Assert.Equal(400.Usd, away.Statement(Year.Whole, []).Earned);
        Assert.Equal(200.Usd, away.Statement(Year.Quarter(1), []).Earned);
        Assert.Equal(200.Usd, away.Statement(Year.Quarter(2), []).Earned);
    }

    [Fact]
    public void Where_only_the_plan_is_rounded_its_steps_work_on_exact_results_and_a_cap_holds_to_the_cent()
    {
        Component Third(string name) => Component.Of(Measure.Bookings, (Rational)1 / 3, PayoutCurve.Linear).Named(name);
        CompensationPlan thirds = new CompensationPlan("p", new(0.Usd, 100.Usd), Third("a"), Third("b"), Third("c")).WithRounding(new(scope: RoundingScope.Plan));
        Credit[] target = [Sale(new(2026, 5, 5), 1_200_000)];
        Assert.Equal(100.Usd, InTheYear(thirds, target));
        Assert.Equal(200.Usd, InTheYear(thirds.Times(Double), target));
        // Rounded by themselves the thirds are 99.99, which no cap at that would touch, and a cent would come on top.
        Assert.Equal(99.99m.Usd, InTheYear(thirds.Within(PayLimits.None.WithCap(99.99m.Usd)), target));
    }

    [Fact]
    public void Who_meets_the_quota_as_issued_meets_it_for_the_plan_too()
    {
        // From February 16 on 87,202.38 are asked, and 87,202 are issued.
        Participant Hired(CompensationPlan plan) => new Participant("R1", plan, new Quota(Measure.Bookings, 100_000.Usd)).HiredOn(new(2026, 2, 16));
        ComponentTerms terms = Hired(Monthly).TermsFor(Year).Components.Single();
        Assert.Equal(87_202.Usd, terms.Quota);
        Credit[] issued = [.. terms.Periods.Where(period => period.Quota.Value.Sign > 0).Select(period =>
            new Credit("R1", Measure.Bookings, period.Period.End.PlusDays(-1), period.Quota, $"D{period.Period.Number}"))];
        CompensationPlan allOrNothing = Monthly.Times(Multiplier.Of(Measure.Bookings, PayoutCurve.Step((0, 0), (1, 1))));
        Assert.Equal(Hired(Monthly).Statement(Year.Whole, issued).Earned, Hired(allOrNothing).Statement(Year.Whole, issued).Earned);
    }
}
