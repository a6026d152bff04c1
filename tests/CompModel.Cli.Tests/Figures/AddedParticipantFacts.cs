namespace CompModel.Tests;

/// <summary>
/// Somebody added changes nobody else. The assumptions here are without company_attainment: from a company range follows a correlation that depends on the
/// whole roster, and with it everybody's figures would move a little, rightly.
/// </summary>
public sealed class AddedParticipantFacts
{
    private const string Newcomer = "R41,Nora Quist,nora.quist@example.com,Enterprise Account Manager,{0},2020-01-01,,USD,190000,175000,17500000,am";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Somebody_without_a_manager_leaves_everybody_as_they_were(bool first)
    {
        Dictionary<string, string> before = Participants(_ => { }), after = Participants(folder => Add(folder, "", first));
        Assert.Equal(before.Keys.Append("R41").Order(), after.Keys.Order());
        Assert.All(before, person => Assert.Equal(person.Value, after[person.Key]));
    }

    [Fact]
    public void Somebody_in_a_team_leaves_everybody_but_the_manager_as_they_were()
    {
        Dictionary<string, string> before = Participants(_ => { }), after = Participants(folder => Add(folder, "M2", first: false));
        Assert.All(before.Where(person => person.Key != "M2"), person => Assert.Equal(person.Value, after[person.Key]));
        // The manager is paid on what the team sells, the newcomer included.
        Assert.NotEqual(before["M2"], after["M2"]);
    }

    [Fact]
    public void Somebody_who_leaves_the_roster_leaves_everybody_else_as_they_were()
    {
        Dictionary<string, string> before = Participants(folder => Add(folder, "", first: false)), after = Participants(_ => { });
        Assert.All(after, person => Assert.Equal(before[person.Key], person.Value));
    }

    [Fact]
    public void The_order_of_the_roster_changes_nobody()
    {
        Dictionary<string, string> before = Participants(_ => { });
        Dictionary<string, string> after = Participants(folder =>
        {
            string[] lines = folder.Read("roster.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries);
            folder.Write("roster.csv", string.Join('\n', [lines[0], .. lines.Skip(1).Reverse()]) + "\n");
        });
        Assert.All(before, person => Assert.Equal(person.Value, after[person.Key]));
    }

    private static Dictionary<string, string> Participants(Action<SampleFolder> change)
    {
        using var folder = new SampleFolder();
        SimulatedCase.Independent(folder);
        change(folder);
        return Json.Simulated(folder.Path, "--trials", "2500", "--detail", "participant").ById("participants");
    }

    private static void Add(SampleFolder folder, string manager, bool first)
    {
        string row = Newcomer.Replace("{0}", manager, StringComparison.Ordinal) + "\n", header = folder.Read("roster.csv").Split('\n')[0] + "\n";
        folder.Write("roster.csv", first ? folder.Read("roster.csv").Replace(header, header + row, StringComparison.Ordinal) : folder.Read("roster.csv") + row);
        folder.Write("quotas.csv", folder.Read("quotas.csv") + "R41,adoption,,,100\n");
    }
}
