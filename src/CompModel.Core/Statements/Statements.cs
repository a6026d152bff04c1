using NodaTime;

namespace CompModel;

/// <summary>Statements as verbs of the participant.</summary>
public static class Statements
{
    extension(Participant participant)
    {
        /// <summary>
        /// The statement of a period, from all credits since the start of its plan year. To continue from a position instead, see the other overload.
        /// </summary>
        public Statement Statement(MeasurementPeriod period, IEnumerable<Credit> credits)
        {
            var all = credits.ToList();
            ParticipantTerms terms = participant.TermsFor(period.Year);
            return terms.Statement(terms.PositionAt(period.Start, all), period, all);
        }

        /// <summary>The statement of the year up to and including a day.</summary>
        public Statement StatementThrough(LocalDate lastDay, PlanYear year, IEnumerable<Credit> credits)
        {
            ParticipantTerms terms = participant.TermsFor(year);
            return CompModel.Statement.Read(terms, Position.AtStartOf(terms), lastDay.PlusDays(1), $"{year} through {lastDay:uuuu-MM-dd}", credits);
        }
    }

    extension(ParticipantTerms terms)
    {
        /// <summary>The position before a day, from all credits since the start of the plan year.</summary>
        public Position PositionAt(LocalDate date, IEnumerable<Credit> credits) =>
            CompModel.Statement.Read(terms, Position.AtStartOf(terms), date, terms.Year.Name, credits).Closing;

        /// <summary>
        /// The statement of a period, continued from a position at its start; of the credits only those inside the period are read.
        /// It equals the statement from the start of the year. Throws where position and period do not meet.
        /// </summary>
        public Statement Statement(Position opening, MeasurementPeriod period, IEnumerable<Credit> credits) =>
            opening.AsOf == period.Start
                ? CompModel.Statement.Read(terms, opening, period.End, period, null, credits)
                : throw new ArgumentException($"{period} starts on {period.Start:uuuu-MM-dd}; the position is of {opening.AsOf:uuuu-MM-dd}.", nameof(opening));
    }
}
