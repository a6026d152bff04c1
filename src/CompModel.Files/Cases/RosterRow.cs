using NodaTime;

namespace CompModel.Files;

/// <summary>A row of roster.csv whose fields are all good; quotas of other measures are still to come.</summary>
internal sealed record RosterRow(
    CsvRecord Record, string Id, string? Name, string? Role, string? ManagerId, LocalDate? Hired, LocalDate? LastDay,
    OnTargetEarnings OnTarget, Money? Bookings, CompensationPlan Plan)
{
    /// <summary>What changes in mid-year, in order.</summary>
    public IReadOnlyList<RosterChange> Changes { get; init; } = [];

    /// <summary>The days on leave, in order.</summary>
    public IReadOnlyList<DateRange> Leaves { get; init; } = [];

    /// <summary>The days of employment.</summary>
    public DateRange Employment => new(Hired ?? LocalDate.MinIsoValue, LastDay?.PlusDays(1) ?? LocalDate.MaxIsoValue);

    /// <summary>The participant with the quotas of a file; null, reported, where the plan needs one that is not among them.</summary>
    public Participant? With(QuotaFile file)
    {
        IReadOnlyList<Quota> quotas = file.Of(this);
        bool good = true;
        // Commission is paid with a quota or without.
        foreach (Measure measure in Plan.Components.Where(component => component.Rule is PayRule.ByCurve).Select(component => component.Measure).Distinct().Where(measure => quotas.All(quota => quota.Measure != measure)))
        {
            good = false;
            bool bookings = measure == Measure.Bookings;
            if (!file.IsSilentAbout(this))
                continue;
            Record[bookings ? "quota" : "id"].Report(
                DiagnosticCode.QuotaMissing, $"participant {Field.Quote(Id)} has no quota for {measure}", $"a quota for each measure of plan '{Plan}'",
                bookings ? "fill in the column quota" : "add a row to quotas.csv");
        }
        if (!good)
            return null;
        Participant participant = new Participant(Id, Plan, [.. quotas]).Earning(OnTarget).Named(Name).InRole(Role).ManagedBy(ManagerId);
        foreach (RosterChange change in Changes)
        {
            if (change.OnTarget is { } earns)
                participant = participant.EarningFrom(change.From, earns);
            if (change.ManagerId is { } manager)
                participant = participant.ManagedByFrom(change.From, manager);
        }
        foreach (DateRange days in Leaves)
            participant = participant.OnLeave(days, $"as in {ChangeFile.FileName}");
        participant = Hired is { } hired ? participant.HiredOn(hired) : participant;
        return LastDay is { } last ? participant.TerminatedOn(last) : participant;
    }
}

/// <summary>What holds from a date on, of earnings and manager; null is unchanged.</summary>
internal sealed record RosterChange(LocalDate From, OnTargetEarnings? OnTarget, string? ManagerId);
