namespace CompModel;

/// <summary>A measure of a participant's simulated deals: where its amounts come from.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Index">Its place among the assumptions' models.</param>
/// <param name="Worth">Its place among the mix's other measures; −1 where it is not one of them.</param>
/// <param name="IsMade">Whether deals make it; otherwise they split what its model draws.</param>
/// <param name="Weights">For each of its draws, what 100 % is; empty without a quota.</param>
/// <param name="Currency">The currency, or none for units.</param>
internal sealed record DealtMeasure(Measure Measure, int Index, int Worth, bool IsMade, double[] Weights, Currency Currency)
{
    // Units and shares of them, to a millionth.
    private const int DecimalsOfUnits = 6;

    /// <summary>Smallest steps in a major unit: cents, or millionths of a unit.</summary>
    internal long StepsPerUnit { get; } = Enumerable.Range(0, Measure.IsMoney ? Currency.MinorUnitDigits : DecimalsOfUnits).Aggregate(1L, (power, _) => power * 10);

    /// <summary>The quota of the year.</summary>
    internal double Quota { get; } = Weights.Sum();

    /// <summary>An amount in smallest steps, to the nearest. Throws beyond what doubles count exactly.</summary>
    internal long InSteps(double amount)
    {
        double steps = Math.Round(amount * StepsPerUnit);
        return Math.Abs(steps) < 4503599627370496 // 2^52
            ? (long)steps
            : throw new OverflowException($"Simulated deals in {Measure} leave the range of exact amounts: state money in a larger unit.");
    }
}
