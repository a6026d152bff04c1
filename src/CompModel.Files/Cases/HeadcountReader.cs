namespace CompModel.Files;

/// <summary>
/// headcount in assumptions.yaml: how many leave in a year, by role and tenure, how long until somebody follows, by how much the starts of headcount.csv slip, and what a vacant territory sells.
/// Delays are whole months: a number, <c>{ mean: 2.5 }</c> where every month has the same chance, or months with their shares, <c>{ 1: 25 %, 2: 75 % }</c>.
/// </summary>
internal sealed class HeadcountReader(IReadOnlyList<PlannedPosition> positions, SalesForce? force)
{
    private const string Others = "everybody_else";
    private static readonly string[] Keys = ["attrition", "time_to_fill", "backfill", "slip", "vacant_share", "vacant_credit"];

    /// <summary>Assumptions with the plan of the file's block and of some positions; without both as they are. Null, reported, where they do not hold together.</summary>
    public static Assumptions? Read(Assumptions? assumptions, KeyReader file, IReadOnlyList<PlannedPosition> positions, SalesForce? force)
    {
        Measure[] missing = [.. positions.SelectMany(position => position.Plan.Components).Select(component => component.Measure)
            .Where(measure => !measure.IsScore && assumptions?.Models.All(model => model.Measure != measure) == true).Distinct()];
        foreach (Measure measure in missing)
            file.Find("attainment")?.Source.Report(file.Find("attainment")!.Start, DiagnosticCode.ModelMissing, $"there is no attainment model for {measure}", $"a model for each measure that the positions of {HeadcountFile.FileName} are paid on", "");
        if (missing.Length > 0)
            return null;
        if (file.Find("headcount") is not { } node)
            return positions.Count == 0 ? assumptions : assumptions?.WithHeadcount(new HeadcountPlan(positions));
        return new HeadcountReader(positions, force).Plan(node) is { } plan ? assumptions?.WithHeadcount(plan) : null;
    }

    private HeadcountPlan? Plan(YamlNode node)
    {
        if (KeyReader.Of(node, "headcount", Keys) is not { } keys)
            return null;
        Attrition? attrition = keys.Find("attrition") is { } leavers ? Attrition(leavers) : CompModel.Attrition.None;
        Backfill? backfill = keys.FindField("backfill") is { } follows
            ? follows.OneOf(("ramping", Backfill.Ramping), ("full_quota", Backfill.FullQuota), ("nobody", Backfill.Nobody)) : keys.Has("backfill") ? null : Backfill.Ramping;
        DelayLaw? fill = keys.Find("time_to_fill") is { } open ? Delay(open, "time_to_fill") : DelayLaw.None;
        if (backfill == Backfill.Nobody)
            keys.Refuse(["time_to_fill"], "beside a backfill of nobody", "one of the two", "");
        else if (attrition is { IsNone: false } && !keys.Has("time_to_fill"))
            fill = keys.Require("time_to_fill", "the months until somebody follows, such as 3, or backfill: nobody") is null ? null : fill;
        DelayLaw? slip = keys.Find("slip") is { } late ? Delay(late, "slip") : DelayLaw.None;
        double? share = keys.Find("vacant_share") is { } sold ? sold.Field("vacant_share") is { } part ? Within(part, 1, "0 % to 100 %") : null : 0;
        VacantCredit? credit = keys.FindField("vacant_credit") is { } credited
            ? credited.OneOf(("nobody", VacantCredit.Nobody), ("managers", VacantCredit.ManagersTeam)) : keys.Has("vacant_credit") ? null : VacantCredit.Nobody;
        if (attrition is null || backfill is null || fill is null || slip is null || share is null || credit is null)
            return null;
        return node.Build(() => new HeadcountPlan(positions).WithAttrition(attrition, fill, backfill.Value).WithStartSlip(slip).WithVacantShare(share.Value, credit.Value));
    }

    private Attrition? Attrition(YamlNode node)
    {
        if (node is not YamlNode.Mapping roles)
            return Rate(node, "attrition") is { } all ? CompModel.Attrition.Of(all) : null;
        var rates = new List<(string Role, LeaverRate Rate)>();
        LeaverRate? others = LeaverRate.None;
        bool good = true;
        foreach ((YamlNode.Scalar key, YamlNode value) in roles.Entries)
        {
            LeaverRate? rate = Rate(value, "attrition");
            good &= rate is not null;
            if (key.Text == Others)
                others = rate;
            else if (Role(key) is { } role && rate is not null)
                rates.Add((role, rate));
            else
                good = false;
        }
        return good ? node.Build(() => rates.Aggregate(CompModel.Attrition.Of(others!), (attrition, rate) => attrition.InRole(rate.Role, rate.Rate))) : null;
    }

