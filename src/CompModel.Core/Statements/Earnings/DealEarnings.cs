namespace CompModel;

/// <summary>What a deal earned somebody in a plan year: the amount that a <see cref="Clawback"/> takes from.</summary>
public static class DealEarnings
{
    extension(Participant participant)
    {
        /// <summary>
        /// At the original rate: what the deal earned where it lay, by tier, over the statements of the year. Taken back, the deal keeps its position and other deals
        /// keep their rates.
        /// </summary>
        public Money EarnedOn(string deal, PlanYear year, IEnumerable<Credit> credits) =>
            participant.Statement(year.Whole, credits).ByDeal().Where(earning => earning.Deal == deal)
                .Aggregate(new Money(0, participant.OnTarget.Total.Currency), (sum, earning) => sum + earning.Amount);

        /// <summary>
        /// Re-rated: what the year earns with the deal, less what it earns without. Taken back, the deal leaves its position, and those above it move down.
        /// </summary>
        public Money EarnedThrough(string deal, PlanYear year, IEnumerable<Credit> credits)
        {
            List<Credit> all = [.. credits];
            return participant.Statement(year.Whole, all).Earned - participant.Statement(year.Whole, all.Where(credit => credit.Reference != deal)).Earned;
        }
    }
}
