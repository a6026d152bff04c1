using System.CommandLine;
using System.Globalization;
using CompModel.Files;
using CompModel.Reports;
using NodaTime;

namespace CompModel.Cli;

/// <summary><c>compmodel simulate FOLDER</c>: the distribution of a year's cost, as tables, HTML and JSON.</summary>
internal static class SimulateCommand
{
    private const string BudgetName = "incentive";
    private const ulong MostSeconds = 86_400;

    internal static Command Create(TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("folder") { Description = "The folder with plan.yaml, roster.csv and assumptions.yaml." };
        var trials = new Option<string>("--trials") { Description = "How many times the year is drawn.", HelpName = "N", DefaultValueFactory = _ => Simulate.DefaultTrials.ToString(CultureInfo.InvariantCulture) };
        var seed = new Option<string>("--seed") { Description = "The key of all random draws; the same seed gives the same figures.", HelpName = "N", DefaultValueFactory = _ => "1" };
        var budget = new Option<string?>("--budget") { Description = "A budget to compare with, such as incentive=7000000.", HelpName = "incentive=AMOUNT" };
        var detail = new Option<string>("--detail") { Description = "Down to whom; participant prints names.", HelpName = "company|team|participant", DefaultValueFactory = _ => "company" };
        var page = new Option<string?>("--out") { Description = "Write the report as one HTML file; with --shard, the part.", HelpName = "FILE.html" };
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON instead of tables." };
        var threads = new Option<string?>("--threads") { Description = "How many threads work on it; figures do not depend on it.", HelpName = "N" };
        var shard = new Option<string?>("--shard") { Description = "Do one share of the work, such as 2/5, and write it to --out; 'merge' makes the report of all.", HelpName = "i/n" };
        var resume = new Option<string?>("--resume") { Description = "Keep finished chunks in a file as it goes, and go on from it after a kill; it is removed at the end.", HelpName = "FILE" };
        var timeLimit = new Option<string?>("--time-limit") { Description = "Draw as many of the trials as fit in about so many seconds; the report says how many.", HelpName = "SECONDS" };
        var command = new Command("simulate", "What next year's plan costs: expected, low, high, by landing, by quarter.") { folder, trials, seed, budget, detail, page, json, threads, shard, resume, timeLimit };
        var outlooks = new OutlookOptions();
        foreach (Option option in outlooks.All)
            command.Options.Add(option);
        command.SetAction(arguments =>
        {
            int draws = Typed.Trials(arguments.GetValue(trials)!);
            ulong key = Typed.Seed(arguments.GetValue(seed)!);
            int? workers = arguments.GetValue(threads) is { } text ? Workers(text) : null;
            Detail depth = Typed.DetailOf("--detail", arguments.GetValue(detail)!);
            Shard? share = arguments.GetValue(shard) is { } typed ? ShardOf(typed, arguments.GetValue(page)) : null;
            string? file = OutputFile.Checked(arguments.GetValue(page), ending: share is null ? ".html" : "");
            string? kept = OutputFile.Checked(arguments.GetValue(resume), "--resume", "");
            TimeSpan? time = arguments.GetValue(timeLimit) is { } seconds ? TimeOf(seconds, share is not null || kept is not null) : null;
            decimal? stated = Budget(arguments.GetValue(budget));
            using var interrupt = new Interrupt(error);
            AskedOutlook asked = outlooks.Read(arguments, arguments.GetValue(folder)!);
            if (share is not null && asked.Since is { } earlier)
                throw Typed.Refused("--since", earlier.Folder, "no --shard beside it: 'merge' tells the change");
            if (time is not null && asked.Since is { } compared)
                throw Typed.Refused("--since", compared.Folder, "no --time-limit beside it: a change is told between several runs of equal trials");
            Case read = CaseOf(asked, error);
            Money? limit = BudgetOf(read, stated);
            var run = new CaseRun(draws, key, workers, asked.Rest, interrupt.Token);
            // Hires and leavers are drawn in a run of their own, which takes up to twice as long as that of the roster.
            if (time / (HasPeople(read, asked.Through) ? 3 : 1) is { } available)
                run = run with { Trials = SimulationOf(() => Simulate.Within(available, run.Of(read, asked.Through), workers, interrupt.Token)).Trials };
            if (share is { } one)
            {
                SimulationPart part = SimulationOf(() => ResumedRun.Part(run.Of(read, asked.Through), one, kept, workers, error, interrupt.Token));
                interrupt.Writing();
                PartFile.Write(file!, part);
                ResumedRun.Finish(kept);
                error.WriteLine(FormattableString.Invariant($"compmodel: wrote {Path.GetFileName(file)}, shard {one} with {part.Chunks.Count} of the run's {part.ChunksOfRun} chunks, instead of a report; 'compmodel merge' makes one of all shards"));
                return Tool.Done;
            }
            RunDefinition whole = SimulationOf(() => run.Of(read, asked.Through));
            SimulatedCost cost = SimulationOf(() => kept is null
                ? Drawn(whole, workers, error, interrupt.Token)
                : Simulate.Cost(whole, [ResumedRun.Part(whole, Shard.Whole, kept, workers, error, interrupt.Token)], workers, interrupt.Token));
            Report(cost, read, asked, run, arguments.GetValue(folder)!, limit, depth, file, arguments.GetValue(json), workers, interrupt, output, error);
            ResumedRun.Finish(kept);
            return Tool.Done;
        });
        return command;
    }

