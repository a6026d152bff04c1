namespace CompModel;

/// <summary>
/// An open position that is to be filled in the plan year: what whoever comes is paid by, and from which month on. Differs from a <see cref="Position"/>, a state of pay at a date, and from a
/// <see cref="Participant"/>, who is known. Immutable; the verbs answer changed copies.
/// </summary>
public sealed class PlannedPosition
{
    private PlannedPosition(Participant holder, int startMonth)
    {
        if (startMonth is < 1 or > 12)
            throw new ArgumentOutOfRangeException(nameof(startMonth), startMonth, $"Position '{holder.Id}' starts in a month of the plan year, 1 to 12.");
        (Holder, StartMonth) = (holder, startMonth);
    }

    /// <summary>
    /// A position on a plan, with its quotas, from the first day of a month of the plan year (1 to 12) on; what the plan ramps is ramped from the day somebody comes. Throws for a month outside, and
    /// where the plan needs a quota that is not there.
    /// </summary>
    public PlannedPosition(string id, string role, CompensationPlan plan, int startMonth, params Quota[] quotas)
        : this(new Participant(id, plan, quotas).InRole(Named(role)), startMonth)
    {
    }

    /// <summary>The identity: names every random draw of the position. No participant's.</summary>
    public string Id => Holder.Id;

    /// <summary>The role, which says how many leave.</summary>
    public string Role => Holder.Role!;

    /// <summary>The plan.</summary>
    public CompensationPlan Plan => Holder.Plan;

    /// <summary>The quotas of a full year without ramp, one a measure.</summary>
    public IReadOnlyList<Quota> Quotas => Holder.Quotas;

    /// <summary>Base and target incentive of a full year.</summary>
    public OnTargetEarnings OnTarget => Holder.OnTarget;

    /// <summary>The id of the participant or position one level up; null for nobody.</summary>
    public string? ManagerId => Holder.ManagerId;

    /// <summary>The month of the plan year, 1 to 12, on whose first day the position opens.</summary>
    public int StartMonth { get; }

    /// <summary>Whoever holds it, without dates.</summary>
    internal Participant Holder { get; }

    /// <summary>A copy with on-target earnings other than the plan's. Throws for another currency.</summary>
    public PlannedPosition Earning(OnTargetEarnings onTarget) => new(Holder.Earning(onTarget), StartMonth);

    /// <summary>A copy whose credits roll up to a participant or another position.</summary>
    public PlannedPosition ManagedBy(string? managerId) => new(Holder.ManagedBy(managerId), StartMonth);

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    private static string Named(string role)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(role);
        return role;
    }
}
