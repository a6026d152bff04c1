using FsCheck;
using FsCheck.Xunit;
using NodaTime;

namespace CompModel.Tests;

[Properties(Arbitrary = [typeof(PlanYearCases)])]
public class CalendarLaws
{
    [Law]
    public void Seasonal_shares_of_any_partition_of_the_year_sum_to_one(PlanYearCase plan, NonNegativeInt[] cuts)
    {
        Seasonality seasonality = plan.Participant.Plan.Seasonality;
        LocalDate[] edges = [plan.Year.Start, .. cuts.Select(cut => plan.YearStart.PlusDays(cut.Get * 13 % 365)).Order(), plan.Year.End];
        Rational sum = edges.Zip(edges.Skip(1)).Aggregate(Rational.Zero, (total, span) => total + seasonality.Share(plan.Year, new(span.First, span.Second)));
        Assert.Equal(Rational.One, sum);
    }

    [Law]
    public void A_seasonal_period_has_exactly_its_weight(PlanYearCase plan)
    {
        Seasonality seasonality = plan.Participant.Plan.Seasonality;
        Assert.Equal(seasonality.Weights, plan.Year.Periods(seasonality.Frequency).Select(period => seasonality.Share(plan.Year, period.Days)));
    }

    [Law]
    public void Periods_of_any_frequency_tile_the_year(PlanYearCase plan)
    {
        foreach (Frequency frequency in Enum.GetValues<Frequency>())
        {
            MeasurementPeriod[] periods = plan.Year.Periods(frequency);
            Assert.Equal(plan.Year.Start, periods[0].Start);
            Assert.Equal(plan.Year.End, periods[^1].End);
            Assert.All(periods.Zip(periods.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
        }
    }

    [Law]
    public void Whole_months_count_a_month_when_at_least_half_of_its_days_are_active(PlanYearCase plan)
    {
        DateRange counting = Proration.ByWholeMonths.Counting(plan.Year, plan.Active);
        foreach (MeasurementPeriod month in plan.Year.Periods(Frequency.Monthly))
        {
            bool counts = 2 * month.Days.Intersect(plan.Active).Days >= month.Days.Days;
            Assert.Equal(counts ? month.Days.Days : 0, counting.Intersect(month.Days).Days);
        }
    }

    [Law]
    public void A_ramp_cuts_a_span_without_gap_and_asks_the_share_of_the_month_since_the_hire(PlanYearCase plan, NonNegativeInt hire)
    {
        LocalDate hired = plan.YearStart.PlusDays(hire.Get * 17 % 365);
        Ramp ramp = Ramp.Of([.. plan.RampPercents.Select(percent => percent.Percent)]);
        LocalDate next = plan.Year.Start;
        foreach ((DateRange days, Rational share) in ramp.Within(plan.Year.Days, hired))
        {
            Assert.Equal(next, days.Start);
            next = days.End;
            for (LocalDate day = days.Start; day < days.End; day = day.PlusDays(1))
            {
                int month = Enumerable.Range(1, 24).Count(each => hired.PlusMonths(each) <= day);
                Assert.Equal(month < plan.RampPercents.Count ? plan.RampPercents[month].Percent : 1, share);
            }
        }
        Assert.Equal(plan.Year.End, next);
    }
}
