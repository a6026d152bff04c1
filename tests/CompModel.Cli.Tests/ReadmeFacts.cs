using System.Runtime.CompilerServices;
using CompModel.Cli;

namespace CompModel.Tests;

/// <summary>What README.md shows is what the repository prints.</summary>
public class ReadmeFacts
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));
    private static readonly string Readme = File.ReadAllText(Path.Combine(Root, "README.md"));
    private static readonly string Sample = Path.Combine(Root, "samples", "enterprise-account-manager");

    [Fact]
    public void The_library_example_is_the_quick_start_program()
    {
        string program = File.ReadAllText(Path.Combine(Root, "samples", "quick-start.cs"));
        string example = program[(program.IndexOf("using CompModel;\n", StringComparison.Ordinal) + "using CompModel;\n".Length)..].Trim();
        Assert.Contains("```csharp\n" + example + "\n```", Readme);
    }

    [Fact]
    public void The_cost_summary_is_what_the_main_command_prints()
    {
        string[] lines = Printed("simulate", Sample);
        int from = Array.FindIndex(lines, line => line.StartsWith("Cost of 2026", StringComparison.Ordinal));
        int to = Array.FindIndex(lines, line => line.Contains("Average of the dearest", StringComparison.Ordinal));
        Assert.Contains("```\n" + string.Join('\n', lines[from..(to + 1)]) + "\n```", Readme);
    }

    [Fact]
    public void The_statement_is_what_the_command_above_it_prints()
    {
        string statement = string.Join('\n', Printed("statement", Sample, "--through", "2026-12-31", "--participant", "R12")).Trim();
        Assert.Contains("```\n" + statement + "\n```", Readme);
    }

    [Theory]
    [InlineData("--period", "2026-Q2", "--participant", "A1")]
    [InlineData("--through", "2026-12-31")]
    public void What_the_sample_of_payment_terms_shows_is_what_it_prints(params string[] options)
    {
        string folder = Path.Combine(Root, "samples", "payment-terms"), page = File.ReadAllText(Path.Combine(folder, "README.md"));
        Assert.Contains("```\n" + string.Join('\n', Printed(["statement", folder, .. options])).Trim() + "\n```", page);
        Assert.Contains($"-- statement samples/payment-terms {string.Join(' ', options)}\n", page);
    }

    [Fact]
    public void What_the_sample_of_hires_and_leavers_shows_is_what_it_prints()
    {
        string folder = Path.Combine(Root, "samples", "hires-and-leavers"), page = File.ReadAllText(Path.Combine(folder, "README.md"));
        string[] lines = Printed("simulate", folder, "--trials", "20000");
        int from = Array.FindIndex(lines, line => line.StartsWith("With hires and leavers: ", StringComparison.Ordinal));
        int to = Array.FindIndex(lines, from, line => line.StartsWith("  Difference ", StringComparison.Ordinal));
        Assert.Contains("```\n" + string.Join('\n', lines[from..(to + 1)]) + "\n```", page);
        Assert.Contains("-- simulate samples/hires-and-leavers --trials 20000\n", page);
    }

    [Theory]
    [InlineData("samples/equity-grants/README.md", "RSU-105 of ", "RSU-107 of ")]
    [InlineData("samples/equity-grants/README.md", "All grants", null)]
    [InlineData("docs/vesting.md", "RSU-101 of ", "RSU-103 of ")]
    public void What_pages_show_of_grants_is_what_the_command_prints(string page, string first, string? next)
    {
        string[] lines = Printed("vest", Path.Combine(Root, "samples", "equity-grants"), "--as-of", "2026-06-30", "--price", "42.50", "--currency", "USD");
        int from = Array.FindIndex(lines, line => line.StartsWith(first, StringComparison.Ordinal));
        int to = next is null ? lines.Length : Array.FindIndex(lines, line => line.StartsWith(next, StringComparison.Ordinal));
        Assert.Contains("```\n" + string.Join('\n', lines[from..to]).Trim() + "\n```", File.ReadAllText(Path.Combine(Root, page)));
    }

    [Fact]
    public void The_tables_of_the_page_on_vesting_are_read_as_they_stand()
    {
        string[] tables = [.. File.ReadAllText(Path.Combine(Root, "docs", "vesting.md")).Split("```csv\n")[1..].Select(part => part.Split("```")[0])];
        string folder = Directory.CreateTempSubdirectory("compmodel-vesting-").FullName;
        File.WriteAllText(Path.Combine(folder, "grants.csv"), tables[0]);
        File.WriteAllText(Path.Combine(folder, "grant-events.csv"), tables[1]);
        Assert.NotEmpty(Printed("vest", folder, "--as-of", "2027-12-31"));
    }

    [Fact]
    public void The_outlook_of_the_sample_is_what_the_command_above_it_prints()
    {
        string page = File.ReadAllText(Path.Combine(Sample, "README.md"));
        string[] lines = Printed("simulate", Sample, "--through", "2026-06-30");
        int from = Array.FindIndex(lines, line => line.StartsWith("Outlook of 2026", StringComparison.Ordinal));
        int to = Array.FindIndex(lines, from, line => line.StartsWith("  Total cash compensation", StringComparison.Ordinal));
        Assert.Contains("-- simulate samples/enterprise-account-manager --through 2026-06-30\n```\n\n```\n" + string.Join('\n', lines[from..(to + 1)]) + "\n```", page);
    }

    [Fact]
    public void What_the_sample_of_offers_shows_is_what_it_prints()
    {
        string folder = Path.Combine(Root, "samples", "offer"), page = File.ReadAllText(Path.Combine(folder, "README.md"));
        string[] one = Printed("offer", Path.Combine(folder, "offer.yaml")), both = Printed("offer", Path.Combine(folder, "offer.yaml"), Path.Combine(folder, "counter-offer.yaml"));
        string pay = Between(one, "Pay by year", "  Total pay");
        Assert.Contains(pay, page);
        Assert.Contains("-- offer samples/offer/offer.yaml\n```\n\n" + pay, Readme);
        Assert.Contains(Between(one, "Low, expected and high", "  In all, present value"), page);
        Assert.Contains(Between(one, "Cost to the employer", "  Beside it"), page);
        Assert.Contains(Between(one, "Sign-on bonus owed back", "  2028-03-31"), page);
        Assert.Contains("-- offer samples/offer/offer.yaml samples/offer/counter-offer.yaml\n```\n\n" + Between(both, "Meridian and Northlight, low", "  Expected, present value"), page);

        static string Between(string[] lines, string first, string last)
        {
            int from = Array.FindIndex(lines, line => line.StartsWith(first, StringComparison.Ordinal));
            int to = Array.FindIndex(lines, from, line => line.StartsWith(last, StringComparison.Ordinal));
            return "```\n" + string.Join('\n', lines[from..(to + 1)]) + "\n```";
        }
    }

    [Fact]
    public void Every_link_of_the_README_leads_to_a_file() =>
        Assert.All(
            System.Text.RegularExpressions.Regex.Matches(Readme, @"\]\(([^)]+)\)").Select(link => link.Groups[1].Value),
            link => Assert.True(Path.Exists(Path.Combine(Root, link)), $"README.md links to {link}, which is not there."));

    // Lines without the blanks that tables leave at their ends.
    private static string[] Printed(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(0, Tool.Run(arguments, output, error));
        return [.. output.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())];
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
