using CompModel.Files;
using NodaTime;

namespace CompModel.Tests;

/// <summary>rates.csv: deals in other currencies count in the case's.</summary>
public sealed class RateFileFacts
{
    internal const string Rates = "from,to,date,rate\nEUR,USD,2026-02-01,1.2\nEUR,USD,2026-01-01,1.1\nGBP,USD,2026-01-01,1.25\n";

    private const string Header = "deal_id,rep_id,close_date,amount,currency,credit_pct,type";

    private const string Deals = Header + ",margin\nD1,R1,2026-01-31,100.00,EUR,40,booking,10.00\nD1,R2,2026-01-31,100.00,EUR,60,booking,10.00\nD1,R2,2026-03-01,-50.00,EUR,60,refund,-5.00\n"
        + "D2,R2,2026-02-01,7,EUR,100,booking,\nD3,R2,2026-02-01,7,USD,100,booking,\n";

    private static readonly Currency Pound = Currency.Of("GBP");

    [Fact]
    public void A_deal_in_another_currency_counts_at_the_rate_of_its_day_and_its_refund_at_the_bookings()
    {
        using TestFolder folder = Folder(Rates, Deals);

        Case read = folder.Read();

        Assert.Equal([44m, 4.4m, 66, 6.6m, -33, -3.3m, 8.4m, 7], read.Credits.Select(credit => credit.Amount.Value));
        Assert.All(read.Credits, credit => Assert.Equal(Currency.Usd, credit.Amount.Currency));
        Assert.Equal([44m, 66, -33, 8.4m, 7], read.Deals.Select(deal => deal.Credit.Amount.Value));
        Assert.True(read.Has("rates.csv"));
    }

    [Theory]
    [InlineData("deal_date", 1.1, 1.2)]
    [InlineData("month_end", 1.1, 1.3)]
    [InlineData("year_start", 1.1, 1.1)]
    public void Rates_are_of_the_day_that_the_policy_names(string policy, decimal january, decimal february)
    {
        using TestFolder folder = Folder(Rates + "EUR,USD,2026-02-28,1.3\n", Deals, $"exchange_rates: {policy}\n");

        Case read = folder.Read();

        Assert.Equal([100 * january, 7 * february], new[] { 0, 3 }.Select(row => read.Deals[row].Credit.DealAmount.Value));
    }

    [Fact]
    public void What_a_folder_converts_is_what_the_library_converts()
    {
        using TestFolder folder = Folder(Rates, Deals, "exchange_rates: month_end\n");
        ExchangeRates rates = ExchangeRates.None.With(Currency.Eur, Currency.Usd, 1.1m, new(2026, 1, 1)).With(Currency.Eur, Currency.Usd, 1.2m, new(2026, 2, 1));
        IReadOnlyList<Credit> converted = folder.Read().Credits;
        // In dollars that are euros, nothing is converted but the name.
        IReadOnlyList<Credit> stated = folder.Write("deals.csv", Deals.Replace("EUR", "USD", StringComparison.Ordinal)).Read().Credits;

        Assert.Equal(
            converted.SkipLast(1),
            stated.SkipLast(1).Select(credit => credit with { DealAmount = new(credit.DealAmount.Value, Currency.Eur) }).In(Currency.Usd, rates, RateDate.MonthEnd));
    }

    [Fact]
    public void An_amount_has_the_decimals_of_its_own_currency_and_units_need_no_rate()
    {
        using TestFolder folder = Folder(
            Rates + "JPY,USD,2026-01-01,0.0065\n", $"{Header},measure\nD1,R1,2026-01-31,1000,JPY,100,booking,\nD2,R1,2026-01-31,2.5,SEK,100,booking,adoption\n");

        Assert.Equal([new Amount(6.5m, Currency.Usd), new Amount(2.5m, Currency.None)], folder.Read().Credits.Select(credit => credit.Amount));

        folder.Write("deals.csv", $"{Header}\nD1,R1,2026-01-31,1000.5,JPY,100,booking\n");
        Assert.Equal("E_MONEY_SCALE(2,18)", Marked.Places(folder.Refused(), "deals.csv"));
    }

