using NodaTime;

namespace CompModel;

/// <summary>
/// Walks a graph of conditions along the one path that the facts decide, day by day in spirit: of those that may follow, the one that is met first, and of several
/// on one day the most urgent. Where the path waits, the rest is laid out along its fullest continuation without dates, so that whole shares fall on
/// conditions in the same way before and after they are met.
/// </summary>
internal sealed class ConditionWalk(ConditionGraph graph, VestingFacts facts)
{
    private readonly List<DuePortion> portions = [];
    private readonly Dictionary<string, DueTime> met = new(StringComparer.Ordinal);
    private readonly List<(string Id, LocalDate? Met)> path = [];
    private readonly IReadOnlyDictionary<string, Rational> fullness = graph.Fullness(facts.Shares);
    private Rational left = Rational.One;

    internal IReadOnlyList<DuePortion> Resolve()
    {
        IEnumerable<VestingCondition> candidates = graph.Roots;
        LocalDate arrived = LocalDate.MinIsoValue;
        while (true)
        {
            (VestingCondition Condition, DueTime Due)? first = Earliest(candidates, arrived);
            if (first is not { } step)
            {
                Await(candidates, null, null);
                break;
            }
            VestingCondition[] next = [.. graph.After(step.Condition)];
            if (next.Length == 0 && step.Condition.Portion.Value.Sign == 0)
            {
                // A deadline: what other conditions might have vested is lost on its day.
                VestingCondition[] all = [.. candidates];
                int at = Array.IndexOf(all, step.Condition);
                // An event of the same day comes first where it is the more urgent.
                Await(all.Where(candidate => candidate != step.Condition), step.Due.Date, all.Take(at).Any(candidate => candidate.Trigger is VestingTrigger.OnEvent) ? step.Due.Date : step.Due.Date.PlusDays(-1));
                break;
            }
            arrived = Meet(step.Condition, step.Due, next, arrived);
            candidates = next;
            if (next.Length == 0)
            {
                Lapse(arrived);
                break;
            }
        }
        return portions;
    }

    private (VestingCondition, DueTime)? Earliest(IEnumerable<VestingCondition> candidates, LocalDate arrived)
    {
        (VestingCondition Condition, DueTime Due)? first = null;
        foreach (VestingCondition candidate in candidates)
        {
            if (DueOf(candidate, arrived) is { } due && (first is null || due.Date < first.Value.Due.Date))
                first = (candidate, due);
        }
        return first;
    }

    private DueTime? DueOf(VestingCondition condition, LocalDate arrived) => condition.Trigger switch
    {
        VestingTrigger.OnStart => At(LocalDate.Max(facts.Start, arrived)),
        VestingTrigger.OnDate on => At(LocalDate.Max(on.Date, arrived)),
        VestingTrigger.OnEvent => facts.FirstMet(condition.Id, arrived) is { } day ? At(day) : null,
        VestingTrigger.After after => NotBefore(arrived, Nth(after, 1)),
        _ => throw new InvalidOperationException($"Unknown trigger {condition.Trigger}."),
    };

    // The nth occurrence. A chain of months from the vesting start counts all of them from there, so that no date drifts; "the day of the start" is the vesting start's
    // wherever months count from.
    private DueTime Nth(VestingTrigger.After after, int n)
    {
        DueTime origin = met[after.RelativeTo];
        bool sameUnit = origin.At is VestingTime.Months ? after.Step is VestingTime.Months : origin.At is VestingTime.Days && after.Step is VestingTime.Days;
        if (sameUnit)
            return new(origin.Start, after.Nth(n, origin.At), after.Day);
        VestingDay day = after.Day == VestingDay.OfStart && origin.Date != facts.Start ? VestingDay.OfMonth(facts.Start.Day) : after.Day;
        return new(origin.Date, after.Nth(n, VestingTime.AtStart), day);
    }

    // What time makes due before the path arrives is due when it does.
    private DueTime NotBefore(LocalDate arrived, DueTime due) => due.Date < arrived ? At(arrived) : due;

    private DueTime At(LocalDate date) => date == facts.Start ? new(date, VestingTime.AtStart, VestingDay.OfStart) : new(date, new VestingTime.On(date), VestingDay.OfStart);

    // Vests what the condition does, each time it is met, up to the day on which another takes over, and answers the day the path goes on from.
    private LocalDate Meet(VestingCondition condition, DueTime due, VestingCondition[] next, LocalDate arrived)
    {
        path.Add((condition.Id, due.Date));
        ValueList<(string, LocalDate?)> conditions = new(path);
        if (condition.Trigger is not VestingTrigger.After after)
        {
            Add(condition, due, conditions);
            met[condition.Id] = due;
            return due.Date;
        }
        LocalDate until = Interrupted(condition, next, due.Date) ?? LocalDate.MaxIsoValue;
        DueTime cliff = NotBefore(arrived, Nth(after, Math.Max(1, after.CliffInstallment))), last = due;
        for (int n = 1; n <= after.Occurrences && NotBefore(arrived, Nth(after, n)) is var at && at.Date <= until; n++)
        {
            // The cliff gathers, but where another condition takes over before it nothing was gathered yet.
            if (n >= after.CliffInstallment || cliff.Date <= until)
                Add(condition, n < after.CliffInstallment ? cliff : at, conditions);
            last = at;
        }
        met[condition.Id] = last;
        return last.Date;
    }

    // A run goes on until an event, a date or time since something earlier takes over; what counts time from the run itself waits for its end.
    private LocalDate? Interrupted(VestingCondition run, VestingCondition[] next, LocalDate arrived) => next
        .Where(condition => condition.Trigger is not VestingTrigger.After after || after.RelativeTo != run.Id)
        .Select(condition => DueOf(condition, arrived)?.Date)
        .Where(date => date is not null)
        .Min();

    private void Add(VestingCondition condition, DueTime? due, ValueList<(string, LocalDate?)> conditions, string waitsFor = "", LocalDate? lapses = null, LocalDate? deadline = null)
    {
        Rational portion = Rational.Min(left, condition.Portion.Fixed(facts.Shares, left));
        if (portion.Sign == 0)
            return;
        left -= portion;
        portions.Add(new DuePortion(portion, due) { Conditions = conditions, WaitsFor = waitsFor, Lapses = lapses, Deadline = deadline, StaysOnLeaving = false });
    }

    // What waits, along the fullest continuation.
    private void Await(IEnumerable<VestingCondition> candidates, LocalDate? lapses, LocalDate? deadline)
    {
        string waitsFor = "";
        while (candidates.Where(candidate => candidate.Trigger is VestingTrigger.OnEvent || waitsFor.Length > 0).MaxBy(candidate => fullness[candidate.Id]) is { } best)
        {
            waitsFor = waitsFor.Length > 0 ? waitsFor : best.Id;
            path.Add((best.Id, null));
            ValueList<(string, LocalDate?)> conditions = new(path);
            for (int n = 0; n < best.Occurrences; n++)
                Add(best, null, conditions, waitsFor, lapses, deadline);
            candidates = graph.After(best);
        }
        if (left.Sign > 0)
            portions.Add(new DuePortion(left, null) { Conditions = new(path), WaitsFor = waitsFor.Length > 0 ? waitsFor : DuePortion.Nothing, Lapses = lapses, Deadline = deadline, StaysOnLeaving = false });
    }

    // The path has ended: nothing can vest any more.
    private void Lapse(LocalDate ended)
    {
        if (left.Sign > 0)
            portions.Add(new DuePortion(left, null) { Conditions = new(path), WaitsFor = DuePortion.Nothing, Lapses = ended, StaysOnLeaving = false });
    }
}
