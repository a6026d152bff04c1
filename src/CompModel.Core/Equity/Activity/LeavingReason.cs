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

/// <summary>Reasons of leaving in words.</summary>
public static class LeavingReasons
{
    extension(LeavingReason reason)
    {
        /// <summary>"involuntary death": the words of Open Cap Format in small letters.</summary>
        public string Words =>
            string.Concat(reason.ToString().Select((letter, i) => i > 0 && char.IsAsciiLetterUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
    }
}
