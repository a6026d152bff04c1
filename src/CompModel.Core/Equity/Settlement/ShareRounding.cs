namespace CompModel;

/// <summary>How a target value becomes whole shares, where its exact number at a price is not whole. Grant agreements name one.</summary>
public enum ShareRounding
{
    /// <summary>To the whole shares below, so that the grant is never worth more than its target at that price. The default.</summary>
    Down,

    /// <summary>To the whole shares above, so that it is never worth less.</summary>
    Up,

    /// <summary>To the nearest whole share, a half up.</summary>
    Nearest,
}
