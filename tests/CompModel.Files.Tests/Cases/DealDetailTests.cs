using CompModel.Files;

namespace CompModel.Tests;

public sealed class DealDetailTests
{
    private const string Header = "deal_id,rep_id,close_date,amount,currency,credit_pct,type";

    private static readonly string Plan = """
        year: 2026
        currency: USD
        measures: { margin: money, logos: units, csat: score }
        plans:
          - id: ae
            base: 90000
            target_incentive: 60000
            components:
              - measure: bookings
                pays: annual
                commission: { marginal: [{ from: 0, rate: 5 % }] }
                deals:
                  weights: { by: channel, values: { partner: 50 % } }
                  kickers: { factor: { by: seats, from: { 100: 1.1 } } }
              - { objective: references, weight: 100 %, pays: annual }

        """;

    private static readonly DealAttribute Channel = DealAttribute.Named("channel"), Seats = DealAttribute.Named("seats");

    [Fact]
    public void What_is_known_of_a_deal_goes_with_its_credit()
    {
        using TestFolder folder = Folder($"""
            {Header},product,term_months,discount,channel,seats
            D1,R1,2026-01-05,100,USD,100,booking,Cloud,36,12.5 %,partner,250
            D2,R1,2026-01-06,100,USD,100,booking,,,,,

            """);

        IReadOnlyList<Credit> credits = folder.Read().Credits;

        Assert.Equal(
            DealAttributes.None.With(DealAttribute.Product, "Cloud").With(DealAttribute.TermMonths, 36).With(DealAttribute.Discount, 12.5m.Percent).With(Channel, "partner").With(Seats, 250),
            credits[0].Attributes);
        Assert.Equal(DealAttributes.None, credits[1].Attributes);
        Assert.Equal(12.5m.Percent, folder.Read().Deals[0].Discount);
    }

    [Fact]
    public void A_refund_that_says_nothing_of_its_deal_is_what_the_booking_was()
    {
        using TestFolder folder = Folder($"""
            {Header},product,channel,seats
            D1,R1,2026-01-05,100,USD,100,booking,Cloud,partner,
            D1,R1,2026-02-05,-100,USD,100,refund,,,
            D2,R1,2026-01-05,100,USD,100,booking,Cloud,partner,
            D2,R1,2026-02-05,-100,USD,100,refund,Edge,,

            """);

        Assert.Equal(["partner", "partner", "partner", null], folder.Read().Credits.Select(credit => credit.Attributes.TextOf(Channel)));
    }

    [Fact]
    public void A_column_of_a_measure_counts_the_same_deal_in_it()
    {
        using TestFolder folder = Folder($"""
            {Header},channel,seats,margin,logos
            D1,R1,2026-01-05,100.00,USD,40,booking,,,30.50,1
            D2,R1,2026-01-06,50.00,USD,100,booking,,,,

            """);

        Assert.Equal(
            [(Measure.Bookings, 40), (Measure.OfMoney("margin"), 12.2m), (Measure.OfUnits("logos"), 0.4m), (Measure.Bookings, 50)],
            folder.Read().Credits.Select(credit => (credit.Measure, credit.Amount.Value)));
    }

    [Fact]
    public void A_deal_of_a_territory_counts_for_whoever_has_it_and_not_twice_for_a_manager()
    {
        using TestFolder folder = Folder(
            $"{Header},channel,seats,territory\nD1,R2,2026-01-05,100,USD,100,booking,,,North\nD2,R2,2026-01-06,50,USD,100,booking,,,\nD3,R2,2026-01-07,50,USD,100,booking,,,Noth\n");
        folder.Write("plan.yaml", Plan.Replace("- measure: bookings", "- measure: bookings\n        position_by: territory", StringComparison.Ordinal))
            .Write("roster.csv", TestFolder.Roster.Replace("quota,plan", "quota,plan,territory", StringComparison.Ordinal).Replace(",ae\n", ",ae,North\n", StringComparison.Ordinal));

        Case read = folder.Read();

        Assert.Equal(
            ["R2 D1 Own", "R2 D2 Own", "R2 D3 Own", "R1 D1 Territory", "R2 D1 Territory", "R1 D1 Team", "R1 D2 Team", "R1 D3 Team"],
            read.SalesForce.Hierarchy.RollUp(read.Credits).Select(credit => $"{credit.ParticipantId} {credit.Reference} {credit.Scope}"));
        Diagnostic warning = Assert.Single(read.Warnings);
        Assert.Equal(("W_UNKNOWN_TERRITORY", 4, 39, "did you mean 'North'?"), (warning.Code, warning.Line, warning.Column, warning.Hint));
    }

