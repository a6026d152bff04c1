namespace CompModel;

// What single deals are like, for pay that depends on them.
public sealed partial class Assumptions
{
    /// <summary>What people's deals are like, for what depends on single deals; null where nothing is said of them.</summary>
    public DealMix? Deals => state.Deals;

    /// <summary>Assumptions under which deals make the credits and nothing else is uncertain yet. Throws for deals that split what a model draws.</summary>
    public static Assumptions OfDeals(DealMix deals)
    {
        if (!deals.MakesCredits)
            throw new ArgumentException("These deals split what an attainment model draws: state the model, and add them by WithDeals, or let them make the credits.", nameof(deals));
        Measure[] made = [.. deals.Made];
        return made.Skip(1).Aggregate(For(made[0], new DealtAttainment()), (all, measure) => all.And(measure, new DealtAttainment())).Having(deals);
    }

    /// <summary>
    /// A copy that says what people's deals are like. Throws where there are deals already, and for a measure that follows from the deals and has a model all the same.
    /// </summary>
    public Assumptions WithDeals(DealMix deals) => Deals is null
        ? deals.Made.Aggregate(this, (all, measure) => all.And(measure, new DealtAttainment())).Having(deals)
        : throw new ArgumentException("What deals are like is said already.", nameof(deals));

    /// <summary>Whether a measure follows from simulated deals alone.</summary>
    internal bool AreDealt(Measure measure) => Deals is { } deals && deals.Made.Contains(measure);

    private Assumptions Having(DealMix deals) => new(state with { Deals = deals });
}
