using CompModel.Files;
using NodaTime;

namespace CompModel.Tests;

/// <summary>grants.csv with its optional columns, grant-events.csv beside it, and files of Open Cap Format: what they say, and what is refused where.</summary>
public sealed class GrantBookFacts
{
    private const string Grants = """
        grant_id,participant_id,granted,vesting_start,shares,schedule,allocation,requires,by
        G1,R1,2025-01-31,,18,annual 4,,,
        G2,R1,2025-01-31,2025-01-01,4800,monthly 48 cliff 12,front loaded,IPO,84 months
        G3,R2,2025-03-01,,1000,quarterly 16,CUMULATIVE_ROUNDING,goal,2027-12-31

        """;

    private const string Events = """
        grant_id,date,event,detail,amount,until
        G1,2026-02-01,accelerate,,4 shares,
        G1,2026-03-01,leave,shift,,2026-05-31
        G2,2027-01-15,met,IPO,,
        G2,2027-06-01,split,per tranche,10:1,
        G3,2026-12-31,met,goal,150%,
        G3,2027-01-31,cancel,vested too,100 shares,
        G3,2027-02-28,left,involuntary death,,

        """;

    [Fact]
    public void Columns_say_how_shares_fall_and_what_they_wait_for()
    {
        using TestFolder folder = Folder(Grants, null);
        IReadOnlyList<ParticipantGrant> grants = GrantBook.Read(folder.Path).Grants;

        Assert.Equal([ShareAllocation.CumulativeRoundDown, ShareAllocation.FrontLoaded, ShareAllocation.CumulativeRounding], grants.Select(held => held.Grant.Allocation));
        Assert.Equal("monthly 48 cliff 12, once IPO is met by 84 months", grants[1].Grant.Terms.ToString());
        Assert.Equal(new WaitingPart("IPO", 4800, new(2032, 1, 1)), Assert.Single(grants[1].Activity.WaitingAt(new(2026, 1, 1))));
        Assert.Equal(new LocalDate(2027, 12, 31), Assert.Single(grants[2].Activity.WaitingAt(new(2026, 1, 1))).Deadline);
    }

    [Fact]
    public void What_happened_is_told_by_the_file_beside_it()
    {
        using TestFolder folder = Folder(Grants, Events);
        GrantBook book = GrantBook.Read(folder.Path);
        GrantActivity first = book.Grants[0].Activity, second = book.Grants[1].Activity, third = book.Grants[2].Activity;

        Assert.Equal(8, first.VestedAt(new(2026, 2, 1)));
        // Three months away, first day and last day included: 92 days or, in whole months, three.
        Assert.Contains(first.Tranches(), tranche => tranche.Vests == new LocalDate(2027, 4, 30));
        Assert.Equal(48_000, second.At(new(2027, 6, 1)).Shares);
        // All 1,000 waited for the goal, and half as many again are earned; then a hundred are cancelled.
        Assert.Equal((1500, 100), ((int)third.At(new(2027, 1, 31)).Shares.Numerator, (int)third.ForfeitedAt(new(2027, 1, 31)).Numerator));
        Assert.Equal(0, third.UnvestedAt(new(2027, 2, 28)));
        Assert.Equal(["grants.csv", "grant-events.csv"], book.Files.Select(file => file.Name));
    }

    [Fact]
    public void A_case_reads_both_files_as_well()
    {
        using TestFolder folder = Folder(Grants, Events);
        Assert.Equal(GrantBook.Read(folder.Path).Grants.Select(held => held.Activity.At(new(2027, 12, 31))), folder.Read().Grants.Select(held => held.Activity.At(new(2027, 12, 31))));
        folder.Write("grants.csv", Grants.Replace("G3,R2", "G3,R9", StringComparison.Ordinal));
        // A grant that was refused is one: its events are not also missed.
        Assert.Equal("E_UNKNOWN_PARTICIPANT(4,4)", Marked.Places(folder.Refused(), "grants.csv"));
    }

    [Fact]
    public void Outside_a_case_grants_need_no_holder()
    {
        using var folder = new TestFolder();
        folder.Write("some.csv", "grant_id,granted,vesting_start,shares,schedule\nG1,2025-01-31,,18,annual 4\n");
        Assert.Equal("", GrantBook.Read(System.IO.Path.Combine(folder.Path, "some.csv")).Grants[0].ParticipantId);
    }

    [Theory]
    [InlineData("18,annual 4,", "18,annual 4,^roundest", "E_VALUE")]
    [InlineData("18,annual 4,,,", "18,annual 4,,,^84 months", "E_KEY_CONFLICT")]
    [InlineData("84 months", "^84", "E_VALUE")]
    [InlineData("84 months", "^1201 months", "E_VALUE")]
    [InlineData("84 months", "^2025-02-30", "E_DATE")]
    [InlineData("4800", "^4800.5", "E_NUMBER_RANGE")]
    [InlineData("IPO,84 months", "^ IPO,84 months", "E_ID")]
    [InlineData("requires", "^require", "E_COLUMN_UNKNOWN")]
    public void What_a_grant_cannot_be_is_refused_at_its_place(string good, string bad, string codes)
    {
        var marked = new Marked(Marked.Changed(Grants, good, bad));
        using TestFolder folder = Folder(marked.Text, null);
        Assert.Equal(marked.Expected(codes), Marked.Places(Refused(folder), "grants.csv"));
    }

