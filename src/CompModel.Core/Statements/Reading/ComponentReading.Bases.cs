namespace CompModel;

// What a component earns in a period, by its basis.
internal sealed partial class ComponentReading
{
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
                lines.Add(StatementLine.Plain(LineKind.EarnedBefore, $"{deal.Key}: less earned before", -before) with { Deals = CreditSpan.Of(new DealMoves((deal.Key, Rational.One))) });
            earned += its;
            exact += now.Result - then.Result;
            credited += now.Attainment.Credited - then.Attainment.Credited;
        }
        Post(i, earned, exact);
        return new(component, days, new(credited, terms.Periods[i].Quota), terms.Periods[i].Target, InSpan(days), Rounded(lines, lines.Aggregate(Amount.Zero(earned.Currency), (sum, line) => sum + line.Amount), earned), earned) { Name = terms.Name };
    }
}
