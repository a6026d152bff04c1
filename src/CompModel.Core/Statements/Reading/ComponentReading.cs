using NodaTime;

namespace CompModel;

/// <summary>Settles one component's periods that end inside a span, from a position. Leaves the open window behind, and what it posted.</summary>
internal sealed class ComponentReading
{
    private readonly ParticipantTerms participant;
    private readonly ComponentTerms terms;
    private readonly Component component;
    private readonly Credit[] year, its;
    private readonly DateRange span;
    private readonly Rounding rounding;
    private OpenWindow open;

    /// <summary>A reading of the credits of the year up to the end of the span, in order of date, then deal.</summary>
    internal ComponentReading(ParticipantTerms participant, ComponentTerms terms, in OpenWindow opening, Credit[] year, DateRange span)
    {
        this.participant = participant;
        this.terms = terms;
        component = terms.Component;
        this.year = year;
        this.span = span;
        rounding = terms.Plan.Rounding;
        open = opening;
        // Where every credit is the component's, as it is for most, there is nothing to pick.
        int counting = 0;
        while (counting < year.Length && Counts(year[counting]))
            counting++;
        its = counting == year.Length ? year : Array.FindAll(year, Counts);
    }

    /// <summary>The window that is open after the periods settled so far.</summary>
    internal ref readonly OpenWindow Open => ref open;

    /// <summary>What was earned at the end of each period settled, where something follows from it.</summary>
    internal List<Posting>? Postings { get; private set; }

    /// <summary>Adds what the component earned in the periods that end inside the span.</summary>
    internal void Settle(List<ComponentStatement> settled)
    {
        Money before = open.Earned;
        ComponentStatement? toDate = null;
        int unfinished = -1;
        for (int i = 0; i < terms.PeriodCount; i++)
        {
            DateRange period = terms.Period(i).Days;
            if (period.End <= span.Start)
                continue;
            if (period.Start >= span.End)
                break;
            if (period.End > span.End)
            {
                unfinished = i;
                break;
            }
            if (IsIdle(period))
                continue;
            switch (component.Basis)
            {
                case Basis.YearToDate basis:
                    toDate = SettleToDate(basis, i, before);
                    break;
                case Basis.Reconciled basis:
                    settled.Add(i + 1 == terms.PeriodCount ? TrueUp(i) : SettleLimited(basis, i));
                    break;
                case Basis.EachDeal:
                    settled.Add(SettleDeals(i));
                    break;
                default:
                    settled.Add(SettleAlone(i));
                    break;
            }
        }
        if (toDate is not null)
            settled.Add(toDate);
        LeaveOpen(unfinished);
    }

    // Commission of some weeks alone: nothing is said before they begin, nor, where periods stand alone, after they end. A floor is owed all the same.
    private bool IsIdle(DateRange period) => component.IsOfSomeDays && component.Rule is PayRule.ByTable && component.Limits.Floor is null
        && (period.End <= component.Days.Start || (period.Start >= component.Days.End && component.Basis is Basis.EachPeriod or Basis.EachDeal));

    private bool Counts(Credit credit)
    {
        if (!component.Days.Contains(credit.Date))
            return false;
        bool position = Measures(credit);
        if (position && credit.DealAmount.Currency != terms.Quota.Currency)
        {
            throw new InvalidOperationException(
                $"Credit '{credit.Reference}' of '{credit.ParticipantId}' is in {credit.DealAmount.Currency}; '{component.Name}' counts {terms.Quota.Currency}: convert it with a dated rate first.");
        }
        return position || (credit.Measure == component.PayMeasure && credit.Scope == component.PayScope);
    }

    private bool Measures(Credit credit) => credit.Measure == component.Measure && credit.Scope == component.Scope;

    private bool ClosesEachPeriod => component.Basis is not Basis.YearToDate;

    private void LeaveOpen(int period)
    {
        // A window that closed with its period leaves the credits of the next one's first days.
        if (ClosesEachPeriod && period < 0)
        {
            if (open.Credited.Value.Sign != 0)
                open = open with { Credited = Amount.Zero(open.Credited.Currency) };
            return;
        }
        LocalDate start = terms.Period(ClosesEachPeriod ? period : 0).Days.Start, end = LocalDate.Min(span.End, terms.Days.End);
        Rational sum = Rational.Zero;
        if (component.OnlySumsMatter)
        {
            foreach (Credit credit in Within(start, end))
                sum += credit.Amount.Value;
        }
        else
        {
            foreach (CountedDeal deal in component.Counted(Within(start, end)))
                sum += deal.Position;
        }
        open = open with { Credited = new(sum, terms.Quota.Currency) };
    }

    private ComponentStatement SettleAlone(int i)
    {
        WindowReading window = Read(i, i, terms.Period(i));
        Money earned = window.Result.Round(rounding);
        Post(i, earned, window.Result);
        return Stated(i, i, window, window.Result, earned);
    }

