namespace CompModel;

/// <summary>Deals as the credits they give.</summary>
public static class DealCrediting
{
    extension(IEnumerable<Deal> deals)
    {
        /// <summary>
        /// The credits of all splits and overlays, in deal order (date, then id), whatever the order given. What splits leave is nobody's; with territories it is
        /// their owners': see <see cref="TerritoryCrediting"/>. Throws for two deals of one id.
        /// </summary>
        public IReadOnlyList<Credit> Credits(ContractValue counts = ContractValue.Total) => [.. deals.InOrder().SelectMany(deal => deal.Credits(counts))];

        internal IReadOnlyList<Deal> InOrder()
        {
            List<Deal> ordered = [.. deals.OrderBy(deal => deal.Date).ThenBy(deal => deal.Id, StringComparer.Ordinal)];
            return ordered.GroupBy(deal => deal.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is not { } twice
                ? ordered
                : throw new ArgumentException($"Deal '{twice.Key}' is there {twice.Count()} times: it would be credited as often.", nameof(deals));
        }
    }
}
