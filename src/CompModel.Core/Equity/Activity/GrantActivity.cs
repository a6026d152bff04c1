using NodaTime;

namespace CompModel;

/// <summary>
/// A grant with everything that happened to it: which shares vested, vest or are lost on which days, and why. It is a fold over the events, and nothing else:
/// for any day, by what had happened by then, vested + unvested + forfeited = shares. Unlike the <see cref="Grant"/>, which is what was promised.
/// Immutable.
/// </summary>
public sealed class GrantActivity
{
    private readonly GrantEvent[] events;
    private readonly GrantReading whole;

    internal GrantActivity(Grant grant, IEnumerable<GrantEvent> events)
    {
        Grant = grant;
        this.events = [.. events.OrderBy(happened => happened.Date)];
        LocalDate? left = null;
        foreach (GrantEvent happened in this.events)
        {
            if (happened.Date < grant.Granted)
                throw new ArgumentException($"Grant {grant.Id} is of {new VestingTime.On(grant.Granted)}; nothing happens to it on {new VestingTime.On(happened.Date)}, before it.", nameof(events));
            if (happened is GrantEvent.Met met && !grant.Knows(met.Condition))
                throw new ArgumentException($"Grant {grant.Id} has no condition '{met.Condition}'; it has {grant.KnownConditions}.", nameof(events));
            if (happened is GrantEvent.Left && left is { } before)
                throw new ArgumentException($"The holder of grant {grant.Id} left on {new VestingTime.On(before)}, and cannot leave again on {new VestingTime.On(happened.Date)}.", nameof(events));
            if (happened is GrantEvent.Left)
                left = happened.Date;
        }
        whole = new GrantReading(grant, this.events, LocalDate.MaxIsoValue);
    }

    /// <summary>What was promised.</summary>
    public Grant Grant { get; }

    /// <summary>What happened, in order of days.</summary>
    public IReadOnlyList<GrantEvent> Events => events.AsReadOnly();

    /// <summary>All moves of shares in the order in which they happen, those that lie ahead as far as dates are known.</summary>
    public IReadOnlyList<GrantMove> Moves => whole.Moves;

    /// <summary>What vested and will vest by date, each date once, in shares of its day; what waits for a condition is not in it.</summary>
    public IReadOnlyList<Tranche> Tranches() =>
    [
        .. Moves.Where(move => move.Kind == GrantMoveKind.Vested).GroupBy(move => move.Date).OrderBy(day => day.Key)
            .Select(day => new Tranche(day.Key, day.Aggregate(Rational.Zero, (sum, move) => sum + move.Shares))),
    ];

    /// <summary>What waited for a condition as of a day, which counts.</summary>
    public IReadOnlyList<WaitingPart> WaitingAt(LocalDate asOf) => [.. new GrantReading(Grant, events, asOf).Waiting];

    /// <summary>The balance as of a day, by what had happened by then; the day counts. Before the grant date all is unvested.</summary>
    public GrantBalance At(LocalDate asOf) => new GrantReading(Grant, events, asOf).Balance();

    /// <summary>Shares vested as of a day, which counts.</summary>
    public Rational VestedAt(LocalDate asOf) => At(asOf).Vested;

    /// <summary>Shares that had yet to vest as of a day.</summary>
    public Rational UnvestedAt(LocalDate asOf) => At(asOf).Unvested;

    /// <summary>Shares lost as of a day.</summary>
    public Rational ForfeitedAt(LocalDate asOf) => At(asOf).Forfeited;

    /// <summary>The same grant with more events, in any order.</summary>
    public GrantActivity And(params IEnumerable<GrantEvent> more) => new(Grant, [.. events, .. more]);
}
