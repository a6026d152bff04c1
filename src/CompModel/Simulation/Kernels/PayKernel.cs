using NodaTime;

namespace CompModel;

/// <summary>
/// A participant's plan year compiled for tiles of trials: components, then the plans as a whole, people's leave pay. What a tile pays is what an unrounded statement
/// of those credits says, posting by posting and line by line.
/// </summary>
internal sealed class PayKernel
{
    private readonly ComponentKernel[] components;
    private readonly PlanKernel[] plans;
    private readonly (int Slot, double Pay)[] leavePay;
    private readonly int leaveLine;

    internal PayKernel(ParticipantTerms terms)
    {
        var reads = new CreditReads(terms);
        (CompensationPlan Plan, DateRange Days)[] inForce = [.. PlanLine.PlansOf(terms)];
        Slots = [.. terms.Components.SelectMany(component => component.Periods.Select(period => period.Days.End))
            .Concat(inForce.SelectMany(plan => PlanKernel.SlotsOf(terms, plan.Plan, plan.Days)))
            .Concat(terms.Participant.Leaves.SelectMany(leave => PaidAway(terms, leave)).Select(days => days.End)).Distinct().Order()];
        Lines = [.. PlanLine.Of(terms)];
        int line = 0;
        components = [.. terms.Components.Select(component =>
        {
            int first = line;
            line += ComponentKernel.LinesOf(component).Names.Count;
            return new ComponentKernel(terms, component, reads, Slots, first);
        })];
        leavePay = [.. terms.Participant.Leaves.SelectMany(leave => LeavePay(terms, leave))];
        leaveLine = leavePay.Length > 0 ? line++ : -1;
        plans = [.. inForce.Where(plan => PlanLine.IsModified(plan.Plan)).Select(plan =>
        {
            int multiplied = plan.Plan.Multipliers.Count > 0 ? line++ : -1, bounded = plan.Plan.Limits != PayLimits.None ? line++ : -1;
            return new PlanKernel(terms, plan.Plan, plan.Days, reads, Slots, multiplied, bounded);
        })];
        Reads = [.. reads.InOrder];
    }

    /// <summary>The days by which something is posted, in order.</summary>
    internal IReadOnlyList<LocalDate> Slots { get; }

    /// <summary>The lines that pay falls on.</summary>
    internal IReadOnlyList<PlanLine> Lines { get; }

    /// <summary>What of credits is read, in the order of the arrays of a <see cref="CreditTile"/>.</summary>
    internal IReadOnlyList<CreditRead> Reads { get; }

    /// <summary>From credits to pay, which is overwritten. What components alone earn is kept apart where overrides of managers ask for it.</summary>
    internal void Run(in CreditTile credits, PayTile pay, bool keepsCommission = false)
    {
        pay.Clear(Slots.Count, Lines.Count, credits.Count);
        foreach (ComponentKernel component in components)
            component.Run(credits, pay);
        if (keepsCommission)
            pay.KeepCommission(credits.Count);
        foreach ((int slot, double amount) in leavePay)
        {
            for (int i = 0; i < credits.Count; i++)
            {
                pay.Posted[slot][i] += amount;
                pay.Lines[leaveLine][i] += amount;
            }
        }
        foreach (PlanKernel plan in plans)
            plan.Run(credits, pay);
    }

    /// <summary>The days of a leave that pay the average, month by month, as statements post it.</summary>
    internal static IEnumerable<DateRange> PaidAway(ParticipantTerms terms, Leave leave) => leave.Pay is null ? [] :
        terms.Year.Periods(Frequency.Monthly).Select(month => month.Days.Intersect(leave.Days).Intersect(terms.Active)).Where(days => !days.IsEmpty);

    private IEnumerable<(int Slot, double Pay)> LeavePay(ParticipantTerms terms, Leave leave) => PaidAway(terms, leave).Select(days =>
        (Slots.Count(slot => slot < days.End), PayGrid.Round((leave.Pay!.Daily * leave.Pay.DaysIn(days)).ToDouble())));
}
