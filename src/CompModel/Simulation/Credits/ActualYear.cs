using NodaTime;

namespace CompModel;

/// <summary>One participant's year so far: what is credited, what statements earned and when, and how much of its attainment the rest is assumed to have.</summary>
internal sealed class ActualYear
{
    private readonly ParticipantTerms terms;
    private readonly Actuals actuals;
    private readonly Credit[] credits;

    internal ActualYear(ParticipantTerms terms, Actuals actuals)
    {
        this.terms = terms;
        this.actuals = actuals;
        credits = [.. actuals.Of(terms.Participant.Id).Where(credit => credit.Date >= terms.Year.Start)];
    }

    /// <summary>The first day that is drawn.</summary>
    internal LocalDate Opens => actuals.Opens;

    /// <summary>What is credited in a measure and scope before a day, as far as it has happened.</summary>
    internal Rational By(Measure measure, CreditScope scope, LocalDate date) => credits.Where(credit => credit.Measure == measure && credit.Scope == scope && credit.Date < date)
        .Aggregate(Rational.Zero, (sum, credit) => sum + credit.Amount.Value);

    /// <summary>The scores that were given in the days of a read: their sum, and how many.</summary>
    internal (Rational Sum, int Given) Judged(CreditRead read)
    {
        Credit[] given = [.. credits.Where(credit => credit.Measure == read.Measure && credit.Scope == read.Scope && credit.Date >= read.From && credit.Date < read.By)];
        return (given.Aggregate(Rational.Zero, (sum, credit) => sum + credit.Amount.Value), given.Length);
    }

    /// <summary>What the rest of the year's attainment is times that of the model, as what was sold so far bears on it; one where it does not.</summary>
    internal Rational RestAgainst(OwnCredits at100, Measure measure, CreditScope scope, double modelMean)
    {
        Rational asked = at100.By(Opens);
        if (actuals.Rest == RestOfYear.AsPlanned || asked.Sign <= 0 || at100.Year.Sign <= 0)
            return Rational.One;
        Rational soFar = By(measure, scope, Opens) / asked, mean = (Rational)(decimal)modelMean, weight = actuals.Rest == RestOfYear.RunRate ? Rational.One : asked / at100.Year;
        return Rational.Max(Rational.Zero, ((soFar * weight) + (mean * (1 - weight))) / mean);
    }

    /// <summary>What statements earn by each of some days that have happened, since the one before.</summary>
    internal IEnumerable<(LocalDate By, Money Earned)> Earned(IEnumerable<LocalDate> slots)
    {
        Position position = Position.AtStartOf(terms);
        foreach (LocalDate slot in slots.Where(slot => slot <= Opens))
        {
            Statement statement = Statement.Read(terms, position, slot, "closed", credits);
            position = statement.Closing;
            yield return (slot, statement.Earned);
        }
    }

    /// <summary>The incentive earned in all that has happened.</summary>
    internal Money EarnedSoFar => Statement.Read(terms, Position.AtStartOf(terms), LocalDate.Max(terms.Year.Start, LocalDate.Min(Opens, terms.Year.End)), "closed", credits).Earned;
}
