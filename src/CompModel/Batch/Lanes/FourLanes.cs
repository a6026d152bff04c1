using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CompModel;

/// <summary>Four lanes: vectors of 256 bits.</summary>
internal readonly struct FourLanes(Vector256<double> lanes) : ILanes<FourLanes>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly Vector256<double> lanes = lanes;

    public static int Count => Vector256<long>.Count;

    [MethodImpl(Inline)]
    public static FourLanes Whole(long value) => new(Vector256.Create(value).AsDouble());

    [MethodImpl(Inline)]
    public static FourLanes Number(double value) => new(Vector256.Create(value));

    [MethodImpl(Inline)]
    public static FourLanes Load(ref readonly long first, int offset) => new(Vector256.LoadUnsafe(in first, (nuint)offset).AsDouble());

    [MethodImpl(Inline)]
    public static void Store(FourLanes lanes, ref long first, int offset) => lanes.lanes.AsInt64().StoreUnsafe(ref first, (nuint)offset);

    [MethodImpl(Inline)]
    public static FourLanes Add(FourLanes left, FourLanes right) => new((left.lanes.AsInt64() + right.lanes.AsInt64()).AsDouble());

    [MethodImpl(Inline)]
    public static FourLanes Or(FourLanes left, FourLanes right) => new((left.lanes.AsInt64() | right.lanes.AsInt64()).AsDouble());

    [MethodImpl(Inline)]
    public static FourLanes Xor(FourLanes left, FourLanes right) => new((left.lanes.AsInt64() ^ right.lanes.AsInt64()).AsDouble());

    [MethodImpl(Inline)]
    public static FourLanes Sign(FourLanes number) => new((number.lanes.AsInt64() & Vector256.Create(long.MinValue)).AsDouble());

    [MethodImpl(Inline)]
    public static long OrAll(FourLanes lanes)
    {
        Vector256<long> whole = lanes.lanes.AsInt64();
        long all = whole[0];
        for (int i = 1; i < Count; i++)
            all |= whole[i];
        return all;
    }

    [MethodImpl(Inline)]
    public static long AddAll(FourLanes lanes) => Vector256.Sum(lanes.lanes.AsInt64());

    [MethodImpl(Inline)]
    public static FourLanes Minus(FourLanes left, FourLanes right) => new(left.lanes - right.lanes);

    [MethodImpl(Inline)]
    public static FourLanes Plus(FourLanes left, FourLanes right) => new(left.lanes + right.lanes);

    [MethodImpl(Inline)]
    public static FourLanes Times(FourLanes left, FourLanes right) => new(left.lanes * right.lanes);

    [MethodImpl(Inline)]
    public static FourLanes TimesPlus(FourLanes left, FourLanes right, FourLanes added) => new(Vector256.MultiplyAddEstimate(left.lanes, right.lanes, added.lanes));

    [MethodImpl(Inline)]
    public static FourLanes AtLeastZero(FourLanes number) => new(Vector256.MaxNative(number.lanes, Vector256<double>.Zero));

    [MethodImpl(Inline)]
    public static FourLanes Floor(FourLanes number) => new(Vector256.Floor(number.lanes));

    [MethodImpl(Inline)]
    public static FourLanes WhereAtOrAboveZero(FourLanes number, FourLanes value) => new(Vector256.GreaterThanOrEqual(number.lanes, Vector256<double>.Zero) & value.lanes);

    [MethodImpl(Inline)]
    public static FourLanes WhereAboveZero(FourLanes number, FourLanes value) => new(Vector256.GreaterThan(number.lanes, Vector256<double>.Zero) & value.lanes);
}
