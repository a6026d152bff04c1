namespace CompModel.Tests;

/// <summary><c>--landing 90%</c>: one landing line by line.</summary>
public class LandingOptionFacts
{
    [Fact]
    public void A_landing_is_told_line_by_line_and_adds_up()
    {
        Ran ran = Ran.Tool("simulate", SampleFolder.Original, "--trials", "5000", "--landing", "90%");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        string table = ran.Output[ran.Output.IndexOf("If the company lands at 90.0 % of plan, in thousands of USD", StringComparison.Ordinal)..];
        double[] lines = [.. table.Split('\n').Where(line => line.StartsWith("  Incentive: ", StringComparison.Ordinal)).Select(Landed)];
        Assert.Equal(Landed(table.Split('\n').First(line => line.StartsWith("  Total incentive", StringComparison.Ordinal))), lines.Sum());
    }

    [Fact]
    public void A_landing_that_is_no_row_of_the_table_joins_those_of_the_json()
    {
        Ran ran = Ran.Tool("simulate", SampleFolder.Original, "--trials", "5000", "--landing", "87.5 %", "--json");
        Assert.Equal(0, ran.Code);
        Assert.Contains("\"landing\": 0.875", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.9")]
    [InlineData("-5%")]
    [InlineData("ninety")]
    [InlineData("1001%")]
    public void A_landing_is_a_percentage_with_its_sign(string text)
    {
        Ran ran = Ran.Tool("simulate", SampleFolder.Original, "--landing", text);
        Assert.Equal((2, ""), (ran.Code, ran.Output));
        Assert.Contains("such as 90%", ran.Error, StringComparison.Ordinal);
    }

    private static double Landed(string row) => double.Parse(row.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^2].Replace('−', '-'), System.Globalization.NumberStyles.Any, System.Globalization.CultureInfo.InvariantCulture);
}
