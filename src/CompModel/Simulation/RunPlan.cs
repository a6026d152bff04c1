using System.Collections.Concurrent;
using NodaTime;

namespace CompModel;

/// <summary>What the people of a run share once it is compiled: lines and periods of cost, cuts at which credits roll up, what is drawn, exchange rates.</summary>
internal sealed class RunPlan
{
    private readonly Dictionary<CostLine, int> lines = [];
    private readonly MeasurementPeriod[] periods;

    // What of their teams' credits managers read, with the quota that sets the grid.
    private readonly Dictionary<string, Dictionary<Measure, Rational>> readers;

    /// <summary>A run's plan; credits roll up by some days more than its people's plans and managers ask for.</summary>
    internal RunPlan(RunDefinition run, CancellationToken cancel, params IEnumerable<LocalDate> cuts)
    {
        Run = run;
        Cuts = new TeamCuts(run.Year, run.Terms, cancel, cuts);
        Draws = new DrawPeriods(run.Year, run.Assumptions.Models.Select(model => run.Assumptions.PeriodsOf(model.Measure)));
        foreach (PlanLine line in run.Terms.Until(cancel).SelectMany(terms => PlanLine.Of(terms, run.Actuals is not null)))
            lines.TryAdd(Of(line), lines.Count);
        readers = run.Terms.Until(cancel).Where(terms => terms.ReadsTeams).ToDictionary(terms => terms.Participant.Id, Read, StringComparer.Ordinal);
        Roles = [.. run.Terms.Select(terms => terms.Participant.Role).OfType<string>().Distinct(StringComparer.Ordinal)];
        FollowsPay = run.Terms.Until(cancel).Any(PaymentKernel.IsNeeded);
        PeriodsPaid = run.Terms.Until(cancel).SelectMany(terms => terms.Components).Select(component => component.Component.Basis.Pays).Append(Frequency.Quarterly).Max();
        periods = [.. run.Year.Periods(PeriodsPaid)];
    }

    internal RunDefinition Run { get; }

    internal TeamCuts Cuts { get; }

    internal DrawPeriods Draws { get; }

    /// <summary>The periods that cost is told by: the shortest that anybody is paid for, at most a quarter.</summary>
    internal Frequency PeriodsPaid { get; }

    /// <summary>The roles, in the order of the sales force.</summary>
    internal IReadOnlyList<string> Roles { get; }

    /// <summary>Whether what is paid differs from what is earned, for anybody.</summary>
    internal bool FollowsPay { get; }

    /// <summary>Arrays of a tile that nobody uses at the moment.</summary>
    internal ConcurrentBag<TileSpace> Spaces { get; } = [];

    /// <summary>The lines of cost, in order.</summary>
    internal IReadOnlyList<CostLine> Lines => [.. lines.OrderBy(line => line.Value).Select(line => line.Key)];

    /// <summary>How many measures roll up: those that are drawn, then commission earned and payout.</summary>
    internal int TeamMeasures => Run.Assumptions.Models.Count + 2;

    /// <summary>The place of commission earned among the measures that roll up.</summary>
    internal int CommissionEarned => Run.Assumptions.Models.Count;

    /// <summary>The place of payout.</summary>
    internal int Payout => Run.Assumptions.Models.Count + 1;

    internal int LineOf(PlanLine line) => lines[Of(line)];

    /// <summary>The period of cost that what is posted by a date belongs to.</summary>
    internal int PeriodOf(LocalDate postedBy) => Array.FindIndex(periods, period => period.End >= postedBy);

    /// <summary>The place of a measure among those that roll up.</summary>
    internal int TeamMeasureOf(Measure measure) => measure == Measure.CommissionEarned ? CommissionEarned : measure == Measure.Payout ? Payout : Run.Assumptions.IndexOf(measure);

    /// <summary>
    /// The grid of each measure's credits below a manager, as a shift: set by the nearest of the manager and those above who is paid on them; none without one.
    /// </summary>
    internal double?[] ShiftsFor(string managerId)
    {
        string[] path = [managerId, .. Run.Reporting.Above(managerId)];
        double? Shift(Measure measure)
        {
            foreach (string id in path)
            {
                if (readers.TryGetValue(id, out Dictionary<Measure, Rational>? reads) && reads.TryGetValue(measure, out Rational quota))
                    return measure.IsMoney ? PayGrid.Shift : PayGrid.ShiftOfUnits(quota.ToDouble());
            }
            return null;
        }
        return [.. Run.Assumptions.Models.Select(model => Shift(model.Measure)), Shift(Measure.CommissionEarned), Shift(Measure.Payout)];
    }

    /// <summary>Whether somebody above is paid on what a participant is paid.</summary>
    internal bool IsPayoutFollowed(ParticipantTerms terms) => terms.Reporting().Any(span => span.Manager is { } manager && ShiftsFor(manager)[Payout] is not null);

    /// <summary>Units of the reported currency for one of another.</summary>
    internal Rational RateOf(Currency currency) => Run.Force.RateOf(currency, Run.Year);

    private static Dictionary<Measure, Rational> Read(ParticipantTerms terms)
    {
        var quotas = new Dictionary<Measure, Rational>();
        foreach (Measure measure in new PayKernel(terms).Reads.Where(read => read.Scope == CreditScope.Team).Select(read => read.Measure).Distinct())
        {
            Rational its = terms.Components.FirstOrDefault(component => component.Component.Scope == CreditScope.Team && component.Component.Measure == measure)?.Quota.Value ?? Rational.Zero;
            quotas.Add(measure, its.Sign > 0 ? its : terms.Participant.Quotas.FirstOrDefault(quota => quota.Measure == measure) is { } quota && quota.Annual.First.Value.Sign > 0 ? quota.Annual.First.Value : Rational.One);
        }
        return quotas;
    }

    private static CostLine Of(in PlanLine line) => new(line.Plan.Name, line.Component, line.Tier, line.Number);
}
