using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using CompModel.Files;

namespace CompModel.Tests;

/// <summary>The JSON of statements says what their text says, exactly.</summary>
public sealed partial class StatementJsonFacts
{
    public static TheoryData<string[]> Spans => [["--through", "2026-12-31"], ["--period", "2026-Q2"], ["--from", "2026-03-31", "--through", "2026-09-30"]];

    [Theory]
    [MemberData(nameof(Spans))]
    public void Text_and_JSON_have_the_same_totals_and_lines(string[] span)
    {
        using var folder = new PaidFolder();
        foreach (string id in (string[])["A1", "A2", "A3"])
        {
            (string text, JsonElement json) = Written(folder, [.. span, "--participant", id]);
            JsonElement person = Assert.Single(json.At("participants").EnumerateArray());
            Assert.Equal(id, person.At("id").GetString());
            Assert.Equal(Amount(text, "Incentive earned"), Exact(person.At("totals.earned")));
            Assert.Equal(Amount(text, "Incentive earned and corrected") ?? Amount(text, "Incentive earned"), Exact(person.At("totals.total")));
            Assert.Equal(Amount(text, "Base salary of the span"), Exact(person.At("salary")));
            string[] blocks = [.. text.Split("\n\n").Where(block => block.Contains("\n  earned ", StringComparison.Ordinal))];
            JsonElement[] components = [.. person.At("components").EnumerateArray()];
            Assert.Equal(blocks.Length, components.Length);
            foreach ((string block, JsonElement component) in blocks.Zip(components))
            {
                string[] lines = [.. block.Split('\n').Where(line => line.EndsWith(" USD", StringComparison.Ordinal))];
                Assert.Equal(lines.Length - 1, component.At("lines").GetArrayLength());
                Assert.Equal(component.At("lines").EnumerateArray().Select(line => line.At("label").GetString()), lines[..^1].Select(line => line.Trim()[..Math.Max(0, line.Trim().IndexOf("  ", StringComparison.Ordinal))]));
                Assert.Equal(Amount(block, "earned"), Exact(component.At("earned")));
            }
            Payments(text, person);
        }
    }

    [Theory]
    [MemberData(nameof(Spans))]
    public void Each_line_recomputes_and_every_total_is_a_sum_of_lines(string[] span)
    {
        using var folder = new PaidFolder();
        (_, JsonElement json) = Written(folder, span);
        int lines = 0;
        foreach (JsonElement person in json.At("participants").EnumerateArray())
        {
            foreach (JsonElement component in person.At("components").EnumerateArray())
            {
                foreach (JsonElement line in component.At("lines").EnumerateArray())
                {
                    Assert.Equal(Exact(line.At("amount")), Exact(line.At("base")) * Exact(line.At("rate")));
                    lines++;
                }
                Assert.Equal(Exact(component.At("earned")), Sum(component.At("lines"), "amount"));
                foreach (JsonElement credit in component.At("credits").EnumerateArray())
                    Assert.Equal(Exact(credit.At("amount")), Exact(credit.At("dealAmount")) * Exact(credit.At("share")));
            }
            Assert.Equal(Exact(person.At("totals.earned")), Sum(person.At("components"), "earned"));
            Assert.Equal(Exact(person.At("totals.corrections")), Sum(person.At("corrections"), "amount"));
            Assert.Equal(Exact(person.At("totals.total")), Exact(person.At("totals.earned")) + Exact(person.At("totals.corrections")));
            if (!person.TryGetProperty("payments", out JsonElement payments))
                continue;
            Assert.Equal(Exact(person.At("totals.paid")), Sum(payments, "paid"));
            foreach (JsonElement payment in payments.EnumerateArray())
            {
                Assert.Equal(Exact(payment.At("paid")), Sum(payment.At("entries"), "amount"));
                JsonElement balances = payment.At("closing");
                Assert.Equal(
                    Exact(balances.At("accrued")),
                    Exact(balances.At("waiting")) + Exact(balances.At("held")) + Exact(balances.At("paidLater")) - Exact(balances.At("drawOwed")) - Exact(balances.At("carried")));
            }
        }
        Assert.True(lines > 3);
        Assert.All(new[] { "earned", "corrections", "total" }, name => Assert.Equal(
            Exact(json.At("totals." + name)), json.At("participants").EnumerateArray().Aggregate(Rational.Zero, (sum, person) => sum + Exact(person.At("totals." + name)))));
    }

