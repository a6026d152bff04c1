using System.Text;
using CompModel.Files;

namespace CompModel.Tests.OpenCap;

/// <summary>What Open Cap Format does not allow is refused at its place, each problem once, and nothing takes long.</summary>
public sealed class HostileOpenCapFacts
{
    private const string Terms = """
        {
          "file_type": "OCF_VESTING_TERMS_FILE",
          "items": [
            {
              "object_type": "VESTING_TERMS", "id": "T", "name": "Four years", "description": "…", "allocation_type": "CUMULATIVE_ROUND_DOWN",
              "vesting_conditions": [
                { "id": "start", "quantity": "0", "trigger": { "type": "VESTING_START_DATE" }, "next_condition_ids": ["months"] },
                { "id": "months", "portion": { "numerator": "1", "denominator": "48" },
                  "trigger": {
                    "type": "VESTING_SCHEDULE_RELATIVE", "relative_to_condition_id": "start",
                    "period": { "length": 1, "type": "MONTHS", "occurrences": 48, "day_of_month": "15", "cliff_installment": 12 }
                  },
                  "next_condition_ids": [] }
              ]
            }
          ]
        }
        """;

    private const string Transactions = """
        {
          "file_type": "OCF_TRANSACTIONS_FILE",
          "items": [
            { "object_type": "TX_EQUITY_COMPENSATION_ISSUANCE", "id": "1", "security_id": "S1", "custom_id": "S1", "date": "2025-01-31", "stakeholder_id": "P1",
              "compensation_type": "RSU", "quantity": "4800", "vesting_terms_id": "T", "security_law_exemptions": [], "expiration_date": null, "termination_exercise_windows": [] },
            { "object_type": "TX_VESTING_START", "id": "2", "security_id": "S1", "date": "2025-01-15", "vesting_condition_id": "start" },
            { "object_type": "TX_VESTING_ACCELERATION", "id": "3", "security_id": "S1", "date": "2026-06-30", "quantity": "100", "reason_text": "…" }
          ]
        }
        """;

    [Fact]
    public void The_files_that_the_others_are_made_of_load()
    {
        OpenCapFiles read = OpenCapText.Read(Terms, Transactions);
        GrantActivity activity = read.Grants[0].Activity;
        Assert.Equal(new(2025, 1, 15), activity.Grant.VestingStart);
        // Twelve of 48 on the fifteenth of January 2026, then 100 a month; 100 more by the acceleration.
        Assert.Equal([1200, 1800], new[] { new NodaTime.LocalDate(2026, 1, 15), new(2026, 6, 30) }.Select(day => (int)activity.VestedAt(day).Numerator));
    }

