using NodaTime;

namespace CompModel;

// Who comes and who leaves.
internal sealed partial class RunText
{
    /// <summary>Everybody's position: when people of the roster are there, how many leave, and what whoever comes is paid by, in whatever month.</summary>
    internal void Add(RunDefinition run, HeadcountPlan headcount)
    {
        foreach (ParticipantTerms terms in run.Everybody.Terms)
        {
            Participant holder = terms.Participant;
            ParticipantTerms next = holder.Successor(each => each).HiredOn(run.Year.Start).TermsFor(run.Year);
            Line($"{holder.Id} {holder.Hired:uuuu-MM-dd} to {holder.Employment.End:uuuu-MM-dd}, leavers {headcount.Attrition.For(holder.Role)}, × {run.Force.RateOf(holder.OnTarget.Total.Currency, run.Year)}{run.Assumptions.CanonicalOf(terms)}, next{run.Assumptions.CanonicalOf(next)}");
            AddSalary(terms);
            AddSalary(next);
            foreach ((DateRange days, string? manager) in next.Reporting())
                Line($"< {manager} {days}");
            foreach ((CompensationPlan plan, DateRange days) in PlanLine.PlansOf(next))
                Line($"{plan} {days} {plan.Proration}, ramp {plan.Ramp.WithoutQuota} {string.Join(' ', plan.Ramp.Shares)}");
            Add(next, run.Assumptions.Seasonality);
        }
    }

    private void AddSalary(ParticipantTerms terms) => Line($"base {string.Join(' ', terms.Year.Periods(Frequency.Monthly).Select(month => terms.Salary(month.Days).Value))}");
}
