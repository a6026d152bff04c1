using NodaTime;

namespace CompModel.Files;

/// <summary>
/// territories.csv: who owns a territory, from which date on. An empty date is from the beginning, an empty owner is nobody. Rows stand in any order. A territory
/// is here or in the roster's column, not in both.
/// </summary>
internal sealed class TerritoryFile
{
    internal const string FileName = "territories.csv";
    private static readonly string[] Columns = ["territory", "effective_from", "owner"];

    private readonly PlanYear year;
    private readonly Dictionary<string, Territory> territories;

    private TerritoryFile(PlanYear year, Dictionary<string, Territory> territories, bool isComplete)
    {
        this.year = year;
        this.territories = territories;
        IsComplete = isComplete;
    }

    /// <summary>Whether a territory that is not among the names is none.</summary>
    public bool IsComplete { get; }

    /// <summary>The names.</summary>
    public IEnumerable<string> Names => territories.Keys;

    /// <summary>No territories but the roster's: the folder has no such file.</summary>
    public static TerritoryFile None(PlanFile plans) => new(plans.Year, [], isComplete: true);

    /// <summary>The territories of a file; without text, of one that was refused.</summary>
    public static TerritoryFile Read(SourceText? source, PlanFile plans, Roster roster)
    {
        CsvTable? table = source is null ? null : CsvTable.Read(source, Columns, []);
        var rows = new Dictionary<string, SortedDictionary<LocalDate, (CsvRecord Record, string? Owner)>>(StringComparer.Ordinal);
        bool complete = table is { IsComplete: true };
        foreach (CsvRecord record in table?.Records ?? [])
        {
            Field territory = record["territory"], owner = record["owner"];
            bool named = territory.Id() is not null, dated = record["effective_from"].OptionalDate(out LocalDate? date);
            string? ownerId = owner.IsEmpty ? null : roster.Find(owner)?.Id;
            if (!named || !dated || (ownerId is null && !owner.IsEmpty))
            {
                complete = false;
                continue;
            }
            if (!rows.TryGetValue(territory.Text, out var owners))
                rows.Add(territory.Text, owners = []);
            if (owners.TryAdd(date ?? LocalDate.MinIsoValue, (record, ownerId)))
                continue;
            complete = false;
            int line = territory.Source.PlaceOf(owners[date ?? LocalDate.MinIsoValue].Record["territory"].Offset).Line;
            record["effective_from"].Report(
                DiagnosticCode.DuplicateTerritory, FormattableString.Invariant($"territory {Field.Quote(territory.Text)} has an owner from the same day on in line {line}"), "one owner a day");
        }
        var territories = rows.ToDictionary(territory => territory.Key, territory => Dated(territory.Key, territory.Value), StringComparer.Ordinal);
        foreach (RosterRow row in roster.Rows.Where(row => row.Territory is not null && rows.ContainsKey(row.Territory)))
            row.Record["territory"].Report(
                DiagnosticCode.KeyConflict, $"{row.Record["territory"].Found}, which has its owners in {FileName}", "a territory in one of the two files", "leave the column empty, and give the territory its owner there");
        return new(plans.Year, territories, complete);
    }

    /// <summary>Everybody who owns a territory in the plan year; nobody for one that is not in the file.</summary>
    public IEnumerable<string> OwnersOf(string territory) => territories.TryGetValue(territory, out Territory? known) ? OwnersOf(known) : [];

    /// <summary>The roster, in which whoever owns a territory in the plan year is known to have one.</summary>
    public Roster Given(Roster roster)
    {
        HashSet<string> owners = [.. territories.Values.SelectMany(OwnersOf)];
        // A row that was refused may be the one that is missing.
        return roster.With(roster.Rows.Where(row => owners.Contains(row.Id) || !IsComplete).Select(row => row with { OwnsTerritory = true }));
    }

    private IEnumerable<string> OwnersOf(Territory territory) =>
        territory.Owners.Within(year.Days).Select(slice => slice.Value).OfType<string>().Distinct(StringComparer.Ordinal);

    private static Territory Dated(string name, SortedDictionary<LocalDate, (CsvRecord Record, string? Owner)> owners)
    {
        var first = new Territory(name, owners.TryGetValue(LocalDate.MinIsoValue, out var always) ? always.Owner : null);
        return owners.Where(owner => owner.Key != LocalDate.MinIsoValue).Aggregate(first, (territory, owner) => territory.OwnedFrom(owner.Key, owner.Value.Owner));
    }
}
