using NodaTime;

namespace CompModel;

/// <summary>A team's year read month by month, each month people before their managers of its last day, so that what people earn is a credit of theirs in time.</summary>
internal sealed class TeamReading
{
    private readonly Hierarchy hierarchy;
    private readonly PlanYear year;
    private readonly ExchangeRates rates;
    private readonly RateDate rateDate;
    private readonly Dictionary<string, List<Credit>> credits;
    private readonly Dictionary<string, ParticipantTerms> terms;
    private readonly Dictionary<string, Position> positions;
    private LocalDate reached;

    internal TeamReading(Hierarchy hierarchy, PlanYear year, IEnumerable<Credit> given, ExchangeRates rates, RateDate rateDate)
    {
        this.hierarchy = hierarchy;
        this.year = year;
        this.rates = rates;
        this.rateDate = rateDate;
        credits = hierarchy.Participants.ToDictionary(participant => participant.Id, _ => new List<Credit>(), StringComparer.Ordinal);
        foreach (Credit credit in given)
        {
            if (credit.Measure == Measure.CommissionEarned && credit.Scope == CreditScope.Team)
                throw new ArgumentException($"Credit '{credit.Reference}' of '{credit.ParticipantId}' is commission of the people below, which this reading makes: it would count twice.", "credits");
            if (!credits.TryGetValue(credit.ParticipantId, out List<Credit>? own))
                throw new ArgumentException($"Credit '{credit.Reference}' is for '{credit.ParticipantId}', who is not among the participants.", "credits");
            own.Add(credit);
        }
        terms = hierarchy.Participants.ToDictionary(participant => participant.Id, participant => participant.TermsFor(year), StringComparer.Ordinal);
        positions = terms.ToDictionary(each => each.Key, each => Position.AtStartOf(each.Value), StringComparer.Ordinal);
        reached = year.Start;
    }

    internal ParticipantTerms TermsOf(Participant participant) => terms[participant.Id];

    internal IReadOnlyList<Credit> CreditsOf(Participant participant) => credits[participant.Id];

    /// <summary>Reads on through the months that end by a date; answers everybody's position then.</summary>
    internal Dictionary<string, Position> Through(LocalDate end)
    {
        foreach (MeasurementPeriod month in year.Periods(Frequency.Monthly).Where(month => month.Start >= reached && month.End <= end))
        {
            foreach (Participant participant in hierarchy.BottomUp(month.End.PlusDays(-1)))
            {
                Statement statement = terms[participant.Id].Statement(positions[participant.Id], month, credits[participant.Id]);
                positions[participant.Id] = statement.Closing;
                IEnumerable<Credit> counting = hierarchy.EarnedBelow([statement]).Where(earned => hierarchy.Find(earned.ParticipantId).IsPaidOn(earned));
                foreach (Credit earned in hierarchy.InTheirCurrencies(counting, rates, rateDate))
                    credits[earned.ParticipantId].Add(earned);
            }
            reached = month.End;
        }
        return new(positions, StringComparer.Ordinal);
    }
}
