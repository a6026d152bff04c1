namespace CompModel;

/// <summary>How credits reach the people above.</summary>
public static class Crediting
{
    extension(Hierarchy hierarchy)
    {
        /// <summary>
        /// The credits given, and for every manager above one team credit for each deal: the shares of all people below together, at most the whole deal.
        /// So a deal that two people share counts once for the manager of both. Credits of people outside the hierarchy throw.
        /// </summary>
        public IReadOnlyList<Credit> RollUp(IEnumerable<Credit> credits)
        {
            var own = credits.ToList();
            var shares = new Dictionary<Credit, Rational>();
            foreach (Credit credit in own)
            {
                if (!hierarchy.Contains(credit.ParticipantId))
                    throw new ArgumentException($"Credit '{credit.Reference}' is for '{credit.ParticipantId}', who is not among the participants.", nameof(credits));
                foreach (string manager in hierarchy.ManagersAbove(credit.ParticipantId))
                {
                    // One entry for each deal (or refund), manager and measure, whoever of the team sold it.
                    Credit key = credit with { ParticipantId = manager, Share = Rational.One, Scope = CreditScope.Team };
                    shares[key] = shares.GetValueOrDefault(key) + credit.Share;
                }
            }
            return [.. own, .. shares.Select(entry => entry.Key with { Share = Rational.Min(entry.Value, Rational.One) })];
        }
    }
}
