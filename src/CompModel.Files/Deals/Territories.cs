namespace CompModel.Files;

/// <summary>Deals of a territory, which count for everybody who has it in roster.csv, whoever sold them.</summary>
internal static class Territories
{
    /// <summary>A territory's credit for each participant who has it, of each row that names one.</summary>
    public static IEnumerable<Credit> Credits(IEnumerable<(CsvRecord Record, Credit Credit)> rows, Roster roster)
    {
        ILookup<string, RosterRow> holders = roster.Rows.Where(row => row.Territory is not null).ToLookup(row => row.Territory!, StringComparer.Ordinal);
        var credits = new List<Credit>();
        var unknown = new List<Field>();
        foreach ((CsvRecord record, Credit credit) in rows)
        {
            Field territory = record["territory"];
            // Who sold the deal has all of it; what others have on top is not of the territory.
            if (territory.IsEmpty || credit.Split == SplitKind.Overlay)
                continue;
            if (!holders.Contains(territory.Text))
                unknown.Add(territory);
            credits.AddRange(holders[territory.Text].Select(holder => credit with { ParticipantId = holder.Id, Scope = CreditScope.Territory }));
        }
        // Where nobody has a territory, the column is for the reader alone.
        if (unknown.Count > 0 && holders.Count > 0)
        {
            unknown[0].Report(
                DiagnosticCode.UnknownTerritoryWarning, FormattableString.Invariant($"{unknown[0].Found}, which nobody has in roster.csv, and so in {unknown.Count - 1} more row(s)"),
                $"one of {string.Join(", ", holders.Select(holder => holder.Key).Take(8))}", Nearest.Hint(unknown[0].Text, holders.Select(holder => holder.Key)), severity: Severity.Warning);
        }
        return credits;
    }
}
