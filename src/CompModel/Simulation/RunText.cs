using System.Globalization;
using System.Text;

namespace CompModel;

/// <summary>A run written out in every detail that a result depends on, in any culture: what its fingerprint is taken of.</summary>
internal sealed partial class RunText
{
    private readonly StringBuilder text = new();

    /// <summary>The text so far, in UTF-8, which it then no longer holds: that of a large company would be a gigabyte.</summary>
    internal byte[] TakeBytes()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
        text.Clear();
        return bytes;
    }

    // One way to end lines, on any system.
    internal void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    internal void Add(ParticipantTerms terms, Seasonality? seasonality)
    {
        foreach (ComponentTerms component in terms.Components)
        {
            Component rule = component.Component;
            Line($"{component.Plan}/{component.Name} {component.Days} {rule.Measure} {Kind(rule.Measure)} {rule.Scope} on {rule.PayMeasure} {rule.PayScope} {rule.Deals.Order} {rule.Basis} {rule.Days}");
            Add(rule.Rule);
            Add(rule.Deals);
            foreach (Gate gate in rule.Gates)
            {
                Line($"gate {string.Join(' ', gate.Condition.Asked.Select(asked => asked.Scope))} {gate.Condition}");
                Add(gate.Otherwise);
            }
            foreach (Multiplier multiplier in rule.Multipliers)
                Add(multiplier);
            Add(rule.Limits);
            foreach (PeriodTerms period in component.Periods)
                Line($"{period.Days} {period.Quota.Value} {period.Target.Value} {period.PaidWithoutQuota.Value} {period.Quota.Currency}");
        }
        foreach ((CompensationPlan plan, DateRange days) in PlanLine.PlansOf(terms))
        {
            foreach ((Multiplier multiplier, Frequency span) in plan.Multipliers)
            {
                Line($"{plan} {days} × {span}");
                Add(multiplier);
            }
            Line($"{plan.LimitSpan} {plan.Payments}");
            Add(plan.Limits);
        }
        foreach (Leave leave in terms.Participant.Leaves.Where(leave => leave.Pay is not null))
            Line($"leave {leave.Days} {leave.Pay!.Daily.Value} {leave.Pay.Counted}");
        // How the year falls on months shows in a manager's periods, whatever the seller's own are.
        foreach (Measure measure in terms.MeasuresRead.Where(read => read.Scope != CreditScope.Team && !read.Measure.IsScore).Select(read => read.Measure).Distinct())
        {
            // What deals make needs no quota.
            if (terms.Participant.Quotas.All(quota => quota.Measure != measure))
                continue;
            var credits = new OwnCredits(terms, measure, seasonality);
            Line($"{measure} {string.Join(' ', terms.Year.Periods(Frequency.Monthly).Select(month => credits.By(month.End)))}");
        }
    }

    internal void Add(ParticipantTerms terms, Actuals actuals)
    {
        Line($"actual through {actuals.Through:uuuu-MM-dd}, rest {actuals.Rest}, earned {new ActualYear(terms, actuals).EarnedSoFar}");
        foreach (Credit credit in actuals.Of(terms.Participant.Id))
            Line($"{credit.Measure} {credit.Scope} {credit.Date:uuuu-MM-dd} {credit.Amount.Value} {credit.Amount.Currency}");
    }

    private static string Kind(Measure measure) => measure.IsMoney ? "money" : measure.IsScore ? "score" : "units";

    private void Add(PayRule rule)
    {
        switch (rule)
        {
            case PayRule.ByCurve { Curve: var curve }:
                Line($"{string.Join(';', curve.Segments)}");
                break;
            case PayRule.ByTable { Table: var table }:
                Line($"{table.Reading} {table.Places} {string.Join(';', table.Segments)}");
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void Add(DealRules deals)
    {
        if (deals == DealRules.None with { Order = deals.Order })
            return;
        CreditLimits sizes = deals.Sizes;
        Line($"deals {sizes.Least} {sizes.LargeFrom} {sizes.LargeShare} {sizes.Most}; {deals.PositionWeight}; {deals.PayWeight}; {deals.KickerFactor}; {deals.KickerAmount}");
        Add(deals.Pay);
        foreach (RateTable table in deals.Tables?.Values ?? [])
            Add(new PayRule.ByTable(table));
        Line($"rated by {deals.Tables?.Attribute} {deals.Tables}");
    }

    private void Add(Multiplier multiplier)
    {
        switch (multiplier)
        {
            case Multiplier.ByCurve one:
                Line($"× {one.Measure} {one.Scope} {string.Join(';', one.Curve.Segments)}");
                break;
            case Multiplier.ByMatrix { Matrix: var matrix } two:
                Line($"× {two.Rows} {two.Columns} {two.Scope} {matrix.IsInterpolated} {string.Join(' ', matrix.Rows)} {string.Join(' ', matrix.Columns)}");
                for (int row = 0; row < matrix.Rows.Count; row++)
                    Line($"{string.Join(' ', Enumerable.Range(0, matrix.Columns.Count).Select(column => matrix[row, column]))}");
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void Add(PayLimits limits) => Line($"{limits.Floor} {limits.Cap}");
}
