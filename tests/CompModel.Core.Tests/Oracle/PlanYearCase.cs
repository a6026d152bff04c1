using NodaTime;

namespace CompModel.Tests;

/// <summary>A payout curve as plain rules, in whole percents: read by the oracle as they stand, and by the library through its verbs.</summary>
/// <param name="Threshold">Nothing is paid below, everything from the first dollar at it.</param>
/// <param name="Sense">Whether the threshold itself pays.</param>
/// <param name="Bends">From which attainment on which multiplier of the base rate holds, in rising order.</param>
/// <param name="CapPayout">The most that is paid.</param>
/// <param name="CapAttainment">The last attainment that pays more; above the threshold.</param>
/// <param name="ThresholdComes">When in the chain of verbs the threshold is said; it must not matter.</param>
/// <param name="Knots">If there are any, the curve goes through these and the rules above are void.</param>
/// <param name="Beyond">What holds beyond the last knot.</param>
public sealed record CurveRules(
    int? Threshold, Boundary Sense, EquatableList<(int At, int Multiplier)> Bends, int? CapPayout, int? CapAttainment, ThresholdComes ThresholdComes,
    EquatableList<(int Attainment, int Payout)> Knots, BeyondLastKnot Beyond)
{
    public static CurveRules Linear { get; } = new(null, Boundary.AtOrAbove, [], null, null, ThresholdComes.First, [], BeyondLastKnot.Flat);

    public PayoutCurve Curve()
    {
        if (Knots.Count > 0)
            return PayoutCurve.Through(Beyond, [.. Knots.Select(knot => (knot.Attainment.Percent, knot.Payout.Percent))]);
        PayoutCurve curve = PayoutCurve.Linear;
        if (Threshold is { } first && ThresholdComes == ThresholdComes.First)
            curve = curve.WithThreshold(first.Percent, Sense);
        int inForce = 100;
        foreach ((int at, int multiplier) in Bends)
        {
            curve = multiplier >= inForce ? curve.Accelerate(at.Percent, multiplier.Percent) : curve.Decelerate(at.Percent, multiplier.Percent);
            inForce = multiplier;
        }
        if (Threshold is { } second && ThresholdComes == ThresholdComes.BeforeCap)
            curve = curve.WithThreshold(second.Percent, Sense);
        if (CapPayout is { } payout)
            curve = curve.CapAt(payout: payout.Percent);
        if (CapAttainment is { } attainment)
            curve = curve.CapAt(attainment: attainment.Percent);
        if (Threshold is { } third && ThresholdComes == ThresholdComes.Last)
            curve = curve.WithThreshold(third.Percent, Sense);
        return curve;
    }

    /// <summary>The attainments, in percent, where something changes.</summary>
    public IEnumerable<int> Places =>
        Knots.Count > 0
            ? Knots.Select(knot => knot.Attainment)
            : [.. Bends.Select(bend => bend.At), .. new[] { Threshold, CapAttainment, 100 }.OfType<int>()];
}

public enum ThresholdComes
{
    First,
    BeforeCap,
    Last,
}

public enum PaysBy
{
    EachPeriod,
    ToDate,
    ToDateKept,
}

/// <summary>A component: its share is <paramref name="Parts"/> of the sum of all components' parts. Each has its own measure.</summary>
public sealed record ComponentCase(bool IsMoney, int Parts, CurveRules Curve, PaysBy PaysBy, Frequency Pays, EquatableList<(LocalDate? From, long Cents)> Quotas);

/// <summary>A deal in one component's measure, of which <paramref name="ShareParts"/> / <paramref name="ShareOf"/> counts.</summary>
public sealed record DealCase(int Component, LocalDate Date, long Cents, int ShareParts, int ShareOf, string Id);

/// <summary>A year of weeks: what falls on the months, how many there are, and the month that takes a 53rd.</summary>
public sealed record WeekRules(WeekPattern Pattern, int Count, int ExtraWeekIn);

