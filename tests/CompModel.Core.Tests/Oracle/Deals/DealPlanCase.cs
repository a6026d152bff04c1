using NodaTime;

namespace CompModel.Tests;

/// <summary>One participant's plan year in which deals are rated, as plain data. Quotas are of a year, in cents (hundredths of a unit), for measures 0 and 1 in money and 2 in units; 3 is a score.</summary>
public sealed record DealPlanCase(LocalDate YearStart, long BaseCents, long TargetCents, EquatableList<long> Quotas, EquatableList<DealComponentCase> Components)
{
    /// <summary>The weight of each month.</summary>
    public EquatableList<int> SeasonParts { get; init; } = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];

    /// <summary>The month of the hire (0 is the first), and the day in it: on the 20th a month no longer counts.</summary>
    public (int Month, int Day) Hired { get; init; } = (0, 1);

    /// <summary>Whether a part of a year counts as the whole.</summary>
    public bool AsksWholeYear { get; init; }

    public EquatableList<(MultiplierRules Multiplier, Frequency Span)> Multipliers { get; init; } = [];

    public LimitRules Limits { get; init; } = LimitRules.None;

    public Frequency LimitSpan { get; init; } = Frequency.Annual;

    /// <summary>The rounding unit, in cents.</summary>
    public int UnitCents { get; init; } = 1;

    public Midpoint Midpoint { get; init; }

    public RoundingScope Scope { get; init; }

    public PaidLeaveCase? Leave { get; init; }

    /// <summary>Product and term in months of each deal, by its number; -1 where it is not known.</summary>
    public EquatableList<(int Product, int Term)> Deals { get; init; } = [];

    public EquatableList<DealCreditCase> Credited { get; init; } = [];

    internal LocalDate HiredOn => YearStart.PlusMonths(Hired.Month).PlusDays(Hired.Day - 1);

    internal PlanYear Year => PlanYear.Starting(YearStart);

    internal Credit[] Credits => [.. Credited.Select(Credit)];

    internal Participant Participant => Library.Participant(this);

    public static string IdOf(int deal) => $"D{deal:00}";

    public Credit Credit(DealCreditCase credit)
    {
        Measure measure = Library.MeasureOf(credit.Measure);
        DealAttributes attributes = DealAttributes.None;
        (int product, int term) = Deals[credit.Deal];
        if (product >= 0)
            attributes = attributes.With(DealAttribute.Product, $"p{product}");
        if (term >= 0)
            attributes = attributes.With(DealAttribute.TermMonths, term);
        return new("P", measure, credit.Date, new Money(credit.Cents / 100m, measure.IsMoney ? Currency.Usd : Currency.None), (Rational)credit.ShareParts / credit.ShareOf, IdOf(credit.Deal), credit.Scope)
        {
            Attributes = attributes,
        };
    }

    private static class Library
    {
        public static Participant Participant(DealPlanCase plan)
        {
            Rational season = plan.SeasonParts.Sum();
            CompensationPlan its = new CompensationPlan(
                "plan", new OnTargetEarnings(Cents(plan.BaseCents), Cents(plan.TargetCents)), [.. plan.Components.Select((component, i) => DealComponents.Of(component, plan.TargetParts).Named($"c{i}"))])
                .WithSeasonality(Seasonality.Of(Frequency.Monthly, [.. plan.SeasonParts.Select(parts => parts / season)]))
                .WithProration(plan.AsksWholeYear ? Proration.None : Proration.ByWholeMonths)
                .WithRounding(new(plan.UnitCents / 100m, plan.Midpoint, plan.Scope));
            foreach ((MultiplierRules multiplier, Frequency span) in plan.Multipliers)
                its = its.Times(DealComponents.Of(multiplier), span);
            if (plan.Limits != LimitRules.None)
                its = its.Within(DealComponents.Of(plan.Limits), plan.LimitSpan);
            var participant = new Participant("P", its, [.. plan.Quotas.Select((cents, i) => i < 2 ? new Quota(MeasureOf(i), Cents(cents)) : new Quota(MeasureOf(i), cents / 100m))]);
            if (plan.Hired != (0, 1))
                participant = participant.HiredOn(plan.HiredOn);
            return plan.Leave is { } leave
                ? participant.OnLeave(new(leave.From, leave.To.PlusDays(1)), "leave", new(Cents(leave.Cents), leave.OverDays, leave.Counted))
                : participant;
        }

        public static Measure MeasureOf(int measure) => DealComponents.MeasureOf(measure);

        private static Money Cents(long cents) => DealComponents.Cents(cents);
    }

    /// <summary>The sum of parts of the target incentive.</summary>
    internal long TargetParts => Components.Where(component => component.Table is null && component.Worth == WorthOf.Target).Sum(component => component.WorthParts);
}
