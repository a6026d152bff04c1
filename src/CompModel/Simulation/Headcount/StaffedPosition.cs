using System.Collections.Concurrent;
using NodaTime;

namespace CompModel;

/// <summary>A position that is held by one incumbent after another: somebody of the roster first, or nobody yet. Its draws depend on its id alone.</summary>
internal sealed class StaffedPosition
{
    private readonly RunPlan run;
    private readonly HeadcountPlan plan;
    private readonly Participant? known;
    private readonly Participant hired, successor;
    private readonly bool[] wanted;
    private readonly ConcurrentDictionary<(bool Known, bool Follows, int From, int To), Lazy<Life>> lives = new();
    private readonly ConcurrentDictionary<(int From, int To), Lazy<TerritoryCredits>> vacancies = new();
    private readonly VacantTerritory? territory;
    private readonly AttainmentModel[] modelsOfFirst, modelsOfOthers;

    // The terms are those of the whole year: of somebody known, or of who would hold it all along.
    private StaffedPosition(RunPlan run, HeadcountPlan plan, Participant? known, ParticipantTerms terms, bool[] wanted)
    {
        (this.run, this.plan, this.known, this.wanted) = (run, plan, known, wanted);
        Participant holder = terms.Participant;
        Id = holder.Id;
        Entity = EntityHash.Of(Id);
        Team = terms.TeamAtStart is { } manager ? EntityHash.Of(manager) : null;
        Reporting = run.Cuts.SpansOf(terms);
        LeaverRate rate = plan.Attrition.For(holder.Role);
        LaterStay = new StayLaw(rate, 0);
        FirstStay = LaterStay;
        hired = holder;
        // What is assumed of one person is not assumed of who follows.
        successor = plan.Backfill == Backfill.FullQuota ? holder.Successor(each => each.WithRamp(Ramp.None)) : holder.Successor(each => each);
        Assumptions assumptions = run.Run.Assumptions;
        MeasuresDrawn = terms.MeasuresRead.Where(read => read.Scope != CreditScope.Team).Select(read => assumptions.IndexOf(read.Measure) + 1).DefaultIfEmpty().Max();
        PlanYear year = run.Run.Year;
        modelsOfFirst = [.. assumptions.Models.Select(model => assumptions.ModelOf(model.Measure, known ?? holder.HiredOn(year.Start), year))];
        modelsOfOthers = [.. assumptions.Models.Select(model => assumptions.ModelOf(model.Measure, successor.HiredOn(year.Start), year))];
        if (plan.VacantShare == 0)
            return;
        // Plans that ended before anybody came are nobody's.
        Participant always = holder.Successor(each => each.WithRamp(Ramp.None)).HiredOn(LocalDate.Max(holder.Hired, year.Start));
        territory = new VacantTerritory(run, always.TermsFor(year), plan.VacantShare, [.. wanted.Select(its => its && plan.VacantCredit == VacantCredit.ManagersTeam)]);
    }

    internal string Id { get; }

    internal ulong Entity { get; }

    /// <summary>The manager's hash, by which a team is known; null without one.</summary>
    internal ulong? Team { get; }

    /// <summary>To whom credits roll up, span by span, whoever holds it.</summary>
    internal ReportingSpan[] Reporting { get; }

    /// <summary>The month from which the territory is there, from 0.</summary>
    internal int OpensIn { get; private init; }

    /// <summary>By how much the start slips.</summary>
    internal DelayLaw Slip { get; private init; } = DelayLaw.None;

    /// <summary>How long the first incumbent stays.</summary>
    internal StayLaw FirstStay { get; private init; }

    /// <summary>How long any other stays.</summary>
    internal StayLaw LaterStay { get; }

    /// <summary>How long it takes until somebody follows.</summary>
    internal DelayLaw TimeToFill => plan.TimeToFill;

    /// <summary>Whether anybody follows.</summary>
    internal bool IsBackfilled => plan.Backfill != Backfill.Nobody;

    /// <summary>How many of the assumptions' measures, from the first, must be drawn.</summary>
    internal int MeasuresDrawn { get; }

    /// <summary>The position of somebody who is there, or known to come: their dates hold, and they may leave before the year is over unless their last day is known.</summary>
    internal static StaffedPosition Of(RunPlan run, HeadcountPlan plan, ParticipantTerms terms, bool[] wanted)
    {
        Participant known = terms.Participant;
        MeasurementPeriod[] months = terms.Year.Periods(Frequency.Monthly);
        int first = Array.FindIndex(months, month => month.Start >= known.Hired);
        // Whose last day is known leaves then; who comes so late that no month of the year is whole stays for the rest of it.
        if (first < 0 || known.Employment.End < LocalDate.MaxIsoValue)
            return new(run, plan, known, terms, wanted) { FirstStay = new StayLaw(LeaverRate.None, 0) };
        // Without a date of hire somebody has always been there.
        int tenure = known.Hired == LocalDate.MinIsoValue ? int.MaxValue / 2 : Period.Between(known.Hired, months[first].Start, PeriodUnits.Months).Months;
        return new(run, plan, known, terms, wanted) { OpensIn = first, FirstStay = new StayLaw(plan.Attrition.For(known.Role), tenure) };
    }

    /// <summary>An open position, with the terms of who would hold it all year.</summary>
    internal static StaffedPosition Of(RunPlan run, HeadcountPlan plan, PlannedPosition open, ParticipantTerms terms, bool[] wanted) =>
        new(run, plan, null, terms, wanted) { OpensIn = open.StartMonth - 1, Slip = plan.StartSlip };

    /// <summary>The models of an incumbent, 0 for the first, in each of the assumptions' measures.</summary>
    internal AttainmentModel[] ModelsOf(int incumbent) => incumbent == 0 ? modelsOfFirst : modelsOfOthers;

    /// <summary>The life of an incumbent, 0 for the first, who is there from a month up to another.</summary>
    internal Life LifeOf(int incumbent, int from, int to)
    {
        bool isKnown = incumbent == 0 && known is not null;
        return lives.GetOrAdd((isKnown, incumbent > 0, from, to), key => new(() => new Life(run, Employed(key.Known ? known! : key.Follows ? successor : hired, key.Known, from, to).TermsFor(run.Run.Year), wanted))).Value;
    }

    /// <summary>What the territory sells while it is vacant from a month up to another; null where that is nothing.</summary>
    internal TerritoryCredits? VacantFrom(int from, int to) => territory is null
        ? null
        : vacancies.GetOrAdd((from, to), span => new(() => territory.Between(run.Run.Year.Month(span.From + 1).Start, run.Run.Year.Month(span.To).End))).Value;

    /// <summary>Whether an incumbent of the roster is there at the end of a month, 0 to 11, if not gone by attrition: on its last day, and not only up to that.</summary>
    internal bool IsKnownAtEndOf(int month) => run.Run.Year.Month(month + 1).End is var end && known!.Employment.Contains(end.PlusDays(-1)) && known.Employment.Contains(end);

    /// <summary>Whether the first incumbent is of the roster.</summary>
    internal bool IsOfRoster => known is not null;

    private Participant Employed(Participant incumbent, bool isKnown, int from, int to)
    {
        Participant since = isKnown ? incumbent : incumbent.HiredOn(run.Run.Year.Month(from + 1).Start);
        return to == Incumbents.Months ? since : since.TerminatedOn(run.Run.Year.Month(to).End.PlusDays(-1));
    }
}
