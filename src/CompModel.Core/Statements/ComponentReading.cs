namespace CompModel;

/// <summary>Settles one component's periods that end inside a span, from a position. Leaves the open window behind.</summary>
internal sealed class ComponentReading(ComponentTerms terms, Position opening, DateRange span, Rounding rounding)
{
    private readonly Component component = terms.Component;
    private readonly List<Credit> inSpan = [];

    /// <summary>The window that is open after the periods settled so far.</summary>
    internal OpenWindow Open { get; private set; } = opening.Windows[terms.Component.Name];

    internal IEnumerable<ComponentStatement> Settle(IReadOnlyList<Credit> credits)
    {
        OpenWindow atStart = Open;
        ComponentStatement? toDate = null;
        for (int i = 0; i < terms.Periods.Count; i++)
        {
            MeasurementPeriod period = terms.Periods[i].Period;
            if (period.End <= span.Start || period.Start >= span.End)
                continue;
            Take(credits, period.Days);
            if (period.End > span.End)
                continue;
            if (component.Basis is Basis.YearToDate basis)
            {
                toDate = SettleToDate(basis, terms.ToDate[i], atStart.Earned);
            }
            else
            {
                yield return SettleAlone(terms.Periods[i]);
            }
        }
        if (toDate is not null)
            yield return toDate;
    }

    private void Take(IReadOnlyList<Credit> credits, DateRange days)
    {
        foreach (Credit credit in credits)
        {
            if (credit.Measure == component.Measure && credit.Scope == component.Scope && days.Contains(credit.Date))
            {
                inSpan.Add(credit);
                Open = Open with { Credited = Open.Credited + credit.Amount };
            }
        }
    }

    private ComponentStatement SettleAlone(PeriodTerms period)
    {
        var attainment = new Attainment(Open.Credited, period.Quota);
        List<StatementLine> lines = [.. component.Rule.Lines(attainment, period.Target)];
        Money earned = Exact(lines).Round(rounding);
        var statement = new ComponentStatement(component, period.Period.Days, attainment, period.Target, [.. inSpan], Rounded(lines, earned), earned);
        inSpan.Clear();
        Open = new(Amount.Zero(Open.Credited.Currency), new Money(0, earned.Currency));
        return statement;
    }

    private ComponentStatement SettleToDate(Basis.YearToDate basis, PeriodTerms toDate, Money before)
    {
        var attainment = new Attainment(Open.Credited, toDate.Quota);
        List<StatementLine> lines = [.. component.Rule.Lines(attainment, toDate.Target)];
        Money result = Exact(lines).Round(rounding);
        Money earnedToDate = basis.Recovery == Recovery.Full || result >= Open.Earned ? result : Open.Earned;
        if (earnedToDate != result)
            lines.Add(Plain(LineKind.Kept, "kept, although the year to date is lower", (Amount)earnedToDate - Exact(lines)));
        if (before.Value != 0)
            lines.Add(Plain(LineKind.EarnedBefore, "less earned before", -before));
        Open = Open with { Earned = earnedToDate };
        Money earned = earnedToDate - before;
        var window = new DateRange(terms.Periods[0].Period.Start, toDate.Period.End);
        return new(component, window, attainment, toDate.Target, [.. inSpan], Rounded(lines, earned), earned);
    }

    private static List<StatementLine> Rounded(List<StatementLine> lines, Money earned)
    {
        Amount difference = (Amount)earned - lines.Aggregate(Amount.Zero(earned.Currency), (sum, line) => sum + line.Amount);
        if (difference.Value.Sign != 0)
            lines.Add(Plain(LineKind.Rounding, "rounding", difference));
        return lines;
    }

    private static StatementLine Plain(LineKind kind, string label, Amount amount) => new(kind, label, amount, Rational.One, amount);

    private Amount Exact(List<StatementLine> lines) =>
        lines.Aggregate(Amount.Zero(terms.Target.Currency), (sum, line) => sum + line.Amount);
}