    [Fact]
    public void A_number_without_end_is_a_fraction_and_every_other_is_a_number()
    {
        using var folder = new PaidFolder();
        (_, JsonElement json) = Written(folder, ["--period", "2026-Q1", "--participant", "A3"]);
        JsonElement credit = json.At("participants")[0].At("components")[0].At("credits")[0];
        Assert.Equal("\"1/3\" \"600001/3\" 600001", $"{credit.At("share").GetRawText()} {credit.At("amount").GetRawText()} {credit.At("dealAmount").GetRawText()}");
    }

    [Fact]
    public void The_header_names_tool_year_span_and_the_hash_of_every_file()
    {
        using var folder = new PaidFolder();
        (_, JsonElement json) = Written(folder, ["--from", "2026-03-31", "--through", "2026-06-30"]);
        Assert.Equal(("compmodel", Simulate.LibraryVersion, "2026", "USD"), (json.At("tool.name").GetString(), json.At("tool.version").GetString(), json.At("planYear").GetString(), json.At("currency").GetString()));
        Assert.Equal(("2026-04-01", "2026-06-30", "2026-03-31"), (json.At("span.firstDay").GetString(), json.At("span.lastDay").GetString(), json.At("span.changeFrom").GetString()));
        Assert.Equal(
            new[] { "plan.yaml", "roster.csv", "quotas.csv", "deals.csv", "results.csv", "adjustments.csv" }.Select(name => (name, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(folder.File(name)))))),
            json.At("files").EnumerateArray().Select(file => (file.At("name").GetString()!, file.At("sha256").GetString()!)));
    }

    [Fact]
    public void People_are_named_only_where_one_is_asked_for()
    {
        using var folder = new PaidFolder();
        Assert.DoesNotContain("Ann Lee", Written(folder, ["--through", "2026-06-30"]).Json.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("Ann Lee", Written(folder, ["--through", "2026-06-30", "--participant", "A1"]).Json.At("participants")[0].At("name").GetString());
    }

    [Fact]
    public void Entries_of_payments_name_the_cost_centre_where_there_is_one()
    {
        using var folder = new PaidFolder();
        string[] roster = [.. File.ReadAllText(folder.File("roster.csv")).TrimEnd('\n').Split('\n')];
        File.WriteAllText(folder.File("roster.csv"), string.Concat(roster.Select((row, i) => $"{row},{(i == 0 ? "cost_centre" : row.StartsWith("A1,", StringComparison.Ordinal) ? "CC-410" : "")}\n")));
        JsonElement[] people = [.. Written(folder, ["--through", "2026-12-31"]).Json.At("participants").EnumerateArray()];

        ILookup<string, string?> charged = people.Where(person => person.TryGetProperty("payments", out _))
            .SelectMany(person => person.At("payments").EnumerateArray().SelectMany(payment => payment.At("entries").EnumerateArray())
                .Select(entry => (Id: person.At("id").GetString()!, Charged: entry.TryGetProperty("costCentre", out JsonElement centre) ? centre.GetString() : null)))
            .ToLookup(entry => entry.Id, entry => entry.Charged);
        Assert.Equal(["CC-410"], charged["A1"].Distinct());
        Assert.Equal([null], charged["A2"].Distinct());
    }

    [Fact]
    public void The_same_case_gives_the_same_bytes_and_the_JSON_does_not_change_what_is_printed()
    {
        string[] command = ["statement", SampleFolder.Original, "--through", "2026-12-31"];
        string parent = Directory.CreateTempSubdirectory("compmodel-json-").FullName;
        try
        {
            string[] files = [Path.Combine(parent, "a.json"), Path.Combine(parent, "b.json")];
            string[] printed = [.. files.Select(file => Ran.ToolIn("de-DE", [.. command, "--json", file])).Select(ran => ran.Output)];
            Assert.Equal([Ran.Tool(command).Clean(), printed[0]], [printed[0], printed[1]]);
            Assert.Equal(File.ReadAllText(files[0]), File.ReadAllText(files[1]));
            using JsonDocument json = JsonDocument.Parse(File.ReadAllText(files[0]));
            Assert.False(json.RootElement.At("totals").TryGetProperty("paid", out _));
        }
        finally
        {
            Directory.Delete(parent, recursive: true);
        }
    }

    private static void Payments(string text, JsonElement person)
    {
        if (!person.TryGetProperty("payments", out JsonElement payments))
        {
            Assert.DoesNotContain("From earned to paid", text, StringComparison.Ordinal);
            return;
        }
        Assert.Contains(person.At("paymentTerms").GetString()!.Replace(" ", "", StringComparison.Ordinal), Blank().Replace(text, ""), StringComparison.Ordinal);
        JsonElement[] all = [.. payments.EnumerateArray()];
        Dictionary<string, string[]> explained = text.Split("\n\n").Where(block => block.StartsWith("Payment of ", StringComparison.Ordinal)).ToDictionary(
            block => Dates().Match(block).Value, block => block.Split('\n').Where(line => line.EndsWith(" USD", StringComparison.Ordinal)).ToArray());
        Assert.Equal(all.Count(payment => all.Length == 1 || payment.At("entries").GetArrayLength() > 1), explained.Count);
        foreach (JsonElement payment in all)
        {
            if (!explained.TryGetValue($"({payment.At("firstDay").GetString()} to {payment.At("lastDay").GetString()})", out string[]? lines))
                continue;
            Assert.Equal(lines.Length - 1, payment.At("entries").GetArrayLength());
            Assert.Equal(Amount(string.Join('\n', lines), "paid"), Exact(payment.At("paid")));
        }
        string accrued = text.Split('\n').Last(line => line.StartsWith("  accrued:", StringComparison.Ordinal));
        Assert.Equal(
            [.. Cents().Matches(accrued).Select(match => (Rational)decimal.Parse(match.Value, NumberStyles.Number, CultureInfo.InvariantCulture))],
            [Exact(all[0].At("opening.accrued")), Exact(all[^1].At("closing.accrued"))]);
    }

    private static (string Text, JsonElement Json) Written(PaidFolder folder, string[] options)
    {
        string file = folder.File("out.json");
        Ran ran = Ran.Tool(["statement", folder.Path, .. options, "--json", file]);
        Assert.Equal((0, "compmodel: wrote out.json\n"), (ran.Code, ran.Error));
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
        return (ran.Output, document.RootElement.Clone());
    }

    private static Rational? Amount(string text, string label) =>
        Regex.Match(text, $@"(?m)^ *{label} +(-?[0-9,.]+) USD$") is { Success: true } match ? decimal.Parse(match.Groups[1].Value, NumberStyles.Number, CultureInfo.InvariantCulture) : null;

    // Digit for digit: the JSON is not read as a binary number.
    private static Rational Exact(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number)
            return decimal.Parse(value.GetRawText(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        string[] parts = value.GetString()!.Split('/');
        return Rational.Of(BigInteger.Parse(parts[0], CultureInfo.InvariantCulture), BigInteger.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static Rational Sum(JsonElement list, string name) => list.EnumerateArray().Aggregate(Rational.Zero, (sum, item) => sum + Exact(item.At(name)));

    [GeneratedRegex(@"\s")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\([0-9-]{10} to [0-9-]{10}\)")]
    private static partial Regex Dates();

    [GeneratedRegex(@"-?[0-9,]+\.[0-9]{2}(?![0-9])")]
    private static partial Regex Cents();
}
