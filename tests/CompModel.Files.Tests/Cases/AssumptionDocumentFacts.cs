using System.Text.RegularExpressions;
using CompModel.Files;

namespace CompModel.Tests;

/// <summary>What docs/assumptions.yaml.md shows is what the reader takes.</summary>
public sealed partial class AssumptionDocumentFacts
{
    private const string Models = """
        attainment:
          bookings: { family: lognormal, mean: 95 %, cv: 0.35 }
          adoption: { family: normal, mean: 1, sd: 15 %, below_zero: floored }

        """;

    private static readonly string Document = File.ReadAllText(Path.Combine(TestFolder.Repository, "docs", "assumptions.yaml.md")).ReplaceLineEndings("\n");

    public static TheoryData<int, string, string> Examples
    {
        get
        {
            var examples = new TheoryData<int, string, string>();
            // Single models are read elsewhere.
            foreach (Match block in Block().Matches(Document).Where(block => block.Groups[1].Value != "model"))
                examples.Add(Document[..block.Index].Count(c => c == '\n') + 1, block.Groups[1].Value, block.Groups[2].Value);
            return examples;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_is_read(int line, string kind, string text)
    {
        using TestFolder folder = GroupedFolder.With(kind switch
        {
            "" => text,
            "part" => Models + text,
            _ => throw new ArgumentException($"docs/assumptions.yaml.md({line}): an example is a file or 'yaml part', not 'yaml {kind}'.", nameof(kind)),
        });

        Case read = folder.Read();

        Assert.Empty(read.Warnings);
        Assert.Equal(2, read.Assumptions!.Models.Count);
    }

    [Fact]
    public void Every_key_is_shown()
    {
        string[] keys = [.. GroupReader.Keys, .. DependenceReader.Keys, "company_plan", "incentive_budget", "seasonality", "attainment", "correlation"];
        Assert.All(keys, key => Assert.Contains(Examples, example => Regex.IsMatch((string)((object[])example)[2], $"(?m)^{key}:")));
    }

    [GeneratedRegex("```yaml ?([a-z]*)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
