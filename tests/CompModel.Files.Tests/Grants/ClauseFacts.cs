using CompModel.Files;
using NodaTime;

namespace CompModel.Tests;

/// <summary>What accelerates a grant by itself and what a result earns, in grants.csv.</summary>
public sealed class ClauseFacts
{
    private const string Head = "grant_id,granted,vesting_start,shares,schedule,requires,by,earns,accelerates\n";

    private static GrantBook Read(string rows, string? events = null)
    {
        using var folder = new TestFolder();
        folder.Write("grants.csv", Head + rows);
        if (events is not null)
            folder.Write("grant-events.csv", "grant_id,date,event,detail,amount,until\n" + events);
        return GrantBook.Read(folder.Path);
    }

    [Fact]
    public void A_result_earns_along_its_curve()
    {
        const string Row = "P,2023-01-01,,1001,100% at 36,rank,2027-03-31,\"25% at 25, 100% at 50, 200% at 90\",\n";
        Rational Vested(string rank) => Read(Row, $"P,2026-01-31,met,rank,{rank},\n").Grants[0].Activity.VestedAt(new(2026, 1, 31));
        Assert.Equal([0, 250, 1_001, 1_126, 2_002], new[] { "24.9", "25", "50", "55", "99" }.Select(Vested));
    }

    [Theory]
    [InlineData("all on sale", "G,2026-01-15,met,sale,,", 4_800)]
    // Half of 3,600 at once, and then fifty a month.
    [InlineData("50% on sale", "G,2026-01-15,met,sale,,", 3_600)]
    [InlineData("12 months on sale; 100 shares on leaving", "G,2026-01-15,left,involuntary death,,", 1_300)]
    [InlineData("all on leaving within 12 months after change of control", "G,2026-01-15,met,change of control,,\nG,2027-01-15,left,involuntary other,,", 4_800)]
    [InlineData("all on leaving within 12 months after change of control", "G,2026-01-15,met,change of control,,\nG,2027-01-16,left,involuntary other,,", 2_400)]
    [InlineData("all on leaving within 12 months after sale for voluntary retirement", "G,2026-01-15,met,sale,,\nG,2026-01-15,left,voluntary retirement,,", 4_800)]
    [InlineData("all on leaving for VOLUNTARY_RETIREMENT", "G,2026-01-15,left,involuntary other,,", 1_200)]
    public void Clauses_act_on_what_happens(string clauses, string events, int vested) =>
        Assert.Equal(vested, Read($"G,2025-01-01,,4800,monthly 48,,,,{clauses}\n", events + "\n").Grants[0].Activity.VestedAt(new(2027, 1, 20)));

    [Theory]
    [InlineData("100% at 36,rank,,\"25% at 50, 100% at 25\",", "E_VALUE", 37)]
    [InlineData("100% at 36,rank,,25% near 50,", "E_VALUE", 37)]
    [InlineData("100% at 36,,,25% at 50,", "E_KEY_CONFLICT", 33)]
    [InlineData("100% at 36,,,,all", "E_VALUE", 34)]
    [InlineData("100% at 36,,,,half on sale", "E_VALUE", 34)]
    [InlineData("100% at 36,,,,120% on sale", "E_NUMBER_RANGE", 34)]
    [InlineData("100% at 36,,,,all on leaving for boredom", "E_VALUE", 34)]
    [InlineData("100% at 36,,,,all on leaving for", "E_VALUE", 34)]
    [InlineData("100% at 36,,,,all on leaving within 9999 months after sale", "E_VALUE", 34)]
    public void What_is_no_clause_or_curve_is_refused_at_its_place(string cells, string code, int column)
    {
        Diagnostic refused = Assert.Single(Assert.Throws<InvalidInputException>(() => Read($"G,2023-01-01,,1001,{cells}\n")).Diagnostics);
        Assert.Equal((code, 2, column), (refused.Code, refused.Line, refused.Column));
    }
}
