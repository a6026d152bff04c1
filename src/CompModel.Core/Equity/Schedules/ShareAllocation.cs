namespace CompModel;

/// <summary>
/// How whole shares fall on installments whose exact portions are not whole: the seven allocation types of Open Cap Format (AllocationType),
/// with a meaning for any portions, not only equal ones. Each gives away every share of the grant. <c>default</c> is
/// <see cref="CumulativeRoundDown"/>. <see cref="ShareAllocations"/> does the splitting.
/// </summary>
public enum ShareAllocation
{
    /// <summary>By each installment the whole shares of the exact cumulative portion are vested: 18 in four is 4, 5, 4, 5. The default.</summary>
    CumulativeRoundDown,

    /// <summary>As round-down, but to the nearest whole cumulative share, a half up: 18 in four is 5, 4, 5, 4.</summary>
    CumulativeRounding,

    /// <summary>The whole shares of each portion; of the k shares left over one each to the first k installments: 5, 5, 4, 4.</summary>
    FrontLoaded,

    /// <summary>The whole shares of each portion; of the k shares left over one each to the last k installments: 4, 4, 5, 5.</summary>
    BackLoaded,

    /// <summary>The whole shares of each portion; all shares left over to the first installment: 6, 4, 4, 4.</summary>
    FrontLoadedToSingleTranche,

    /// <summary>The whole shares of each portion; all shares left over to the last installment: 4, 4, 4, 6.</summary>
    BackLoadedToSingleTranche,

    /// <summary>
    /// The exact portions, fractions of a share and all: 4.5, 4.5, 4.5, 4.5. A <see cref="Grant"/> delivers whole shares and refuses it
    /// wherever a tranche would not be whole.
    /// </summary>
    Fractional,
}
