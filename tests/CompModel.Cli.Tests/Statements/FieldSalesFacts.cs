using CompModel.Files;

namespace CompModel.Tests;

/// <summary>The sample whose plans use most of what plan.yaml can say.</summary>
public sealed class FieldSalesFacts
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(SampleFolder.Original)!, "field-sales-emea");
    private static readonly Case Sample = CaseFolder.Read(Folder);

    [Fact]
    public void The_statement_in_its_README_is_what_the_command_above_it_prints()
    {
        string printed = Ran.Tool("statement", Folder, "--through", "2026-12-31", "--participant", "E2").Clean();

        Assert.Contains("```\n" + printed.Trim() + "\n```", File.ReadAllText(Path.Combine(Folder, "README.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void It_reads_without_a_warning() => Assert.Empty(Sample.Warnings);

    [Theory]
    [InlineData("2026-03-31")]
    [InlineData("2026-06-30")]
    [InlineData("2026-08-15")]
    [InlineData("2026-12-31")]
    public void Every_line_of_every_statement_recomputes_and_lines_add_up(string day)
    {
        IReadOnlyList<Credit> credits = Sample.SalesForce.Hierarchy.RollUp(Sample.Credits);
        foreach (Participant participant in Sample.Participants)
        {
            Statement statement = participant.StatementThrough(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value, Sample.Year, credits);
            var results = statement.Components.Select(component => (component.Lines, component.Earned)).Concat(statement.PlanResults.Select(result => (result.Lines, result.Earned))).ToList();

            Assert.All(results.SelectMany(result => result.Lines), line => Assert.Equal(line.Base.Value * line.Rate, line.Amount.Value));
            Assert.All(results, result => Assert.Equal(result.Earned.Value, result.Lines.Aggregate(Rational.Zero, (sum, line) => sum + line.Amount.Value)));
            Assert.Equal(statement.Earned.Value, results.Sum(result => result.Earned.Value));
        }
    }

    // By hand: 2,600,000 at 42,500 ÷ 2,600,000, then 370,200 at half as much again; 150 % of 21,250; 6 of 6 logos; 5,737.50 + 0.75 × 7,012.50; 1.5 % of 451,200, at most 6,000;
    // and 4 % on top of the sum of it all.
    [Fact]
    public void Claire_Dubois_earned_what_a_calculator_says()
    {
        decimal before = Math.Round(42_500m + (370_200m * 1.5m * 42_500m / 2_600_000m), 2) + 31_875m + 8_500m + 5_737.50m + 5_259.38m + 6_000m;

        Statement statement = Sample.Participants.Single(participant => participant.Id == "E2").StatementThrough(new(2026, 12, 31), Sample.Year, Sample.SalesForce.Hierarchy.RollUp(Sample.Credits));

        Assert.Equal(Math.Round(before * 1.04m, 2), statement.Earned.Value);
    }

    [Fact]
    public void The_table_of_all_has_a_column_for_what_the_plan_as_a_whole_adds()
    {
        string table = Ran.Tool("statement", Folder, "--through", "2026-12-31").Clean();

        string[] claire = table.Split('\n').Single(line => line.TrimStart().StartsWith("E2 ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["E2", "51,577.02", "31,875.00", "8,500.00", "10,996.88", "6,000.00", "4,357.96", "113,306.86"], claire);
        Assert.Contains("as a", table.Split('━')[0], StringComparison.Ordinal);
        Assert.DoesNotContain("as a", Ran.Tool("statement", SampleFolder.Original, "--through", "2026-12-31").Clean().Split('━')[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_simulation_says_what_it_does_not_carry()
    {
        string folder = Directory.CreateTempSubdirectory("compmodel-cli-").FullName;
        try
        {
            foreach (string file in Directory.EnumerateFiles(Folder))
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            const string Model = "{ family: lognormal, mean: 95 %, cv: 0.3 }";
            File.WriteAllText(Path.Combine(folder, "assumptions.yaml"), $"attainment: {{ bookings: {Model}, margin: {Model}, logos: {Model}, csat: {Model}, account plans: {Model} }}\n");

            Ran refused = Ran.Tool("simulate", folder);

            Assert.Equal(2, refused.Code);
            Assert.Contains("has rules for single deals: state what deals are like", refused.Error, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_simulation_on_deals_says_so_under_the_tables_and_in_data()
    {
        const string Note = "Account Executive EMEA 2026 rates single deals: its pay (4 people) is that of statements on simulated deals.";

        Assert.Contains(Note, Ran.Tool("simulate", Folder, "--trials", "40").Clean(), StringComparison.Ordinal);
        using var json = System.Text.Json.JsonDocument.Parse(Ran.Tool("simulate", Folder, "--trials", "40", "--json").Clean());
        Assert.Contains(Note, json.RootElement.GetProperty("notes").EnumerateArray().Select(note => note.GetString()));
        Assert.DoesNotContain("notes", Ran.Tool("simulate", SampleFolder.Original, "--trials", "40", "--json").Clean(), StringComparison.Ordinal);
    }
}
