using NodaTime;

namespace CompModel;

// What each kind of event does to the lots of a grant.
internal sealed partial class GrantReading
{
    private void Happen(GrantEvent happened)
    {
        switch (happened)
        {
            case GrantEvent.Met met:
                told.Add(met);
                Earn(met);
                // What is due on the day vests before a clause accelerates the rest.
                Vest(met.Date);
                foreach (AccelerationClause clause in grant.Clauses.Where(clause => clause.Condition == met.Condition && clause.MonthsAfter is null))
                    Accelerate(clause.Extent, met.Date, met.Condition);
                break;
            case GrantEvent.Accelerated accelerated:
                Accelerate(accelerated.Extent, accelerated.Date, "decided");
                break;
            case GrantEvent.Left left:
                Forfeit(left);
                break;
            case GrantEvent.Cancelled cancelled:
                Cancel(cancelled);
                break;
            case GrantEvent.OnLeave leave:
                Toll(leave);
                break;
            case GrantEvent.Split split:
                Multiply(split);
                break;
            default:
                throw new InvalidOperationException($"Unknown event {happened}.");
        }
    }

    // A result earns a multiple of the shares that hang on it: rounded once for all of them, then spread as the grant's shares are. An event that met nothing, because its
    // condition was met before or was not waited for yet, earns nothing.
    private void Earn(GrantEvent.Met met)
    {
        Lot[] mine = [.. Outstanding.Where(lot => lot.Part.Conditions.Contains((met.Condition, met.Date)))];
        if (mine.Length == 0 || !earnedOn.Add((met.Condition, met.Date)) || grant.MultipleOf(met) is var multiple && multiple == Rational.One)
            return;
        Rational target = Sum(mine), earned = Whole(target * multiple, met.Rounding);
        if (earned < target)
        {
            SettleAll(TakeInProportion(mine, target - earned), GrantMoveKind.Forfeited, met.Date, GrantMoveCause.Result, $"not earned: {met.Condition}");
            return;
        }
        if (earned == target)
            return;
        if (earned > Grant.MostShares)
            throw new ArgumentException($"Grant {grant.Id}: the result of {met.Condition} earns {earned} shares; a grant has at most 10^15.", "events");
        Rational whole = mine.Aggregate(Rational.Zero, (sum, lot) => sum + lot.Exact);
        Rational[] split = grant.Allocation.Split((long)(earned - target).Floor(), [.. mine.Select(lot => lot.Exact / whole)]);
        for (int i = 0; i < mine.Length; i++)
        {
            mine[i].Shares += grant.Allocation == ShareAllocation.Fractional ? (earned - target) * mine[i].Exact / whole : split[i];
            mine[i].Exact *= multiple;
        }
        added += earned - target;
        moves.Add(new(met.Date, GrantMoveKind.Added, earned - target, null, GrantMoveCause.Result, $"earned: {met.Condition}"));
    }

    private void Accelerate(Acceleration extent, LocalDate date, string why)
    {
        Lot[] open = [.. Outstanding.OrderBy(lot => lot.Due ?? LocalDate.MaxIsoValue)];
        IEnumerable<Lot> taken = extent switch
        {
            Acceleration.All => open,
            Acceleration.Months months => open.Where(lot => VestsOn(lot) <= date.PlusMonths(months.Count)),
            Acceleration.Portion portion => Take(open, Whole(Sum(open) * portion.Fraction), portion.From),
            Acceleration.Shares shares => Take(open, AtMost(shares.Count, Sum(open), $"{extent} accelerated"), shares.From),
            Acceleration.ProRata proRata => Take(open, Served(proRata, date), TakenFrom.Earliest),
            _ => throw new InvalidOperationException($"Unknown acceleration {extent}."),
        };
        SettleAll(taken, GrantMoveKind.Vested, date, GrantMoveCause.Acceleration, $"accelerated: {extent}, {why}");
    }

    // Days served over days in all, of the grant as it stands after splits, less what has vested; never below nothing, nor more than is open.
    private Rational Served(Acceleration.ProRata proRata, LocalDate date)
    {
        LocalDate from = proRata.From ?? grant.VestingStart;
        LocalDate to = proRata.To ?? scheduled.Select(due => due.Date).Concat(lots.Select(lot => lot.Due).OfType<LocalDate>()).Select(date => (LocalDate?)date).Max() ?? throw new ArgumentException($"Grant {grant.Id}: nothing pro rata vests of terms without dates; give the day on which all would be earned.", "events");
        if (to <= from)
            throw new ArgumentException($"Grant {grant.Id}: pro rata from {new VestingTime.On(from)} to {new VestingTime.On(to)} is of no day.", "events");
        Rational portion = Rational.Max(Rational.Zero, Rational.Min(Rational.One, (Rational)Period.DaysBetween(from, date) / Period.DaysBetween(from, to)));
        Rational vested = Sum(lots.Where(lot => lot.Fate == GrantMoveKind.Vested));
        return Rational.Min(Sum(Outstanding), Rational.Max(Rational.Zero, Whole(Sum(lots) * portion) - vested));
    }

    private void Forfeit(GrantEvent.Left left)
    {
        foreach (AccelerationClause clause in grant.Clauses.Where(clause => clause.Reasons.Contains(left.Reason) && Reaches(clause, left.Date)))
            Accelerate(clause.Extent, left.Date, "on leaving");
        SettleAll(Outstanding.Where(lot => !(lot.Part.StaysOnLeaving && lot.Due <= left.Date)), GrantMoveKind.Forfeited, left.Date, GrantMoveCause.Leaving, "left");
    }