    [Theory]
    [InlineData("\"OCF_VESTING_TERMS_FILE\"", "^\"OCF_STAKEHOLDERS_FILE\"", "E_VALUE")]
    [InlineData("\"OCF_VESTING_TERMS_FILE\"", "^\"OCF_VESTING_TERM_FILE\"", "E_VALUE")]
    [InlineData("\"OCF_VESTING_TERMS_FILE\"", "^1", "E_TYPE")]
    [InlineData("\"file_type\"", "\"filetype\"", "E_KEY_MISSING(1,1)")]
    [InlineData("\"VESTING_TERMS\"", "^\"VESTING_TERM\"", "E_VALUE")]
    [InlineData("\"name\": \"Four years\"", "^\"title\": \"Four years\"", "E_KEY_MISSING(4,5) E_KEY_UNKNOWN")]
    [InlineData("\"id\": \"T\"", "\"id\": \"T\", ^\"id\": \"T\"", "E_KEY_DUPLICATE")]
    [InlineData("\"id\": \"T\"", "\"id\": ^null", "E_TYPE")]
    [InlineData("\"CUMULATIVE_ROUND_DOWN\"", "^\"\"", "E_VALUE_MISSING")]
    [InlineData("\"CUMULATIVE_ROUND_DOWN\"", "^\"ROUND_DOWN\"", "E_VALUE")]
    [InlineData("\"portion\": {", "^\"portions\": {", "E_KEY_MISSING(8,9) E_KEY_UNKNOWN")]
    [InlineData("\"quantity\": \"0\"", "\"quantity\": ^0", "E_TYPE")]
    [InlineData("\"quantity\": \"0\"", "\"quantity\": ^\"0.5\"", "E_NUMBER_RANGE")]
    [InlineData("\"quantity\": \"0\"", "\"quantity\": ^\"-1\"", "E_NUMBER_RANGE")]
    [InlineData("\"quantity\": \"0\"", "\"quantity\": ^\"1e3\"", "E_NUMBER")]
    [InlineData("\"quantity\": \"0\"", "\"quantity\": \"0\", \"portion\": { \"numerator\": \"0\", \"denominator\": \"1\" }", "E_KEY_CONFLICT(7,38)")]
    [InlineData("\"denominator\": \"48\"", "\"denominator\": ^48", "E_TYPE")]
    [InlineData("\"numerator\": \"1\", \"denominator\": \"48\"", "\"numerator\": ^\"1/48\", \"denominator\": \"1\"", "E_NUMBER")]
    [InlineData("\"numerator\": \"1\", \"denominator\": \"48\"", "\"numerator\": ^\"0.00000000001\", \"denominator\": \"1\"", "E_NUMBER")]
    [InlineData("\"portion\": { \"numerator\": \"1\", \"denominator\": \"48\" }", "\"portion\": ^{ \"numerator\": \"1\", \"denominator\": \"0\" }", "E_NUMBER_RANGE")]
    [InlineData("\"portion\": { \"numerator\": \"1\", \"denominator\": \"48\" }", "\"portion\": ^{ \"numerator\": \"49\", \"denominator\": \"48\" }", "E_NUMBER_RANGE")]
    [InlineData("\"denominator\": \"48\"", "\"denominator\": \"48\", \"remainder\": ^\"true\"", "E_TYPE")]
    [InlineData("\"denominator\": \"48\"", "\"denominator\": \"96\"", "E_DEFINITION(6,29)")]
    [InlineData("\"type\": \"VESTING_START_DATE\"", "\"type\": ^\"VESTING_START\"", "E_VALUE")]
    [InlineData("\"type\": \"VESTING_START_DATE\"", "\"type\": \"VESTING_START_DATE\", \"date\": ^\"2025-01-01\"", "E_KEY_CONFLICT")]
    [InlineData("\"type\": \"VESTING_START_DATE\"", "\"type\": \"VESTING_SCHEDULE_ABSOLUTE\", \"date\": ^\"2025-02-30\"", "E_DATE")]
    [InlineData("\"type\": \"VESTING_START_DATE\"", "\"type\": \"VESTING_SCHEDULE_ABSOLUTE\", \"date\": ^\"2025-02-03T00:00:00Z\"", "E_DATE")]
    [InlineData("\"period\": { \"length\": 1,", "\"period\": ^{ \"length\": 1000000000,", "E_DEFINITION")]
    [InlineData("\"length\": 1,", "\"length\": ^\"1\",", "E_TYPE")]
    [InlineData("\"length\": 1,", "\"length\": ^-1,", "E_NUMBER_RANGE")]
    [InlineData("\"period\": { \"length\": 1, \"type\": \"MONTHS\", \"occurrences\": 48,", "\"period\": ^{ \"length\": 1, \"type\": \"MONTHS\", \"occurrences\": 1000000000,", "E_DEFINITION")]
    [InlineData("\"occurrences\": 48,", "\"occurrences\": ^99999999999999999999,", "E_NUMBER_RANGE")]
    [InlineData("\"occurrences\": 48,", "\"occurrences\": ^0,", "E_NUMBER_RANGE")]
    [InlineData("\"occurrences\": 48,", "\"occurrences\": ^4.8e1,", "E_NUMBER_RANGE")]
    [InlineData("\"cliff_installment\": 12", "\"cliff_installment\": 49", "E_DEFINITION(11,23)")]
    [InlineData("\"15\"", "^\"VESTING_START_DAY_OR_FIRST\"", "E_VALUE")]
    [InlineData("\"15\"", "^\"29\"", "E_VALUE")]
    [InlineData("\"MONTHS\"", "^\"WEEKS\"", "E_VALUE")]
    [InlineData("\"type\": \"MONTHS\"", "\"type\": \"DAYS\"", "E_KEY_CONFLICT(11,89)")]
    [InlineData("\"next_condition_ids\": [\"months\"]", "\"next_condition_ids\": [\"month\"]", "E_DEFINITION(6,29)")]
    [InlineData("\"relative_to_condition_id\": \"start\"", "\"relative_to_condition_id\": \"cliff\"", "E_DEFINITION(6,29)")]
    [InlineData("\"next_condition_ids\": [] }", "\"next_condition_ids\": [\"start\"] }", "E_DEFINITION(6,29)")]
    [InlineData("\"next_condition_ids\": [] }", "\"next_condition_ids\": ^\"start\" }", "E_TYPE")]
    [InlineData("\"id\": \"months\"", "\"id\": \"start\"", "E_DEFINITION(6,29)")]
    [InlineData("\"id\": \"months\"", "\"id\": ^\"\\u202Eb\"", "E_CONTROL_CHAR")]
    public void What_the_schema_does_not_allow_is_refused_at_its_place(string good, string bad, string codes)
    {
        var marked = new Marked(Marked.Changed(Terms, good, bad));
        IReadOnlyList<Diagnostic> refused = OpenCapText.Refused(marked.Text);
        Assert.Equal(marked.Expected(codes), Marked.Places(refused, OpenCapText.Terms));
        Assert.All(refused, diagnostic => Assert.DoesNotContain('\n', diagnostic.ToString()));
    }

