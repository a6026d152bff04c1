using NodaTime;

namespace CompModel;

/// <summary>
/// A participant's plan year compiled for tiles of trials: components, then leave pay, the plans as a whole, and what payment terms add as a cost. What a tile earns
/// is what an unrounded statement of those credits says, posting by posting and line by line.
/// </summary>
internal sealed class PayKernel : PayReading
{
    private readonly ComponentKernel[] components;
    private readonly PlanKernel[] plans;
    private readonly (int Slot, double Pay)[] leavePay;
    private readonly int leaveLine, paymentLine, correctionLine;
    private readonly PaymentKernel? payments;
    private readonly int[] months;

    /// <summary>Compiles terms. What is paid, beside what is earned, is followed where terms of payment say more than that, and where it is asked for.</summary>
    internal PayKernel(ParticipantTerms terms, bool followsPay = false, bool fromActuals = false)
    {
        bool costs = PaymentKernel.IsNeeded(terms);
        payments = costs || followsPay ? new PaymentKernel(terms) : null;
        MeasurementPeriod[] year = terms.Year.Periods(Frequency.Monthly);
        var reads = new CreditReads(terms);
        (CompensationPlan Plan, DateRange Days)[] inForce = [.. PlanLine.PlansOf(terms)];
        Slots = [.. terms.Components.SelectMany(component => component.Periods.Select(period => period.Days.End))
            .Concat(inForce.SelectMany(plan => PlanKernel.SlotsOf(terms, plan.Plan, plan.Days)))
            .Concat(terms.Participant.Leaves.SelectMany(leave => PaidAway(terms, leave)).Select(days => days.End))
            .Concat(payments is null ? [] : year.Select(month => month.End)).Distinct().Order()];
        months = [.. Slots.Select(slot => Array.FindIndex(year, month => month.End >= slot))];
        Lines = [.. PlanLine.Of(terms, fromActuals)];
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
        paymentLine = costs ? line++ : -1;
        correctionLine = line;
        Reads = [.. reads.InOrder];
    }

    /// <summary>What is added by date, in every trial, so that what has happened is what statements say; on the grid.</summary>
    internal (int Slot, double Amount)[] Corrections { get; set; } = [];

    /// <inheritdoc/>
    internal override bool FollowsPay => payments is not null;

    /// <inheritdoc/>
    internal override IReadOnlyList<LocalDate> Slots { get; }

    /// <inheritdoc/>
    internal override IReadOnlyList<PlanLine> Lines { get; }

    /// <inheritdoc/>
    internal override IReadOnlyList<CreditRead> Reads { get; }

    /// <inheritdoc/>
    internal override void Run(in CreditTile credits, PayTile pay, bool keepsCommission = false)
    {
        Earn(credits, pay, keepsCommission);
        PayOut(pay, credits.Count);
    }

    /// <summary>As above, without what payment terms make of it.</summary>
    internal void Earn(in CreditTile credits, PayTile pay, bool keepsCommission = false)
    {
        pay.Clear(Slots.Count, Lines.Count, credits.Count);
        foreach (ComponentKernel component in components)
            component.Run(credits, pay);
        if (keepsCommission)
            pay.KeepCommission(credits.Count);
        foreach ((int slot, double amount) in leavePay)
            Add(amount, slot, leaveLine, pay, credits.Count);
        foreach (PlanKernel plan in plans)
            plan.Run(credits, pay);
        foreach ((int slot, double amount) in Corrections)
            Add(amount, slot, correctionLine, pay, credits.Count);
    }

    /// <summary>From what is posted to what is paid, by month, as people are paid; what the terms add is posted at the month's end.</summary>
    internal void PayOut(PayTile pay, int count)
    {
        if (payments is null)
            return;
        PaymentRows rows = pay.Payments;
        rows.ClearEarned(count);
        for (int slot = 0; slot < months.Length; slot++)
            Add(pay.Posted[slot], rows.Earned[months[slot]], count);
        payments.Run(rows.Earned, rows.Cost, rows.Paid, rows.Balances, count);
        if (paymentLine < 0)
            return;
        for (int slot = 0; slot < months.Length; slot++)
        {
            if (slot + 1 < months.Length && months[slot + 1] == months[slot])
                continue;
            Add(rows.Cost[months[slot]], pay.Posted[slot], count);
            Add(rows.Cost[months[slot]], pay.Lines[paymentLine], count);
        }
    }

    private static void Add(double amount, int slot, int line, PayTile pay, int count)
    {
        for (int i = 0; i < count; i++)
        {
            pay.Posted[slot][i] += amount;
            pay.Lines[line][i] += amount;
        }
    }

    private static void Add(double[] from, double[] to, int count)
    {
        for (int i = 0; i < count; i++)
            to[i] += from[i];
    }

    /// <summary>The days of a leave that pay the average, month by month, as statements post it.</summary>
    internal static IEnumerable<DateRange> PaidAway(ParticipantTerms terms, Leave leave) => leave.Pay is null ? [] :
        terms.Year.Periods(Frequency.Monthly).Select(month => month.Days.Intersect(leave.Days).Intersect(terms.Active)).Where(days => !days.IsEmpty);

    private IEnumerable<(int Slot, double Pay)> LeavePay(ParticipantTerms terms, Leave leave) => PaidAway(terms, leave).Select(days =>
        (Slots.Count(slot => slot < days.End), PayGrid.Round((leave.Pay!.Daily * leave.Pay.DaysIn(days)).ToDouble())));
}
