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
        LocalDate[] edges = [plan.Year.Start, .. cuts.Select(cut => plan.YearStart.PlusDays(cut.Get * 11 % (plan.Year.Days.Days + 1))).Order(), plan.Year.End];
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

    [Law(MaxTest = 300)]
    public void Periods_of_a_year_of_weeks_are_whole_weeks_and_quarters_thirteen_but_for_the_53rd(PlanYearCase plan)
    {
        if (plan.Weeks is not { } rules)
            return;
        foreach (Frequency frequency in Enum.GetValues<Frequency>())
            Assert.All(plan.Year.Periods(frequency), period => Assert.Equal((0, plan.YearStart.DayOfWeek), (period.Days.Days % 7, period.Start.DayOfWeek)));
        int longQuarter = rules.Count == 53 ? (rules.ExtraWeekIn + 2) / 3 : 0;
        Assert.All(plan.Year.Periods(Frequency.Quarterly), quarter => Assert.Equal(quarter.Number == longQuarter ? 14 : 13, quarter.Days.Days / 7));
        string digits = ((int)rules.Pattern).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.All(plan.Year.Periods(Frequency.Monthly), month =>
            Assert.Equal(digits[(month.Number - 1) % 3] - '0' + (rules.Count == 53 && month.Number == rules.ExtraWeekIn ? 1 : 0), month.Days.Days / 7));
    }

    [Law]
    public void Years_of_a_week_calendar_follow_each_other_and_end_where_its_rule_says(int weekday, int month, int number, bool nearest, bool forStart)
    {
        IsoDayOfWeek day = (IsoDayOfWeek)(1 + Place(weekday, 7));
        int at = 1 + Place(month, 12), year = 1900 + Place(number, 300);
        WeekCalendar calendar = nearest ? WeekCalendar.EndingNearest(day, at, WeekPattern.FourFourFive) : WeekCalendar.EndingOnLast(day, at, WeekPattern.FourFourFive);
        calendar = forStart ? calendar.NamedForStart() : calendar;
        PlanYear one = calendar.Year(year), next = calendar.Year(year + 1);
        Assert.Equal(one.End, next.Start);
        Assert.True(one.Days.Days is 364 or 371);
        LocalDate last = one.End.PlusDays(-1), monthEnd = new LocalDate(forStart && at < 12 ? year + 1 : year, at, 1).PlusMonths(1).PlusDays(-1);
        Assert.Equal(day, last.DayOfWeek);
        int after = Period.DaysBetween(monthEnd, last);
        Assert.InRange(after, nearest ? -3 : -6, nearest ? 3 : 0);
        Assert.Equal($"FY{year}", one.Name);

        static int Place(int value, int of) => (int)((uint)value % (uint)of);
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
    public void A_ramp_cuts_a_span_without_gap_and_asks_the_share_of_the_month_since_it_started_last(PlanYearCase plan, NonNegativeInt hire, NonNegativeInt[] later)
    {
        LocalDate hired = plan.YearStart.PlusDays(hire.Get * 17 % plan.Year.Days.Days);
        Ramp ramp = Ramp.Of([.. plan.RampPercents.Select(percent => percent.Percent)]);
        LocalDate[] again = [.. later.Select(days => hired.PlusDays(1 + (days.Get * 7 % 200))).Distinct().Order()];
        LocalDate next = plan.Year.Start;
        foreach ((DateRange days, Rational share) in ramp.Within(plan.Year.Days, hired, again))
        {
            Assert.Equal(next, days.Start);
            next = days.End;
            for (LocalDate day = days.Start; day < days.End; day = day.PlusDays(1))
            {
                LocalDate start = again.LastOrDefault(date => date <= day, hired);
                int month = Enumerable.Range(1, 24).Count(each => start.PlusMonths(each) <= day);
                Assert.Equal(day >= hired && month < plan.RampPercents.Count ? plan.RampPercents[month].Percent : 1, share);
            }
        }
        Assert.Equal(plan.Year.End, next);
    }
}
