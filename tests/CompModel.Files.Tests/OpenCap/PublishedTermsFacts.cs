using CompModel.Files;
using NodaTime;

namespace CompModel.Tests.OpenCap;

/// <summary>
/// Conditions of the published samples and of the explainer of Open Cap Format (samples/VestingTerms.ocf.json, samples/VestingTerms.example2.ocf.json, docs/explainers/VestingTerms.md
/// at github.com/Open-Cap-Table-Coalition/Open-Cap-Format-OCF), rebuilt.
/// </summary>
public sealed class PublishedTermsFacts
{
    private const string Start = """{ "id": "vesting-start", "quantity": "0", "trigger": { "type": "VESTING_START_DATE" }, "next_condition_ids": [NEXT] }""";

    [Fact]
    public void Four_years_with_a_cliff_of_one_vest_12_of_48_and_then_one_a_month()
    {
        Grant grant = Issued("4800", "CUMULATIVE_ROUNDING", $$"""
            {{Start.Replace("NEXT", "\"cliff\"", StringComparison.Ordinal)}},
            { "id": "cliff", "description": "25% at 1 year", "portion": { "numerator": "12", "denominator": "48" }, "trigger": {{Months(12, 1, "vesting-start")}}, "next_condition_ids": ["monthly-thereafter"] },
            { "id": "monthly-thereafter", "portion": { "numerator": "1", "denominator": "48" }, "trigger": {{Months(1, 36, "cliff")}}, "next_condition_ids": [] }
            """).Grant;

        Assert.Equal(37, grant.Tranches().Count);
        Assert.Equal(new(new(2022, 1, 1), 1200), grant.Tranches()[0]);
        Assert.Equal(new(new(2025, 1, 1), 100), grant.Tranches()[^1]);
    }

    [Theory]
    [InlineData(null, 0, 500)]
    [InlineData("2022-07-14", 500, 0)]
    [InlineData("2024-01-02", 0, 500)]
    public void All_or_nothing_vests_on_its_event_before_either_expiration(string? sold, int vested, int lost)
    {
        string happened = sold is null ? "" : $$""", { "object_type": "TX_VESTING_EVENT", "id": "3", "security_id": "S", "date": "{{sold}}", "vesting_condition_id": "qualifying-sale" }""";
        GrantActivity activity = Issued("500", "CUMULATIVE_ROUND_DOWN", $$"""
            {{Start.Replace("NEXT", "\"relative-expiration\", \"absolute-expiration\", \"qualifying-sale\"", StringComparison.Ordinal)}},
            { "id": "relative-expiration", "portion": { "numerator": "0", "denominator": "1" }, "trigger": {{Months(36, 1, "vesting-start")}}, "next_condition_ids": [] },
            { "id": "absolute-expiration", "quantity": "0", "trigger": { "type": "VESTING_SCHEDULE_ABSOLUTE", "date": "2025-01-01" }, "next_condition_ids": [] },
            { "id": "qualifying-sale", "portion": { "numerator": "1", "denominator": "1" }, "trigger": { "type": "VESTING_EVENT" }, "next_condition_ids": [] }
            """, happened).Activity;

        Assert.Equal(500, activity.VestedAt(new(2022, 7, 13)) + activity.UnvestedAt(new(2022, 7, 13)));
        GrantBalance end = activity.At(new(2026, 1, 1));
        Assert.Equal((vested, lost), ((int)end.Vested.Numerator, (int)end.Forfeited.Numerator));
    }

    [Theory]
    [InlineData("VESTING_START_DAY_OR_LAST_DAY_OF_MONTH", "2021-02-28")]
    [InlineData("VESTING_START_DAY", "2021-02-28")]
    [InlineData("VESTING_START_DAY_MINUS_ONE", "2021-02-27")]
    [InlineData("01", "2021-02-01")]
    [InlineData("28", "2021-02-28")]
    [InlineData("29_OR_LAST_DAY_OF_MONTH", "2021-02-28")]
    [InlineData("31_OR_LAST_DAY_OF_MONTH", "2021-02-28")]
    public void Every_day_of_the_month_is_read_and_written(string word, string first)
    {
        string conditions = $$"""
            {{Start.Replace("NEXT", "\"m\"", StringComparison.Ordinal)}},
            { "id": "m", "portion": { "numerator": "1", "denominator": "12" }, "trigger": {{Months(1, 12, "vesting-start").Replace("VESTING_START_DAY_OR_LAST_DAY_OF_MONTH", word, StringComparison.Ordinal)}}, "next_condition_ids": [] }
            """;
        OpenCapTerms terms = OpenCapText.Read(Terms("FRACTIONAL", conditions)).Terms[0];

        Assert.Equal(first, $"{new Grant("G", new(2021, 1, 31), 12, terms.Terms).Tranches()[0].Vests:uuuu-MM-dd}");
        Assert.Contains($"\"day_of_month\": \"{(word == "VESTING_START_DAY" ? "VESTING_START_DAY_OR_LAST_DAY_OF_MONTH" : word)}\"", OpenCapWriter.Terms(terms), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 12)]
    [InlineData(1, 12)]
    [InlineData(2, 11)]
    [InlineData(12, 1)]
    public void A_cliff_installment_below_two_is_none(int cliff, int dates)
    {
        string conditions = $$"""
            {{Start.Replace("NEXT", "\"m\"", StringComparison.Ordinal)}},
            { "id": "m", "portion": { "numerator": "1", "denominator": "12" }, "trigger": {{Months(1, 12, "vesting-start").Replace("\"occurrences\": 12", $"\"occurrences\": 12, \"cliff_installment\": {cliff}", StringComparison.Ordinal)}}, "next_condition_ids": [] }
            """;
        Assert.Equal(dates, Issued("120", "BACK_LOADED", conditions).Grant.Tranches().Count);
    }

