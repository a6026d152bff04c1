using System.Numerics;

namespace CompModel;

/// <summary>
/// Splits the shares of a grant over exact portions by a <see cref="ShareAllocation"/>. Differs from <see cref="Apportionment"/>, which gives
/// left-over units to the largest remainders: equity plans name other rules.
/// </summary>
public static class ShareAllocations
{
    extension(ShareAllocation allocation)
    {
        /// <summary>
        /// The shares of each portion, in order, that add up to <paramref name="shares"/> exactly; whole numbers but under
        /// <see cref="ShareAllocation.Fractional"/>. Throws where shares are below zero, a portion is below zero, the portions do not sum
        /// to exactly one, or the allocation is none of the seven.
        /// </summary>
        /// <returns>As many numbers of shares as portions.</returns>
        public Rational[] Split(long shares, IReadOnlyList<Rational> portions)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(shares);
            ArgumentNullException.ThrowIfNull(portions);
            Rational sum = Rational.Zero;
            foreach (Rational portion in portions)
            {
                if (portion.Sign < 0)
                    throw new ArgumentOutOfRangeException(nameof(portions), portion, "A portion of a grant is at least zero.");
                sum += portion;
            }
            if (sum != Rational.One)
                throw new ArgumentException($"Portions of a grant sum to exactly one; these sum to {sum}.", nameof(portions));
            return allocation switch
            {
                ShareAllocation.CumulativeRoundDown => Cumulative(shares, portions, Rational.Zero),
                ShareAllocation.CumulativeRounding => Cumulative(shares, portions, (Rational)1 / 2),
                ShareAllocation.FrontLoaded => WholeParts(shares, portions, (i, left) => i < left ? 1 : 0),
                ShareAllocation.BackLoaded => WholeParts(shares, portions, (i, left) => i >= portions.Count - left ? 1 : 0),
                ShareAllocation.FrontLoadedToSingleTranche => WholeParts(shares, portions, (i, left) => i == 0 ? left : 0),
                ShareAllocation.BackLoadedToSingleTranche => WholeParts(shares, portions, (i, left) => i == portions.Count - 1 ? left : 0),
                ShareAllocation.Fractional => [.. portions.Select(portion => portion * shares)],
                _ => throw new ArgumentOutOfRangeException(
                    nameof(allocation), allocation, "A share allocation is one of the seven of Open Cap Format."),
            };
        }
    }

    // Each installment vests what brings the total to the rounded cumulative portion: what one rounds off, a later one gives back.
    private static Rational[] Cumulative(long shares, IReadOnlyList<Rational> portions, Rational nudge)
    {
        var split = new Rational[portions.Count];
        Rational exact = Rational.Zero;
        BigInteger before = BigInteger.Zero;
        for (int i = 0; i < split.Length; i++)
        {
            exact += portions[i] * shares;
            BigInteger vested = (exact + nudge).Floor();
            split[i] = Rational.Of(vested - before, BigInteger.One);
            before = vested;
        }
        return split;
    }

    // The whole parts leave fewer shares over than there are portions, so that the first or last k always suffice.
    private static Rational[] WholeParts(long shares, IReadOnlyList<Rational> portions, Func<int, int, int> extra)
    {
        BigInteger[] whole = [.. portions.Select(portion => (portion * shares).Floor())];
        int left = (int)(shares - whole.Aggregate(BigInteger.Zero, (sum, part) => sum + part));
        return [.. whole.Select((part, i) => Rational.Of(part + extra(i, left), BigInteger.One))];
    }
}
