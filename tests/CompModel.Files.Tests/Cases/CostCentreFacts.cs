using CompModel.Files;

namespace CompModel.Tests;

/// <summary>roster.csv, column cost_centre: what pay is charged to.</summary>
public sealed class CostCentreFacts
{
    private static readonly string Roster = TestFolder.Roster.Replace("quota,plan", "quota,plan,cost_centre", StringComparison.Ordinal)
        .Replace("1000000,ae\n", "1000000,ae,CC-410\n", StringComparison.Ordinal).Replace("2000000,ae\n", "2000000,ae,\n", StringComparison.Ordinal);

    [Fact]
    public void Pay_is_charged_to_the_cost_centre_of_the_row()
    {
        using var folder = new TestFolder();
        Case read = folder.Write("roster.csv", Roster).Write("deals.csv", TestFolder.Deals).Read();

        Assert.Equal(["CC-410", ""], read.Participants.Select(participant => participant.CostCentres.First));
        PeriodPayment[] paid = [.. read.Participants[0].Ledger(read.Year, read.InputsOf("R1")).Payments];
        Assert.Contains(paid, payment => payment.Entries.Count > 0);
        Assert.All(paid.SelectMany(payment => payment.Entries), entry => Assert.Equal("CC-410", entry.CostCentre));
    }

    [Theory]
    [InlineData("^ CC-410", "E_ID")]
    [InlineData("^ ", "E_ID")]
    [InlineData("CC^\u200B410", "E_CONTROL_CHAR")]
    public void A_cost_centre_is_an_id(string centre, string code)
    {
        var marked = new Marked(Marked.Changed(Roster, "CC-410", centre));
        using var folder = new TestFolder();

        Assert.Equal(marked.Expected(code), Marked.Places(folder.Write("roster.csv", marked.Text).Refused(), "roster.csv"));
    }
}
