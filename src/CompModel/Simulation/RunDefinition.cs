using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CompModel;

/// <summary>
/// A run as data: who, which year, what is assumed, how many trials, which seed. It determines every bit of the result; how it is carried out
/// (threads, chunks, vector width) does not. Trials are 1 to 2^30. Throws outside, where a component's measure has no model,
/// for commission at interpolated rates or without a quota that says what the model's 100 % is, for a manager paid on a team's credits who is there
/// for a part of the year only, for anybody whose manager or plan changes while employed in the year, for days on which a ramp pays the target without a quota, for overrides
/// on other people's pay, and for a quota in another currency than is paid.
/// </summary>
public sealed class RunDefinition
{
    /// <summary>The most trials a run may have: beyond them percentiles would not fit in memory.</summary>
    public const int MaxTrials = 1 << 30;

    /// <summary>A run.</summary>
    public RunDefinition(SalesForce force, PlanYear year, Assumptions assumptions, int trials, ulong seed)
    {
        if (trials is < 1 or > MaxTrials)
            throw new ArgumentOutOfRangeException(nameof(trials), trials, $"A run has 1 to {MaxTrials} trials.");
        force = OnOnePlan(force, year);
        ParticipantTerms[] terms = [.. force.Participants.Select(participant => participant.TermsFor(year))];
        foreach (ParticipantTerms each in terms)
        {
            if (each.NotCarried is { } reason)
                throw new ArgumentException($"'{each.Participant.Id}': {reason}, which a simulation does not carry yet.", nameof(force));
            if (each.Components.Any(component => component.PaidWithoutQuota.Value.Sign > 0))
                throw new ArgumentException($"The ramp of '{each.Participant.Id}' pays the target of days without quota; a simulation takes ramps that ask some quota or pay nothing.", nameof(force));
        }
        foreach (Component component in force.Participants.SelectMany(participant => participant.Plan.Components))
            _ = assumptions.IndexOf(component.Measure);
        RefuseWhatIsNotSimulated(force);
        foreach (Participant manager in force.Participants.Where(participant => participant.Plan.Components.Any(component => component.Scope == CreditScope.Team)))
        {
            if (manager.Employment.Intersect(year.Days) != year.Days)
                throw new ArgumentException($"'{manager.Id}' is paid on a team's credits and employed for a part of {year} only; a simulation takes such managers for the whole year.", nameof(force));
        }
        Hierarchy = HierarchyOf(force, year);
        Force = force;
        Year = year;
        Assumptions = assumptions;
        Trials = trials;
        Seed = seed;
        Terms = terms;
    }