    // A role that nobody has is one that was misspelt.
    private string? Role(YamlNode.Scalar key)
    {
        var field = new Field(key.Source, "a role", key.Text, key.Start);
        if (field.Line("a role, such as AE", "") is not { } role)
            return null;
        string[] known = [.. (force?.Participants.Select(participant => participant.Role).OfType<string>() ?? []).Concat(positions.Select(position => position.Role)).Distinct()];
        if (force is null || known.Contains(role, StringComparer.Ordinal))
            return role;
        string[] words = [.. known, Others];
        field.Report(DiagnosticCode.Value, $"{field.Found}, which nobody has", $"a role of {RosterFile.FileName} or {HeadcountFile.FileName}, or {Others}", Nearest.Hint(role, words));
        return null;
    }

    private static LeaverRate? Rate(YamlNode node, string name)
    {
        if (node is not YamlNode.Mapping bands)
            return Annual(node, name) is { } annual ? LeaverRate.Of(annual) : null;
        var rates = new List<(int Months, double Annual)>();
        foreach ((YamlNode.Scalar key, YamlNode value) in bands.Entries)
        {
            long? months = new Field(key.Source, "months of tenure", key.Text, key.Start).Whole(0, 1200);
            if (Annual(value, name) is { } annual && months is { } since)
                rates.Add(((int)since, annual));
        }
        if (rates.Count < bands.Entries.Count)
            return null;
        if (rates is not [{ Months: 0 }, ..])
        {
            node.Source.Report(node.Start, DiagnosticCode.Definition, $"{name} does not say how many leave from the first month on", "rates by months of tenure that begin at 0, such as { 0: 30 %, 12: 15 % }", "");
            return null;
        }
        return node.Build(() => rates.Skip(1).Aggregate(LeaverRate.Of(rates[0].Annual), (rate, band) => rate.FromMonth(band.Months, band.Annual)));
    }

    private static double? Annual(YamlNode node, string name)
    {
        if (node.Field(name) is not { } field)
            return null;
        const string Expected = "a rate of leavers from 0 % to below 100 %";
        double? annual = Within(field, 1, Expected);
        if (annual != 1)
            return annual;
        field.Report(DiagnosticCode.NumberRange, field.Found, Expected);
        return null;
    }

    private static DelayLaw? Delay(YamlNode node, string name)
    {
        if (node is not YamlNode.Mapping mapping)
            return node.Field(name)?.Whole(0, DelayLaw.MaxMonths) is { } months ? DelayLaw.Fixed((int)months) : null;
        if (mapping.Entries is [{ Key.Text: "mean" }])
            return Mean(mapping.Entries[0].Value);
        var lumps = new List<(int Months, Rational Share)>();
        foreach ((YamlNode.Scalar key, YamlNode value) in mapping.Entries)
        {
            long? lump = new Field(key.Source, $"months of {name}", key.Text, key.Start).Whole(0, DelayLaw.MaxMonths);
            if (value.Field(name)?.ShareOrNone() is { } share && lump is { } after)
                lumps.Add(((int)after, share));
        }
        if (lumps.Count < mapping.Entries.Count)
            return null;
        Rational sum = lumps.Aggregate(Rational.Zero, (all, lump) => all + lump.Share);
        if (sum == Rational.One)
            return node.Build(() => DelayLaw.Discrete([.. lumps.Select(lump => (lump.Months, lump.Share.ToDouble()))]));
        node.Source.Report(node.Start, DiagnosticCode.Definition, $"the shares of {name} sum to {sum * 100} %", "shares that sum to 100 %, such as { 1: 25 %, 2: 75 % }", "");
        return null;
    }

    private static DelayLaw? Mean(YamlNode node)
    {
        if (node.Field("mean") is not { } field || field.Decimal() is not { } months)
            return null;
        if (months is >= 0 and <= DelayLaw.MaxMonths)
            return DelayLaw.Geometric(((Rational)months).ToDouble());
        field.Report(DiagnosticCode.NumberRange, field.Found, FormattableString.Invariant($"a mean of 0 to {DelayLaw.MaxMonths} months"));
        return null;
    }

    // A fraction from zero to a limit; a whole number above it is a percentage that does not say so.
    private static double? Within(Field field, int most, string expected)
    {
        if (field.Fraction() is not { } fraction)
            return null;
        if (fraction.Sign >= 0 && fraction <= most)
            return fraction.ToDouble();
        bool unsaid = fraction > most && fraction <= 100 && !field.Text.EndsWith('%');
        field.Report(unsaid ? DiagnosticCode.Percent : DiagnosticCode.NumberRange, field.Found, expected, unsaid ? $"a percentage says so: write '{field.Text} %'" : "");
        return null;
    }
}
