using NodaTime;

namespace CompModel;

/// <summary>Settles one component's periods that end inside a span, from a position. Leaves the open window behind, and what it posted.</summary>
internal sealed partial class ComponentReading
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
                // A result to date that no later reading asks for need not be rated.
                case Basis.YearToDate { Recovery: Recovery.Full } when !participant.IsReadAsAWhole && i + 1 < terms.PeriodCount && terms.Period(i + 1).Days.End <= span.End:
                    break;
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
        bool position = terms.Measures(credit);
        if (position && credit.DealAmount.Currency != terms.Quota.Currency)
        {
            throw new InvalidOperationException(
                $"Credit '{credit.Reference}' of '{credit.ParticipantId}' is in {credit.DealAmount.Currency}; '{component.Name}' counts {terms.Quota.Currency}: convert it with a dated rate first.");
        }
        return position || (credit.Measure == component.PayMeasure && credit.Scope == component.PayScope);
    }

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

    // Without conditions and multipliers nothing is asked of other measures.
    private WindowReading Read(Credit[] deal, in PeriodTerms asked) =>
        new(component, deal, asked, isActive: true, NothingAsked);

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
        return component.PaysWhatItMeasures ? within : [.. within.Where(terms.Measures)];
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
