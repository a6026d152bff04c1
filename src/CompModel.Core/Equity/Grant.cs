using NodaTime;

namespace CompModel;

/// <summary>
/// A grant of restricted stock units: a number of whole shares that vest by <see cref="VestingTerms"/>, from a vesting start (the grant
/// date unless said) and by a <see cref="ShareAllocation"/> (cumulative round-down unless said).
/// What was due before or on the grant date vests on the grant date; vesting never precedes the grant. Dates do not move for weekends.
/// Always, for any date: vested + unvested = shares. It is what was promised, and knows no price; what happened to it is a <see cref="GrantActivity"/>,
/// by <see cref="After"/>. Bad definitions throw at construction. Follows Open Cap Format.
/// </summary>
public sealed class Grant
{
    internal const long MostShares = 1_000_000_000_000_000;

    private readonly Tranche[] scheduled;
    private readonly Tranche[] tranches;

    /// <summary>
    /// A grant that vests from its grant date. Throws where the id is blank, shares are outside 1 to 10^15, or the date is outside the years
    /// 1900 to 2199 of the ISO calendar.
    /// </summary>
    /// <param name="id">What the grant is called in files and reports.</param>
    /// <param name="granted">The grant date; nothing vests before it.</param>
    /// <param name="shares">Whole shares granted.</param>
    /// <param name="terms">What it takes to vest; a <see cref="VestingSchedule"/> is time alone.</param>
    public Grant(string id, LocalDate granted, long shares, VestingTerms terms)
        : this(id, granted, shares, terms, granted, ShareAllocation.CumulativeRoundDown, ValueList<AccelerationClause>.Empty)
    {
    }

    private Grant(string id, LocalDate granted, long shares, VestingTerms terms, LocalDate start, ShareAllocation allocation, ValueList<AccelerationClause> clauses)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(terms);
        if (shares is < 1 or > MostShares)
            throw new ArgumentOutOfRangeException(nameof(shares), shares, $"Grant {id}: shares are whole, from 1 to 10^15.");
        Id = id;
        Granted = InRange(id, granted, nameof(granted));
        VestingStart = InRange(id, start, nameof(start));
        (Shares, Terms, Allocation, Clauses) = (shares, terms, allocation, clauses);
        scheduled =
        [
            .. new GrantReading(this, [], LocalDate.MinIsoValue).Dated.GroupBy(lot => lot.Date, lot => lot.Shares)
                .Select(day => new Tranche(day.Key, day.Aggregate((sum, part) => sum + part))),
        ];
        tranches = [.. scheduled.Where(tranche => tranche.Shares.Sign > 0)];
    }

    /// <summary>What the grant is called in files and reports.</summary>
    public string Id { get; }

    /// <summary>The grant date.</summary>
    public LocalDate Granted { get; }

    /// <summary>Whole shares granted.</summary>
    public long Shares { get; }

    /// <summary>What it takes to vest.</summary>
    public VestingTerms Terms { get; }

    /// <summary>The date the terms count from.</summary>
    public LocalDate VestingStart { get; }

    /// <summary>How whole shares fall on installments.</summary>
    public ShareAllocation Allocation { get; }

    /// <summary>What accelerates it by itself.</summary>
    public IReadOnlyList<AccelerationClause> Clauses { get; }

    /// <summary>The grant with a vesting start of its own, before or after the grant date. Throws outside the years 1900 to 2199.</summary>
    public Grant VestingFrom(LocalDate start) => new(Id, Granted, Shares, Terms, start, Allocation, new(Clauses));

    /// <summary>The grant with its shares allocated in another way; under <see cref="ShareAllocation.Fractional"/> it delivers parts of shares.</summary>
    public Grant AllocatedBy(ShareAllocation allocation) => new(Id, Granted, Shares, Terms, VestingStart, allocation, new(Clauses));

    /// <summary>The grant with a clause more that accelerates it by itself.</summary>
    public Grant Accelerating(AccelerationClause clause)
    {
        ArgumentNullException.ThrowIfNull(clause);
        return new(Id, Granted, Shares, Terms, VestingStart, Allocation, new([.. Clauses, clause]));
    }

    /// <summary>
    /// The grant after events, which may be in any order; those of one day happen in the order given. Throws for one before the grant date, for a condition that
    /// neither the terms nor a clause name, for a second leaving, and for more shares than there are.
    /// </summary>
    public GrantActivity After(params IEnumerable<GrantEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return new(this, events);
    }

    /// <summary>
    /// What vests when by time alone, in order of dates, each date once. The shares add up to the grant, unless some wait for a condition: those have no date.
    /// </summary>
    public IReadOnlyList<Tranche> Tranches() => tranches.AsReadOnly();

    /// <summary>As <see cref="Tranches"/>, with every date of the schedule: also those on which rounding leaves no share to vest.</summary>
    public IReadOnlyList<Tranche> ScheduledTranches() => scheduled.AsReadOnly();

    /// <summary>Shares vested as of a date, those that vest on that date included, where nothing happens but time.</summary>
    public Rational VestedAt(LocalDate asOf) => tranches.Where(tranche => tranche.Vests <= asOf).Aggregate(Rational.Zero, (sum, tranche) => sum + tranche.Shares);

    /// <summary>Shares that vest after a date, or wait for a condition.</summary>
    public Rational UnvestedAt(LocalDate asOf) => Shares - VestedAt(asOf);

    /// <summary>"RSU-1: 4,801 shares, monthly 48 cliff 12". Invariant in culture.</summary>
    public override string ToString() => FormattableString.Invariant($"{Id}: {Shares:#,##0} shares, {Terms}");

    /// <summary>The names by which events may refer to conditions and clauses.</summary>
    internal string KnownConditions => string.Join(", ", Named.Select(name => $"'{name}'")) is { Length: > 0 } names ? names : "none";

    internal bool Knows(string condition) => Named.Contains(condition);

    /// <summary>The multiple of its shares that a condition earns by an event: what the curve of the terms says, or the event.</summary>
    internal Rational MultipleOf(GrantEvent.Met met) => RequirementOf(Terms, met.Condition)?.Curve is { } curve
        ? curve.PayoutAt(met.Result ?? throw new ArgumentException($"Grant {Id}: how much '{met.Condition}' earns depends on its result; the event of {new VestingTime.On(met.Date)} has none.", "events"))
        : met.Result ?? Rational.One;

    private IEnumerable<string> Named => Terms.Conditions.Concat(Clauses.Select(clause => clause.Condition).OfType<string>()).Distinct();

    private static VestingRequirement? RequirementOf(VestingTerms terms, string condition) => terms switch
    {
        VestingTerms.Conditioned conditioned => conditioned.Requirement.Condition == condition ? conditioned.Requirement : RequirementOf(conditioned.Inner, condition),
        VestingTerms.Parallel parallel => parallel.Parts.Select(part => RequirementOf(part.Terms, condition)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static LocalDate InRange(string id, LocalDate date, string parameter) =>
        date.Calendar == CalendarSystem.Iso && date.Year is >= 1900 and <= 2199
            ? date
            : throw new ArgumentOutOfRangeException(parameter, date, $"Grant {id}: dates are of the ISO calendar, years 1900 to 2199.");
}
