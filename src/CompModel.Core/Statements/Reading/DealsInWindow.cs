namespace CompModel;

/// <summary>What one deal counts for in a window: its part of the position, and what its rates apply to.</summary>
internal readonly record struct CountedDeal(string Reference, DealAttributes Attributes, Rational Position, Rational Pays);

/// <summary>From the credits of a window to its deals: limits on each deal's credit, then weights. Steps 4 and 5 of the order of evaluation.</summary>
internal static class DealsInWindow
{
    extension(Component component)
    {
        /// <summary>The deals, in order of date and id; all credits of one deal are one.</summary>
        internal List<CountedDeal> Counted(IEnumerable<Credit> inOrder)
        {
            var deals = new Dictionary<string, int>(StringComparer.Ordinal);
            var counted = new List<CountedDeal>();
            foreach (Credit credit in inOrder)
            {
                if (!deals.TryGetValue(credit.Reference, out int at))
                {
                    deals[credit.Reference] = at = counted.Count;
                    counted.Add(new(credit.Reference, credit.Attributes, Rational.Zero, Rational.Zero));
                }
                CountedDeal deal = counted[at];
                Rational amount = credit.Amount.Value;
                counted[at] = deal with
                {
                    // Whichever of its credits says more of the deal speaks for it.
                    Attributes = deal.Attributes.Equals(DealAttributes.None) ? credit.Attributes : deal.Attributes,
                    Position = credit.Measure == component.Measure && credit.Scope == component.Scope ? deal.Position + amount : deal.Position,
                    Pays = credit.Measure == component.PayMeasure && credit.Scope == component.PayScope ? deal.Pays + amount : deal.Pays,
                };
            }
            for (int i = 0; i < counted.Count; i++)
                counted[i] = component.Weighed(counted[i]);
            return counted;
        }

        private CountedDeal Weighed(CountedDeal deal)
        {
            Rational limited = component.Deals.Sizes.Of(deal.Position);
            // A limit on what counts limits what pays in proportion, in whatever unit that is.
            Rational pays = deal.Position.Sign != 0 ? deal.Pays * (limited / deal.Position) : component.Deals.Sizes.Least.Sign > 0 ? Rational.Zero : deal.Pays;
            return deal with
            {
                Position = limited * component.Deals.PositionWeight.Of(deal.Attributes),
                Pays = pays * component.Deals.PayWeight.Of(deal.Attributes),
            };
        }
    }
}
