using System.Globalization;
using CompModel.Files;
using CompModel.Reports;
using NodaTime;

namespace CompModel.Cli;

/// <summary>Which part of the plan year a statement is of: the year up to a day, one period alone, or what changed between two days.</summary>
internal sealed class StatementSpan
{
    /// <summary>What is said where no option names a span.</summary>
    internal const string Missing =
        "there is no span; expected --through DATE (the year up to a day), --period PERIOD (a period alone), or --from DATE --through DATE (what changed between two days)";

    private readonly Func<Participant, PaymentInputs, ParticipantStatement> read;

    private StatementSpan(string name, LocalDate lastDay, Func<Participant, PaymentInputs, ParticipantStatement> read)
    {
        Name = name;
        LastDay = lastDay;
        this.read = read;
    }

    /// <summary>"2026 through 2026-09-30".</summary>
    internal string Name { get; }

    /// <summary>The last day that counts.</summary>
    internal LocalDate LastDay { get; }

    /// <summary>What can be told of the options without the case: refused where they exclude each other or a date is none.</summary>
    internal static void Check(string? through, string? period, string? from)
    {
        if (period is not null && (through is not null || from is not null))
            throw Typed.Refused("--period", period, $"no {(through is null ? "--from" : "--through")} beside it: --period is one period alone, --through the year up to a day, --from and --through what changed between two days");
        if (through is null && from is not null)
            throw Typed.Refused("--from", from, "--through DATE beside it, the later day");
        LocalDate? last = through is null ? null : Typed.Day("--through", through), first = from is null ? null : Typed.Day("--from", from);
        if (first >= last)
            throw Typed.Refused("--from", from!, $"a day before --through, {through}");
    }

    /// <summary>The span in the plan year of a case. The options have been checked.</summary>
    internal static StatementSpan Of(Case read, string? through, string? period, string? from)
    {
        PlanYear year = read.Year;
        if (period is not null)
        {
            return year.TryPeriod(period, out MeasurementPeriod named)
                ? new(named.Name, named.End.PlusDays(-1), (participant, inputs) => ParticipantStatement.Of(named, participant, inputs))
                : throw Typed.Refused("--period", period, $"a period of {year}, such as {year.Codes}");
        }
        LocalDate last = Typed.Day("--through", through!);
        if (!year.Days.Contains(last))
            throw Typed.Refused("--through", through!, $"a day of the plan year, {year.Days}");
        if (from is null)
            return new(string.Create(CultureInfo.InvariantCulture, $"{year} through {last:uuuu-MM-dd}"), last, (participant, inputs) => ParticipantStatement.Through(last, participant, year, inputs));
        LocalDate first = Typed.Day("--from", from);
        if (first < year.Start.PlusDays(-1))
            throw Typed.Refused("--from", from, string.Create(CultureInfo.InvariantCulture, $"a day of the plan year, {year.Days}, or {year.Start.PlusDays(-1):uuuu-MM-dd}, the day before it"));
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{year}, change from {first:uuuu-MM-dd} to {last:uuuu-MM-dd}"), last,
            (participant, inputs) => ParticipantStatement.Change(first, last, participant, year, inputs));
    }

    /// <summary>A participant's statement of the span.</summary>
    internal ParticipantStatement Of(Participant participant, PaymentInputs inputs) => read(participant, inputs);
}