    private bool Reaches(AccelerationClause clause, LocalDate date) => clause.Condition is null
        || told.Any(met => met.Condition == clause.Condition && met.Date <= date && date <= met.Date.PlusMonths(clause.MonthsAfter!.Value));

    private void Cancel(GrantEvent.Cancelled cancelled)
    {
        Lot[] open = [.. Outstanding.OrderBy(lot => lot.Due ?? LocalDate.MaxIsoValue)];
        Rational unvested = Sum(open), wanted = cancelled.Shares ?? unvested;
        Lot[] vested = cancelled.From == CancelledFrom.VestedToo ? [.. lots.Where(lot => lot.Fate == GrantMoveKind.Vested).OrderBy(lot => lot.Met)] : [];
        AtMost(wanted, unvested + Sum(vested), "cancelled");
        Rational fromOpen = Rational.Min(wanted, unvested);
        SettleAll(
            Take(open, fromOpen, TakenFrom.Latest).Concat(Take(vested, wanted - fromOpen, TakenFrom.Latest)), GrantMoveKind.Forfeited, cancelled.Date, GrantMoveCause.Cancellation, "cancelled");
    }

    private void Toll(GrantEvent.OnLeave leave)
    {
        Lot[] later = [.. Outstanding.Where(lot => lot.Due > leave.Date)];
        if (leave.Tolling == Tolling.Shift)
        {
            foreach (Lot lot in later)
                lot.Part = lot.Part with { Due = lot.Part.Due!.Later(leave.Days) };
        }
        if (leave.Tolling != Tolling.Append || later.Length == 0)
            return;
        DueTime last = later.MaxBy(lot => lot.Due)!.Part.Due!;
        LocalDate[] missed = [.. later.Select(lot => lot.Due!.Value).Where(date => date < leave.Days.End).Distinct().Order()];
        foreach (Lot lot in later)
        {
            if (Array.IndexOf(missed, lot.Due!.Value) is var step and >= 0)
                lot.Part = lot.Part with { Due = last.Beyond(scheduled, step + 1) };
        }
    }

    private void Multiply(GrantEvent.Split split)
    {
        Rational before = Sum(lots) * split.Ratio;
        if (before > Grant.MostShares)
            throw new ArgumentException($"Grant {grant.Id}: after the split of {new VestingTime.On(split.Date)} there are {before} shares; a grant has at most 10^15.", "events");
        foreach (Lot lot in lots)
        {
            lot.Exact *= split.Ratio;
            // What has met its fate is multiplied by itself, whatever becomes of the schedule.
            lot.Shares = lot.IsOutstanding && split.Handling == SplitHandling.Reapply ? lot.Shares * split.Ratio : Whole(lot.Shares * split.Ratio);
        }
        if (split.Handling == SplitHandling.Reapply && grant.Allocation != ShareAllocation.Fractional)
            Reapply([.. Outstanding], Whole(before) - Sum(lots.Where(lot => !lot.IsOutstanding)));
        fractions = (fractions * split.Ratio) + before - Sum(lots);
        added *= split.Ratio;
    }

    // The schedule anew for another number of shares: over what is open, in order of days.
    private void Reapply(Lot[] open, Rational shares)
    {
        Lot[] ordered = [.. open.OrderBy(lot => lot.Due ?? LocalDate.MaxIsoValue)];
        Rational whole = ordered.Aggregate(Rational.Zero, (sum, lot) => sum + lot.Exact);
        if (whole.Sign == 0)
            return;
        Rational[] split = grant.Allocation.Split((long)shares.Numerator, [.. ordered.Select(lot => lot.Exact / whole)]);
        for (int i = 0; i < ordered.Length; i++)
            ordered[i].Shares = split[i];
    }

    private IEnumerable<Lot> Take(Lot[] from, Rational shares, TakenFrom order) => order switch
    {
        TakenFrom.EachInProportion => TakeInProportion(from, shares),
        TakenFrom.Latest => TakeInTurn(from.Reverse(), shares),
        _ => TakeInTurn(from, shares),
    };

    private IEnumerable<Lot> TakeInTurn(IEnumerable<Lot> from, Rational shares)
    {
        var taken = new List<Lot>();
        foreach (Lot lot in from)
        {
            if (shares.Sign <= 0)
                break;
            taken.Add(Part(lot, Rational.Min(shares, lot.Shares)));
            shares -= taken[^1].Shares;
        }
        return taken;
    }

    // By the whole shares of the cumulative proportion: what one is taken too few of, a later one gives.
    private IEnumerable<Lot> TakeInProportion(Lot[] from, Rational shares)
    {
        Rational all = Sum(from), sum = Rational.Zero, done = Rational.Zero;
        var taken = new List<Lot>();
        if (all.Sign == 0)
            return taken;
        foreach (Lot lot in from)
        {
            sum += lot.Shares;
            Rational until = Whole(sum * shares / all);
            if (until > done)
                taken.Add(Part(lot, until - done));
            done = until;
        }
        return taken;
    }

    private Lot Part(Lot lot, Rational shares)
    {
        if (shares == lot.Shares)
            return lot;
        Lot taken = lot.Take(shares);
        parted.Add(taken);
        return taken;
    }

    private Rational AtMost(Rational shares, Rational there, string what) => shares <= there
        ? shares
        : throw new ArgumentException($"Grant {grant.Id}: {shares} shares cannot be {what}, where there are {there}.", "events");
}
