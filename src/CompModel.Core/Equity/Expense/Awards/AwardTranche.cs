using NodaTime;

namespace CompModel;

// One tranche of an award with what happened to it, as of any date.
internal sealed class AwardTranche
{
    private readonly AwardChange[] changes;

    internal AwardTranche(string id, LocalDate vests, Rational shares, IEnumerable<AwardChange> changes)
    {
        (Vests, Shares) = (vests, shares);
        this.changes = [.. changes.OrderBy(change => change.On)];
        foreach (AwardChange change in this.changes)
        {
            bool settles = change is AwardChange.Settled;
            // What is forfeited or accelerated must have been there; what is settled, vested.
            Rational excess = settles ? SettledBy(change.On) - VestedBy(change.On) : -LeftAt(change.On);
            if (excess > 0)
            {
                throw new ArgumentException(
                    $"Award {id}: of the tranche of {vests:uuuu-MM-dd} {(settles ? "settled" : "forfeited and accelerated")} shares by {change.On:uuuu-MM-dd} are " +
                    $"{excess} more than {(settles ? "have vested" : "are unvested")} of its {shares}.",
                    nameof(changes));
            }
        }
    }

    internal LocalDate Vests { get; }

    internal Rational Shares { get; }

    internal IReadOnlyList<AwardChange> Changes => changes;

    internal Rational AcceleratedBy(LocalDate date) => Sum<AwardChange.Accelerated>(date);

    internal Rational ForfeitedBy(LocalDate date) => Sum<AwardChange.Forfeited>(date);

    internal Rational SettledBy(LocalDate date) => Sum<AwardChange.Settled>(date);

    /// <summary>Shares that vest by the original date, as known on a date.</summary>
    internal Rational LeftAt(LocalDate date) => Shares - AcceleratedBy(date) - ForfeitedBy(date);

    internal Rational VestedBy(LocalDate date) => date >= Vests ? Shares - ForfeitedBy(date) : AcceleratedBy(date);

    private Rational Sum<T>(LocalDate date)
        where T : AwardChange
    {
        Rational sum = 0;
        foreach (AwardChange change in changes)
        {
            if (change is T && change.On <= date)
                sum += change.Shares;
        }
        return sum;
    }
}
