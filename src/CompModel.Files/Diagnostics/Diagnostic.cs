using System.Globalization;

namespace CompModel.Files;

/// <summary>Whether a diagnostic refuses the input.</summary>
public enum Severity
{
    /// <summary>The input is refused as a whole.</summary>
    Error,

    /// <summary>The input loads; somebody should look.</summary>
    Warning,
}

/// <summary>
/// One problem of an input file: what it is called, where it stands, what was found, what is expected, and what to do about it.
/// A problem of a whole file stands at line 1, column 1. Texts quote the input with control characters made visible, so that no line of a
/// file can pass for a line of a log; they quote no names of people.
/// </summary>
/// <param name="Code">The kind of problem, one of <see cref="DiagnosticCode"/>; W_… are warnings. Stable: scripts may rely on it.</param>
/// <param name="File">The name of the file inside its folder, never a path.</param>
/// <param name="Line">The line, from 1; CR LF, LF and CR each end one.</param>
/// <param name="Column">The column in UTF-16 units, from 1, as editors count.</param>
/// <param name="Found">What was found.</param>
/// <param name="Expected">What is expected there.</param>
/// <param name="Hint">What most likely happened or what to write instead; empty where there is nothing to add.</param>
/// <param name="Severity">Whether it refuses the input.</param>
public sealed record Diagnostic(
    string Code, string File, int Line, int Column, string Found, string Expected, string Hint, Severity Severity = Severity.Error)
{
    /// <summary>"roster.csv(2,55): error E_NUMBER: quota is '1E+06'; expected a number such as 1234.56; hint". Invariant in culture.</summary>
    public override string ToString()
    {
        string place = string.Create(CultureInfo.InvariantCulture, $"{File}({Line},{Column})");
        string kind = Severity == Severity.Error ? "error" : "warning";
        return $"{place}: {kind} {Code}: {Found}; expected {Expected}{(Hint.Length > 0 ? $"; {Hint}" : "")}";
    }
}