/// <summary>One participant's plan year as plain data, without any type of the library that computes something.</summary>
public sealed record PlanYearCase(
    LocalDate YearStart, string Currency, int MinorDigits, long BaseCents, long TargetCents, EquatableList<ComponentCase> Components, LocalDate? Hired, LocalDate? LastDay,
    EquatableList<int> RampPercents, Frequency SeasonFrequency, EquatableList<int> SeasonParts, Proration Proration, EquatableList<DealCase> Deals)
{
    /// <summary>Base and target from a date on, in order; before the first, those of the plan.</summary>
    public EquatableList<(LocalDate From, long BaseCents, long TargetCents)> Raises { get; init; } = [];

    /// <summary>Days on leave, both included, in order.</summary>
    public EquatableList<(LocalDate From, LocalDate To)> Leaves { get; init; } = [];

    /// <summary>Percents of quota that are relieved, both days included, in order; of target as well where it says so.</summary>
    public EquatableList<(LocalDate From, LocalDate To, int Percent, Relieved Lowers)> Reliefs { get; init; } = [];

    /// <summary>What months of the ramp without quota pay.</summary>
    public WithoutQuota WithoutQuota { get; init; } = WithoutQuota.NothingPaid;

    /// <summary>Days after the hire on which the ramp starts again, in order.</summary>
    public EquatableList<LocalDate> RampStarts { get; init; } = [];

    /// <summary>The plans that follow the first, in order of their dates.</summary>
    public EquatableList<PlanCase> Later { get; init; } = [];

    /// <summary>All plans, one after another.</summary>
    public EquatableList<PlanCase> Plans =>
    [
        new(LocalDate.MinIsoValue, BaseCents, TargetCents, [.. Components.Select((each, place) => new ComponentOfPlan(place, each.Parts, each.Curve, each.PaysBy, each.Pays))],
            RampPercents, WithoutQuota, SeasonFrequency, SeasonParts, Proration),
        .. Later,
    ];

    /// <summary>The rules of a year of weeks; null for one of calendar months.</summary>
    public WeekRules? Weeks { get; init; }

    public PlanYear Year => Weeks is { } rules ? PlanYear.Weeks(YearStart, rules.Pattern, rules.Count, rules.ExtraWeekIn) : PlanYear.Starting(YearStart);

    public Participant Participant
    {
        get
        {
            var participant = new Participant("P", Plans[0].Plan("plan 0", this), [.. Components.Select(Quota)]);
            // In order of date, a plan before the raise of its day.
            var changes = Later.Select((plan, i) => (plan.From, Order: 0, Change: (Func<Participant, Participant>)(each => each.OnPlanFrom(plan.From, plan.Plan($"plan {i + 1}", this)))))
                .Concat(Raises.Select(raise => (raise.From, Order: 1, Change: (Func<Participant, Participant>)(each => each.EarningFrom(raise.From, new(Pay(raise.BaseCents), Pay(raise.TargetCents)))))));
            foreach (var change in changes.OrderBy(change => change.From).ThenBy(change => change.Order))
                participant = change.Change(participant);
            foreach (LocalDate start in RampStarts)
                participant = participant.RampingFrom(start);
            foreach ((LocalDate from, LocalDate to) in Leaves)
                participant = participant.OnLeave(new(from, to.PlusDays(1)), "leave");
            foreach ((LocalDate from, LocalDate to, int percent, Relieved lowers) in Reliefs)
                participant = participant.WithQuotaRelief(new(from, to.PlusDays(1)), percent.Percent, "relief", lowers);
            if (Hired is { } hired)
                participant = participant.HiredOn(hired);
            return LastDay is { } last ? participant.TerminatedOn(last) : participant;
        }
    }

    public Credit[] Credits => [.. Deals.Select(Credit)];

    public DateRange Active => Participant.Employment.Intersect(Year.Days);

    public Credit Credit(DealCase deal) =>
        new("P", MeasureOf(deal.Component), deal.Date, Amount(deal.Component, deal.Cents), (Rational)deal.ShareParts / deal.ShareOf, deal.Id);

    public Money Amount(int component, long cents) => new(cents / 100m, Components[component].IsMoney ? CompModel.Currency.Of(Currency) : CompModel.Currency.None);

    public Measure MeasureOf(int component) => Components[component].IsMoney ? Measure.OfMoney($"m{component}") : Measure.OfUnits($"m{component}");

    public Money Pay(long cents) => new(cents / 100m, CompModel.Currency.Of(Currency));

    private Quota Quota(ComponentCase component, int place)
    {
        Quota quota = component.IsMoney
            ? new(MeasureOf(place), Amount(place, component.Quotas[0].Cents))
            : new(MeasureOf(place), component.Quotas[0].Cents / 100m);
        foreach ((LocalDate? from, long cents) in component.Quotas.Skip(1))
            quota = quota.From(from!.Value, Amount(place, cents));
        return quota;
    }
}
