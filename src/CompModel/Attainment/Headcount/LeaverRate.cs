namespace CompModel;

/// <summary>
/// The share of people who leave within a year, as a constant monthly hazard: of those there at the start of a month, 1 − (1 − rate)^(1/12) leave on its last day. A fraction from 0 up to,
/// but not including, 1. It may differ by tenure: months since the hire. Differs from a share of the average headcount, the other rate of the same name, which backfills raise.
/// </summary>
public sealed class LeaverRate
{
    private readonly (int Months, double Annual, double Staying)[] bands;

    private LeaverRate((int Months, double Annual, double Staying)[] bands) => this.bands = bands;

    /// <summary>Nobody leaves.</summary>
    public static LeaverRate None { get; } = Of(0);

    /// <summary>The annual rates, with the months of tenure from which each holds; the first from 0.</summary>
    public IReadOnlyList<(int Months, double Annual)> ByTenure => [.. bands.Select(band => (band.Months, band.Annual))];

    /// <summary>Whether nobody ever leaves.</summary>
    public bool IsNone => Array.TrueForAll(bands, band => band.Annual == 0);

    /// <summary>One rate whatever the tenure. Throws outside 0 ≤ rate &lt; 1.</summary>
    public static LeaverRate Of(double annual) => new([Band(0, annual)]);

    /// <summary>A copy with another rate from some months of tenure on, up to the next. Throws unless the months come after those of the latest such rate, and outside 0 ≤ rate &lt; 1.</summary>
    public LeaverRate FromMonth(int months, double annual) => months > bands[^1].Months
        ? new([.. bands, Band(months, annual)])
        : throw new ArgumentOutOfRangeException(nameof(months), months, $"Rates by tenure stand in order; the latest is from month {bands[^1].Months} on.");

    /// <summary>The annual rate at some months of tenure, from 0.</summary>
    public double AnnualAt(int months) => bands.Last(band => band.Months <= months).Annual;

    /// <summary>The probability of being there after a month that starts at some months of tenure.</summary>
    internal double StayingAt(int months) => bands.Last(band => band.Months <= months).Staying;

    // Of log and exponential at zero nothing is rounded: without attrition everybody stays for sure.
    private static (int Months, double Annual, double Staying) Band(int months, double annual) => annual is >= 0 and < 1
        ? (months, annual, PortableMath.Exp(PortableMath.Log(1 - annual) / 12))
        : throw new ArgumentOutOfRangeException(nameof(annual), annual, "An annual rate of leavers is at least 0 and below 1 (100 %).");

    /// <summary>"0.15", "0.3, from month 12 0.1": every digit.</summary>
    public override string ToString() =>
        string.Join(", ", bands.Select(band => FormattableString.Invariant($"{(band.Months == 0 ? "" : $"from month {band.Months} ")}{band.Annual:R}")));
}
