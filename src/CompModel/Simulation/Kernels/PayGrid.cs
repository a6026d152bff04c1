namespace CompModel;

/// <summary>
/// The grid on which pay and money credited join totals: multiples of 2^-10 of a major unit. Sums of such numbers are exact below 2^43 in size and so the
/// same in any order. Credits in units have a grid that follows from the quota they are measured against, for a unit may be small or large.
/// </summary>
internal static class PayGrid
{
    /// <summary>Totals stay below this in size; a run in which one does not is refused.</summary>
    internal const double Limit = 8796093022208; // 2^43

    /// <summary>Steps of the grid in a major unit.</summary>
    internal const double Steps = 1024;

    // 1.5 × 2^42: adding it leaves ten binary places in a double's 53 bits.
    internal const double Shift = 6597069766656;

    /// <summary>The nearest multiple of 2^-10, ties to even.</summary>
    internal static double Round(double pay) => Round(pay, Shift);

    /// <summary>The nearest multiple of the grid that a shift stands for.</summary>
    internal static double Round(double amount, double shift) => (amount + shift) - shift;

    /// <summary>The shift for credits in units: multiples of about a 2^-38th of a quota above zero; sums are exact up to some ten thousand quotas.</summary>
    internal static double ShiftOfUnits(double quota) => 1.5 * Math.ScaleB(1, Math.ILogB(quota) + 14);

    /// <summary>Sums on the grid of a shift are exact below this in size.</summary>
    internal static double LimitOf(double shift) => shift / 1.5 * 2;
}
