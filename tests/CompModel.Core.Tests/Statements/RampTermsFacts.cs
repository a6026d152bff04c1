using NodaTime;

namespace CompModel.Tests;

public class RampTermsFacts
{
    private static readonly PlanYear Year = PlanYear.Calendar(2026);
    private static readonly LocalDate Hire = new(2026, 3, 1);
    private static readonly Ramp Slow = Ramp.Of(0, 50.Percent);

    private static Participant Person(Component component, Ramp ramp, Proration proration = Proration.ByDays) => new Participant(
        "R1",
        new CompensationPlan("p", new(0.Usd, 60_000.Usd), component).WithRamp(ramp).WithProration(proration),
        new Quota(Measure.Bookings, 1_200_000.Usd)).HiredOn(Hire);

    private static Component Bookings => Component.Of(Measure.Bookings, 1, PayoutCurve.Linear);

    private static Credit Sold(LocalDate date, decimal amount) => new("R1", Measure.Bookings, date, amount.Usd, $"{date:uuuu-MM-dd}");

    [Fact]
    public void A_month_without_quota_pays_its_target_where_the_ramp_says_so_whatever_is_sold()
    {
        Participant person = Person(Bookings.Each(Frequency.Monthly), Slow.PayingTargetWithoutQuota());
        Statement march = person.Statement(Year.Month(3), [Sold(Hire, 10_000)]);
        Assert.Equal(5_000.Usd, march.Earned);
        Assert.Equal((LineKind.WithoutQuota, "no quota: target paid"), (march.Components[0].Lines[0].Kind, march.Components[0].Lines[0].Label));
        Assert.Contains("no quota: target paid", march.Explain(), StringComparison.Ordinal);
        // At half of the quota the next month's 25,000 are half of what it asks.
        Assert.Equal(2_500.Usd, person.Statement(Year.Month(4), [Sold(new(2026, 4, 1), 25_000)]).Earned);
        Assert.Equal((Amount)50_000.Usd, person.TermsFor(Year).TargetIncentive);
    }

    [Fact]
    public void A_month_without_quota_pays_nothing_where_the_ramp_says_so_and_its_target_is_not_offered_later()
    {
        Participant person = Person(Bookings.ToDate(Frequency.Monthly), Slow.PayingNothingWithoutQuota());
        Assert.Equal(0.Usd, person.Statement(Year.Month(3), [Sold(Hire, 10_000)]).Earned);
        ComponentTerms terms = person.TermsFor(Year).Components[0];
        Assert.Equal(((Amount)45_000.Usd, (Amount)850_000.Usd), (terms.Target, terms.Quota));
        // What was sold then counts in the window: 10,000 to date and 40,000 in April are all of April's 50,000.
        Assert.Equal(5_000.Usd, person.Statement(Year.Month(4), [Sold(Hire, 10_000), Sold(new(2026, 4, 1), 40_000)]).Earned);
    }

    [Fact]
    public void To_date_the_target_of_days_without_quota_is_paid_once()
    {
        Participant person = Person(Bookings.ToDate(Frequency.Monthly), Slow.PayingTargetWithoutQuota());
        Assert.Equal([5_000.Usd, 0.Usd], new[] { 3, 4 }.Select(month => person.Statement(Year.Month(month), []).Earned));
        Assert.Equal(5_000.Usd, person.StatementThrough(new(2026, 12, 31), Year, []).Earned);
    }

    [Fact]
    public void A_quarter_of_which_a_month_is_without_quota_pays_that_month_and_measures_the_others()
    {
        // Hired on 1 April: April's target, and May and June at 50,000 and 100,000.
        Participant person = Person(Bookings.Each(Frequency.Quarterly), Slow.PayingTargetWithoutQuota()).HiredOn(new(2026, 4, 1));
        Assert.Equal(5_000.Usd + 10_000.Usd, person.Statement(Year.Quarter(2), [Sold(new(2026, 6, 1), 150_000)]).Earned);
    }

    [Fact]
    public void Without_proration_nothing_is_ramped_away_before_the_hire()
    {
        Amount[] months = [.. Person(Bookings.Each(Frequency.Monthly), Ramp.Of(25.Percent), Proration.None).TermsFor(Year).Components[0].Periods.Select(period => period.Quota)];
        Assert.Equal([100_000.Usd, 100_000.Usd, 25_000.Usd, 100_000.Usd], months.Take(4));
    }

    [Fact]
    public void A_hires_month_that_counts_whole_is_the_ramps_first_from_its_first_day()
    {
        Participant person = Person(Bookings.Each(Frequency.Monthly), Ramp.Of(50.Percent), Proration.ByWholeMonths).HiredOn(new(2026, 3, 10));
        // All of March at half, and nine of April's 30 days.
        Assert.Equal([0.Usd, 50_000.Usd, 85_000.Usd, 100_000.Usd], person.TermsFor(Year).Components[0].Periods.Skip(1).Take(4).Select(period => period.Quota));
    }

    [Fact]
    public void A_ramp_starts_again_for_who_is_transferred()
    {
        Participant person = Person(Bookings.Each(Frequency.Monthly), Ramp.Of(25.Percent, 50.Percent)).HiredOn(new(2024, 1, 1)).RampingFrom(new(2026, 6, 1));
        Assert.Equal([100_000.Usd, 25_000.Usd, 50_000.Usd, 100_000.Usd], person.TermsFor(Year).Components[0].Periods.Skip(4).Take(4).Select(period => period.Quota));
        Assert.Contains("Ramp from 2026-06-01\n", person.Statement(Year.Month(1), []).Explain(), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => person.RampingFrom(new(2026, 6, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => person.HiredOn(new(2026, 6, 2)));
    }

    [Fact]
    public void Whole_months_of_a_quarter_count_alike()
    {
        // Of the first quarter's 20 %, March alone: a third.
        CompensationPlan plan = new CompensationPlan("p", new(0.Usd, 60_000.Usd), Bookings.Each(Frequency.Quarterly))
            .WithSeasonality(Seasonality.Quarters(20.Percent, 20.Percent, 20.Percent, 40.Percent)).WithProration(Proration.ByWholeMonths);
        ComponentTerms terms = new Participant("R1", plan, new Quota(Measure.Bookings, 300_000.Usd)).HiredOn(new(2026, 3, 1)).TermsFor(Year).Components[0];
        Assert.Equal([20_000.Usd, 60_000.Usd, 60_000.Usd, 120_000.Usd], terms.Periods.Select(period => period.Quota));
        Assert.Equal(4_000.Usd, terms.Periods[0].Target);
        // In a year of weeks a month has its weeks: five of the quarter's thirteen.
        PlanYear weeks = PlanYear.Weeks(new(2026, 2, 1), WeekPattern.FourFourFive);
        Participant late = new Participant("R1", plan, new Quota(Measure.Bookings, 1_300_000.Usd)).HiredOn(weeks.Month(3).Start);
        Assert.Equal(100_000.Usd, late.TermsFor(weeks).Components[0].Periods[0].Quota);
    }
}
