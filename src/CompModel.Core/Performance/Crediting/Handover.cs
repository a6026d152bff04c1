namespace CompModel;

/// <summary>What becomes of the own credit that a territory has given in the year when its owner changes. Its position passes on in any case.</summary>
public enum Handover
{
    /// <summary>It stays with who closed the deals: the default.</summary>
    CreditStays,

    /// <summary>It moves to the next owner on the day of the change.</summary>
    CreditMoves,
}
