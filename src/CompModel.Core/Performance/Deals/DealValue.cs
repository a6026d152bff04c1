namespace CompModel;

/// <summary>What a deal is worth in a measure.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Total">All that was signed, at least zero.</param>
/// <param name="Annual">What a year of it is worth, where the deal states it; null otherwise.</param>
public sealed record DealValue(Measure Measure, Amount Total, Amount? Annual);
