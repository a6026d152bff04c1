using NodaTime;

namespace CompModel;

/// <summary>Reads an offer month by month: pay of the plan years first, then what follows from it by calendar year, the 401(k) and taxes.</summary>
internal sealed class ProjectionReading
{
    private readonly Offer offer;
    private readonly Amount nothing;

    private ProjectionReading(Offer offer) => (this.offer, nothing) = (offer, Amount.Zero(offer.Currency));

    internal static OfferProjection Of(Offer offer, IReadOnlyList<PlanYear> years, Rational attainment, IReadOnlyList<Credit> besides)
    {
        if (attainment.Sign < 0)
            throw new ArgumentOutOfRangeException(nameof(attainment), attainment, "Attainment is at least zero.");
        if (years.Count == 0)
            throw new ArgumentException("A projection has at least one plan year.", nameof(years));
        if (years[0].Start > offer.Participant.Hired)
            throw new ArgumentException(FormattableString.Invariant($"Offer '{offer}' starts on {offer.Participant.Hired:uuuu-MM-dd}; the first plan year starts after it, on {years[0].Start:uuuu-MM-dd}."), nameof(years));
        for (int i = 1; i < years.Count; i++)
        {
            if (years[i].Start != years[i - 1].End)
                throw new ArgumentException(FormattableString.Invariant($"Plan years follow one on the other; {years[i]} starts on {years[i].Start:uuuu-MM-dd}, {years[i - 1]} ends before {years[i - 1].End:uuuu-MM-dd}."), nameof(years));
        }
        return new(offer, attainment, years, new ProjectionReading(offer).Months(years, attainment, besides));
    }

    private OfferMonth[] Months(IReadOnlyList<PlanYear> years, Rational attainment, IReadOnlyList<Credit> besides)
    {
        Tranche[] tranches = [.. offer.Tranches(years[^1].End)];
        var months = new List<Month>();
        PaymentPosition? balances = null;
        foreach (PlanYear year in years)
        {
            ParticipantTerms terms = offer.Participant.TermsFor(year);
            PeriodPayment[] payments = [];
            if (!terms.Active.IsEmpty)
            {
                Credit[] attained = [.. AttainedCredits.Of(terms, attainment, besides)];
                PaymentInputs inputs = new PaymentInputs([.. attained, .. besides]).With(PaidAtOnce(attained));
                PaymentLedger ledger = offer.Participant.Ledger(year, balances ?? PaymentPosition.Empty(year.Start, offer.Currency), inputs);
                (payments, balances) = ([.. ledger.Payments], ledger.Closing);
            }
            foreach (DateRange days in year.Periods(Frequency.Monthly).Select(month => month.Days))
                months.Add(Of(days, terms.Salary(days), payments.Where(payment => payment.Period.End == days.End), tranches));
        }
        // A calendar year is that of the months' last days.
        DateRange[] spans = [.. months.Select(month => month.Days)];
        for (int i = 0; i < spans.Length; i++)
            months[i] = months[i] with { ClosesYear = OfferMonth.ClosesYear(spans, i) };
        return [.. months.GroupBy(month => month.LastDay.Year).SelectMany(year => Closed([.. year]))];
    }

    // Nothing waits for an invoice or for cash, so that a guarantee tops up what is earned and not what is late.
    private static DealEvent[] PaidAtOnce(Credit[] credits) => [.. credits.DistinctBy(credit => credit.Reference)
        .SelectMany(credit => new[] { PaymentEvent.Invoice, PaymentEvent.Cash }.Select(happened => new DealEvent(credit.Reference, happened, credit.Date)))];

    private sealed record Month(DateRange Days, Amount Salary, Amount Incentive, Amount TopUp, Amount SignOn, Amount Equity, Amount Benefits, Amount BenefitCost)
    {
        internal LocalDate LastDay => Days.End.PlusDays(-1);

        internal bool ClosesYear { get; init; }
    }

    private Month Of(DateRange days, Amount salary, IEnumerable<PeriodPayment> payments, Tranche[] tranches)
    {
        LocalDate start = offer.Participant.Hired;
        PeriodPayment[] paid = [.. payments];
        return new(
            days,
            salary,
            paid.Aggregate(nothing, (sum, payment) => sum + payment.Earned),
            paid.Aggregate(nothing, (sum, payment) => sum + payment.TrueUps),
            offer.SignOn?.PaidIn(start, days) ?? nothing,
            offer.SharePrice?.ValueOf(tranches, days) ?? nothing,
            offer.Benefits.Aggregate(nothing, (sum, benefit) => sum + (benefit.Value * benefit.Years(start, days))),
            offer.Benefits.Aggregate(nothing, (sum, benefit) => sum + (benefit.Cost * benefit.Years(start, days))));
    }

    // The months of one calendar year, with what the law counts by calendar year.
    private IEnumerable<OfferMonth> Closed(Month[] months)
    {
        int year = months[0].LastDay.Year;
        RetirementYear retirement = offer.Match.Over([.. months.Select(Eligible)], offer.Deferral, offer.Limits.At(new(year, 1, 1)), offer.AgeIn(year));
        TaxList taxes = offer.EmployerTaxes.At(new(year, 1, 1));
        var toDate = new WagesToDate(year, nothing, nothing);
        for (int i = 0; i < months.Length; i++)
        {
            Month month = months[i];
            RetirementPeriod period = retirement.Periods[i];
            Amount added = period.Match + period.Nonelective;
            if (month.ClosesYear)
                added += retirement.TrueUp;
            yield return new(
                month.Days,
                new(
                    offer.Currency,
                    (OfferPart.Salary, month.Salary),
                    (OfferPart.Incentive, month.Incentive),
                    (OfferPart.TopUp, month.TopUp),
                    (OfferPart.SignOn, month.SignOn),
                    (OfferPart.Equity, month.Equity),
                    (OfferPart.Retirement, added),
                    (OfferPart.Benefits, month.Benefits)),
                period.Deferral,
                new ValueList<Amount>(Taxed(taxes, month, ref toDate)),
                month.BenefitCost);
        }
    }

    // Salary is regular, all else supplemental; what is below nothing, after a result that falls, lowers salary.
    private Amount[] Taxed(TaxList taxes, Month month, ref WagesToDate toDate)
    {
        Amount besides = month.Incentive + month.TopUp + month.SignOn + month.Equity, supplemental = besides > nothing ? besides : nothing;
        Amount regular = month.Salary + besides - supplemental;
        PaymentTaxes ofSalary = taxes.On(new(month.LastDay, regular > nothing ? regular : nothing, WageKind.Regular), toDate);
        PaymentTaxes ofBesides = taxes.On(new(month.LastDay, supplemental, WageKind.Supplemental), ofSalary.ToDate);
        toDate = ofBesides.ToDate;
        return [.. ofSalary.Lines.Zip(ofBesides.Lines, (one, other) => one.Exact + other.Exact)];
    }

    private Amount Eligible(Month month)
    {
        Amount pay = offer.EligiblePay switch
        {
            EligiblePay.Salary => month.Salary,
            EligiblePay.SalaryAndIncentive => month.Salary + month.Incentive + month.TopUp,
            EligiblePay.AllCash => month.Salary + month.Incentive + month.TopUp + month.SignOn,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        // A month may earn less than nothing where a to-date result falls; nobody defers of that.
        return pay > nothing ? pay : nothing;
    }
}
