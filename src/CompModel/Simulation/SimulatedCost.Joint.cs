namespace CompModel;

// Questions about several figures of the same trials, and second looks at the same run.
public sealed partial class SimulatedCost
{
    // Ratios are told apart to 2^-30; twice a thousand of them still sum exactly.
    private const double RatioSteps = 1 << 30, RatioShift = 1.5 * (1L << 22);

    /// <summary>The share of sellers at or above quota; null without sellers.</summary>
    public PayoutDistribution? ShareAtQuota => Sellers == 0 ? null : Ratio(trial => trial.SellersAtQuota / Sellers);

    /// <summary>
    /// Compensation cost of sales (CCOS): total cash compensation ÷ bookings, each deal counted once. Null where some trial books nothing, for then it has no mean.
    /// </summary>
    public PayoutDistribution? CompensationCostOfSales => samples.Bookings.Any(bookings => bookings <= 0) ? null : Ratio(trial => trial.CompensationCostOfSales);

    /// <summary>The probability of a joint event, with its interval: <c>cost.Probability(trial => trial.Incentive > 7_000_000 &amp;&amp; trial.Landing &lt; 1)</c>.</summary>
    public Estimate Probability(Func<CostTrial, bool> holds) => PayoutDistribution.Share(Each().Count(holds), Run.Trials);

    /// <summary>The distribution of everybody's incentive over the trials in which something holds. Throws where it never does.</summary>
    public PayoutDistribution IncentiveWhere(Func<CostTrial, bool> holds)
    {
        double[] some = [.. Each().Where(holds).Select(trial => trial.Incentive)];
        return some.Length > 0
            ? new(some, PayGrid.Round(Incentive.Mean))
            : throw new InvalidOperationException($"In none of {Run.Trials} trials does it hold.");
    }

    /// <summary>The distribution of one component's pay, all tiers and rules of it. Throws for a name that no plan has.</summary>
    public PayoutDistribution Component(string plan, string component)
    {
        int[] its = [.. Enumerable.Range(0, Lines.Count).Where(line => Lines[line].Plan == plan && Lines[line].Component == component)];
        return its.Length > 0 ? Sum(its) : throw new ArgumentException($"There is no component '{component}' of a plan '{plan}' in this run.", nameof(component));
    }

    /// <summary>
    /// The distribution of some people's incentive together: one person, a team, whom you like. They are drawn once more, the same bits. Throws for ids that are not there.
    /// </summary>
    public PayoutDistribution IncentiveOf(IEnumerable<string> participantIds, int? threads = null, CancellationToken cancel = default)
    {
        HashSet<string> wanted = new(participantIds, StringComparer.Ordinal);
        if (wanted.Count == 0)
            throw new ArgumentException("At least one participant is asked for.", nameof(participantIds));
        if (wanted.FirstOrDefault(id => !Run.Force.Hierarchy.Contains(id)) is { } unknown)
            throw new ArgumentException($"'{unknown}' is not in the sales force.", nameof(participantIds));
        double[] sum = new double[Run.Trials];
        Look(
            (id, pay) =>
            {
                for (int i = 0; wanted.Contains(id) && i < sum.Length; i++)
                    sum[i] += pay[i];
            },
            threads,
            cancel);
        return new(sum, PayGrid.Round(Participants.Where(one => wanted.Contains(one.Id)).Sum(one => one.Mean)));
    }

    /// <summary>
    /// Where the spread of the incentive comes from, over the first <paramref name="trials"/> of the run (all, where it has fewer). The company is met once more with other
    /// people and, where teams share something, once more with other teams.
    /// </summary>
    public SpreadParts Spread(int trials = RunDefinition.MaxTrials, int? threads = null, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        int some = Math.Min(trials, Run.Trials);
        RunDefinition first = some == Run.Trials ? Run : Run.OfTrials(some, cancel);
        double[] Again(Redrawn redrawn) => CostRun.Again(first, redrawn, threads ?? Environment.ProcessorCount, cancel);
        return SpreadParts.Of(samples.Incentive[..some], Again(Redrawn.People), Run.Assumptions.TeamCorrelation > 0 ? Again(Redrawn.PeopleAndTeams) : null);
    }

    /// <summary>
    /// Who the dearest <paramref name="share"/> of trials pay (0.05: the dearest 5 %), in the order of the sales force: together the tail average of the incentive. A trial
    /// on the border counts in part, as there. Everybody is drawn once more, the same bits.
    /// </summary>
    public IReadOnlyList<TailContribution> TailContributions(double share, int? threads = null, CancellationToken cancel = default)
    {
        if (!(share is > 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "A tail is a share above 0 and at most 1.");
        double size = share * Run.Trials;
        int whole = (int)size;
        int[] order = [.. Enumerable.Range(0, Run.Trials).OrderByDescending(trial => samples.Incentive[trial])];
        var inTail = new Dictionary<string, double>(StringComparer.Ordinal);
        Look(
            (id, pay) =>
            {
                // Whole numbers of steps, so that no order of trials shows.
                Int128 steps = 0;
                for (int i = 0; i < whole; i++)
                    steps += (long)(pay[order[i]] * PayGrid.Steps);
                double border = size > whole ? (size - whole) * pay[order[whole]] : 0;
                inTail.Add(id, (((double)steps / PayGrid.Steps) + border) / size);
            },
            threads,
            cancel);
        return [.. Participants.Select(one => new TailContribution(one.Id, inTail[one.Id], one.Mean))];
    }

    private void Look(Action<string, double[]> look, int? threads, CancellationToken cancel) => CostRun.Look(Run, look, threads ?? Environment.ProcessorCount, cancel);

    private IEnumerable<CostTrial> Each()
    {
        double salaries = BaseSalaries.ToDouble(), plan = Run.Force.CompanyPlan is { } stated ? Run.Force.Reported(stated, Run.Year).ToDouble() : double.NaN;
        for (int i = 0; i < Run.Trials; i++)
            yield return new(samples.Incentive[i], salaries, samples.Bookings[i], samples.AtQuota[i], plan);
    }

    private PayoutDistribution Ratio(Func<CostTrial, double> of) => new([.. Each().Select(trial => (of(trial) + RatioShift) - RatioShift)], 0, steps: RatioSteps);
}
