using System.Numerics;

namespace CompModel;

/// <summary>
/// Parts in whole units that add up to their whole: each gets the units below its exact share, and the units left over go to the largest
/// remainders, ties to the first (Hamilton's method). So printed parts of a printed total foot, and issued period quotas sum to the year's.
/// </summary>
public static class Apportionment
{
    /// <summary>
    /// Rounds <paramref name="exact"/> to multiples of <paramref name="unit"/> that add up to their sum rounded half away from zero.
    /// No part moves by a whole unit or more. Signs may differ. Throws where the unit is not above zero.
    /// </summary>
    /// <returns>As many parts, in the same order.</returns>
    public static Rational[] LargestRemainder(IReadOnlyList<Rational> exact, Rational unit)
    {
        if (unit.Sign <= 0)
            throw new ArgumentOutOfRangeException(nameof(unit), unit, "The unit of an apportionment is above zero.");
        var floors = new BigInteger[exact.Count];
        var remainders = new Rational[exact.Count];
        Rational sum = Rational.Zero;
        BigInteger given = BigInteger.Zero;
        for (int i = 0; i < exact.Count; i++)
        {
            Rational scaled = exact[i] / unit;
            floors[i] = scaled.Floor();
            remainders[i] = scaled - Rational.Of(floors[i], 1);
            sum += scaled;
            given += floors[i];
        }
        BigInteger total = new Rounding(1m).Units(sum, Currency.None, out _);
        int left = (int)(total - given);
        foreach (int i in Enumerable.Range(0, exact.Count).OrderByDescending(i => remainders[i]).Take(left))
            floors[i]++;
        return [.. floors.Select(units => unit * Rational.Of(units, 1))];
    }
}
