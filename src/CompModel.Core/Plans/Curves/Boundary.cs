namespace CompModel;

/// <summary>To which side a breakpoint belongs.</summary>
public enum Boundary
{
    /// <summary>The breakpoint belongs to what lies above it: at exactly 50 % the 50 % threshold is met. The default.</summary>
    AtOrAbove,

    /// <summary>The breakpoint belongs to what lies below it: "in excess of 50 %".</summary>
    Above,
}

/// <summary>What a curve does beyond its last knot.</summary>
public enum BeyondLastKnot
{
    /// <summary>Pays the last knot's payout for ever: a cap.</summary>
    Flat,

    /// <summary>Goes on along the last slope for ever: uncapped.</summary>
    SameSlope,
}
