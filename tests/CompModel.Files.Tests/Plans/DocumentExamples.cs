using System.Text.RegularExpressions;

namespace CompModel.Tests;

/// <summary>The blocks of a page of docs/ that a test reads: the line each begins on, what kind it is, and its text.</summary>
internal static class DocumentExamples
{
    internal static TheoryData<int, string, string> In(string document, Regex block)
    {
        var examples = new TheoryData<int, string, string>();
        foreach (Match match in block.Matches(document))
            examples.Add(document[..match.Index].Count(c => c == '\n') + 1, match.Groups[1].Value, match.Groups[2].Value);
        return examples;
    }
}
