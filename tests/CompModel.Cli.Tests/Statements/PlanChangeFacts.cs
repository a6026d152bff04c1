namespace CompModel.Tests;

public sealed class PlanChangeFacts
{
    private const string Changes = "participant_id,effective_from,plan,status\nR01,2026-05-16,am-ramp,ramp\n";

    [Fact]
    public void A_statement_shows_both_plans_and_the_table_has_a_column_for_each_ones_components()
    {
        using var folder = new SampleFolder();
        folder.Write("changes.csv", Changes);
        string one = Ran.Tool("statement", folder.Path, "--through", "2026-06-30", "--participant", "R01").Clean();
        Assert.Contains("Enterprise Account Manager 2026, from 2026-05-16 Enterprise Account Manager 2026, ramping", one, StringComparison.Ordinal);
        Assert.Contains("\nRamp from 2026-05-16\n", one, StringComparison.Ordinal);
        Assert.Contains("\nbookings, 2026-01-01 to 2026-05-15\n", one, StringComparison.Ordinal);
        Assert.Contains("\nbookings from 2026-05-16, 2026-05-16 to 2026-06-30\n", one, StringComparison.Ordinal);
        // The adoption of the first plan is settled where it ends, that of the second at the end of the year.
        Assert.Contains("\nadoption, 2026-01-01 to 2026-05-15\n", one, StringComparison.Ordinal);
        Assert.Contains("\nadoption from 2026-05-16: 19.5 credited since, to be settled at the end of 2026\n", one, StringComparison.Ordinal);
        string all = Ran.Tool("statement", folder.Path, "--through", "2026-06-30").Clean();
        // The second plan's adoption settles nothing before the end of the year, and has no column yet.
        Assert.Equal(1, all.Split("2026-05-16,").Length - 1);
        string row = all.Split('\n').Single(line => line.Contains(" R01 ", StringComparison.Ordinal));
        string incentive = one.Split('\n').Single(line => line.StartsWith("Incentive earned", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2];
        Assert.EndsWith(incentive, row.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_simulation_takes_a_plan_that_changes_within_the_year()
    {
        using var folder = new SampleFolder();
        folder.Write("changes.csv", Changes);
        Ran ran = Ran.Tool("simulate", folder.Path, "--trials", "100");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
    }
}
