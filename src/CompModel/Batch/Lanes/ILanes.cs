namespace CompModel;

/// <summary>
/// As many 64-bit lanes as a vector has: whole numbers, or doubles that hold whole numbers. Kernels are written once over this; the widths are the only
/// place that knows about intrinsics. What a lane computes does not depend on how many there are.
/// </summary>
internal interface ILanes<T>
    where T : struct, ILanes<T>
{
    /// <summary>How many lanes.</summary>
    static abstract int Count { get; }

    /// <summary>One whole number in every lane.</summary>
    static abstract T Whole(long value);

    /// <summary>One double in every lane.</summary>
    static abstract T Number(double value);

    /// <summary>Whole numbers from memory.</summary>
    static abstract T Load(ref readonly long first, int offset);

    /// <summary>Whole numbers to memory.</summary>
    static abstract void Store(T lanes, ref long first, int offset);

    /// <summary>The sum of whole numbers, lane by lane, wrapping around.</summary>
    static abstract T Add(T left, T right);

    /// <summary>The bits of both.</summary>
    static abstract T Or(T left, T right);

    /// <summary>The bits of either, not of both.</summary>
    static abstract T Xor(T left, T right);

    /// <summary>The sign bit of a double, alone.</summary>
    static abstract T Sign(T number);

    /// <summary>All lanes' bits.</summary>
    static abstract long OrAll(T lanes);

    /// <summary>The sum of all lanes' whole numbers.</summary>
    static abstract long AddAll(T lanes);

    /// <summary>A difference of doubles.</summary>
    static abstract T Minus(T left, T right);

    /// <summary>A sum of doubles.</summary>
    static abstract T Plus(T left, T right);

    /// <summary>A product of doubles.</summary>
    static abstract T Times(T left, T right);

    /// <summary>left × right + added, rounded once or twice as the machine has it: for results that are exact either way.</summary>
    static abstract T TimesPlus(T left, T right, T added);

    /// <summary>Zero where a double is below zero.</summary>
    static abstract T AtLeastZero(T number);

    /// <summary>The greatest whole number not above a double.</summary>
    static abstract T Floor(T number);

    /// <summary>A value where a double is zero or more, otherwise zero.</summary>
    static abstract T WhereAtOrAboveZero(T number, T value);

    /// <summary>A value where a double is above zero, otherwise zero.</summary>
    static abstract T WhereAboveZero(T number, T value);
}
