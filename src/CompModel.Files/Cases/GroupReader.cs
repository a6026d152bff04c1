namespace CompModel.Files;

/// <summary>
/// The models of assumptions.yaml that are not everybody's: <c>by_role</c> and <c>by_participant</c> (names, and models by measure), and <c>by_tenure</c> (a list of
/// spans of months). Roles and ids that the roster does not have are refused, for such a model would be nobody's.
/// </summary>
internal sealed class GroupReader(PlanFile plans, SalesForce? force, KeyReader file, AttainmentReader models)
{
    internal static readonly string[] Keys = ["by_role", "by_tenure", "by_participant"];

    private const int MostMonths = 1200;

    /// <summary>The assumptions with the models of all groups; null, reported, where one is refused. Without assumptions the groups are checked alone.</summary>
    public Assumptions? Read(Assumptions? assumptions)
    {
        var stated = new List<(YamlNode At, ModelGroup Group, MeasureModel Model)>();
        bool good = Named("by_role", "roles", Role, stated, assumptions);
        good &= Tenures(stated, assumptions);
        good &= Named("by_participant", "ids of participants", Person, stated, assumptions);
        // One by one where they may overlap, so that the one that does is found; there may be thousands of the others.
        foreach ((YamlNode at, ModelGroup group, MeasureModel model) in stated.Where(each => each.Group is ModelGroup.Tenure))
            assumptions = assumptions is null ? null : at.Build(() => assumptions.ForGroup(group, model.Measure, model.Model));
        return good ? assumptions?.ForGroups(stated.Where(each => each.Group is not ModelGroup.Tenure).Select(each => new GroupModel(each.Group, each.Model.Measure, each.Model.Model))) : null;
    }

    private bool Named(
        string key, string what, Func<Field, ModelGroup?> read, List<(YamlNode At, ModelGroup Group, MeasureModel Model)> stated, Assumptions? assumptions)
    {
        if (file.Find(key) is not { } node)
            return true;
        if (node is not YamlNode.Mapping mapping)
        {
            node.Source.Report(node.Start, DiagnosticCode.Type, $"{key} is {node.Kind}", $"{what} and their models by measure", "");
            return false;
        }
        bool good = true;
        foreach ((YamlNode.Scalar name, YamlNode value) in mapping.Entries)
        {
            ModelGroup? group = read(new(name.Source, key, name.Text, name.Start));
            good &= Models(value, Field.Quote(name.Text), group, stated, assumptions) && group is not null;
        }
        return good;
    }

    private bool Tenures(List<(YamlNode At, ModelGroup Group, MeasureModel Model)> stated, Assumptions? assumptions)
    {
        if (file.Find("by_tenure") is not { } node)
            return true;
        if (node.Items("by_tenure") is not { } items)
            return false;
        bool good = true;
        foreach (YamlNode item in items)
        {
            if (KeyReader.Of(item, "a tenure", ["from", "below", "attainment"]) is not { } keys)
            {
                good = false;
                continue;
            }
            ModelGroup? group = Tenure(keys);
            YamlNode? measures = keys.Require("attainment", "models by measure");
            good &= measures is not null && Models(measures, "a tenure", group, stated, assumptions) && group is not null;
        }
        return good;
    }

    private static ModelGroup? Tenure(KeyReader keys)
    {
        Field? lower = keys.FindField("from"), upper = keys.FindField("below");
        long? from = lower is null ? 0 : lower.Value.Whole(0, MostMonths), below = upper?.Whole(1, MostMonths);
        if (lower is null && upper is null)
        {
            keys.Node.Source.Report(
                keys.Node.Start, DiagnosticCode.KeyMissing, "a tenure has neither 'from' nor 'below'", "whole months of employment when the year starts, such as below: 12", "");
            return null;
        }
        if (from is null || (upper is not null && below is null))
            return null;
        return keys.Node.Build<ModelGroup>(() => below is null ? new ModelGroup.Tenure((int)from) : new ModelGroup.Tenure((int)from, (int)below));
    }

    private bool Models(
        YamlNode node, string what, ModelGroup? group, List<(YamlNode At, ModelGroup Group, MeasureModel Model)> stated, Assumptions? assumptions)
    {
        if (node is not YamlNode.Mapping mapping || mapping.Entries.Count == 0)
        {
            node.Source.Report(
                node.Start, DiagnosticCode.Type, $"{what} is {(node is YamlNode.Mapping ? "empty" : node.Kind)}",
                "measures and their models, such as 'bookings: { family: lognormal, mean: 95 %, cv: 0.35 }'", "");
            return false;
        }
        bool good = true;
        foreach ((YamlNode.Scalar key, YamlNode value) in mapping.Entries)
        {
            var field = new Field(key.Source, what, key.Text, key.Start);
            Measure? measure = plans.Measures.Find(field);
            if (measure is not null && assumptions is not null && assumptions.Models.All(model => model.Measure != measure))
            {
                field.Report(DiagnosticCode.ModelMissing, field.Found, "a measure that everybody has a model of, under attainment");
                measure = null;
            }
            AttainmentModel? model = LandsAtPlan(value) ? null : models.Model(value, measure);
            good &= measure is not null && model is not null;
            if (group is not null && measure is not null && model is not null)
                stated.Add((value, group, new(measure, model)));
        }
        return good;
    }

    // Some people alone have no company plan to land at.
    private static bool LandsAtPlan(YamlNode model)
    {
        if ((model as YamlNode.Mapping)?.Entries.FirstOrDefault(entry => entry.Key.Text == "mean").Value?.Field("mean") is not { Text: AttainmentReader.LandsAtPlan } mean)
            return false;
        mean.Report(DiagnosticCode.Value, mean.Found, "a fraction such as 95 %", "the company lands at its plan by the mean of everybody else: say it under attainment");
        return true;
    }

    private ModelGroup? Role(Field field)
    {
        string[] roles = [.. force?.Participants.Select(participant => participant.Role).OfType<string>().Distinct() ?? []];
        if (force is null || roles.Contains(field.Text, StringComparer.Ordinal))
            return string.IsNullOrWhiteSpace(field.Text) ? null : new ModelGroup.Role(field.Text);
        field.Report(
            DiagnosticCode.UnknownRole, field.Found, roles.Length == 0 ? $"a role of {RosterFile.FileName}, which names none" : $"a role of {RosterFile.FileName}: {string.Join(", ", roles.Take(8))}",
            Nearest.Hint(field.Text, roles));
        return null;
    }

    private ModelGroup? Person(Field field)
    {
        if (field.Id() is not { } id)
            return null;
        if (force is null || force.Participants.Any(participant => participant.Id == id))
            return new ModelGroup.Person(id);
        field.Report(
            DiagnosticCode.UnknownParticipant, field.Found, $"the id of a participant of {RosterFile.FileName}", Nearest.Hint(id, force.Participants.Select(participant => participant.Id)));
        return null;
    }
}
