using CompModel.Files;

namespace CompModel.Tests;

/// <summary>headcount.csv and the block headcount of assumptions.yaml: who comes and who leaves.</summary>
public sealed class HeadcountFacts
{
    internal const string Positions = """
        position_id,role,plan,manager_id,start_month,base,variable,quota,quota_adoption
        P1,AE,ae,R1,2026-04,,,1200000,100
        P2,SDR,ae,P1,2026-12,50000.50,25000,600000,12.5

        """;

    internal const string Block = """
        headcount:
          attrition: { AE: 20 %, SDR: { 0: 35 %, 12: 0.2 }, everybody_else: 1/8 }
          time_to_fill: { mean: 2.5 }
          backfill: full_quota
          slip: { 0: 50 %, 1: 30 %, 3: 20 % }
          vacant_share: 40 %
          vacant_credit: managers

        """;

    [Fact]
    public void Positions_and_what_is_assumed_of_them_are_one_plan()
    {
        using TestFolder folder = Folder(Positions, Block);

        Case read = folder.Read();

        HeadcountPlan plan = read.Assumptions!.Headcount!;
        Assert.Equal(read.Positions, plan.Positions);
        Assert.Equal([("P1", "AE", 4, "R1", 90_000m, 60_000m), ("P2", "SDR", 12, "P1", 50_000.50m, 25_000m)], plan.Positions.Select(position =>
            (position.Id, position.Role, position.StartMonth, position.ManagerId!, position.OnTarget.Base.Value, position.OnTarget.TargetIncentive.Value)));
        Assert.Equal([((Rational)1_200_000, (Rational)100), (600_000, 12.5m)], plan.Positions.Select(position => (Annual(position, Measure.Bookings), Annual(position, Measure.Adoption))));
        Assert.All(plan.Positions, position => Assert.Same(read.Plans["ae"], position.Plan));
        Assert.Equal("0.125; AE 0.2; SDR 0.35, from month 12 0.2", plan.Attrition.ToString());
        Assert.Equal("geometric, mean 2.5 months", plan.TimeToFill.ToString());
        Assert.Equal("0 months 0.5, 1 months 0.3, 3 months 0.2", plan.StartSlip.ToString());
        Assert.Equal((Backfill.FullQuota, 0.4, VacantCredit.ManagersTeam), (plan.Backfill, plan.VacantShare, plan.VacantCredit));
        Assert.True(read.Has("headcount.csv"));
        // And it can be simulated.
        HeadcountCost cost = Simulate.Headcount(new RunDefinition(read.SalesForce, read.Year, read.Assumptions.WithCompanyCorrelation(0.2).WithHeadcount(plan), 64, 1));
        Assert.Equal(["R1", "R2", "P1", "P2"], cost.Positions.Select(position => position.Id));

        static Rational Annual(PlannedPosition position, Measure measure) => position.Quotas.Single(quota => quota.Measure == measure).Annual.First.Value;
    }

    [Fact]
    public void What_the_page_about_it_shows_is_what_the_reader_takes()
    {
        string page = File.ReadAllText(Path.Combine(TestFolder.Repository, "docs", "headcount.md")).ReplaceLineEndings("\n");
        string Example(string kind) => page[(page.IndexOf($"```{kind}\n", StringComparison.Ordinal) + kind.Length + 4)..].Split("```")[0];
        // Its roles are those of some rows.
        using TestFolder folder = Folder(Example("csv") + "P3,SDR,ae,,2026-01,,,500000,50\n", Example("yaml"));
        HeadcountPlan plan = folder.Read().Assumptions!.Headcount!;
        Assert.Equal(["P1", "P2", "P3"], plan.Positions.Select(position => position.Id));
        Assert.Equal(("0.1; AE 0.2; SDR 0.35, from month 12 0.2", 2.5, 0.4), (plan.Attrition.ToString(), plan.TimeToFill.MeanMonths, plan.VacantShare));
    }

