namespace CompModel.Files;

/// <summary>Reads a VESTING_TERMS object: a graph of conditions.</summary>
internal static class TermsReader
{
    internal const int MostConditions = 1_000;

    // A day's installment every day for a hundred years, and some more.
    private const int MostInstallments = 40_000;
    private static readonly string[] Keys = ["id", "object_type", "name", "description", "allocation_type", "vesting_conditions", "comments"];

    /// <summary>The terms; null, reported, where something is wrong with them.</summary>
    public static OpenCapTerms? Read(YamlNode node)
    {
        // An object of another type has no place among vesting terms, and keys of its own.
        if (node is YamlNode.Mapping { Entries: var entries } && entries.FirstOrDefault(entry => entry.Key.Text == "object_type").Value is YamlNode.Scalar { Text: var type } scalar
            && type != OpenCapWords.TermsObject)
        {
            scalar.Source.Report(scalar.Start, DiagnosticCode.Value, $"object_type is {Field.Quote(type)}", OpenCapWords.TermsObject, Nearest.Hint(type, [OpenCapWords.TermsObject]));
            return null;
        }
        if (KeyReader.Of(node, "vesting terms", Keys) is not { } keys)
            return null;
        _ = keys.Require("object_type", OpenCapWords.TermsObject);
        string? id = keys.RequireId("id");
        string? name = keys.RequireText("name", "a few words that name the terms")?.Line("a few words that name the terms", "");
        string? description = keys.RequireText("description", "what the terms say")?.Text;
        ShareAllocation? allocation = keys.RequireText("allocation_type", "how whole shares fall on installments")?.OneOf(OpenCapWords.Allocations);
        VestingCondition[]? conditions = Conditions(keys);
        VestingTerms.Graph? graph = conditions is null ? null : keys.Find("vesting_conditions")!.Build(() => new VestingTerms.Graph(conditions));
        return id is null || name is null || description is null || allocation is null || graph is null ? null : new(id, name, description, graph, allocation.Value);
    }

    private static VestingCondition[]? Conditions(KeyReader keys)
    {
        if (keys.Require("vesting_conditions", "a list of conditions") is not { } list || list.Items("vesting_conditions") is not { } items)
            return null;
        if (items.Count is >= 1 and <= MostConditions)
        {
            VestingCondition[]? conditions = list.EachOf("vesting_conditions", VestingConditionReader.Read);
            if (conditions is null || conditions.Sum(condition => condition.Trigger is VestingTrigger.After after ? after.Occurrences : 1) <= MostInstallments)
                return conditions;
            list.Source.Report(list.Start, DiagnosticCode.Limit, "the conditions have more than 40,000 installments", "at most that", "one a day for a hundred years is 36,525");
            return null;
        }
        list.Source.Report(
            list.Start, items.Count == 0 ? DiagnosticCode.ValueMissing : DiagnosticCode.Limit, items.Count == 0 ? "vesting_conditions is empty" : $"vesting_conditions has more than {MostConditions} conditions",
            $"1 to {MostConditions} conditions", items.Count == 0 ? "a grant that is vested on its day has no vesting_terms_id" : "equal installments are one condition with occurrences");
        return null;
    }
}
