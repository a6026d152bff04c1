using NodaTime;

namespace CompModel;

/// <summary>Credits in another currency. The deal's amount is converted and shares stay, so that what was conserved is conserved.</summary>
public static class Conversion
{
    extension(Credit credit)
    {
        /// <summary>The credit in another currency, at the rate of its own date. Units stay. Throws without a rate, naming pair and date.</summary>
        public Credit In(Currency currency, ExchangeRates rates) => credit.In(currency, rates, credit.Date);

        private Credit In(Currency currency, ExchangeRates rates, LocalDate date) => credit with { DealAmount = rates.Convert(credit.DealAmount, currency, date) };
    }

    extension(IEnumerable<Credit> credits)
    {
        /// <summary>
        /// The credits in another currency, in the order given, at rates of the days that the policy names. A refund is converted as its booking was, where that is among them:
        /// a deal that is taken back whole leaves nothing. Units stay. Throws without a rate, naming pair and date.
        /// </summary>
        public IReadOnlyList<Credit> In(Currency currency, ExchangeRates rates, RateDate rateDate) => Converted([.. credits], _ => currency, rates, rateDate);
    }

    extension(Hierarchy hierarchy)
    {
        /// <summary>
        /// The credits, each in the currency that it counts in for its participant (see <see cref="Participant.CurrencyOf"/>), at rates of the days that the policy names: deals
        /// in dollars for a seller whose quota is in euros, and for a manager whose quota is in pounds. Refunds and units as in the other verb. Throws without a rate, naming pair and date.
        /// </summary>
        public IReadOnlyList<Credit> InTheirCurrencies(IEnumerable<Credit> credits, ExchangeRates rates, RateDate rateDate) =>
            Converted([.. credits], credit => hierarchy.Find(credit.ParticipantId).CurrencyOf(credit.Measure), rates, rateDate);
    }

    private static Credit[] Converted(Credit[] credits, Func<Credit, Currency> to, ExchangeRates rates, RateDate rateDate)
    {
        Dictionary<(Measure, string), LocalDate> booked = credits.Where(credit => credit.DealAmount.Value.Sign > 0)
            .GroupBy(credit => (credit.Measure, credit.Reference)).ToDictionary(deal => deal.Key, deal => deal.Min(credit => credit.Date));
        return [.. credits.Select(credit => credit.In(to(credit), rates, rateDate.For(booked.GetValueOrDefault((credit.Measure, credit.Reference), credit.Date))))];
    }
}
