using CompModel.Files;
using NodaTime;

namespace CompModel.Tests;

public sealed class CaseFolderTests
{
    [Fact]
    public void Roster_overrides_the_plan_and_empty_cells_do_not()
    {
        using var folder = new TestFolder();
        folder.Write("roster.csv", TestFolder.Roster.Replace("USD,90000,60000", "USD,95000.50,", StringComparison.Ordinal));

        Case read = folder.Read();

        Assert.Equal(new OnTargetEarnings(95_000.50m.Usd, 60_000.Usd), read.Participants[0].OnTarget);
        Assert.Equal(new OnTargetEarnings(90_000.Usd, 60_000.Usd), read.Participants[1].OnTarget);
        Assert.Equal(new DateRange(new(2024, 1, 15), LocalDate.MaxIsoValue), read.Participants[0].Employment);
        Assert.Equal(new DateRange(LocalDate.MinIsoValue, new(2026, 10, 1)), read.Participants[1].Employment);
        Assert.Equal("R1", read.Participants[1].ManagerId);
    }

    [Fact]
    public void Changes_cut_the_year_and_empty_cells_change_nothing()
    {
        using var folder = new TestFolder();
        folder.Write("roster.csv", TestFolder.Roster + "R3,Cy Roe,cy@example.com,AE,R1,,,USD,,,1000000,ae\n")
            .Write("quotas.csv", TestFolder.Quotas + "R3,adoption,,,100\n")
            .Write("changes.csv", """
                participant_id,effective_from,base,variable,manager_id,plan,status
                R1,2026-04-01,,70000,,,
                R2,2026-03-01,96000,,R3,ae,leave
                R1,2026-07-01,100000,,,,active
                R2,2026-05-01,,,,,active
                R2,2026-08-01,,,,,leave
                R3,2026-09-01,,,,,left

                """);

        IReadOnlyList<Participant> people = folder.Read().Participants;

        Assert.Equal(
            [(90_000, 60_000), (90_000, 70_000), (100_000, 70_000)],
            new[] { new LocalDate(2026, 3, 31), new(2026, 4, 1), new(2026, 7, 1) }.Select(date => people[0].Earnings.At(date)).Select(earns => ((int)earns.Base.Value, (int)earns.TargetIncentive.Value)));
        Assert.Equal(("R1", "R3", 96_000m), (people[1].Managers.At(new(2026, 2, 28)), people[1].Managers.At(new(2026, 3, 1)), people[1].Earnings.At(new(2026, 3, 1)).Base.Value));
        // The second leave is open: it lasts to the last day.
        Assert.Equal(["2026-03-01 to 2026-04-30", "2026-08-01 to 2026-09-30"], people[1].Leaves.Select(leave => leave.Days.ToString()));
        Assert.Equal(new LocalDate(2026, 9, 1), people[2].Employment.End);
        Assert.Empty(people[0].Leaves);
    }

    private const string Lead = "  - { id: lead, based_on: ae, name: Lead, base: 110000, target_incentive: 80000, ramp: [50 %] }\n";

    [Fact]
    public void A_plan_changes_in_mid_year_with_the_earnings_that_nobody_stated()
    {
        using var folder = new TestFolder();
        // R1's earnings are the roster's own; R2's are the plan's, but for a base that a row states.
        folder.Write("plan.yaml", TestFolder.Plan + Lead)
            .Write("changes.csv", """
                participant_id,effective_from,base,plan,status
                R1,2026-07-01,,lead,
                R2,2026-04-01,,lead,
                R2,2026-06-01,120000,,
                R2,2026-08-01,,ae,

                """);

        IReadOnlyList<Participant> people = folder.Read().Participants;

        Assert.Equal(["Account Executive", "Lead"], people[0].Plans.Values.Select(plan => plan.Name));
        Assert.Equal(new LocalDate(2026, 7, 1), Assert.Single(people[0].Plans.Changes));
        Assert.Equal(new OnTargetEarnings(90_000.Usd, 60_000.Usd), people[0].Earnings.At(new(2026, 7, 1)));
        Assert.Equal(
            [(90_000, 60_000), (110_000, 80_000), (120_000, 80_000), (120_000, 60_000)],
            new[] { 3, 4, 6, 8 }.Select(month => people[1].Earnings.At(new(2026, month, 1))).Select(earns => ((int)earns.Base.Value, (int)earns.TargetIncentive.Value)));
        Assert.Empty(people[1].RampStarts);
        Assert.Equal(
            ["bookings", "adoption", "bookings from 2026-07-01", "adoption from 2026-07-01"],
            people[0].TermsFor(PlanYear.Calendar(2026)).Components.Select(component => component.Name));
    }

