using System.Text.RegularExpressions;
using System.Xml.Linq;
using CompModel.Reports;

namespace CompModel.Tests;

public sealed partial class HtmlFacts
{
    private static readonly string[] Command = ["simulate", SampleFolder.Original, "--trials", "1500"];
    private static readonly Lazy<string> Page = new(() => Html.Of(Command));

    [Fact]
    public void The_page_is_well_formed_runs_nothing_and_fetches_nothing()
    {
        Html.AssertHarmless(Page.Value);
        Assert.DoesNotContain("<script", Page.Value, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Page.Value.Split("://").Length, Page.Value.Split("=\"http://www.w3.org/").Length);
    }

    [Fact]
    public void The_page_has_every_table_with_every_figure_of_the_console_and_both_drawings()
    {
        CostReport report = SimulatedCase.Report(SimulatedCase.Cases[0], 1500, 1);
        XElement page = Html.Parse(Page.Value);
        Assert.Equal(1 + report.Tables.Count, page.Descendants("table").Count());
        Assert.Equal(2, page.Descendants().Count(element => element.Name.LocalName == "svg"));
        foreach ((ReportTable table, XElement printed) in new[] { report.Summary }.Concat(report.Tables).Zip(page.Descendants("table")))
        {
            Assert.Contains(table.Title, page.Descendants("h2").Select(heading => heading.Value));
            Assert.Equal([table.Corner, .. table.Columns], printed.Descendants("th").Select(cell => cell.Value));
            Assert.Equal(
                table.Rows.Select(row => string.Join('|', [row.Label, .. row.Cells])),
                printed.Element("tbody")!.Elements("tr").Select(row => string.Join('|', row.Elements("td").Select(cell => cell.Value))));
            if (table.Note.Length > 0)
                Assert.Contains(table.Note, page.Descendants("p").Select(note => note.Value));
        }
        Assert.Equal(report.Manifest, page.Descendants("footer").Single().Value);
        Assert.StartsWith("1,500 trials, seed 1, stream 1, ", report.Manifest, StringComparison.Ordinal);
    }

