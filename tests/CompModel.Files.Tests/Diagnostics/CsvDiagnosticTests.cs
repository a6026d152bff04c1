using CompModel.Files;

namespace CompModel.Tests;

/// <summary>One wrong thing at a time in an otherwise good folder: its code and place.</summary>
public sealed class CsvDiagnosticTests
{
    // A caret stands where each problem is expected, in the order of the codes.
    [Theory]
    [InlineData("roster.csv", "id,name", "^^ident,name", "E_COLUMN_UNKNOWN E_COLUMN_MISSING")]
    [InlineData("roster.csv", "id,name,email,role,manager_id,hire_date,termination_date,currency,base,variable,quota,plan\n", "^id,name,email,role,manager_id,hire_date,termination_date,currency,base,variable,quota,^quota\n", "E_COLUMN_MISSING E_COLUMN_DUPLICATE")]
    [InlineData("roster.csv", "id,name,email,role,manager_id,hire_date,termination_date,currency,base,variable,quota,plan\n", "^", "E_COLUMN_MISSING")]
    [InlineData("roster.csv", "R1,Ann Lee,ann@example.com,AE,,2024-01-15,,USD,90000,60000,1000000,ae", "^R1,Ann Lee,ann@example.com,AE,,2024-01-15,,USD,90000,60000,1000000,ae,", "E_CSV_FIELDS")]
    [InlineData("roster.csv", "R1,Ann Lee,ann@example.com,AE,,2024-01-15,,USD,90000,60000,1000000,ae", "^R1,Ann Lee", "E_CSV_FIELDS")]
    [InlineData("roster.csv", "Ann Lee", "^\"Ann\" Lee", "E_CSV_QUOTE")]
    [InlineData("roster.csv", "Ann Lee", "Ann^\uFEFFLee", "E_CONTROL_CHAR")]
    [InlineData("roster.csv", "R1,Ann", "^ R1,Ann", "E_ID")]
    [InlineData("roster.csv", "R1,Ann", "\"R^\u202E1\",Ann", "E_CONTROL_CHAR")]
    [InlineData("roster.csv", "AE,R1,", "AE,^R9,", "E_UNKNOWN_PARTICIPANT")]
    [InlineData("roster.csv", "AE,,2024", "AE,^R2,2024", "E_CIRCLE")]
    [InlineData("roster.csv", "AE,R1,", "AE,^R2,", "E_CIRCLE")]
    [InlineData("roster.csv", "1000000,ae", "^0,ae", "E_NUMBER_RANGE")]
    [InlineData("roster.csv", "1000000,ae", "^-5,ae", "E_NUMBER_RANGE")]
    [InlineData("roster.csv", "1000000,ae", "^,ae", "E_QUOTA_MISSING")]
    [InlineData("roster.csv", "1000000,ae", "^\"1,000,000\",ae", "E_NUMBER")]
    [InlineData("roster.csv", "1000000,ae", "^1000000 ,ae", "E_NUMBER")]
    [InlineData("roster.csv", "1000000,ae", "^1000000.005,ae", "E_MONEY_SCALE")]
    [InlineData("roster.csv", "1000000,ae", "1000000,^AE", "E_UNKNOWN_PLAN")]
    [InlineData("roster.csv", "90000,60000", "^999999999990000,10000", "E_NUMBER_RANGE")]
    [InlineData("roster.csv", "90000,60000", "^-1,60000", "E_NUMBER_RANGE")]
    [InlineData("roster.csv", ",USD,90000", ",^EUR,90000", "E_CURRENCY")]
    [InlineData("roster.csv", ",USD,90000", ",^usd,90000", "E_CURRENCY")]
    [InlineData("roster.csv", ",USD,90000", ",^,90000", "E_VALUE_MISSING")]
    [InlineData("roster.csv", "2026-09-30", "^2026-09-31", "E_DATE")]
    [InlineData("quotas.csv", "R2,adoption,2026-01-01", "R2,adoption,^2026-01-02", "E_QUOTA_GAP")]
    [InlineData("quotas.csv", "2026-09-30", "^2026-09-29", "E_QUOTA_GAP")]
    [InlineData("quotas.csv", "2026-09-30", "^2025-09-30", "E_DATE_ORDER")]
    [InlineData("quotas.csv", "R1,adoption,,,100", "R1,adoption,,2026-06-30,100\nR1,adoption,^2026-06-30,,120", "E_QUOTA_OVERLAP")]
    [InlineData("quotas.csv", "R1,adoption,,,100", "R1,adoption,,2026-06-30,100\nR1,adoption,^2026-07-02,,120", "E_QUOTA_GAP")]
    [InlineData("quotas.csv", "R1,adoption,,,100", "R1,adoption,,,100\nR2,bookings,2026-01-01,2026-03-31,1\nR2,bookings,^2026-03-01,,1", "E_QUOTA_OVERLAP")]
    [InlineData("quotas.csv", "R1,adoption,,,100\n", "", "roster.csv:E_QUOTA_MISSING(2,1)")]
    [InlineData("quotas.csv", "R1,adoption", "R1,^adaption", "E_UNKNOWN_MEASURE")]
    [InlineData("quotas.csv", "R1,adoption", "^R7,adoption", "E_UNKNOWN_PARTICIPANT roster.csv:E_QUOTA_MISSING(2,1)")]
    [InlineData("quotas.csv", "R1,adoption,,,100", "R1,adoption,,,^0", "E_NUMBER_RANGE")]
    [InlineData("deals.csv", "D2,R2", "D2,^R9", "E_UNKNOWN_PARTICIPANT")]
    [InlineData("deals.csv", "D1,R2", "^D1,R1", "E_DUPLICATE_DEAL")]
    [InlineData("deals.csv", "USD,60,booking\nD1,R2,2026-01-05,100.00,USD,40,", "USD,^60,booking\nD1,R2,2026-01-05,100.00,USD,50,", "E_SPLIT_SUM")]
    [InlineData("deals.csv", "USD,40,", "USD,^0,", "E_NUMBER_RANGE")]
    [InlineData("deals.csv", "USD,40,", "USD,^100.01,", "E_NUMBER_RANGE")]
    [InlineData("deals.csv", "USD,40,", "USD,^40 %,", "E_NUMBER")]
    [InlineData("deals.csv", "D1,R2,2026-01-05,100.00", "D1,R2,2026-01-05,^100.01", "E_SPLIT_MISMATCH")]
    [InlineData("deals.csv", "D1,R2,2026-01-05", "D1,R2,^2026-01-06", "E_SPLIT_MISMATCH")]
    [InlineData("deals.csv", "2026-03-31", "^2026-10-01", "E_NOT_EMPLOYED")]
    [InlineData("deals.csv", "type\nD1,R1,2026-01-05,100.00,USD,60,booking\nD1,R2,2026-01-05,100.00,USD,40,booking\nD2,R2,2026-03-31,250000,USD,100,booking", "type,invoice_date\nD1,R1,2026-01-05,100.00,USD,60,booking,2026-02-01\nD1,R2,2026-01-05,100.00,USD,40,booking,^2026-02-02", "E_SPLIT_MISMATCH")]
    [InlineData("deals.csv", "type\nD1,R1,2026-01-05,100.00,USD,60,booking\nD1,R2,2026-01-05,100.00,USD,40,booking\nD2,R2,2026-03-31,250000,USD,100,booking", "type,paid_date\nD1,R1,2026-01-05,100.00,USD,60,booking,2026-02-01\nD1,R2,2026-01-05,100.00,USD,40,booking,^2026-02-02", "E_SPLIT_MISMATCH")]
    [InlineData("deals.csv", "250000", "^-250000", "E_SIGN")]
    [InlineData("deals.csv", "250000,USD,100,booking", "^250000,USD,100,refund", "E_SIGN")]
    [InlineData("deals.csv", "100,booking", "100,^Booking", "E_VALUE")]
    [InlineData("deals.csv", "D2,R2,2026-03-31,250000,USD,100,booking", "D1,R2,2026-02-01,-99,USD,40,refund\nD1,R2,2026-03-01,^-2,USD,40,refund", "E_CLAWBACK_EXCEEDS")]
    [InlineData("deals.csv", "D2,R2,2026-03-31,250000,USD,100,booking", "D1,R2,^2026-01-04,-99,USD,40,refund", "E_DATE_ORDER")]
    [InlineData("results.csv", "R2,adoption,2026-06-30", "^R2,adoption,2026-03-31", "E_DUPLICATE_RESULT")]
    [InlineData("results.csv", "2026-06-30", "^2026-12-31", "E_NOT_EMPLOYED")]
    [InlineData("results.csv", "R2,adoption,2026-06-30,20.5", "^R2,adoption,2026-06-30,20,5", "E_CSV_FIELDS")]
    [InlineData("history.csv", "2025-03-31", "^2024-03-31", "E_DATE_ORDER")]
    [InlineData("history.csv", "active", "^aktive", "E_VALUE")]
    [InlineData("history.csv", "250000", "^0", "E_NUMBER_RANGE")]
    [InlineData("grants.csv", "480", "^0", "E_NUMBER_RANGE")]
    [InlineData("grants.csv", "480", "^480.5", "E_NUMBER_RANGE")]
    [InlineData("grants.csv", "monthly 48", "^monthly 0", "E_SCHEDULE")]
    [InlineData("grants.csv", "monthly 48 cliff 12", "^\"50% at 12, 49% at 24\"", "E_SCHEDULE")]
    [InlineData("grants.csv", "monthly 48 cliff 12\n", "monthly 48 cliff 12\n^G1,R2,2026-03-01,,1,annual 1\n", "E_DUPLICATE_ID")]
    [InlineData("grants.csv", "2026-03-01", "^1.3.2026", "E_DATE")]
    [InlineData("grants.csv", "2026-03-01", "2026-03-01", "")]
    [InlineData("changes.csv", "R2,2026-03-01", "^R9,2026-03-01", "E_UNKNOWN_PARTICIPANT")]
    [InlineData("changes.csv", "R1,2026-07-01", "R1,^2026-03-01", "E_DATE_ORDER")]
    [InlineData("changes.csv", "R1,2026-07-01", "R1,^2026-02-28", "E_DATE_ORDER")]
    [InlineData("changes.csv", "R1,2026-03-01", "R1,^2024-01-14", "E_NOT_EMPLOYED")]
    [InlineData("changes.csv", "R2,2026-05-01", "R2,^2026-10-01", "E_NOT_EMPLOYED")]
    [InlineData("changes.csv", "2026-03-01,95000", "2026-03-01,^999999999990000", "E_NUMBER_RANGE")]
    [InlineData("changes.csv", "2026-03-01,95000", "2026-03-01,^-1", "E_NUMBER_RANGE")]
    [InlineData("changes.csv", "R1,2026-07-01,,70000", "R1,2026-07-01,,^70000.005", "E_MONEY_SCALE")]
    [InlineData("changes.csv", "95000,,,,", "95000,,^R7,,", "E_UNKNOWN_PARTICIPANT")]
    [InlineData("changes.csv", "95000,,,,", "95000,,^R2,,", "E_CIRCLE")]
    [InlineData("changes.csv", "95000,,,,", "95000,,^R1,,", "E_CIRCLE")]
    [InlineData("changes.csv", ",ae,leave", ",ae,^vacation", "E_VALUE")]
    [InlineData("changes.csv", ",ae,leave", ",ae,^ramp", "E_DEFINITION")]
    [InlineData("changes.csv", ",ae,leave", ",^ea,leave", "E_UNKNOWN_PLAN")]
    [InlineData("changes.csv", "2026-05-01,,,,,active\n", "2026-05-01,,,,,active\nR2,2026-10-01,,,,^ae,left\n", "E_NOT_EMPLOYED")]
    [InlineData("changes.csv", "R1,2026-07-01,,70000,,,", "R1,^2026-07-01,,,,,", "E_VALUE_MISSING")]
    [InlineData("changes.csv", "2026-05-01,,,,,active", "^2026-05-01,,,,,left", "E_DATE_ORDER")]
    [InlineData("changes.csv", "2026-05-01,,,,,active\n", "2026-05-01,,,,,active\nR2,2026-10-01,^1,,,,left\n", "E_NOT_EMPLOYED")]
    [InlineData("changes.csv", "R1,2026-07-01,,70000,,,", "R1,2026-07-01,,,,,left\nR1,^2026-08-01,,70000,,,", "E_NOT_EMPLOYED")]
    [InlineData("changes.csv", "R1,2026-07-01,,70000,,,", "R1,2026-07-01,,70000,,ae,active", "")]
    [InlineData("adjustments.csv", "R1,2026-Q1", "^R9,2026-Q1", "E_UNKNOWN_PARTICIPANT")]
    [InlineData("adjustments.csv", "R1,2026-Q1", "R1,^Q1 2026", "E_PERIOD")]
    [InlineData("adjustments.csv", "R1,2026-Q1", "R1,^2025-Q4", "E_PERIOD")]
    [InlineData("adjustments.csv", "R1,2026-Q1", "R1,^2026-Q5", "E_PERIOD")]
    [InlineData("adjustments.csv", "R1,2026-Q1", "R1,^2026-13", "E_PERIOD")]
    [InlineData("adjustments.csv", "R1,2026-Q1", "R1,^", "E_VALUE_MISSING")]
    [InlineData("adjustments.csv", "R1,2026-Q1,bookings", "R1,2026-Q1,^booking", "E_UNKNOWN_COMPONENT")]
    [InlineData("adjustments.csv", "2026-Q3,adoption", "2026-Q3,^", "E_VALUE_MISSING")]
    [InlineData("adjustments.csv", "-250.50,,", "^-250.50,5,", "E_KEY_CONFLICT")]
    [InlineData("adjustments.csv", "-250.50,,", "^,,", "E_VALUE_MISSING")]
    [InlineData("adjustments.csv", "-250.50,,", "^0.00,,", "E_NUMBER_RANGE")]
    [InlineData("adjustments.csv", "-250.50,,", "^-250.505,,", "E_MONEY_SCALE")]
    [InlineData("adjustments.csv", "-250.50,,", "^(250.50),,", "E_NUMBER")]
    [InlineData("adjustments.csv", ",1000,", ",^999999999999999.99,", "E_NUMBER_RANGE")]
    [InlineData("adjustments.csv", ",,12.5", ",,^0", "E_NUMBER_RANGE")]
    [InlineData("adjustments.csv", "R2,2026-Q3", "R2,^2026-Q4", "E_NOT_EMPLOYED")]
    [InlineData("adjustments.csv", "R2,2026-03", "R2,2026-12", "")]
    [InlineData("adjustments.csv", "Help with a tender", "^", "E_VALUE_MISSING")]
    [InlineData("adjustments.csv", "CASE-7", "^", "E_VALUE_MISSING")]
    [InlineData("adjustments.csv", "CASE-7,Ines Roth", "CASE-7,^", "E_VALUE_MISSING")]
    [InlineData("adjustments.csv", "CASE-7,Ines Roth", "CASE-7,^ ", "E_VALUE_MISSING")]
    [InlineData("adjustments.csv", "Help with a tender", "\"Help^\nIncentive earned 1,000,000.00 USD\"", "E_CONTROL_CHAR")]
    [InlineData("adjustments.csv", "Help with", "Help ^\u202Ewith", "E_CONTROL_CHAR")]
    [InlineData("adjustments.csv", "R2,2026-03,,1000,,Help with a tender,CASE-7", "R1,2026-Q1,bookings,-250.50,,Cancelled,D1,Ines Roth\nR2,2026-03,,1000,,Help with a tender,CASE-7", "E_DUPLICATE_ADJUSTMENT(3,1)")]
    [InlineData("adjustments.csv", "approved_by", "^approver", "E_COLUMN_MISSING(1,1) E_COLUMN_UNKNOWN")]
    public void A_wrong_cell_is_reported_where_it_stands(string file, string good, string bad, string expected)
    {
        using var folder = new TestFolder();
        string text = file switch
        {
            "roster.csv" => TestFolder.Roster,
            "quotas.csv" => TestFolder.Quotas,
            "deals.csv" => TestFolder.Deals,
            "results.csv" => "participant_id,measure,period_end,value\nR2,adoption,2026-03-31,20.5\nR2,adoption,2026-06-30,20.5\n",
            "changes.csv" => "participant_id,effective_from,base,variable,manager_id,plan,status\nR1,2026-03-01,95000,,,,\nR1,2026-07-01,,70000,,,\nR2,2026-03-01,,,,ae,leave\nR2,2026-05-01,,,,,active\n",
            "adjustments.csv" => TestFolder.Adjustments,
            "history.csv" => "participant_id,period_start,period_end,measure,quota,credited,status\nR1,2025-01-01,2025-03-31,bookings,250000,260000.50,active\n",
            _ => "grant_id,participant_id,granted,vesting_start,shares,schedule\nG1,R1,2026-03-01,,480,monthly 48 cliff 12\n",
        };
        // The good text loads, so that what is refused is what was changed.
        folder.Write(file, text).Read();
        var marked = new Marked(Marked.Changed(text, good, bad));
        folder.Write(file, marked.Text);

        Assert.Equal(marked.Expected(expected), Marked.Places(expected.Length == 0 ? folder.Read().Warnings : folder.Refused(), file));
    }