    [Theory]
    [InlineData("D2,R2,2026-02-01,7,EUR", "D2,R2,2025-12-31,7,^EUR", "E_RATE_MISSING W_OUTSIDE_YEAR(5,7)", "there is no rate from EUR to USD on 2025-12-31", "add a row to rates.csv, such as EUR,USD,2025-12-31 and the rate")]
    [InlineData("D2,R2,2026-02-01,7,EUR", "D2,R2,2026-02-01,7,^SEK", "E_RATE_MISSING", "there is no rate from SEK to USD on 2026-02-01", "add a row to rates.csv, such as SEK,USD,2026-02-01 and the rate")]
    [InlineData("D2,R2,2026-02-01,7,EUR", "D2,R2,2026-02-01,7,^CHF", "E_RATE_MISSING", "there is no rate from CHF to USD on 2026-02-01", "rates.csv has USD to CHF: state CHF to USD instead")]
    [InlineData("D2,R2,2026-02-01,7,EUR", "D2,R2,2026-02-01,7,^EUX", "E_CURRENCY", "currency is 'EUX'", "")]
    [InlineData("D2,R2,2026-02-01,7,EUR", "D2,R2,2026-02-01,^900000000000000,EUR", "E_NUMBER_RANGE", "which reaches 10^15 USD", "check the rate in rates.csv")]
    [InlineData("D1,R1,2026-01-31,100.00,EUR,40,booking,10.00\nD1,R2,2026-01-31,100.00,", "D1,R1,2026-01-31,100.00,GBP,40,booking,10.00\nD1,R2,2026-01-31,100.00,^", "E_SPLIT_MISMATCH", "currency is 'EUR'", "every row of a split has the whole deal's amount; credit_pct says whose part it is")]
    [InlineData("-50.00,EUR", "-50.00,^GBP", "E_SPLIT_MISMATCH", "currency is 'GBP' in a refund", "")]
    public void What_cannot_be_converted_is_refused_at_its_place(string good, string bad, string codes, string found, string hint)
    {
        var marked = new Marked(Marked.Changed(Deals, good, bad));
        using TestFolder folder = Folder(Rates + "USD,CHF,2026-01-01,0.9\n", marked.Text);

        IReadOnlyList<Diagnostic> refused = folder.Refused();

        Assert.Equal(marked.Expected(codes).Split(' ').Order(), Marked.Places(refused, "deals.csv").Split(' ').Order());
        Diagnostic error = refused.Single(diagnostic => diagnostic.Severity == Severity.Error);
        Assert.Contains(found, error.Found, StringComparison.Ordinal);
        Assert.Equal(hint, error.Hint);
    }

    [Theory]
    [InlineData("from,to,date", "^from,to,^day", "E_COLUMN_MISSING E_COLUMN_UNKNOWN")]
    [InlineData(Rates, "", "E_EMPTY_FILE(1,1)")]
    [InlineData("EUR,USD,2026-02-01", "EUR,USD,^1.2.2026", "E_DATE")]
    [InlineData("EUR,USD,2026-02-01", "EUR,USD,^", "E_VALUE_MISSING")]
    [InlineData("EUR,USD,2026-01-01", "EUR,USD,^2026-02-01", "E_DUPLICATE_RATE")]
    [InlineData("EUR,USD,2026-01-01", "^USD,EUR,2026-01-01", "E_DEFINITION")]
    [InlineData("GBP,USD", "USD,^USD", "E_CURRENCY")]
    [InlineData("GBP,USD", "^GBX,^XXX", "E_CURRENCY E_CURRENCY")]
    [InlineData("GBP,USD", "^,USD", "E_VALUE_MISSING")]
    [InlineData("1.25", "^0", "E_NUMBER_RANGE")]
    [InlineData("1.25", "^-1.25", "E_NUMBER_RANGE")]
    [InlineData("1.25", "^\"1,25\"", "E_NUMBER")]
    [InlineData("1.25", "^125 %", "E_NUMBER")]
    public void Rates_that_are_wrong_are_refused_and_not_also_missed(string good, string bad, string codes)
    {
        var marked = new Marked(Marked.Changed(Rates, good, bad));
        using TestFolder folder = Folder(marked.Text, Deals);

        Assert.Equal(marked.Expected(codes), Marked.Places(folder.Refused(), "rates.csv"));
    }

    [Fact]
    public void Without_rates_a_case_has_one_currency()
    {
        using TestFolder folder = Folder(Rates, Deals.Replace("USD", "GBP", StringComparison.Ordinal));

        Assert.Equal(string.Join(' ', Enumerable.Range(2, 5).Select(line => FormattableString.Invariant($"E_CURRENCY({line},{(line < 4 ? 25 : line == 4 ? 25 : 20)})"))), Marked.Places(folder.Remove("rates.csv").Refused(), "deals.csv"));
    }

    [Fact]
    public void The_policy_is_one_of_three_words()
    {
        using TestFolder folder = Folder(Rates, Deals, "exchange_rates: today\n");

        Assert.Equal("E_VALUE(4,17)", Marked.Places(folder.Refused(), "plan.yaml"));
    }

    private static TestFolder Folder(string rates, string deals, string keys = "") => new TestFolder()
        .Write("plan.yaml", TestFolder.Plan.Replace("plans:", $"measures: {{ margin: money }}\n{keys}plans:", StringComparison.Ordinal)).Write("rates.csv", rates).Write("deals.csv", deals);
}
