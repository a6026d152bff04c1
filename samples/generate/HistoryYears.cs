using NodaTime;

namespace CompModel.Samples;

/// <summary>
/// Eight quarters, 2024 and 2025: of everybody who was there, and of two who left. A quarter's attainment is a company's year, a person and chance together;
/// quotas were 6 % lower each year back.
/// </summary>
internal static class HistoryYears
{
    // Two people of the past: what they were paid on shows in history alone.
    private static readonly (string Id, LocalDate Hired, LocalDate Left, int Quota)[] Former =
        [("F01", new(2021, 4, 1), new(2024, 11, 15), 14_000_000), ("F02", new(2023, 1, 1), new(2025, 5, 31), 16_000_000)];

    public static string File()
    {
        var csv = new Csv("participant_id,period_start,period_end,measure,quota,credited,status");
        foreach (int year in new[] { 2024, 2025 })
        {
            foreach (MeasurementPeriod quarter in PlanYear.Calendar(year).Periods(Frequency.Quarterly))
            {
                foreach (Seller seller in Seller.All)
                    Add(csv, quarter, seller.Id, seller.Hired, null, seller.Quota);
                foreach ((string id, LocalDate hired, LocalDate left, int quota) in Former)
                    Add(csv, quarter, id, hired, left, quota);
            }
        }
        return csv.ToString();
    }

    private static void Add(Csv csv, MeasurementPeriod quarter, string id, LocalDate hired, LocalDate? left, int quotaOf2026)
    {
        if (hired > quarter.Start || left < quarter.Start)
            return;
        int year = quarter.Start.Year;
        bool ramping = hired.PlusMonths(3) > quarter.Start;
        bool leaving = left < quarter.End;
        decimal annual = decimal.Round(quotaOf2026 * (year == 2025 ? 0.94m : 0.88m) / 100_000m) * 100_000m;
        decimal quota = decimal.Round(annual * EnterpriseAccountManager.Season(quarter.Number) * (ramping ? 0.5m : 1m));
        var person = new Dice($"history/{id}/{year}");
        var chance = new Dice(FormattableString.Invariant($"history/{id}/{year}/{quarter.Number}"));
        var company = new Dice(FormattableString.Invariant($"history/company/{year}"));
        decimal attainment = 0.92m + (0.05m * company.Bell()) + (0.22m * person.Bell()) + (0.30m * chance.Bell());
        decimal credited = decimal.Round(quota * Math.Max(0.05m, attainment) * (leaving ? 0.5m : 1m) / 1_000m) * 1_000m;
        csv.Add(id, quarter.Start, quarter.End.PlusDays(-1), "bookings", quota, credited, leaving ? "left" : ramping ? "ramping" : "active");
        decimal adoption = 100m * EnterpriseAccountManager.Season(quarter.Number);
        decimal points = decimal.Round(adoption * Math.Clamp(1m + (0.12m * person.Bell()) + (0.06m * chance.Bell()), 0.5m, 1.5m), 1);
        csv.Add(id, quarter.Start, quarter.End.PlusDays(-1), "adoption", adoption, points, leaving ? "left" : ramping ? "ramping" : "active");
    }
}