    [Theory]
    [InlineData("\"quantity\": \"4800\"", "\"quantity\": ^\"4800.5\"", "E_NUMBER_RANGE")]
    [InlineData("\"quantity\": \"4800\"", "\"quantity\": ^\"0\"", "E_NUMBER_RANGE")]
    [InlineData("\"quantity\": \"4800\"", "\"quantity\": ^\"-4800\"", "E_NUMBER_RANGE")]
    [InlineData("\"quantity\": \"4800\"", "\"quantity\": ^\"1000000000000000\"", "E_NUMBER_RANGE")]
    [InlineData("\"quantity\": \"4800\"", "\"quantity\": ^\"4,800\"", "E_NUMBER")]
    [InlineData("\"quantity\": \"4800\"", "\"quantity\": ^4800", "E_TYPE")]
    [InlineData("\"date\": \"2025-01-31\"", "\"date\": ^\"2025-02-30\"", "E_DATE")]
    [InlineData("\"compensation_type\": \"RSU\"", "\"compensation_type\": ^\"RSA\"", "E_VALUE")]
    [InlineData("\"vesting_terms_id\": \"T\"", "\"vesting_terms_id\": ^\"T2\"", "E_UNKNOWN_TERMS")]
    [InlineData("\"vesting_terms_id\": \"T\"", "\"vestings\": ^[]", "E_VALUE_MISSING")]
    [InlineData("\"vesting_terms_id\": \"T\"", "\"vestings\": ^[{ \"date\": \"2026-01-31\", \"amount\": \"2400\" }, { \"date\": \"2027-01-31\", \"amount\": \"2399\" }]", "E_VESTING_SUM")]
    [InlineData("\"vesting_terms_id\": \"T\"", "\"vestings\": [{ \"date\": \"2026-01-31\", \"amount\": ^\"2400.5\" }, { \"date\": \"2027-01-31\", \"amount\": ^\"0\" }]", "E_NUMBER_RANGE E_NUMBER_RANGE")]
    [InlineData("\"security_law_exemptions\"", "^\"exemptions\"", "E_KEY_UNKNOWN")]
    [InlineData("\"security_id\": \"S1\", \"date\": \"2025-01-15\"", "\"security_id\": ^\"S2\", \"date\": \"2025-01-15\"", "E_UNKNOWN_GRANT")]
    [InlineData("\"vesting_condition_id\": \"start\"", "\"vesting_condition_id\": ^\"months\"", "E_VALUE")]
    [InlineData("\"quantity\": \"100\"", "\"quantity\": ^\"0\"", "E_NUMBER_RANGE")]
    [InlineData("\"quantity\": \"100\"", "\"quantity\": \"5000\"", "E_DEFINITION(7,5)")]
    [InlineData("\"date\": \"2026-06-30\"", "\"date\": \"2024-06-30\"", "E_DEFINITION(7,5)")]
    [InlineData("{ \"object_type\": \"TX_VESTING_START\",", "^{ \"type\": \"TX_VESTING_START\",", "E_KEY_MISSING")]
    [InlineData("\"TX_VESTING_ACCELERATION\", \"id\": \"3\",", "\"TX_VESTING_EVENT\", \"vesting_condition_id\": \"sale\", \"id\": \"3\",", "E_DEFINITION(7,5) E_KEY_UNKNOWN(7,128) E_KEY_UNKNOWN(7,147)")]
    public void Transactions_that_cannot_be_are_refused_at_their_place(string good, string bad, string codes)
    {
        var marked = new Marked(Marked.Changed(Transactions, good, bad));
        // Where the start is what is refused, a warning says that there is none.
        IEnumerable<Diagnostic> refused = OpenCapText.Refused(Terms, marked.Text).Where(diagnostic => diagnostic.Code != DiagnosticCode.VestingStartWarning);
        Assert.Equal(marked.Expected(codes), Marked.Places(refused, OpenCapText.Transactions));
    }

