namespace CompModel;

/// <summary>The whole distribution of pay and cost when attainment is uncertain, drawn trial by trial. Same definition, same bits, on any machine.</summary>
public static partial class Simulate
{
    /// <summary>Trials unless told otherwise: the simulation error of a company's cost is then some hundredths of a percent.</summary>
    public const int DefaultTrials = 100_000;

    /// <summary>The version of the random streams: results of one version stay as they are.</summary>
    public static int StreamVersion => RandomStream.Version;

    /// <summary>How exact a variate is: single precision from 32-bit uniforms. Credited amounts and money are double precision.</summary>
    public static string Profile => "single-precision variates";

    /// <summary>The version of this library, which results carry.</summary>
    public static string LibraryVersion => typeof(Simulate).Assembly.GetName().Version!.ToString(3);

    /// <summary>
    /// The cost of a sales force for a plan year. <paramref name="threads"/> says how many work on it (all processors by default); results do not depend on it.
    /// A cancelled run throws <see cref="OperationCanceledException"/> and returns nothing.
    /// </summary>
    public static SimulatedCost Cost(
        SalesForce force, PlanYear year, Assumptions assumptions, int trials = DefaultTrials, ulong seed = 1, int? threads = null, CancellationToken cancel = default) =>
        Cost(new RunDefinition(force, year, assumptions, trials, seed, cancel: cancel), threads, cancel);

    /// <summary>
    /// The outlook of a plan year from what has happened of it: periods that ended are statements to the cent, the rest is drawn from there. What is earned so far is
    /// in <see cref="SimulatedCost.EarnedSoFar"/>; what is to go is the rest of the incentive.
    /// </summary>
    public static SimulatedCost Outlook(
        SalesForce force, PlanYear year, Assumptions assumptions, Actuals actuals, int trials = DefaultTrials, ulong seed = 1, int? threads = null, CancellationToken cancel = default) =>
        Cost(new RunDefinition(force, year, assumptions, trials, seed, actuals, cancel), threads, cancel);

    /// <summary>
    /// The cost of a run. <paramref name="progress"/> is told how much is drawn, 0.01 to 1 in steps of a hundredth that only rise; what is left then is to put trials
    /// in order. <inheritdoc cref="Cost(SalesForce, PlanYear, Assumptions, int, ulong, int?, CancellationToken)" path="/summary"/>
    /// </summary>
    public static SimulatedCost Cost(RunDefinition run, int? threads = null, CancellationToken cancel = default, IProgress<double>? progress = null) =>
        CostRun.Of(run, Workers(threads), cancel, progress);

    /// <summary>
    /// The run with as many of its trials as this machine is likely to draw within a time: the first ones, in whole tiles of 1,024, at least one tile and at most
    /// all. Finding out takes up to a fifth of the time, unless a tile alone takes longer. How many there are differs from machine to machine and is said by
    /// <see cref="RunDefinition.Trials"/> and by the result, which any machine repeats bit for bit with that number. What is asked of the result later and draws
    /// again, such as <see cref="SimulatedCost.Spread"/>, takes its own time. Throws for a time that is not above zero.
    /// </summary>
    public static RunDefinition Within(TimeSpan time, RunDefinition run, int? threads = null, CancellationToken cancel = default) =>
        TimeBudget.Fitted(run, time, Workers(threads), cancel);

    /// <summary>How many chunks a run is cut into: pieces that can be carried out apart, on any machines. It follows from the definition alone.</summary>
    public static int Chunks(RunDefinition run) => new RunChunks(run, CancellationToken.None).Count;

    /// <summary>
    /// The chunks of one shard of a run, to be merged with those of the others. What is in <paramref name="finished"/> is taken over and not drawn again.
    /// <paramref name="keep"/> is given what is finished so far every now and then, at most every five seconds, and once more where the call is cancelled:
    /// with it a run that is killed goes on where it was. Throws <see cref="PartException"/> where <paramref name="finished"/> is of another run, and
    /// <see cref="OperationCanceledException"/> where it is cancelled.
    /// </summary>
    public static SimulationPart Part(
        RunDefinition run, Shard shard, SimulationPart? finished = null, Action<SimulationPart>? keep = null, int? threads = null, CancellationToken cancel = default) =>
        PartWork.Of(run, shard, finished, keep, PartWork.KeptAtMostEvery, Workers(threads), cancel);

    /// <summary>
    /// The cost of a run from its parts, in any order: bit for bit that of the undivided run. Throws <see cref="PartException"/>, before any work, where a part
    /// is of another run or version, where two have the same chunk, and where chunks are missing.
    /// </summary>
    public static SimulatedCost Cost(RunDefinition run, IReadOnlyList<SimulationPart> parts, int? threads = null, CancellationToken cancel = default) =>
        PartWork.Cost(run, parts, Workers(threads), cancel);

    /// <summary>
    /// The incentive of one participant for a plan year. The participant is paid on own credits; for a manager simulate the sales force.
    /// What people share does not matter: one alone has the law of the model, whatever the company's range.
    /// </summary>
    public static PayoutDistribution Participant(
        Participant participant, PlanYear year, Assumptions assumptions, int trials = DefaultTrials, ulong seed = 1, int? threads = null, CancellationToken cancel = default)
    {
        if (participant.Plans.Values.SelectMany(plan => plan.Components).FirstOrDefault(component => component.Scope == CreditScope.Team) is { } team)
            throw new ArgumentException($"Component '{team.Name}' of '{participant.Id}' pays on a team's credits: simulate the sales force.", nameof(participant));
        return Cost(new SalesForce([participant.ManagedBy(null)]), year, assumptions.WithCompanyCorrelation(0), trials, seed, threads, cancel).Incentive;
    }

    /// <summary>
    /// The cost of a run whose assumptions say who comes and who leaves, by month. The run's participants are the roster. Throws without <see cref="Assumptions.Headcount"/>, for a position that has a participant's id
    /// or an unknown manager, and for plans of positions as <see cref="RunDefinition"/> does.
    /// </summary>
    public static HeadcountCost Headcount(RunDefinition run, int? threads = null, CancellationToken cancel = default)
    {
        HeadcountPlan plan = run.Assumptions.Headcount ?? throw new ArgumentException("The run is fully staffed: its assumptions have no headcount plan.", nameof(run));
        return new HeadcountRun(run, plan, Workers(threads), cancel).Run();
    }

    private static int Workers(int? threads) => threads is < 1
        ? throw new ArgumentOutOfRangeException(nameof(threads), threads, "At least one thread works on a run.")
        : threads ?? Environment.ProcessorCount;
}
