using NodaTime;

namespace CompModel;

/// <summary>
/// The credits of one trial as statements read them: those of deals, in each of their measures; judgements, on the first day of the span judged; and what a team is
/// credited between two days that are read, on the last of them. In order of date.
/// </summary>
internal sealed class TrialCredits
{
    private readonly ParticipantTerms terms;
    private readonly DealDraws draws;
    private readonly string[] references;
    private readonly (LocalDate Date, Measure Measure, CreditScope Scope, Currency Currency, int From, int To, string Reference)[] others;
    private readonly bool hasTerritory;
    private readonly int[] places;

    internal TrialCredits(ParticipantTerms terms, IReadOnlyList<CreditRead> reads, DealDraws draws)
    {
        this.terms = terms;
        this.draws = draws;
        references = [.. Enumerable.Range(1, DealMix.MostDeals + 12).Select(number => $"{StatementLines.DealPrefix}{number:0000}")];
        hasTerritory = terms.MeasuresRead.Any(read => read.Scope == CreditScope.Territory);
        (CreditRead Read, int Place)[] placed = [.. reads.Select((read, place) => (read, place))];
        places = [.. Enumerable.Range(0, draws.Measures.Count).Where(place => terms.MeasuresRead.Any(read => read.Measure == draws.Measures[place].Measure && read.Scope != CreditScope.Team))];
        others = [.. Scores(terms, placed).Concat(Teams(terms, placed)).OrderBy(other => other.Item1)];
    }

    private static IEnumerable<(LocalDate, Measure, CreditScope, Currency, int, int, string)> Scores(ParticipantTerms terms, (CreditRead Read, int Place)[] placed)
    {
        foreach (Judgements judged in Judgements.Of(terms).DistinctBy(judged => judged.Measure))
        {
            foreach (DateRange span in judged.Spans)
            {
                DateRange there = span.Intersect(terms.Active);
                // A window to date reads the day on which it begins alone; its later periods are judged as that.
                (CreditRead Read, int Place)[] its = [.. placed.Where(one => one.Read.Measure == judged.Measure && one.Read.Scope != CreditScope.Team && one.Read.From <= span.Start)
                    .OrderByDescending(one => one.Read.From).ThenBy(one => one.Read.Asked)];
                if (its.Length > 0 && !there.IsEmpty)
                    yield return (there.Start, judged.Measure, CreditScope.Own, Currency.None, -1, its[0].Place, $"{judged.Measure} {span.Start:uuuu-MM-dd}");
            }
        }
    }

    private static IEnumerable<(LocalDate, Measure, CreditScope, Currency, int, int, string)> Teams(ParticipantTerms terms, (CreditRead Read, int Place)[] placed)
    {
        foreach (IGrouping<Measure, (CreditRead Read, int Place)> measure in placed.Where(one => one.Read.Scope == CreditScope.Team).GroupBy(one => one.Read.Measure))
        {
            int before = -1;
            foreach ((CreditRead read, int place) in measure.OrderBy(one => one.Read.By))
            {
                yield return (read.By.PlusDays(-1), read.Measure, CreditScope.Team, read.Measure.IsMoney ? terms.Participant.CurrencyOf(read.Measure) : Currency.None, before, place, $"team {read.By:uuuu-MM-dd}");
                before = place;
            }
        }
    }

    /// <summary>A reading of a tile's trials, one after the other.</summary>
    internal Reading Of(DealTile deals, Func<int, int, double> read) => new(this, deals, read);

    /// <summary>One trial's credits, taken span by span.</summary>
    internal sealed class Reading(TrialCredits owner, DealTile deals, Func<int, int, double> read)
    {
        private readonly List<Credit> credits = [];
        private int trial, deal, other;

        internal void Begin(int trial)
        {
            this.trial = trial;
            deal = other = 0;
        }

        /// <summary>The credits before a day that were not taken yet.</summary>
        internal List<Credit> Before(LocalDate end)
        {
            credits.Clear();
            while (true)
            {
                LocalDate? ofDeal = deal < deals.Counts[trial] ? owner.draws.Dates[deals.Days[(trial * deals.Stride) + deal]] : null;
                LocalDate? ofOther = other < owner.others.Length ? owner.others[other].Date : null;
                if (ofDeal is { } signed && signed < end && !(ofOther < signed))
                    AddDeal(signed, deal++);
                else if (ofOther is { } told && told < end)
                    AddOther(other++);
                else
                    return credits;
            }
        }

        private void AddDeal(LocalDate signed, int number)
        {
            int at = (trial * deals.Stride) + number;
            DealAttributes known = owner.draws.AttributesOf(deals.Kinds[at]);
            foreach (int place in owner.places)
            {
                long steps = deals.Steps[place][at];
                if (steps == 0)
                    continue;
                DealtMeasure measure = owner.draws.Measures[place];
                var credit = new Credit(
                    owner.terms.Participant.Id, measure.Measure, signed, new Amount((Rational)steps / measure.StepsPerUnit, measure.Currency), Rational.One, owner.references[number]) { Attributes = known };
                credits.Add(credit);
                if (owner.hasTerritory)
                    credits.Add(credit with { Scope = CreditScope.Territory });
            }
        }

        private void AddOther(int number)
        {
            (LocalDate date, Measure measure, CreditScope scope, Currency currency, int from, int to, string reference) = owner.others[number];
            double amount = read(to, trial) - (from < 0 ? 0 : read(from, trial));
            if (amount != 0)
                credits.Add(new(owner.terms.Participant.Id, measure, date, new Amount(Exact(amount), currency), Rational.One, reference, scope));
        }

        // To a millionth, of which an exact reading makes what it makes.
        private static Rational Exact(double amount) => Math.Abs(amount) < 4e9
            ? (Rational)(long)Math.Round(amount * 1_000_000) / 1_000_000
            : (Rational)(long)Math.Round(amount * 100) / 100;
    }
}
