namespace CompModel;

/// <summary>What is wrong with parts of a run.</summary>
public enum PartProblem
{
    /// <summary>The file is no part, or its bytes are not those that were written.</summary>
    Damaged,

    /// <summary>The part was made by another version of the library, of its file format or of its random streams.</summary>
    OtherVersion,

    /// <summary>The part is of another run: other people, plans, assumptions, trials or seed.</summary>
    OtherRun,

    /// <summary>A chunk is in two of the parts.</summary>
    Repeated,

    /// <summary>Chunks of the run are in none of the parts.</summary>
    Missing,
}

/// <summary>Parts that do not make one run; the message says what was found and what is expected.</summary>
public sealed class PartException : Exception
{
    internal PartException(PartProblem problem, string message)
        : base(message) => Problem = problem;

    /// <summary>The kind of problem.</summary>
    public PartProblem Problem { get; }
}