    [Fact]
    public void What_is_not_said_is_off()
    {
        using TestFolder folder = Folder(Positions, "");
        Assert.Equal("attrition 0, time to fill 0 months, backfill Ramping, slip 0 months, vacant 0 Nobody", Said(folder));
        folder.Write("assumptions.yaml", TestFolder.Assumptions + "headcount: { attrition: 10 %, time_to_fill: 3 }\n").Remove("headcount.csv");
        Assert.Equal("attrition 0.1, time to fill 3 months, backfill Ramping, slip 0 months, vacant 0 Nobody", Said(folder));
        folder.Write("assumptions.yaml", TestFolder.Assumptions + "headcount: { attrition: 0 %, vacant_share: 0 % }\n");
        Assert.True(folder.Read().Assumptions!.Headcount!.Attrition.IsNone);
        folder.Write("assumptions.yaml", TestFolder.Assumptions + "headcount: { attrition: 10 %, backfill: nobody }\n");
        Assert.Equal(Backfill.Nobody, folder.Read().Assumptions!.Headcount!.Backfill);
        Assert.Null(folder.Write("assumptions.yaml", TestFolder.Assumptions).Read().Assumptions!.Headcount);

        static string Said(TestFolder folder)
        {
            HeadcountPlan plan = folder.Read().Assumptions!.Headcount!;
            return FormattableString.Invariant($"attrition {plan.Attrition}, time to fill {plan.TimeToFill}, backfill {plan.Backfill}, slip {plan.StartSlip}, vacant {plan.VacantShare} {plan.VacantCredit}");
        }
    }

    [Theory]
    [InlineData("P2,SDR", "^P1,SDR", "E_DUPLICATE_ID", "position 'P1' stands in line 2, too", "")]
    [InlineData("P2,SDR", "^R2,SDR", "E_DUPLICATE_ID", "position 'R2' is a participant of roster.csv, too", "people who are known to come stand in roster.csv alone, with their hire_date")]
    [InlineData("P2,SDR", "^,SDR", "E_VALUE_MISSING", "position_id is empty", "")]
    [InlineData("P2,SDR", "P2,^", "E_VALUE_MISSING", "role is empty", "it says how many leave, and groups: write what roster.csv says")]
    [InlineData("SDR,ae", "SDR,^aee", "E_UNKNOWN_PLAN", "plan is 'aee'", "did you mean 'ae'?")]
    [InlineData("ae,P1", "ae,^P0", "E_UNKNOWN_PARTICIPANT", "manager_id is 'P0'", "")]
    [InlineData("ae,P1", "ae,^P2", "E_CIRCLE", "P2 reports to P2", "")]
    [InlineData("2026-12", "^2027-01", "E_PERIOD", "start_month is '2027-01'", "")]
    [InlineData("2026-12", "^2026-12-01", "E_PERIOD", "start_month is '2026-12-01'", "write the month alone: 2026-12")]
    [InlineData("2026-12", "^2026-Q4", "E_PERIOD", "start_month is '2026-Q4'", "")]
    [InlineData("2026-12", "^", "E_VALUE_MISSING", "start_month is empty", "")]
    [InlineData("50000.50", "^-1", "E_NUMBER_RANGE", "base is '-1'", "")]
    [InlineData("50000.50", "^1.005", "E_MONEY_SCALE", "base is '1.005'", "round it, or check the currency")]
    [InlineData(",25000,", ",^1E+06,", "E_NUMBER", "variable is '1E+06'", "Excel shortened it and its digits are lost: format the column as a number and save again")]
    [InlineData("600000", "^0", "E_NUMBER_RANGE", "quota is '0'", "against a quota of zero there is no attainment; somebody without a quota needs another plan")]
    [InlineData("600000", "^", "E_QUOTA_MISSING", "the position has no quota for bookings", "fill in the column quota")]
    [InlineData("12.5", "^", "E_QUOTA_MISSING", "the position has no quota for adoption", "fill in the column quota_adoption")]
    [InlineData("12.5", "^-12.5", "E_NUMBER_RANGE", "quota_adoption is '-12.5'", "against a quota of zero there is no attainment; somebody without a quota needs another plan")]
    [InlineData("quota_adoption", "^quota_adoptions", "E_COLUMN_UNKNOWN", "column 'quota_adoptions' is not known", "did you mean 'quota_adoption'?")]
    [InlineData("600000,12.5", "600000,12.5\n^P3,AE,ae", "E_CSV_FIELDS", "the record has 3 field(s)", "text with a comma or a line break stands in quotes")]
    [InlineData("P1,AE,ae,R1", "P1,AE,ae,^P2", "E_CIRCLE", "P1 reports to P2 reports to P1", "")]
    public void A_position_that_does_not_hold_together_is_refused_at_its_place(string good, string bad, string code, string found, string hint)
    {
        var marked = new Marked(Marked.Changed(Positions, good, bad));
        using TestFolder folder = Folder(marked.Text, "");

        IReadOnlyList<Diagnostic> refused = folder.Refused();

        Assert.Equal(marked.Expected(code), Marked.Places(refused, "headcount.csv"));
        Assert.Equal((found, hint), (refused[0].Found, refused[0].Hint));
    }

