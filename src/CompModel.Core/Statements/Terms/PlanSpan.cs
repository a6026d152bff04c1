using NodaTime;

namespace CompModel;

/// <summary>The days of a year on which one plan is in force for a participant, and what of annual quotas and targets falls on them.</summary>
internal sealed class PlanSpan
{
    private readonly Participant participant;
    private readonly PlanYear year;
    private readonly DateRange[] counting;

    private PlanSpan(Participant participant, PlanYear year, CompensationPlan plan, DateRange days)
    {
        this.participant = participant;
        this.year = year;
        Plan = plan;
        Days = days;
        // The plan's rule says what of the employment counts, and the change of plan cuts that: so a cut between plans of one rule moves nothing.
        counting = [.. plan.Proration.Counting(year, participant.Employment.Intersect(year.Days), [.. participant.Leaves.Select(leave => leave.Days)])
            .Select(span => span.Intersect(days)).Where(span => !span.IsEmpty)];
        Seasonality = plan.Proration.Falling(plan.Seasonality, year);
    }

    internal CompensationPlan Plan { get; }

    internal DateRange Days { get; }

    /// <summary>How quotas and targets fall on its days.</summary>
    internal Seasonality Seasonality { get; }

    /// <summary>
    /// The spans of a year, in order; together they are all of it. Plans that are in force on no day of employment have none: the first holds from the start of the
    /// year, the last to its end.
    /// </summary>
    internal static PlanSpan[] Of(Participant participant, PlanYear year)
    {
        DateRange employed = participant.Employment.Intersect(year.Days);
        (DateRange Days, CompensationPlan Plan)[] inForce = employed.IsEmpty
            ? [(year.Days, participant.Plans.At(year.Start))]
            : [.. participant.Plans.Within(employed)];
        return [.. inForce.Select((span, i) => new PlanSpan(participant, year, span.Plan, new(
            i == 0 ? year.Start : span.Days.Start,
            i + 1 == inForce.Length ? year.End : span.Days.End)))];
    }

    /// <summary>The exact quota of a measure for those of some days that count.</summary>
    internal Amount QuotaIn(Measure measure, DateRange span, Seasonality seasonality)
    {
        Quota quota = participant.QuotaFor(measure);
        Amount sum = Amount.Zero(quota.Currency);
        foreach ((DateRange slice, Amount annual) in counting.SelectMany(days => quota.Annual.Within(span.Intersect(days))))
        {
            foreach ((DateRange part, Rational share) in Ramped(slice))
            {
                foreach ((DateRange days, Rational left) in participant.QuotaLeft.Within(part))
                    sum += annual * (left * share * seasonality.Share(year, days));
            }
        }
        return sum;
    }

    /// <summary>The component's periods as far as they lie in the span: a cut one has the days that are left, and the exact quota and target of those.</summary>
    internal IEnumerable<PeriodTerms> Exact(Component component)
    {
        Amount nothing = Amount.Zero(participant.OnTarget.Total.Currency);
        foreach ((MeasurementPeriod period, DateRange days) in Periods(component.Basis.Pays))
        {
            // A score asks the same of every month, ramp or not.
            bool ramps = !component.Measure.IsScore && Plan.Ramp.HasMonthWithoutQuota;
            yield return new PeriodTerms(period, days, AskedIn(component.Measure, days), TargetIn(component, days, asked: true, ramps))
            {
                PaidWithoutQuota = ramps && Plan.Ramp.WithoutQuota == WithoutQuota.TargetPaid ? TargetIn(component, days, asked: false, ramps) : nothing,
            };
        }
    }

    /// <summary>The exact quota of a measure in each period, as far as it lies in the span.</summary>
    internal IEnumerable<Amount> Quotas(Measure measure, Frequency pays) => Periods(pays).Select(period => AskedIn(measure, period.Days));

    private IEnumerable<(MeasurementPeriod Period, DateRange Days)> Periods(Frequency pays) =>
        year.Periods(pays).Select(period => (period, Days: period.Days.Intersect(Days))).Where(period => !period.Days.IsEmpty);

    // A score is of each period that has a day which counts; without a quota nothing is asked.
    private Amount AskedIn(Measure measure, DateRange days)
    {
        if (measure.IsScore)
            return new(counting.Any(span => !span.Intersect(days).IsEmpty) ? Rational.One : Rational.Zero, Currency.None);
        return participant.Quotas.Any(quota => quota.Measure == measure)
            ? QuotaIn(measure, days, Seasonality)
            : Amount.Zero(measure.IsMoney ? participant.OnTarget.Total.Currency : Currency.None);
    }

    /// <summary>Whether every annual quota of a measure that counts on its days is in whole units.</summary>
    internal bool HasWholeQuota(Measure measure) => participant.Quotas.Any(quota => quota.Measure == measure) && counting.SelectMany(participant.QuotaFor(measure).Annual.Within).All(slice => slice.Value.Value.IsInteger);

    /// <summary>The plan's component that takes over, or had before, the quota of one of another plan: of its name if there is one, of its measure otherwise.</summary>
    internal Component? CounterpartOf(Component component)
    {
        Component[] same = [.. Plan.Components.Where(each => each.Measure == component.Measure)];
        return same.FirstOrDefault(each => each.Name == component.Name) ?? same.FirstOrDefault();
    }

    // What 100 % of a component is worth for days that count, slice by slice what was in force: of those for which something is asked, or of the others.
    private Amount TargetIn(Component component, DateRange span, bool asked, bool ramps)
    {
        Amount sum = Amount.Zero(participant.OnTarget.Total.Currency);
        if (component.Rule is not PayRule.ByCurve { Worth: var worth })
            return sum;
        // Salary falls on the year by equal months, whatever the quota does.
        Seasonality seasonality = worth is Worth.OfSalary ? Seasonality.EqualMonths : Seasonality;
        foreach ((DateRange slice, OnTargetEarnings inForce) in counting.SelectMany(days => participant.Earnings.Within(span.Intersect(days))))
        {
            foreach ((DateRange part, Rational share) in ramps ? Ramped(slice) : [(slice, Rational.One)])
            {
                if (share.Sign > 0 != asked)
                    continue;
                foreach ((DateRange days, Rational left) in participant.TargetLeft.Within(part))
                    sum += Annual(worth, inForce) * (left * seasonality.Share(year, days));
            }
        }
        return sum;
    }

    private static Amount Annual(Worth worth, OnTargetEarnings inForce) => worth switch
    {
        Worth.OfTargetIncentive share => inForce.TargetIncentive * share.Weight,
        Worth.OfSalary share => inForce.Base * share.Share,
        Worth.OfMoney sum => sum.Annual,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // Before the hire nothing is ramped away; but a month that counts whole is of the ramp's first from its own first day on.
    private IEnumerable<(DateRange Days, Rational Share)> Ramped(DateRange slice) => Plan.Ramp.Within(
        slice, participant.Hired, participant.RampStarts, Plan.Proration == Proration.ByWholeMonths && Plan.Ramp.Shares.Count > 0 ? Plan.Ramp.Shares[0] : Rational.One);
}
