namespace CompModel.Reports;

/// <summary>A year in which people come and go, as tables for console and HTML: what it costs by month, and what was assumed.</summary>
public static class HeadcountTable
{
    /// <summary>
    /// By month: heads at its end, quota in force, base salaries, incentive, what guarantees and draws add, and their total; then the year, the year of the roster as it is, and the difference. Amounts in thousands that
    /// add up both ways.
    /// </summary>
    public static ReportTable Of(HeadcountCost cost, SimulatedCost roster)
    {
        var printed = new HeadcountFigures(cost, roster);
        var rows = new List<ReportRow>();
        for (int month = 0; month < cost.Months.Count; month++)
        {
            PayoutDistribution heads = cost.Months[month].Heads;
            rows.Add(new(cost.Months[month].Month.Code,
            [
                Figures.Number(heads.Mean, 1), Figures.Number(heads.Percentile(0.1).Value, 0), Figures.Number(heads.Percentile(0.9).Value, 0),
                .. Amounts([printed.Quota[month], printed.Salaries[month], printed.Earned[month], printed.PaymentCost[month]]),
            ]));
        }
        rows.Add(new("Year", [Figures.Number(cost.Months.Average(month => month.Heads.Mean), 1), "", "", .. Amounts(printed.Year)], Emphasis: Emphasis.Total));
        rows.Add(new("Roster as it is", ["", "", "", .. Amounts(printed.Roster)]));
        rows.Add(new("Difference", ["", "", "", .. Amounts([.. printed.Year.Zip(printed.Roster, (year, its) => year - its)])], Emphasis: Emphasis.Total));
        return new(
            $"With hires and leavers: cost and heads by month, in thousands of {cost.Run.Force.Currency}", "month",
            ["heads at its end", "low (P10)", "high (P90)", "street quota in force", "base salaries", "incentive earned", "guarantees and draws", "total cash expected"], rows,
            "Expected figures. Incentive stands in the month in which its pay period ends; guarantees and draws are what they cost beyond it, less what leavers forfeit. The year's heads are the average of the months; "
            + "who leaves on the last day of a month is not among them. All other tables are of the roster as it is.");
    }

    /// <summary>What was assumed of who comes and who leaves, and what it implies.</summary>
    public static ReportTable Assumed(HeadcountCost cost)
    {
        HeadcountPlan plan = cost.Plan;
        double positions = cost.Positions.Count, held = cost.Positions.Sum(position => position.HeadsOnAverage), roster = cost.Run.Force.Participants.Count;
        double street = cost.StreetQuota.Mean;
        List<ReportRow> rows =
        [
            new("Positions", [$"{Figures.Number(roster, 0)} on the roster, {Figures.Number(plan.Positions.Count, 0)} open; held on average at the ends of months {Figures.Number(held, 1)}, at the end of the year {Figures.Number(cost.Positions.Sum(position => position.HeadsAtEnd), 1)} of {Figures.Number(positions, 0)}"]),
            new("Leavers a year", [Rate(plan.Attrition.For(null))]),
            .. plan.Attrition.Roles.Select(role => new ReportRow(role, [Rate(plan.Attrition.For(role))], Indent: 1)),
        ];
        if (!plan.Attrition.IsNone)
            rows.Add(new("Who follows", [plan.Backfill switch
            {
                Backfill.Ramping => $"somebody who ramps by the plan, after {Months(plan.TimeToFill)}",
                Backfill.FullQuota => $"somebody at full quota, after {Months(plan.TimeToFill)}",
                _ => "nobody in the year",
            }]));
        if (plan.Positions.Count > 0)
            rows.Add(new("Open positions start later than planned by", [Months(plan.StartSlip)]));
        rows.Add(new("A vacant territory sells", [plan.VacantShare == 0
            ? "nothing"
            : $"{Figures.Percent(plan.VacantShare)} of its quota, credited to {(plan.VacantCredit == VacantCredit.Nobody ? "nobody" : "the managers above")}: {Figures.Share(cost.VacantBookings.Mean, cost.Bookings.Mean)} of bookings"]));
        rows.Add(new("Street quota in force, of the roster's without leavers", [Figures.Share(street, cost.Run.Force.StreetQuota(Measure.Bookings, cost.Run.Year).ToDouble())]));
        return new("Who comes and who leaves", "assumption", ["value, and what it implies"], rows);
    }

    private static IEnumerable<string> Amounts(double[] of) =>
        [.. of.Select(Figures.ThousandUnits), Figures.ThousandUnits(HeadcountFigures.TotalCash(of))];

    private static string Rate(LeaverRate rate) => rate.IsNone ? "none but those whose last day is known"
        : string.Join(", ", rate.ByTenure.Select(band => (band.Months == 0 ? "" : FormattableString.Invariant($"from month {band.Months} of tenure ")) + Figures.Percent(band.Annual)));

    private static string Months(DelayLaw law) => law.MeanMonths == 0 ? "no month" : $"{Figures.Number(law.MeanMonths, 1)} months on average";
}