    [Theory]
    [InlineData("AE: 20 %", "AE: ^100 %", "E_NUMBER_RANGE", "attrition is '100 %'", "")]
    [InlineData("AE: 20 %", "AE: ^-1 %", "E_NUMBER_RANGE", "attrition is '-1 %'", "")]
    [InlineData("AE: 20 %", "AE: ^20", "E_PERCENT", "attrition is '20'", "a percentage says so: write '20 %'")]
    [InlineData("AE: 20 %", "AE: ^NaN", "E_NUMBER", "attrition is 'NaN'", "write digits alone; the currency has its own place")]
    [InlineData("{ AE: 20 %", "{ ^AEE: 20 %", "E_VALUE", "a role is 'AEE', which nobody has", "did you mean 'AE'?")]
    [InlineData("{ 0: 35 %, 12: 0.2 }", "^{ 1: 35 %, 12: 0.2 }", "E_DEFINITION", "attrition does not say how many leave from the first month on", "")]
    [InlineData("{ 0: 35 %, 12: 0.2 }", "^{ 0: 35 %, 12: 0.2, 6: 0.1 }", "E_DEFINITION", "Rates by tenure stand in order; the latest is from month 12 on", "")]
    [InlineData("{ mean: 2.5 }", "{ mean: ^-2.5 }", "E_NUMBER_RANGE", "mean is '-2.5'", "")]
    [InlineData("{ mean: 2.5 }", "^-3", "E_NUMBER_RANGE", "time_to_fill is '-3'", "")]
    [InlineData("{ mean: 2.5 }", "^2.5", "E_NUMBER_RANGE", "time_to_fill is '2.5'", "")]
    [InlineData("  time_to_fill: { mean: 2.5 }\n", "", "E_KEY_MISSING(10,3)", "headcount has no key 'time_to_fill'", "")]
    [InlineData("{ mean: 2.5 }\n  backfill: full_quota", "^3\n  backfill: nobody", "E_KEY_CONFLICT", "time_to_fill beside a backfill of nobody", "")]
    [InlineData("full_quota", "^full", "E_VALUE", "backfill is 'full'", "")]
    [InlineData("{ 0: 50 %, 1: 30 %", "^{ 0: 50 %, 1: 20 %", "E_DEFINITION", "the shares of slip sum to 90 %", "")]
    [InlineData("{ 0: 50 %, 1: 30 %", "{ 0: 50 %, ^-1: 30 %", "E_NUMBER_RANGE", "months of slip is '-1'", "")]
    [InlineData("vacant_share: 40 %", "vacant_share: ^101 %", "E_NUMBER_RANGE", "vacant_share is '101 %'", "")]
    [InlineData("vacant_share: 40 %", "vacant_share: ^[1]", "E_TYPE", "vacant_share is a list", "")]
    [InlineData("vacant_credit: managers", "vacant_credit: ^manager", "E_VALUE", "vacant_credit is 'manager'", "did you mean 'managers'?")]
    [InlineData("vacant_credit: managers", "^vacant_credits: managers", "E_KEY_UNKNOWN", "headcount has the key 'vacant_credits'", "did you mean 'vacant_credit'?")]
    public void A_block_that_does_not_hold_together_is_refused_at_its_place(string good, string bad, string code, string found, string hint)
    {
        var marked = new Marked(TestFolder.Assumptions + Marked.Changed(Block, good, bad));
        using TestFolder folder = Folder(Positions, "").Write("assumptions.yaml", marked.Text);

        IReadOnlyList<Diagnostic> refused = folder.Refused();

        Assert.Equal(marked.Expected(code), Marked.Places(refused, "assumptions.yaml"));
        Assert.Equal((found, hint), (refused[0].Found, refused[0].Hint));
    }

    [Fact]
    public void A_measure_that_only_positions_are_paid_on_needs_a_model()
    {
        const string Logos = "  - id: logos\n    name: Logos\n    base: 1\n    target_incentive: 1\n    components:\n      - { measure: logos, weight: 100 %, pays: annual, curve: linear }\n";
        using TestFolder folder = Folder("position_id,role,plan,manager_id,start_month,base,variable,quota,quota_logos\nP1,AE,logos,,2026-04,,,,5\n", "");
        folder.Write("plan.yaml", TestFolder.Plan.Replace("plans:", "measures: { logos: units }\nplans:", StringComparison.Ordinal) + Logos);
        Diagnostic refused = Assert.Single(folder.Refused());
        Assert.Equal(("E_MODEL_MISSING", "assumptions.yaml", 5, "there is no attainment model for logos"), (refused.Code, refused.File, refused.Line, refused.Found));
    }

    internal static TestFolder Folder(string positions, string block) => new TestFolder().Write("headcount.csv", positions).Write("assumptions.yaml", TestFolder.Assumptions + block);
}
