using NodaTime;

namespace CompModel;

/// <summary>What an offer promises beside salary, plan and grants of shares: what is certain by year, grants of a value, and the 401(k).</summary>
internal sealed class PromisedPay
{
    private readonly Offer offer;
    private readonly DateRange[] months;

    internal PromisedPay(Offer offer, PayHorizon horizon)
    {
        this.offer = offer;
        months = [.. horizon.Years.SelectMany(year => year.Periods(Frequency.Monthly)).Select(month => month.Days)];
        LocalDate end = horizon.Days.End, start = offer.Participant.Hired;
        Grants =
        [
            .. offer.Grants,
            .. offer.Refreshers.Where(refresher => refresher.Value is null)
                .SelectMany((refresher, i) => refresher.Grants(start, end, offer.SharePrice!).Select(grant => new Grant($"{i + 1}: {grant.Id}", grant.Granted, grant.Shares, grant.Terms))),
        ];
        ValueGrants = [.. offer.Refreshers.Where(refresher => refresher.Value is not null)
            .SelectMany(refresher => refresher.DatesFrom(start, end).Select(date => new ValueGrant(date, refresher.Value!.Value, refresher.Schedule)))];
        LocalDate priced = offer.SharePrice is { IsDated: true } dated ? dated.From : start;
        PricedOn = LocalDate.Max(priced, horizon.Days.Start);
        PriceRatio = priced < PricedOn ? offer.SharePrice!.At(PricedOn) / offer.SharePrice.Price : Rational.One;
        HasRetirement = offer.Match.Tiers.Count > 0 || offer.Match.Nonelective.Sign > 0;
    }

    /// <summary>The day at whose opening the price is known: that of the offer's price, or the first day of employment; the price stays until then, and moves from then on.</summary>
    internal LocalDate PricedOn { get; }

    /// <summary>What the price is then, as a multiple of the assumptions': one, unless the offer's price is of a day before the first year, when it has grown as stated.</summary>
    internal Rational PriceRatio { get; }

    /// <summary>Grants of shares: how many is known today.</summary>
    internal IReadOnlyList<Grant> Grants { get; }

    /// <summary>Grants of a value on later days.</summary>
    internal IReadOnlyList<ValueGrant> ValueGrants { get; }

    /// <summary>Whether the employer adds anything to a 401(k).</summary>
    internal bool HasRetirement { get; }

    /// <summary>The 401(k) of simulated pay.</summary>
    internal RetirementKernel Retirement => new(offer);

    /// <summary>Whether the incentive counts towards the 401(k).</summary>
    internal bool MatchesIncentive => offer.EligiblePay != EligiblePay.Salary;

    /// <summary>The months of a plan year as the 401(k) sees them.</summary>
    internal RetirementMonth[] Months(PlanYear year) => [.. Enumerable.Range(0, months.Length).Where(month => year.Days.Contains(months[month].Start)).Select(month => new RetirementMonth(offer, months, month))];

    /// <summary>Eligible pay of each month that is certain.</summary>
    internal double[] CertainPay(PlanYear year, ParticipantTerms terms) => [.. year.Periods(Frequency.Monthly).Select(month =>
        terms.Salary(month.Days).ToDouble() + (offer.EligiblePay == EligiblePay.AllCash ? SignOn(month.Days).ToDouble() : 0))];

    /// <summary>Installments of the sign-on bonus, by the day after they are due.</summary>
    internal IEnumerable<(LocalDate Next, Amount Paid)> SignOns(PlanYear year) => offer.SignOn is not { } bonus ? [] :
        bonus.DueFrom(offer.Participant.Hired).Where(part => year.Days.Contains(part.Due)).Select(part => (part.Due.PlusDays(1), (Amount)part.Amount));

    /// <summary>Benefits by month, at its end.</summary>
    internal IEnumerable<(LocalDate Next, Amount Paid)> Benefits(PlanYear year) => offer.Benefits.SelectMany(benefit =>
        year.Periods(Frequency.Monthly).Select(month => (month.End, benefit.Value * benefit.Years(offer.Participant.Hired, month.Days))));

    /// <summary>Every figure of it, for a run's fingerprint.</summary>
    internal IEnumerable<string> Canonical(IReadOnlyList<PlanYear> years)
    {
        yield return FormattableString.Invariant($"priced on {PricedOn:uuuu-MM-dd} at {PriceRatio}");
        foreach (PlanYear year in years)
            yield return string.Join(' ', SignOns(year).Concat(Benefits(year)).Select(paid => FormattableString.Invariant($"{paid.Next:uuuu-MM-dd} {paid.Paid.Value}")));
        foreach (ValueGrant grant in ValueGrants)
            yield return FormattableString.Invariant($"{grant.Granted:uuuu-MM-dd} {grant.Value:R} {string.Join(' ', grant.Vests)}");
        if (HasRetirement)
        {
            yield return $"{offer.Match} {offer.Match.Rounding} {offer.Deferral} {offer.EligiblePay}";
            foreach (RetirementMonth month in years.SelectMany(Months))
                yield return FormattableString.Invariant($"{month.CalendarYear} {month.Deferral:R} {month.CatchUp:R} {month.Compensation:R} {month.Additions:R}");
        }
    }

    private Amount SignOn(DateRange days) => offer.SignOn is { } bonus ? bonus.PaidIn(offer.Participant.Hired, days) : Amount.Zero(offer.Currency);
}
