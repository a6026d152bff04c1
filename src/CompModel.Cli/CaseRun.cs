using CompModel.Files;
using NodaTime;

namespace CompModel.Cli;

/// <summary>How one command simulates cases: with the same trials, seed and threads, so that they compare trial by trial.</summary>
internal sealed record CaseRun(int Trials, ulong Seed, int? Threads, RestOfYear Rest, CancellationToken Cancel)
{
    /// <summary>The run of a case, from its actuals through a day, or as planned without one.</summary>
    internal RunDefinition Of(Case read, LocalDate? through) => new(
        read.SalesForce, read.Year, read.Assumptions!, Trials, Seed,
        through is { } day ? new Actuals(day, read.Participants.SelectMany(person => read.InputsOf(person.Id).Credits), Rest) : null, Cancel);

    /// <summary>What it costs. A run that is known already is not run again.</summary>
    internal SimulatedCost Cost(Case read, LocalDate? through, params SimulatedCost[] known) => SimulateCommand.SimulationOf(() =>
    {
        RunDefinition run = Of(read, through);
        string print = known.Length == 0 ? "" : run.Fingerprint();
        return Array.Find(known, cost => cost.Run.Fingerprint() == print) ?? Simulate.Cost(run, Threads, Cancel);
    });
}
