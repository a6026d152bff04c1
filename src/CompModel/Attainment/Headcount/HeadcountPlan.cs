namespace CompModel;

/// <summary>
/// What is assumed of who is there in the year: positions to be filled, people who leave and who follows them, and what a territory sells while nobody has it. Whole months of the plan year:
/// people start on the first day of one and leave on the last. Everybody on the roster holds a position, too, and leaves by the attrition of the role; those whose last day is known leave then and are not
/// followed, unless a position says so. Immutable; the verbs answer changed copies.
/// </summary>
public sealed class HeadcountPlan
{
    private HeadcountPlan(State state) => Current = state;

    /// <summary>A plan with some open positions, in which nobody leaves, nothing slips and a vacant territory sells nothing. Throws for two positions of one id.</summary>
    public HeadcountPlan(params IReadOnlyList<PlannedPosition> positions)
        : this(new State([.. positions], Attrition.None, DelayLaw.None, Backfill.Ramping, DelayLaw.None, 0, VacantCredit.Nobody))
    {
        if (positions.GroupBy(position => position.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"Position '{twice.Key}' is there twice.", nameof(positions));
    }

    private sealed record State(
        PlannedPosition[] Positions, Attrition Attrition, DelayLaw TimeToFill, Backfill Backfill, DelayLaw StartSlip, double VacantShare, VacantCredit VacantCredit);

    private State Current { get; }

    /// <summary>The open positions, in the order given.</summary>
    public IReadOnlyList<PlannedPosition> Positions => Current.Positions;

    /// <summary>How many leave, by role.</summary>
    public Attrition Attrition => Current.Attrition;

    /// <summary>The whole months that a position is vacant after somebody leaves; at 0 a successor starts on the day after.</summary>
    public DelayLaw TimeToFill => Current.TimeToFill;

    /// <summary>Who follows.</summary>
    public Backfill Backfill => Current.Backfill;

    /// <summary>By how many months the start of an open position slips. From the planned start on its territory is vacant.</summary>
    public DelayLaw StartSlip => Current.StartSlip;

    /// <summary>The share of its unramped quota, times an attainment, that a vacant territory sells: a fraction from 0 to 1.</summary>
    public double VacantShare => Current.VacantShare;

    /// <summary>Who is credited with that.</summary>
    public VacantCredit VacantCredit => Current.VacantCredit;

    /// <summary>A copy in which people leave, and how long it takes until somebody follows, as <paramref name="backfill"/> says.</summary>
    public HeadcountPlan WithAttrition(Attrition attrition, DelayLaw timeToFill, Backfill backfill = Backfill.Ramping) => Enum.IsDefined(backfill)
        ? new(Current with { Attrition = attrition, TimeToFill = timeToFill, Backfill = backfill })
        : throw new ArgumentOutOfRangeException(nameof(backfill), backfill, "A leaver is followed by somebody who ramps, somebody at full quota, or nobody.");

    /// <summary>A copy in which open positions are filled later than planned.</summary>
    public HeadcountPlan WithStartSlip(DelayLaw slip) => new(Current with { StartSlip = slip });

    /// <summary>A copy in which a vacant territory goes on selling a share of its quota. Throws outside 0 to 1.</summary>
    public HeadcountPlan WithVacantShare(double share, VacantCredit credit = VacantCredit.Nobody)
    {
        if (!(share is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share of quota that a vacant territory sells is between 0 and 1 (100 %).");
        if (!Enum.IsDefined(credit))
            throw new ArgumentOutOfRangeException(nameof(credit), credit, "What a vacant territory sells is credited to nobody or to the managers above.");
        return new(Current with { VacantShare = share, VacantCredit = credit });
    }

    /// <summary>Everything but the positions' plans, every digit: what a run's fingerprint is taken of, beside the terms of those.</summary>
    internal string Canonical => FormattableString.Invariant(
        $"attrition {Attrition}, time to fill {TimeToFill}, backfill {Backfill}, slip {StartSlip}, vacant {VacantShare:R} {VacantCredit}, positions {string.Join("; ", Positions.Select(position => $"{position.Id} < {position.ManagerId} {position.Role} from {position.StartMonth}"))}");
}
