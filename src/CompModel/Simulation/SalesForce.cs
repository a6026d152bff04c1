namespace CompModel;

/// <summary>
/// The people whose cost is asked for, who reports to whom, and the plan that the company's bookings are measured against. All paid in one currency.
/// </summary>
public sealed class SalesForce
{
    /// <summary>A sales force. Throws for duplicate ids, unknown managers, circles, several currencies, and a company plan of zero or less.</summary>
    public SalesForce(IReadOnlyList<Participant> participants, Money? companyPlan = null)
    {
        if (participants.Count == 0)
            throw new ArgumentException("A sales force has at least one participant.", nameof(participants));
        Currency = participants[0].OnTarget.Total.Currency;
        if (participants.FirstOrDefault(participant => participant.OnTarget.Total.Currency != Currency) is { } other)
            throw new ArgumentException($"All are paid in one currency, {Currency}; participant '{other.Id}' is paid in {other.OnTarget.Total.Currency}.", nameof(participants));
        if (companyPlan is { Value: <= 0 })
            throw new ArgumentOutOfRangeException(nameof(companyPlan), companyPlan, "A company plan is above zero.");
        Hierarchy = new Hierarchy(participants);
        CompanyPlan = companyPlan;
    }

    /// <summary>The people and who reports to whom.</summary>
    public Hierarchy Hierarchy { get; }

    /// <summary>The people, in the order given.</summary>
    public IReadOnlyList<Participant> Participants => Hierarchy.Participants;

    /// <summary>Bookings that the company plans for, each deal counted once; null where no plan is stated.</summary>
    public Money? CompanyPlan { get; }

    /// <summary>The currency everybody is paid in.</summary>
    public Currency Currency { get; }

    /// <summary>
    /// The street quota of a measure for a plan year: the sum of the quotas of those who are paid on their own credits in it, prorated and ramped.
    /// Managers, who are paid on their team's, are not counted again.
    /// </summary>
    public Amount StreetQuota(Measure measure, PlanYear year) => Participants
        .Where(participant => participant.Sells(measure))
        .Aggregate(Amount.Zero(measure.IsMoney ? Currency : Currency.None), (sum, participant) => sum + participant.OwnQuota(measure, year));

    /// <summary>
    /// The mean attainment in bookings at which the company lands, on average, at a multiple of its plan: landing × company plan ÷ street quota.
    /// Throws without a company plan.
    /// </summary>
    public double MeanThatLandsAt(Rational landing, PlanYear year) =>
        (landing * ((Amount)(CompanyPlan ?? throw new InvalidOperationException("A landing is measured against a company plan; this sales force has none."))
            / StreetQuota(Measure.Bookings, year))).ToDouble();
}

internal static class OwnMeasures
{
    extension(Participant participant)
    {
        /// <summary>Whether the participant is paid on own credits in a measure.</summary>
        internal bool Sells(Measure measure) => participant.Plans.Values.SelectMany(plan => plan.Components).Any(component => component.Measure == measure && component.Scope == CreditScope.Own);

        /// <summary>The quota of own credits in a measure: that of the first component of each plan of the year which is paid on them.</summary>
        internal Amount OwnQuota(Measure measure, PlanYear year) => participant.TermsFor(year).Components
            .Where(component => component.Component.Measure == measure && component.Component.Scope == CreditScope.Own)
            .DistinctBy(component => component.Days.Start)
            .Aggregate(Amount.Zero(measure.IsMoney ? participant.OnTarget.Total.Currency : Currency.None), (sum, component) => sum + component.Quota);
    }

    extension(ParticipantTerms terms)
    {
        /// <summary>Whether the participant sells in this year: is paid on own bookings and has a quota for them.</summary>
        internal bool SellsBookings => terms.Participant.Sells(Measure.Bookings) && terms.OwnComponent(Measure.Bookings).Quota.Value.Sign > 0;

        /// <summary>The first component on own credits in a measure.</summary>
        internal ComponentTerms OwnComponent(Measure measure) =>
            terms.Components.First(component => component.Component.Measure == measure && component.Component.Scope == CreditScope.Own);
    }
}
