using NodaTime;

namespace CompModel;

/// <summary>Settles one component's periods that end inside a span, from a position. Leaves the open window behind, and what it posted.</summary>
internal sealed class ComponentReading
{
    private readonly ParticipantTerms participant;
    private readonly ComponentTerms terms;
    private readonly Component component;
    private readonly IReadOnlyList<Credit> year;
    private readonly List<Credit> its = [];
    private readonly DateRange span;
    private readonly Rounding rounding;

    /// <summary>A reading of the credits of the year up to the end of the span, in order of date, then deal.</summary>
    internal ComponentReading(ParticipantTerms participant, ComponentTerms terms, OpenWindow opening, IReadOnlyList<Credit> year, DateRange span)
    {
        this.participant = participant;
        this.terms = terms;
        component = terms.Component;
        this.year = year;
        this.span = span;
        rounding = terms.Plan.Rounding;
        Open = opening;
        foreach (Credit credit in year)
        {
            if (!component.Days.Contains(credit.Date))
                continue;
            bool position = Measures(credit);
            if (position && credit.DealAmount.Currency != terms.Quota.Currency)
            {
                throw new InvalidOperationException(
                    $"Credit '{credit.Reference}' of '{credit.ParticipantId}' is in {credit.DealAmount.Currency}; '{component.Name}' counts {terms.Quota.Currency}: convert it with a dated rate first.");
            }
            if (position || (credit.Measure == component.PayMeasure && credit.Scope == component.PayScope))
                its.Add(credit);
        }
    }

    /// <summary>The window that is open after the periods settled so far.</summary>
    internal OpenWindow Open { get; private set; }

    /// <summary>What was earned at the end of each period settled.</summary>
    internal List<Posting> Postings { get; } = [];

    internal IEnumerable<ComponentStatement> Settle()
    {
        Money before = Open.Earned;
        ComponentStatement? toDate = null;
        int open = -1;
        for (int i = 0; i < terms.Periods.Count; i++)
        {
            DateRange period = terms.Periods[i].Days;
            if (period.End <= span.Start || period.Start >= span.End)
                continue;
            if (period.End > span.End)
            {
                open = i;
                continue;
            }
            switch (component.Basis)
            {
                case Basis.YearToDate basis:
                    toDate = SettleToDate(basis, i, before);
                    break;
                case Basis.Reconciled basis:
                    yield return i + 1 == terms.Periods.Count ? TrueUp(i) : SettleLimited(basis, i);
                    break;
                case Basis.EachDeal:
                    yield return SettleDeals(i);
                    break;
                default:
                    yield return SettleAlone(i);
                    break;
            }
        }
        if (toDate is not null)
            yield return toDate;
        LeaveOpen(open);
    }

    private bool Measures(Credit credit) => credit.Measure == component.Measure && credit.Scope == component.Scope;

    private bool ClosesEachPeriod => component.Basis is not Basis.YearToDate;

    private void LeaveOpen(int period)
    {
        // A window that closed with its period leaves the credits of the next one's first days.
        LocalDate end = LocalDate.Min(span.End, terms.Days.End);
        LocalDate start = !ClosesEachPeriod ? terms.Periods[0].Days.Start : period >= 0 ? terms.Periods[period].Days.Start : end;
        IEnumerable<Rational> counted = component.Deals.CountWhole
            ? Within(start, end).Where(Measures).Select(credit => credit.Amount.Value)
            : component.Counted(Within(start, end)).Select(deal => deal.Position);
        Open = Open with { Credited = new(counted.Aggregate(Rational.Zero, (sum, amount) => sum + amount), terms.Quota.Currency) };
    }

    private ComponentStatement SettleAlone(int i)
    {
        WindowReading window = Read(i, i, terms.Periods[i]);
        Money earned = window.Result.Round(rounding);
        Post(i, earned, window.Result);
        return Stated(terms.Periods[i].Days, window, window.Lines, earned);
    }

    private ComponentStatement SettleLimited(Basis.Reconciled basis, int i)
    {
        WindowReading window = Read(i, i, terms.Periods[i]);
        Amount most = (terms.Periods[i].Target * basis.Limit) + terms.Periods[i].PaidWithoutQuota, result = window.Result;
        if (result > most)
        {
            window.Lines.Add(StatementLine.Plain(LineKind.Limit, $"until the year is reconciled at most {Text.Percent(basis.Limit)} of target", most - result));
            result = most;
        }
        Money earned = result.Round(rounding);
        Post(i, earned, result);
        Open = Open with { Earned = Open.Earned + earned, Exact = Open.Exact + result };
        return Stated(terms.Periods[i].Days, window, window.Lines, earned);
    }

    private ComponentStatement TrueUp(int i)
    {
        WindowReading window = Read(0, i, terms.ToDate[i]);
        Money earned = window.Result.Round(rounding) - Open.Earned;
        if (Open.Earned.Value != 0)
            window.Lines.Add(StatementLine.Plain(LineKind.EarnedBefore, "less earned before", -Open.Earned));
        Post(i, earned, window.Result - Open.Exact);
        Open = Open with { Earned = Open.Earned + earned, Exact = window.Result };
        return Stated(Days(0, i), window, window.Lines, earned);
    }

