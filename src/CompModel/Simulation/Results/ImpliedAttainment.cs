namespace CompModel;

/// <summary>
/// What a run's assumptions imply of everybody who sells in a measure, models of groups and all. Sellers are those who are paid on own credits and have a quota.
/// </summary>
public sealed class ImpliedAttainment
{
    private ImpliedAttainment(IReadOnlyList<(ParticipantTerms Terms, double Quota)> sellers, Measure measure, Assumptions assumptions)
    {
        Sellers = sellers.Count;
        AttainmentModel[] models = [.. sellers.Select(seller => assumptions.ModelOf(measure, seller.Terms))];
        double quota = sellers.Sum(seller => seller.Quota);
        Mean = quota == 0 ? 0 : models.Zip(sellers, (model, seller) => model.Mean * seller.Quota).Sum() / quota;
        ShareAtQuota = Sellers == 0 ? new ClosedForm<double>.NotAvailable($"nobody has a quota for own {measure}.")
            : assumptions.PeriodsOf(measure) is not Frequency.Annual and var drawn
                ? new ClosedForm<double>.NotAvailable($"attainment in {measure} is drawn by periods ({drawn}), and their sum has no simple law.")
                : new ClosedForm<double>.Available(models.Average(model => model.ShareAtQuota));
        var counts = sellers.Select(seller => assumptions.GroupOf(measure, seller.Terms.Participant, seller.Terms.Year)).OfType<GroupModel>().CountBy(group => group).ToDictionary();
        ByGroup = [.. assumptions.Groups.Where(group => group.Measure == measure).Select(group => (group, counts.GetValueOrDefault(group)))];
    }

    /// <summary>How many sell.</summary>
    public int Sellers { get; }

    /// <summary>Their mean attainment of the year, weighted by quota: what all sell on average ÷ street quota. Zero where nobody sells.</summary>
    public double Mean { get; }

    /// <summary>The share of sellers who reach 100 % of the year's quota, on average.</summary>
    public ClosedForm<double> ShareAtQuota { get; }

    /// <summary>The groups that have a model of the measure, and how many sellers go by it.</summary>
    public IReadOnlyList<(GroupModel Group, int Sellers)> ByGroup { get; }

    /// <summary>What a run's assumptions imply in a measure that has a model.</summary>
    public static ImpliedAttainment Of(RunDefinition run, Measure measure) => new(
        [.. run.Terms.Where(terms => terms.Sells(measure)).Select(terms => (terms, terms.OwnQuota(measure).ToDouble())).Where(seller => seller.Item2 > 0)],
        measure, run.Assumptions);
}