    [Theory]
    [InlineData(Header + ",channel\nD1,R1,2026-01-05,100,USD,100,booking,x\n", "E_COLUMN_MISSING(1,1)")]
    [InlineData(Header + ",channel,seats,^region\nD1,R1,2026-01-05,100,USD,100,booking,,,\n", "E_COLUMN_UNKNOWN")]
    [InlineData(Header + ",channel,seats\nD1,R1,2026-01-05,100,USD,100,booking,,^many\n", "E_NUMBER")]
    [InlineData(Header + ",channel,seats,discount\nD1,R1,2026-01-05,100,USD,100,booking,,,^20\n", "E_PERCENT")]
    [InlineData(Header + ",channel,seats,discount\nD1,R1,2026-01-05,100,USD,100,booking,,,^101 %\n", "E_NUMBER_RANGE")]
    [InlineData(Header + ",channel,seats,margin\nD1,R1,2026-01-05,100,USD,100,booking,,,^1.005\n", "E_MONEY_SCALE")]
    [InlineData(Header + ",channel,seats,measure,margin\nD1,R1,2026-01-05,100,USD,100,booking,,,margin,^1\n", "E_KEY_CONFLICT")]
    [InlineData(Header + ",channel,seats,margin\nD1,R1,2026-01-05,100,USD,100,booking,,,-1\nD1,R1,2026-02-05,-50,USD,100,refund,,,^1\n", "E_SIGN")]
    public void Columns_that_plans_name_must_be_there_and_hold_what_they_say(string deals, string codes)
    {
        var marked = new Marked(deals);
        using TestFolder folder = Folder(marked.Text);

        Assert.Equal(marked.Expected(codes), Marked.Places(folder.Refused(), "deals.csv"));
    }

    [Theory]
    [InlineData("80 %", 0.8)]
    [InlineData("0.8", 0.8)]
    [InlineData("4/5", 0.8)]
    [InlineData("1", 1)]
    [InlineData("120 %", 1.2)]
    public void A_score_is_a_percentage_or_a_fraction(string value, decimal score)
    {
        using TestFolder folder = Folder($"{Header},channel,seats\n");

        Assert.Equal(score, folder.Write("results.csv", $"participant_id,measure,period_end,value\nR1,references,2026-12-31,{value}\n").Read().Credits.Single().Amount.Value);
    }

    [Theory]
    [InlineData("80", "E_PERCENT")]
    [InlineData("-10 %", "E_NUMBER_RANGE")]
    [InlineData("-1", "E_NUMBER_RANGE")]
    [InlineData("good", "E_NUMBER")]
    public void What_is_no_score_is_refused(string value, string code)
    {
        using TestFolder folder = Folder($"{Header},channel,seats\n");

        Assert.Equal($"{code}(2,20)", Marked.Places(folder.Write("results.csv", $"participant_id,measure,period_end,value\nR1,csat,2026-12-31,{value}\n").Refused(), "results.csv"));
    }

    [Theory]
    [InlineData("R1,references,2026-06-30,90 %", 0)]
    [InlineData("R1,references,2026-06-30,90 %\nR1,references,2026-12-31,95 %\nR2,references,2026-03-31,1\nR2,references,2026-06-30,1", 1)]
    [InlineData("R1,csat,2026-06-30,90 %\nR1,csat,2026-12-31,95 %", 0)]
    public void Several_scores_in_a_span_that_asks_for_one_deserve_a_look(string rows, int warnings)
    {
        using TestFolder folder = Folder($"{Header},channel,seats\n");

        Case read = folder.Write("results.csv", $"participant_id,measure,period_end,value\n{rows}\n").Read();

        Assert.Equal(warnings, read.Warnings.Count);
        Assert.All(read.Warnings, warning => Assert.Equal(("W_SCORES_ADDED", 3, 26), (warning.Code, warning.Line, warning.Column)));
        Assert.All(read.Warnings, warning => Assert.Contains("add up to 185 %", warning.Found, StringComparison.Ordinal));
    }

    [Fact]
    public void A_score_needs_no_quota_and_has_none()
    {
        using TestFolder folder = Folder($"{Header},channel,seats\n");
        Assert.DoesNotContain(folder.Read().Participants[0].Quotas, quota => quota.Measure.IsScore);

        Assert.Equal("E_VALUE(2,4)", Marked.Places(folder.Write("quotas.csv", "participant_id,measure,effective_from,effective_to,quota\nR1,references,,,1\n").Refused(), "quotas.csv"));
    }

    [Theory]
    [InlineData("only_if: { measure: logos, amount: 5 }", "")]
    [InlineData("only_if: { measure: csat, attainment: 80 % }", "")]
    [InlineData("only_if: { measure: logos, attainment: 80 % }", "E_QUOTA_MISSING(2,1) E_QUOTA_MISSING(3,1)")]
    [InlineData("multipliers: [{ measure: logos, curve: linear }]", "E_QUOTA_MISSING(2,1) E_QUOTA_MISSING(3,1)")]
    [InlineData("of: territory", "E_VALUE_MISSING(2,1) E_VALUE_MISSING(3,1)")]
    public void What_conditions_and_multipliers_ask_for_must_be_known(string keys, string codes)
    {
        using TestFolder folder = Folder($"{Header},channel,seats\n");
        folder.Write("plan.yaml", Plan.Replace("- measure: bookings", $"- measure: bookings\n        {keys}", StringComparison.Ordinal));

        if (codes.Length == 0)
            folder.Read();
        else
            Assert.Equal(codes, Marked.Places(folder.Refused(), "roster.csv"));
    }

    [Fact]
    public void A_multiplier_of_the_whole_plan_asks_for_a_quota_too()
    {
        using TestFolder folder = Folder($"{Header},channel,seats\n");
        folder.Write("plan.yaml", Plan.Replace("    components:", "    multipliers: [{ measure: logos, curve: linear }]\n    components:", StringComparison.Ordinal));

        Assert.Equal("E_QUOTA_MISSING(2,1) E_QUOTA_MISSING(3,1)", Marked.Places(folder.Refused(), "roster.csv"));
    }

    private static TestFolder Folder(string deals) => new TestFolder().Write("plan.yaml", Plan).Write("deals.csv", deals);
}
