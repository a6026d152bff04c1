namespace CompModel;

/// <summary>
/// The people whose cost is asked for, who reports to whom, and the plan that the company's bookings are measured against. Cost is told in one currency.
/// </summary>
public sealed class SalesForce
{
    private readonly ExchangeRates planningRates;

    /// <summary>A sales force paid in one currency. Throws for duplicate ids, unknown managers, circles, several currencies, and a company plan of zero or less.</summary>
    public SalesForce(IReadOnlyList<Participant> participants, Money? companyPlan = null)
        : this(participants, companyPlan, participants.Count > 0 ? participants[0].OnTarget.Total.Currency : Currency.None, ExchangeRates.None)
    {
        if (participants.FirstOrDefault(participant => participant.OnTarget.Total.Currency != Currency) is { } other)
            throw new ArgumentException($"All are paid in one currency, {Currency}; participant '{other.Id}' is paid in {other.OnTarget.Total.Currency}: say in which to report, and at what planning rates.", nameof(participants));
    }

    /// <summary>
    /// A sales force paid in several currencies and reported in one, at planning rates: those of the first day of the plan year, for the whole of it.
    /// </summary>
    public SalesForce(IReadOnlyList<Participant> participants, Money? companyPlan, Currency reportedIn, ExchangeRates planningRates)
    {
        if (participants.Count == 0)
            throw new ArgumentException("A sales force has at least one participant.", nameof(participants));
        if (companyPlan is { Value: <= 0 })
            throw new ArgumentOutOfRangeException(nameof(companyPlan), companyPlan, "A company plan is above zero.");
        Currency = reportedIn;
        this.planningRates = planningRates;
        Hierarchy = new Hierarchy(participants);
        CompanyPlan = companyPlan;
    }

    /// <summary>The people and who reports to whom.</summary>
    public Hierarchy Hierarchy { get; }

    /// <summary>The people, in the order given.</summary>
    public IReadOnlyList<Participant> Participants => Hierarchy.Participants;

    /// <summary>Bookings that the company plans for, each deal counted once; null where no plan is stated.</summary>
    public Money? CompanyPlan { get; }

    /// <summary>The currency that cost is told in: the one everybody is paid in, or the one that was stated.</summary>
    public Currency Currency { get; }

    /// <summary>
    /// The street quota of a measure for a plan year: the sum of the quotas of those who are paid on their own credits in it, prorated and ramped.
    /// Managers, who are paid on their team's, are not counted again.
    /// </summary>
    public Amount StreetQuota(Measure measure, PlanYear year) => Participants
        .Where(participant => participant.Sells(measure))
        .Aggregate(Amount.Zero(measure.IsMoney ? Currency : Currency.None), (sum, participant) => sum + Reported(participant.OwnQuota(measure, year), year));

    /// <summary>A copy of other people, with the same company plan, currency and rates. Throws as the constructors do.</summary>
    internal SalesForce With(IReadOnlyList<Participant> participants) => new(participants, CompanyPlan, Currency, planningRates);

    /// <summary>An amount in the currency that cost is told in. Throws without a planning rate, naming pair and date.</summary>
    internal Amount Reported(Amount amount, PlanYear year) => planningRates.Convert(amount, Currency, year.Start);

    /// <summary>Units of the currency that cost is told in for one of another. Throws as <see cref="Reported"/> does.</summary>
    internal Rational RateOf(Currency currency, PlanYear year) => planningRates.Rate(currency, Currency, year.Start);

    /// <summary>
    /// The mean attainment in bookings at which the company lands, on average, at a multiple of its plan: landing × company plan ÷ street quota.
    /// Throws without a company plan.
    /// </summary>
    public double MeanThatLandsAt(Rational landing, PlanYear year) =>
        (landing * (Reported(CompanyPlan ?? throw new InvalidOperationException("A landing is measured against a company plan; this sales force has none."), year)
            / StreetQuota(Measure.Bookings, year))).ToDouble();

    /// <summary>
    /// As above, beside models of groups, whose means are their own: the mean of everybody else, (landing × company plan − Σ group quota × group mean) ÷ quota
    /// of the others. Throws without a company plan, where all who sell are in groups, and where the groups alone reach the landing.
    /// </summary>
    public double MeanThatLandsAt(Rational landing, PlanYear year, Assumptions assumptions)
    {
        if (assumptions.Groups.All(group => group.Measure != Measure.Bookings))
            return MeanThatLandsAt(landing, year);
        double wanted = MeanThatLandsAt(landing, year) * StreetQuota(Measure.Bookings, year).ToDouble(), ofGroups = 0, others = 0;
        foreach (Participant seller in Participants.Where(participant => participant.Sells(Measure.Bookings)))
        {
            double quota = seller.OwnQuota(Measure.Bookings, year).ToDouble();
            if (assumptions.GroupOf(Measure.Bookings, seller, year) is { } group)
                ofGroups += quota * group.Model.Mean;
            else
                others += quota;
        }
        if (others == 0)
            throw new InvalidOperationException("No mean lands the company: everybody who sells has a model of a group.");
        if (ofGroups >= wanted)
            throw new InvalidOperationException(FormattableString.Invariant($"No mean lands the company: the groups alone sell {ofGroups:0} of {wanted:0}."));
        return (wanted - ofGroups) / others;
    }
}

internal static class OwnMeasures
{
    extension(Participant participant)
    {
        /// <summary>Whether the participant is paid on own credits in a measure.</summary>
        internal bool Sells(Measure measure) => participant.Plans.Values.SelectMany(plan => plan.Components).Any(component => component.Measure == measure && component.Scope == CreditScope.Own);

        /// <summary>The quota of own credits in a measure: that of the first component of each plan of the year which is paid on them.</summary>
        internal Amount OwnQuota(Measure measure, PlanYear year) => new(participant.TermsFor(year).OwnQuota(measure), participant.CurrencyOf(measure));
    }

    extension(ParticipantTerms terms)
    {
        /// <summary>Whether a plan of the year pays on own credits in a measure.</summary>
        internal bool Sells(Measure measure) => terms.Components.Any(component => component.Component.Measure == measure && component.Component.Scope == CreditScope.Own);

        /// <summary>Whether the participant sells in this year: is paid on own bookings and has a quota for them.</summary>
        internal bool SellsBookings => terms.OwnQuota(Measure.Bookings).Sign > 0;

        /// <summary>The quota of own credits in a measure: of each plan of the year the first component that is paid on them.</summary>
        internal Rational OwnQuota(Measure measure) => terms.Components
            .Where(component => component.Component.Measure == measure && component.Component.Scope == CreditScope.Own)
            .DistinctBy(component => component.Days.Start)
            .Aggregate(Rational.Zero, (sum, component) => sum + component.Quota.Value);
    }
}
