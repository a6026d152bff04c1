using CompModel.Files;

namespace CompModel.Tests;

/// <summary>territories.csv: owners with dates.</summary>
public sealed class TerritoryFileFacts
{
    internal const string Territories = "territory,effective_from,owner\nNorth,2026-04-01,R2\nNorth,,R1\nSouth,2026-05-01,R2\nWest,,R1\nWest,2026-01-01,\n";

    private const string Deals = "deal_id,rep_id,close_date,amount,currency,credit_pct,type,territory\nD1,R1,2026-01-05,100,USD,60,booking,North\nD1,R2,2026-01-05,100,USD,40,booking,North\n"
        + "D2,R2,2026-01-06,50,USD,100,booking,South\nD3,R2,2026-01-07,20,USD,100,booking,West\nD4,R1,2025-12-31,10,USD,100,booking,North\nD5,R2,2026-02-07,7,USD,100,booking,\n";

    private static readonly string Plan = TestFolder.Plan.Replace("measure: bookings,", "measure: bookings, of: territory,", StringComparison.Ordinal);

    [Fact]
    public void Deals_of_the_year_count_for_everybody_who_owns_the_territory_in_it()
    {
        using TestFolder folder = Folder(Territories);

        Case read = folder.Read();

        Assert.Equal(
            ["R1 D1 60", "R2 D1 60", "R1 D1 40", "R2 D1 40", "R2 D2 50"],
            read.Credits.Where(credit => credit.Scope == CreditScope.Territory).Select(credit => FormattableString.Invariant($"{credit.ParticipantId} {credit.Reference} {(int)credit.Amount.Value.Floor()}")));
        Assert.Equal(["W_OUTSIDE_YEAR"], read.Warnings.Select(warning => warning.Code));
        Assert.True(read.Has("territories.csv"));
    }

    [Fact]
    public void A_folder_credits_the_owners_whom_the_library_credits()
    {
        using TestFolder folder = Folder(Territories);
        Case read = folder.Read();
        Territory north = new Territory("North", "R1").OwnedFrom(new(2026, 4, 1), "R2");
        Deal deal = new Deal("D1", new(2026, 1, 5), Measure.Bookings, 100.Usd).InTerritory("North").SplitTo("R1", 60.Percent).SplitTo("R2", 40.Percent);

        IEnumerable<Credit> expected = read.SalesForce.Hierarchy.CreditTerritories([deal], [north], read.Year).Where(credit => credit.Scope == CreditScope.Territory);

        Assert.Equal(
            expected.Select(credit => (credit.ParticipantId, credit.Amount)),
            read.Credits.Where(credit => credit.Scope == CreditScope.Territory && credit.Reference == "D1").GroupBy(credit => credit.ParticipantId).Select(own => (own.Key, own.Select(credit => credit.Amount).Aggregate((sum, amount) => sum + amount))));
    }

    [Fact]
    public void A_territory_of_the_roster_keeps_counting_beside_dated_ones()
    {
        using TestFolder folder = Folder("territory,effective_from,owner\nSouth,,R1\n");
        folder.Write("roster.csv", TestFolder.Roster.Replace("quota,plan", "quota,plan,territory", StringComparison.Ordinal).Replace(",ae\n", ",ae,North\n", StringComparison.Ordinal));

        Case read = folder.Read();

        Assert.Equal(["R1 D1", "R2 D1", "R1 D1", "R2 D1", "R1 D2", "R1 D4", "R2 D4"], read.Credits.Where(credit => credit.Scope == CreditScope.Territory).Select(credit => $"{credit.ParticipantId} {credit.Reference}"));
        Assert.Contains("which nobody has in roster.csv or territories.csv", read.Warnings.Single(warning => warning.Code == "W_UNKNOWN_TERRITORY").Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("North,,R1", "North,,^R9", "E_UNKNOWN_PARTICIPANT")]
    [InlineData("North,,R1", "North,^2026-04-01,R1", "E_DUPLICATE_TERRITORY")]
    [InlineData("North,,R1", "North,^April,R1", "E_DATE")]
    [InlineData("North,,R1", "^,,R1", "E_VALUE_MISSING")]
    [InlineData("North,,R1", "^ ,,R1", "E_ID")]
    [InlineData("effective_from,owner", "effective_from,^owners", "E_COLUMN_MISSING(1,1) E_COLUMN_UNKNOWN")]
    [InlineData("North,2026-04-01,R2\nNorth,,R1\nSouth,2026-05-01,R2\n", "North,2027-01-01,R2\nNorth,,R1\n", "roster.csv:E_VALUE_MISSING(3,1)")]
    public void Owners_that_are_wrong_are_refused_at_their_place(string good, string bad, string codes)
    {
        var marked = new Marked(Marked.Changed(Territories, good, bad));
        using TestFolder folder = Folder(marked.Text);

        Assert.Equal(marked.Expected(codes), Marked.Places(folder.Refused().Where(diagnostic => diagnostic.Severity == Severity.Error), "territories.csv"));
    }

    [Fact]
    public void A_territory_in_both_files_is_refused()
    {
        using TestFolder folder = Folder(Territories);
        folder.Write("roster.csv", TestFolder.Roster.Replace("quota,plan", "quota,plan,territory", StringComparison.Ordinal).Replace(",ae\n", ",ae,North\n", StringComparison.Ordinal));

        Assert.Equal("E_KEY_CONFLICT(2,71) E_KEY_CONFLICT(3,62)", Marked.Places(folder.Refused().Where(diagnostic => diagnostic.Severity == Severity.Error), "roster.csv"));
    }

    private static TestFolder Folder(string territories) => new TestFolder().Write("plan.yaml", Plan).Write("territories.csv", territories).Write("deals.csv", Deals);
}
