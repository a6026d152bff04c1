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

        /// <summary>
        /// Credited to date at 100 %, for each period of a frequency (rows), of each draw (columns): of the year's one, or of each period's where the measure is
        /// drawn by periods. Credited to date is the sum of a row times the draws; a row sums to <see cref="CreditedToDate"/>.
        /// </summary>
        internal Rational[][] CreditedByDraw(ParticipantTerms terms, ComponentTerms own, Frequency frequency)
        {
            int draws = (int)assumptions.PeriodsOf(own.Component.Measure), rows = (int)frequency;
            // Each of 1, 2, 4 and 12 periods is cut by the larger of two of them; so the year's draw reads what it always did.
            int grid = Math.Max(draws, rows);
            Rational[] toDate = [Rational.Zero, .. assumptions.CreditedToDate(terms, own, (Frequency)grid)];
            return [.. Enumerable.Range(1, rows).Select(row => Enumerable.Range(0, draws).Select(draw =>
            {
                int end = row * (grid / rows), from = draw * (grid / draws), to = Math.Min(end, from + (grid / draws));
                return to > from ? toDate[to] - toDate[from] : Rational.Zero;
            }).ToArray())];
        }
    }
}
