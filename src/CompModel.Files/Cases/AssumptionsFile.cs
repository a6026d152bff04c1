namespace CompModel.Files;

/// <summary>assumptions.yaml: the company's plan and budget, and how uncertain the year is.</summary>
internal sealed class AssumptionsFile
{
    internal const string FileName = "assumptions.yaml";
    private static readonly string[] Keys = ["company_plan", "incentive_budget", "company_attainment", "seasonality", "attainment", "correlation"];

    private readonly KeyReader keys;
    private readonly PlanFile plans;

    private AssumptionsFile(KeyReader keys, PlanFile plans)
    {
        this.keys = keys;
        this.plans = plans;
        CompanyPlan = Above(keys.FindField("company_plan"), "a company plan above 0");
        IncentiveBudget = Above(keys.FindField("incentive_budget"), "a budget above 0");
    }

    /// <summary>Bookings that the company plans for; null where none is stated.</summary>
    public Money? CompanyPlan { get; }

    /// <summary>What may be spent on incentives in the year; null where none is stated.</summary>
    public Money? IncentiveBudget { get; }

    /// <summary>The file's content; null, reported, where it is none.</summary>
    public static AssumptionsFile? Read(SourceText source, PlanFile plans) =>
        YamlTree.Read(source) is { } root && KeyReader.Of(root, FileName, Keys) is { } keys ? new(keys, plans) : null;

    /// <summary>The assumptions for a sales force; null, reported, where they do not hold together. Without a force they are checked alone.</summary>
    public Assumptions? For(SalesForce? force)
    {
        YamlNode? node = keys.Require("attainment", "a model of attainment for each measure");
        Assumptions? assumptions = node is null ? null : new AttainmentReader(plans, force, keys).Read(node);
        if (keys.Find("seasonality") is { } weights && SeasonalityReader.Read(weights) is { } seasonality)
            assumptions = assumptions?.WithSeasonality(seasonality);
        assumptions = WithCompany(assumptions);
        return WithCorrelations(assumptions);
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

    private Assumptions? WithCompany(Assumptions? assumptions)
    {
        if (keys.Find("company_attainment") is not { } node || KeyReader.Of(node, "company_attainment", ["p10", "p90"]) is not { } range)
            return assumptions;
        Rational? low = range.RequireField("p10", "company attainment missed in one year of ten, such as 90 %")?.Percent();
        Rational? high = range.RequireField("p90", "company attainment exceeded in one year of ten, such as 110 %")?.Percent();
        return assumptions is null || low is null || high is null ? assumptions : node.Build(() => assumptions.WithCompanyRange(low.Value.ToDouble(), high.Value.ToDouble()));
    }

    private Assumptions? WithCorrelations(Assumptions? assumptions)
    {
        foreach (YamlNode node in keys.Find("correlation")?.Items("correlation") ?? [])
        {
            KeyReader? pair = KeyReader.Of(node, "a correlation", ["between", "is"]);
            IReadOnlyList<YamlNode>? names = pair?.Require("between", "two measures")?.Items("between");
            Measure?[] measures = [.. (names ?? []).Select(name => name.Field("between")).Select(field => field is { } named ? plans.Measures.Find(named) : null)];
            Rational? value = pair?.RequireField("is", "a number from -1 to 1")?.Fraction();
            if (names is not null && measures.Length != 2)
                pair!.Find("between")!.Source.Report(pair.Find("between")!.Start, DiagnosticCode.Type, FormattableString.Invariant($"between names {measures.Length} measure(s)"), "two, such as [bookings, adoption]", "");
            if (assumptions is null || value is null || measures is not [{ } first, { } second])
                continue;
            Assumptions before = assumptions;
            // What is refused here is reported; the others are still checked.
            assumptions = node.Build(() => before.WithCorrelation(first, second, value.Value.ToDouble())) ?? before;
        }
        return assumptions;
    }
}