    [Theory]
    [InlineData("G1,2026-02-01,accelerate", "^G9,2026-02-01,accelerate", "E_UNKNOWN_GRANT")]
    [InlineData("2026-02-01", "^2026-02-30", "E_DATE")]
    [InlineData("2026-02-01,accelerate", "2024-02-01,^accelerate", "E_DEFINITION")]
    [InlineData("accelerate", "^vest", "E_VALUE")]
    [InlineData("4 shares", "^4", "E_VALUE")]
    [InlineData("4 shares", "^", "E_VALUE_MISSING")]
    [InlineData("4 shares", "^400 %", "E_NUMBER_RANGE")]
    [InlineData("accelerate,,4 shares", "^accelerate,,40 shares", "E_DEFINITION")]
    [InlineData("4 shares,", "4 shares,^2026-03-01", "E_KEY_CONFLICT")]
    [InlineData("accelerate,,", "accelerate,^all,", "E_KEY_CONFLICT")]
    [InlineData("2026-05-31", "^2026-02-28", "E_DATE_ORDER")]
    [InlineData("2026-05-31", "^", "E_VALUE_MISSING")]
    [InlineData("leave,shift", "leave,^toll", "E_VALUE")]
    [InlineData("met,IPO", "met,^", "E_VALUE_MISSING")]
    [InlineData("met,IPO", "^met,goal", "E_DEFINITION")]
    [InlineData("150%", "^-1", "E_NUMBER_RANGE")]
    [InlineData("10:1", "^10", "E_VALUE")]
    [InlineData("10:1", "^0:1", "E_VALUE")]
    [InlineData("10:1", "^10000000:1", "E_VALUE")]
    [InlineData("cancel,vested too,100 shares", "cancel,^vested,100 shares", "E_VALUE")]
    [InlineData("vested too,100 shares", "vested too,^100", "E_VALUE")]
    [InlineData("100 shares,\n", "100 shares,\nG3,2027-02-01,left,,,\n", "E_DEFINITION(9,15)")]
    [InlineData("involuntary death", "^died", "E_VALUE")]
    public void What_cannot_have_happened_is_refused_at_its_place_and_with_a_hint(string good, string bad, string codes)
    {
        var marked = new Marked(Marked.Changed(Events, good, bad));
        using TestFolder folder = Folder(Grants, marked.Text);
        Assert.Equal(marked.Expected(codes), Marked.Places(Refused(folder), "grant-events.csv"));
    }

    [Theory]
    [InlineData("all", 18)]
    [InlineData("50%", 11)]
    [InlineData("12 months", 9)]
    [InlineData("pro rata", 4)]
    [InlineData("1 share", 5)]
    public void Every_acceleration_is_read(string amount, int vested)
    {
        // 4 of 18 vested after a year; of the other 14 half is 7, a year ahead lie 5, and of pro rata 4 had vested.
        using TestFolder folder = Folder(Grants, $"grant_id,date,event,amount\nG1,2026-02-01,accelerate,{amount}\n");
        Assert.Equal(vested, GrantBook.Read(folder.Path).Grants[0].Activity.VestedAt(new(2026, 2, 1)));
    }

    [Fact]
    public void Rows_and_open_cap_files_are_read_together_and_no_grant_twice()
    {
        using TestFolder folder = Folder(Grants, null);
        ParticipantGrant listed = new("P9", new Grant("O1", new(2025, 1, 1), 10, VestingSchedule.Dated((new(2026, 1, 1), 1))).After());
        folder.Write("transactions.ocf.json", OpenCapWriter.Grants(listed));
        Assert.Equal(["G1", "G2", "G3", "O1"], GrantBook.Read(folder.Path).Grants.Select(held => held.Grant.Id));

        folder.Write("transactions.ocf.json", OpenCapWriter.Grants(listed).Replace("O1", "G1", StringComparison.Ordinal));
        Assert.Equal("E_DUPLICATE_ID", Assert.Single(Refused(folder)).Code);
    }

    private static IReadOnlyList<Diagnostic> Refused(TestFolder folder) => Assert.Throws<InvalidInputException>(() => GrantBook.Read(folder.Path)).Diagnostics;

    private static TestFolder Folder(string grants, string? events)
    {
        TestFolder folder = new TestFolder().Write("grants.csv", grants);
        return events is null ? folder : folder.Write("grant-events.csv", events);
    }
}