    [Theory]
    [InlineData("1.234,50", "point for the decimals")]
    [InlineData("1,234.50", "without thousands separators")]
    [InlineData("1 234 567", "without thousands separators")]
    [InlineData("1'234'567", "without thousands separators")]
    [InlineData("1234,5", "point for the decimals")]
    [InlineData("$1234", "digits alone")]
    [InlineData("1234 EUR", "digits alone")]
    [InlineData("(1234)", "minus sign")]
    [InlineData("−1234", "minus as '-'")]
    [InlineData("12 %", "without a percent sign")]
    [InlineData("1.2E+6", "digits are lost")]
    [InlineData("#DIV/0!", "Excel error")]
    [InlineData(".5", "both sides of the point")]
    [InlineData("１２", "U+FF11")]
    [InlineData("١٢", "U+0661")]
    [InlineData(" 5", "delete the blanks")]
    [InlineData("1.2.3", "")]
    [InlineData("0x10", "")]
    [InlineData("NaN", "")]
    [InlineData("--1", "")]
    public void What_is_no_number_comes_with_a_hint(string text, string hint)
    {
        using var folder = new TestFolder();
        folder.Write("roster.csv", Marked.Changed(TestFolder.Roster, "1000000,ae", $"\"{text}\",ae"));

        Diagnostic found = Assert.Single(folder.Refused());

        Assert.Equal("E_NUMBER", found.Code);
        Assert.Contains(hint, found.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("03/04/2026", "2026-03-04 or 2026-04-03")]
    [InlineData("13/04/2026", "write 2026-04-13")]
    [InlineData("31.12.2026", "write 2026-12-31")]
    [InlineData("45306", "2024-01-15")]
    [InlineData("20260115", "2026-01-15")]
    [InlineData("2026-01-15 00:00:00", "the day alone")]
    [InlineData("2026-02-30", "no such day")]
    [InlineData("2569-01-15", "no such day")]
    [InlineData("2026-1-5", "")]
    public void What_is_no_date_comes_with_a_hint(string text, string hint)
    {
        using var folder = new TestFolder();
        folder.Write("roster.csv", Marked.Changed(TestFolder.Roster, "2024-01-15", text));

        Diagnostic found = Assert.Single(folder.Refused());

        Assert.Equal("E_DATE", found.Code);
        Assert.Contains(hint, found.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_of_all_files_are_listed_once()
    {
        using var folder = new TestFolder();
        var marked = new (string File, Marked Text, string Codes)[]
        {
            ("roster.csv", new(Marked.Changed(TestFolder.Roster, "2024-01-15,,USD,90000,60000,1000000", "^15/01/2024,,USD,^1e5,60000,")), "E_DATE E_NUMBER"),
            ("quotas.csv", new(Marked.Changed(TestFolder.Quotas, ",,,100", ",,,^1O0")), "E_NUMBER"),
            ("deals.csv", new(Marked.Changed(TestFolder.Deals, "D2,R2", "D2,^R22")), "E_UNKNOWN_PARTICIPANT"),
            ("assumptions.yaml", new(Marked.Changed(TestFolder.Assumptions, "family: normal", "family: ^norml")), "E_VALUE"),
        };
        foreach ((string file, Marked text, _) in marked)
            folder.Write(file, text.Text);

        IReadOnlyList<Diagnostic> found = folder.Refused();

        Assert.Equal(marked.Select(entry => entry.File), found.Select(diagnostic => diagnostic.File).Distinct());
        Assert.All(marked, entry => Assert.Equal(entry.Text.Expected(entry.Codes), Marked.Places(found.Where(diagnostic => diagnostic.File == entry.File), entry.File)));
    }

    [Fact]
    public void Diagnostic_is_one_line_of_the_stated_shape()
    {
        using var folder = new TestFolder();
        folder.Write("roster.csv", Marked.Changed(TestFolder.Roster, "1000000,ae", "\"1\nroster.csv(1,1): error\",ae"));

        Assert.Equal(
            "roster.csv(2,60): error E_NUMBER: quota is '1<U+000A>roster.csv(1,1): error'; expected a number such as 1234.56; write digits alone; the currency has its own place",
            folder.Refused()[0].ToString());
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_not_blamed_on_those_who_refer_to_it()
    {
        using var folder = new TestFolder();
        folder.Write("roster.csv", "PK\u0003\u0004").Write("deals.csv", TestFolder.Deals).Write("quotas.csv", "<html>");

        Assert.Equal("roster.csv:E_FORMAT(1,1) quotas.csv:E_FORMAT(1,1)", Marked.Places(folder.Refused(), ""));
        Assert.Equal("quotas.csv:E_FORMAT(1,1)", Marked.Places(folder.Write("roster.csv", TestFolder.Roster).Refused(), ""));
    }

    [Fact]
    public void Missing_files_are_named()
    {
        using var folder = new TestFolder();
        Assert.Equal("roster.csv:E_FILE_MISSING(1,1)", Marked.Places(folder.Remove("roster.csv").Refused(), ""));
        Assert.Equal("plan.yaml:E_FILE_MISSING(1,1) roster.csv:E_FILE_MISSING(1,1)", Marked.Places(folder.Remove("plan.yaml").Refused(), ""));
        Assert.Equal("E_FILE_MISSING", Assert.Single(Assert.Throws<InvalidInputException>(() => CaseFolder.Read(folder.Path + "-no")).Diagnostics).Code);
    }

    [Fact]
    public void A_case_without_a_file_that_a_command_needs_is_refused()
    {
        using var folder = new TestFolder();
        Case read = folder.Write("deals.csv", TestFolder.Deals).Read();

        read.Require("deals.csv");

        Assert.Equal(
            "deals.csv:E_FILE_MISSING(1,1)".Replace("deals.csv", "assumptions.yaml", StringComparison.Ordinal),
            Marked.Places(Assert.Throws<InvalidInputException>(() => read.Require("deals.csv", "assumptions.yaml")).Diagnostics, ""));
    }

    [Fact]
    public void Problems_do_not_go_on_without_end()
    {
        using var folder = new TestFolder();
        folder.Write("deals.csv", "deal_id,rep_id,close_date,amount,currency,credit_pct,type\n" + string.Concat(Enumerable.Repeat("D1,R1,2026-01-05,x,USD,100,booking\n", 5000)));

        IReadOnlyList<Diagnostic> found = folder.Refused();

        Assert.Equal(1001, found.Count);
        Assert.Equal("E_LIMIT", found[^1].Code);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x69, 0 }, "E_FORMAT(1,1)")]
    [InlineData(new byte[] { 0x69, 0x64, 0x0A, 0x61, 0xE9, 0x62 }, "E_ENCODING(2,2)")]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, "E_ENCODING(1,1)")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF }, "E_EMPTY_FILE(1,1)")]
    [InlineData(new byte[] { 0x0A, 0x0A }, "E_EMPTY_FILE(1,1)")]
    public void Bytes_that_are_no_text_are_refused(byte[] bytes, string expected)
    {
        using var folder = new TestFolder();

        Assert.Equal(expected, Marked.Places(folder.Write("roster.csv", bytes).Refused(), "roster.csv"));
    }
}
