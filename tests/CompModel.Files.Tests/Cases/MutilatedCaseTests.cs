using CompModel.Files;
using CompModel.Samples;

namespace CompModel.Tests;

public sealed class MutilatedCaseTests
{
    private static readonly string[] Pieces =
        ["", ",", "\"", "\n", "\r", "%", "-", "0", "9999999999", "1e9", "é", "\u200B", ":", "{", "]", " ", "\t", "R1", "R2", "2026-13-01", "9999-12-31", "1/0", "-1/3", "'", "#", "&", "|", "\uFEFF"];

    [Fact]
    public void A_mutilated_file_loads_or_is_refused_with_diagnostics()
    {
        var files = new (string Name, string Text)[]
        {
            ("plan.yaml", TestFolder.Plan + TestFolder.Payments), ("adjustments.csv", TestFolder.Adjustments), ("roster.csv", TestFolder.Roster), ("quotas.csv", TestFolder.Quotas + "R1,bookings,2026-04-01,2026-06-30,5\n"),
            ("changes.csv", "participant_id,effective_from,base,variable,manager_id,plan,status\nR2,2026-03-01,95000,,,ae,leave\nR1,2026-04-01,,70000,,,\nR2,2026-05-01,,,R1,,active\nR2,2026-10-01,,,,,left\n"),
            ("deals.csv", TestFolder.Deals), ("headcount.csv", HeadcountFacts.Positions), ("assumptions.yaml", TestFolder.Assumptions + HeadcountFacts.Block),
            ("results.csv", "participant_id,measure,period_end,value\nR2,adoption,2026-03-31,20.5\n"),
            ("history.csv", "participant_id,period_start,period_end,measure,quota,credited,status\nR1,2025-01-01,2025-03-31,bookings,250000,260000.50,active\n"),
            ("grants.csv", "grant_id,participant_id,granted,vesting_start,shares,schedule\nG1,R1,2026-03-01,,480,monthly 48 cliff 12\n"),
        };
        Mutilate(files, 3000, new Dice("mutilation"));
    }

    [Fact]
    public void Mutilated_rates_and_deals_in_other_currencies_load_or_are_refused_with_diagnostics()
    {
        const string Deals = "deal_id,rep_id,close_date,amount,currency,credit_pct,type,split,term_months,annual_value,territory\nD1,R1,2026-01-05,100.00,EUR,60,booking,,36,40.00,North\nD1,R2,2026-01-05,100.00,EUR,40,booking,split,,,North\nD1,R2,2026-04-05,-50.00,EUR,40,refund,,,,North\nD2,R2,2026-03-31,250000,GBP,100,booking,,24,,South\nD2,R1,2026-03-31,250000,GBP,20,booking,overlay,24,,\n";
        Mutilate(
            [("plan.yaml", TestFolder.Plan.Replace("plans:", "exchange_rates: month_end\ncredit_value: annual\nplans:", StringComparison.Ordinal)), ("roster.csv", TestFolder.Roster), ("quotas.csv", TestFolder.Quotas), ("territories.csv", TerritoryFileFacts.Territories), ("rates.csv", RateFileFacts.Rates), ("rates.csv", RateFileFacts.Rates), ("deals.csv", Deals)],
            1000, new Dice("rates"));
    }

    [Fact]
    public void A_mutilated_sample_of_all_that_a_plan_can_say_loads_or_is_refused_with_diagnostics()
    {
        string sample = Path.Combine(TestFolder.Repository, "samples", "field-sales-emea");
        (string, string)[] files = [.. new[] { "plan.yaml", "roster.csv", "quotas.csv", "results.csv", "deals.csv" }.Select(name => (name, File.ReadAllText(Path.Combine(sample, name))))];

        // The plan stands there three times, for it has most to break.
        Mutilate([files[0], files[0], .. files], 1500, new Dice("field sales"));
    }

    private static void Mutilate((string Name, string Text)[] files, int times, Dice dice)
    {
        using var folder = new TestFolder();
        foreach ((string name, string text) in files)
            folder.Write(name, text);
        int loaded = 0, refused = 0;
        for (int i = 0; i < times; i++)
        {
            (string name, string text) = dice.OneOf(files);
            int from = dice.Whole(0, text.Length - 1), to = Math.Min(text.Length, from + dice.Whole(0, 4));
            folder.Write(name, text[..from] + dice.OneOf(Pieces) + text[to..]);
            try
            {
                Case read = folder.Read();
                // What loads can be stated and paid: nothing is found out only then.
                foreach (Participant participant in read.Participants)
                    Assert.Equal((int)participant.Plan.Payments.Pays, participant.Ledger(read.Year, read.InputsOf(participant.Id)).Payments.Count);
                loaded++;
            }
            catch (InvalidInputException e)
            {
                Assert.Contains(e.Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
                Assert.All(e.Diagnostics, diagnostic => Assert.True(diagnostic.Line >= 1 && diagnostic.Column >= 1, diagnostic.ToString()));
                refused++;
            }
            folder.Write(name, text);
        }
        // Both must happen, or the test tests nothing.
        Assert.InRange(loaded, 50, times - 50);
        Assert.InRange(refused, 50, times - 50);
    }
}
