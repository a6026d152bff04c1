namespace CompModel;

/// <summary>What one deal earned in one tier of a component. Earnings of a statement sum to what it earned.</summary>
/// <param name="Component">The component's name, or that of a result of the plan as a whole.</param>
/// <param name="Tier">The tier or step; empty for what follows from others, such as a cap.</param>
/// <param name="Deal">The deal; empty for what no deal stands behind.</param>
/// <param name="Amount">What was earned, in minor units that add up.</param>
public sealed record Earning(string Component, string Tier, string Deal, Money Amount);