    [Fact]
    public void A_row_that_names_the_plan_somebody_is_on_changes_nothing()
    {
        using var folder = new TestFolder();
        folder.Write("changes.csv", "participant_id,effective_from,plan\nR2,2026-04-01,ae\n");
        Participant same = folder.Read().Participants[1];
        Assert.Empty(same.Plans.Changes);
        Assert.Empty(same.Earnings.Changes);
    }

    [Fact]
    public void Status_ramp_starts_the_plans_ramp_and_ends_a_leave()
    {
        using var folder = new TestFolder();
        folder.Write("plan.yaml", TestFolder.Plan + Lead)
            .Write("changes.csv", "participant_id,effective_from,plan,status\nR1,2026-03-01,,leave\nR1,2026-05-01,lead,ramp\nR1,2026-05-15,,active\n");

        Participant back = folder.Read().Participants[0];

        Assert.Equal(new LocalDate(2026, 5, 1), Assert.Single(back.RampStarts));
        Assert.Equal("2026-03-01 to 2026-04-30", Assert.Single(back.Leaves).Days.ToString());
        // A twelfth of 1,000,000 at half, up to the end of May: an active in between ends no ramp.
        PeriodTerms second = back.TermsFor(PlanYear.Calendar(2026)).Components.Single(component => component.Name == "bookings from 2026-05-01").Periods[0];
        Assert.Equal((125_000m, "2026-05-01 to 2026-06-30"), ((decimal)second.Quota.Round(Rounding.ToWholeUnit).Value, second.Days.ToString()));
    }

    [Fact]
    public void A_measure_that_a_later_plan_pays_on_needs_a_quota_from_then_on()
    {
        using var folder = new TestFolder();
        folder.Write("plan.yaml", TestFolder.Plan.Replace("70 %", "100 %", StringComparison.Ordinal).Replace("      - { measure: adoption, weight: 30 %, pays: annual, curve: linear }\n", "", StringComparison.Ordinal)
                + "  - id: csm\n    base: 90000\n    target_incentive: 60000\n    components: [{ measure: adoption, weight: 100 %, pays: annual, curve: linear }]\n")
            .Write("changes.csv", "participant_id,effective_from,plan\nR1,2026-07-01,csm\n");
        folder.Write("quotas.csv", "participant_id,measure,effective_from,effective_to,quota\n");
        Assert.Equal("E_QUOTA_MISSING", Assert.Single(folder.Refused()).Code);
        folder.Write("quotas.csv", "participant_id,measure,effective_from,effective_to,quota\nR1,adoption,2026-07-01,,100\n");
        Assert.Equal(["bookings", "adoption from 2026-07-01"], folder.Read().Participants[0].TermsFor(PlanYear.Calendar(2026)).Components.Select(component => component.Name));
        folder.Write("quotas.csv", "participant_id,measure,effective_from,effective_to,quota\nR1,adoption,2026-07-02,,100\n");
        Assert.Equal("E_QUOTA_GAP", Assert.Single(folder.Refused()).Code);
    }

    [Fact]
    public void Somebody_who_has_left_by_a_change_has_no_deals_afterwards()
    {
        using var folder = new TestFolder();
        folder.Write("changes.csv", "participant_id,effective_from,status\nR1,2026-01-05,left\n").Write("deals.csv", TestFolder.Deals);

        Assert.Equal("E_NOT_EMPLOYED", Assert.Single(folder.Refused()).Code);
    }

    [Fact]
    public void Two_changes_of_one_day_make_no_circle_where_both_are_needed()
    {
        using var folder = new TestFolder();
        folder.Write("roster.csv", TestFolder.Roster + "R3,Cy Roe,cy@example.com,AE,,,,USD,,,1000000,ae\n").Write("quotas.csv", TestFolder.Quotas + "R3,adoption,,,100\n")
            .Write("changes.csv", "participant_id,effective_from,manager_id\nR1,2026-07-01,R2\nR2,2026-07-01,R3\n");

        Assert.Equal(["R2", "R3"], folder.Read().SalesForce.Hierarchy.ManagersAbove("R1", new(2026, 7, 1)));
    }

    [Fact]
    public void A_commission_needs_no_quota_in_any_file()
    {
        using var folder = new TestFolder();
        folder.Write("plan.yaml", TestFolder.Plan
            .Replace("70 %", "100 %", StringComparison.Ordinal)
            .Replace("weight: 30 %, pays: annual, curve: linear", "pays: annual, commission: { marginal: [{ from: 0, rate: 25 }] }", StringComparison.Ordinal));
        folder.Write("quotas.csv", "participant_id,measure,effective_from,effective_to,quota\nR2,adoption,2026-01-01,,100\n");

        Case read = folder.Read();

        Assert.Equal([1, 2], read.Participants.Select(participant => participant.Quotas.Count));
        Assert.Equal(Component.Commission(Measure.Adoption, RateTable.Marginal((0, 25))), read.Participants[0].Plan.Components[1]);
    }

