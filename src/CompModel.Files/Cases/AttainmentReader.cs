namespace CompModel.Files;

/// <summary>The models of assumptions.yaml, one a measure; those that deals make have none. Null for these where the deals were refused.</summary>
internal sealed class AttainmentReader(PlanFile plans, SalesForce? force, KeyReader file, IReadOnlyCollection<Measure>? made, double? landing = null)
{
    internal const string LandsAtPlan = "lands_at_plan";

    /// <summary>The models as assumptions, bookings first, for the first measure carries the company effect. Null, reported, where there are none.</summary>
    public Assumptions? Read(YamlNode node)
    {
        if (node is not YamlNode.Mapping mapping || mapping.Entries.Count == 0)
        {
            node.Source.Report(
                node.Start, DiagnosticCode.Type, $"attainment is {(node is YamlNode.Mapping ? "empty" : node.Kind)}",
                "measures and their models, such as 'bookings: { family: lognormal, mean: 95 %, cv: 0.35 }'", "");
            return null;
        }
        var models = new List<MeasureModel>();
        bool good = true;
        foreach ((YamlNode.Scalar key, YamlNode value) in mapping.Entries)
        {
            Measure? measure = plans.Measures.Find(new(key.Source, "attainment", key.Text, key.Start));
            AttainmentModel? model = Model(value, measure);
            if (measure is not null && model is not null)
                models.Add(new(measure, model));
            good &= measure is not null && model is not null;
        }
        good &= AllMeasured(mapping, models, good);
        MeasureModel[] ordered = [.. models.OrderBy(model => model.Measure == Measure.Bookings ? 0 : 1)];
        return good
            ? node.Build(() => ordered.Skip(1).Aggregate(Assumptions.For(ordered[0].Measure, ordered[0].Model), (all, next) => all.And(next.Measure, next.Model)))
            : null;
    }

    private bool AllMeasured(YamlNode.Mapping mapping, List<MeasureModel> models, bool complete)
    {
        IEnumerable<Measure> paid = force?.Participants.SelectMany(participant => participant.Plans.Values).SelectMany(plan => plan.Components)
            .Select(component => component.Measure).Where(measure => !measure.IsScore).Distinct() ?? [];
        Measure[] missing = [.. paid.Where(measure => made is not null && !made.Contains(measure) && models.All(model => model.Measure != measure))];
        // A model that was refused is not also missing.
        foreach (Measure measure in complete ? missing : [])
            mapping.Source.Report(
                mapping.Start, DiagnosticCode.ModelMissing, $"there is no attainment model for {measure}",
                "a model for each measure that people are paid on", "");
        return missing.Length == 0;
    }

    /// <summary>A model; null, reported, where it is none.</summary>
    internal AttainmentModel? Model(YamlNode node, Measure? measure) => new ModelReader(field => LandsAt(field, measure)).Read(node);

    private double? LandsAt(Field field, Measure? measure)
    {
        if (measure is not null && measure != Measure.Bookings)
        {
            field.Report(DiagnosticCode.Value, field.Found, "a fraction such as 95 %", $"only bookings have a company plan to land at");
            return null;
        }
        if (file.Find("company_plan") is null)
        {
            field.Report(DiagnosticCode.KeyMissing, $"{field.Found}, and there is no company_plan", "a company_plan to land at");
            return null;
        }
        // Any mean serves to check the rest where the people or the plan were refused.
        if (force?.CompanyPlan is null)
            return 1;
        if (landing is { } rest)
            return rest;
        if (force.StreetQuota(Measure.Bookings, plans.Year).Value.Sign > 0)
            return force.MeanThatLandsAt(1, plans.Year);
        field.Report(DiagnosticCode.Definition, $"{field.Found}, and nobody is paid on own bookings in {plans.Year}", "somebody with a quota");
        return null;
    }
}
