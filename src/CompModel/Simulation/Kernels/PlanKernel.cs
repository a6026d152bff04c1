using NodaTime;

namespace CompModel;

/// <summary>
/// What follows from a plan as a whole, over a tile of trials: multipliers at the ends of their spans, then bounds: the cap whenever something is posted, the floor at
/// the end of its span. The mirror of the exact reading of a plan read posting by posting.
/// </summary>
internal sealed class PlanKernel
{
    private readonly Multiplied[] multipliers;
    private readonly Bounded[] bounds;
    private readonly double cap, floor;
    private readonly int multiplierLine, boundLine;

    /// <summary>A plan in force on some days of the year; lines are at −1 where it has none.</summary>
    internal PlanKernel(ParticipantTerms terms, CompensationPlan plan, DateRange inForce, CreditReads reads, IReadOnlyList<LocalDate> slots, int multiplierLine, int boundLine)
    {
        this.multiplierLine = multiplierLine;
        this.boundLine = boundLine;
        multipliers = [.. plan.Multipliers.SelectMany(each => Spans(terms, each.Span, inForce).Select(span =>
            new Multiplied(MultiplierKernel.Of(each.Multiplier, (measure, scope) => Asked(terms, measure, scope, span.Period, span.Days, inForce, reads)), Within(span.Days, slots), SlotOf(span.Days.End, slots))))];
        bounds = plan.Limits == PayLimits.None ? [] : [.. Spans(terms, plan.LimitSpan, inForce).Select(span => new Bounded(
            Within(span.Days, slots), plan.Limits.Floor is not null && !terms.Active.Intersect(span.Days).IsEmpty))];
        cap = plan.Limits.Cap is { } most ? most.ToDouble() : double.PositiveInfinity;
        floor = plan.Limits.Floor is { } least ? least.ToDouble() : double.NegativeInfinity;
    }

    // A result is posted at the last of its slots.
    private readonly record struct Multiplied(MultiplierKernel Factor, Range Slots, int At);

    private readonly record struct Bounded(Range Slots, bool HasFloor);

    /// <summary>The days on which something of the plan as a whole is posted: the ends of its spans.</summary>
    internal static IEnumerable<LocalDate> SlotsOf(ParticipantTerms terms, CompensationPlan plan, DateRange inForce) =>
        plan.Multipliers.Select(each => each.Span).Concat(plan.Limits == PayLimits.None ? [] : [plan.LimitSpan])
            .SelectMany(frequency => Spans(terms, frequency, inForce)).Select(span => span.Days.End);

    /// <summary>Adds to what is posted and to the plan's lines.</summary>
    internal void Run(in CreditTile credits, PayTile pay)
    {
        foreach (Multiplied multiplied in multipliers)
            Multiply(multiplied, credits, pay);
        foreach (Bounded bounded in bounds)
            Bound(bounded, credits.Count, pay);
    }

    // Of components and the multipliers before it, which are added to what is posted as they are found.
    private void Multiply(in Multiplied multiplied, in CreditTile credits, PayTile pay)
    {
        double[] posted = pay.Posted[multiplied.At], line = pay.Lines[multiplierLine];
        ReadOnlySpan<double[]> slots = pay.Posted.AsSpan(multiplied.Slots);
        for (int i = 0; i < credits.Count; i++)
        {
            double sum = 0;
            foreach (double[] slot in slots)
                sum += slot[i];
            double change = PayGrid.Round(sum * (multiplied.Factor.At(credits, i) - 1));
            posted[i] += change;
            line[i] += change;
        }
    }

    private void Bound(in Bounded bounded, int count, PayTile pay)
    {
        double[] line = pay.Lines[boundLine];
        double[][] slots = pay.Posted[bounded.Slots];
        double least = PayGrid.Round(floor), most = PayGrid.Round(cap);
        for (int i = 0; i < count; i++)
        {
            double gross = 0, changed = 0;
            for (int slot = 0; slot < slots.Length; slot++)
            {
                gross += slots[slot][i];
                double bound = bounded.HasFloor && slot + 1 == slots.Length && gross < least ? least : gross > most ? most : gross;
                double change = bound - gross - changed;
                slots[slot][i] += change;
                changed += change;
            }
            line[i] += changed;
        }
    }

    private static IEnumerable<(MeasurementPeriod Period, DateRange Days)> Spans(ParticipantTerms terms, Frequency frequency, DateRange inForce) =>
        terms.Year.Periods(frequency).Select(period => (period, Days: period.Days.Intersect(inForce))).Where(span => !span.Days.IsEmpty);

    private static AskedCredits Asked(ParticipantTerms terms, Measure measure, CreditScope scope, MeasurementPeriod period, DateRange span, DateRange inForce, CreditReads reads)
    {
        Rational quota = measure.IsScore ? Rational.One : terms.Participant.IssuedIn(measure, terms.Year, inForce, period).Value;
        return new(reads.Of(measure, scope, span, quota), quota);
    }

    private static Range Within(DateRange span, IReadOnlyList<LocalDate> slots) =>
        new(slots.Count(slot => slot <= span.Start), slots.Count(slot => slot <= span.End));

    private static int SlotOf(LocalDate date, IReadOnlyList<LocalDate> slots) => slots.Count(slot => slot < date);
}
