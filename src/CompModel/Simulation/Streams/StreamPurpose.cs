namespace CompModel;

/// <summary>
/// What a draw is for. Its number is a part of the draw's name in stream version 1: never change one, never use one again.
/// `default` (0) names nothing and is refused by <see cref="RandomStream"/>.
/// </summary>
internal enum StreamPurpose : byte
{
    /// <summary>A participant's own part of attainment in a period.</summary>
    Attainment = 1,

    /// <summary>What moves the whole company's attainment in a period.</summary>
    CompanyEffect = 2,

    /// <summary>What moves one team's attainment in a period.</summary>
    TeamEffect = 3,

    /// <summary>The steps of a security's price.</summary>
    SharePrice = 4,

    /// <summary>Joining, leaving and time to fill of a position.</summary>
    Headcount = 5,

    /// <summary>Number and size of single deals.</summary>
    Deals = 6,

    /// <summary>Resampling of history.</summary>
    Bootstrap = 7,
}
