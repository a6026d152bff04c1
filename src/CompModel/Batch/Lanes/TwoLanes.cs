using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CompModel;

/// <summary>Two lanes: vectors of 128 bits.</summary>
internal readonly struct TwoLanes(Vector128<double> lanes) : ILanes<TwoLanes>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly Vector128<double> lanes = lanes;

    public static int Count => Vector128<long>.Count;

    [MethodImpl(Inline)]
    public static TwoLanes Whole(long value) => new(Vector128.Create(value).AsDouble());

    [MethodImpl(Inline)]
    public static TwoLanes Number(double value) => new(Vector128.Create(value));

    [MethodImpl(Inline)]
    public static TwoLanes Load(ref readonly long first, int offset) => new(Vector128.LoadUnsafe(in first, (nuint)offset).AsDouble());

    [MethodImpl(Inline)]
    public static void Store(TwoLanes lanes, ref long first, int offset) => lanes.lanes.AsInt64().StoreUnsafe(ref first, (nuint)offset);

    [MethodImpl(Inline)]
    public static TwoLanes Add(TwoLanes left, TwoLanes right) => new((left.lanes.AsInt64() + right.lanes.AsInt64()).AsDouble());

    [MethodImpl(Inline)]
    public static TwoLanes Or(TwoLanes left, TwoLanes right) => new((left.lanes.AsInt64() | right.lanes.AsInt64()).AsDouble());

    [MethodImpl(Inline)]
    public static TwoLanes Xor(TwoLanes left, TwoLanes right) => new((left.lanes.AsInt64() ^ right.lanes.AsInt64()).AsDouble());

    [MethodImpl(Inline)]
    public static TwoLanes Sign(TwoLanes number) => new((number.lanes.AsInt64() & Vector128.Create(long.MinValue)).AsDouble());

    [MethodImpl(Inline)]
    public static long OrAll(TwoLanes lanes)
    {
        Vector128<long> whole = lanes.lanes.AsInt64();
        long all = whole[0];
        for (int i = 1; i < Count; i++)
            all |= whole[i];
        return all;
    }

    [MethodImpl(Inline)]
    public static long AddAll(TwoLanes lanes) => Vector128.Sum(lanes.lanes.AsInt64());

    [MethodImpl(Inline)]
    public static TwoLanes Minus(TwoLanes left, TwoLanes right) => new(left.lanes - right.lanes);

    [MethodImpl(Inline)]
    public static TwoLanes Plus(TwoLanes left, TwoLanes right) => new(left.lanes + right.lanes);

    [MethodImpl(Inline)]
    public static TwoLanes Times(TwoLanes left, TwoLanes right) => new(left.lanes * right.lanes);

    [MethodImpl(Inline)]
    public static TwoLanes TimesPlus(TwoLanes left, TwoLanes right, TwoLanes added) => new(Vector128.MultiplyAddEstimate(left.lanes, right.lanes, added.lanes));

    [MethodImpl(Inline)]
    public static TwoLanes AtLeastZero(TwoLanes number) => new(Vector128.MaxNative(number.lanes, Vector128<double>.Zero));

    [MethodImpl(Inline)]
    public static TwoLanes Floor(TwoLanes number) => new(Vector128.Floor(number.lanes));

    [MethodImpl(Inline)]
    public static TwoLanes WhereAtOrAboveZero(TwoLanes number, TwoLanes value) => new(Vector128.GreaterThanOrEqual(number.lanes, Vector128<double>.Zero) & value.lanes);

    [MethodImpl(Inline)]
    public static TwoLanes WhereAboveZero(TwoLanes number, TwoLanes value) => new(Vector128.GreaterThan(number.lanes, Vector128<double>.Zero) & value.lanes);
}
