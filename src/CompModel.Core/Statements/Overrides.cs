namespace CompModel;

/// <summary>Overrides that are paid on the pay of the people below: their pay as credits, and a whole team read bottom-up.</summary>
public static class Overrides
{
    extension(Hierarchy hierarchy)
    {
        /// <summary>
        /// What people earned in statements, before payment terms, as team credits in <see cref="Measure.CommissionEarned"/>: one for each window settled and each manager above on
        /// the window's last day, which is the day it counts on. Every person's pay counts once for a manager, whatever their credits share. Pass each statement once,
        /// in no order. Throws for people outside the hierarchy.
        /// </summary>
        public IReadOnlyList<Credit> EarnedBelow(IEnumerable<Statement> statements) =>
        [
            .. from statement in statements
               let id = hierarchy.Known(statement.Terms.Participant)
               from component in statement.Components
               where component.Earned.Value != 0
               let lastDay = component.Window.End.PlusDays(-1)
               from manager in hierarchy.ManagersAbove(id, lastDay)
               select new Credit(
                   manager, Measure.CommissionEarned, lastDay, component.Earned, Rational.One, $"{id}: {component.Name}, {component.Window}", CreditScope.Team),
        ];

        /// <summary>
        /// What people are paid by their ledgers, as team credits in <see cref="Measure.Payout"/>: one for each payment and each manager above on its period's last day, which is the
        /// day it counts on, whatever the pay date. Draws, guarantees, and what is held back move it, as they move pay. Throws for people outside the hierarchy.
        /// </summary>
        public IReadOnlyList<Credit> PaidBelow(IEnumerable<PaymentLedger> ledgers) =>
        [
            .. from ledger in ledgers
               let id = hierarchy.Known(ledger.Terms.Participant)
               from payment in ledger.Payments
               where payment.Paid.Value != 0
               let lastDay = payment.Period.End.PlusDays(-1)
               from manager in hierarchy.ManagersAbove(id, lastDay)
               select new Credit(manager, Measure.Payout, lastDay, payment.Paid, Rational.One, $"{id}: {payment.Period}", CreditScope.Team),
        ];

        /// <summary>
        /// Everybody's statement of a period, in the order of participants, from all credits since the start of its plan year, rolled up as for one participant's; what people
        /// below earn is credited to their managers as <see cref="Measure.CommissionEarned"/> on the way. The year is read month by month, each month people before
        /// their managers of its last day, so that overrides on overrides count whoever moved meanwhile. Throws for credits of that measure that are given: they
        /// would count twice, and where somebody below is paid in another currency than a manager's override counts: see the other overload.
        /// </summary>
        public IReadOnlyList<Statement> Statements(MeasurementPeriod period, IEnumerable<Credit> credits) =>
            hierarchy.Statements(period, credits, ExchangeRates.None, RateDate.DealDate);

        /// <summary>As above, with pay of people below converted to the currency that a manager's override counts in, at rates of the days that the policy names.</summary>
        public IReadOnlyList<Statement> Statements(MeasurementPeriod period, IEnumerable<Credit> credits, ExchangeRates rates, RateDate rateDate)
        {
            Dictionary<string, List<Credit>> byPerson = hierarchy.Participants.ToDictionary(participant => participant.Id, _ => new List<Credit>(), StringComparer.Ordinal);
            foreach (Credit credit in credits)
            {
                if (credit.Measure == Measure.CommissionEarned && credit.Scope == CreditScope.Team)
                    throw new ArgumentException($"Credit '{credit.Reference}' of '{credit.ParticipantId}' is commission of the people below, which this reading makes: it would count twice.", nameof(credits));
                if (!byPerson.TryGetValue(credit.ParticipantId, out List<Credit>? own))
                    throw new ArgumentException($"Credit '{credit.Reference}' is for '{credit.ParticipantId}', who is not among the participants.", nameof(credits));
                own.Add(credit);
            }
            Dictionary<string, ParticipantTerms> terms = hierarchy.Participants.ToDictionary(participant => participant.Id, participant => participant.TermsFor(period.Year), StringComparer.Ordinal);
            Dictionary<string, Position> positions = terms.ToDictionary(each => each.Key, each => Position.AtStartOf(each.Value), StringComparer.Ordinal);
            var before = new Dictionary<string, Position>(positions, StringComparer.Ordinal);
            foreach (MeasurementPeriod month in period.Year.Periods(Frequency.Monthly).Where(month => month.End <= period.End))
            {
                if (month.Start == period.Start)
                    before = new(positions, StringComparer.Ordinal);
                foreach (Participant participant in hierarchy.BottomUp(month.End.PlusDays(-1)))
                {
                    Statement statement = terms[participant.Id].Statement(positions[participant.Id], month, byPerson[participant.Id]);
                    positions[participant.Id] = statement.Closing;
                    IEnumerable<Credit> counting = hierarchy.EarnedBelow([statement]).Where(earned => hierarchy.Find(earned.ParticipantId).IsPaidOn(earned));
                    foreach (Credit earned in hierarchy.InTheirCurrencies(counting, rates, rateDate))
                        byPerson[earned.ParticipantId].Add(earned);
                }
            }
            return [.. hierarchy.Participants.Select(participant => terms[participant.Id].Statement(before[participant.Id], period, byPerson[participant.Id]))];
        }

        private string Known(Participant participant) => hierarchy.Contains(participant.Id)
            ? participant.Id
            : throw new ArgumentException($"'{participant.Id}' is not among the participants.", nameof(participant));
    }

    extension(Participant participant)
    {
        private bool IsPaidOn(Credit credit) => participant.Plans.Values.SelectMany(plan => plan.Components).Any(component => component.Measure == credit.Measure && component.Scope == credit.Scope);
    }
}
