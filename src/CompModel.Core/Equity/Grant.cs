using NodaTime;

namespace CompModel;

/// <summary>
/// A grant of restricted stock units: a number of whole shares that vest by a <see cref="VestingSchedule"/>, from a vesting start (the grant
/// date unless said) and by a <see cref="ShareAllocation"/> (cumulative round-down unless said).
/// What was due before or on the grant date vests on the grant date; vesting never precedes the grant. Dates do not move for weekends.
/// Always, for any date: vested + unvested = shares. Unlike a schedule it has dates and shares; it knows no price and no events.
/// Bad definitions throw at construction. Follows Open Cap Format.
/// </summary>
public sealed class Grant
{
    private const long MostShares = 1_000_000_000_000_000;

    private readonly Tranche[] scheduled;
    private readonly Tranche[] tranches;

    /// <summary>
    /// A grant that vests from its grant date. Throws where the id is blank, shares are outside 1 to 10^15, or the date is outside the years
    /// 1900 to 2199 of the ISO calendar.
    /// </summary>
    /// <param name="id">What the grant is called in files and reports.</param>
    /// <param name="granted">The grant date; nothing vests before it.</param>
    /// <param name="shares">Whole shares granted.</param>
    /// <param name="schedule">When which portion vests.</param>
    public Grant(string id, LocalDate granted, long shares, VestingSchedule schedule)
        : this(id, granted, shares, schedule, granted, ShareAllocation.CumulativeRoundDown)
    {
    }

    private Grant(string id, LocalDate granted, long shares, VestingSchedule schedule, LocalDate start, ShareAllocation allocation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(schedule);
        if (shares is < 1 or > MostShares)
            throw new ArgumentOutOfRangeException(nameof(shares), shares, $"Grant {id}: shares are whole, from 1 to 10^15.");
        Id = id;
        Granted = InRange(id, granted, nameof(granted));
        VestingStart = InRange(id, start, nameof(start));
        (Shares, Schedule, Allocation) = (shares, schedule, allocation);
        scheduled = Resolve();
        tranches = [.. scheduled.Where(tranche => tranche.Shares > 0)];
    }

    /// <summary>What the grant is called in files and reports.</summary>
    public string Id { get; }

    /// <summary>The grant date.</summary>
    public LocalDate Granted { get; }

    /// <summary>Whole shares granted.</summary>
    public long Shares { get; }

    /// <summary>When which portion vests.</summary>
    public VestingSchedule Schedule { get; }

    /// <summary>The date the schedule counts from.</summary>
    public LocalDate VestingStart { get; }

    /// <summary>How whole shares fall on installments.</summary>
    public ShareAllocation Allocation { get; }

    /// <summary>The grant with a vesting start of its own, before or after the grant date. Throws outside the years 1900 to 2199.</summary>
    public Grant VestingFrom(LocalDate start) => new(Id, Granted, Shares, Schedule, start, Allocation);

    /// <summary>
    /// The grant with its shares allocated in another way. Throws <see cref="ArgumentException"/> where
    /// <see cref="ShareAllocation.Fractional"/> would deliver a part of a share.
    /// </summary>
    public Grant AllocatedBy(ShareAllocation allocation) => new(Id, Granted, Shares, Schedule, VestingStart, allocation);

    /// <summary>What vests when, in order of dates, each date once; the shares add up to the grant. Tranches of zero shares are left out.</summary>
    public IReadOnlyList<Tranche> Tranches() => tranches.AsReadOnly();

    /// <summary>As <see cref="Tranches"/>, with every date of the schedule: also those on which rounding leaves no share to vest.</summary>
    public IReadOnlyList<Tranche> ScheduledTranches() => scheduled.AsReadOnly();

    /// <summary>Shares vested as of a date, those that vest on that date included.</summary>
    public long VestedAt(LocalDate asOf) => tranches.Where(tranche => tranche.Vests <= asOf).Sum(tranche => tranche.Shares);

    /// <summary>Shares that vest after a date.</summary>
    public long UnvestedAt(LocalDate asOf) => Shares - VestedAt(asOf);

    /// <summary>"RSU-1: 4,801 shares, monthly 48 cliff 12". Invariant in culture.</summary>
    public override string ToString() => FormattableString.Invariant($"{Id}: {Shares:#,##0} shares, {Schedule}");

    // Shares are allocated over the installments first; cliff and grant date then only gather them.
    private Tranche[] Resolve()
    {
        Rational[] split = Allocation.Split(Shares, [.. Schedule.Installments.Select(installment => installment.Portion)]);
        IReadOnlyList<LocalDate> dates = Schedule.DatesFrom(VestingStart);
        return
        [
            .. dates.Zip(split, (date, shares) => (Vests: LocalDate.Max(date, Granted), Shares: shares))
                .GroupBy(part => part.Vests, part => part.Shares)
                .Select(parts => new Tranche(parts.Key, Whole(parts.Aggregate((sum, part) => sum + part), parts.Key))),
        ];
    }

    private long Whole(Rational shares, LocalDate vests) =>
        shares.IsInteger
            ? (long)shares.Numerator
            : throw new ArgumentException(
                $"Grant {Id}: allocated by {Allocation}, {shares} shares would vest on {new VestingTime.On(vests)}; a grant delivers whole shares.",
                nameof(Allocation));

    private static LocalDate InRange(string id, LocalDate date, string parameter) =>
        date.Calendar == CalendarSystem.Iso && date.Year is >= 1900 and <= 2199
            ? date
            : throw new ArgumentOutOfRangeException(parameter, date, $"Grant {id}: dates are of the ISO calendar, years 1900 to 2199.");
}
