namespace CompModel.Files;

/// <summary>One reading of a folder: file after file, so that later ones are checked against earlier ones, and everything that is wrong is found.</summary>
internal sealed class CaseReading(CaseSources sources)
{
    private readonly string folder = sources.Folder;
    private readonly DiagnosticLog log = new();
    private readonly List<InputFile> files = [];

    public Case Read()
    {
        if (!Directory.Exists(folder))
        {
            log.Add(new(
                DiagnosticCode.FileMissing, Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), 1, 1, "the folder is missing",
                "a folder with plan.yaml and roster.csv", ""));
            log.ThrowIfErrors();
        }
        WarnOfUnknownFiles();
        PlanFile? plans = Open(PlanFile.FileName, required: true) is { } planText ? PlanFile.Read(planText) : null;
        Roster roster = Open(RosterFile.FileName, required: true) is { } rosterText ? RosterFile.Read(rosterText, plans) : Roster.Unknown;
        // The other files cannot be read without year, currency and measures.
        if (plans is null)
            log.ThrowIfErrors();
        return ReadRest(plans!, roster);
    }

    private Case ReadRest(PlanFile plans, Roster listed)
    {
        Roster changed = Open(ChangeFile.FileName) is { } changeText ? ChangeFile.Read(changeText, plans, listed) : listed;
        TerritoryFile territories = Exists(TerritoryFile.FileName) ? TerritoryFile.Read(Open(TerritoryFile.FileName), plans, changed) : TerritoryFile.None(plans);
        Roster roster = territories.Given(changed);
        QuotaFile quotas = Exists(QuotaFile.FileName) ? QuotaFile.Read(Open(QuotaFile.FileName), plans, roster) : QuotaFile.None(plans);
        Participant?[] participants = [.. roster.Rows.Select(row => row.With(quotas))];
        CaseCurrency currencies = Exists(RateFile.FileName) ? RateFile.Read(Open(RateFile.FileName), plans) : CaseCurrency.Alone(plans);
        (IReadOnlyList<DealRow> deals, IReadOnlyList<Credit> sold) = Open(DealFile.FileName) is { } dealText ? DealFile.Read(dealText, plans, roster, currencies, territories) ?? ([], []) : ([], []);
        IReadOnlyList<Credit> results = Open(ResultFile.FileName) is { } resultText ? ResultFile.Read(resultText, plans, roster) ?? [] : [];
        IReadOnlyList<Adjustment> adjustments = Open(AdjustmentFile.FileName) is { } adjustmentText ? AdjustmentFile.Read(adjustmentText, plans, roster) ?? [] : [];
        IReadOnlyList<HistoryRow> history = Open(HistoryFile.FileName) is { } historyText ? HistoryFile.Read(historyText, plans) ?? [] : [];
        IReadOnlyList<ParticipantGrant> grants = ReadGrants(roster);
        IReadOnlyList<PlannedPosition> positions = Open(HeadcountFile.FileName) is { } headcountText ? HeadcountFile.Read(headcountText, plans, roster) : [];
        AssumptionsFile? assumed = Open(AssumptionsFile.FileName) is { } assumptionsText ? AssumptionsFile.Read(assumptionsText, plans, sold) : null;
        // People who do not hold together make no sales force; the assumptions are then checked alone.
        SalesForce? force = log.HasErrors ? null : new(participants!, assumed?.CompanyPlan);
        Assumptions? assumptions = assumed?.For(force, positions);
        log.ThrowIfErrors();
        return new(plans, force!)
        {
            Deals = deals,
            Credits = [.. sold, .. results],
            Adjustments = adjustments,
            History = history,
            Grants = grants,
            Positions = positions,
            Assumptions = assumptions,
            IncentiveBudget = assumed?.IncentiveBudget,
            Warnings = log.Diagnostics,
            Files = files,
        };
    }

    private IReadOnlyList<ParticipantGrant> ReadGrants(Roster roster)
    {
        bool complete = true;
        IReadOnlyList<ParticipantGrant> grants = Open(GrantFile.FileName) is { } grantText ? GrantFile.Read(grantText, roster, out complete) ?? [] : [];
        return Open(GrantEventFile.FileName) is { } eventText ? GrantEventFile.Read(eventText, grants, complete) : grants;
    }

    private bool Exists(string name) => File.Exists(sources.PathOf(name));

    private SourceText? Open(string name, bool required = false)
    {
        if (!Exists(name))
        {
            if (required)
                log.Add(CaseFolder.Missing(name));
            return null;
        }
        SourceText? source = SourceText.Read(sources.PathOf(name), log, out InputFile? input);
        if (input is not null)
            files.Add(input);
        return source;
    }

    private void WarnOfUnknownFiles()
    {
        string[] names;
        try
        {
            names = [.. Directory.GetFiles(folder).Where(path => !sources.Reads(path)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that may not be listed may still be read.
            return;
        }
        foreach (string name in names)
        {
            if (Path.GetExtension(name) is ".csv" or ".yaml" or ".yml" && CaseFolder.LikeKnown(name) is { } known && !Exists(known))
                log.Add(new(
                    DiagnosticCode.FileUnknownWarning, name, 1, 1, "the file is not read", $"a name such as {known}", $"did you mean {known}?",
                    Severity.Warning));
        }
    }
}