    [Fact]
    public void Terms_without_a_recorded_start_count_from_the_issuance_with_a_warning()
    {
        string[] lines = [.. Transactions.Split('\n').Where(line => !line.Contains("TX_VESTING_START", StringComparison.Ordinal))];
        OpenCapFiles read = OpenCapText.Read(out DiagnosticLog log, Terms, string.Join('\n', lines));
        Assert.Equal(DiagnosticCode.VestingStartWarning, Assert.Single(log.Diagnostics).Code);
        Assert.Equal(read.Grants[0].Grant.Granted, read.Grants[0].Grant.VestingStart);
    }

    [Fact]
    public void Vestings_that_do_not_sum_are_refused_with_both_numbers_and_the_difference()
    {
        string text = Transactions.Replace("\"vesting_terms_id\": \"T\"", "\"vestings\": [{ \"date\": \"2026-01-31\", \"amount\": \"4801\" }]", StringComparison.Ordinal);
        Diagnostic refused = Assert.Single(OpenCapText.Refused(null, text));
        Assert.Equal("vestings sum to 4801, and quantity is 4800", refused.Found);
        Assert.Equal("1 too many", refused.Hint);
    }

    [Fact]
    public void A_fractional_quantity_is_refused_with_its_value_and_the_rule()
    {
        Diagnostic refused = Assert.Single(OpenCapText.Refused(Terms, Transactions.Replace("\"4800\"", "\"4800.25\"", StringComparison.Ordinal)));
        Assert.Equal("quantity is '4800.25'", refused.Found);
        Assert.StartsWith("whole shares, at least 1", refused.Expected, StringComparison.Ordinal);
        Assert.NotEqual("", refused.Hint);
    }

