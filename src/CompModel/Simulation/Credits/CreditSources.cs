using NodaTime;

namespace CompModel;

/// <summary>Finds where a participant's credits come from: what has happened of them, and the draws of the rest times what 100 % is.</summary>
internal sealed class CreditSources
{
    private readonly Dictionary<Measure, OwnCredits> at100 = [];
    private readonly RunPlan plan;
    private readonly ParticipantTerms terms;
    private readonly ActualYear? actual;
    private readonly Assumptions assumptions;

    // From here on the year is drawn.
    private readonly LocalDate opens;

    internal CreditSources(RunPlan plan, ParticipantTerms terms, ActualYear? actual, IEnumerable<CreditRead> reads)
    {
        this.plan = plan;
        this.terms = terms;
        this.actual = actual;
        assumptions = plan.Run.Assumptions;
        opens = actual?.Opens ?? terms.Year.Start;
        Deals = DealDraws.For(plan, terms, reads, At100);
    }

    /// <summary>The deals that credits come from; null where an attainment model alone tells them.</summary>
    internal DealDraws? Deals { get; }

    /// <summary>The year's quota of a measure, as far as it counts.</summary>
    internal Rational QuotaOf(Measure measure) => At100(measure).Year;

    /// <summary>Where a read comes from.</summary>
    internal CreditSource Of(CreditRead read) => read switch
    {
        { Scope: CreditScope.Team } => Team(read),
        { Measure.IsScore: true } => Score(read),
        _ => Own(read.Measure, read.Scope, read.By, Rational.One) with { AtTarget = HasQuota(read.Measure) || Deals is null ? AtTarget(read).ToDouble() : Deals.AtTarget(read.Measure, read.By) },
    };

    /// <summary>A participant's own year in a measure, in the reported currency.</summary>
    internal CreditSource.Own Year(Measure measure)
    {
        Rational rate = RateOf(measure);
        return Own(measure, CreditScope.Own, terms.Year.End, rate) with { AtTarget = (At100(measure).Year * rate).ToDouble() };
    }

    /// <summary>What rolls up of a measure by a day, in the reported currency: what is drawn of it, for what has happened is in the manager's own credits.</summary>
    internal CreditSource.Own RollingUp(Measure measure, LocalDate by)
    {
        Rational rate = RateOf(measure);
        return Own(measure, CreditScope.Own, by, rate) with
        {
            AtTarget = HasQuota(measure) || Deals is null ? (At100(measure).By(by) * rate).ToDouble() : Deals.AtTarget(measure, by) * rate.ToDouble(),
            Known = 0,
        };
    }

    private CreditSource.Own Own(Measure measure, CreditScope scope, LocalDate by, Rational rate)
    {
        int place = assumptions.IndexOf(measure);
        if (Deals?.PlaceOf(measure) >= 0)
            return new(place, []) { Dealt = Deals.By(measure, by, rate) };
        OwnCredits its = At100(measure);
        Rational rest = actual?.RestAgainst(its, measure, scope, assumptions.ModelOf(measure, terms).Mean) ?? Rational.One;
        return new(place, plan.Draws.Weights(place, its, opens, by, rest * rate)) { Known = (Happened(measure, scope, by) * rate).ToDouble() };
    }

    // Sums of a team are in the currency that is reported; a manager's quota may be in another.
    private CreditSource.Team Team(in CreditRead read) => new(plan.TeamMeasureOf(read.Measure), plan.Cuts.PlaceOf(read.By), RateOf(read.Measure).Reciprocal().ToDouble())
    {
        AtTarget = AtTarget(read).ToDouble(),
        Known = Happened(read.Measure, read.Scope, read.By).ToDouble(),
    };

    // A judgement that was given stands; the periods that are still to be judged have the draw's.
    private CreditSource.Own Score(in CreditRead read)
    {
        int place = assumptions.IndexOf(read.Measure);
        (Rational sum, int given) = actual?.Judged(read) ?? (Rational.Zero, 0);
        Rational left = read.By <= opens ? Rational.Zero : Rational.Max(Rational.Zero, read.Asked - given);
        return new(place, plan.Draws.Weights(place, read.From, left)) { AtTarget = read.Asked.ToDouble(), Known = sum.ToDouble() };
    }

    // At target every period is at 100 % of its quota, however sales are assumed to fall.
    private Rational AtTarget(in CreditRead read)
    {
        return HasQuota(read.Measure) ? new OwnCredits(terms, read.Measure, null).By(read.By) : Rational.Zero;
    }

    private bool HasQuota(Measure measure) => terms.Participant.Quotas.Any(quota => quota.Measure == measure);

    private Rational Happened(Measure measure, CreditScope scope, LocalDate by) => actual?.By(measure, scope, by) ?? Rational.Zero;

    private Rational RateOf(Measure measure) => measure.IsMoney ? plan.RateOf(terms.Participant.CurrencyOf(measure)) : Rational.One;

    private OwnCredits At100(Measure measure)
    {
        if (!at100.TryGetValue(measure, out OwnCredits? its))
            at100.Add(measure, its = new OwnCredits(terms, measure, assumptions.Seasonality));
        return its;
    }
}
