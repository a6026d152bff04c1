namespace CompModel;

// Models that differ between people.
public sealed partial class Assumptions
{
    // Found again for every person of a run, and built when first asked for: verbs come one after another.
    private readonly Lazy<Dictionary<(ModelGroup Group, Measure Measure), GroupModel>> index;
    private readonly Lazy<GroupModel[]> tenures;

    /// <summary>
    /// A copy with a model of its own for a role, as rosters write it, in place of what was said for that role and measure before. Of several models
    /// that fit somebody, the person's own goes before tenure, tenure before role, and role before everybody's. Throws for a measure
    /// without a model for everybody, and for an empty role.
    /// </summary>
    public Assumptions ForRole(string role, Measure measure, AttainmentModel model) => ForGroup(new ModelGroup.Role(role), measure, model);

    /// <summary>
    /// A copy with a model of its own for people of a tenure: whole months of employment when the plan year starts, at least
    /// <paramref name="from"/> and less than <paramref name="to"/>; 0 for who is hired in the year. Precedence as for <see cref="ForRole"/>.
    /// Throws for months below zero or not rising, a span that overlaps another of the same measure, and a measure without a model for everybody.
    /// </summary>
    public Assumptions ForTenure(int from, int to, Measure measure, AttainmentModel model) => ForGroup(new ModelGroup.Tenure(from, to), measure, model);

    /// <summary>As above, for a tenure of at least some months; who has no date of hire has been there for all time.</summary>
    public Assumptions ForTenure(int from, Measure measure, AttainmentModel model) => ForGroup(new ModelGroup.Tenure(from), measure, model);

    /// <summary>A copy with a model for one person, by id: it goes before all others. Throws for an empty id, and a measure without a model for everybody.</summary>
    public Assumptions ForParticipant(string id, Measure measure, AttainmentModel model) => ForGroup(new ModelGroup.Person(id), measure, model);

    /// <summary>A copy with a model for a group, as the verbs above, in place of what was said for the same group and measure before.</summary>
    public Assumptions ForGroup(ModelGroup group, Measure measure, AttainmentModel model) => ForGroups([new(group, measure, model)]);

    /// <summary>A copy with the models of many groups at once, as one after the other; for thousands of people this is the quicker way.</summary>
    public Assumptions ForGroups(IEnumerable<GroupModel> models)
    {
        var all = new OrderedDictionary<(ModelGroup, Measure), GroupModel>();
        foreach (GroupModel model in Groups.Concat(models))
        {
            _ = IndexOf(model.Measure);
            all[(model.Group, model.Measure)] = model;
        }
        CheckTenures(all.Values);
        return new(state with { Groups = [.. all.Values] });
    }

    /// <summary>
    /// The model of a measure for somebody in a plan year: the person's own, else that of the tenure, else that of the role, else everybody's. Throws
    /// where the measure has none.
    /// </summary>
    public AttainmentModel ModelOf(Measure measure, Participant participant, PlanYear year) =>
        GroupOf(measure, participant, year)?.Model ?? ModelOf(measure);

    /// <summary>As above, from terms.</summary>
    public AttainmentModel ModelOf(Measure measure, ParticipantTerms terms) => ModelOf(measure, terms.Participant, terms.Year);

    /// <summary>The group whose model somebody has; null for everybody's.</summary>
    internal GroupModel? GroupOf(Measure measure, Participant participant, PlanYear year)
    {
        if (Groups.Count == 0)
            return null;
        GroupModel? Of(ModelGroup group) => index.Value.GetValueOrDefault((group, measure));
        GroupModel? nearest = Of(new ModelGroup.Person(participant.Id));
        if (nearest is null && tenures.Value.Length > 0)
        {
            int months = ModelGroup.MonthsOf(participant, year);
            nearest = tenures.Value.FirstOrDefault(model => model.Measure == measure && ((ModelGroup.Tenure)model.Group).Holds(months));
        }
        return nearest ?? (string.IsNullOrWhiteSpace(participant.Role) ? null : Of(new ModelGroup.Role(participant.Role)));
    }

    private static IEnumerable<GroupModel> Tenures(IEnumerable<GroupModel> groups) => groups.Where(model => model.Group is ModelGroup.Tenure);

    private static void CheckTenures(IEnumerable<GroupModel> groups)
    {
        foreach (IGrouping<Measure, GroupModel> measure in Tenures(groups).GroupBy(model => model.Measure))
        {
            ModelGroup.Tenure[] rising = [.. measure.Select(model => (ModelGroup.Tenure)model.Group).OrderBy(tenure => tenure.From)];
            for (int i = 1; i < rising.Length; i++)
            {
                if (rising[i - 1].Overlaps(rising[i]))
                    throw new ArgumentException($"The models of {measure.Key} for {rising[i - 1]} and for {rising[i]} overlap: a month of tenure has one model.", nameof(groups));
            }
        }
    }
}

/// <summary>The model of one measure for a group of people.</summary>
/// <param name="Group">Who.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Model">How uncertain their attainment in it is.</param>
public sealed record GroupModel(ModelGroup Group, Measure Measure, AttainmentModel Model);
