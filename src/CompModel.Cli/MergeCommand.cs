using System.CommandLine;
using CompModel.Files;
using CompModel.Reports;

namespace CompModel.Cli;

/// <summary><c>compmodel merge FOLDER PARTS…</c>: what the undivided run prints, byte for byte, from the parts of all shards. Trials and seed are the parts'.</summary>
internal static class MergeCommand
{
    internal static Command Create(TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("folder") { Description = "The folder that was simulated, unchanged." };
        var files = new Argument<string[]>("parts") { Description = "The files that 'simulate --shard i/n --out FILE' wrote, in any order.", Arity = ArgumentArity.OneOrMore };
        var budget = new Option<string?>("--budget") { Description = "A budget to compare with, such as incentive=7000000.", HelpName = "incentive=AMOUNT" };
        var detail = new Option<string>("--detail") { Description = "Down to whom; participant prints names.", HelpName = "company|team|participant", DefaultValueFactory = _ => "company" };
        var page = new Option<string?>("--out") { Description = "Write the report as one HTML file.", HelpName = "FILE.html" };
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON instead of tables." };
        var threads = new Option<string?>("--threads") { Description = "How many threads work on it; figures do not depend on it.", HelpName = "N" };
        var command = new Command("merge", "The report of a simulation whose shards were carried out apart.") { folder, files, budget, detail, page, json, threads };
        var outlooks = new OutlookOptions();
        foreach (Option option in outlooks.All)
            command.Options.Add(option);
        command.SetAction(arguments =>
        {
            int? workers = arguments.GetValue(threads) is { } text ? SimulateCommand.Workers(text) : null;
            Detail depth = Typed.DetailOf("--detail", arguments.GetValue(detail)!);
            string? file = OutputFile.Checked(arguments.GetValue(page));
            decimal? stated = SimulateCommand.Budget(arguments.GetValue(budget));
            AskedOutlook asked = outlooks.Read(arguments, arguments.GetValue(folder)!);
            using var interrupt = new Interrupt(error);
            string[] parts = arguments.GetValue(files)!;
            SimulationPart merged = PartFile.Read(parts[0], interrupt.Token);
            Case read = SimulateCommand.CaseOf(asked, error);
            var shared = new CaseRun(merged.Trials, merged.Seed, workers, asked.Rest, interrupt.Token);
            Money? limit = SimulateCommand.BudgetOf(read, stated);
            SimulatedCost cost = SimulateCommand.SimulationOf(() =>
            {
                RunDefinition run = shared.Of(read, asked.Through);
                Check(parts[0], () => merged.CheckIsOf(run, interrupt.Token));
                // One after the other: never more than two in memory.
                foreach (string part in parts.Skip(1))
                {
                    SimulationPart next = PartFile.Read(part, interrupt.Token);
                    Check(part, () => merged = SimulationPart.Merge([merged, next], interrupt.Token));
                }
                return Simulate.Cost(run, [merged], workers, interrupt.Token);
            });
            SimulateCommand.Report(cost, read, asked, shared, arguments.GetValue(folder)!, limit, depth, file, arguments.GetValue(json), workers, interrupt, output, error);
            return Tool.Done;
        });
        return command;
    }

    private static void Check(string file, Action check)
    {
        try
        {
            check();
        }
        catch (PartException problem)
        {
            throw PartFile.Refused(Path.GetFileName(file), problem);
        }
    }
}