    [Fact]
    public void The_console_has_every_table_and_the_manifest()
    {
        CostReport report = SimulatedCase.Report(SimulatedCase.Cases[0], 1500, 1);
        string console = Ran.Tool(Command).Clean();
        string[] lines = [.. console.Split('\n').Select(line => line.TrimEnd())];
        foreach (ReportTable table in (ReportTable[])[report.Summary, .. report.Tables])
        {
            Assert.Contains(table.Title, lines);
            foreach (ReportRow row in table.Rows)
            {
                string[] words = [row.Label, .. row.Cells.Where(cell => cell.Length > 0)];
                Assert.Contains(lines, line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SequenceEqual(words));
            }
        }
        Assert.Contains(report.Manifest, lines);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 180));
        Assert.DoesNotContain('\u001b', console);
    }

    [Fact]
    public void The_budget_of_the_command_is_the_budget_of_the_page()
    {
        string page = Html.Of([.. Command, "--budget", "incentive=7654321"]);
        Assert.Contains("<td>7,654</td>", page, StringComparison.Ordinal);
        Assert.Contains("budget 7,654<", page, StringComparison.Ordinal);
        Assert.DoesNotContain("8,100", page, StringComparison.Ordinal);
        Assert.Contains("<td>8,100</td>", Page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_budget_nothing_is_said_of_one()
    {
        using var folder = new SampleFolder();
        SimulatedCase.NoBudget(folder);
        foreach (string text in (string[])[Html.Of("simulate", folder.Path, "--trials", "1500"), Ran.Tool("simulate", folder.Path, "--trials", "1500").Clean()])
        {
            foreach (string words in (string[])["budget", "Reserve", "reserve", "difference"])
                Assert.DoesNotContain(words, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Without_a_company_plan_there_are_no_landings()
    {
        using var folder = new SampleFolder();
        SimulatedCase.Independent(folder);
        string page = Sound(folder, "1500").Page;
        Assert.DoesNotContain("company lands", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Company plan", page, StringComparison.Ordinal);
        Assert.Contains("participants are independent", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("R01")]
    // Ramping, hired in the year; leaving in the year; hired late in the year.
    [InlineData("R09")]
    [InlineData("R27")]
    [InlineData("R38")]
    [InlineData("M1", "R01")]
    [InlineData("M1", "R01", "M2", "R11")]
    // A manager whose team is gone.
    [InlineData("M1")]
    [InlineData("M1", "R11")]
    public void A_small_roster_makes_a_sound_report(params string[] ids)
    {
        using var folder = new SampleFolder();
        SimulatedCase.Only(folder, ids);
        Sound(folder, "1500");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("3")]
    public void A_few_trials_make_a_sound_report(string trials)
    {
        using var folder = new SampleFolder();
        Sound(folder, trials);
    }

    [Fact]
    public void One_trial_knows_no_simulation_error()
    {
        CostReport report = SimulatedCase.Report(SimulatedCase.Cases[0], 1, 1, Detail.Participant);
        foreach (ReportTable table in (ReportTable[])[report.Summary, .. report.Tables])
        {
            if (table.Columns.Contains("simulation error ±"))
                Assert.All(table.Rows.Where(row => row.Label != "Probability over budget"), row => Assert.True(table.Cell(row, "simulation error ±") is "" or "–", $"{row.Label}: {table.Cell(row, "simulation error ±")}"));
        }
    }

    [Fact]
    public void Nobody_with_a_target_incentive_makes_a_sound_report()
    {
        using var folder = new SampleFolder();
        folder.ChangeLines("roster.csv", line =>
        {
            string[] fields = line.Split(',');
            fields[9] = fields[0] == "id" ? fields[9] : "0";
            return string.Join(',', fields);
        });
        Sound(folder, "1500");
        Assert.Equal(0, Ran.Tool("statement", folder.Path, "--through", "2026-12-31").Code);
    }

    [Fact]
    public void Nobody_who_sells_bookings_makes_a_sound_report()
    {
        using var folder = new SampleFolder();
        SimulatedCase.Only(folder, "R01", "R02");
        folder.Change("plan.yaml", "      - measure: bookings\n        weight: 70 %", "      - measure: adoption\n        name: usage\n        weight: 70 %");
        Sound(folder, "1500");
    }

    [Fact]
    public void Nobody_employed_in_the_year_makes_a_sound_report()
    {
        using var folder = new SampleFolder();
        SimulatedCase.Only(folder, "R01");
        folder.Change("roster.csv", "2019-12-01,,", "2019-12-01,2025-11-30,");
        Sound(folder, "1500");
    }

    [Fact]
    public void A_report_takes_the_place_of_an_older_one_at_once()
    {
        using var folder = new SampleFolder();
        string page = Path.Combine(folder.Outside, "report.HTML");
        File.WriteAllText(page, "last month's");
        Ran ran = Ran.Tool("simulate", folder.Path, "--trials", "50", "--out", page);
        Assert.Equal((0, "compmodel: wrote report.HTML\n"), (ran.Code, ran.Error));
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(page), StringComparison.Ordinal);
        Assert.Equal([page], Directory.GetFiles(folder.Outside));
    }

    // Exit code 0 in every form, and no figure that is none.
    private static (string Console, string Page) Sound(SampleFolder folder, string trials)
    {
        string[] command = ["simulate", folder.Path, "--trials", trials, "--detail", "participant"];
        string page = Html.Of(command), console = Ran.Tool(command).Clean();
        _ = Json.Simulated(folder.Path, "--trials", trials, "--detail", "participant");
        Html.AssertHarmless(page);
        foreach (string text in (string[])[console, page])
        {
            foreach (string none in (string[])["NaN", "∞", "Infinity"])
                Assert.DoesNotContain(none, text, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(Html.Texts(Html.Parse(page)), text => NegativeZero().IsMatch(text));
        return (console, page);
    }

    [GeneratedRegex(@"\A[-−]0(\.0*)?( %)?\z")]
    private static partial Regex NegativeZero();
}
