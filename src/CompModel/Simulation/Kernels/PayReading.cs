using NodaTime;

namespace CompModel;

/// <summary>
/// How a participant's pay of a year follows from credits, over a tile of trials: by a kernel on credits by period, or by statements on simulated deals.
/// </summary>
internal abstract class PayReading
{
    /// <summary>The days by which something is posted, in order.</summary>
    internal abstract IReadOnlyList<LocalDate> Slots { get; }

    /// <summary>The lines that pay falls on.</summary>
    internal abstract IReadOnlyList<PlanLine> Lines { get; }

    /// <summary>What of credits is read, in the order of the arrays of a <see cref="CreditTile"/>.</summary>
    internal abstract IReadOnlyList<CreditRead> Reads { get; }

    /// <summary>Whether what is paid is followed beside what is earned.</summary>
    internal abstract bool FollowsPay { get; }

    /// <summary>From credits to pay, which is overwritten. What components alone earn is kept apart where overrides of managers ask for it.</summary>
    internal abstract void Run(in CreditTile credits, PayTile pay, bool keepsCommission = false);
}
