namespace CompModel.Files;

/// <summary>What a plan needs to know of whoever is on it.</summary>
internal static class PlanNeeds
{
    extension(CompensationPlan plan)
    {
        /// <summary>The measures that need a quota: of curves and of tables at shares of it, and those whose attainment conditions and multipliers ask for.</summary>
        public IEnumerable<Measure> QuotaMeasures => plan.Components.SelectMany(QuotasOf)
            .Concat(plan.Multipliers.SelectMany(each => Measures(each.Multiplier)))
            .Where(measure => !measure.IsScore).Distinct();

        /// <summary>How long the spans are over which it asks for a measure: windows of components, and spans of its own multipliers.</summary>
        public IEnumerable<Frequency> SpansOf(Measure measure) => plan.Components
            .Where(component => component.Measure == measure || component.Gates.SelectMany(gate => Parts(gate.Condition)).Any(part => part.Measure == measure)
                || component.Multipliers.SelectMany(Measures).Contains(measure))
            .Select(component => component.Basis is Basis.YearToDate or Basis.Reconciled ? Frequency.Annual : component.Basis.Pays)
            .Concat(plan.Multipliers.Where(each => Measures(each.Multiplier).Contains(measure)).Select(each => each.Span));

        /// <summary>Whether anything is measured by the credits of a territory.</summary>
        public bool UsesTerritory => plan.Components.Any(component =>
            component.Scope == CreditScope.Territory || component.PayScope == CreditScope.Territory
            || component.Gates.SelectMany(gate => Parts(gate.Condition)).Any(part => part.Scope == CreditScope.Territory)
            || component.Multipliers.Any(OfTerritory)) || plan.Multipliers.Any(each => OfTerritory(each.Multiplier));
    }

    private static IEnumerable<Measure> QuotasOf(Component component)
    {
        IEnumerable<RateTable> tables = component.Gates.Select(gate => gate.Otherwise).Append(component.Rule).OfType<PayRule.ByTable>().Select(rule => rule.Table)
            .Concat(component.Deals.Tables?.Values ?? []);
        if (component.Rule is PayRule.ByCurve || tables.Any(table => table.Places == TierPlaces.SharesOfQuota))
            yield return component.Measure;
        foreach (Condition.Reaches part in component.Gates.SelectMany(gate => Parts(gate.Condition)).Where(part => part.OfQuota))
            yield return part.Measure;
        foreach (Measure measure in component.Multipliers.SelectMany(Measures))
            yield return measure;
    }

    private static IEnumerable<Condition.Reaches> Parts(Condition condition) => condition switch
    {
        Condition.Reaches one => [one],
        Condition.Joined many => many.Conditions.SelectMany(Parts),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<Measure> Measures(Multiplier multiplier) => multiplier switch
    {
        Multiplier.ByCurve one => [one.Measure],
        Multiplier.ByMatrix two => [two.Rows, two.Columns],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static bool OfTerritory(Multiplier multiplier) =>
        multiplier is Multiplier.ByCurve { Scope: CreditScope.Territory } or Multiplier.ByMatrix { Scope: CreditScope.Territory };
}
