using CompModel.Files;

namespace CompModel.Tests;

/// <summary>deals.csv, column split: credit on top of the deal.</summary>
public sealed class OverlayFacts
{
    private const string Header = "deal_id,rep_id,close_date,amount,currency,credit_pct,type,split,territory\n";

    [Fact]
    public void An_overlay_comes_on_top_of_the_whole_and_is_marked()
    {
        using TestFolder folder = Folder("D1,R1,2026-01-05,100,USD,60,booking,,\nD1,R2,2026-01-05,100,USD,40,booking,split,\nD1,R2,2026-01-05,100,USD,30,booking,overlay,\nD2,R2,2026-01-05,10,USD,50,booking,overlay,\n");

        Case read = folder.Read();

        Assert.Empty(read.Warnings);
        Assert.Equal([(60, SplitKind.Split), (40, SplitKind.Split), (30, SplitKind.Overlay), (5, SplitKind.Overlay)], read.Credits.Select(credit => ((int)credit.Amount.Value.Floor(), credit.Split)));
    }

    [Fact]
    public void Overlays_of_one_deal_never_make_more_than_the_deal_for_a_manager()
    {
        using TestFolder folder = Folder("D1,R2,2026-01-05,100,USD,100,booking,,\nD1,R2,2026-01-05,100,USD,30,booking,overlay,\n");

        Credit team = Assert.Single(folder.Read().InputsOf("R1").Credits);

        Assert.Equal((100, CreditScope.Team), ((int)team.Amount.Value.Floor(), team.Scope));
    }

    [Fact]
    public void A_refund_is_of_the_kind_that_its_person_has()
    {
        using TestFolder folder = Folder(
            "D1,R1,2026-01-05,100,USD,100,booking,,\nD1,R1,2026-01-05,100,USD,20,booking,overlay,\nD1,R2,2026-01-05,100,USD,50,booking,overlay,\n"
            + "D1,R1,2026-02-05,-10,USD,100,refund,,\nD1,R1,2026-02-05,-10,USD,20,refund,overlay,\nD1,R2,2026-02-05,-10,USD,50,refund,,\n");

        Case read = folder.Read();

        Assert.Empty(read.Warnings);
        Assert.Equal([SplitKind.Split, SplitKind.Overlay, SplitKind.Overlay], read.Deals.Skip(3).Select(deal => deal.Credit.Split));
    }

    [Fact]
    public void A_territory_has_the_deal_and_not_what_lies_on_top()
    {
        using TestFolder folder = Folder("D1,R1,2026-01-05,100,USD,100,booking,,North\nD1,R2,2026-01-05,100,USD,30,booking,overlay,North\n");
        folder.Write("roster.csv", TestFolder.Roster.Replace("quota,plan", "quota,plan,territory", StringComparison.Ordinal).Replace(",ae\n", ",ae,North\n", StringComparison.Ordinal));

        Assert.Equal([100, 100], folder.Read().Credits.Where(credit => credit.Scope == CreditScope.Territory).Select(credit => (int)credit.Amount.Value.Floor()));
    }

    [Theory]
    [InlineData("D1,R1,2026-01-05,100,USD,60,booking,^Overlay,\n", "E_VALUE")]
    [InlineData("D1,R1,2026-01-05,100,USD,^60,booking,,\nD1,R2,2026-01-05,100,USD,30,booking,,\nD1,R2,2026-01-05,100,USD,10,booking,overlay,\n", "E_SPLIT_SUM")]
    [InlineData("D1,R1,2026-01-05,100,USD,60,booking,overlay,\n^D1,R1,2026-01-05,100,USD,30,booking,overlay,\n", "E_DUPLICATE_DEAL")]
    [InlineData("D1,R1,2026-01-05,100,USD,100,booking,,\nD1,R2,2026-01-05,^101,USD,30,booking,overlay,\n", "E_SPLIT_MISMATCH")]
    [InlineData("D1,R1,2026-01-05,100,USD,100,booking,overlay,\nD1,R1,2026-02-05,^-101,USD,100,refund,,\n", "E_CLAWBACK_EXCEEDS")]
    [InlineData("D1,R1,2026-01-05,100,USD,^70,booking,,\nD1,R2,2026-01-05,100,USD,70,booking,split,\n", "E_SPLIT_SUM")]
    public void Overlays_that_are_wrong_are_refused_at_their_place(string rows, string codes)
    {
        var marked = new Marked(Header + rows);
        using TestFolder folder = Folder("");

        Assert.Equal(marked.Expected(codes), Marked.Places(folder.Write("deals.csv", marked.Text).Refused(), "deals.csv"));
    }

    private static TestFolder Folder(string rows) => new TestFolder().Write("deals.csv", Header + rows);
}
