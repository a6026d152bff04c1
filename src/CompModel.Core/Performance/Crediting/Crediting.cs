using NodaTime;

namespace CompModel;

/// <summary>How credits reach the people above.</summary>
public static class Crediting
{
    extension(Hierarchy hierarchy)
    {
        /// <summary>
        /// The credits given, and for every manager above on the deal's date one team credit for each deal: the shares of all people below together, at most the whole
        /// deal. So a deal that two people share counts once for the manager of both. A refund goes where the deal went, whoever the manager is by then; where its booking
        /// is not among the credits, by its own date. One seller's second equal refund of a deal is another refund, not an overlay.
        /// Overlays count for the managers of who has them, inside the whole deal. A territory's credits are no seller's and stay where they are.
        /// Throws for credits of people outside the hierarchy, and for team credits: what is rolled up already would count twice.
        /// </summary>
        public IReadOnlyList<Credit> RollUp(IEnumerable<Credit> credits)
        {
            var own = credits.ToList();
            var shares = new Dictionary<(Credit Deal, int Refund), (Rational Share, DealAttributes Known)>();
            var refunds = new Dictionary<Credit, int>();
            ILookup<(string, Measure, string), LocalDate> booked = own.Where(credit => credit.DealAmount.Value.Sign > 0 && credit.Scope == CreditScope.Own)
                .ToLookup(credit => (credit.ParticipantId, credit.Measure, credit.Reference), credit => credit.Date);
            foreach (Credit credit in own)
            {
                if (!hierarchy.Contains(credit.ParticipantId))
                    throw new ArgumentException($"Credit '{credit.Reference}' is for '{credit.ParticipantId}', who is not among the participants.", nameof(credits));
                if (credit.Scope == CreditScope.Team)
                    throw new ArgumentException($"Credit '{credit.Reference}' of '{credit.ParticipantId}' is a team's: it is rolled up already.", nameof(credits));
                // A territory's is nobody's sale: the deal rolls up from whoever sold it.
                if (credit.Scope == CreditScope.Territory)
                    continue;
                // What one seller's row says of the deal and another's does not makes no second deal; a handover is no refund of the day.
                DealAttributes moved = credit.Attributes.TextOf(DealAttribute.Handover) is { } handover ? DealAttributes.None.With(DealAttribute.Handover, handover) : DealAttributes.None;
                Credit part = credit with { Share = Rational.One }, whole = part with { Split = SplitKind.Split, Attributes = moved };
                int refund = credit.DealAmount.Value.Sign < 0 ? refunds[part] = refunds.GetValueOrDefault(part) + 1 : 0;
                LocalDate dealt = refund > 0 ? booked[(credit.ParticipantId, credit.Measure, credit.Reference)].FirstOrDefault(credit.Date) : credit.Date;
                foreach (string manager in hierarchy.ManagersAbove(credit.ParticipantId, dealt))
                {
                    // One entry for each deal (or refund), manager and measure, whoever of the team sold it.
                    var key = (whole with { ParticipantId = manager, Scope = CreditScope.Team }, refund);
                    (Rational share, DealAttributes known) = shares.GetValueOrDefault(key, (Rational.Zero, DealAttributes.None));
                    shares[key] = (share + credit.Share, known.Equals(DealAttributes.None) ? credit.Attributes : known);
                }
            }
            return [.. own, .. shares.Select(entry => entry.Key.Deal with { Share = Rational.Min(entry.Value.Share, Rational.One), Attributes = entry.Value.Known })];
        }
    }
}
