using NodaTime;

namespace CompModel.Tests;

/// <summary>A component of a plan, in one of the year's measures, by its place: its share is <paramref name="Parts"/> of the sum of the plan's parts.</summary>
public sealed record ComponentOfPlan(int Measure, int Parts, CurveRules Curve, PaysBy PaysBy, Frequency Pays);

/// <summary>A plan and the day from which it is in force, as plain data.</summary>
public sealed record PlanCase(
    LocalDate From, long BaseCents, long TargetCents, EquatableList<ComponentOfPlan> Components, EquatableList<int> RampPercents, WithoutQuota WithoutQuota,
    Frequency SeasonFrequency, EquatableList<int> SeasonParts, Proration Proration)
{
    internal CompensationPlan Plan(string name, PlanYearCase year)
    {
        Rational parts = SeasonParts.Sum();
        var ramp = Ramp.Of([.. RampPercents.Select(percent => percent.Percent)]);
        return new CompensationPlan(name, new OnTargetEarnings(year.Pay(BaseCents), year.Pay(TargetCents)), [.. Components.Select(component => Component(component, year))])
            .WithSeasonality(Seasonality.Of(SeasonFrequency, [.. SeasonParts.Select(each => each / parts)]))
            .WithProration(Proration)
            .WithRamp(WithoutQuota switch
            {
                WithoutQuota.TargetPaid => ramp.PayingTargetWithoutQuota(),
                WithoutQuota.NothingPaid => ramp.PayingNothingWithoutQuota(),
                _ => ramp,
            });
    }

    private Component Component(ComponentOfPlan component, PlanYearCase year)
    {
        Component whole = CompModel.Component.Of(year.MeasureOf(component.Measure), (Rational)component.Parts / Components.Sum(each => each.Parts), component.Curve.Curve());
        return component.PaysBy switch
        {
            PaysBy.EachPeriod => whole.Each(component.Pays),
            PaysBy.ToDate => whole.ToDate(component.Pays),
            _ => whole.ToDate(component.Pays, Recovery.None),
        };
    }
}
