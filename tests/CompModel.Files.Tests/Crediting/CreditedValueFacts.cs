using CompModel.Files;

namespace CompModel.Tests;

/// <summary>plan.yaml, credit_value: what of a contract over several years is credited.</summary>
public sealed class CreditedValueFacts
{
    private const string Header = "deal_id,rep_id,close_date,amount,currency,credit_pct,type,term_months,annual_value,margin,logos\n";

    private const string Deals = Header
        + "D1,R1,2026-01-05,100.00,USD,100,booking,36,,30,3\nD1,R1,2026-02-05,-10.00,USD,100,refund,,,-3,-1\n"
        + "D2,R1,2026-01-05,90.00,USD,40,booking,36,50.00,,\nD2,R2,2026-01-05,90.00,USD,60,booking,,,,\nD2,R2,2026-02-05,-45.00,USD,60,refund,12,,,\n"
        + "D3,R1,2026-01-05,100.00,USD,100,booking,12,,,\nD4,R1,2026-01-05,100.00,USD,100,booking,,,,\n"
        + "D5,R1,2026-02-05,-60.00,USD,100,refund,24,,,\n";

    [Fact]
    public void Annual_credits_a_year_of_the_contract_exactly()
    {
        using TestFolder folder = Folder("credit_value: annual\n");

        Assert.Equal(
            [(Rational)100 / 3, 10, 3, (Rational)(-10) / 3, -1, -1, 20, 30, -15, 100, 100, -30],
            folder.Read().Credits.Select(credit => credit.Amount.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("credit_value: total\n")]
    public void Total_credits_all_that_was_signed_and_asks_nothing_of_a_year(string key)
    {
        using TestFolder folder = Folder(key, Deals.Replace("50.00,,", "5000,,", StringComparison.Ordinal));

        Assert.Equal([100, 30, 3, -10, -3, -1, 36, 54, -27, 100, 100, -60], folder.Read().Credits.Select(credit => (int)credit.Amount.Value.Floor()));
    }

    [Fact]
    public void A_folder_credits_what_the_library_credits()
    {
        using TestFolder folder = Folder("credit_value: annual\n");
        Deal[] deals =
        [
            new Deal("D1", new(2026, 1, 5), Measure.Bookings, 100.Usd).With(DealAttribute.TermMonths, 36).SplitTo("R1", 1).Refunded(new(2026, 2, 5), Measure.Bookings, 10.Usd),
            new Deal("D2", new(2026, 1, 5), Measure.Bookings, 90.Usd).With(DealAttribute.TermMonths, 36).WithAnnualValue(Measure.Bookings, 50.Usd)
                .SplitTo("R1", 40.Percent).SplitTo("R2", 60.Percent),
        ];

        IEnumerable<Credit> read = folder.Read().Credits.Where(credit => credit.Measure == Measure.Bookings && (credit.Reference == "D1" || (credit.Reference == "D2" && credit.DealAmount.Value.Sign > 0)));

        Assert.Equal(
            deals.Credits(ContractValue.Annual).Select(credit => (credit.ParticipantId, credit.Date, credit.DealAmount, credit.Share)),
            read.Select(credit => (credit.ParticipantId, credit.Date, credit.DealAmount, credit.Share)));
    }

    [Fact]
    public void A_year_is_credited_in_the_currency_of_the_case()
    {
        using TestFolder folder = Folder("credit_value: annual\n", Header + "D1,R1,2026-01-05,90.00,EUR,100,booking,36,50.00,30,\n");

        Assert.Equal([new Amount(55, Currency.Usd), new Amount(11, Currency.Usd)], folder.Write("rates.csv", RateFileFacts.Rates).Read().Credits.Select(credit => credit.Amount));
    }

    [Theory]
    [InlineData("50.00,,", "^90.01,,", "E_NUMBER_RANGE")]
    [InlineData("50.00,,", "^-1,,", "E_NUMBER_RANGE")]
    [InlineData("60,booking,,,,", "60,booking,^24,,,", "E_SPLIT_MISMATCH")]
    [InlineData("60,booking,,,,", "60,booking,,^40,,", "E_SPLIT_MISMATCH")]
    [InlineData("60,booking,,,,", "60,booking,36,50,,", "")]
    [InlineData("100,refund,24,,", "100,refund,24,^30,", "E_NUMBER_RANGE")]
    public void What_a_year_cannot_be_is_refused_where_a_year_counts(string good, string bad, string codes)
    {
        var marked = new Marked(Marked.Changed(Deals, good, bad));
        using TestFolder folder = Folder("", marked.Text);
        folder.Read();
        Annual(folder);

        if (codes.Length == 0)
            folder.Read();
        else
            Assert.Equal(marked.Expected(codes), Marked.Places(folder.Refused().Where(diagnostic => diagnostic.Severity == Severity.Error), "deals.csv"));
    }

    [Fact]
    public void The_value_is_one_of_two_words()
    {
        using TestFolder folder = Folder("credit_value: yearly\n");

        Assert.Equal("E_VALUE(4,15)", Marked.Places(folder.Refused().Where(diagnostic => diagnostic.Severity == Severity.Error), "plan.yaml"));
    }

    private static void Annual(TestFolder folder) => folder.Write("plan.yaml", Plan("credit_value: annual\n"));

    private static string Plan(string keys) => TestFolder.Plan.Replace("plans:", $"measures: {{ margin: money, logos: units }}\n{keys}plans:", StringComparison.Ordinal);

    private static TestFolder Folder(string keys, string deals = Deals) => new TestFolder().Write("plan.yaml", Plan(keys)).Write("deals.csv", deals);
}
