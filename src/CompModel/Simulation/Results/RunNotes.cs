namespace CompModel;

/// <summary>What a reader of a simulated cost must know of how it was simulated, as plain sentences.</summary>
internal static class RunNotes
{
    internal static IReadOnlyList<string> Of(RunDefinition run)
    {
        List<string> notes = [.. OfPeriods(run)];
        if (run.Assumptions.Deals is not { } mix)
            return notes;
        foreach (IGrouping<string, ParticipantTerms> plan in run.Terms.Where(terms => terms.RatesDeals).GroupBy(terms => terms.Components.First(component => component.Component.RatesDeals).Plan.Name, StringComparer.Ordinal))
            notes.Add(FormattableString.Invariant($"{plan.Key} rates single deals: its pay ({plan.Count()} {(plan.Count() == 1 ? "person" : "people")}) is that of statements on simulated deals."));
        string other = string.Join(" and ", mix.Made.Where(measure => measure != mix.SizedIn));
        notes.Add(mix.MakesCredits
            ? $"Simulated deals ({mix}) make what is credited in {string.Join(" and ", mix.Made)}: people's deals are independent of each other and of the company's year."
            : $"Simulated deals ({mix}) split what the attainment models draw, in proportion to their sizes{(other.Length > 0 ? $"; {other}: as the deals have them" : "")}.");
        if (run.Terms.Any(terms => terms.RatesDeals))
            notes.Add($"At target, pay by single deals is its average over {DealPay.TrialsAtTarget} draws of deals at exactly 100 % of quota.");
        return notes;
    }

    // What credits by period do not tell apart.
    private static IEnumerable<string> OfPeriods(RunDefinition run)
    {
        Component[] components = [.. run.Terms.SelectMany(terms => terms.Components).Select(component => component.Component).Distinct()];
        if (components.Any(component => component.Scope == CreditScope.Territory || component.Asked.Any(asked => asked.Scope == CreditScope.Territory)))
            yield return "A territory is taken to sell what its owner does, all year.";
        if (components.FirstOrDefault(component => !component.PaysWhatItMeasures && !component.RatesDeals) is { } other)
            yield return $"'{other.Name}' pays on other credits than those that set its place: the credits of each of its periods count as one deal.";
        if (run.Terms.SelectMany(terms => terms.Plans).Any(plan => plan.Payments.EventShares != EventShares.OnBooking))
            yield return "Pay that waits for invoice or cash counts as payable on booking: invoices and cash are not drawn.";
    }
}
