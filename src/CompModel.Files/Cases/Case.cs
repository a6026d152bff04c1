namespace CompModel.Files;

/// <summary>
/// Plans, participants, quotas, credits and assumptions that belong together: what is simulated, compared, stated and reported.
/// Every list is in the order of its file. What a folder does not have is empty or null here; <see cref="Require"/> refuses a case without a file that a
/// command needs. Made by <see cref="CaseFolder.Read(CaseSources)"/> alone, and so always free of errors.
/// </summary>
public sealed class Case
{
    private readonly Lazy<CaseInputs> inputs;

    internal Case(PlanFile plans, SalesForce force)
    {
        (Year, Currency, Plans, SalesForce) = (plans.Year, plans.Currency, plans.Plans, force);
        inputs = new(() => new CaseInputs(this));
    }

    /// <summary>The plan year.</summary>
    public PlanYear Year { get; }

    /// <summary>The one currency, in which everything counts: deals in others are converted.</summary>
    public Currency Currency { get; }

    /// <summary>The plans of plan.yaml, by the ids that roster.csv names.</summary>
    public IReadOnlyDictionary<string, CompensationPlan> Plans { get; }

    /// <summary>The people of roster.csv, who reports to whom, and the company plan of assumptions.yaml where there is one.</summary>
    public SalesForce SalesForce { get; }

    /// <summary>The people of roster.csv, with their quotas.</summary>
    public IReadOnlyList<Participant> Participants => SalesForce.Participants;

    /// <summary>The rows of deals.csv.</summary>
    public IReadOnlyList<DealRow> Deals { get; internal init; } = [];

    /// <summary>
    /// Own credits and those of territories: of the deals, in each measure, then of results.csv. Not yet rolled up to managers, and without those given by hand:
    /// statements read <see cref="InputsOf"/>.
    /// </summary>
    public IReadOnlyList<Credit> Credits { get; internal init; } = [];

    /// <summary>The rows of adjustments.csv.</summary>
    public IReadOnlyList<Adjustment> Adjustments { get; internal init; } = [];

    /// <summary>The rows of history.csv.</summary>
    public IReadOnlyList<HistoryRow> History { get; internal init; } = [];

    /// <summary>The rows of grants.csv, with what grant-events.csv says happened to them.</summary>
    public IReadOnlyList<ParticipantGrant> Grants { get; internal init; } = [];

    /// <summary>The rows of headcount.csv: positions that are to be filled in the year. They are part of the <see cref="Assumptions"/>.</summary>
    public IReadOnlyList<PlannedPosition> Positions { get; internal init; } = [];

    /// <summary>What assumptions.yaml assumes; null without that file.</summary>
    public Assumptions? Assumptions { get; internal init; }

    /// <summary>Bookings that the company plans for; null where assumptions.yaml does not say.</summary>
    public Money? CompanyPlan => SalesForce.CompanyPlan;

    /// <summary>What may be spent on incentives in the year; null where assumptions.yaml does not say.</summary>
    public Money? IncentiveBudget { get; internal init; }

    /// <summary>What somebody should look at, though it loads.</summary>
    public IReadOnlyList<Diagnostic> Warnings { get; internal init; } = [];

    /// <summary>The files that were read, with their hashes, in the order in which they were read.</summary>
    public IReadOnlyList<InputFile> Files { get; internal init; } = [];

    /// <summary>Whether the folder had a file.</summary>
    public bool Has(string fileName) => Files.Any(file => file.Name == fileName);

    /// <summary>
    /// What a participant's statements and payments follow from: own credits, those rolled up from the people below, those given by hand; invoices and cash of
    /// deals; corrections. What is no deal has nothing to invoice, and counts as invoiced and paid on its own day. Nothing for an id that is not in the roster.
    /// </summary>
    public PaymentInputs InputsOf(string participantId) => inputs.Value.Of(participantId);

    /// <summary>
    /// Refuses the case unless it has some files: <c>Require("assumptions.yaml")</c>. Throws <see cref="InvalidInputException"/> with one diagnostic for each
    /// that is missing.
    /// </summary>
    public void Require(params string[] fileNames)
    {
        Diagnostic[] missing = [.. fileNames.Where(name => !Has(name)).Select(CaseFolder.Missing)];
        if (missing.Length > 0)
            throw new InvalidInputException([.. missing, .. Warnings]);
    }
}
