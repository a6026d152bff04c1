using NodaTime;

namespace CompModel.Reports;

/// <summary>What of the sign-on bonus is owed back by whoever leaves: at the end of each month, or of each quarter where the terms run longer than a year.</summary>
internal static class RepaymentTable
{
    private const int MostRows = 16;

    /// <summary>The table; null where nothing is ever owed back.</summary>
    internal static ReportTable? Of(OfferFigures figures, string title)
    {
        (Offer offer, LocalDate start) = (figures.Offer, figures.Offer.Participant.Hired);
        if (offer.SignOn is not { Repayment: { Months: > 0 } terms } bonus)
            return null;
        LocalDate[] days = [.. Leavings(start, bonus, terms)];
        List<ReportRow> rows =
        [
            .. days.Select(day =>
            {
                (Money paid, Amount owed) = (bonus.PaidBy(start, day), bonus.OwedOnLeaving(start, day));
                // Rounded once: what is kept is the rest of what is printed.
                Amount printed = owed.Round(Rounding.ToWholeUnit);
                return new ReportRow(ShareFigures.Day(day), [OfferCells.Whole(paid), OfferCells.Whole(printed), OfferCells.Whole(paid - printed)]);
            }),
        ];
        return new(title, "last day", ["paid by then", "owed back", "kept"], rows, $"Terms: {terms}. Gross: what of it can be had back after taxes, and whether the reason for leaving counts, is for the letter.");
    }

    private static IEnumerable<LocalDate> Leavings(LocalDate start, SignOnBonus bonus, Repayment terms)
    {
        LocalDate end = terms.Term == RepaymentTerm.FromStart ? start.PlusMonths(terms.Months) : bonus.DueFrom(start)[^1].Due.PlusMonths(terms.Months);
        int months = Period.Between(start, end, PeriodUnits.Months).Months;
        int step = months <= 12 ? 1 : months <= 3 * MostRows ? 3 : 12;
        // The last days of calendar months or quarters, up to the first on which nothing is owed.
        for (LocalDate next = new LocalDate(start.Year, start.Month - ((start.Month - 1) % step), 1).PlusMonths(step); ; next = next.PlusMonths(step))
        {
            yield return next.PlusDays(-1);
            if (next.PlusDays(-1) >= end)
                yield break;
        }
    }
}
