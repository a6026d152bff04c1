namespace CompModel.Files;

/// <summary>Gathers the problems of one reading; each once, and not without end.</summary>
internal sealed class DiagnosticLog
{
    // Nobody reads more, and a file of a million bad rows must not fill the memory.
    internal const int Most = 1000;

    private readonly List<(Diagnostic Diagnostic, int File)> diagnostics = [];
    private readonly HashSet<Diagnostic> seen = [];
    private readonly List<string> files = [];

    public bool HasErrors { get; private set; }

    /// <summary>Everything found, file by file in order of first mention, and by place inside a file.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics =>
        [.. diagnostics.OrderBy(entry => entry.File).ThenBy(entry => entry.Diagnostic.Line).ThenBy(entry => entry.Diagnostic.Column).Select(entry => entry.Diagnostic)];

    public void Add(Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.Severity == Severity.Error;
        if (seen.Count > Most || !seen.Add(diagnostic))
            return;
        if (seen.Count > Most)
        {
            diagnostic = new(
                DiagnosticCode.Limit, diagnostic.File, int.MaxValue, 1, $"more than {Most} problems", "fewer", "only the first are listed; correct them and read again");
        }
        if (!files.Contains(diagnostic.File))
            files.Add(diagnostic.File);
        diagnostics.Add((diagnostic, files.IndexOf(diagnostic.File)));
    }

    /// <summary>Refuses the input if there was any error.</summary>
    public void ThrowIfErrors()
    {
        if (HasErrors)
            throw new InvalidInputException(Diagnostics);
    }
}
