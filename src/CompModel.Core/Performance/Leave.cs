namespace CompModel;

/// <summary>
/// Days on which somebody is employed but away: quota and target incentive do not accrue, by the plan's proration (a plan that prorates nothing asks and offers the
/// whole year). Salary goes on, and so do credits: what closes or is taken back on those days counts. Salary that stops is a change of earnings.
/// </summary>
/// <param name="Days">The days away.</param>
/// <param name="Reason">Why, for the statement.</param>
/// <param name="Pay">The average commission that goes on; null where none does.</param>
public sealed record Leave(DateRange Days, string Reason, LeavePay? Pay = null)
{
    /// <summary>"Leave 2026-03-01 to 2026-05-31: parental".</summary>
    public override string ToString() => $"Leave {Days}: {Reason}";
}