    private ComponentStatement SettleLimited(Basis.Reconciled basis, int i)
    {
        WindowReading window = Read(i, i, terms.Period(i));
        Amount most = (terms.Period(i).Target * basis.Limit) + terms.Period(i).PaidWithoutQuota, result = window.Result;
        if (result > most)
        {
            window.Lines.Add(StatementLine.Plain(LineKind.Limit, $"until the year is reconciled at most {Text.Percent(basis.Limit)} of target", most - result));
            result = most;
        }
        Money earned = result.Round(rounding);
        Post(i, earned, result);
        open = open with { Earned = open.Earned + earned, Exact = open.Exact + result };
        return Stated(i, i, window, result, earned);
    }

    private ComponentStatement TrueUp(int i)
    {
        WindowReading window = Read(0, i, terms.Through(i));
        Money earned = window.Result.Round(rounding) - open.Earned;
        if (open.Earned.Value != 0)
            window.Lines.Add(StatementLine.Plain(LineKind.EarnedBefore, "less earned before", -open.Earned));
        Amount sum = window.Result - open.Earned;
        Post(i, earned, window.Result - open.Exact);
        open = open with { Earned = open.Earned + earned, Exact = window.Result };
        return Stated(0, i, window, sum, earned);
    }

    private ComponentStatement SettleToDate(Basis.YearToDate basis, int i, Money before)
    {
        WindowReading window = Read(0, i, terms.Through(basis.Against == Yardstick.FullQuota ? terms.PeriodCount - 1 : i));
        Money debt = open.OpenedOwing;
        Amount exact = window.Result - debt;
        Money result = window.Result.Round(rounding) - debt;
        Money earnedToDate = basis.Recovery == Recovery.Full || result >= open.Earned ? result : open.Earned;
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
        Post(i, earnedToDate - open.Earned, exact - open.Exact);
        open = open with { Earned = earnedToDate, Exact = exact, Debt = basis.Recovery == Recovery.Carried ? earnedToDate - result : open.Debt };
        return Stated(0, i, window, exact - before, earnedToDate - before);
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
            WindowReading now = Read([.. deal], asked), then = Read([.. deal.Where(credit => credit.Date < days.Start)], asked);
            Money before = then.Result.Round(rounding), its = now.Result.Round(rounding) - before;
            lines.AddRange(now.Lines.Select(line => line.Label.StartsWith(deal.Key + ":", StringComparison.Ordinal) ? line : line with { Label = $"{deal.Key}: {line.Label}" }));
            if (before.Value != 0)
                lines.Add(StatementLine.Plain(LineKind.EarnedBefore, $"{deal.Key}: less earned before", -before));
            earned += its;
            exact += now.Result - then.Result;
            credited += now.Attainment.Credited - then.Attainment.Credited;
        }
        Post(i, earned, exact);
        return new(component, days, new(credited, terms.Periods[i].Quota), terms.Periods[i].Target, InSpan(days), Rounded(lines, lines.Aggregate(Amount.Zero(earned.Currency), (sum, line) => sum + line.Amount), earned), earned) { Name = terms.Name };
    }

    // Without conditions and multipliers nothing is asked of other measures.
    private WindowReading Read(Credit[] deal, in PeriodTerms asked) =>
        new(component, deal, asked, isActive: true, (measure, _) => throw new System.Diagnostics.UnreachableException($"A single deal has no attainment of {measure}."));

    private WindowReading Read(int first, int last, in PeriodTerms asked)
    {
        DateRange days = Days(first, last);
        return new(component, Within(days.Start, days.End), asked, !participant.Active.Intersect(days).IsEmpty, component.AsksForOthers ? Attained(first, last) : NothingAsked);
    }

    private static readonly Func<Measure, CreditScope, Attainment> NothingAsked =
        (measure, _) => throw new System.Diagnostics.UnreachableException($"Nothing asks for the attainment of {measure}.");

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

    private DateRange Days(int first, int last) => new(terms.Period(first).Days.Start, terms.Period(last).Days.End);

    private ArraySegment<Credit> Within(LocalDate start, LocalDate end)
    {
        int from = 0;
        while (from < its.Length && its[from].Date < start)
            from++;
        int to = from;
        while (to < its.Length && its[to].Date < end)
            to++;
        return new(its, from, to - from);
    }

    private IReadOnlyList<Credit> InSpan(DateRange days)
    {
        ArraySegment<Credit> within = Within(LocalDate.Max(span.Start, days.Start), days.End);
        return component.PaysWhatItMeasures ? within : [.. within.Where(Measures)];
    }

    private ComponentStatement Stated(int first, int last, WindowReading window, Amount sum, Money earned)
    {
        DateRange days = Days(first, last);
        return new(component, days, window.Attainment, window.Target, InSpan(days), Rounded(window.Lines, sum, earned), earned) { Name = terms.Name };
    }

    private void Post(int i, Money earned, Amount exact)
    {
        if (participant.IsReadAsAWhole)
            (Postings ??= []).Add(new(PostingKind.Component, terms.Period(i).Days.End.PlusDays(-1), earned, exact));
    }

    private static List<StatementLine> Rounded(List<StatementLine> lines, Amount sum, Money earned)
    {
        Amount difference = (Amount)earned - sum;
        if (difference.Value.Sign != 0)
            lines.Add(StatementLine.Plain(LineKind.Rounding, "rounding", difference));
        return lines;
    }
}
