using NodaTime;

namespace CompModel.Files;

/// <summary>The currency in which a case counts, and the rates by which amounts in others come to count in it. Without rates.csv there are no others.</summary>
internal sealed class CaseCurrency
{
    // What converts is bounded like what is stated.
    private static readonly Rational Limit = 1_000_000_000_000_000;

    private readonly Currency currency;
    private readonly RateDate rateDate;
    private readonly ExchangeRates? rates;
    private readonly Dictionary<(Currency From, Currency To), LocalDate> since;
    private readonly bool isComplete;

    /// <summary>The case's currency with rates; <paramref name="since"/> is the first day of each pair.</summary>
    public CaseCurrency(PlanFile plans, ExchangeRates rates, Dictionary<(Currency From, Currency To), LocalDate> since, bool isComplete)
        : this(plans)
    {
        this.rates = rates;
        this.since = since;
        this.isComplete = isComplete;
    }

    private CaseCurrency(PlanFile plans)
    {
        currency = plans.Currency;
        rateDate = plans.RateDate;
        since = [];
    }

    /// <summary>No other currencies: the folder has no rates.csv.</summary>
    public static CaseCurrency Alone(PlanFile plans) => new(plans);

    /// <summary>The currency of a row; null, reported, for one that is unknown, and without rates for any but the case's.</summary>
    public Currency? Of(Field field) => field.CurrencyOf(rates is null ? currency : null);

    /// <summary>
    /// A credit of a row in the case's currency, at the rate for the day on which its deal was booked; units stay. Without a rate it is answered as it is, reported at the
    /// row's currency.
    /// </summary>
    public Credit Convert(Credit credit, LocalDate booked, CsvRecord record)
    {
        Currency from = credit.DealAmount.Currency;
        if (rates is null || from == Currency.None || from == currency)
            return credit;
        LocalDate day = rateDate.For(booked);
        if (!since.TryGetValue((from, currency), out LocalDate first) || day < first)
        {
            // A row that was refused may be the one that is missing.
            if (isComplete)
                Missing(record["currency"], from, day);
            return credit;
        }
        Amount amount = rates.Convert(credit.DealAmount, currency, day);
        if (amount.Value >= Limit || amount.Value <= -Limit)
            record["amount"].Report(DiagnosticCode.NumberRange, $"{record["amount"].Found} {from}, which reaches 10^15 {currency}", $"less than 10^15 {currency} in size", $"check the rate in {RateFile.FileName}");
        return credit with { DealAmount = amount };
    }

    private void Missing(Field field, Currency from, LocalDate day)
    {
        string hint = since.ContainsKey((currency, from))
            ? $"{RateFile.FileName} has {currency} to {from}: state {from} to {currency} instead"
            : FormattableString.Invariant($"add a row to {RateFile.FileName}, such as {from},{currency},{day:uuuu-MM-dd} and the rate");
        field.Report(
            DiagnosticCode.RateMissing, FormattableString.Invariant($"{field.Found}, and there is no rate from {from} to {currency} on {day:uuuu-MM-dd}"),
            $"a rate that holds on that day, or {currency}, the currency of plan.yaml", hint);
    }
}
