namespace CompModel;

/// <summary>What a second run draws anew beside the same company: its results are as like the first's as what is shared makes them.</summary>
internal enum Redrawn
{
    /// <summary>Nothing: the run itself.</summary>
    Nothing,

    /// <summary>Everybody's own part.</summary>
    People,

    /// <summary>Everybody's own part and the teams'.</summary>
    PeopleAndTeams,
}
