namespace CompModel;

/// <summary>The conditions of a graph by name, checked: no circle, nothing missing, nothing relative to what does not precede it.</summary>
internal sealed class ConditionGraph
{
    // Equal installments are one condition: more than a few hundred are nobody's terms, and walks through them go deep.
    private const int Most = 5_000;

    private readonly Dictionary<string, VestingCondition> byId = new(StringComparer.Ordinal);

    internal ConditionGraph(IReadOnlyList<VestingCondition> conditions)
    {
        if (conditions.Count == 0)
            throw new ArgumentException("Vesting terms have at least one condition.", nameof(conditions));
        if (conditions.Count > Most)
            throw new ArgumentException(FormattableString.Invariant($"Vesting terms have at most {Most:#,##0} conditions; these have {conditions.Count:#,##0}."), nameof(conditions));
        foreach (VestingCondition condition in conditions)
        {
            if (!byId.TryAdd(condition.Id, condition))
                throw new ArgumentException($"Condition '{condition.Id}' is there twice: each has a name of its own.", nameof(conditions));
        }
        foreach (VestingCondition condition in conditions)
        {
            foreach (string next in condition.Next.Where(next => !byId.ContainsKey(next)))
                throw new ArgumentException($"Condition '{condition.Id}' is followed by '{next}', which is not there; there are {Listed(byId.Keys)}.", nameof(conditions));
            if (condition.Trigger is VestingTrigger.After after && !byId.ContainsKey(after.RelativeTo))
                throw new ArgumentException($"Condition '{condition.Id}' counts from '{after.RelativeTo}', which is not there; there are {Listed(byId.Keys)}.", nameof(conditions));
        }
        HashSet<string> led = [.. conditions.SelectMany(condition => condition.Next)];
        Roots = [.. conditions.Where(condition => !led.Contains(condition.Id))];
        var open = new HashSet<string>(StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (VestingCondition condition in conditions)
            CheckCircle(condition, open, done);
        CheckOrigins(conditions);
    }

    /// <summary>Where paths begin, in the order given.</summary>
    internal IReadOnlyList<VestingCondition> Roots { get; }

    /// <summary>What may follow, in order of priority.</summary>
    internal IEnumerable<VestingCondition> After(VestingCondition condition) => condition.Next.Select(next => byId[next]);

    /// <summary>
    /// What the fullest path from each condition on vests of so many shares; conditions that take a remainder count nothing here, for they take their share at the
    /// end. Throws where the fullest path of all does not vest exactly the whole grant.
    /// </summary>
    internal IReadOnlyDictionary<string, Rational> Fullness(Rational shares)
    {
        var fullest = new Dictionary<string, Rational>(StringComparer.Ordinal);
        Rational best = Roots.Max(root => Fill(root, shares, fullest));
        bool takesRemainder = byId.Values.Any(condition => condition.Portion is { Of: PortionOf.Remainder, Value.Sign: > 0 });
        return best > 1 || (best < 1 && !takesRemainder)
            ? throw new ArgumentException($"The fullest path through the conditions vests exactly the whole grant; this one vests {best} of it.", "conditions")
            : fullest;
    }

    private Rational Fill(VestingCondition condition, Rational shares, Dictionary<string, Rational> fullest)
    {
        if (fullest.TryGetValue(condition.Id, out Rational known))
            return known;
        Rational own = condition.Portion.Of == PortionOf.Remainder ? Rational.Zero : condition.Portion.Fixed(shares, Rational.Zero) * condition.Occurrences;
        Rational best = After(condition).Select(next => Fill(next, shares, fullest)).DefaultIfEmpty(Rational.Zero).Max();
        return fullest[condition.Id] = own + best;
    }

    private void CheckCircle(VestingCondition condition, HashSet<string> open, HashSet<string> done)
    {
        if (done.Contains(condition.Id))
            return;
        if (!open.Add(condition.Id))
            throw new ArgumentException($"Condition '{condition.Id}' comes after itself by way of {Listed(open)}: prerequisites in a circle are never met.", "conditions");
        foreach (VestingCondition next in After(condition))
            CheckCircle(next, open, done);
        open.Remove(condition.Id);
        done.Add(condition.Id);
    }

    // On every path, what time counts from has been met before: what all that lead to a condition have behind them, each with itself.
    private void CheckOrigins(IReadOnlyList<VestingCondition> conditions)
    {
        ILookup<string, VestingCondition> leading = conditions.SelectMany(condition => condition.Next, (condition, next) => (condition, next)).ToLookup(step => step.next, step => step.condition);
        var behind = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        HashSet<string> origins = [.. conditions.Select(condition => condition.Trigger).OfType<VestingTrigger.After>().Select(after => after.RelativeTo)];
        foreach (VestingCondition condition in conditions)
        {
            if (condition.Trigger is VestingTrigger.After after && !Behind(condition).Contains(after.RelativeTo))
                throw new ArgumentException($"Condition '{condition.Id}' counts from '{after.RelativeTo}', which a path to it does not pass: only what was met before has a date.", nameof(conditions));
        }

        HashSet<string> Behind(VestingCondition condition)
        {
            if (behind.TryGetValue(condition.Id, out HashSet<string>? known))
                return known;
            HashSet<string>? always = null;
            foreach (VestingCondition before in leading[condition.Id])
            {
                IEnumerable<string> path = origins.Contains(before.Id) ? Behind(before).Append(before.Id) : Behind(before);
                always = always is null ? [.. path] : [.. always.Intersect(path)];
            }
            return behind[condition.Id] = always ?? [];
        }
    }

    private static string Listed(IEnumerable<string> ids) => string.Join(", ", ids.Select(id => $"'{id}'"));
}
