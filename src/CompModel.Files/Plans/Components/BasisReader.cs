namespace CompModel.Files;

/// <summary>
/// How often a component pays, and over which window: the year <c>to_date</c>, <c>each_period</c> or <c>each_deal</c> alone, or <c>reconciled</c> at the year's end. What
/// has no default in the field must be said.
/// </summary>
internal static class BasisReader
{
    private enum Kind
    {
        ToDate,
        EachPeriod,
        EachDeal,
        Reconciled,
    }

    /// <summary>The keys that say it.</summary>
    internal static readonly string[] Keys = ["pays", "basis", "against", "recovery", "limit"];

    /// <summary>The verb for a component; null, reported, where something is wrong. <paramref name="standsAlone"/>: a score or a Spiff, whose periods do not add up.</summary>
    public static Func<Component, Component>? Read(KeyReader keys, bool standsAlone)
    {
        Frequency? pays = FrequencyOf(keys.RequireField("pays", "annual, semi_annual, quarterly or monthly"));
        // A year has one period: to date or alone, it pays the same.
        Kind? kind = !keys.Has("basis") && (standsAlone || pays is null or Frequency.Annual)
            ? Kind.EachPeriod
            : keys.RequireField("basis", "to_date (the year so far, less what was earned before), each_period (each stands alone), each_deal or reconciled")?.OneOf(
                ("to_date", Kind.ToDate), ("each_period", Kind.EachPeriod), ("each_deal", Kind.EachDeal), ("reconciled", Kind.Reconciled));
        Recovery? recovery = keys.Has("recovery")
            ? keys.FindField("recovery")?.OneOf(("full", Recovery.Full), ("carried", Recovery.Carried), ("none", Recovery.None))
            : Recovery.Full;
        Yardstick? against = keys.Has("against")
            ? keys.FindField("against")?.OneOf(("quota_to_date", Yardstick.QuotaToDate), ("full_quota", Yardstick.FullQuota))
            : Yardstick.QuotaToDate;
        if (pays is not { } often || kind is not { } window || recovery is not { } taken || against is not { } yardstick)
            return null;
        bool idle = window != Kind.ToDate && keys.Refuse(["recovery", "against"], "without basis: to_date", "basis: to_date, or neither recovery nor against", "only a year to date has something to recover");
        idle |= window != Kind.Reconciled && keys.Refuse(["limit"], "without basis: reconciled", "basis: reconciled, or no limit", "a cap in money is cap, a cap of the curve stands in the curve");
        if (window == Kind.Reconciled)
            return Reconciled(keys, often);
        return idle ? null : window switch
        {
            Kind.ToDate => component => component.ToDate(often, taken, yardstick),
            Kind.EachDeal => component => component.EachDeal(often),
            _ => component => component.Each(often),
        };
    }

    /// <summary>A frequency; null, reported, for another word.</summary>
    public static Frequency? FrequencyOf(Field? field) => field?.OneOf(
        ("annual", Frequency.Annual), ("semi_annual", Frequency.SemiAnnual), ("quarterly", Frequency.Quarterly), ("monthly", Frequency.Monthly));

    private static Func<Component, Component>? Reconciled(KeyReader keys, Frequency pays) =>
        keys.RequireField("limit", "the most that a period pays until then, as a share of its target, such as 100 %")?.Percent() is { } limit
            ? component => component.Reconciled(pays, limit)
            : null;
}
