using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CompModel.Tests;

/// <summary>A quarter's path is a Brownian motion, exactly, and the same whatever dates of it are looked at.</summary>
public class PriceQuarterLaws
{
    private static readonly PlanYear[] Years =
    [
        PlanYear.Calendar(2026), PlanYear.Calendar(2028), PlanYear.Starting(new(2025, 11, 15)),
        PlanYear.Weeks(new(2026, 2, 1), WeekPattern.FourFourFive), PlanYear.Weeks(new(2023, 1, 29), WeekPattern.FourFiveFour, 53),
    ];

    [Law(MaxTest = 200)]
    public void Any_two_days_covary_by_the_time_before_the_first(NonNegativeInt year, NonNegativeInt which, NonNegativeInt[] picks)
    {
        PlanYear its = Years[year.Get % Years.Length];
        int number = (which.Get % 4) + 1;
        LocalDate[] days = Days(its, number, picks);
        var quarter = new PriceQuarter(its, number, 7);
        int[] rows = [.. days.Select(quarter.RowOf)];
        Dictionary<int, double>[] made = Made(quarter);
        var horizon = new PayHorizon([its]);
        double start = horizon.Opening(its.Quarter(number).Start).ToDouble();
        for (int i = 0; i < days.Length; i++)
        {
            for (int j = 0; j < days.Length; j++)
            {
                double covariance = made[rows[i]].Sum(part => part.Value * made[rows[j]].GetValueOrDefault(part.Key));
                // Sums of at most ten products of numbers below one half.
                Assert.Equal(horizon.Opening(LocalDate.Min(days[i], days[j])).ToDouble() - start, covariance, 1e-14);
            }
        }
    }

    [Law(MaxTest = 200)]
    public void A_day_is_drawn_alike_whatever_others_are_asked_for_and_in_any_order(NonNegativeInt year, NonNegativeInt which, NonNegativeInt one, NonNegativeInt[] picks)
    {
        PlanYear its = Years[year.Get % Years.Length];
        int number = (which.Get % 4) + 1;
        LocalDate day = Days(its, number, [one])[0];
        var alone = new PriceQuarter(its, number, 7);
        var among = new PriceQuarter(its, number, 7);
        foreach (LocalDate other in Days(its, number, picks))
            among.RowOf(other);
        Assert.Equal(Made(alone, alone.RowOf(day)), Made(among, among.RowOf(day)));
    }

    [Fact]
    public void Every_place_in_a_horizon_has_a_draw_of_its_own()
    {
        foreach (PlanYear year in Years)
        {
            var all = new List<int>();
            for (int number = 1; number <= 4; number++)
            {
                var quarter = new PriceQuarter(year, number, number - 1);
                DateRange days = year.Quarter(number).Days;
                for (LocalDate day = days.Start; day <= days.End; day = day.PlusDays(1))
                    quarter.RowOf(day);
                Assert.Equal(days.Days, quarter.Steps.Count);
                all.AddRange(quarter.Steps.Select(step => step.Draw));
            }
            Assert.Equal(all.Count, all.Distinct().Count());
            Assert.Equal([0, 256, 512, 768], all.Where(draw => draw % 256 == 0));
        }
    }

    private static LocalDate[] Days(PlanYear year, int number, NonNegativeInt[] picks)
    {
        DateRange days = year.Quarter(number).Days;
        return [.. picks.Select(pick => days.Start.PlusDays(pick.Get % (days.Days + 1)))];
    }

    // Each row as a sum of draws, by their index.
    private static Dictionary<int, double>[] Made(PriceQuarter quarter)
    {
        var rows = new List<Dictionary<int, double>> { new() };
        foreach (PriceStep step in quarter.Steps)
        {
            Dictionary<int, double> to = step.To < rows.Count ? rows[step.To] : [];
            rows.Add(rows[step.From].Keys.Union(to.Keys).ToDictionary(
                draw => draw, draw => rows[step.From].GetValueOrDefault(draw) * (1 - step.Share) + (step.Share * to.GetValueOrDefault(draw))));
            rows[^1].Add(step.Draw, step.Spread);
        }
        return [.. rows];
    }

    private static SortedDictionary<int, double> Made(PriceQuarter quarter, int row) => new(Made(quarter)[row]);
}
