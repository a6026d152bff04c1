namespace CompModel;

/// <summary>
/// How a participant's year of credits falls on it: what has been credited by the end of each period of a frequency, at an attainment of exactly 100 %.
/// A year's draw times this is credited to date. By default it is the quota itself, so that every period has the year's attainment.
/// </summary>
internal static class CreditSpread
{
    extension(Assumptions assumptions)
    {
        /// <summary>Credited to date at 100 %, exactly, for each period of a frequency; the last is the year's quota of <paramref name="own"/>.</summary>
        internal Rational[] CreditedToDate(ParticipantTerms terms, ComponentTerms own, Frequency frequency)
        {
            if (own.Quota.Value.Sign == 0)
                return new Rational[(int)frequency];
            int step = (int)own.Component.Basis.Pays / (int)frequency;
            if (assumptions.Seasonality is null && step > 0)
                return [.. Enumerable.Range(1, (int)frequency).Select(number => own.ToDate[(number * step) - 1].Quota.Value)];
            Seasonality seasonality = assumptions.Seasonality ?? own.Plan.Seasonality;
            Rational[] shape = [.. terms.Year.Periods(frequency).Select(period => terms.Participant
                .QuotaIn(own.Component.Measure, terms.Year, new DateRange(terms.Year.Start, period.End), seasonality).Value)];
            return [.. shape.Select(toDate => own.Quota.Value * (toDate / shape[^1]))];
        }
    }
}
