namespace CompModel.Files;

/// <summary>
/// A rate table: one key that names the reading, with its tiers; and, where breakpoints belong to the tier below, <c>breakpoints: above</c>.
/// Rates on money are percentages, rates on units are money a unit.
/// </summary>
internal static class TableReader
{
    private static readonly string[] Readings = ["marginal", "retroactive", "overage_at_top_rate", "interpolated_rate", "proportional_amounts"];
    private static readonly string[] Keys = [.. Readings, "breakpoints"];

    /// <summary>The table; null, reported, where something is wrong with it.</summary>
    public static RateTable? Read(YamlNode node, bool ratesArePercentages)
    {
        if (KeyReader.Of(node, "a commission", Keys) is not { } keys)
            return null;
        Boundary? sense = keys.Find("breakpoints") is null
            ? Boundary.AtOrAbove
            : keys.FindField("breakpoints")?.OneOf(("at_or_above", Boundary.AtOrAbove), ("above", Boundary.Above));
        string[] readings = [.. Readings.Where(reading => keys.Find(reading) is not null)];
        if (readings.Length != 1)
        {
            node.Source.Report(
                node.Start, DiagnosticCode.KeyConflict, "a commission has not one reading of its tiers", $"one of {string.Join(", ", Readings)}", "");
            return null;
        }
        YamlNode tiers = keys.Find(readings[0])!;
        if (readings[0] == "proportional_amounts")
            return WithAmounts(tiers, sense);
        var rates = new List<(Rational From, Rational Rate)>();
        bool good = tiers is YamlNode.Sequence;
        foreach (YamlNode item in tiers.Items(readings[0]) ?? [])
        {
            KeyReader? tier = KeyReader.Of(item, "a tier", ["from", "rate"]);
            Rational? from = tier?.RequireField("from", "the amount from which it holds, such as 0")?.Decimal();
            Field? stated = tier?.RequireField("rate", ratesArePercentages ? "a percentage such as 5 %" : "money a unit, such as 250");
            Rational? rate = ratesArePercentages ? stated?.Percent() : stated?.Decimal();
            if (from is not null && rate is not null)
                rates.Add((from.Value, rate.Value));
            good &= from is not null && rate is not null;
        }
        if (!good || sense is null)
            return null;
        return tiers.Build(() => (readings[0] switch
        {
            "marginal" => RateTable.Marginal([.. rates]),
            "retroactive" => RateTable.Retroactive([.. rates]),
            "overage_at_top_rate" => RateTable.OverageAtTopRate([.. rates]),
            _ => RateTable.InterpolatedRate([.. rates]),
        }).WithBreakpoints(sense.Value));
    }

    private static RateTable? WithAmounts(YamlNode node, Boundary? sense)
    {
        var tiers = new List<(Rational From, Rational To, Rational Amount)>();
        bool good = node is YamlNode.Sequence && sense is not null;
        foreach (YamlNode item in node.Items("proportional_amounts") ?? [])
        {
            KeyReader? tier = KeyReader.Of(item, "a tier", ["from", "to", "amount"]);
            Rational? from = tier?.RequireField("from", "the amount from which it holds, such as 0")?.Decimal();
            Rational? to = tier?.RequireField("to", "the amount at which it is crossed")?.Decimal();
            Rational? amount = tier?.RequireField("amount", "what it adds as it is crossed")?.Decimal();
            if (from is not null && to is not null && amount is not null)
                tiers.Add((from.Value, to.Value, amount.Value));
            good &= from is not null && to is not null && amount is not null;
        }
        return good ? node.Build(() => RateTable.ProportionalAmounts([.. tiers]).WithBreakpoints(sense!.Value)) : null;
    }
}
