namespace CompModel;

/// <summary>
/// How the cost of an award that vests in steps falls on its service. Both begin at service inception; an award of one tranche has the same
/// expense either way. Unlike <see cref="ServiceCount"/> it says over which span, not how the span is measured.
/// </summary>
public enum Attribution
{
    /// <summary>
    /// The whole award evenly up to its last vesting date, never below the fair value of what has vested (ASC 718-10-35-8). For awards with
    /// service conditions alone; where other conditions decide, and under IFRS 2, awards of several tranches are <see cref="Graded"/>.
    /// </summary>
    StraightLine,

    /// <summary>
    /// Each tranche evenly up to its own vesting date, as though it were an award of its own (accelerated attribution; FIN 28, IFRS 2.IG11).
    /// At no date below <see cref="StraightLine"/>.
    /// </summary>
    Graded,
}
