namespace CompModel.Files;

/// <summary>The plans of plan.yaml. One that is <c>based_on</c> another says only what differs.</summary>
internal sealed class PlanReader(Currency currency, MeasureCatalog measures, AttributeCatalog attributes)
{
    private static readonly string[] Keys =
        ["id", "name", "based_on", "base", "target_incentive", "seasonality", "proration", "ramp", "rounding", "payments", "components", "multipliers", "limits"];

    // A plan that stands alone has nobody to be named by, and nothing to be based on.
    private static readonly string[] KeysAlone = [.. Keys.Except(["id", "based_on"])];

    private static readonly string[] RoundingKeys = ["unit", "midpoint", "scope"];

    private readonly Dictionary<string, YamlNode.Mapping> resolved = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CompensationPlan> plans = new(StringComparer.Ordinal);

    /// <summary>The plans that hold together, by id.</summary>
    public IReadOnlyDictionary<string, CompensationPlan> Plans => plans;

    /// <summary>The ids of the others.</summary>
    public IReadOnlySet<string> Refused => resolved.Keys.Where(id => !plans.ContainsKey(id)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Reads a list of plans.</summary>
    public void Read(YamlNode? list)
    {
        foreach (YamlNode item in list?.Items("plans") ?? [])
            ReadPlan(item);
        if (list is YamlNode.Sequence { Nodes.Count: 0 })
            list.Source.Report(list.Start, DiagnosticCode.ValueMissing, "plans is empty", "at least one plan", "");
    }

    private void ReadPlan(YamlNode node)
    {
        YamlNode.Mapping? basis = Basis(node);
        if (KeyReader.Of(node, "a plan", Keys, basis) is not { } keys || keys.RequireField("id", "the id that roster.csv names")?.Id() is not { } id)
            return;
        if (!resolved.TryAdd(id, Merged((YamlNode.Mapping)node, basis)))
        {
            YamlNode twice = keys.Find("id")!;
            twice.Source.Report(twice.Start, DiagnosticCode.DuplicateId, $"plan {Field.Quote(id)} is there twice", "each plan once", "");
            return;
        }
        if (Plan(keys, id) is { } plan)
            plans.Add(id, plan);
    }

    /// <summary>One plan that no other file names, so without an id; it has a name of its own or the one given. Null, reported, where it does not hold together.</summary>
    public CompensationPlan? ReadAlone(YamlNode node, string name) => KeyReader.Of(node, "the plan", KeysAlone) is { } keys ? Plan(keys, name) : null;

    private CompensationPlan? Plan(KeyReader keys, string unnamed)
    {
        string? name = keys.FindField("name") is { } field ? field.Required("a name") : unnamed;
        Money? salary = keys.RequireField("base", "the base salary of a full year")?.MoneyAtLeastZero(currency);
        Money? target = keys.RequireField("target_incentive", "the variable pay of a full year at 100 %")?.MoneyAtLeastZero(currency);
        IReadOnlyList<Component> components = Components(keys);
        // Read before anything is given up, so that all their problems are listed.
        Func<CompensationPlan, CompensationPlan>? conventions = Conventions(keys), whole = new PlanResultReader(measures, currency).Read(keys);
        if (name is null || salary is null || target is null || components.Count == 0 || conventions is null || whole is null)
            return null;
        return keys.Node.Build(() => new OnTargetEarnings(salary.Value, target.Value)) is { } onTarget
            ? keys.Find("components")!.Build(() => whole(conventions(new CompensationPlan(name, onTarget, [.. components]))))
            : null;
    }

    // A plan is based on one above it, so there are no circles.
    private YamlNode.Mapping? Basis(YamlNode node)
    {
        if (node is not YamlNode.Mapping mapping || mapping.Entries.FirstOrDefault(entry => entry.Key.Text == "based_on").Value?.Field("based_on") is not { } field)
            return null;
        if (field.Id() is not { } id)
            return null;
        if (resolved.TryGetValue(id, out YamlNode.Mapping? basis))
            return basis with { Entries = [.. basis.Entries.Where(entry => entry.Key.Text != "id")] };
        field.Report(DiagnosticCode.UnknownPlan, field.Found, "the id of a plan above this one", Nearest.Hint(id, resolved.Keys));
        return null;
    }

    private static YamlNode.Mapping Merged(YamlNode.Mapping mapping, YamlNode.Mapping? basis) =>
        basis is null
            ? mapping
            : mapping with { Entries = [.. mapping.Entries, .. basis.Entries.Where(entry => mapping.Entries.All(own => own.Key.Text != entry.Key.Text))] };

    // Empty where any component was refused: the weights of the others would only mislead.
    private IReadOnlyList<Component> Components(KeyReader keys)
    {
        if (keys.Require("components", "a list of components")?.Items("components") is not { } items)
            return [];
        if (items.Count == 0)
            keys.Find("components")!.Field("components")?.Required("at least one component");
        Component?[] components = [.. items.Select(new ComponentReader(measures, attributes, currency).Read)];
        return components.Contains(null) ? [] : [.. components!];
    }

    private Func<CompensationPlan, CompensationPlan>? Conventions(KeyReader keys)
    {
        Seasonality? seasonality = keys.Find("seasonality") is { } weights ? SeasonalityReader.Read(weights) : Seasonality.EqualMonths;
        Proration? proration = keys.Find("proration") is null
            ? Proration.ByDays
            : keys.FindField("proration")?.OneOf(("by_days", Proration.ByDays), ("by_whole_months", Proration.ByWholeMonths), ("none", Proration.None));
        Ramp? ramp = keys.Find("ramp") is { } months ? RampReader.Read(months) : Ramp.None;
        Rounding? rounding = keys.Find("rounding") is { } unit ? ReadRounding(unit) : Rounding.ToMinorUnit;
        PaymentTerms? payments = keys.Find("payments") is { } terms ? new PaymentsReader(currency).Read(terms) : PaymentTerms.AsEarned;
        if (seasonality is null || proration is null || ramp is null || rounding is null || payments is null)
            return null;
        return plan => plan.WithSeasonality(seasonality).WithProration(proration.Value).WithRamp(ramp).WithRounding(rounding.Value).WithPayments(payments);
    }

    private static Rounding? ReadRounding(YamlNode node)
    {
        if (KeyReader.Of(node, "rounding", RoundingKeys) is not { } keys)
            return null;
        decimal? unit = keys.RequireField("unit", "the unit that is paid, such as 0.01 or 1")?.Positive("a unit above zero");
        RoundingScope? scope = keys.Has("scope")
            ? keys.FindField("scope")?.OneOf(("component", RoundingScope.ComponentWindow), ("plan", RoundingScope.Plan))
            : RoundingScope.ComponentWindow;
        Midpoint? midpoint = keys.Find("midpoint") is null
            ? Midpoint.AwayFromZero
            : keys.FindField("midpoint")?.OneOf(
                ("away_from_zero", Midpoint.AwayFromZero), ("to_even", Midpoint.ToEven), ("up", Midpoint.Up), ("towards_zero", Midpoint.TowardsZero));
        return unit is null || midpoint is null || scope is null ? null : new Rounding(unit, midpoint.Value, scope.Value);
    }
}
