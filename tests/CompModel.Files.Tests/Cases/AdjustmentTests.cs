using CompModel.Files;
using NodaTime;

namespace CompModel.Tests;

public sealed class AdjustmentTests
{
    [Fact]
    public void An_amount_is_a_correction_on_the_last_day_of_its_period_with_who_answers_for_it()
    {
        using var folder = new TestFolder();
        Case read = folder.Write("adjustments.csv", TestFolder.Adjustments).Read();

        Assert.Equal(
            Correction.TrueUp(new(2026, 3, 31), -250.5m.Usd, "Deal cancelled before delivery").Of("bookings").Referring("D1").ApprovedBy("Ines Roth"),
            Assert.Single(read.InputsOf("R1").Corrections));
        Assert.Equal(
            Correction.TrueUp(new(2026, 3, 31), 1_000.Usd, "Help with a tender").Referring("CASE-7").ApprovedBy("Ines Roth"), Assert.Single(read.InputsOf("R2").Corrections));
        Assert.Equal(["2026-Q1", "2026-03", "2026-Q3"], read.Adjustments.Select(adjustment => adjustment.Period.Code));
        Assert.True(read.Has("adjustments.csv"));
    }

    [Fact]
    public void A_credit_is_one_in_its_components_measure_on_the_last_day_of_employment()
    {
        using var folder = new TestFolder();
        folder.Write("roster.csv", TestFolder.Roster.Replace("2026-09-30", "2026-08-15", StringComparison.Ordinal)).Write("adjustments.csv", TestFolder.Adjustments);

        Credit credit = Assert.Single(folder.Read().InputsOf("R2").Credits);

        Assert.Equal((Measure.Adoption, new LocalDate(2026, 8, 15), (Rational)12.5m, "CASE-9", CreditScope.Own), (credit.Measure, credit.Date, credit.Amount.Value, credit.Reference, credit.Scope));
        Assert.Equal("Ines Roth", credit.Attributes.TextOf(DealAttribute.ApprovedBy));
    }

    [Fact]
    public void An_adjustment_counts_for_the_participant_of_its_row_alone()
    {
        using var folder = new TestFolder();
        folder.Write("plan.yaml", TestFolder.Plan.Replace("measure: bookings,", "measure: bookings, of: team,", StringComparison.Ordinal)).Write("deals.csv", TestFolder.Deals)
            .Write("adjustments.csv", "participant_id,period,component,amount,credit,reason,reference,approved_by\nR2,2026-Q1,adoption,,3,r,A,b\nR1,2026-Q1,bookings,,7,r,A,b\n");

        Case read = folder.Read();

        // R1 leads R2: of the team's credits, those of deals are rolled up, and that by hand is the manager's own row.
        Assert.Equal([7, 40, 250_000], read.InputsOf("R1").Credits.Where(credit => credit.Scope == CreditScope.Team).Select(credit => (int)credit.Amount.Value.Floor()).Order());
        Assert.Equal([3, 40, 250_000], read.InputsOf("R2").Credits.Select(credit => (int)credit.Amount.Value.Floor()).Order());
    }

    [Fact]
    public void Whoever_has_left_may_still_owe_and_nobody_is_adjusted_before_the_hire()
    {
        using var folder = new TestFolder();
        const string Header = "participant_id,period,amount,reason,reference,approved_by\n";
        Assert.Equal(new LocalDate(2026, 12, 31), Assert.Single(folder.Write("adjustments.csv", Header + "R2,2026-Q4,-5,r,A,b\n").Read().InputsOf("R2").Corrections).Date);

        folder.Write("roster.csv", TestFolder.Roster.Replace("2024-01-15", "2026-07-01", StringComparison.Ordinal)).Write("adjustments.csv", Header + "R1,2026-Q2,-5,r,A,b\n");

        Assert.Equal("E_NOT_EMPLOYED(2,4)", Marked.Places(folder.Refused(), "adjustments.csv"));
    }

    [Fact]
    public void Dates_of_deals_are_events_and_what_is_no_deal_waits_for_none()
    {
        using var folder = new TestFolder();
        folder.Write("deals.csv", """
                deal_id,rep_id,close_date,amount,currency,credit_pct,type,invoice_date,paid_date
                D1,R1,2026-01-05,100,USD,60,booking,2026-02-01,
                D1,R2,2026-01-05,100,USD,40,booking,,2026-04-01
                D2,R2,2026-03-31,250000,USD,100,booking,,

                """)
            .Write("results.csv", "participant_id,measure,period_end,value\nR2,adoption,2026-06-30,20\n").Write("adjustments.csv", TestFolder.Adjustments);

        Case read = folder.Read();

        DealEvent[] deal = [new("D1", PaymentEvent.Invoice, new(2026, 2, 1)), new("D1", PaymentEvent.Cash, new(2026, 4, 1))];
        // R1 leads R2, and has the team's credits; what is given by hand does not roll up.
        Assert.Equal([.. deal, .. Both("adoption 2026-06-30 R2", new(2026, 6, 30))], read.InputsOf("R1").Events);
        Assert.Equal(
            [.. deal, .. Both("adoption 2026-06-30 R2", new(2026, 6, 30)), .. Both("CASE-9", new(2026, 9, 30))], read.InputsOf("R2").Events);
    }

    private static DealEvent[] Both(string reference, LocalDate day) => [new(reference, PaymentEvent.Invoice, day), new(reference, PaymentEvent.Cash, day)];
}
