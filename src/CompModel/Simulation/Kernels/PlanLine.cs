namespace CompModel;

/// <summary>A line of a participant's pay: a tier of a component, a rule of one, or of a plan as a whole.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Component">The component's name, or <see cref="AsAWhole"/>.</param>
/// <param name="Tier">The name of the tier or rule.</param>
/// <param name="Number">Its place.</param>
internal readonly record struct PlanLine(CompensationPlan Plan, string Component, string Tier, int Number)
{
    /// <summary>In place of a component: the plan's result.</summary>
    internal const string AsAWhole = "plan as a whole";

    /// <summary>The line of what payment terms add to what is earned.</summary>
    internal const string PaymentCost = "guarantees, draws and forfeits";

    /// <summary>The place of what payment terms cost.</summary>
    internal const int PaymentTerms = 3;

    /// <summary>The lines of a participant's year: of components in their order, of leaves, of plans, of payment terms, of what has happened.</summary>
    internal static IEnumerable<PlanLine> Of(ParticipantTerms terms, bool fromActuals)
    {
        foreach (ComponentTerms component in terms.Components)
        {
            IReadOnlyList<string> names = ComponentKernel.LinesOf(component).Names;
            for (int i = 0; i < names.Count; i++)
                yield return new(component.Plan, component.Component.Name, names[i], i);
        }
        if (terms.Participant.Leaves.FirstOrDefault(leave => PayKernel.PaidAway(terms, leave).Any()) is { } away)
            yield return new(terms.Participant.Plans.At(away.Days.Start), AsAWhole, "pay during leave", 2);
        foreach ((CompensationPlan plan, _) in PlansOf(terms))
        {
            if (plan.Multipliers.Count > 0)
                yield return new(plan, AsAWhole, "multiplied", 0);
            if (plan.Limits != PayLimits.None)
                yield return new(plan, AsAWhole, "within bounds", 1);
        }
        if (PaymentKernel.IsNeeded(terms))
            yield return new(PlansOf(terms).Last().Plan, AsAWhole, PaymentCost, PaymentTerms);
        if (fromActuals)
            yield return new(PlansOf(terms).Last().Plan, AsAWhole, "rounding of what is earned", 4);
    }

    /// <summary>The plans in force in the year, with their days.</summary>
    internal static IEnumerable<(CompensationPlan Plan, DateRange Days)> PlansOf(ParticipantTerms terms) => terms.Components.Select(component => (component.Plan, component.Days)).Distinct();

    /// <summary>Whether anything follows from a plan as a whole.</summary>
    internal static bool IsModified(CompensationPlan plan) => plan.Multipliers.Count > 0 || plan.Limits != PayLimits.None;
}
