using NodaTime;

namespace CompModel;

/// <summary>Payments as verbs of the participant.</summary>
public static class Ledgers
{
    extension(Participant participant)
    {
        /// <summary>The ledger of a plan year that opens without a balance.</summary>
        public PaymentLedger Ledger(PlanYear year, PaymentInputs inputs) =>
            participant.Ledger(year, PaymentPosition.Empty(year.Start, participant.OnTarget.Total.Currency), inputs);

        /// <summary>
        /// The ledger from a position to the end of the plan year: last year's balances, or those after any pay period, from which it equals the ledger
        /// from the start. Each pay period follows the terms of the plan in force on its last day of employment. Throws unless the position is of the first day of a pay
        /// period, and where the plans of the year pay at several frequencies.
        /// </summary>
        public PaymentLedger Ledger(PlanYear year, PaymentPosition opening, PaymentInputs inputs)
        {
            ParticipantTerms terms = participant.TermsFor(year);
            MeasurementPeriod[] periods = [.. year.Periods(Pays(terms)).Where(period => period.Start >= opening.AsOf)];
            if ((periods.Length > 0 ? periods[0].Start : year.End) != opening.AsOf)
                throw new ArgumentException($"A ledger of {year} opens on the first day of a pay period; the position is of {opening.AsOf:uuuu-MM-dd}.", nameof(opening));
            Position earned = terms.PositionAt(opening.AsOf, inputs.Credits);
            PaymentPosition balances = opening;
            var payments = new List<PeriodPayment>();
            foreach (MeasurementPeriod period in periods)
            {
                Statement statement = terms.Statement(earned, period, inputs.Credits).With(inputs.Corrections);
                PeriodPayment payment = new PaymentReading(participant, balances, period).Settle(statement, inputs);
                payments.Add(payment);
                (earned, balances) = (statement.Closing, payment.Closing);
            }
            return new(terms, opening, payments);
        }
    }

    private static Frequency Pays(ParticipantTerms terms)
    {
        Frequency[] pays = [.. terms.Components.Select(component => component.Plan.Payments.Pays).Distinct()];
        return pays.Length <= 1
            ? pays.FirstOrDefault(terms.Participant.Plan.Payments.Pays)
            : throw new ArgumentException($"The plans of '{terms.Participant.Id}' in {terms.Year} pay {string.Join(" and ", pays)}; a ledger takes plans of one frequency.");
    }
}
