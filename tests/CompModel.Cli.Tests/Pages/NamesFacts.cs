using System.Net;

namespace CompModel.Tests;

/// <summary>Names are personal data, printed where they are asked for; and they are data, whatever they look like.</summary>
public sealed class NamesFacts
{
    private static readonly string[][] Roster = [.. File.ReadAllLines(Path.Combine(SampleFolder.Original, "roster.csv")).Skip(1).Select(line => line.Split(','))];

    // Names, and what is in front of the @ of an address.
    private static readonly string[] Names = [.. Roster.Select(fields => fields[1]), .. Roster.Select(fields => fields[2].Split('@')[0])];

    public static TheoryData<string> Odd => new()
    {
        "<script>alert(1)</script>",
        "[red]Ann[/]",
        "[/]",
        "[[link=file:///etc/passwd]]x",
        "Ann :bomb: O'Neil",
        "Ann \"The\" O'Neil & Sons",
        "=cmd|' /C calc'!A0",
        "</td></tr></table>",
        "{0} {name} %s $&",
        "&lt;b&gt;",
        "محمد 王小明 🦊",
        "A name that is a good deal longer than any column of any table has a right to be, and then some",
    };

    [Theory]
    [InlineData("company")]
    [InlineData("team")]
    public void Nobody_is_named_unless_asked_for(string detail)
    {
        (string console, string json, string html) = Outputs(SampleFolder.Original, detail);
        foreach (string name in Names)
        {
            foreach (string text in (string[])[console, json, html, WebUtility.HtmlDecode(html)])
                Assert.DoesNotContain(name, text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Everybody_is_named_when_asked_for_and_addresses_never()
    {
        (string console, string json, string html) = Outputs(SampleFolder.Original, "participant");
        foreach (string[] fields in Roster)
        {
            Assert.Contains($"{fields[0]} {fields[1]}", console, StringComparison.Ordinal);
            Assert.Contains($"\"name\": \"{fields[1]}\"", json, StringComparison.Ordinal);
            Assert.Contains($"{fields[0]} {fields[1]}", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
            foreach (string text in (string[])[console, json, html])
                Assert.DoesNotContain(fields[2], text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_table_of_statements_names_nobody()
    {
        string table = Ran.Tool("statement", SampleFolder.Original, "--through", "2026-09-30").Clean();
        Assert.All(Names, name => Assert.DoesNotContain(name, table, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(5, "2019-13-45")]
    [InlineData(7, "usd")]
    [InlineData(8, "19o000")]
    [InlineData(10, "0")]
    [InlineData(11, "nobody's")]
    public void A_refusal_of_everybodys_row_names_nobody(int column, string bad)
    {
        using var folder = new SampleFolder();
        folder.ChangeLines("roster.csv", line =>
        {
            string[] fields = line.Split(',');
            fields[column] = fields[0] == "id" ? fields[column] : bad;
            return string.Join(',', fields);
        });
        Ran ran = Ran.Tool("simulate", folder.Path, "--detail", "participant");
        Assert.Equal(2, ran.Code);
        Assert.True(ran.Complaints.Length >= Roster.Length);
        Assert.All(Names, name => Assert.DoesNotContain(name, ran.Error, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public void A_name_is_printed_as_it_is_and_means_nothing(string name)
    {
        using var folder = new SampleFolder();
        folder.Change("roster.csv", "Ana Petrović", $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        (string console, string json, string html) = Outputs(folder.Path, "participant");
        // A long name is broken over lines at blanks.
        Assert.Contains(name.Length > 60 ? $"R01 {name[..30]}" : $"R01 {name}", console, StringComparison.Ordinal);
        Assert.Equal(name, System.Text.Json.JsonDocument.Parse(json).RootElement.At("participants")[4].At("name").GetString());
        Assert.Contains($"<td>R01 {WebUtility.HtmlEncode(name)}</td>", html, StringComparison.Ordinal);
        Assert.Contains($"R01 {name}", Html.Texts(Html.Parse(html)));
        Html.AssertHarmless(html);
        Assert.StartsWith($"{name} · ", Ran.Tool("statement", folder.Path, "--through", "2026-03-31", "--participant", "R01").Clean(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public void Names_of_plans_components_and_folders_are_data_as_well(string name)
    {
        using var folder = new SampleFolder();
        string quoted = $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";
        folder.Change("plan.yaml", "name: Regional Sales Manager 2026", $"name: {quoted}");
        folder.Change("plan.yaml", "      - measure: adoption ", $"      - name: {quoted}\n        measure: adoption ");
        if (!name.Contains('/', StringComparison.Ordinal))
            folder.Rename(name);
        (string console, string json, string html) = Outputs(folder.Path, "company");
        if (name.Length < 60)
        {
            Assert.Contains($"Incentive: {name}", console, StringComparison.Ordinal);
            Assert.Contains($"      {name} ", console, StringComparison.Ordinal);
        }
        Assert.Contains(name, System.Text.Json.JsonDocument.Parse(json).RootElement.At("lines").EnumerateArray().Select(line => line.At("plan").GetString()));
        Assert.Contains($"Incentive: {name}", Html.Texts(Html.Parse(html)));
        Html.AssertHarmless(html);
        Assert.Equal(0, Ran.Tool("statement", folder.Path, "--through", "2026-12-31").Code);
    }

    private static (string Console, string Json, string Html) Outputs(string folder, string detail)
    {
        string[] command = ["simulate", folder, "--trials", "100", "--detail", detail];
        return (Ran.Tool(command).Clean(), Ran.Tool([.. command, "--json"]).Clean(), Html.Of(command));
    }
}