    /// <summary>The case that is asked for; its warnings are printed.</summary>
    internal static Case CaseOf(AskedOutlook asked, TextWriter error)
    {
        Case read = asked.Read();
        foreach (Diagnostic warning in read.Warnings)
            error.WriteLine(warning);
        return read;
    }

    /// <summary>Prints a cost, and writes it as a page where a file is named: all of it is arranged before the first word is out.</summary>
    internal static void Report(
        SimulatedCost cost, Case read, AskedOutlook asked, CaseRun run, string folder, Money? budget, Detail depth, string? file, bool json, int? threads, Interrupt interrupt, TextWriter output, TextWriter error)
    {
        CostChange? change = asked.Since is null ? null : ChangeRun.Of(asked, run, read, cost);
        interrupt.Arranging();
        // Of the roster as it is and, where there is a headcount plan, with hires and leavers.
        HeadcountCost? people = HasPeople(read, asked.Through) ? SimulationOf(() => Simulate.Headcount(cost.Run, threads, interrupt.Token)) : null;
        YearOutlook? outlook = asked.Through is null ? null : new(cost, read.InputsOf);
        var report = new CostReport(Title(folder), cost, budget, depth, people, outlook, change, asked.Landing);
        string? page = file is null ? null : HtmlReport.Render(report), figures = json ? CostJson.Render(report, depth) : null;
        interrupt.Writing();
        if (file is not null)
            OutputFile.Write(file, page!);
        if (figures is not null)
            output.Write(figures);
        else
            new Screen(output).Show(report);
        if (file is not null)
            error.WriteLine($"compmodel: wrote {Path.GetFileName(file)}");
    }

    private static SimulatedCost Drawn(RunDefinition run, int? threads, TextWriter error, CancellationToken cancel)
    {
        using var line = new ProgressLine(error);
        return Simulate.Cost(run, threads, cancel, line);
    }

    /// <summary>What a simulation answers; what is impossible only together is refused as the files' problem.</summary>
    internal static T SimulationOf<T>(Func<T> simulate)
    {
        try
        {
            return simulate();
        }
        catch (PartException problem)
        {
            throw PartFile.Refused("", problem);
        }
        catch (Exception impossible) when (Tool.Cause(impossible) is ArgumentException or OverflowException)
        {
            // Only together do people and assumptions show that, say, a company range cannot be, or that totals leave the range of exact sums.
            // The first line without the parameter's name is what concerns the author of a file.
            throw new RefusedException("E_ASSUMPTION", Tool.Cause(impossible).Message.Split('\n')[0].Split(" (Parameter '")[0]);
        }
    }

    /// <summary>How many threads are asked for.</summary>
    internal static int Workers(string text) => (int)Typed.Whole("--threads", text, 1, int.MaxValue, "1 or more");

    /// <summary>A budget as typed, or the one of the files.</summary>
    internal static Money? BudgetOf(Case read, decimal? stated) => stated is { } amount ? InCurrency(amount, read.Currency) : read.IncentiveBudget;

    // Shards, and what goes on after a kill, are of one run: the same trials on any machine, at any time.
    private static TimeSpan TimeOf(string seconds, bool cut) => cut
        ? throw Typed.Refused("--time-limit", seconds, "neither --shard nor --resume beside it: they are of a run whose trials are known")
        : TimeSpan.FromSeconds(Typed.Whole("--time-limit", seconds, 1, MostSeconds, FormattableString.Invariant($"1 to {MostSeconds} seconds, in digits")));

    // A year that has begun is told of the people who are there.
    private static bool HasPeople(Case read, LocalDate? through) => read.Assumptions!.Headcount is not null && through is null;

    private static Shard ShardOf(string text, string? file)
    {
        if (!Shard.TryParse(text, out Shard shard))
            throw Typed.Refused("--shard", text, FormattableString.Invariant($"i/n such as 2/5: one of 1 to {Shard.Most} shards"));
        return file is null ? throw Typed.Refused("--shard", text, "--out FILE beside it, for the part") : shard;
    }

    internal static decimal? Budget(string? text)
    {
        if (text is null)
            return null;
        string[] parts = text.Split('=');
        if (parts.Length != 2 || parts[0] != BudgetName)
            throw Typed.Refused("--budget", text, $"{BudgetName}=AMOUNT, such as {BudgetName}=7000000");
        return decimal.TryParse(parts[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount) && amount is > 0 and < 1_000_000_000_000_000m
            ? amount
            : throw Typed.Refused("--budget", text, "an amount above 0 and below 10^15 such as 7000000, without separators");
    }

    // How many decimals an amount may have is known when the currency is.
    private static Money InCurrency(decimal amount, Currency currency) => decimal.Round(amount, currency.MinorUnitDigits) == amount
        ? new Money(amount, currency)
        : throw Typed.Refused("--budget", FormattableString.Invariant($"{BudgetName}={amount}"), FormattableString.Invariant($"at most {currency.MinorUnitDigits} decimals, as {currency} has"));

    // enterprise-account-manager → Enterprise account manager.
    private static string Title(string folder)
    {
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))).Replace('-', ' ').Replace('_', ' ').Trim();
        return name.Length == 0 ? "Sales compensation" : string.Concat(name[..1].ToUpperInvariant(), name[1..]);
    }
}