    [Theory]
    [InlineData("", "E_EMPTY_FILE(1,1)")]
    [InlineData("[]", "E_TYPE(1,1)")]
    [InlineData("{", "E_JSON(1,2)")]
    [InlineData("{ \"file_type\": \"OCF_VESTING_TERMS_FILE\",\n\t\"items\": [}", "E_JSON(2,12)")]
    [InlineData("{ \"file_type\": \"OCF_VESTING_TERMS_FILE\", \"items\": [] } {}", "E_JSON(1,56)")]
    [InlineData("{ 'file_type': 'OCF_VESTING_TERMS_FILE' }", "E_JSON(1,3)")]
    [InlineData("{ \"file_type\": \"\\ud800\" }", "E_JSON(1,16)")]
    [InlineData("{ \"file_type\": \"OCF_VESTING_TERMS_FILE\", \"items\": {} }", "E_TYPE(1,51)")]
    [InlineData("{ \"file_type\": \"OCF_VESTING_TERMS_FILE\", \"items\": [1] }", "E_TYPE(1,52)")]
    [InlineData("{ \"file_type\": \"OCF_TRANSACTIONS_FILE\", \"items\": [\"x\"] }", "E_KEY_MISSING(1,51)")]
    public void What_is_no_such_file_is_refused_where_it_stops_being_one(string text, string places) =>
        Assert.Equal(places, Marked.Places(OpenCapText.Refused(text), OpenCapText.Terms));

    [Fact]
    public void No_depth_of_nesting_is_too_much_to_refuse()
    {
        foreach (string bomb in (string[])[new string('[', 1_000_000), string.Concat(Enumerable.Repeat("{\"a\":", 500_000))])
            Assert.Equal("E_LIMIT", Assert.Single(OpenCapText.Refused(bomb)).Code);
    }

    [Fact]
    public void A_billion_installments_of_no_length_are_refused_at_once() =>
        Assert.Equal("E_DEFINITION", Assert.Single(OpenCapText.Refused(Terms.Replace("\"length\": 1,", "\"length\": 0,", StringComparison.Ordinal).Replace("48, \"day", "1000000000, \"day", StringComparison.Ordinal))).Code);

