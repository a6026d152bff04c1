namespace CompModel;

/// <summary>
/// Statements of many participants, one stream in and one out: participants are read in parallel and answered in their order, with a bounded number under way,
/// so that memory does not grow with their number. What cannot be stated of a participant is answered as <see cref="StatementOutcome.Failed"/>; the others are
/// stated all the same. Neither threads nor the number under way show in the result. Immutable; the verbs answer changed copies.
/// </summary>
public sealed class StatementRun
{
    /// <summary>Participants under way for each thread, unless told otherwise.</summary>
    // What is under way when memory is collected is copied: 64 each cost a third more processor time than 16, which keep threads as busy.
    public const int DefaultUnderWayPerThread = 16;

    /// <summary>How many participants lie between two reports of progress.</summary>
    public const int ProgressEach = 100;

    private readonly MeasurementPeriod[] periods;
    private readonly int? underWay;

    /// <summary>
    /// A run over periods of one plan year, in any order and of any frequencies: each participant gets one statement a period. Throws for none, and for periods of two years.
    /// </summary>
    public StatementRun(params IEnumerable<MeasurementPeriod> periods)
        : this([.. periods], Environment.ProcessorCount, null)
    {
        if (this.periods.Length == 0)
            throw new ArgumentException("A run states at least one period.", nameof(periods));
        if (this.periods.FirstOrDefault(period => period.Year != Year) is { Number: > 0 } other)
            throw new ArgumentException($"A run is of one plan year; {this.periods[0]} is of {Year.Days} and {other} of {other.Year.Days}.", nameof(periods));
    }

    private StatementRun(MeasurementPeriod[] periods, int threads, int? underWay)
    {
        this.periods = periods;
        Threads = threads;
        this.underWay = underWay;
    }

    /// <summary>The plan year.</summary>
    public PlanYear Year => periods[0].Year;

    /// <summary>The periods stated, in the order of the statements.</summary>
    public IReadOnlyList<MeasurementPeriod> Periods => periods;

    /// <summary>How many threads read; by default all processors. One reads on the caller's own, when asked for the next.</summary>
    public int Threads { get; }

    /// <summary>The most participants that are read ahead of what was consumed.</summary>
    public int UnderWay => underWay ?? Threads * DefaultUnderWayPerThread;

    /// <summary>A copy that reads on so many threads. Throws below one.</summary>
    public StatementRun WithThreads(int threads) => threads >= 1
        ? new(periods, threads, underWay)
        : throw new ArgumentOutOfRangeException(nameof(threads), threads, "At least one thread works on a run.");

    /// <summary>A copy that reads at most so many participants ahead. Throws below one.</summary>
    public StatementRun WithUnderWay(int participants) => participants >= 1
        ? new(periods, Threads, participants)
        : throw new ArgumentOutOfRangeException(nameof(participants), participants, "At least one participant is under way.");

    /// <summary>
    /// One outcome a participant, in their order. <paramref name="creditsOf"/> answers the credits of an id since the start of the year, those rolled up from a
    /// team included; it is called from several threads at a time, and what it throws is that participant's failure. Participants are enumerated once, as they
    /// are needed; what their enumeration throws follows the outcomes of those before it. Ids are expected to differ.
    /// A cancelled run throws <see cref="OperationCanceledException"/>; whoever is answered by then is answered whole.
    /// </summary>
    public IEnumerable<StatementOutcome> Read(
        IEnumerable<Participant> participants, Func<string, IEnumerable<Credit>> creditsOf, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(participants);
        ArgumentNullException.ThrowIfNull(creditsOf);
        return Reported(OrderedAhead.Read(participants, participant => Outcome(participant, creditsOf, cancel), Threads, UnderWay, cancel), progress);
    }

    /// <summary>
    /// The same from credits that are streamed beside the participants: both in ordinal order of participant id, so that nothing is kept of either. Credits of an
    /// id that is no participant fail under that id. Throws <see cref="ArgumentException"/> where an id does not rise: what follows could be paid without its credits.
    /// </summary>
    public IEnumerable<StatementOutcome> Read(
        IEnumerable<Participant> participants, IEnumerable<Credit> credits, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(participants);
        ArgumentNullException.ThrowIfNull(credits);
        return Reported(OrderedAhead.Read(CreditedParticipant.Joined(participants, credits), one => Outcome(one, cancel), Threads, UnderWay, cancel), progress);
    }

    private static IEnumerable<StatementOutcome> Reported(IEnumerable<StatementOutcome> outcomes, IProgress<long>? progress)
    {
        long read = 0;
        foreach (StatementOutcome outcome in outcomes)
        {
            yield return outcome;
            if (++read % ProgressEach == 0)
                progress?.Report(read);
        }
        if (read % ProgressEach != 0)
            progress?.Report(read);
    }

    private StatementOutcome Outcome(CreditedParticipant one, CancellationToken cancel) => one.Participant is { } participant
        ? Outcome(participant, _ => one.Credits, cancel)
        : new StatementOutcome.Failed(one.Id, $"There are {one.Credits.Count} credits for '{one.Id}', who is no participant of the run; the first is '{one.Credits[0].Reference}'.");

    // A person's failure, whatever it is, stays theirs, a look-up that timed out as well; only what concerns the process or the whole run is everybody's.
    private StatementOutcome Outcome(Participant participant, Func<string, IEnumerable<Credit>> creditsOf, CancellationToken cancel)
    {
        try
        {
            List<Credit> credits = [.. creditsOf(participant.Id)];
            ParticipantTerms terms = participant.TermsFor(Year);
            return new StatementOutcome.Earned(terms, Statements(terms, credits));
        }
        catch (Exception problem) when (problem is not (OutOfMemoryException or InsufficientExecutionStackException) && !(problem is OperationCanceledException && cancel.IsCancellationRequested))
        {
            return new StatementOutcome.Failed(participant.Id, problem);
        }
    }

    private Statement[] Statements(ParticipantTerms terms, List<Credit> credits)
    {
        var statements = new Statement[periods.Length];
        Position position = Position.AtStartOf(terms);
        for (int i = 0; i < statements.Length; i++)
        {
            MeasurementPeriod period = periods[i];
            if (position.AsOf != period.Start)
                position = period.Start == Year.Start ? Position.AtStartOf(terms) : terms.PositionAt(period.Start, credits);
            statements[i] = terms.Statement(position, period, credits);
            position = statements[i].Closing;
        }
        return statements;
    }
}
