namespace CompModel;

/// <summary>A deal of the past that simulated ones are like: its size, what is known of it, and what it counted in other measures.</summary>
/// <param name="Size">Its size, above zero.</param>
/// <param name="Attributes">What is known of it.</param>
/// <param name="Others">Its amounts in other measures.</param>
public sealed record DealSample(Amount Size, DealAttributes Attributes, IReadOnlyList<(Measure Measure, Amount Amount)> Others);
