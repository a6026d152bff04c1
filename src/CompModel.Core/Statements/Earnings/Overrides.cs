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
               from component in statement.Components
               from credit in hierarchy.Above(
                   statement.Terms.Participant, Measure.CommissionEarned, component.Window.End.PlusDays(-1), component.Earned, $"{component.Name}, {component.Window}")
               select credit,
        ];

        /// <summary>
        /// What people are paid by their ledgers, as team credits in <see cref="Measure.Payout"/>: one for each payment and each manager above on its period's last day, which is the
        /// day it counts on, whatever the pay date. Draws, guarantees, and what is held back move it, as they move pay. Throws for people outside the hierarchy.
        /// </summary>
        public IReadOnlyList<Credit> PaidBelow(IEnumerable<PaymentLedger> ledgers) =>
        [
            .. from ledger in ledgers
               from payment in ledger.Payments
               from credit in hierarchy.Above(ledger.Terms.Participant, Measure.Payout, payment.Period.End.PlusDays(-1), payment.Paid, $"{payment.Period}")
               select credit,
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
            var reading = new TeamReading(hierarchy, period.Year, credits, rates, rateDate);
            Dictionary<string, Position> before = reading.Through(period.Start);
            reading.Through(period.End);
            return [.. hierarchy.Participants.Select(participant => reading.TermsOf(participant).Statement(before[participant.Id], period, reading.CreditsOf(participant)))];
        }

        /// <summary>
        /// The credits that are given and, for managers who are paid on it, what people below earn in a plan year as team credits in <see cref="Measure.CommissionEarned"/>,
        /// read as <see cref="Statements(Hierarchy, MeasurementPeriod, IEnumerable{Credit})"/> reads them. Throws as that does.
        /// </summary>
        public IReadOnlyList<Credit> WithEarnedBelow(PlanYear year, IEnumerable<Credit> credits)
        {
            var reading = new TeamReading(hierarchy, year, credits, ExchangeRates.None, RateDate.DealDate);
            reading.Through(year.End);
            return [.. hierarchy.Participants.SelectMany(reading.CreditsOf)];
        }

        // One credit for each manager above on the day; nothing paid is nothing credited.
        private IEnumerable<Credit> Above(Participant participant, Measure measure, NodaTime.LocalDate date, Money amount, string what)
        {
            if (!hierarchy.Contains(participant.Id))
                throw new ArgumentException($"'{participant.Id}' is not among the participants.", nameof(participant));
            return amount.Value == 0
                ? []
                : hierarchy.ManagersAbove(participant.Id, date).Select(manager => new Credit(manager, measure, date, amount, Rational.One, $"{participant.Id}: {what}", CreditScope.Team));
        }
    }

    extension(Participant participant)
    {
        internal bool IsPaidOn(Credit credit) => participant.Plans.Values.SelectMany(plan => plan.Components).Any(component => component.Measure == credit.Measure && component.Scope == credit.Scope);
    }
}