    [Fact]
    public void Quota_of_a_span_gives_way_to_the_rosters_after_it()
    {
        using var folder = new TestFolder();
        folder.Write("quotas.csv", TestFolder.Quotas + "R1,bookings,2026-04-01,2026-06-30,1200000\nR1,bookings,2026-07-01,2026-07-31,1300000\n");

        EffectiveDated<Amount> quota = folder.Read().Participants[0].QuotaFor(Measure.Bookings).Annual;

        Assert.Equal([new(2026, 4, 1), new(2026, 7, 1), new LocalDate(2026, 8, 1)], quota.Changes);
        Assert.Equal([1_000_000, 1_200_000, 1_300_000, 1_000_000], new[] { new LocalDate(2026, 3, 31), new(2026, 6, 30), new(2026, 7, 31), new(2026, 8, 1) }.Select(date => (int)quota.At(date).Value.Floor()));
    }

    [Fact]
    public void A_case_in_weeks_settles_its_own_quarters()
    {
        using var folder = new TestFolder();
        folder.Write("plan.yaml", TestFolder.Plan.Replace("year: 2026", "year: { weeks: 4-4-5, starts: 2026-01-04, of: 52 }", StringComparison.Ordinal));
        // The last day of the first thirteen weeks, which is of the calendar's second quarter.
        folder.Write("deals.csv", TestFolder.Deals.Replace("2026-03-31", "2026-04-04", StringComparison.Ordinal));

        Case read = folder.Read();

        Statement first = read.Participants[1].Statement(read.Year.Quarter(1), read.Credits.Where(credit => credit.ParticipantId == "R2"));
        Assert.Equal("Q1 FY2026", first.PeriodName);
        // 250,040 of 500,000 at 10,500 a quarter.
        Assert.Equal(5_250.84m.Usd, first.Earned);
    }

    [Fact]
    public void Rows_of_a_split_and_refunds_are_exact_shares_of_the_deal()
    {
        using var folder = new TestFolder();
        folder.Write("deals.csv", """
            type,credit_pct,deal_id,rep_id,close_date,amount,currency,account,term_months,annual_value,paid_date
            booking,1/3,D1,R1,2026-01-05,100.00,USD,"Acme, Inc.",36,33.33,2026-02-01
            booking,2/3,D1,R2,2026-01-05,100,USD,,,,
            refund,2/3,D1,R2,2026-05-05,-50,USD,,,,

            """);

        Case read = folder.Read();

        Assert.Equal([(Rational)100 / 3, (Rational)200 / 3, (Rational)(-100) / 3], read.Credits.Select(credit => credit.Amount.Value));
        Assert.Equal(("Acme, Inc.", 36, 33.33m.Usd, new LocalDate(2026, 2, 1)), (read.Deals[0].Account, read.Deals[0].TermMonths, read.Deals[0].AnnualValue, read.Deals[0].PaidDate));
        Assert.Equal([DealType.Booking, DealType.Booking, DealType.Refund], read.Deals.Select(deal => deal.Type));
    }

    [Fact]
    public void Warnings_load()
    {
        using var folder = new TestFolder();
        folder.Write("deals.csv", TestFolder.Deals + "D3,R1,2025-12-31,5,USD,100,booking\nD0,R1,2026-02-01,-5,USD,1,refund\n").Write("quota.csv", "").Write("deal.csv", "");

        Assert.Equal(["W_OUTSIDE_YEAR", "W_REFUND_WITHOUT_BOOKING", "W_PERCENT_UNIT"], folder.Read().Warnings.Where(warning => warning.File == "deals.csv").Select(warning => warning.Code));
        // quota.csv is not taken for quotas.csv, which is there.
        Assert.Equal([], folder.Read().Warnings.Where(warning => warning.Code == "W_FILE_UNKNOWN").Select(warning => warning.File));
        Assert.Equal(["deal.csv"], folder.Remove("deals.csv").Read().Warnings.Where(warning => warning.Code == "W_FILE_UNKNOWN").Select(warning => warning.File));
    }

    [Fact]
    public void Assumptions_carry_the_company_effect_on_bookings_whatever_their_order()
    {
        using var folder = new TestFolder();
        Case read = folder.Write("assumptions.yaml", TestFolder.Assumptions).Read();

        Assert.Equal([Measure.Bookings, Measure.Adoption], read.Assumptions!.Models.Select(model => model.Measure));
        Assert.Equal(read.SalesForce.MeanThatLandsAt(1, read.Year), read.Assumptions.ModelOf(Measure.Bookings).Mean);
        Assert.Equal(new CompanyEffect.Range(0.9, 1.1), read.Assumptions.Company);
        Assert.Equal((2_500_000.Usd, 150_000.Usd), (read.CompanyPlan, read.IncentiveBudget));
        Assert.Null(read.Assumptions.Seasonality);
    }

