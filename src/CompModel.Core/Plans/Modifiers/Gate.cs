namespace CompModel;

/// <summary>A condition that chooses how a component pays: its own way where it is met, another way otherwise.</summary>
/// <param name="Condition">What must be met, in the component's window.</param>
/// <param name="Otherwise">How it pays where it is not: nothing, at most a share of target, another curve or table.</param>
public sealed record Gate(Condition Condition, PayRule Otherwise);
