namespace CompModel.Files;

/// <summary>Deals of a territory, which count for everybody who has it in roster.csv or owns it at any time in the plan year, whoever sold them.</summary>
internal static class Territories
{
    /// <summary>A territory's credit for each participant who has it, of each row that names one. Dated owners have the deals of the plan year alone: a place in the tiers passes from one to the next.</summary>
    public static IEnumerable<Credit> Credits(IEnumerable<(CsvRecord Record, Credit Credit)> rows, PlanFile plans, Roster roster, TerritoryFile dated)
    {
        ILookup<string, RosterRow> holders = roster.Rows.Where(row => row.Territory is not null).ToLookup(row => row.Territory!, StringComparer.Ordinal);
        string[] known = [.. holders.Select(holder => holder.Key), .. dated.Names];
        var names = new HashSet<string>(known, StringComparer.Ordinal);
        var credits = new List<Credit>();
        var unknown = new List<Field>();
        foreach ((CsvRecord record, Credit credit) in rows)
        {
            Field territory = record["territory"];
            // Who sold the deal has all of it; what others have on top is not of the territory.
            if (territory.IsEmpty || credit.Split == SplitKind.Overlay)
                continue;
            if (!names.Contains(territory.Text))
                unknown.Add(territory);
            IEnumerable<string> owners = plans.Year.Days.Contains(credit.Date) ? dated.OwnersOf(territory.Text) : [];
            credits.AddRange(holders[territory.Text].Select(holder => holder.Id).Concat(owners).Select(id => credit with { ParticipantId = id, Scope = CreditScope.Territory }));
        }
        // Where nobody has a territory, the column is for the reader alone.
        if (unknown.Count > 0 && names.Count > 0 && dated.IsComplete)
        {
            unknown[0].Report(
                DiagnosticCode.UnknownTerritoryWarning, FormattableString.Invariant($"{unknown[0].Found}, which nobody has in {RosterFile.FileName}{(dated.Names.Any() ? $" or {TerritoryFile.FileName}" : "")}, and so in {unknown.Count - 1} more row(s)"),
                $"one of {string.Join(", ", known.Take(8))}", Nearest.Hint(unknown[0].Text, known), severity: Severity.Warning);
        }
        return credits;
    }
}
