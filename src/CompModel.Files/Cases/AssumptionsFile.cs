namespace CompModel.Files;

/// <summary>assumptions.yaml: the company's plan and budget, and how uncertain the year is.</summary>
internal sealed class AssumptionsFile
{
    internal const string FileName = "assumptions.yaml";
    private static readonly string[] Keys = [
        "company_plan", "incentive_budget", "seasonality", "attainment", .. GroupReader.Keys, "correlation", .. DependenceReader.Keys, "deals", "headcount",
    ];

    private readonly KeyReader keys;
    private readonly PlanFile plans;
    private readonly DealMix? deals;
    private readonly bool dealsHold = true;

    private AssumptionsFile(KeyReader keys, PlanFile plans, IReadOnlyList<Credit> sold)
    {
        this.keys = keys;
        if (keys.Find("deals") is { } mix)
            dealsHold = (deals = new DealMixReader(plans, sold).Read(mix)) is not null;
        this.plans = plans;
        CompanyPlan = Above(keys.FindField("company_plan"), "a company plan above 0");
        IncentiveBudget = Above(keys.FindField("incentive_budget"), "a budget above 0");
    }

    /// <summary>Bookings that the company plans for; null where none is stated.</summary>
    public Money? CompanyPlan { get; }

    /// <summary>What may be spent on incentives in the year; null where none is stated.</summary>
    public Money? IncentiveBudget { get; }

    /// <summary>The file's content, with credits of the case's own deals that others may be like; null, reported, where it is none.</summary>
    public static AssumptionsFile? Read(SourceText source, PlanFile plans, IReadOnlyList<Credit> sold) =>
        YamlTree.Read(source) is { } root && KeyReader.Of(root, FileName, Keys) is { } keys ? new(keys, plans, sold) : null;

    /// <summary>The assumptions for a sales force and its open positions; null, reported, where they do not hold together. Without a force they are checked alone.</summary>
    public Assumptions? For(SalesForce? force, IReadOnlyList<PlannedPosition> positions)
    {
        // Deals that were refused may well make measures that then need no model.
        Measure[]? made = dealsHold ? [.. deals?.Made ?? []] : null;
        YamlNode? node = deals is { MakesCredits: true } ? keys.Find("attainment") : keys.Require("attainment", "a model of attainment for each measure");
        var models = new AttainmentReader(plans, force, keys, made);
        Assumptions? everybody = node is null ? null : models.Read(node);
        Assumptions? assumptions = WithDeals(node, new GroupReader(plans, force, keys, models).Read(everybody));
        if (assumptions is { Groups.Count: > 0 } && force?.CompanyPlan is not null && node is not null && MeanOf(node, Measure.Bookings) is { Text: AttainmentReader.LandsAtPlan } mean)
            assumptions = LandedWithGroups(assumptions, force, node, mean, made);
        if (keys.Find("seasonality") is { } weights && SeasonalityReader.Read(weights) is { } seasonality)
            assumptions = assumptions?.WithSeasonality(seasonality);
        return HeadcountReader.Read(new CorrelationReader(plans.Measures, keys).Read(new DependenceReader(plans, keys).Read(assumptions)), keys, positions, force);
    }

    // Groups have means of their own: everybody else's is what is left to land by.
    private Assumptions? LandedWithGroups(Assumptions assumptions, SalesForce force, YamlNode attainment, Field mean, Measure[]? made)
    {
        try
        {
            double landing = force.MeanThatLandsAt(1, plans.Year, assumptions);
            return new AttainmentReader(plans, force, keys, made, landing).Read(attainment) is { } landed ? assumptions.With(Measure.Bookings, landed.ModelOf(Measure.Bookings)) : null;
        }
        catch (InvalidOperationException e)
        {
            mean.Report(DiagnosticCode.Definition, e.Message.TrimEnd('.'), "a mean such as 95 %, or groups that leave something to land by");
            return null;
        }
    }

    private static Field? MeanOf(YamlNode attainment, Measure measure) => Value(Value(attainment, measure.Name), "mean") is YamlNode.Scalar mean ? mean.Field("mean") : null;

    private static YamlNode? Value(YamlNode? node, string key) => (node as YamlNode.Mapping)?.Entries.FirstOrDefault(entry => entry.Key.Text == key).Value;

    private Assumptions? WithDeals(YamlNode? attainment, Assumptions? assumptions)
    {
        if (deals is null || (assumptions is null && attainment is not null))
            return assumptions;
        // What deals of the past count in besides gives way to a model.
        DealMix its = deals.Size is not null ? deals : deals.Made.Where(measure => measure != deals.SizedIn && assumptions?.Models.Any(model => model.Measure == measure) == true)
            .ToArray().Aggregate(deals, (mix, measure) => mix.Without(measure));
        return keys.Find("deals")!.Build(() => assumptions is null ? Assumptions.OfDeals(its) : assumptions.WithDeals(its));
    }

    private Money? Above(Field? field, string expected)
    {
        if (field?.Money(plans.Currency) is not { } money)
            return null;
        if (money.Value > 0)
            return money;
        field.Value.Report(DiagnosticCode.NumberRange, field.Value.Found, expected);
        return null;
    }
}