    [Fact]
    public void Conditions_that_together_have_a_million_installments_are_refused()
    {
        string[] conditions =
        [
            "{ \"id\": \"c0\", \"quantity\": \"0\", \"trigger\": { \"type\": \"VESTING_START_DATE\" }, \"next_condition_ids\": [\"c1\"] }",
            .. Enumerable.Range(1, 900).Select(i => $"{{ \"id\": \"c{i}\", \"portion\": {{ \"numerator\": \"1\", \"denominator\": \"{900 * 1200}\" }}, \"trigger\": {{ \"type\": \"VESTING_SCHEDULE_RELATIVE\", \"relative_to_condition_id\": \"c{i - 1}\","
                + $" \"period\": {{ \"length\": 0, \"type\": \"DAYS\", \"occurrences\": 1200 }} }}, \"next_condition_ids\": [{(i < 900 ? $"\"c{i + 1}\"" : "")}] }}"),
        ];
        string text = $"{{ \"file_type\": \"OCF_VESTING_TERMS_FILE\", \"items\": [{{ \"object_type\": \"VESTING_TERMS\", \"id\": \"T\", \"name\": \"T\", \"description\": \"\", \"allocation_type\": \"FRACTIONAL\", \"vesting_conditions\": [{string.Join(",", conditions)}] }}] }}";
        Assert.Equal("E_LIMIT", Assert.Single(OpenCapText.Refused(text)).Code);
    }

    [Fact]
    public void Forks_upon_forks_do_not_take_for_ever()
    {
        // Forty forks that meet again: 2^40 paths, each with origins of its own.
        var conditions = new StringBuilder("{ \"id\": \"j0\", \"quantity\": \"0\", \"trigger\": { \"type\": \"VESTING_START_DATE\" }, \"next_condition_ids\": [\"a1\", \"b1\"] }");
        for (int i = 1; i <= 40; i++)
        {
            foreach (string side in (string[])["a", "b"])
                conditions.Append($", {{ \"id\": \"{side}{i}\", \"quantity\": \"0\", \"trigger\": {{ \"type\": \"VESTING_EVENT\" }}, \"next_condition_ids\": [\"{side}after{i}\"] }}")
                    .Append($", {{ \"id\": \"{side}after{i}\", \"quantity\": \"0\", \"trigger\": {Relative($"{side}{i}")}, \"next_condition_ids\": [\"j{i}\"] }}");
            conditions.Append(i < 40
                ? $", {{ \"id\": \"j{i}\", \"quantity\": \"0\", \"trigger\": {{ \"type\": \"VESTING_EVENT\" }}, \"next_condition_ids\": [\"a{i + 1}\", \"b{i + 1}\"] }}"
                : $", {{ \"id\": \"j{i}\", \"portion\": {{ \"numerator\": \"1\", \"denominator\": \"1\" }}, \"trigger\": {{ \"type\": \"VESTING_EVENT\" }}, \"next_condition_ids\": [] }}");
        }
        string text = $"{{ \"file_type\": \"OCF_VESTING_TERMS_FILE\", \"items\": [{{ \"object_type\": \"VESTING_TERMS\", \"id\": \"T\", \"name\": \"T\", \"description\": \"\", \"allocation_type\": \"FRACTIONAL\", \"vesting_conditions\": [{conditions}] }}] }}";
        Assert.Equal(201, ((VestingTerms.Graph)OpenCapText.Read(text).Terms[0].Terms).List.Count);

        static string Relative(string to) => $"{{ \"type\": \"VESTING_SCHEDULE_RELATIVE\", \"relative_to_condition_id\": \"{to}\", \"period\": {{ \"length\": 1, \"type\": \"DAYS\", \"occurrences\": 1 }} }}";
    }

    [Fact]
    public void Objects_of_other_types_are_counted_in_one_warning_and_so_is_what_happened_to_them()
    {
        string text = Transactions.Replace("\"items\": [", """
            "items": [
                { "object_type": "TX_STOCK_ISSUANCE", "id": "9", "security_id": "CS1" },
                { "object_type": "TX_VESTING_START", "id": "10", "security_id": "CS1", "date": "2025-01-15", "vesting_condition_id": "start" },
                { "object_type": "TX_STOCK_CLASS_SPLIT", "id": "11" },
            """, StringComparison.Ordinal);
        OpenCapFiles read = OpenCapText.Read(out DiagnosticLog log, Terms, text);
        Diagnostic warning = Assert.Single(log.Diagnostics);
        Assert.Equal((Severity.Warning, "2 objects of other types are passed over: 1 TX_STOCK_CLASS_SPLIT, 1 TX_STOCK_ISSUANCE"), (warning.Severity, warning.Found));
        Assert.Single(read.Grants);
    }

    [Fact]
    public void A_security_issued_twice_and_a_second_start_are_refused()
    {
        string[] items = [.. Transactions.Split("    { \"object")[1..].Select(item => "    { \"object" + item.Split("\n  ]")[0].TrimEnd(',', '\n'))];
        string text = $"{{ \"file_type\": \"OCF_TRANSACTIONS_FILE\", \"items\": [\n{items[0]},\n{items[0]},\n{items[1]},\n{items[1]}\n] }}";
        Assert.Equal("E_DUPLICATE_ID(4,5) E_DUPLICATE_ID(7,5)", Marked.Places(OpenCapText.Refused(Terms, text), OpenCapText.Transactions));
    }

    [Fact]
    public void A_cancellation_whose_balance_is_issued_too_would_count_twice()
    {
        string cancelled = "{ \"object_type\": \"TX_EQUITY_COMPENSATION_CANCELLATION\", \"id\": \"4\", \"security_id\": \"S1\", \"date\": \"2026-06-30\", \"quantity\": \"100\", \"reason_text\": \"…\" },";
        string text = Transactions.Replace("\"items\": [", "\"items\": [" + cancelled, StringComparison.Ordinal);
        Assert.Equal(100, OpenCapText.Read(Terms, text).Grants[0].Activity.ForfeitedAt(new(2026, 6, 30)));

        string balance = text.Replace("\"quantity\": \"100\", \"reason_text\": \"…\" },", "\"quantity\": \"100\", \"reason_text\": \"…\", \"balance_security_id\": \"S1\" },", StringComparison.Ordinal);
        Assert.Equal("E_NOT_SUPPORTED", Assert.Single(OpenCapText.Refused(Terms, balance)).Code);
    }
}
