using NodaTime;

namespace CompModel;

/// <summary>
/// An equity award as accounting sees it: what it was worth a share on its grant date, which shares vest when, and what happened to them.
/// Equity-classified unless made by <see cref="Liability"/>. Unlike a <see cref="Grant"/> it has a fair value, and its tranches are given, not
/// computed; unlike an <see cref="ExpenseSchedule"/> it has no policy. Immutable; bad definitions throw at construction.
/// Not built: modification accounting. An award has one grant-date fair value and one schedule for all its life.
/// </summary>
public sealed partial class Award
{
    internal const string NoModification =
        "A change of terms is a modification, whose incremental fair value (ASC 718-20-35-3) is not built here: " +
        "leave the award as granted and state the incremental cost as an award of its own, over the service that remains.";

    private readonly AwardTranche[] tranches;

    /// <summary>
    /// An equity-classified award whose service begins on its grant date. Tranches of one date are one. Throws where the id is blank, fair value is below
    /// zero, there is no tranche, a tranche has no share or vests before the grant date, or a date is outside the years 1900 to 2199.
    /// </summary>
    /// <param name="id">What the award is called in reports.</param>
    /// <param name="granted">The grant date.</param>
    /// <param name="fairValue">Fair value of one share on the grant date.</param>
    /// <param name="tranches">Shares by original vesting date, in any order.</param>
    public Award(string id, LocalDate granted, Money fairValue, IEnumerable<Tranche> tranches)
        : this(id, granted, new EffectiveDated<Money>(fairValue), false, granted, Gathered(tranches), [], null, null)
    {
    }

