namespace CompModel;

/// <summary>
/// How the thirteen weeks of a quarter fall on its three months; the value spells it. Every quarter of a year has the same pattern, but for a
/// 53rd week. <c>default</c> is none of them and is refused.
/// </summary>
public enum WeekPattern
{
    /// <summary>Four, four and five weeks: the commonest outside of retail.</summary>
    FourFourFive = 445,

    /// <summary>Four, five and four weeks: the retail calendar of the National Retail Federation.</summary>
    FourFiveFour = 454,

    /// <summary>Five, four and four weeks.</summary>
    FiveFourFour = 544,
}

internal static class WeekPatterns
{
    extension(WeekPattern pattern)
    {
        /// <summary>"4-4-5".</summary>
        internal string Spelled => $"{(int)pattern / 100}-{(int)pattern / 10 % 10}-{(int)pattern % 10}";

        /// <summary>Weeks from the start of a year of 52 to the end of its nth month, n from 0 to 12.</summary>
        internal int WeeksThrough(int months) => (13 * (months / 3)) + (months % 3) switch
        {
            0 => 0,
            1 => (int)pattern / 100,
            _ => ((int)pattern / 100) + ((int)pattern / 10 % 10),
        };
    }
}
