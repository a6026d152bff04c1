using NodaTime;

namespace CompModel;

/// <summary>What a position's territory sells at an attainment of 100 % while nobody has it: a share of its quota without ramp, as quotas and assumed seasons fall on the days.</summary>
internal sealed class VacantTerritory
{
    private readonly RunPlan plan;
    private readonly ParticipantTerms always;
    private readonly double share;
    private readonly bool[] wanted;
    private readonly OwnCredits?[] at100;
    private readonly int bookings;

    /// <summary>The territory of somebody who were always there, without ramp. <paramref name="wanted"/>: the measures that managers are credited with.</summary>
    internal VacantTerritory(RunPlan plan, ParticipantTerms always, double share, bool[] wanted)
    {
        (this.plan, this.always, this.share, this.wanted) = (plan, always, share, wanted);
        Assumptions assumptions = plan.Run.Assumptions;
        at100 = [.. assumptions.Models.Select(model => !model.Measure.IsScore && always.Sells(model.Measure) ? new OwnCredits(always, model.Measure, assumptions.Seasonality) : null)];
        bookings = assumptions.Models.Select((model, i) => model.Measure == Measure.Bookings ? i : -1).Max();
    }

    /// <summary>What it sells from a day on before another.</summary>
    internal TerritoryCredits Between(LocalDate from, LocalDate until) => new(
        bookings >= 0 && at100[bookings] is not null ? Source(bookings, from, until) : null,
        [.. at100.Select((its, measure) => its is null || !wanted[measure] ? null : plan.Cuts.Dates.Select(date => Source(measure, from, LocalDate.Min(date, until))).ToArray())]);

    private CreditSource.Own Source(int measure, LocalDate from, LocalDate by)
    {
        Measure its = plan.Run.Assumptions.Models[measure].Measure;
        Rational rate = its.IsMoney ? plan.RateOf(always.Participant.CurrencyOf(its)) : Rational.One;
        return new(measure, [.. plan.Draws.Weights(measure, at100[measure]!, from, by, rate).Select(weight => share * weight)]);
    }
}
