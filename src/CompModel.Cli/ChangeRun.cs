using CompModel.Files;
using CompModel.Reports;
using NodaTime;

namespace CompModel.Cli;

/// <summary>Simulates the steps from an earlier case to today's: one group of its files after the other is replaced by today's.</summary>
internal static class ChangeRun
{
    internal static CostChange Of(AskedOutlook asked, CaseRun run, Case today, SimulatedCost now)
    {
        SimulatedCost earlier = run.Cost(asked.ReadEarlier(today), asked.SinceThrough), before = earlier;
        CaseSources sources = asked.Since!;
        List<CostStep> steps = [];
        List<string> causes = [], because = [];
        foreach (CaseGroup group in CaseGroup.All)
        {
            sources = sources.With(group, asked.Sources);
            causes.Add(group.Name);
            SimulatedCost after = now;
            if (group != CaseGroup.All[^1])
            {
                if (Between(sources, asked.Through, run, [before, now], out string reason) is not { } simulated)
                {
                    because.Add(reason);
                    continue;
                }
                after = simulated;
            }
            steps.Add(new(string.Join(" and ", causes), after.ChangeSince(before), because.Count == 0 ? "" : $"one step, for between them {because[0]}"));
            before = after;
            causes.Clear();
            because.Clear();
        }
        return new(NameOf(asked), earlier.Incentive, steps, now.ChangeSince(earlier));
    }

    // What is neither the earlier case nor today's may not hold together; then the next group goes with it.
    private static SimulatedCost? Between(CaseSources sources, LocalDate? through, CaseRun run, SimulatedCost[] known, out string reason)
    {
        try
        {
            reason = "";
            return run.Cost(CaseFolder.Read(sources), through, known);
        }
        catch (InvalidInputException refused)
        {
            Diagnostic first = refused.Diagnostics.First(diagnostic => diagnostic.Severity == Severity.Error);
            reason = $"{first.File} does not fit: {first.Found}; expected {first.Expected}";
        }
        catch (RefusedException refused)
        {
            reason = $"nothing can be simulated: {refused.Message}";
        }
        return null;
    }

    private static string NameOf(AskedOutlook asked)
    {
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(asked.Since!.Folder)));
        return asked.SinceThrough is { } day ? FormattableString.Invariant($"Earlier run, {name} through {day:uuuu-MM-dd}") : $"Earlier run, {name}, before any actuals";
    }
}