    private Award(
        string id, LocalDate granted, EffectiveDated<Money> fairValues, bool liability, LocalDate serviceFrom, IReadOnlyList<Tranche> tranches,
        IReadOnlyList<AwardChange> changes, LocalDate? recorded, EffectiveDated<Rational>? multiple)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(fairValues);
        foreach (Money value in fairValues.Values)
        {
            if (value.Value < 0)
                throw new ArgumentOutOfRangeException(nameof(fairValues), value, $"Award {id}: fair value per share is at least zero.");
            if (value.Currency != fairValues.First.Currency)
                throw new ArgumentException($"Award {id}: fair values are of one currency; found {fairValues.First.Currency} and {value.Currency}.", nameof(fairValues));
        }
        if (tranches.Count == 0)
            throw new ArgumentException($"Award {id}: there is no tranche; an award has at least one.", nameof(tranches));
        (Id, FairValues, IsLiability, Tranches) = (id, fairValues, liability, tranches);
        (Granted, ServiceFrom) = (InRange(granted, nameof(granted)), InRange(serviceFrom, nameof(serviceFrom)));
        foreach (Tranche tranche in tranches)
        {
            Rational shares = tranche.Shares;
            if (shares <= 0)
                throw new ArgumentOutOfRangeException(nameof(tranches), shares, $"Award {id}: a tranche has more than zero shares.");
            if (InRange(tranche.Vests, nameof(tranches)) < LocalDate.Max(granted, serviceFrom))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(tranches), tranche.Vests,
                    $"Award {id}: nothing vests before the grant date, {granted:uuuu-MM-dd}, or service inception, {serviceFrom:uuuu-MM-dd}.");
            }
        }
        foreach (AwardChange change in changes)
        {
            if (InRange(change.On, nameof(changes)) < granted)
                throw new ArgumentOutOfRangeException(nameof(changes), change.On, $"Award {id}: nothing happens to it before the grant date, {granted:uuuu-MM-dd}.");
            if (tranches.All(tranche => tranche.Vests != change.Vests))
                throw new ArgumentException($"Award {id} has no tranche that vests on {change.Vests:uuuu-MM-dd} by its terms. {NoModification}", nameof(changes));
        }
        LocalDate? last = changes.Count == 0 ? null : changes.Max(change => change.On);
        if (recorded < last)
            throw new ArgumentOutOfRangeException(nameof(recorded), recorded, $"Award {id}: the record holds a change of {last:uuuu-MM-dd}, so it reaches at least so far.");
        foreach (Rational value in multiple?.Values.Where(value => value < 0) ?? [])
            throw new ArgumentOutOfRangeException(nameof(multiple), value, $"Award {id}: an expected multiple of shares is at least zero.");
        (Changes, RecordedThrough, IsConditional) = (changes, recorded ?? last, multiple is not null);
        ExpectedMultiple = multiple ?? new EffectiveDated<Rational>(1);
        this.tranches = [.. tranches.Select(tranche => new AwardTranche(id, tranche.Vests, tranche.Shares, changes.Where(change => change.Vests == tranche.Vests)))];
    }

    /// <summary>What the award is called in reports.</summary>
    public string Id { get; }

    /// <summary>The grant date.</summary>
    public LocalDate Granted { get; }

    /// <summary>The first day of service that expense falls on; the grant date unless <see cref="ServingFrom"/> said otherwise.</summary>
    public LocalDate ServiceFrom { get; }

    /// <summary>Fair value per share: the one of the grant date, or by date where the award is a liability.</summary>
    public EffectiveDated<Money> FairValues { get; }

    /// <summary>Whether it is measured again at each date's fair value until it is settled.</summary>
    public bool IsLiability { get; }

    /// <summary>Whether a performance condition decides over it (<see cref="Expecting"/>).</summary>
    public bool IsConditional { get; }

    /// <summary>Shares by original vesting date, in order, each date once.</summary>
    public IReadOnlyList<Tranche> Tranches { get; }

    /// <summary>What happened to its shares, as given.</summary>
    public IReadOnlyList<AwardChange> Changes { get; }

    /// <summary>The last day to which all that happened is in <see cref="Changes"/>; null where nothing is recorded and all is a projection.</summary>
    public LocalDate? RecordedThrough { get; }

    /// <summary>The multiple of shares expected, by date: 1 unless <see cref="Expecting"/> said otherwise.</summary>
    public EffectiveDated<Rational> ExpectedMultiple { get; }

    /// <summary>The currency of fair values and expense.</summary>
    public Currency Currency => FairValues.First.Currency;

    internal IReadOnlyList<AwardTranche> History => tranches;

    /// <summary>The award of a grant: its id, date and tranches, at a fair value per share on the grant date.</summary>
    public static Award Of(Grant grant, Money fairValue)
    {
        ArgumentNullException.ThrowIfNull(grant);
        return new(grant.Id, grant.Granted, fairValue, grant.Tranches());
    }

    /// <summary>
    /// A liability-classified award (settled in cash, or at the holder's choice): its cost is the fair value of each date, until shares are
    /// <see cref="AwardChange.Settled"/> (ASC 718-30-35, IFRS 2.30). The first fair value holds from the beginning. Throws as the constructor does, and for two currencies.
    /// </summary>
    public static Award Liability(string id, LocalDate granted, EffectiveDated<Money> fairValues, IEnumerable<Tranche> tranches) =>
        new(id, granted, fairValues, true, granted, Gathered(tranches), [], null, null);

    /// <summary>"RSU-1: granted 2026-03-01, 48 tranches at 12.50 USD". Invariant in culture.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Id}: granted {Granted:uuuu-MM-dd}, {Tranches.Count} tranche(s) at {FairValues.First}");

    private static Tranche[] Gathered(IEnumerable<Tranche> tranches)
    {
        ArgumentNullException.ThrowIfNull(tranches);
        return
        [
            .. tranches.GroupBy(tranche => tranche.Vests).OrderBy(same => same.Key)
                .Select(same => same.Aggregate((sum, tranche) => sum with { Shares = sum.Shares + tranche.Shares })),
        ];
    }

    private LocalDate InRange(LocalDate date, string parameter) =>
        date.Calendar == CalendarSystem.Iso && date.Year is >= 1900 and <= 2199
            ? date
            : throw new ArgumentOutOfRangeException(parameter, date, $"Award {Id}: dates are of the ISO calendar, years 1900 to 2199.");
}