    private ComponentStatement SettleToDate(Basis.YearToDate basis, int i, Money before)
    {
        WindowReading window = Read(0, i, basis.Against == Yardstick.FullQuota ? terms.ToDate[^1] : terms.ToDate[i]);
        Money debt = Open.OpenedOwing;
        Amount exact = window.Result - debt;
        Money result = window.Result.Round(rounding) - debt;
        Money earnedToDate = basis.Recovery == Recovery.Full || result >= Open.Earned ? result : Open.Earned;
        if (debt.Value != 0)
            window.Lines.Add(StatementLine.Plain(LineKind.Owed, "less what was earned too much before", -debt));
        if (earnedToDate != result)
        {
            window.Lines.Add(StatementLine.Plain(LineKind.Kept, basis.Recovery == Recovery.Carried ? "not taken back now: later periods make up for it" : "kept, although the year to date is lower",
                (Amount)earnedToDate - exact));
            exact = earnedToDate;
        }
        if (before.Value != 0)
            window.Lines.Add(StatementLine.Plain(LineKind.EarnedBefore, "less earned before", -before));
        Post(i, earnedToDate - Open.Earned, exact - Open.Exact);
        Open = Open with { Earned = earnedToDate, Exact = exact, Debt = basis.Recovery == Recovery.Carried ? earnedToDate - result : Open.Debt };
        return Stated(Days(0, i), window, window.Lines, earnedToDate - before);
    }

    // A deal is its own window for as long as the year: what it earned before is what its earlier credits earn by themselves, by the quota of the period it was booked in.
    private ComponentStatement SettleDeals(int i)
    {
        DateRange days = terms.Periods[i].Days;
        var lines = new List<StatementLine>();
        var zero = new Money(0, terms.Target.Currency);
        (Money earned, Amount exact) = (zero, Amount.Zero(terms.Target.Currency));
        Amount credited = Amount.Zero(terms.Quota.Currency);
        foreach (IGrouping<string, Credit> deal in Within(terms.Days.Start, days.End).GroupBy(credit => credit.Reference, StringComparer.Ordinal))
        {
            if (!deal.Any(credit => days.Contains(credit.Date)))
                continue;
            PeriodTerms asked = terms.Periods.First(period => period.Days.End > deal.First().Date);
            WindowReading now = Read(deal, asked), then = Read(deal.Where(credit => credit.Date < days.Start), asked);
            Money before = then.Result.Round(rounding), its = now.Result.Round(rounding) - before;
            lines.AddRange(now.Lines.Select(line => line.Label.StartsWith(deal.Key + ":", StringComparison.Ordinal) ? line : line with { Label = $"{deal.Key}: {line.Label}" }));
            if (before.Value != 0)
                lines.Add(StatementLine.Plain(LineKind.EarnedBefore, $"{deal.Key}: less earned before", -before));
            earned += its;
            exact += now.Result - then.Result;
            credited += now.Attainment.Credited - then.Attainment.Credited;
        }
        Post(i, earned, exact);
        return new(component, days, new(credited, terms.Periods[i].Quota), terms.Periods[i].Target, InSpan(days), Rounded(lines, earned), earned) { Name = terms.Name };
    }

    // Without conditions and multipliers nothing is asked of other measures.
    private WindowReading Read(IEnumerable<Credit> deal, PeriodTerms asked) =>
        new(component, deal, asked, isActive: true, (measure, _) => throw new System.Diagnostics.UnreachableException($"A single deal has no attainment of {measure}."));

    private WindowReading Read(int first, int last, PeriodTerms asked)
    {
        DateRange days = Days(first, last);
        return new(component, Within(days.Start, days.End), asked, !participant.Active.Intersect(days).IsEmpty, Attained(first, last));
    }

    // What a condition or a multiplier asks of the same days.
    private Func<Measure, CreditScope, Attainment> Attained(int first, int last) => (measure, scope) =>
    {
        DateRange days = Days(first, last);
        Amount quota = terms.QuotaOf(measure, first, last), credited = Amount.Zero(quota.Currency);
        foreach (Credit credit in year)
        {
            if (credit.Measure == measure && credit.Scope == scope && days.Contains(credit.Date))
                credited += credit.Amount;
        }
        return new(credited, quota);
    };

    private DateRange Days(int first, int last) => new(terms.Periods[first].Days.Start, terms.Periods[last].Days.End);

    private IEnumerable<Credit> Within(LocalDate start, LocalDate end)
    {
        foreach (Credit credit in its)
        {
            if (credit.Date >= end)
                yield break;
            if (credit.Date >= start)
                yield return credit;
        }
    }

    private Credit[] InSpan(DateRange days) => [.. Within(LocalDate.Max(span.Start, days.Start), days.End).Where(Measures)];

    private ComponentStatement Stated(DateRange days, WindowReading window, List<StatementLine> lines, Money earned) =>
        new(component, days, window.Attainment, window.Target, InSpan(days), Rounded(lines, earned), earned) { Name = terms.Name };

    private void Post(int i, Money earned, Amount exact) => Postings.Add(new(PostingKind.Component, terms.Periods[i].Days.End.PlusDays(-1), earned, exact));

    private static List<StatementLine> Rounded(List<StatementLine> lines, Money earned)
    {
        Amount difference = (Amount)earned - lines.Aggregate(Amount.Zero(earned.Currency), (sum, line) => sum + line.Amount);
        if (difference.Value.Sign != 0)
            lines.Add(StatementLine.Plain(LineKind.Rounding, "rounding", difference));
        return lines;
    }
}
