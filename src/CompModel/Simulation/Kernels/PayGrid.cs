namespace CompModel;

/// <summary>
/// The grid on which pay joins totals: multiples of 2^-10 of a major unit. Sums of such numbers are exact below 2^43 in size and so the same in any order.
/// </summary>
internal static class PayGrid
{
    /// <summary>Totals stay below this in size; a run in which one does not is refused.</summary>
    internal const double Limit = 8796093022208; // 2^43

    // 1.5 × 2^42: adding it leaves ten binary places in a double's 53 bits.
    private const double Shift = 6597069766656;

    /// <summary>The nearest multiple of 2^-10, ties to even.</summary>
    internal static double Round(double pay) => (pay + Shift) - Shift;
}
