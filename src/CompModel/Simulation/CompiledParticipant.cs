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
        ActualYear? actual = run.Actuals is { } actuals ? new ActualYear(terms, actuals) : null;
        var kernel = new PayKernel(terms, plan.IsPayoutFollowed(terms), actual is not null);
        var sources = new CreditSources(plan, terms, actual, kernel.Reads);
        Deals = sources.Deals;
        Kernel = Deals is not null && terms.RatesDeals ? new DealPay(terms, kernel, Deals) : kernel;
        Role = terms.Participant.Role is { } role ? plan.Roles.TakeWhile(other => other != role).Count() : -1;
        Lines = [.. Kernel.Lines.Select(plan.LineOf)];
        Periods = [.. Kernel.Slots.Select(plan.PeriodOf)];
        Sources = [.. Kernel.Reads.Select(sources.Of)];
        Reporting = plan.Cuts.SpansOf(terms);
        if (terms.SellsBookings)
        {
            Bookings = sources.Year(Measure.Bookings);
            BookingsQuota = sources.QuotaOf(Measure.Bookings).ToDouble();
        }
        // What a manager is paid on follows from the same credits as what the people below are paid on.
        TeamCredits = [.. run.Assumptions.Models.Select(model => (terms.Sells(model.Measure) || Kernel.Reads.Any(read => read.Scope != CreditScope.Team && read.Measure == model.Measure) || Deals?.PlaceOf(model.Measure) >= 0) && !model.Measure.IsScore && Reporting.Any(span => span.Manager is not null)
            ? plan.Cuts.Dates.Select(date => sources.RollingUp(model.Measure, date)).ToArray()
            : null)];
        if (actual is not null)
            CloseWith(kernel, actual);
        MeasuresDrawn = Math.Max(Deals?.MeasuresDrawn ?? 0, Sources.OfType<CreditSource.Own>().Concat(TeamCredits.SelectMany(sources => sources ?? [])).Append(Bookings).Max(source => source?.Measure + 1) ?? 0);
    }

    internal string Id { get; }

    internal ulong Entity { get; }

    /// <summary>The manager's hash, by which a team is known; null without one.</summary>
    internal ulong? Team { get; }

    /// <summary>The model of each of the assumptions' measures.</summary>
    internal AttainmentModel[] Models { get; }

    /// <summary>The target incentive of the year, in the currency that is reported.</summary>
    internal double Target { get; }

    /// <summary>The place of the role among the run's; −1 where it is not known.</summary>
    internal int Role { get; }

    /// <summary>From the currency of pay to the one that is reported.</summary>
    internal double PayRate { get; }

    internal PayReading Kernel { get; }

    /// <summary>The deals that its credits come from; null where an attainment model alone tells them.</summary>
    internal DealDraws? Deals { get; }

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

    private static double[][] Known(CreditSource[] sources) => [.. sources.Select(source => new[] { source.Known })];

    // What statements earned by now is posted to the cent, whatever a kernel makes of the same credits; payment terms go on from there.
    private void CloseWith(PayKernel kernel, ActualYear actual)
    {
        var pay = new PayTile();
        kernel.Earn(new CreditTile(Known(Sources), 1), pay);
        kernel.Corrections = [.. actual.Earned(kernel.Slots).Select((closed, slot) => (slot, PayGrid.Round(closed.Earned.ToDouble()) - pay.Posted[slot][0]))];
    }
}

/// <summary>A span of the year in which somebody reports to one manager, by the places of its ends among the run's cuts; −1 is the start of the year.</summary>
internal readonly record struct ReportingSpan(string? Manager, int Start, int End, DateRange Days);
