using System.Text;
using System.Text.RegularExpressions;
using CompModel.Files;

namespace CompModel.Tests;

/// <summary>What docs/assumptions.yaml.md shows is what the reader takes.</summary>
public sealed partial class ModelDocumentFacts
{
    private static readonly string Document = File.ReadAllText(Path.Combine(TestFolder.Repository, "docs", "assumptions.yaml.md")).ReplaceLineEndings("\n");

    public static TheoryData<int, string> Files
    {
        get
        {
            var files = new TheoryData<int, string>();
            foreach (Match block in Block().Matches(Document))
            {
                int line = Document[..block.Index].Count(c => c == '\n') + 2;
                if (block.Groups[1].Value == "")
                    files.Add(line, block.Groups[2].Value);
                else if (block.Groups[1].Value == "model")
                    foreach (string model in block.Groups[2].Value.TrimEnd('\n').Split('\n'))
                        files.Add(line++, $"company_plan: 2500000\nattainment:\n  {model}\n");
            }
            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_example_builds_its_assumptions(int line, string text)
    {
        Assumptions? assumptions = Read(text, out DiagnosticLog log);
        Assert.Empty(log.Diagnostics);
        Assert.True(assumptions!.Models.Count > 0, $"docs/assumptions.yaml.md({line})");
        Assert.All(assumptions.Models, model => Assert.InRange(model.Model.ShareAtQuota, 0.01, 0.99));
    }

    [Theory]
    [InlineData("unknown: 1\n")]
    [InlineData("attainment: { bookings: { unknown: 1 } }\n")]
    [InlineData("attainment: { bookings: { family: mixture, groups: [{ unknown: 1 }] } }\n")]
    [InlineData("attainment: { bookings: { family: discrete, outcomes: [{ unknown: 1 }] } }\n")]
    public void Every_key_has_an_example(string text)
    {
        Read(text, out DiagnosticLog log);
        string[] keys = log.Diagnostics.First(diagnostic => diagnostic.Code == DiagnosticCode.KeyUnknown).Expected.Replace("keys among ", "", StringComparison.Ordinal).Split(", ");
        Assert.True(keys.Length > 1);
        string examples = string.Concat(Block().Matches(Document).Select(block => block.Groups[2].Value));
        Assert.All(keys, key => Assert.Matches($@"(?<![\w]){key}:", examples));
    }

    [Fact]
    public void Every_family_has_an_example()
    {
        Read("attainment: { bookings: { family: gaussian } }\n", out DiagnosticLog log);
        string[] families = log.Diagnostics.Single(diagnostic => diagnostic.Code == DiagnosticCode.Value).Expected.Split(" or ");
        Assert.Equal(9, families.Length);
        Assert.All(families, family => Assert.Contains($"family: {family},", Document, StringComparison.Ordinal));
    }

    [Fact]
    public void Mutilated_examples_never_throw()
    {
        string[] pieces = ["", ":", "[", "}", "%", "-", "0", "x"];
        int refused = 0, read = 0;
        foreach (object[] file in Files)
        {
            string text = (string)file[1];
            for (int i = 0; i < text.Length; i += 3)
            {
                Read(text[..i] + pieces[read++ % pieces.Length] + text[(i + 1)..], out DiagnosticLog log);
                refused += log.HasErrors ? 1 : 0;
            }
        }
        // Both must happen, or the test tests nothing.
        Assert.InRange(refused, read / 10, read * 9 / 10);
    }

    private static Assumptions? Read(string text, out DiagnosticLog log)
    {
        PlanFile plans = Written.Read(Written.File("{ measure: bookings, weight: 100 %, pays: annual, curve: linear }"), out _)!;
        log = new();
        return SourceText.Decode("assumptions.yaml", Encoding.UTF8.GetBytes(text), log) is { } source ? AssumptionsFile.Read(source, plans, [])?.For(null, []) : null;
    }

    [GeneratedRegex(@"^```yaml ?(\w*)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