    private static string Canonical(PayRule rule) => rule switch
    {
        PayRule.ByCurve { Curve: var curve } => string.Join(';', curve.Segments),
        PayRule.ByTable { Table: var table } => $"{table.Reading} {string.Join(';', table.Segments)}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // Everybody on the plan in force in the year alone: windows that close and open with another plan within it have no kernel.
    private static SalesForce OnOnePlan(SalesForce force, PlanYear year) => force.Participants.All(participant => !participant.Plans.Changes.Any())
        ? force
        : new SalesForce([.. force.Participants.Select(participant =>
        {
            ComponentTerms[] components = [.. participant.TermsFor(year).Components];
            if (components.FirstOrDefault(component => component.Plan != components[0].Plan) is { } changed)
                throw new ArgumentException($"The plan of '{participant.Id}' changes on {changed.Days.Start:uuuu-MM-dd}; a simulation takes people on one plan in {year}.", nameof(force));
            Participant alone = participant.OnPlan(components[0].Plan).Earning(participant.Earnings.First);
            return participant.Earnings.Changes.Aggregate(alone, (same, date) => same.EarningFrom(date, participant.Earnings.At(date)));
        })], force.CompanyPlan);

    private static void RefuseWhatIsNotSimulated(SalesForce force)
    {
        foreach (Participant participant in force.Participants)
        {
            if (participant.Quotas.FirstOrDefault(quota => quota.Measure.IsMoney && quota.Currency != force.Currency) is { } foreign)
                throw new ArgumentException($"'{participant.Id}' has a quota for {foreign.Measure} in {foreign.Currency} and is paid {force.Currency}; a simulation adds what all sell and draws no exchange rates: state quotas in {force.Currency}.", nameof(force));
            foreach (Component component in participant.Plan.Components)
            {
                if (component.Scope == CreditScope.Team && (component.Measure == Measure.CommissionEarned || component.Measure == Measure.Payout))
                    throw new ArgumentException($"'{component.Name}' of '{participant.Id}' pays on {component.Measure}, what the people below are paid; a simulation takes overrides on credits.", nameof(force));
                if (component.Rule is not PayRule.ByTable { Table: var table })
                    continue;
                if (!table.IsPiecewiseLinear)
                    throw new ArgumentException($"Component '{component.Name}' of '{participant.Id}' pays at interpolated rates; a simulation takes tables whose tiers are straight lines.", nameof(force));
                // A team's credits in money need no quota: the people below have theirs. In units a quota sets the grid of sums.
                if ((component.Scope == CreditScope.Own || !component.Measure.IsMoney) && !participant.Quotas.Any(quota => quota.Measure == component.Measure))
                    throw new ArgumentException($"'{participant.Id}' has no quota for {component.Measure}: a statement of '{component.Name}' needs none, but an attainment model is one of a quota.", nameof(force));
            }
        }
    }

    /// <summary>The people and their plans.</summary>
    public SalesForce Force { get; }

    /// <summary>Who reports to whom in the year: one manager each.</summary>
    internal Hierarchy Hierarchy { get; }

    /// <summary>The plan year.</summary>
    public PlanYear Year { get; }

    /// <summary>What is assumed of it.</summary>
    public Assumptions Assumptions { get; }

    /// <summary>How many times the year is drawn.</summary>
    public int Trials { get; }

    /// <summary>The key of all random draws.</summary>
    public ulong Seed { get; }

    /// <summary>Everybody's terms, in the order of the sales force.</summary>
    public IReadOnlyList<ParticipantTerms> Terms { get; }

    // A run rolls a participant's year up to one manager; credits that move in mid-year would need one for each period.
    private static Hierarchy HierarchyOf(SalesForce force, PlanYear year)
    {
        if (force.Participants.All(participant => !participant.Managers.Changes.Any()))
            return force.Hierarchy;
        return new([.. force.Participants.Select(participant =>
        {
            (DateRange Days, string? ManagerId)[] inYear = [.. participant.Managers.Within(participant.Employment.Intersect(year.Days))];
            foreach ((DateRange days, string? manager) in inYear)
            {
                if (manager != inYear[0].ManagerId)
                    throw new ArgumentException($"The manager of '{participant.Id}' changes on {days.Start:uuuu-MM-dd}; a simulation takes people with one manager in {year}.", nameof(force));
            }
            return participant.ManagedBy(inYear.Length > 0 ? inYear[0].ManagerId : participant.Managers.At(year.Start));
        })]);
    }

    /// <summary>
    /// SHA-256, in hexadecimal, over the library's version and the run's resolved terms and assumptions: two runs of one fingerprint have the same results,
    /// bit by bit. Names of people are not part of it.
    /// </summary>
    public string Fingerprint()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"CompModel {Simulate.LibraryVersion}, stream {RandomStream.Version}, seed {Seed}, trials {Trials}, year {Year.Start:uuuu-MM-dd}{(Year.Pattern is null ? "" : $" ({Year.Description})")}, company plan {Force.CompanyPlan}");
        foreach (MeasureModel model in Assumptions.Models)
            text.AppendLine(CultureInfo.InvariantCulture, $"{model.Measure}: {model.Model.Canonical}");
        text.AppendLine(CultureInfo.InvariantCulture, $"company {Assumptions.Company.Canonical}, seasonality {Assumptions.Seasonality}");
        foreach (double correlation in Assumptions.Correlation)
            text.Append(CultureInfo.InvariantCulture, $"{correlation:R} ");
        foreach (ParticipantTerms terms in Terms)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{terms.Participant.Id} < {Hierarchy.Find(terms.Participant.Id).ManagerId}: {terms.Salary(Year.Days).Value}");
            foreach (ComponentTerms component in terms.Components)
            {
                Component rule = component.Component;
                text.AppendLine(CultureInfo.InvariantCulture, $"{terms.Participant.Plan}/{rule.Name} {rule.Measure} {(rule.Measure.IsMoney ? "money" : "units")} {rule.Scope} {rule.Basis} {Canonical(rule.Rule)}");
                // How the year falls on months shows in a manager's periods, whatever the seller's own are.
                text.AppendLine(string.Join(' ', Assumptions.CreditedToDate(terms, component, Frequency.Monthly)));
                foreach (PeriodTerms period in component.Periods)
                    text.AppendLine(CultureInfo.InvariantCulture, $"{period.Quota.Value} {period.Target.Value} {period.Quota.Currency}");
            }
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
