namespace CompModel.Files;

/// <summary>
/// An input that was refused as a whole: nothing of it may be used. It carries one diagnostic for each problem, warnings included, file by file
/// in the order in which files are read, and by place inside a file.
/// </summary>
public sealed class InvalidInputException : Exception
{
    /// <summary>A refusal for some problems. Throws where none of them is an error.</summary>
    public InvalidInputException(IReadOnlyList<Diagnostic> diagnostics)
        : base(string.Join(Environment.NewLine, diagnostics))
    {
        if (diagnostics.All(diagnostic => diagnostic.Severity != Severity.Error))
            throw new ArgumentException("An input is refused for at least one error.", nameof(diagnostics));
        Diagnostics = diagnostics;
    }

    /// <summary>The problems.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}
