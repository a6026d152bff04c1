namespace CompModel;

// Total pay of one person over years.
public static partial class Simulate
{
    /// <summary>
    /// One person's base salary, incentive and vesting shares over plan years that follow each other, as one distribution of what they are worth at the start:
    /// every year is drawn anew, pay and share price go together as the assumptions say, and later pay counts less by their discount rate. With one year,
    /// nothing discounted and no correlation the incentive is that of <see cref="Participant"/>, trial by trial. See <see cref="TotalPayDefinition"/> for
    /// what counts when.
    /// </summary>
    public static SimulatedTotalPay TotalPay(
        Participant participant, IReadOnlyList<PlanYear> years, IReadOnlyList<Grant> grants, Assumptions assumptions,
        int trials = DefaultTrials, ulong seed = 1, int? threads = null, CancellationToken cancel = default) =>
        TotalPay(new TotalPayDefinition(participant, years, grants, assumptions, trials, seed), threads, cancel);

    /// <summary>
    /// What an offer comes to over plan years that follow each other, as one distribution: salary, incentive, sign-on, grants and refreshers, 401(k), benefits. As above;
    /// <see cref="TotalPayDefinition(Offer, IReadOnlyList{PlanYear}, Assumptions, int, ulong)"/> says how the rest counts.
    /// </summary>
    public static SimulatedTotalPay TotalPay(
        Offer offer, IReadOnlyList<PlanYear> years, Assumptions assumptions, int trials = DefaultTrials, ulong seed = 1, int? threads = null, CancellationToken cancel = default) =>
        TotalPay(new TotalPayDefinition(offer, years, assumptions, trials, seed), threads, cancel);

    /// <inheritdoc cref="TotalPay(CompModel.Participant, IReadOnlyList{PlanYear}, IReadOnlyList{Grant}, Assumptions, int, ulong, int?, CancellationToken)"/>
    public static SimulatedTotalPay TotalPay(TotalPayDefinition run, int? threads = null, CancellationToken cancel = default)
    {
        if (threads is < 1)
            throw new ArgumentOutOfRangeException(nameof(threads), threads, "At least one thread works on a run.");
        return TotalPayRun.Of(run, threads ?? Environment.ProcessorCount, cancel);
    }
}
