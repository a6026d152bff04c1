using System.CommandLine;
using System.Globalization;
using CompModel.Files;
using CompModel.Reports;

namespace CompModel.Cli;

/// <summary><c>compmodel simulate FOLDER</c>: the distribution of a year's cost, as tables, HTML and JSON.</summary>
internal static class SimulateCommand
{
    private const string BudgetName = "incentive";
    private static readonly string TrialsExpected = FormattableString.Invariant($"1 to {RunDefinition.MaxTrials}, in digits; {Simulate.DefaultTrials} is the default");
    private static readonly string SeedExpected = FormattableString.Invariant($"0 to {ulong.MaxValue}, in digits");

    internal static Command Create(TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("folder") { Description = "The folder with plan.yaml, roster.csv and assumptions.yaml." };
        var trials = new Option<string>("--trials") { Description = "How many times the year is drawn.", HelpName = "N", DefaultValueFactory = _ => Simulate.DefaultTrials.ToString(CultureInfo.InvariantCulture) };
        var seed = new Option<string>("--seed") { Description = "The key of all random draws; the same seed gives the same figures.", HelpName = "N", DefaultValueFactory = _ => "1" };
        var budget = new Option<string?>("--budget") { Description = "A budget to compare with, such as incentive=7000000.", HelpName = "incentive=AMOUNT" };
        var detail = new Option<string>("--detail") { Description = "Down to whom; participant prints names.", HelpName = "company|team|participant", DefaultValueFactory = _ => "company" };
        var page = new Option<string?>("--out") { Description = "Write the report as one HTML file.", HelpName = "FILE.html" };
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON instead of tables." };
        var threads = new Option<string?>("--threads") { Description = "How many threads work on it; figures do not depend on it.", HelpName = "N" };
        var command = new Command("simulate", "What next year's plan costs: expected, low, high, by landing, by quarter.") { folder, trials, seed, budget, detail, page, json, threads };
        command.SetAction(arguments =>
        {
            int draws = (int)Typed.Whole("--trials", arguments.GetValue(trials)!, 1, RunDefinition.MaxTrials, TrialsExpected);
            ulong key = Typed.Whole("--seed", arguments.GetValue(seed)!, 0, ulong.MaxValue, SeedExpected);
            int? workers = arguments.GetValue(threads) is { } text ? (int)Typed.Whole("--threads", text, 1, int.MaxValue, "1 or more") : null;
            Detail depth = Typed.DetailOf("--detail", arguments.GetValue(detail)!);
            string? file = OutputFile.Checked(arguments.GetValue(page));
            decimal? stated = Budget(arguments.GetValue(budget));
            Case read = Typed.CaseOf(arguments.GetValue(folder)!);
            read.Require("assumptions.yaml");
            foreach (Diagnostic warning in read.Warnings)
                error.WriteLine(warning);
            Money? limit = stated is { } amount ? InCurrency(amount, read.Currency) : read.IncentiveBudget;
            var report = new CostReport(Title(arguments.GetValue(folder)!), Cost(read, draws, key, workers), limit, depth);
            if (file is not null)
                OutputFile.Write(file, HtmlReport.Render(report));
            if (arguments.GetValue(json))
                output.Write(CostJson.Render(report, depth));
            else
                new Screen(output).Show(report);
            if (file is not null)
                error.WriteLine($"compmodel: wrote {Path.GetFileName(file)}");
            return Tool.Done;
        });
        return command;
    }

    private static SimulatedCost Cost(Case read, int trials, ulong seed, int? threads)
    {
        try
        {
            return Simulate.Cost(read.SalesForce, read.Year, read.Assumptions!, trials, seed, threads);
        }
        catch (Exception impossible) when (Tool.Cause(impossible) is ArgumentException or OverflowException)
        {
            // Only together do people and assumptions show that, say, a company range cannot be, or that totals leave the range of exact sums.
            // The first line without the parameter's name is what concerns the author of a file.
            throw new RefusedException("E_ASSUMPTION", Tool.Cause(impossible).Message.Split('\n')[0].Split(" (Parameter '")[0]);
        }
    }

    private static decimal? Budget(string? text)
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
