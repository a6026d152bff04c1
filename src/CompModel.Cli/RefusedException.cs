namespace CompModel.Cli;

/// <summary>An argument, or a whole case, that a command refuses: what was found, what is expected, a hint.</summary>
internal sealed class RefusedException(string code, string message) : Exception(message)
{
    /// <summary>The kind of problem.</summary>
    internal string Code { get; } = code;
}
