using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CompModel;

/// <summary>Eight lanes: vectors of 512 bits.</summary>
internal readonly struct EightLanes(Vector512<double> lanes) : ILanes<EightLanes>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly Vector512<double> lanes = lanes;

    public static int Count => Vector512<long>.Count;

    [MethodImpl(Inline)]
    public static EightLanes Whole(long value) => new(Vector512.Create(value).AsDouble());

    [MethodImpl(Inline)]
    public static EightLanes Number(double value) => new(Vector512.Create(value));

    [MethodImpl(Inline)]
    public static EightLanes Load(ref readonly long first, int offset) => new(Vector512.LoadUnsafe(in first, (nuint)offset).AsDouble());

    [MethodImpl(Inline)]
    public static void Store(EightLanes lanes, ref long first, int offset) => lanes.lanes.AsInt64().StoreUnsafe(ref first, (nuint)offset);

    [MethodImpl(Inline)]
    public static EightLanes Add(EightLanes left, EightLanes right) => new((left.lanes.AsInt64() + right.lanes.AsInt64()).AsDouble());

    [MethodImpl(Inline)]
    public static EightLanes Or(EightLanes left, EightLanes right) => new((left.lanes.AsInt64() | right.lanes.AsInt64()).AsDouble());

    [MethodImpl(Inline)]
    public static EightLanes Xor(EightLanes left, EightLanes right) => new((left.lanes.AsInt64() ^ right.lanes.AsInt64()).AsDouble());

    [MethodImpl(Inline)]
    public static EightLanes Sign(EightLanes number) => new((number.lanes.AsInt64() & Vector512.Create(long.MinValue)).AsDouble());

    [MethodImpl(Inline)]
    public static long OrAll(EightLanes lanes)
    {
        Vector512<long> whole = lanes.lanes.AsInt64();
        long all = whole[0];
        for (int i = 1; i < Count; i++)
            all |= whole[i];
        return all;
    }

    [MethodImpl(Inline)]
    public static long AddAll(EightLanes lanes) => Vector512.Sum(lanes.lanes.AsInt64());

    [MethodImpl(Inline)]
    public static EightLanes Minus(EightLanes left, EightLanes right) => new(left.lanes - right.lanes);

    [MethodImpl(Inline)]
    public static EightLanes Plus(EightLanes left, EightLanes right) => new(left.lanes + right.lanes);

    [MethodImpl(Inline)]
    public static EightLanes Times(EightLanes left, EightLanes right) => new(left.lanes * right.lanes);

    [MethodImpl(Inline)]
    public static EightLanes TimesPlus(EightLanes left, EightLanes right, EightLanes added) => new(Vector512.MultiplyAddEstimate(left.lanes, right.lanes, added.lanes));

    [MethodImpl(Inline)]
    public static EightLanes AtLeastZero(EightLanes number) => new(Vector512.MaxNative(number.lanes, Vector512<double>.Zero));

    [MethodImpl(Inline)]
    public static EightLanes Floor(EightLanes number) => new(Vector512.Floor(number.lanes));

    [MethodImpl(Inline)]
    public static EightLanes WhereAtOrAboveZero(EightLanes number, EightLanes value) => new(Vector512.GreaterThanOrEqual(number.lanes, Vector512<double>.Zero) & value.lanes);

    [MethodImpl(Inline)]
    public static EightLanes WhereAboveZero(EightLanes number, EightLanes value) => new(Vector512.GreaterThan(number.lanes, Vector512<double>.Zero) & value.lanes);
}
