using NodaTime;

namespace CompModel;

/// <summary>
/// Credits that arrive for periods that are closed: what those periods earned stays as it was posted, and the difference is a prior-period adjustment in the open
/// period, by component and period.
/// </summary>
public static class PriorPeriods
{
    extension(Participant participant)
    {
        /// <summary>
        /// The adjustments, dated on a day of the open period, for the periods that ended before it: what each earns with the credits known now, less what it earned
        /// with those known then. The open period itself is then read with the credits known now, so that posted statements, adjustments and it come to what the year
        /// earns. Throws unless the reason says something.
        /// </summary>
        public IReadOnlyList<Correction> PriorPeriodAdjustments(
            PlanYear year, LocalDate closedBefore, LocalDate date, IEnumerable<Credit> knownThen, IEnumerable<Credit> knownNow, string reason)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(reason);
            ParticipantTerms terms = participant.TermsFor(year);
            List<Credit> then = [.. knownThen], now = [.. knownNow];
            Position before = Position.AtStartOf(terms), after = before;
            var adjustments = new List<Correction>();
            foreach (MeasurementPeriod month in year.Periods(Frequency.Monthly).Where(month => month.End <= closedBefore))
            {
                Statement posted = terms.Statement(before, month, then), restated = terms.Statement(after, month, now);
                (before, after) = (posted.Closing, restated.Closing);
                Dictionary<string, Money> was = Earned(posted), @is = Earned(restated);
                foreach (string what in @is.Keys.Union(was.Keys, StringComparer.Ordinal))
                {
                    var zero = new Money(0, posted.Earned.Currency);
                    Money difference = @is.GetValueOrDefault(what, zero) - was.GetValueOrDefault(what, zero);
                    if (difference.Value != 0)
                        adjustments.Add(Correction.TrueUp(date, difference, $"prior period {month}, {what}: {reason}"));
                }
            }
            return adjustments;
        }
    }

    private static Dictionary<string, Money> Earned(Statement statement)
    {
        var earned = new Dictionary<string, Money>(StringComparer.Ordinal);
        foreach ((string name, Money each) in statement.Components.Select(one => (one.Name, one.Earned)).Concat(statement.PlanResults.Select(one => (one.Name, one.Earned))))
            earned[name] = earned.TryGetValue(name, out Money sum) ? sum + each : each;
        return earned;
    }
}
