namespace CompModel;

/// <summary>A participant's terms compiled for drawing: models, credits to date at 100 %, kernels, and where pay goes.</summary>
internal sealed class CompiledParticipant
{
    private readonly ParticipantTerms terms;

    internal CompiledParticipant(RunDefinition run, ParticipantTerms terms, Frequency teamPeriods, IReadOnlyDictionary<CostLine, int> lines)
    {
        this.terms = terms;
        Participant participant = terms.Participant;
        Id = participant.Id;
        Entity = EntityHash.Of(participant.Id);
        Target = terms.TargetIncentive.ToDouble();
        Components = [.. terms.Components.Select(component => new CompiledComponent(run, terms, component, lines))];
        MeasuresDrawn = Components.Where(component => component.Credited is not null).Select(component => component.Measure + 1).DefaultIfEmpty().Max();
        if (terms.SellsBookings)
        {
            ComponentTerms bookings = terms.OwnComponent(Measure.Bookings);
            BookingsMeasure = run.Assumptions.IndexOf(Measure.Bookings);
            BookingsQuota = bookings.Quota.ToDouble();
        }
        // What a manager is paid on follows from the same credits as what the people below are paid on.
        TeamCredits = [.. run.Assumptions.Models.Select(model => participant.Sells(model.Measure)
            ? ToDoubles(run.Assumptions.CreditedToDate(terms, terms.OwnComponent(model.Measure), teamPeriods))
            : null)];
    }

    internal string Id { get; }

    internal ulong Entity { get; }

    internal double Target { get; }

    internal CompiledComponent[] Components { get; }

    /// <summary>How many of the assumptions' measures, from the first, must be drawn.</summary>
    internal int MeasuresDrawn { get; }

    /// <summary>The measure of own bookings among the assumptions; −1 for somebody who is not paid on own bookings.</summary>
    internal int BookingsMeasure { get; } = -1;

    internal double BookingsQuota { get; }

    /// <summary>For each measure, credits to date at 100 % in the periods that teams are measured in; null where there are none.</summary>
    internal double[]?[] TeamCredits { get; }

    /// <summary>The year's quota of a component on a team's credits in a measure; null without one.</summary>
    internal double? TeamQuota(Measure measure) => terms.Components
        .FirstOrDefault(component => component.Component.Scope == CreditScope.Team && component.Component.Measure == measure)?.Quota.ToDouble();

    internal static double[] ToDoubles(Rational[] values) => [.. values.Select(value => value.ToDouble())];
}

/// <summary>One component of a <see cref="CompiledParticipant"/>.</summary>
internal sealed class CompiledComponent
{
    internal CompiledComponent(RunDefinition run, ParticipantTerms terms, ComponentTerms component, IReadOnlyDictionary<CostLine, int> lines)
    {
        Component rule = component.Component;
        Kernel = new ComponentKernel(component);
        Measure = run.Assumptions.IndexOf(rule.Measure);
        Pays = rule.Basis.Pays;
        Credited = rule.Scope == CreditScope.Own ? CompiledParticipant.ToDoubles(run.Assumptions.CreditedToDate(terms, component, Pays)) : null;
        Lines = [.. rule.Tiers.Select((label, tier) => lines[new(terms.Participant.Plan.Name, rule.Name, label, tier)])];
    }

    internal ComponentKernel Kernel { get; }

    /// <summary>The measure's place among the assumptions.</summary>
    internal int Measure { get; }

    internal Frequency Pays { get; }

    /// <summary>Own credits to date at 100 %, a value a pay period; null for a component on a team's credits.</summary>
    internal double[]? Credited { get; }

    /// <summary>The place of each tier's line in the run.</summary>
    internal int[] Lines { get; }

    /// <summary>The quarter (0 to 3) in which a pay period ends.</summary>
    internal int QuarterOf(int period) => (((period + 1) * 4) - 1) / (int)Pays;
}