    [Fact]
    public void A_grant_without_terms_and_vestings_is_vested_on_its_day()
    {
        ParticipantGrant held = OpenCapText.Read(null, Transactions("500", "")).Grants[0];
        Assert.Equal(500, held.Activity.VestedAt(new(2021, 1, 1)));
        Assert.Equal(0, held.Activity.VestedAt(new(2020, 12, 31)));
        Assert.Equal("P", held.ParticipantId);
    }

    [Fact]
    public void Listed_vestings_go_before_the_terms_they_came_from_and_the_older_names_of_objects_are_read()
    {
        string text = Transactions("500", "\"vesting_terms_id\": \"gone\", \"vestings\": [{ \"date\": \"2023-01-01\", \"amount\": \"333\" }, { \"date\": \"2022-01-01\", \"amount\": \"167.0\" }],")
            .Replace("TX_EQUITY_COMPENSATION_ISSUANCE", "TX_PLAN_SECURITY_ISSUANCE", StringComparison.Ordinal);
        Assert.Equal([new(new(2022, 1, 1), 167), new Tranche(new(2023, 1, 1), 333)], OpenCapText.Read(null, text).Grants[0].Grant.Tranches());
    }

    [Fact]
    public void What_the_format_cannot_say_is_refused_with_the_reason()
    {
        VestingTerms months = VestingSchedule.Monthly(48, 12);
        Assert.Contains("hold back", Refusal(months.Requiring(new("IPO"))), StringComparison.Ordinal);
        Assert.Contains("side by side", Refusal(VestingTerms.SideBySide((50.Percent, months), (50.Percent, months))), StringComparison.Ordinal);

        var grant = new Grant("G", new(2025, 1, 1), 100, VestingSchedule.Dated((new(2026, 1, 1), 1)));
        GrantEvent[] unsaid =
        [
            new GrantEvent.Left(new(2025, 6, 1)), new GrantEvent.Cancelled(new(2025, 6, 1), 5), new GrantEvent.Cancelled(new(2025, 6, 1)), new GrantEvent.Split(new(2025, 6, 1), 2, 1),
            new GrantEvent.Accelerated(new(2025, 6, 1), new Acceleration.All()), new GrantEvent.OnLeave(new(new(2025, 6, 1), new(2025, 7, 1)), Tolling.Shift),
        ];
        Assert.All(unsaid, happened => Assert.Contains("2025-06-01", Assert.Throws<NotSupportedException>(() => OpenCapWriter.Grants(new ParticipantGrant("P", grant.After(happened)))).Message, StringComparison.Ordinal));
        Assert.Throws<NotSupportedException>(() => OpenCapWriter.Grants(new ParticipantGrant("P", grant.After()) { Compensation = "OPTION" }));
        Assert.Throws<NotSupportedException>(() => OpenCapWriter.Grants(new ParticipantGrant("P", grant.Accelerating(AccelerationClause.OnLeaving(new Acceleration.All())).After())));
        Assert.Throws<NotSupportedException>(() => OpenCapWriter.Grants(new ParticipantGrant("P", new Grant("G", new(2025, 1, 1), 100, months).After())));
        Assert.Throws<NotSupportedException>(() => OpenCapWriter.Grants(new ParticipantGrant("P", new Grant("G", new(2025, 1, 1), 100, months.Requiring(new("IPO"))).After()) { TermsId = "T" }));
        Assert.Throws<NotSupportedException>(() => OpenCapWriter.Grants(new ParticipantGrant("", grant.After())));
    }

    private static string Refusal(VestingTerms terms) =>
        Assert.Throws<NotSupportedException>(() => OpenCapWriter.Terms(new OpenCapTerms("T", "T", "T", terms, ShareAllocation.FrontLoaded))).Message;

    private static ParticipantGrant Issued(string quantity, string allocation, string conditions, string happened = "") =>
        OpenCapText.Read(Terms(allocation, conditions), Transactions(quantity, "\"vesting_terms_id\": \"T\",", happened)).Grants[0];

    private static string Terms(string allocation, string conditions) =>
        $$"""{ "file_type": "OCF_VESTING_TERMS_FILE", "items": [{ "object_type": "VESTING_TERMS", "id": "T", "name": "T", "description": "", "allocation_type": "{{allocation}}", "vesting_conditions": [{{conditions}}] }] }""";

    private static string Transactions(string quantity, string vesting, string happened = "") =>
        $$"""{ "file_type": "OCF_TRANSACTIONS_FILE", "items": [{ "object_type": "TX_EQUITY_COMPENSATION_ISSUANCE", "id": "1", "security_id": "S", "custom_id": "1", "date": "2021-01-01", "stakeholder_id": "P", "compensation_type": "RSU", {{vesting}} "quantity": "{{quantity}}", "security_law_exemptions": [], "expiration_date": null, "termination_exercise_windows": [] }{{happened}}] }""";

    private static string Months(int length, int occurrences, string from) =>
        $$"""{ "type": "VESTING_SCHEDULE_RELATIVE", "period": { "length": {{length}}, "type": "MONTHS", "occurrences": {{occurrences}}, "day_of_month": "VESTING_START_DAY_OR_LAST_DAY_OF_MONTH" }, "relative_to_condition_id": "{{from}}" }""";
}
