using NodaTime;

namespace CompModel.Files;

/// <summary>Reads an issuance of equity compensation: a number of shares that vest by terms, on listed dates, or at once.</summary>
internal sealed class IssuanceReader(IReadOnlyDictionary<string, OpenCapTerms> terms, bool termsAreComplete)
{
    private static readonly string[] Keys =
    [
        "object_type", "id", "comments", "security_id", "date", "custom_id", "stakeholder_id", "board_approval_date", "stockholder_approval_date", "consideration_text",
        "security_law_exemptions", "stock_plan_id", "stock_class_id", "compensation_type", "plan_security_type", "option_grant_type", "quantity", "exercise_price", "base_price", "early_exercisable",
        "vesting_terms_id", "vestings", "expiration_date", "termination_exercise_windows",
    ];

    private const int MostVestings = 1_200;

    /// <summary>The issuance; null, reported, where something is wrong with it.</summary>
    public OpenCapIssuance? Read(YamlNode node)
    {
        if (KeyReader.Of(node, "an issuance", Keys) is not { } keys)
            return null;
        string? id = keys.RequireId("security_id"), holder = keys.RequireId("stakeholder_id");
        LocalDate? date = keys.RequireText("date", "a date such as 2026-03-31")?.Date();
        long? quantity = keys.RequireShares("quantity", 1);
        string type = keys.Single(["compensation_type", "plan_security_type"], "an issuance is of one type") ?? "compensation_type";
        string? compensation = keys.RequireText(type, "the type of compensation, such as RSU") is { } field && field.OneOf([.. OpenCapWords.Compensations.Select((word, i) => (word, i))]) is { } index
            ? OpenCapWords.Compensations[index] : null;
        if (date is null || quantity is null)
            return null;
        OpenCapTerms? named = null;
        VestingTerms? how = VestingSchedule.Dated((date.Value, 1));
        // Exact dates and amounts go before the terms they may have come from.
        if (keys.Find("vestings") is { } list)
            how = Vestings(list, quantity.Value) is { } dated ? (VestingTerms)dated : null;
        else if (keys.Has("vesting_terms_id"))
            how = (named = Named(keys))?.Terms;
        if (id is null || holder is null || compensation is null || how is null)
            return null;
        Grant? grant = node.Build(() => new Grant(id, date.Value, quantity.Value, how).AllocatedBy(named?.Allocation ?? ShareAllocation.CumulativeRoundDown));
        return grant is null
            ? null
            : new(node, new(holder, grant.After()) { TermsId = named?.Id ?? "", TermsName = named?.Name ?? "", Compensation = compensation }, named);
    }

    private OpenCapTerms? Named(KeyReader keys)
    {
        if (keys.RequireText("vesting_terms_id", "the id of vesting terms") is not { } field || field.ShortId() is not { } id)
            return null;
        if (terms.TryGetValue(id, out OpenCapTerms? found))
            return found;
        // Terms that were refused may be those.
        if (termsAreComplete)
        {
            field.Report(
                DiagnosticCode.UnknownTerms, field.Found, "the id of vesting terms of these files",
                terms.Count == 0 ? "name the folder that has the vesting terms file beside this one" : Nearest.Hint(id, terms.Keys));
        }
        return null;
    }

    private static VestingSchedule? Vestings(YamlNode list, long quantity)
    {
        if (list.Items("vestings") is { Count: < 1 or > MostVestings } items)
        {
            list.Source.Report(list.Start, items.Count == 0 ? DiagnosticCode.ValueMissing : DiagnosticCode.Limit, $"vestings has {items.Count} dates", $"1 to {MostVestings}", items.Count == 0 ? "leave the key out of a grant that is vested on its day" : "");
            return null;
        }
        if (list.Each("vestings", Vesting) is not { } vestings)
            return null;
        Rational sum = vestings.Aggregate(Rational.Zero, (total, vesting) => total + vesting.Amount);
        if (sum != quantity)
        {
            list.Source.Report(
                list.Start, DiagnosticCode.VestingSum, $"vestings sum to {sum}, and quantity is {quantity}", "amounts that sum to the quantity", sum < quantity ? $"{quantity - sum} missing" : $"{sum - quantity} too many");
            return null;
        }
        return list.Build(() => VestingSchedule.Dated(vestings.GroupBy(vesting => vesting.Date).OrderBy(day => day.Key)
            .Select(day => (day.Key, day.Aggregate(Rational.Zero, (total, vesting) => total + vesting.Amount) / quantity))));
    }

    private static (LocalDate Date, long Amount)? Vesting(YamlNode node)
    {
        if (KeyReader.Of(node, "a vesting", ["date", "amount"]) is not { } keys)
            return null;
        LocalDate? date = keys.RequireText("date", "a date such as 2026-03-31")?.Date();
        long? amount = keys.RequireShares("amount", 1);
        return date is null || amount is null ? null : (date.Value, amount.Value);
    }
}
