using NodaTime;

namespace CompModel;

/// <summary>How deals of territories reach their owners.</summary>
public static class TerritoryCrediting
{
    extension(Hierarchy hierarchy)
    {
        /// <summary>
        /// The credits of deals, in deal order: those of splits and overlays; of a deal in a territory, what splits leave, for its owner on the deal's date; and for everybody
        /// who owns the territory at any time in the year all its bookings and refunds of the year in full, as <see cref="CreditScope.Territory"/>, so that a place
        /// in the tiers passes from owner to owner.
        /// Where credit moves, what a deal has given its owner in the year to date is taken back and given to the next owner on the day of the change (taken back on the last
        /// day of employment of somebody who has left by then), and later refunds are the next owner's. Moves sum to nothing. While nobody owns the territory, the last owner keeps it.
        /// Throws for a territory, owner or seller who is not there, and for two deals or territories of one id.
        /// </summary>
        public IReadOnlyList<Credit> CreditTerritories(
            IEnumerable<Deal> deals, IReadOnlyList<Territory> territories, PlanYear year, ContractValue counts = ContractValue.Total, Handover handover = Handover.CreditStays)
        {
            var byId = new Dictionary<string, Territory>(StringComparer.Ordinal);
            foreach (Territory territory in territories)
            {
                if (!byId.TryAdd(territory.Id, territory))
                    throw new ArgumentException($"Territory '{territory.Id}' is there twice.", nameof(territories));
                if (territory.OwnersIn(new(LocalDate.MinIsoValue, LocalDate.MaxIsoValue)).FirstOrDefault(owner => !hierarchy.Contains(owner)) is { } unknown)
                    throw new ArgumentException($"The owner of territory '{territory.Id}', '{unknown}', is not among the participants.", nameof(territories));
            }
            var credits = new List<Credit>();
            foreach (Deal deal in deals.InOrder())
            {
                if (deal.Splits.FirstOrDefault(split => !hierarchy.Contains(split.ParticipantId)) is { } stranger)
                    throw new ArgumentException($"Deal '{deal.Id}' is split to '{stranger.ParticipantId}', who is not among the participants.", nameof(deals));
                Territory? territory = null;
                if (deal.TerritoryId is not null && !byId.TryGetValue(deal.TerritoryId, out territory))
                    throw new ArgumentException($"Deal '{deal.Id}' is in territory '{deal.TerritoryId}', which is not among the territories.", nameof(deals));
                List<Deal.Line> lines = [.. deal.Lines(counts)];
                string? owner = territory?.Owners.At(deal.Date);
                bool moves = handover == Handover.CreditMoves && owner is not null;
                credits.AddRange(lines.SelectMany(line => deal.SplitsWith(moves ? territory!.HolderAt(line.Date) : owner), (line, split) => line.For(split)));
                if (territory is null)
                    continue;
                if (moves)
                    credits.AddRange(hierarchy.Moves(territory, year, deal, lines));
                foreach (string each in territory.OwnersIn(year.Days).Distinct())
                    credits.AddRange(lines.Where(line => year.Days.Contains(line.Date)).Select(line => line.For(each, Rational.One, CreditScope.Territory)));
            }
            return credits;
        }

        private IEnumerable<Credit> Moves(Territory territory, PlanYear year, Deal deal, List<Deal.Line> lines)
        {
            foreach (LocalDate date in territory.Owners.Changes.Where(date => date > deal.Date && year.Days.Contains(date) && deal.Unassigned.Sign > 0))
            {
                string from = territory.HolderAt(date.PlusDays(-1))!, to = territory.HolderAt(date)!;
                foreach (var measure in lines.Where(line => line.Date >= year.Start && line.Date < date && from != to).GroupBy(line => line.Measure))
                {
                    Amount toDate = measure.Select(line => line.Amount).Aggregate((sum, amount) => sum + amount);
                    if (toDate.Value.Sign == 0)
                        continue;
                    // Named, so that a roll-up tells it from a refund of the day.
                    DealAttributes named = deal.Attributes.With(DealAttribute.Handover, $"{territory}: {from} to {to}");
                    var moved = new Deal.Line(deal, measure.Key, date, toDate);
                    LocalDate taken = LocalDate.Min(date, hierarchy.Find(from).Employment.End.PlusDays(-1));
                    yield return (moved with { Date = taken, Amount = -toDate }).For(from, deal.Unassigned) with { Attributes = named };
                    yield return moved.For(to, deal.Unassigned) with { Attributes = named };
                }
            }
        }
    }
}
