using NodaTime;

namespace CompModel.Files;

/// <summary>roster.csv: the participants, with their own base, variable pay and bookings quota.</summary>
internal static class RosterFile
{
    internal const string FileName = "roster.csv";

    private static readonly string[] Columns =
        ["id", "name", "email", "role", "manager_id", "hire_date", "termination_date", "currency", "base", "variable", "quota", "plan"];

    private static readonly string[] Optional = ["territory", "cost_centre"];

    /// <summary>The rows that hold together, in the order of the file. What is wrong with the others is reported.</summary>
    public static Roster Read(SourceText source, PlanFile? plans)
    {
        if (CsvTable.Read(source, Columns, Optional) is not { } table)
            return Roster.Unknown;
        var rows = new List<RosterRow>();
        var byId = new Dictionary<string, CsvRecord>(StringComparer.Ordinal);
        int unread = 0;
        foreach (CsvRecord record in table.Records)
        {
            string? id = record["id"].Id();
            unread += id is null ? 1 : 0;
            if (id is not null && !byId.TryAdd(id, record))
            {
                int line = source.PlaceOf(byId[id]["id"].Offset).Line;
                record["id"].Report(
                    DiagnosticCode.DuplicateId, FormattableString.Invariant($"id {Field.Quote(id)} stands in line {line}, too"),
                    "each participant once");
                id = null;
            }
            if (ReadRow(record, id, plans) is { } row)
                rows.Add(row);
        }
        if (table.Records.Count == 0 && table.IsComplete)
            source.Report(0, DiagnosticCode.ValueMissing, "there are no participants", "one row a participant", "");
        // An id that cannot be read may be any of those that other rows name.
        bool all = table.IsComplete && unread == 0;
        CheckManagers(byId, all);
        return new(rows, byId.Keys, all);
    }

    private static RosterRow? ReadRow(CsvRecord record, string? id, PlanFile? plans)
    {
        string? managerId = record["manager_id"] is { IsEmpty: false } manager ? manager.Id() : null;
        bool dates = record["hire_date"].OptionalDate(out LocalDate? hired) & record["termination_date"].OptionalDate(out LocalDate? left);
        if (hired > left)
        {
            record["termination_date"].Report(
                DiagnosticCode.DateOrder, FormattableString.Invariant($"{record["termination_date"].Found}, before the hire on {hired:uuuu-MM-dd}"), "the last day, on or after hire_date");
            dates = false;
        }
        Currency? currency = record["currency"].CurrencyOf(plans?.Currency);
        Field salary = record["base"], target = record["variable"], quota = record["quota"];
        // Amounts are read even where the currency is unknown; a wrong number of decimals then cannot be told.
        Money? ownBase = Amount(salary, currency, field => field.MoneyAtLeastZero(currency!.Value));
        Money? ownTarget = Amount(target, currency, field => field.MoneyAtLeastZero(currency!.Value));
        Money? bookings = Amount(quota, currency, field => field.Quota(Measure.Bookings, currency!.Value));
        CompensationPlan? plan = Plan(record["plan"], plans);
        string? centre = record["cost_centre"] is { IsEmpty: false } charged ? charged.Id() : null;
        bool amounts = (salary.IsEmpty || ownBase is not null) && (target.IsEmpty || ownTarget is not null) && (quota.IsEmpty || bookings is not null);
        if (id is null || !dates || currency is null || plan is null || !amounts || (centre is null && !record["cost_centre"].IsEmpty))
            return null;
        if (salary.Earnings(ownBase ?? plan.OnTarget.Base, ownTarget ?? plan.OnTarget.TargetIncentive) is not { } onTarget)
            return null;
        string? Given(string column) => record[column] is { IsEmpty: false } field ? field.Text : null;
        return new(record, id, Given("name"), Given("role"), managerId, hired, left, onTarget, bookings, plan) { Territory = Given("territory"), CostCentre = centre };
    }

    private static Money? Amount(Field field, Currency? currency, Func<Field, Money?> read)
    {
        if (field.IsEmpty)
            return null;
        if (currency is not null)
            return read(field);
        _ = field.Decimal();
        return null;
    }

    private static CompensationPlan? Plan(Field field, PlanFile? plans)
    {
        // A plan that was refused has been reported; whoever is on it need not be.
        if (field.Id() is not { } id || plans is null)
            return null;
        if (plans.Plans.TryGetValue(id, out CompensationPlan? plan) || plans.Refused.Contains(id))
            return plan;
        field.Report(
            DiagnosticCode.UnknownPlan, field.Found, $"a plan of plan.yaml: {string.Join(", ", plans.Plans.Keys)}",
            Nearest.Hint(id, plans.Plans.Keys));
        return null;
    }

    private static void CheckManagers(Dictionary<string, CsvRecord> byId, bool all)
    {
        var managers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string id, CsvRecord record) in byId)
        {
            Field field = record["manager_id"];
            if (field.IsEmpty || field.Text.Normalize() is not { } manager)
                continue;
            if (byId.ContainsKey(manager))
                managers.Add(id, manager);
            else if (all)
                field.Report(
                    DiagnosticCode.UnknownParticipant, field.Found, "the id of a participant of roster.csv, or nothing",
                    Nearest.Hint(manager, byId.Keys));
        }
        var cleared = new HashSet<string>(StringComparer.Ordinal);
        foreach (string start in managers.Keys)
        {
            var path = new List<string>();
            for (string? at = start; at is not null && !cleared.Contains(at); at = managers.GetValueOrDefault(at))
            {
                if (path.IndexOf(at) is var first and >= 0)
                {
                    byId[at]["manager_id"].Report(
                        DiagnosticCode.Circle, $"{string.Join(" reports to ", [.. path.Skip(first).Take(8), at])}", "reporting lines without circles");
                    break;
                }
                path.Add(at);
            }
            cleared.UnionWith(path);
        }
    }
}
