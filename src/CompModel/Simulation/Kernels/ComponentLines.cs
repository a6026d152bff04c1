namespace CompModel;

/// <summary>Where a component's pay goes: its tiers first, in their order, then a line for each kind of rule that it has. Absent lines are at −1.</summary>
/// <param name="Gates">What is paid where a condition is not met.</param>
/// <param name="Multipliers">What multipliers add or take.</param>
/// <param name="Bounds">What floor and cap add or take.</param>
/// <param name="WithoutQuota">The target of days without quota.</param>
/// <param name="Names">The names of all of them.</param>
/// <param name="SingleDeals">What rules for single deals pay: their own rates, kickers, weights, bounds.</param>
internal readonly record struct ComponentLines(int Gates, int Multipliers, int Bounds, int WithoutQuota, IReadOnlyList<string> Names, int SingleDeals)
{
    /// <summary>The lines of a component.</summary>
    internal static ComponentLines Of(Component component, bool paysWithoutQuota)
    {
        List<string> names = [.. component.Tiers];
        int Add(bool has, string name)
        {
            if (!has)
                return -1;
            names.Add(name);
            return names.Count - 1;
        }
        return new(
            Add(component.Gates.Count > 0, "where a condition is not met"),
            Add(component.Multipliers.Count > 0, "multiplied"),
            Add(component.Limits != PayLimits.None || component.Basis is Basis.Reconciled, "within bounds"),
            Add(paysWithoutQuota, "target paid without quota"),
            names,
            Add(component.RatesDeals, "rules for single deals"));
    }
}
