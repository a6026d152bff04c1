using System.Text.Json;
using NodaTime;

namespace CompModel.Files;

/// <summary>Reads one condition of vesting terms: what meets it, how much vests, what may follow.</summary>
internal static class VestingConditionReader
{
    private static readonly string[] Keys = ["id", "description", "portion", "quantity", "trigger", "next_condition_ids"];

    /// <summary>The condition; null, reported, where something is wrong with it.</summary>
    public static VestingCondition? Read(YamlNode node)
    {
        if (KeyReader.Of(node, "a condition", Keys) is not { } keys)
            return null;
        string? id = keys.RequireId("id");
        bool described = keys.FindText("description", "a sentence", out Field? description);
        VestingPortion? portion = Portion(keys);
        VestingTrigger? trigger = Trigger(keys);
        string[]? next = keys.Require("next_condition_ids", "the ids of those that may follow, or []")?.EachOf(
            "next_condition_ids", item => item.OfKind("next_condition_ids", JsonValueKind.String, "the id of a condition") is { } field ? field.ShortId() : null);
        return id is null || !described || portion is null || trigger is null || next is null
            ? null
            : node.Build(() => new VestingCondition(id, portion.Value, trigger, next) { Description = description?.Text ?? "" });
    }

    private static VestingPortion? Portion(KeyReader keys)
    {
        if (keys.Single(["portion", "quantity"], "a condition vests a part of the grant or a number of shares") is not { } key)
        {
            keys.Node.Source.Report(
                keys.Node.Start, DiagnosticCode.KeyMissing, "a condition has neither 'portion' nor 'quantity'", "one of the two", "what vests nothing has \"quantity\": \"0\"");
            return null;
        }
        if (key == "quantity")
            return keys.RequireShares("quantity", 0) is { } shares ? shares == 0 ? VestingPortion.None : VestingPortion.OfShares(shares) : null;
        YamlNode node = keys.Find("portion")!;
        if (KeyReader.Of(node, "portion", ["numerator", "denominator", "remainder"]) is not { } ratio)
            return null;
        Rational? numerator = ratio.RequireText("numerator", "a number in quotes")?.Numeric(), denominator = ratio.RequireText("denominator", "a number in quotes")?.Numeric();
        bool? remainder = Remainder(ratio);
        if (numerator is null || denominator is null || remainder is null)
            return null;
        if (denominator.Value.Sign > 0 && numerator.Value.Sign >= 0 && numerator <= denominator)
            return remainder.Value ? VestingPortion.OfRemainder(numerator.Value / denominator.Value) : VestingPortion.OfGrant(numerator.Value / denominator.Value);
        node.Source.Report(node.Start, DiagnosticCode.NumberRange, $"portion is {numerator} of {denominator}", "from 0 to 1, with a denominator above 0", "");
        return null;
    }

    private static bool? Remainder(KeyReader ratio)
    {
        if (ratio.Find("remainder") is not { } node)
            return false;
        if (node is YamlNode.Scalar { Json: JsonValueKind.True or JsonValueKind.False } said)
            return said.Json == JsonValueKind.True;
        node.Source.Report(node.Start, DiagnosticCode.Type, "remainder is neither true nor false", "true or false without quotes", "");
        return null;
    }

    private static VestingTrigger? Trigger(KeyReader keys)
    {
        if (keys.Require("trigger", "what meets the condition") is not { } node)
            return null;
        if (KeyReader.Of(node, "trigger", ["type", "date", "period", "relative_to_condition_id"]) is not { } trigger || trigger.RequireText("type", "what meets the condition") is not { } type)
            return null;
        string? kind = type.OneOf((OpenCapWords.OnStart, 1), (OpenCapWords.OnDate, 2), (OpenCapWords.After, 3), (OpenCapWords.OnEvent, 4)) is null ? null : type.Text;
        string[] own = kind switch { OpenCapWords.OnDate => ["date"], OpenCapWords.After => ["period", "relative_to_condition_id"], _ => [] };
        if (kind is null || trigger.Refuse([.. new[] { "date", "period", "relative_to_condition_id" }.Except(own)], $"beside the type {kind}", "a key of its type", "delete it, or check the type"))
            return null;
        return kind switch
        {
            OpenCapWords.OnStart => new VestingTrigger.OnStart(),
            OpenCapWords.OnEvent => new VestingTrigger.OnEvent(),
            OpenCapWords.OnDate => trigger.RequireText("date", "a date such as 2026-03-31")?.Date() is { } date ? new VestingTrigger.OnDate(date) : null,
            _ => After(node, trigger),
        };
    }

    private static VestingTrigger.After? After(YamlNode node, KeyReader trigger)
    {
        string? origin = trigger.RequireId("relative_to_condition_id");
        if (trigger.Require("period", "a period of months or days") is not { } period
            || KeyReader.Of(period, "period", ["length", "type", "occurrences", "day_of_month", "cliff_installment"]) is not { } keys)
            return null;
        bool? months = keys.RequireText("type", "MONTHS or DAYS")?.OneOf(("MONTHS", true), ("DAYS", false));
        int? length = keys.RequireCount("length", 0), occurrences = keys.RequireCount("occurrences", 1);
        int? cliff = keys.Find("cliff_installment") is { } first ? first.Count("cliff_installment", 0) : 0;
        VestingDay? day = months is true
            ? keys.RequireText("day_of_month", "the day of the month, such as VESTING_START_DAY_OR_LAST_DAY_OF_MONTH")?.OneOf(OpenCapWords.Days)
            : months is false && keys.Refuse(["day_of_month"], "beside the type DAYS", "a period of months", "days have no day of the month: delete it") ? null : VestingDay.OfStart;
        if (origin is null || months is null || length is null || occurrences is null || cliff is null || day is null)
            return null;
        // The first installment alone is no cliff.
        return period.Build(() => new VestingTrigger.After(
            months.Value ? new VestingTime.Months(length.Value) : new VestingTime.Days(length.Value), occurrences.Value, origin, day.Value, cliff.Value < 2 ? 0 : cliff.Value));
    }
}
