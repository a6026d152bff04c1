namespace CompModel;

/// <summary>What a blackout (a window in which insiders may not trade) puts off.</summary>
public enum BlackoutReach
{
    /// <summary>The whole settlement: shares are delivered, and sold to cover, when the window has closed. The default.</summary>
    Settlement,

    /// <summary>The sale alone: shares are delivered in the window, and sold when it has closed.</summary>
    Sale,
}
