using System.Security.Cryptography;

namespace CompModel;

/// <summary>
/// A run as data: who, which year, what is assumed, how many trials, which seed. It determines every bit of the result; how it is carried out
/// (threads, chunks, vector width) does not. Trials are 1 to 2^30. Throws outside, where a measure that is paid on or asked for has no model,
/// for credits of somebody's own without a quota that says what the model's 100 % is, for rules about single deals where nothing says what deals are like,
/// for plans of one person that pay at several frequencies, where people lead each other at different times of the year, and where a currency has no planning rate.
/// Open positions of the assumptions are refused for whatever a participant is; they and who leaves are the matter of <see cref="Simulate.Headcount"/> alone.
/// </summary>
public sealed class RunDefinition
{
    /// <summary>The most trials a run may have: beyond them percentiles would not fit in memory.</summary>
    public const int MaxTrials = 1 << 30;

    /// <summary>A run. A company of many thousands takes some seconds, which <paramref name="cancel"/> can end.</summary>
    public RunDefinition(
        SalesForce force, PlanYear year, Assumptions assumptions, int trials, ulong seed, Actuals? actuals = null, CancellationToken cancel = default)
        : this(force, year, assumptions, trials, seed, actuals, assumptions.Headcount?.Positions ?? [], cancel)
    {
    }

    private RunDefinition(
        SalesForce force, PlanYear year, Assumptions assumptions, int trials, ulong seed, Actuals? actuals, IReadOnlyList<PlannedPosition> open, CancellationToken cancel)
    {
        if (trials is < 1 or > MaxTrials)
            throw new ArgumentOutOfRangeException(nameof(trials), trials, $"A run has 1 to {MaxTrials} trials.");
        Force = force;
        Year = year;
        Assumptions = assumptions;
        Trials = trials;
        Seed = seed;
        Actuals = actuals;
        CheckActuals();
        Terms = [.. force.Participants.Select(participant => participant.TermsFor(year)).Until(cancel)];
        foreach (ParticipantTerms terms in Terms.Until(cancel))
            Check(terms);
        Reporting = new ReportingLines(Terms, cancel);
        Everybody = open.Count == 0 ? this : new RunDefinition(force.With([.. force.Participants, .. open.Select(position => position.Holder)]), year, assumptions, trials, seed, actuals, [], cancel);
    }

    /// <summary>The people and their plans.</summary>
    public SalesForce Force { get; }

    /// <summary>The plan year.</summary>
    public PlanYear Year { get; }

    /// <summary>What is assumed of it.</summary>
    public Assumptions Assumptions { get; }

    /// <summary>How many times the year is drawn.</summary>
    public int Trials { get; }

    /// <summary>The key of all random draws.</summary>
    public ulong Seed { get; }

    /// <summary>What has happened of the year; null where all of it is drawn.</summary>
    public Actuals? Actuals { get; }

    /// <summary>Everybody's terms, in the order of the sales force.</summary>
    public IReadOnlyList<ParticipantTerms> Terms { get; }

    /// <summary>Who reports to whom in the year.</summary>
    internal ReportingLines Reporting { get; }

    /// <summary>The roster and, after it, whoever holds the open positions of the assumptions, as if from the start of the year.</summary>
    internal RunDefinition Everybody { get; }

    /// <summary>The run's first trials: what they draw does not depend on how many follow.</summary>
    internal RunDefinition OfTrials(int trials, CancellationToken cancel) => new(Force, Year, Assumptions, trials, Seed, Actuals, cancel);

    /// <summary>
    /// SHA-256, in hexadecimal, over the library's version and the run's resolved terms and assumptions: two runs of one fingerprint have the same results,
    /// bit by bit. Names of people are not part of it.
    /// </summary>
    public string Fingerprint(CancellationToken cancel = default)
    {
        var text = new RunText();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        text.Line($"CompModel {Simulate.LibraryVersion}, stream {RandomStream.Version}, seed {Seed}, trials {Trials}, year {Year.Start:uuuu-MM-dd}{(Year.Pattern is null ? "" : $" ({Year.Description})")}, company plan {Force.CompanyPlan}, in {Force.Currency}");
        text.Line($"{Assumptions.Canonical}");
        foreach (ParticipantTerms terms in Terms.Until(cancel))
        {
            text.Line($"{terms.Participant.Id}: {terms.Salary(Year.Days).Value} × {Force.RateOf(terms.Participant.OnTarget.Total.Currency, Year)}{Assumptions.CanonicalOf(terms)}");
            foreach ((DateRange days, string? manager) in terms.Reporting())
                text.Line($"< {manager} {days}");
            text.Add(terms, Assumptions.Seasonality);
            if (Actuals is not null)
                text.Add(terms, Actuals);
            hash.AppendData(text.TakeBytes());
        }
        if (Assumptions.Headcount is { } headcount)
        {
            text.Add(this, headcount);
            hash.AppendData(text.TakeBytes());
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private void CheckActuals()
    {
        if (Actuals is null)
            return;
        if (Assumptions.Deals is not null)
            throw new ArgumentException("An outlook from actuals draws the rest of the year by attainment models; deals are simulated for whole years.", "actuals");
        if (Actuals.Opens < Year.Start || Actuals.Opens > Year.End)
            throw new ArgumentOutOfRangeException("actuals", $"Actuals of {Year} end on one of its days, {Year.Days}, or the day before it starts; not on {Actuals.Through:uuuu-MM-dd}.");
        if (Actuals.Participants.FirstOrDefault(id => !Force.Hierarchy.Contains(id)) is { } unknown)
            throw new ArgumentException($"Actuals credit '{unknown}', who is not in the sales force.", "actuals");
    }

    private void Check(ParticipantTerms terms)
    {
        Participant participant = terms.Participant;
        if (terms.NotSimulated(Assumptions) is { } reason)
            throw new ArgumentException($"'{participant.Id}': {reason}.", "force");
        foreach ((Measure measure, CreditScope scope) in terms.MeasuresRead)
        {
            // What people below earn follows from their own draws.
            if ((measure == Measure.CommissionEarned || measure == Measure.Payout) && scope == CreditScope.Team)
                continue;
            _ = Assumptions.IndexOf(measure);
            // What deals make needs no quota of its own; what is a share of what a model draws needs that of the model.
            if (Assumptions.AreDealt(measure))
            {
                if (!Assumptions.Deals!.MakesCredits && scope != CreditScope.Team && participant.Quotas.All(quota => quota.Measure != Assumptions.Deals.SizedIn))
                    throw new ArgumentException($"'{participant.Id}' has no quota for {Assumptions.Deals.SizedIn}: deals split what its model draws of a quota, and {measure} follows from them.", "force");
                continue;
            }
            // A team's credits in money need no quota: the people below have theirs. In units a quota sets the grid of sums.
            if (!measure.IsScore && (scope != CreditScope.Team || !measure.IsMoney) && participant.Quotas.All(quota => quota.Measure != measure))
                throw new ArgumentException($"'{participant.Id}' has no quota for {measure}: a statement needs none, but an attainment model is one of a quota.", "force");
        }
        foreach (Currency currency in participant.Quotas.Where(quota => quota.Measure.IsMoney).Select(quota => quota.Currency).Append(participant.OnTarget.Total.Currency).Distinct())
            _ = Force.RateOf(currency, Year);
    }
}
