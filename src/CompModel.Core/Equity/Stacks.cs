namespace CompModel;

/// <summary>Several grants of one holder, such as a first grant and its refreshers, read as one.</summary>
public static class Stacks
{
    extension(IEnumerable<Grant> grants)
    {
        /// <summary>What vests of all of them by time alone, in order of dates, each date once.</summary>
        public IReadOnlyList<Tranche> Tranches() => Stacked(grants.SelectMany(grant => grant.Tranches()));
    }

    extension(IEnumerable<GrantActivity> activities)
    {
        /// <summary>What vested and will vest of all of them, in order of dates, each date once, in shares of its day.</summary>
        public IReadOnlyList<Tranche> Tranches() => Stacked(activities.SelectMany(activity => activity.Tranches()));
    }

    private static Tranche[] Stacked(IEnumerable<Tranche> tranches) =>
        [.. tranches.GroupBy(tranche => tranche.Vests).OrderBy(day => day.Key).Select(day => new Tranche(day.Key, day.Aggregate(Rational.Zero, (sum, tranche) => sum + tranche.Shares)))];
}
