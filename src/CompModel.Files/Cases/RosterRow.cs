using NodaTime;

namespace CompModel.Files;

/// <summary>A row of roster.csv whose fields are all good; quotas of other measures are still to come.</summary>
internal sealed record RosterRow(
    CsvRecord Record, string Id, string? Name, string? Role, string? ManagerId, LocalDate? Hired, LocalDate? LastDay,
    OnTargetEarnings OnTarget, Money? Bookings, CompensationPlan Plan)
{
    /// <summary>The days of employment.</summary>
    public DateRange Employment => new(Hired ?? LocalDate.MinIsoValue, LastDay?.PlusDays(1) ?? LocalDate.MaxIsoValue);

    /// <summary>The participant with the quotas of a file; null, reported, where the plan needs one that is not among them.</summary>
    public Participant? With(QuotaFile file)
    {
        IReadOnlyList<Quota> quotas = file.Of(this);
        bool good = true;
        foreach (Measure measure in Plan.Components.Select(component => component.Measure).Distinct().Where(measure => quotas.All(quota => quota.Measure != measure)))
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
        participant = Hired is { } hired ? participant.HiredOn(hired) : participant;
        return LastDay is { } last ? participant.TerminatedOn(last) : participant;
    }
}
