using NodaTime;

namespace CompModel.Files;

/// <summary>
/// changes.csv: what of a participant changes in mid-year: base, variable, manager, plan, status. A row holds from effective_from on; what is empty stays as it was.
/// Rows of one participant stand in the order of their dates. A plan is the id of one in plan.yaml; base and variable that neither the roster nor a row states are
/// those of the plan in force. Status leave holds up to the next active, ramp or left; ramp starts the plan's ramp on that day, as if hired then; active says that
/// somebody is there and ends a leave, not a ramp; left is the first day on which somebody is gone.
/// </summary>
internal static class ChangeFile
{
    internal const string FileName = "changes.csv";
    private static readonly string[] Required = ["participant_id", "effective_from"];
    private static readonly string[] Optional = ["base", "variable", "manager_id", "plan", "status"];

    /// <summary>The roster with the changes that hold together. What is wrong with the others is reported.</summary>
    public static Roster Read(SourceText source, PlanFile plans, Roster roster)
    {
        if (CsvTable.Read(source, Required, Optional) is not { } table)
            return roster;
        var changed = new Dictionary<string, ChangedRow>(StringComparer.Ordinal);
        var moves = new List<(LocalDate Date, string Id, string ManagerId, Field Field)>();
        foreach (CsvRecord record in table.Records)
        {
            RosterRow? row = roster.Find(record["participant_id"]);
            LocalDate? date = record["effective_from"].Date();
            Field salary = record["base"], target = record["variable"], manager = record["manager_id"];
            Money? newBase = salary.IsEmpty ? null : salary.MoneyAtLeastZero(plans.Currency);
            Money? newTarget = target.IsEmpty ? null : target.MoneyAtLeastZero(plans.Currency);
            RosterRow? newManager = manager.IsEmpty ? null : roster.Find(manager);
            bool good = (salary.IsEmpty || newBase is not null) & (target.IsEmpty || newTarget is not null) & (manager.IsEmpty || newManager is not null);
            good &= Plan(record["plan"], plans, out CompensationPlan? newPlan) & record["status"].Status(out ChangedStatus status);
            if (Optional.All(column => record[column].IsEmpty))
            {
                record["effective_from"].Report(DiagnosticCode.ValueMissing, "nothing changes in this row", $"a value in one of {string.Join(", ", Optional)}");
                good = false;
            }
            if (row is null || date is not { } day)
                continue;
            if (!changed.TryGetValue(row.Id, out ChangedRow? person))
                changed.Add(row.Id, person = new ChangedRow(row, plans.Year));
            if (!person.Follows(record, day, status) || !good)
                continue;
            person.Add(record, new(day, newBase, newTarget, newManager?.Id, newPlan, status));
            if (newManager is not null)
                moves.Add((day, row.Id, newManager.Id, manager));
        }
        RefuseCircles(roster, moves);
        return roster.With(changed.Values.Select(person => person.Row));
    }

    private static bool Plan(Field field, PlanFile plans, out CompensationPlan? plan)
    {
        plan = null;
        if (field.IsEmpty)
            return true;
        if (field.Id() is not { } id)
            return false;
        if (plans.Plans.TryGetValue(id, out plan))
            return true;
        // A plan that was refused has been reported.
        if (!plans.Refused.Contains(id))
            field.Report(DiagnosticCode.UnknownPlan, field.Found, $"a plan of plan.yaml: {string.Join(", ", plans.Plans.Keys)}", Nearest.Hint(id, plans.Plans.Keys));
        return false;
    }

    private static void RefuseCircles(Roster roster, List<(LocalDate Date, string Id, string ManagerId, Field Field)> moves)
    {
        var managers = roster.Rows.ToDictionary(row => row.Id, row => row.ManagerId, StringComparer.Ordinal);
        foreach (var day in moves.GroupBy(move => move.Date).OrderBy(day => day.Key))
        {
            foreach ((_, string id, string manager, _) in day)
                managers[id] = manager;
            var reported = new HashSet<string>(StringComparer.Ordinal);
            foreach ((LocalDate date, string id, _, Field field) in day.Where(move => !reported.Contains(move.Id)))
            {
                var path = new List<string> { id };
                string? at = managers.GetValueOrDefault(id);
                for (; at is not null && !path.Contains(at); at = managers.GetValueOrDefault(at))
                    path.Add(at);
                if (at != id)
                    continue;
                field.Report(
                    DiagnosticCode.Circle, FormattableString.Invariant($"{string.Join(" reports to ", [.. path.Take(8), at])} from {date:uuuu-MM-dd} on"), "reporting lines without circles on any day");
                reported.UnionWith(path);
            }
        }
    }
}
