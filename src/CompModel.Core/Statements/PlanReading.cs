using NodaTime;

namespace CompModel;

/// <summary>
/// What follows from the plan as a whole, once its components are settled: leave pay, multipliers at the ends of their spans, bounds, plan-wide rounding. Step 12 of
/// the order of evaluation. Each depends on what was posted up to a date alone, so that a year cut anywhere earns the same.
/// </summary>
internal sealed class PlanReading(ParticipantTerms terms, IReadOnlyList<Credit> year, DateRange days, IReadOnlyList<Posting> posted)
{
    private readonly CompensationPlan plan = terms.Participant.Plan;
    private readonly Currency pays = terms.Participant.OnTarget.Total.Currency;

    /// <summary>Everything posted in the year, in order.</summary>
    internal List<Posting> Postings { get; } = [.. posted];

    internal IEnumerable<PlanResult> Settle()
    {
        foreach (PlanResult result in LeavePay())
            yield return result;
        foreach ((Multiplier multiplier, Frequency span) in plan.Multipliers)
        {
            foreach (MeasurementPeriod period in terms.Year.Periods(span).Where(period => period.End > days.Start && period.End <= days.End))
                yield return Multiplied(multiplier, period);
        }
        if (plan.Limits != PayLimits.None)
        {
            foreach (MeasurementPeriod period in terms.Year.Periods(plan.LimitSpan).Where(period => period.End > days.Start && period.Start < days.End))
            {
                if (Limited(period) is { } result)
                    yield return result;
            }
        }
        if (plan.Rounding.Scope == RoundingScope.Plan && Together() is { } rounding)
            yield return rounding;
    }

    // Days away up to a date, at the average of a day: rounded to date, so that months add up.
    private IEnumerable<PlanResult> LeavePay()
    {
        foreach (Leave leave in terms.Participant.Leaves)
        {
            DateRange away = leave.Days.Intersect(terms.Active), now = away.Intersect(days);
            if (leave.Pay is not { } pay || now.IsEmpty)
                continue;
            int before = pay.DaysIn(new(away.Start, LocalDate.Max(away.Start, now.Start))), paid = pay.DaysIn(now);
            Money earned = (pay.Daily * (before + paid)).Round(plan.Rounding) - (pay.Daily * before).Round(plan.Rounding);
            string counted = pay.Counted == LeaveDays.Weekdays ? "weekdays" : "days";
            var line = new StatementLine(LineKind.Addition, $"{counted} away, at the average of {pay.Commission} in {pay.OverDays} days", new(paid, Currency.None), pay.Daily.Value, pay.Daily * paid);
            yield return Stated($"Leave pay: {leave.Reason}", now, line, earned, PostingKind.Component);
        }
    }

    private PlanResult Multiplied(Multiplier multiplier, MeasurementPeriod span)
    {
        (Rational factor, string because) = multiplier.At((measure, scope) => Attained(measure, scope, span.Days));
        Amount result = Sum(span.Days, _ => true);
        var line = new StatementLine(LineKind.Multiplier, $"× {Text.Percent(factor)} for {because}", result, factor - 1, result * (factor - 1));
        return Stated($"Multiplier of {span}", span.Days, line, line.Amount.Round(plan.Rounding), PostingKind.Multiplier);
    }

    private PlanResult? Limited(MeasurementPeriod span)
    {
        DateRange soFar = new(span.Start, LocalDate.Min(span.End, days.End));
        Amount gross = Sum(soFar, posting => posting.Kind != PostingKind.Limit);
        // A floor is owed at the end of the span, to people who were there; a cap holds all the time.
        PayLimits limits = span.End <= days.End && !terms.Active.Intersect(span.Days).IsEmpty || plan.Limits.Floor is null ? plan.Limits : CapAlone();
        Amount change = limits.Of(gross) - gross - Sum(soFar, posting => posting.Kind == PostingKind.Limit);
        if (change.Value.Sign == 0)
            return null;
        string why = limits.Of(gross) < gross ? $"capped at {plan.Limits.Cap} in {span}" : limits.Of(gross) > gross ? $"at least {plan.Limits.Floor} in {span}" : $"again within the bounds of {span}";
        return Stated($"Bounds of {span}", soFar, StatementLine.Plain(LineKind.Limit, why, change), change.Round(plan.Rounding), PostingKind.Limit);
    }

    private PayLimits CapAlone() => plan.Limits.Cap is { } cap ? PayLimits.None.WithCap(cap) : PayLimits.None;

    private PlanResult? Together()
    {
        Amount exact = Postings.Where(posting => posting.Kind != PostingKind.Rounding).Aggregate(Amount.Zero(pays), (sum, posting) => sum + posting.Exact);
        Money change = Postings.Aggregate(exact.Round(plan.Rounding), (rest, posting) => rest - posting.Earned);
        return change.Value == 0 ? null : Stated("Rounding of the plan", days, StatementLine.Plain(LineKind.Rounding, "components together", change), change, PostingKind.Rounding);
    }

    private Attainment Attained(Measure measure, CreditScope scope, DateRange span)
    {
        Amount quota = measure.IsScore ? new(Rational.One, Currency.None) : terms.Participant.QuotaIn(measure, terms.Year, span, plan.Seasonality);
        Amount credited = year.Where(credit => credit.Measure == measure && credit.Scope == scope && span.Contains(credit.Date))
            .Aggregate(Amount.Zero(quota.Currency), (sum, credit) => sum + credit.Amount);
        return new(credited, quota);
    }

    private Amount Sum(DateRange span, Func<Posting, bool> counts) =>
        Postings.Where(posting => span.Contains(posting.Date) && counts(posting)).Aggregate(Amount.Zero(pays), (sum, posting) => sum + posting.Earned);

    private PlanResult Stated(string name, DateRange span, StatementLine line, Money earned, PostingKind kind)
    {
        Postings.Add(new(kind, span.End.PlusDays(-1), earned, line.Amount));
        Amount difference = (Amount)earned - line.Amount;
        StatementLine[] lines = difference.Value.Sign == 0 ? [line] : [line, StatementLine.Plain(LineKind.Rounding, "rounding", difference)];
        return new(name, span, lines, earned);
    }
}
