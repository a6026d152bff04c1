namespace CompModel.Files;

/// <summary>
/// A rate table: one key that names the reading, with its tiers; where breakpoints belong to the tier below, <c>breakpoints: above</c>; and where tiers are shares of the
/// quota, <c>of: quota</c>. Rates on money are percentages, rates on units are money a unit.
/// </summary>
internal static class TableReader
{
    private static readonly string[] Readings = ["marginal", "retroactive", "overage_at_top_rate", "interpolated_rate", "proportional_amounts"];
    private static readonly string[] Keys = [.. Readings, "breakpoints", "of"];

    /// <summary>The table; null, reported, where something is wrong with it.</summary>
    public static RateTable? Read(YamlNode node, bool ratesArePercentages)
    {
        if (KeyReader.Of(node, "a commission", Keys) is not { } keys)
            return null;
        Boundary? sense = PlaceReader.Breakpoints(keys);
        TierPlaces? places = keys.Has("of") ? keys.FindField("of")?.OneOf(("quota", TierPlaces.SharesOfQuota)) : TierPlaces.Amounts;
        string[] readings = [.. Readings.Where(keys.Has)];
        if (readings.Length != 1)
        {
            node.Source.Report(
                node.Start, DiagnosticCode.KeyConflict, "a commission has not one reading of its tiers", $"one of {string.Join(", ", Readings)}", "");
            return null;
        }
        YamlNode tiers = keys.Find(readings[0])!;
        bool ofQuota = places == TierPlaces.SharesOfQuota;
        RateTable? table = readings[0] == "proportional_amounts" ? WithAmounts(tiers, ofQuota) : WithRates(tiers, readings[0], ofQuota, ratesArePercentages);
        if (table is null || sense is not { } side || places is null)
            return null;
        table = table.WithBreakpoints(side);
        return ofQuota ? table.OfQuota() : table;
    }

    private static RateTable? WithRates(YamlNode tiers, string reading, bool ofQuota, bool ratesArePercentages)
    {
        (Rational, Rational)[]? rates = tiers.Each(reading, item =>
        {
            KeyReader? tier = KeyReader.Of(item, "a tier", ["from", "rate"]);
            Rational? from = Place(tier, "from", "from which it holds", ofQuota);
            Field? stated = tier?.RequireField("rate", ratesArePercentages ? "a percentage such as 5 %" : "money a unit, such as 250");
            Rational? rate = ratesArePercentages ? stated?.Percent() : stated?.Decimal();
            return from is { } place && rate is { } pays ? (place, pays) : ((Rational, Rational)?)null;
        });
        return rates is null ? null : tiers.Build(() => reading switch
        {
            "marginal" => RateTable.Marginal(rates),
            "retroactive" => RateTable.Retroactive(rates),
            "overage_at_top_rate" => RateTable.OverageAtTopRate(rates),
            _ => RateTable.InterpolatedRate(rates),
        });
    }

    private static RateTable? WithAmounts(YamlNode tiers, bool ofQuota)
    {
        (Rational, Rational, Rational)[]? read = tiers.Each("proportional_amounts", item =>
        {
            KeyReader? tier = KeyReader.Of(item, "a tier", ["from", "to", "amount"]);
            Rational? from = Place(tier, "from", "from which it holds", ofQuota), to = Place(tier, "to", "at which it is crossed", ofQuota);
            Rational? amount = tier?.RequireField("amount", "what it adds as it is crossed")?.Decimal();
            return from is { } start && to is { } end && amount is { } adds ? (start, end, adds) : ((Rational, Rational, Rational)?)null;
        });
        return read is null ? null : tiers.Build(() => RateTable.ProportionalAmounts(read));
    }

    private static Rational? Place(KeyReader? tier, string key, string what, bool ofQuota) =>
        tier?.RequireField(key, ofQuota ? $"the share of quota {what}, such as 50 %" : $"the amount {what}, such as 0") is { } field
            ? ofQuota ? field.Percent() : field.Decimal()
            : null;
}
