namespace CompModel;

/// <summary>A line of cost: a tier of a component of a plan. Plans of one name share their lines.</summary>
/// <param name="Plan">The plan's name.</param>
/// <param name="Component">The component's name.</param>
/// <param name="Tier">The tier's label.</param>
/// <param name="TierNumber">Its place in the curve, from 0.</param>
public sealed record CostLine(string Plan, string Component, string Tier, int TierNumber)
{
    /// <summary>Whether it is what payment terms cost beside what is earned: guarantees, draws never owed, less what is forfeited.</summary>
    public bool IsOfPaymentTerms => Component == PlanLine.AsAWhole && TierNumber == PlanLine.PaymentTerms;
}
