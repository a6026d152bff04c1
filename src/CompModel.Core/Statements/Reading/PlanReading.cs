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
        for (int i = 0; i < plan.Multipliers.Count; i++)
        {
            foreach ((MeasurementPeriod period, DateRange span) in Spans(plan.Multipliers[i].Span, inForce).Where(each => each.Days.End > days.Start && each.Days.End <= days.End))
                yield return Multiplied(plan, i, period, span, inForce);
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
            PostLeave(pay, away, now, rounding);
            yield return Result($"Leave pay: {leave.Reason}", now, line, earned);
        }
    }

    // Month by month, so that each falls into the span that it is earned in, however long the statement.
    private void PostLeave(LeavePay pay, DateRange away, DateRange now, Rounding rounding)
    {
        foreach (MeasurementPeriod month in terms.Year.Periods(Frequency.Monthly))
        {
            DateRange its = month.Days.Intersect(now);
            if (its.IsEmpty)
                continue;
            Amount before = pay.Daily * pay.DaysIn(new(away.Start, its.Start)), after = pay.Daily * pay.DaysIn(new(away.Start, its.End));
            Postings.Add(new(PostingKind.Component, its.End.PlusDays(-1), after.Round(rounding) - before.Round(rounding), after - before));
        }
    }

    // Of components and the multipliers before it: neither bounds nor later multipliers, for those may be posted by now, or not yet.
    private PlanResult Multiplied(CompensationPlan plan, int order, MeasurementPeriod period, DateRange span, DateRange inForce)
    {
        (Rational factor, string because) = plan.Multipliers[order].Multiplier.At((measure, scope) => Attained(measure, scope, period, span, inForce));
        Amount result = Sum(plan, span, posting => posting.Kind == PostingKind.Component || (posting.Kind == PostingKind.Multiplier && posting.Order < order));
        var line = new StatementLine(LineKind.Multiplier, $"× {Text.Percent(factor)} for {because}", result, factor - 1, result * (factor - 1));
        return Posted($"Multiplier of {period}", span, line, line.Amount.Round(plan.Rounding), PostingKind.Multiplier, order);
    }

    private PlanResult? Limited(CompensationPlan plan, MeasurementPeriod period, DateRange span)
    {
        DateRange soFar = new(span.Start, LocalDate.Min(span.End, days.End));
        Amount gross = Sum(plan, soFar, posting => posting.Kind is PostingKind.Component or PostingKind.Multiplier);
        // A floor is owed at the end of the span, to people who were there; a cap holds all the time.
        PayLimits limits = span.End <= days.End && !terms.Active.Intersect(span).IsEmpty || plan.Limits.Floor is null ? plan.Limits : CapAlone(plan.Limits);
        Amount change = limits.Of(gross) - gross - Sum(plan, soFar, posting => posting.Kind == PostingKind.Limit);
        if (change.Value.Sign == 0)
            return null;
        string why = limits.Of(gross) < gross ? $"capped at {plan.Limits.Cap} in {period}" : limits.Of(gross) > gross ? $"at least {plan.Limits.Floor} in {period}" : $"again within the bounds of {period}";
        return Posted($"Bounds of {period}", soFar, StatementLine.Plain(LineKind.Limit, why, change), change.Round(plan.Rounding), PostingKind.Limit);
    }

    private static PayLimits CapAlone(PayLimits limits) => limits.Cap is { } cap ? PayLimits.None.WithCap(cap) : PayLimits.None;

    private PlanResult? Together(CompensationPlan plan, DateRange inForce)
    {
        Posting[] its = [.. Postings.Where(posting => inForce.Contains(posting.Date))];
        Amount exact = its.Where(posting => posting.Kind != PostingKind.Rounding).Aggregate(Amount.Zero(pays), (sum, posting) => sum + posting.Exact);
        Money change = its.Aggregate(exact.Round(plan.Rounding), (rest, posting) => rest - posting.Earned);
        return change.Value == 0 ? null : Posted("Rounding of the plan", days.Intersect(inForce), StatementLine.Plain(LineKind.Rounding, "components together", change), change, PostingKind.Rounding);
    }

    // Against the quota as it is issued: who is at 100 % for a component is so for the plan.
    private Attainment Attained(Measure measure, CreditScope scope, MeasurementPeriod period, DateRange span, DateRange inForce)
    {
        Amount quota = measure.IsScore ? new(Rational.One, Currency.None) : terms.Participant.IssuedIn(measure, terms.Year, inForce, period);
        Amount credited = year.Where(credit => credit.Measure == measure && credit.Scope == scope && span.Contains(credit.Date))
            .Aggregate(Amount.Zero(quota.Currency), (sum, credit) => sum + credit.Amount);
        return new(credited, quota);
    }

    // What is rounded only together is multiplied and bounded as it is.
    private Amount Sum(CompensationPlan plan, DateRange span, Func<Posting, bool> counts) => Postings.Where(posting => span.Contains(posting.Date) && counts(posting))
        .Aggregate(Amount.Zero(pays), (sum, posting) => sum + (plan.Rounding.Scope == RoundingScope.Plan ? posting.Exact : posting.Earned));

    private PlanResult Posted(string name, DateRange span, StatementLine line, Money earned, PostingKind kind, int order = 0)
    {
        Postings.Add(new(kind, span.End.PlusDays(-1), earned, line.Amount) { Order = order });
        return Result(name, span, line, earned);
    }

    private static PlanResult Result(string name, DateRange span, StatementLine line, Money earned)
    {
        Amount difference = (Amount)earned - line.Amount;
        StatementLine[] lines = difference.Value.Sign == 0 ? [line] : [line, StatementLine.Plain(LineKind.Rounding, "rounding", difference)];
        return new(name, span, lines, earned);
    }
}
