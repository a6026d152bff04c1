using NodaTime;

namespace CompModel;

/// <summary>A participant's terms compiled for drawing: the pay kernel, where its credits come from, and where pay and credits go.</summary>
internal sealed class CompiledParticipant
{
    internal CompiledParticipant(RunPlan plan, ParticipantTerms terms)
    {
        RunDefinition run = plan.Run;
        Id = terms.Participant.Id;
        Entity = EntityHash.Of(Id);
        Team = terms.TeamAtStart is { } manager ? EntityHash.Of(manager) : null;
        Models = [.. run.Assumptions.Models.Select(model => run.Assumptions.ModelOf(model.Measure, terms))];
        Target = (terms.TargetIncentive * plan.RateOf(terms.Participant.OnTarget.Total.Currency)).ToDouble();
        PayRate = plan.RateOf(terms.Participant.OnTarget.Total.Currency).ToDouble();
        Kernel = new PayKernel(terms, plan.IsPayoutFollowed(terms));
        Lines = [.. Kernel.Lines.Select(plan.LineOf)];
        Periods = [.. Kernel.Slots.Select(plan.PeriodOf)];
        var credits = new Dictionary<Measure, OwnCredits>();
        OwnCredits At100(Measure measure)
        {
            if (!credits.TryGetValue(measure, out OwnCredits? its))
                credits.Add(measure, its = new OwnCredits(terms, measure, run.Assumptions.Seasonality));
            return its;
        }
        Sources = [.. Kernel.Reads.Select(read => Source(plan, terms, read, At100))];
        Reporting = [.. terms.Reporting().Select(reporting => new ReportingSpan(reporting.Manager, plan.Cuts.PlaceOf(reporting.Days.Start), plan.Cuts.PlaceOf(reporting.Days.End), reporting.Days))];
        if (terms.SellsBookings)
        {
            Bookings = OwnSource(plan, terms, At100(Measure.Bookings), run.Assumptions.IndexOf(Measure.Bookings), terms.Year.End);
            BookingsQuota = At100(Measure.Bookings).Year.ToDouble();
        }
        // What a manager is paid on follows from the same credits as what the people below are paid on.
        TeamCredits = [.. run.Assumptions.Models.Select((model, i) => terms.Participant.Sells(model.Measure) && !model.Measure.IsScore && Reporting.Any(span => span.Manager is not null)
            ? plan.Cuts.Dates.Select(date => OwnSource(plan, terms, At100(model.Measure), i, date)).ToArray()
            : null)];
        MeasuresDrawn = Sources.OfType<CreditSource.Own>().Concat(TeamCredits.SelectMany(sources => sources ?? [])).Append(Bookings).Max(source => source?.Measure + 1) ?? 0;
    }

    internal string Id { get; }

    internal ulong Entity { get; }

    /// <summary>The manager's hash, by which a team is known; null without one.</summary>
    internal ulong? Team { get; }

    /// <summary>The model of each of the assumptions' measures.</summary>
    internal AttainmentModel[] Models { get; }

    /// <summary>The target incentive of the year, in the currency that is reported.</summary>
    internal double Target { get; }

    /// <summary>From the currency of pay to the one that is reported.</summary>
    internal double PayRate { get; }

    internal PayKernel Kernel { get; }

    /// <summary>Where each array of a credit tile comes from.</summary>
    internal CreditSource[] Sources { get; }

    /// <summary>The run's line for each of the kernel's.</summary>
    internal int[] Lines { get; }

    /// <summary>The run's period for each date on which something is posted.</summary>
    internal int[] Periods { get; }

    /// <summary>How many of the assumptions' measures, from the first, must be drawn.</summary>
    internal int MeasuresDrawn { get; }

    /// <summary>The year's own bookings, in the reported currency; null for somebody who is not paid on own bookings.</summary>
    internal CreditSource.Own? Bookings { get; }

