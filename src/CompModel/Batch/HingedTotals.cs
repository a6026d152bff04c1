using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CompModel;

/// <summary>The kernel of <see cref="BatchTotals"/>: rows of a <see cref="HingedTable"/> in vectors. Every step is exact, so no width or order shows in the result.</summary>
internal static class HingedTotals
{
    /// <summary>Rows are taken in multiples of this, whatever the width.</summary>
    internal const int Rows = 16;

    /// <summary>At most so many rows in one call, so that a lane's sum stays in 64 bits: 2^49 a row.</summary>
    internal const int MostRows = 1024;

    // Added to a whole number as bits, and taken away as a double: that number as a double. The other way round: back.
    private const long TurnBits = 0x4338_0000_0000_0000;
    private const double Turn = 6755399441055744.0;

    internal delegate long Kernel(HingedTable table, ReadOnlySpan<long> units, ReadOnlySpan<long> credited, Span<long> earned, out bool proven);

    /// <summary>The widest vectors that this machine has in hardware.</summary>
    internal static Kernel Widest =>
        Vector512.IsHardwareAccelerated ? Earn<EightLanes> : Vector256.IsHardwareAccelerated ? Earn<FourLanes> : Earn<TwoLanes>;

    /// <summary>
    /// Earned of each row, and their sum. All spans have one length, a multiple of <see cref="Rows"/> and at most <see cref="MostRows"/>.
    /// <paramref name="proven"/> is false where a row lies outside what the table proves: its figures, and the sum, then mean nothing.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static long Earn<T>(HingedTable table, ReadOnlySpan<long> units, ReadOnlySpan<long> credited, Span<long> earned, out bool proven)
        where T : struct, ILanes<T>
    {
        ref long unitsAt = ref MemoryMarshal.GetReference(units), creditedAt = ref MemoryMarshal.GetReference(credited), earnedAt = ref MemoryMarshal.GetReference(earned);
        ReadOnlySpan<double> minusFrom = table.MinusFrom, slope = table.Slope, step = table.Step;
        bool jumps = table.Jumps, above = table.FromAbove;
        T firstRate = T.Number(table.FirstRate), share = T.Number(table.Share);
        T half = T.Number((table.Divisor / 2) + 0.25), inverse = T.Number(1 / table.Divisor);
        T turnBits = T.Whole(TurnBits), turn = T.Number(Turn), turnBack = T.Whole(-TurnBits);
        T reach = T.Whole(1L << table.Bits), minusOne = T.Whole(-1);
        T seen = T.Whole(0), sum = T.Whole(0);
        for (int row = 0; row < earned.Length; row += 2 * T.Count)
        {
            T s = T.Load(in creditedAt, row), s2 = T.Load(in creditedAt, row + T.Count);
            T u = T.Load(in unitsAt, row), u2 = T.Load(in unitsAt, row + T.Count);
            seen = T.Or(seen, T.Or(T.Or(T.Add(s, reach), T.Add(u, minusOne)), T.Or(T.Add(s2, reach), T.Add(u2, minusOne))));
            s = T.Minus(T.Add(s, turnBits), turn);
            s2 = T.Minus(T.Add(s2, turnBits), turn);
            u = T.Minus(T.Add(u, turnBits), turn);
            u2 = T.Minus(T.Add(u2, turnBits), turn);
            T pay = T.Times(s, firstRate), pay2 = T.Times(s2, firstRate);
            s = T.Times(s, share);
            s2 = T.Times(s2, share);
            for (int tier = 0; tier < minusFrom.Length; tier++)
            {
                T from = T.Number(minusFrom[tier]), gain = T.Number(slope[tier]);
                T beyond = T.TimesPlus(from, u, s), beyond2 = T.TimesPlus(from, u2, s2);
                pay = T.TimesPlus(gain, T.AtLeastZero(beyond), pay);
                pay2 = T.TimesPlus(gain, T.AtLeastZero(beyond2), pay2);
                if (jumps)
                {
                    T leap = T.Number(step[tier]), leap2 = T.Times(leap, u2);
                    leap = T.Times(leap, u);
                    pay = T.Plus(pay, above ? T.WhereAboveZero(beyond, leap) : T.WhereAtOrAboveZero(beyond, leap));
                    pay2 = T.Plus(pay2, above ? T.WhereAboveZero(beyond2, leap2) : T.WhereAtOrAboveZero(beyond2, leap2));
                }
            }
            T whole = T.Add(T.Plus(Rounded(pay, half, inverse), turn), turnBack), whole2 = T.Add(T.Plus(Rounded(pay2, half, inverse), turn), turnBack);
            T.Store(whole, ref earnedAt, row);
            T.Store(whole2, ref earnedAt, row + T.Count);
            sum = T.Add(sum, T.Add(whole, whole2));
        }
        // Any bit above the table's: an amount that is too large, or below −2^bits, or a unit below one.
        proven = table.Bits >= 0 && T.OrAll(seen) >> (table.Bits + 1) == 0;
        return T.AddAll(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Rounded<T>(T pay, T half, T inverse)
        where T : struct, ILanes<T>
    {
        T sign = T.Sign(pay);
        return T.Xor(T.Floor(T.Times(T.Plus(T.Xor(pay, sign), half), inverse)), sign);
    }
}
