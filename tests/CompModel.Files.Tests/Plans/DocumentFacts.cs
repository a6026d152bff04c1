using System.Globalization;
using System.Text.RegularExpressions;
using CompModel.Files;

namespace CompModel.Tests;

/// <summary>What docs/plan.yaml.md shows is what the reader takes.</summary>
public sealed partial class DocumentFacts
{
    private const string File = """
        year: 2026
        currency: EUR
        measures: { margin: money, logos: units, csat: score }
        plans:
          - id: ae
            base: 90000
            target_incentive: 80000

        """;

    private static readonly string Document = System.IO.File.ReadAllText(Path.Combine(TestFolder.Repository, "docs", "plan.yaml.md")).ReplaceLineEndings("\n");

    public static TheoryData<int, string, string> Examples => DocumentExamples.In(Document, Block());

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_builds_its_plan(int line, string kind, string text)
    {
        PlanFile? file = Written.Read(kind switch
        {
            "" => text,
            "plan" => File + Indented(text, 4) + "    components: [{ measure: bookings, weight: 100 %, pays: annual, curve: linear }]\n",
            "component" => File + "    components:\n" + Indented(text, 6) + Rest(text),
            _ => throw new ArgumentException($"docs/plan.yaml.md({line}): an example is a file, 'yaml plan' or 'yaml component', not 'yaml {kind}'.", nameof(kind)),
        }, out DiagnosticLog log);

        Assert.Empty(log.Diagnostics);
        Assert.NotEmpty(file!.Plans);
        Assert.All(file.Plans.Values, plan => Assert.NotEmpty(plan.Components));
    }

    [Fact]
    public void Mutilated_examples_never_throw()
    {
        string[] pieces = ["", ":", "[", "}", "%", "-", "0", "x"];
        int refused = 0, read = 0;
        foreach (Match block in Block().Matches(Document).Where(block => block.Groups[1].Value == "component"))
        {
            string text = File + "    components:\n" + Indented(block.Groups[2].Value, 6) + Rest(block.Groups[2].Value);
            for (int i = File.Length; i < text.Length; i += 2)
            {
                Written.Read(text[..i] + pieces[read++ % pieces.Length] + text[(i + 1)..], out DiagnosticLog log);
                refused += log.HasErrors ? 1 : 0;
            }
        }
        // Both must happen, or the test tests nothing.
        Assert.InRange(refused, read / 10, read * 9 / 10);
    }

    // What a mapping may say is what its reader answers to a key that it does not know.
    [Theory]
    [InlineData("unknown: 1\n")]
    [InlineData(File + "    unknown: 1\n")]
    [InlineData(File + "    rounding: { unknown: 1 }\n")]
    [InlineData(File + "    limits: { unknown: 1 }\n")]
    [InlineData(File + "    multipliers: [{ unknown: 1 }]\n")]
    [InlineData(File + "    components: [{ unknown: 1 }]\n")]
    [InlineData(File + "    components: [{ curve: { unknown: 1 } }]\n")]
    [InlineData(File + "    components: [{ commission: { unknown: 1 } }]\n")]
    [InlineData(File + "    components: [{ matrix: { unknown: 1 } }]\n")]
    [InlineData(File + "    components: [{ only_if: { unknown: 1 } }]\n")]
    [InlineData(File + "    components: [{ only_if: { otherwise: { unknown: 1 } } }]\n")]
    [InlineData(File + "    components: [{ deals: { unknown: 1 } }]\n")]
    [InlineData(File + "    components: [{ deals: { weights: { position: 1, unknown: 1 } } }]\n")]
    [InlineData(File + "    components: [{ deals: { weights: { by: product, unknown: 1 } } }]\n")]
    [InlineData(File + "    components: [{ deals: { kickers: { unknown: 1 } } }]\n")]
    public void Every_key_has_an_example(string text)
    {
        Written.Read(text, out DiagnosticLog log);
        Diagnostic unknown = log.Diagnostics.First(diagnostic => diagnostic.Code == DiagnosticCode.KeyUnknown);
        string[] keys = unknown.Expected.Replace("keys among ", "", StringComparison.Ordinal).Split(", ");
        Assert.True(keys.Length > 1);

        string examples = string.Concat(Block().Matches(Document).Select(block => block.Groups[2].Value));
        Assert.All(keys, key => Assert.Matches($@"(?<![\w]){key}:", examples));
    }

    // Examples of some weight leave the rest of the target incentive to another component.
    private static string Rest(string text)
    {
        int weights = Weight().Matches(text).Sum(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
        return weights is 0 or 100 ? "" : string.Create(CultureInfo.InvariantCulture, $"      - {{ name: the rest, measure: bookings, weight: {100 - weights} %, pays: annual, curve: linear }}\n");
    }

    private static string Indented(string text, int blanks) => string.Concat(text.TrimEnd('\n').Split('\n').Select(line => new string(' ', blanks) + line + "\n"));

    [GeneratedRegex(@"^```yaml ?(\w*)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\bweight: (\d+) %")]
    private static partial Regex Weight();
}
