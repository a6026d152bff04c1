using NodaTime;

namespace CompModel;

/// <summary>
/// Reads the events of a grant in order of days, and in the order of the list on one day: a fold over lots of shares. On each day conditions and splits come first, then what is
/// due vests, then the rest happens, and what waits beyond its deadline lapses.
/// </summary>
internal sealed partial class GrantReading
{
    private readonly Grant grant;
    private List<Lot> lots = [];

    // When time made each part due, before any leave moved it.
    private DueTime[] scheduled = [];

    // Lots that an event parted from others.
    private readonly List<Lot> parted = [];

    // Conditions met so far, as the list of events tells it.
    private readonly List<GrantEvent.Met> told = [];
    private readonly List<GrantMove> moves = [];
    private readonly IReadOnlyList<GrantEvent> events;
    private readonly HashSet<(string Condition, LocalDate Date)> earnedOn = [];
    private Rational added, fractions;

    /// <summary>All events up to a day, and what vests and lapses by the day <paramref name="through"/>.</summary>
    internal GrantReading(Grant grant, IReadOnlyList<GrantEvent> events, LocalDate through)
    {
        this.grant = grant;
        this.events = [.. events.Where(happened => happened.Date <= through)];
        Resolve();
        foreach (GrantEvent happened in this.events)
        {
            LocalDate before = happened.Date.PlusDays(-1);
            Vest(happened is GrantEvent.Met or GrantEvent.Split ? before : happened.Date);
            Lapse(happened.Date);
            Happen(happened);
        }
        Vest(through);
        Lapse(through);
    }

    /// <summary>What moved, in the order in which it did.</summary>
    internal IReadOnlyList<GrantMove> Moves => moves;

    /// <summary>Days and shares of everything, zero shares and all, that has vested or is outstanding with a date; in order of dates.</summary>
    internal IEnumerable<(LocalDate Date, Rational Shares)> Dated => lots
        .Where(lot => lot.Fate != GrantMoveKind.Forfeited && (lot.Fate is not null || VestsOn(lot) is not null))
        .Select(lot => (Date: lot.Fate is null ? VestsOn(lot)!.Value : lot.Met, lot.Shares))
        .OrderBy(lot => lot.Date);

    /// <summary>What waits for a condition: how many, for which, and until when.</summary>
    internal IEnumerable<WaitingPart> Waiting => lots
        .Where(lot => lot.IsOutstanding && VestsOn(lot) is null && lot.Shares.Sign > 0 && lot.Part.WaitsFor != DuePortion.Nothing)
        .GroupBy(lot => (lot.Part.WaitsFor, lot.Part.Deadline))
        .Select(group => new WaitingPart(group.Key.WaitsFor, Sum(group), group.Key.Deadline));

    internal GrantBalance Balance()
    {
        Rational vested = Sum(lots.Where(lot => lot.Fate == GrantMoveKind.Vested)), forfeited = Sum(lots.Where(lot => lot.Fate == GrantMoveKind.Forfeited));
        Rational unvested = Sum(Outstanding);
        return new(vested + unvested + forfeited, vested, unvested, forfeited, added, fractions);
    }

    private IEnumerable<Lot> Outstanding => lots.Where(lot => lot.IsOutstanding);

    private void Resolve()
    {
        var facts = new VestingFacts(grant.VestingStart, grant.Shares, [.. events.OfType<GrantEvent.Met>()]);
        IReadOnlyList<DuePortion> due = grant.Terms.Resolve(facts);
        Rational[] shares = grant.Allocation.Split(grant.Shares, [.. due.Select(part => part.Portion)]);
        for (int i = 0; i < shares.Length; i++)
            lots.Add(new Lot(due[i], due[i].Portion * grant.Shares, shares[i]));
        scheduled = [.. due.Select(part => part.Due).OfType<DueTime>()];
    }

    // What met one fate on one day is one lot from then on: lots grow with events, not with events times installments.
    private void Gather()
    {
        lots =
        [
            .. lots.Concat(parted).Where(lot => !lot.IsOutstanding).GroupBy(lot => (lot.Fate, lot.Met)).Select(fate => fate.Skip(1).Aggregate(fate.First(), (sum, lot) => sum.Join(lot))),
            .. Outstanding,
        ];
        parted.Clear();
    }

    // What was due before or on the grant date vests on it.
    private LocalDate? VestsOn(Lot lot) => lot.Part.Vests is { } date ? LocalDate.Max(date, grant.Granted) : null;

    private void Vest(LocalDate through)
    {
        foreach (Lot lot in Outstanding.Where(lot => VestsOn(lot) <= through).OrderBy(VestsOn))
        {
            LocalDate date = VestsOn(lot)!.Value;
            if (lot.Part.Opened == date && lot.Due != date)
                Settle(lot, GrantMoveKind.Vested, date, GrantMoveCause.Condition, "condition met");
            else
                Settle(lot, GrantMoveKind.Vested, date, GrantMoveCause.Schedule, "schedule");
        }
    }

    private void Lapse(LocalDate through)
    {
        foreach (Lot lot in Outstanding.Where(lot => lot.Part.WaitsFor.Length > 0 && lot.Part.Lapses <= through))
            Settle(lot, GrantMoveKind.Forfeited, LocalDate.Max(lot.Part.Lapses!.Value, grant.Granted), GrantMoveCause.Lapse, $"lapsed: {lot.Part.WaitsFor}");
    }

    // What one event does to several lots, some of them parted from others for it.
    private void SettleAll(IEnumerable<Lot> some, GrantMoveKind fate, LocalDate date, GrantMoveCause cause, string reason)
    {
        foreach (Lot lot in some.ToArray())
            Settle(lot, fate, date, cause, reason);
        Gather();
    }

    private void Settle(Lot lot, GrantMoveKind fate, LocalDate date, GrantMoveCause cause, string reason)
    {
        GrantMove move = lot.Meet(fate, date, cause, reason);
        if (move.Shares.Sign > 0)
            moves.Add(move);
    }

    // Whole shares, unless the grant delivers parts of them.
    private Rational Whole(Rational shares, ShareRounding rounding = ShareRounding.Down) =>
        grant.Allocation == ShareAllocation.Fractional ? shares : rounding.Round(shares);

    private static Rational Sum(IEnumerable<Lot> some) => some.Aggregate(Rational.Zero, (sum, lot) => sum + lot.Shares);
}