    // A caret stands where each problem is expected, in the order of the codes.
    [Theory]
    [InlineData("company_plan: 2500000", "company_plan: ^0", "E_NUMBER_RANGE")]
    [InlineData("company_plan: 2500000\n", "", "E_KEY_MISSING(5,40)")]
    [InlineData("{ p10: 90 %, p90: 110 % }", "^{ p10: 90 %, p90: 80 % }", "E_DEFINITION")]
    [InlineData("p90: 110 %", "p90: ^110", "E_PERCENT")]
    [InlineData("{ family: lognormal, mean: lands_at_plan, cv: 0.35 }", "^{ family: lognormal, mean: lands_at_plan, cv: 0 }", "E_DEFINITION")]
    [InlineData("{ family: lognormal, mean: lands_at_plan, cv: 0.35 }", "^{ family: lognormal, mean: lands_at_plan, sd: ^0.35 }", "E_KEY_MISSING E_KEY_CONFLICT")]
    [InlineData("mean: 1,", "mean: ^lands_at_plan,", "E_VALUE")]
    [InlineData("mean: 1,", "mean: ^plan,", "E_VALUE")]
    [InlineData("is: 0.4", "is: ^1.4", "E_NUMBER_RANGE")]
    [InlineData("is: 0.4 }", "is: 0.4 }\n  - ^{ between: [adoption, bookings], is: 0.4 }", "E_KEY_DUPLICATE")]
    [InlineData("[bookings, adoption]", "^[bookings, bookings]", "E_TYPE")]
    [InlineData("[bookings, adoption]", "^[bookings]", "E_TYPE")]
    [InlineData("[bookings, adoption]", "[bookings, ^logos]", "E_UNKNOWN_MEASURE")]
    [InlineData("below_zero: floored", "below_zero: ^no", "E_VALUE")]
    [InlineData("  adoption: { family: normal, mean: 1, sd: 15 %, below_zero: floored }\n  bookings", "  ^bookings", "E_MODEL_MISSING")]
    public void A_wrong_assumption_is_reported_where_it_stands(string good, string bad, string expected)
    {
        using var folder = new TestFolder();
        var marked = new Marked(Marked.Changed(TestFolder.Assumptions, good, bad));
        folder.Write("assumptions.yaml", marked.Text);

        Assert.Equal(marked.Expected(expected), Marked.Places(folder.Refused(), "assumptions.yaml"));
    }

    [Fact]
    public void Correlations_that_need_each_other_are_read_together()
    {
        const string Plan = "year: 2026\ncurrency: USD\nmeasures: { margin: money }\nplans:\n  - id: ae\n    base: 1\n    target_incentive: 2\n    components: [{ measure: bookings, weight: 1, pays: annual, curve: linear }]\n";
        const string Model = "{ family: normal, mean: 1, sd: 0.2, below_zero: conditioned }";
        const string Three = $"attainment: {{ bookings: {Model}, adoption: {Model}, margin: {Model} }}\ncorrelation:\n" +
            "  - { between: [bookings, adoption], is: 0.9 }\n  - { between: [bookings, margin], is: 0.9 }\n  - { between: [margin, adoption], is: 0.9 }\n";
        using var folder = new TestFolder();
        folder.Write("plan.yaml", Plan).Write("assumptions.yaml", Three);

        Assert.Equal(0.9, folder.Read().Assumptions!.CorrelationOf(Measure.Adoption, Measure.OfMoney("margin")));

        folder.Write("assumptions.yaml", Three.Replace("adoption], is: 0.9 }\n  - { between: [bookings, m", "adoption], is: -0.9 }\n  - { between: [bookings, m", StringComparison.Ordinal));
        Assert.Equal("E_DEFINITION(3,3)", Marked.Places(folder.Refused(), "assumptions.yaml"));
    }

    [Fact]
    public void Files_carry_their_hashes()
    {
        using var folder = new TestFolder();
        folder.Write("deals.csv", "deal_id,rep_id,close_date,amount,currency,credit_pct,type\n");

        InputFile deals = folder.Read().Files.Single(file => file.Name == "deals.csv");

        // sha256sum of the line above.
        Assert.Equal(new InputFile("deals.csv", 58, "3511a6f2e2d8776cfdcc586a452c8bea6c2bce2aff02c60e9f2a83869ce74061"), deals);
    }
}
