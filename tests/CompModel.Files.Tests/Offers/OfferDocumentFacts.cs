using System.Text.RegularExpressions;
using CompModel.Files;

namespace CompModel.Tests;

/// <summary>What docs/offer.yaml.md shows is what the reader takes.</summary>
public sealed partial class OfferDocumentFacts
{
    private static readonly string Document = File.ReadAllText(Path.Combine(TestFolder.Repository, "docs", "offer.yaml.md")).ReplaceLineEndings("\n");

    public static TheoryData<int, string, string> Examples => DocumentExamples.In(Document, Block());

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_is_an_offer(int line, string kind, string text)
    {
        OfferCase read = WrittenOffer.Read(kind switch
        {
            "" => text,
            "part" => WrittenOffer.With(text),
            _ => throw new ArgumentException($"docs/offer.yaml.md({line}): an example is a file or 'yaml part', not 'yaml {kind}'.", nameof(kind)),
        });

        Assert.Equal(4, read.Years.Count);
        Assert.True(read.Offer.Project(read.Years).InAll.Total.Value.Sign > 0);
    }

    [Fact]
    public void Mutilated_examples_never_throw()
    {
        string[] pieces = ["", ":", "[", "}", "%", "-", "0", "x"];
        int refused = 0, read = 0;
        foreach (Match block in Block().Matches(Document))
        {
            string text = block.Groups[1].Value == "" ? block.Groups[2].Value : WrittenOffer.With(block.Groups[2].Value);
            for (int i = 0; i < text.Length; i += 7)
            {
                WrittenOffer.TryRead(text[..i] + pieces[read++ % pieces.Length] + text[(i + 1)..], out DiagnosticLog log);
                refused += log.HasErrors ? 1 : 0;
            }
        }
        // Both must happen, or the test tests nothing.
        Assert.InRange(refused, read / 10, read * 9 / 10);
    }

    // What a mapping may say is what its reader answers to a key that it does not know.
    [Theory]
    [InlineData("unknown: 1")]
    [InlineData("quotas: { bookings: [{ unknown: 1 }] }")]
    [InlineData("raises: [{ unknown: 1 }]")]
    [InlineData("sign_on: { unknown: 1 }")]
    [InlineData("sign_on: { installments: [{ unknown: 1 }] }")]
    [InlineData("sign_on: { repayment: { unknown: 1 } }")]
    [InlineData("share_price: { unknown: 1 }")]
    [InlineData("grants: [{ unknown: 1 }]")]
    [InlineData("refreshers: [{ unknown: 1 }]")]
    [InlineData("retirement: { unknown: 1 }")]
    [InlineData("retirement: { match: [{ unknown: 1 }] }")]
    [InlineData("retirement: { limits: [{ unknown: 1 }] }")]
    [InlineData("benefits: [{ unknown: 1 }]")]
    [InlineData("employer_taxes: [{ unknown: 1 }]")]
    [InlineData("employer_taxes: [{ brackets: [{ unknown: 1 }] }]")]
    [InlineData("expense: { unknown: 1 }")]
    [InlineData("assumptions: { unknown: 1 }")]
    public void Every_key_has_an_example(string lines)
    {
        WrittenOffer.TryRead(WrittenOffer.With(lines), out DiagnosticLog log);
        Diagnostic unknown = log.Diagnostics.First(diagnostic => diagnostic.Code == DiagnosticCode.KeyUnknown);
        string[] keys = unknown.Expected.Replace("keys among ", "", StringComparison.Ordinal).Split(", ");
        Assert.True(keys.Length > 1);

        string examples = string.Concat(Block().Matches(Document).Select(block => block.Groups[2].Value));
        Assert.All(keys, key => Assert.Matches($@"(?<![\w]){key}:", examples));
    }

    [GeneratedRegex(@"^```yaml ?(\w*)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
