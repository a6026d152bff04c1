namespace CompModel;

/// <summary>Why somebody left, in the words of Open Cap Format (TerminationWindowType).</summary>
public enum LeavingReason
{
    /// <summary>By their own wish, for none of the other reasons.</summary>
    VoluntaryOther,

    /// <summary>By their own wish, for good cause ("good reason").</summary>
    VoluntaryGoodCause,

    /// <summary>Retired.</summary>
    VoluntaryRetirement,

    /// <summary>Dismissed without cause.</summary>
    InvoluntaryOther,

    /// <summary>Died.</summary>
    InvoluntaryDeath,

    /// <summary>Disabled.</summary>
    InvoluntaryDisability,

    /// <summary>Dismissed with cause.</summary>
    InvoluntaryWithCause,
}
