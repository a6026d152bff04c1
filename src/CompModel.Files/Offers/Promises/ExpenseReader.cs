namespace CompModel.Files;

/// <summary><c>expense</c>: by which accounting policy grants become expense.</summary>
internal static class ExpenseReader
{
    private static readonly string[] Keys = ["standard", "attribution", "forfeitures", "service"];

    /// <summary>The policy, ASC 718 straight-line where nothing is said; null, reported, where it is refused.</summary>
    public static ExpensePolicy? Read(YamlNode? node)
    {
        if (node is null)
            return ExpensePolicy.Asc718(Attribution.StraightLine);
        if (KeyReader.Of(node, "expense", Keys) is not { } keys)
            return null;
        bool? ifrs = keys.RequireField("standard", "asc718 or ifrs2")?.OneOf(("asc718", false), ("ifrs2", true));
        Attribution? attribution = keys.Find("attribution") is null
            ? ifrs == true ? Attribution.Graded : Attribution.StraightLine
            : keys.FindField("attribution")?.OneOf(("straight_line", Attribution.StraightLine), ("graded", Attribution.Graded));
        ForfeiturePolicy? forfeitures = keys.Find("forfeitures") is null ? ForfeiturePolicy.AsTheyOccur : Forfeitures(keys.FindField("forfeitures"));
        ServiceCount? service = keys.Find("service") is null
            ? ServiceCount.EqualMonths
            : keys.FindField("service")?.OneOf(("equal_months", ServiceCount.EqualMonths), ("equal_days", ServiceCount.EqualDays), ("whole_months", ServiceCount.WholeMonths));
        if (ifrs is null || attribution is null || forfeitures is null || service is null)
            return null;
        return node.Build(() => (ifrs.Value ? ExpensePolicy.Ifrs2(forfeitures).Attributing(attribution.Value) : ExpensePolicy.Asc718(attribution.Value).Forfeiting(forfeitures)).Counting(service.Value));
    }

    private static ForfeiturePolicy? Forfeitures(Field? field)
    {
        if (field is not { } stated)
            return null;
        if (!stated.Text.EndsWith('%'))
            return stated.OneOf(("as_they_occur", true)) is null ? null : ForfeiturePolicy.AsTheyOccur;
        return stated.ShareOrNone() is { } rate ? ForfeiturePolicy.AtAnnualRate(rate) : null;
    }
}
