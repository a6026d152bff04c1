namespace CompModel.Files;

/// <summary>Scores of one window add up: two of 95 % are 190 %. Where a plan asks for a score over a window that has several, somebody should look.</summary>
internal static class ScoreChecks
{
    /// <summary>Warns once for each measure of which a window holds several scores of one participant.</summary>
    public static void Warn(IReadOnlyList<(CsvRecord Record, Credit Credit)> scores, Roster roster, PlanYear year)
    {
        var plans = roster.Rows.ToDictionary(row => row.Id, row => row.Plan, StringComparer.Ordinal);
        var warned = new HashSet<Measure>();
        foreach (var of in scores.Where(row => row.Credit.Measure.IsScore).GroupBy(row => (row.Credit.ParticipantId, row.Credit.Measure)))
        {
            if (!plans.TryGetValue(of.Key.ParticipantId, out CompensationPlan? plan))
                continue;
            foreach (MeasurementPeriod window in plan.SpansOf(of.Key.Measure).Distinct().SelectMany(year.Periods))
            {
                (CsvRecord Record, Credit Credit)[] inside = [.. of.Where(row => window.Days.Contains(row.Credit.Date))];
                if (inside.Length < 2 || !warned.Add(of.Key.Measure))
                    continue;
                Rational sum = inside.Aggregate(Rational.Zero, (total, row) => total + row.Credit.Amount.Value);
                inside[1].Record["value"].Report(
                    DiagnosticCode.ScoresAddedWarning, FormattableString.Invariant($"{inside.Length} scores of {of.Key.Measure} fall into {window}, over which plan '{plan}' asks for one: they add up to {sum * 100} %"),
                    "one score for each span that a plan asks for", "give the span's own score, or let the plan ask for shorter ones", severity: Severity.Warning);
            }
        }
    }
}
