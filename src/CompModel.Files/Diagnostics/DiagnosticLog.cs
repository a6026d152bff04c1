namespace CompModel.Files;

/// <summary>Gathers the problems of one reading; each once, and not without end.</summary>
internal sealed class DiagnosticLog
{
    // Nobody reads more, and a file of a million bad rows must not fill the memory.
    internal const int Most = 1000;

    private readonly List<Diagnostic> diagnostics = [];
    private readonly HashSet<Diagnostic> seen = [];
    private readonly List<string> files = [];
    private Diagnostic? left;

    public bool HasErrors { get; private set; }

    /// <summary>Everything found, file by file in order of first mention, and by place inside a file.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics
    {
        get
        {
            var ordered = diagnostics.OrderBy(diagnostic => files.IndexOf(diagnostic.File)).ThenBy(diagnostic => diagnostic.Line).ThenBy(diagnostic => diagnostic.Column);
            return left is null ? [.. ordered] : [.. ordered, left];
        }
    }

    public void Add(Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.Severity == Severity.Error;
        if (seen.Count == Most)
        {
            if (!seen.Contains(diagnostic))
                left ??= new(DiagnosticCode.Limit, diagnostic.File, 1, 1, $"more than {Most} problems", "fewer", "only the first are listed; correct them and read again");
            return;
        }
        if (!seen.Add(diagnostic))
            return;
        if (!files.Contains(diagnostic.File))
            files.Add(diagnostic.File);
        diagnostics.Add(diagnostic);
    }

    /// <summary>Refuses the input if there was any error.</summary>
    public void ThrowIfErrors()
    {
        if (HasErrors)
            throw new InvalidInputException(Diagnostics);
    }
}