    /// <summary>The year's quota of them, in its own currency.</summary>
    internal double BookingsQuota { get; }

    /// <summary>For each measure, what rolls up by each of the run's cuts, in the reported currency; null where nothing does.</summary>
    internal CreditSource.Own[]?[] TeamCredits { get; }

    /// <summary>To whom it rolls up, span by span.</summary>
    internal ReportingSpan[] Reporting { get; }

    private static CreditSource Source(RunPlan plan, ParticipantTerms terms, CreditRead read, Func<Measure, OwnCredits> at100)
    {
        // At target every period is at 100 % of its quota, however sales are assumed to fall.
        Rational atTarget = read.Measure.IsScore ? read.Asked
            : terms.Participant.Quotas.Any(quota => quota.Measure == read.Measure) ? new OwnCredits(terms, read.Measure, null).By(read.By) : Rational.Zero;
        if (read.Scope == CreditScope.Team)
        {
            // Sums of a team are in the currency that is reported; a manager's quota may be in another.
            Rational rate = read.Measure.IsMoney ? plan.RateOf(terms.Participant.CurrencyOf(read.Measure)).Reciprocal() : Rational.One;
            return new CreditSource.Team(plan.TeamMeasureOf(read.Measure), plan.Cuts.PlaceOf(read.By), rate.ToDouble()) { AtTarget = atTarget.ToDouble() };
        }
        int measure = plan.Run.Assumptions.IndexOf(read.Measure);
        return read.Measure.IsScore
            ? new CreditSource.Own(measure, plan.Draws.Weights(measure, read.By, read.Asked)) { AtTarget = atTarget.ToDouble() }
            : new CreditSource.Own(measure, plan.Draws.Weights(measure, at100(read.Measure), read.By)) { AtTarget = atTarget.ToDouble() };
    }

    private static CreditSource.Own OwnSource(RunPlan plan, ParticipantTerms terms, OwnCredits at100, int measure, LocalDate by)
    {
        Measure its = plan.Run.Assumptions.Models[measure].Measure;
        Rational rate = its.IsMoney ? plan.RateOf(terms.Participant.CurrencyOf(its)) : Rational.One;
        return new(measure, plan.Draws.Weights(measure, at100, by, rate)) { AtTarget = (at100.By(by) * rate).ToDouble() };
    }
}

/// <summary>A span of the year in which somebody reports to one manager, by the places of its ends among the run's cuts; −1 is the start of the year.</summary>
internal readonly record struct ReportingSpan(string? Manager, int Start, int End, DateRange Days);

/// <summary>Where an array of credits to date comes from.</summary>
internal abstract record CreditSource
{
    private CreditSource()
    {
    }

    /// <summary>The credits where everybody is at exactly 100 % of quota.</summary>
    internal double AtTarget { get; init; }

    /// <summary>Own credits: the draws of a measure, each times its weight.</summary>
    /// <param name="Measure">The place of the measure among the assumptions.</param>
    /// <param name="Weights">For each draw, the credits to date at an attainment of 100 %.</param>
    internal sealed record Own(int Measure, double[] Weights) : CreditSource
    {
        /// <summary>The credits, trial by trial, of the attainment drawn.</summary>
        internal void Fill(double[][][] attainment, double[] to, int count)
        {
            double[][] draws = attainment[Measure];
            double weight = Weights[0];
            for (int i = 0; i < count; i++)
                to[i] = draws[0][i] * weight;
            for (int draw = 1; draw < Weights.Length; draw++)
            {
                weight = Weights[draw];
                if (weight == 0)
                    continue;
                for (int i = 0; i < count; i++)
                    to[i] = Math.FusedMultiplyAdd(draws[draw][i], weight, to[i]);
            }
        }
    }

    /// <summary>Credits of a team: sums of the people below by a cut.</summary>
    internal sealed record Team(int Measure, int Cut, double Rate) : CreditSource;
}
