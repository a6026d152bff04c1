using NodaTime;

namespace CompModel.Reports;

/// <summary>
/// A plan year from actuals: beside its simulated cost, what statements say was earned and ledgers say was paid by the day through which there are actuals, to the
/// cent, by plan, team and participant. Everybody is paid in one currency.
/// </summary>
public sealed class YearOutlook
{
    private readonly ILookup<string, Movement> byPlan, byParticipant, byManager;
    private readonly ILookup<string, string> reportsAtStart;

    /// <summary>
    /// Reads everybody's statement and ledger. <paramref name="inputsOf"/> answers what a participant's follow from, by id: the same credits that the run had. Throws
    /// for a run without actuals, and for people paid in several currencies.
    /// </summary>
    public YearOutlook(SimulatedCost cost, Func<string, PaymentInputs> inputsOf)
    {
        Cost = cost;
        Actuals = cost.Run.Actuals ?? throw new ArgumentException("An outlook is of a run that starts from actuals.", nameof(cost));
        SoFarDays = new(cost.Run.Year.Start, Actuals.Through.PlusDays(1));
        Salaries = cost.Run.Terms.Aggregate(Amount.Zero(cost.Run.Force.Currency), (sum, terms) => sum + terms.Salary(SoFarDays)).Round(Rounding.ToMinorUnit);
        Movement[] movements = SoFarDays.IsEmpty ? [] : [.. cost.Run.Terms.SelectMany(terms => Read(terms, inputsOf(terms.Participant.Id)))];
        byPlan = movements.ToLookup(movement => movement.Plan, StringComparer.Ordinal);
        byParticipant = movements.ToLookup(movement => movement.ParticipantId, StringComparer.Ordinal);
        byManager = movements.ToLookup(movement => movement.ManagerId ?? "", StringComparer.Ordinal);
        reportsAtStart = cost.Run.Terms.ToLookup(terms => ManagerOf(terms.Participant, cost.Run.Year.Start) ?? "", terms => terms.Participant.Id, StringComparer.Ordinal);
    }

    /// <summary>The simulated cost of the year.</summary>
    public SimulatedCost Cost { get; }

    /// <summary>What has happened.</summary>
    public Actuals Actuals { get; }

    /// <summary>The days of the year that have happened.</summary>
    public DateRange SoFarDays { get; }

    /// <summary>Base salaries of those days, rounded once, in sum.</summary>
    public Money Salaries { get; }

    /// <summary>The names of the plans, in the order of the lines of cost.</summary>
    public IReadOnlyList<string> Plans => [.. Cost.Lines.Select(line => line.Plan).Distinct()];

    /// <summary>Everybody's year so far.</summary>
    public SoFar Total => Sum(byParticipant.SelectMany(one => one));

    /// <summary>The year so far under a plan, by its name.</summary>
    public SoFar OfPlan(string plan) => Sum(byPlan[plan]);

    /// <summary>A participant's year so far.</summary>
    public SoFar OfParticipant(string id) => Sum(byParticipant[id]);

    /// <summary>A manager's and that of everybody below. Who moves in mid-year counts for the manager of the day; a team that moves, where it was first.</summary>
    public SoFar OfTeam(string managerId) => OfParticipant(managerId) + Below(managerId);

    private SoFar Below(string managerId) => reportsAtStart[managerId].Aggregate(Sum(byManager[managerId]), (sum, id) => sum + Below(id));

    private IEnumerable<Movement> Read(ParticipantTerms terms, PaymentInputs inputs)
    {
        Participant participant = terms.Participant;
        Money none = new(0, participant.OnTarget.Total.Currency);
        Statement statement = participant.StatementThrough(Actuals.Through, terms.Year, inputs.Credits).With(inputs.Corrections);
        foreach (ComponentStatement settled in statement.Components)
            yield return At(settled.Window.End.PlusDays(-1), new(settled.Earned, none, none, none));
        foreach (PlanResult result in statement.PlanResults)
            yield return At(result.Span.End.PlusDays(-1), new(result.Earned, none, none, none));
        foreach (Correction correction in statement.Corrections)
            yield return At(correction.Date, new(none, correction.Amount, none, none));
        foreach (PeriodPayment payment in participant.Ledger(terms.Year, inputs).PaymentsIn(statement.Days))
            yield return At(payment.Period.End.PlusDays(-1), new(none, none, payment.TrueUps - payment.Of(LedgerEntryKind.TrueUp) - payment.Of(LedgerEntryKind.Clawback), payment.Paid));

        Movement At(LocalDate day, SoFar amounts) => new(participant.Id, ManagerOf(participant, day), participant.Plans.At(day).Name, amounts);
    }

    private SoFar Sum(IEnumerable<Movement> movements)
    {
        Money none = new(0, Cost.Run.Force.Currency);
        return movements.Aggregate(new SoFar(none, none, none, none), (sum, movement) => sum + movement.Amounts);
    }

    private static string? ManagerOf(Participant participant, LocalDate day) => participant.Managers.At(day);

    private sealed record Movement(string ParticipantId, string? ManagerId, string Plan, SoFar Amounts);
}
