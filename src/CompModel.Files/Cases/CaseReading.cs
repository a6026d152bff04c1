namespace CompModel.Files;

/// <summary>One reading of a folder: file after file, so that later ones are checked against earlier ones, and everything that is wrong is found.</summary>
internal sealed class CaseReading(string folder)
{
    private readonly DiagnosticLog log = new();
    private readonly List<InputFile> files = [];
    private Dictionary<string, RosterRow>? roster;
    private HashSet<string> rosterIds = [];

    public Case Read()
    {
        if (!Directory.Exists(folder))
        {
            log.Add(new(DiagnosticCode.FileMissing, Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), 1, 1, "the folder is missing", "a folder with plan.yaml and roster.csv", ""));
            log.ThrowIfErrors();
        }
        WarnOfUnknownFiles();
        PlanFile? plans = Open(PlanFile.FileName, required: true) is { } planText ? PlanFile.Read(planText) : null;
        IReadOnlyList<RosterRow>? rows = null;
        if (Open(RosterFile.FileName, required: true) is { } rosterText)
        {
            rows = RosterFile.Read(rosterText, plans, out rosterIds);
            roster = rows?.ToDictionary(row => row.Id, StringComparer.Ordinal);
        }
        // The other files cannot be read without year, currency and measures.
        if (plans is null)
            log.ThrowIfErrors();
        return ReadRest(plans!, rows ?? []);
    }

    private Case ReadRest(PlanFile plans, IReadOnlyList<RosterRow> rows)
    {
        var quotas = QuotaFile.Read(Open(QuotaFile.FileName), plans, Find);
        Participant?[] participants = [.. rows.Select(row => row.With(quotas.Of(row)))];
        IReadOnlyList<Deal> deals = Open(DealFile.FileName) is { } dealText ? DealFile.Read(dealText, plans, Find) ?? [] : [];
        IReadOnlyList<Credit> results = Open(ResultFile.FileName) is { } resultText ? ResultFile.Read(resultText, plans, Find) ?? [] : [];
        IReadOnlyList<HistoryRow> history = Open(HistoryFile.FileName) is { } historyText ? HistoryFile.Read(historyText, plans) ?? [] : [];
        IReadOnlyList<ParticipantGrant> grants = Open(GrantFile.FileName) is { } grantText ? GrantFile.Read(grantText, Find) ?? [] : [];
        AssumptionsFile? assumed = Open(AssumptionsFile.FileName) is { } assumptionsText ? AssumptionsFile.Read(assumptionsText, plans) : null;
        // People who do not hold together make no sales force; the assumptions are then checked alone.
        SalesForce? force = log.HasErrors ? null : new(participants!, assumed?.CompanyPlan);
        Assumptions? assumptions = assumed?.For(force);
        log.ThrowIfErrors();
        return new(plans, force!)
        {
            Deals = deals,
            Credits = [.. deals.Select(deal => deal.Credit), .. results],
            History = history,
            Grants = grants,
            Assumptions = assumptions,
            IncentiveBudget = assumed?.IncentiveBudget,
            Warnings = log.Diagnostics,
            Files = files,
        };
    }

    // The participant that a field names. Null for one whose own row was refused, too, and then that is report enough.
    private RosterRow? Find(Field field)
    {
        if (field.Id() is not { } id || roster is null)
            return null;
        if (roster.TryGetValue(id, out RosterRow? row))
            return row;
        if (!rosterIds.Contains(id))
            field.Report(DiagnosticCode.UnknownParticipant, field.Found, "the id of a participant of roster.csv", Nearest.Hint(id, roster.Keys));
        return null;
    }

    private SourceText? Open(string name, bool required = false)
    {
        if (!File.Exists(Path.Combine(folder, name)))
        {
            if (required)
                log.Add(CaseFolder.Missing(name));
            return null;
        }
        SourceText? source = SourceText.Read(folder, name, log, out InputFile? input);
        if (input is not null)
            files.Add(input);
        return source;
    }

    private void WarnOfUnknownFiles()
    {
        IEnumerable<string> names = Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (Path.GetExtension(name) is ".csv" or ".yaml" or ".yml" && CaseFolder.LikeKnown(name) is { } known && !File.Exists(Path.Combine(folder, known)))
                log.Add(new(DiagnosticCode.FileUnknownWarning, name, 1, 1, "the file is not read", $"a name such as {known}", $"did you mean {known}?", Severity.Warning));
        }
    }
}
