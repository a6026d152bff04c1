using NodaTime;

namespace CompModel;

/// <summary>From what happened to a grant to the award that accounting sees.</summary>
public static class ActivityAwards
{
    extension(GrantActivity activity)
    {
        /// <summary>
        /// The award of a grant with what happened to it, at a fair value per share on the grant date, recorded through the last event: leaving forfeits, a clause of the grant
        /// accelerates, and a cancellation without replacement expenses what is left at once (ASC 718-20-35-9, IFRS 2.28). Throws where time alone does not say when shares vest (make
        /// an <see cref="Award"/> that is <see cref="Award.Expecting"/> a multiple), and for what only a new award can tell: an acceleration that somebody decided, which is a
        /// modification; a tolled leave; a split.
        /// </summary>
        public Award AwardAt(Money fairValue)
        {
            Grant grant = activity.Grant;
            if (grant.Terms.Conditions.Any())
                throw new ArgumentException($"Award {grant.Id}: its terms wait for {grant.KnownConditions}; give the expected tranches and Expecting the multiple that is probable.", nameof(activity));
            foreach (GrantEvent happened in activity.Events)
            {
                string? refused = happened switch
                {
                    GrantEvent.Accelerated => $"an acceleration was decided on {happened.Date:uuuu-MM-dd}. {Award.NoModification}",
                    GrantEvent.OnLeave { Tolling: not Tolling.None } => $"a leave from {happened.Date:uuuu-MM-dd} moves vest dates; state the tranches as they now vest.",
                    GrantEvent.Split => $"a split on {happened.Date:uuuu-MM-dd} changes what a share is; state the award in new shares and the fair value of one.",
                    GrantEvent.Cancelled { From: CancelledFrom.VestedToo } => $"a cancellation on {happened.Date:uuuu-MM-dd} may take vested shares, which is no matter of expense.",
                    _ => null,
                };
                if (refused is not null)
                    throw new ArgumentException($"Award {grant.Id}: {refused}", nameof(activity));
            }
            Award award = Award.Of(grant, fairValue).With(activity.Moves.Select(move => Change(grant, move)).OfType<AwardChange>());
            return activity.Events.Count == 0 ? award : award.Recorded(activity.Events[^1].Date);
        }
    }

    private static AwardChange? Change(Grant grant, GrantMove move)
    {
        LocalDate vests = LocalDate.Max(move.Due!.Value, grant.Granted);
        return move.Date >= vests ? null
            : move.Kind == GrantMoveKind.Vested || move.Cause == GrantMoveCause.Cancellation ? new AwardChange.Accelerated(vests, move.Date, move.Shares)
            : new AwardChange.Forfeited(vests, move.Date, move.Shares);
    }
}
