using NodaTime;

namespace CompModel;

/// <summary>
/// What follows from the plan as a whole, once its components are settled: leave pay, multipliers at the ends of their spans, bounds, plan-wide rounding. Step 12 of
/// the order of evaluation. Each depends on what was posted up to a date alone, so that a year cut anywhere earns the same.
/// </summary>
internal sealed class PlanReading(ParticipantTerms terms, IReadOnlyList<Credit> year, DateRange days, IReadOnlyList<Posting> posted)
{
    private readonly Currency pays = terms.Participant.OnTarget.Total.Currency;

    /// <summary>Everything posted in the year, in order.</summary>
    internal List<Posting> Postings { get; } = [.. posted];

    internal IEnumerable<PlanResult> Settle()
    {
        foreach (PlanResult result in LeavePay())
            yield return result;
        foreach ((CompensationPlan plan, DateRange inForce) in terms.Components.Select(component => (component.Plan, component.Days)).Distinct())
        {
            foreach (PlanResult result in Settle(plan, inForce))
                yield return result;
        }
    }

    // A plan that comes or goes within the year has spans of its own, cut where it does.
    private IEnumerable<PlanResult> Settle(CompensationPlan plan, DateRange inForce)
    {
        foreach ((Multiplier multiplier, Frequency frequency) in plan.Multipliers)
        {
            foreach ((MeasurementPeriod period, DateRange span) in Spans(frequency, inForce).Where(each => each.Days.End > days.Start && each.Days.End <= days.End))
                yield return Multiplied(plan, multiplier, period, span);
        }
        if (plan.Limits != PayLimits.None)
        {
            foreach ((MeasurementPeriod period, DateRange span) in Spans(plan.LimitSpan, inForce).Where(each => each.Days.End > days.Start && each.Days.Start < days.End))
            {
                if (Limited(plan, period, span) is { } result)
                    yield return result;
            }
        }
        if (plan.Rounding.Scope == RoundingScope.Plan && !days.Intersect(inForce).IsEmpty && Together(plan, inForce) is { } rounding)
            yield return rounding;
    }

    private IEnumerable<(MeasurementPeriod Period, DateRange Days)> Spans(Frequency frequency, DateRange inForce) =>
        terms.Year.Periods(frequency).Select(period => (period, Days: period.Days.Intersect(inForce))).Where(span => !span.Days.IsEmpty);

    // Days away up to a date, at the average of a day: rounded to date, so that months add up.
    private IEnumerable<PlanResult> LeavePay()
    {
        foreach (Leave leave in terms.Participant.Leaves)
        {
            DateRange away = leave.Days.Intersect(terms.Active), now = away.Intersect(days);
            if (leave.Pay is not { } pay || now.IsEmpty)
                continue;
            int before = pay.DaysIn(new(away.Start, LocalDate.Max(away.Start, now.Start))), paid = pay.DaysIn(now);
            Rounding rounding = terms.Participant.Plans.At(away.Start).Rounding;
            Money earned = (pay.Daily * (before + paid)).Round(rounding) - (pay.Daily * before).Round(rounding);
            string counted = pay.Counted == LeaveDays.Weekdays ? "weekdays" : "days";
            var line = new StatementLine(LineKind.Addition, $"{counted} away, at the average of {pay.Commission} in {pay.OverDays} days", new(paid, Currency.None), pay.Daily.Value, pay.Daily * paid);
            yield return Stated($"Leave pay: {leave.Reason}", now, line, earned, PostingKind.Component);
        }
    }

    private PlanResult Multiplied(CompensationPlan plan, Multiplier multiplier, MeasurementPeriod period, DateRange span)
    {
        (Rational factor, string because) = multiplier.At((measure, scope) => Attained(plan, measure, scope, span));
        Amount result = Sum(span, _ => true);
        var line = new StatementLine(LineKind.Multiplier, $"× {Text.Percent(factor)} for {because}", result, factor - 1, result * (factor - 1));
        return Stated($"Multiplier of {period}", span, line, line.Amount.Round(plan.Rounding), PostingKind.Multiplier);
    }

    private PlanResult? Limited(CompensationPlan plan, MeasurementPeriod period, DateRange span)
    {
        DateRange soFar = new(span.Start, LocalDate.Min(span.End, days.End));
        Amount gross = Sum(soFar, posting => posting.Kind != PostingKind.Limit);
        // A floor is owed at the end of the span, to people who were there; a cap holds all the time.
        PayLimits limits = span.End <= days.End && !terms.Active.Intersect(span).IsEmpty || plan.Limits.Floor is null ? plan.Limits : CapAlone(plan.Limits);
        Amount change = limits.Of(gross) - gross - Sum(soFar, posting => posting.Kind == PostingKind.Limit);
        if (change.Value.Sign == 0)
            return null;
        string why = limits.Of(gross) < gross ? $"capped at {plan.Limits.Cap} in {period}" : limits.Of(gross) > gross ? $"at least {plan.Limits.Floor} in {period}" : $"again within the bounds of {period}";
        return Stated($"Bounds of {period}", soFar, StatementLine.Plain(LineKind.Limit, why, change), change.Round(plan.Rounding), PostingKind.Limit);
    }

    private static PayLimits CapAlone(PayLimits limits) => limits.Cap is { } cap ? PayLimits.None.WithCap(cap) : PayLimits.None;

    private PlanResult? Together(CompensationPlan plan, DateRange inForce)
    {
        Posting[] its = [.. Postings.Where(posting => inForce.Contains(posting.Date))];
        Amount exact = its.Where(posting => posting.Kind != PostingKind.Rounding).Aggregate(Amount.Zero(pays), (sum, posting) => sum + posting.Exact);
        Money change = its.Aggregate(exact.Round(plan.Rounding), (rest, posting) => rest - posting.Earned);
        return change.Value == 0 ? null : Stated("Rounding of the plan", days.Intersect(inForce), StatementLine.Plain(LineKind.Rounding, "components together", change), change, PostingKind.Rounding);
    }

    private Attainment Attained(CompensationPlan plan, Measure measure, CreditScope scope, DateRange span)
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
