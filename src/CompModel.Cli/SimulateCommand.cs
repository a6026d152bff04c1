using System.CommandLine;
using System.Globalization;
using CompModel.Files;
using CompModel.Reports;

namespace CompModel.Cli;

/// <summary><c>compmodel simulate FOLDER</c>: the distribution of a year's cost, as tables, HTML and JSON.</summary>
internal static class SimulateCommand
{
    private const string BudgetName = "incentive";

    internal static Command Create(TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("folder") { Description = "The folder with plan.yaml, roster.csv and assumptions.yaml." };
        var trials = new Option<int>("--trials") { Description = "How many times the year is drawn.", DefaultValueFactory = _ => Simulate.DefaultTrials };
        var seed = new Option<ulong>("--seed") { Description = "The key of all random draws; the same seed gives the same figures.", DefaultValueFactory = _ => 1 };
        var budget = new Option<string?>("--budget") { Description = "A budget to compare with, such as incentive=7000000.", HelpName = "incentive=AMOUNT" };
        var detail = new Option<Detail>("--detail") { Description = "Down to whom; participant prints names.", DefaultValueFactory = _ => Detail.Company };
        var page = new Option<string?>("--out") { Description = "Write the report as one HTML file.", HelpName = "FILE.html" };
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON instead of tables." };
        var threads = new Option<int?>("--threads") { Description = "How many threads work on it; figures do not depend on it." };
        var command = new Command("simulate", "What next year's plan costs: expected, low, high, by landing, by quarter.") { folder, trials, seed, budget, detail, page, json, threads };
        command.SetAction(arguments =>
        {
            Check(arguments.GetValue(trials), arguments.GetValue(threads));
            string? file = OutputFile.Checked(arguments.GetValue(page));
            Money? stated = Budget(arguments.GetValue(budget), Currency.None);
            Case read = CaseFolder.Read(arguments.GetValue(folder)!);
            read.Require("assumptions.yaml");
            foreach (Diagnostic warning in read.Warnings)
                error.WriteLine(warning);
            Money? limit = stated is { } money ? new Money(money.Value, read.Currency) : read.IncentiveBudget;
            var report = new CostReport(
                Title(arguments.GetValue(folder)!), Cost(read, arguments.GetValue(trials), arguments.GetValue(seed), arguments.GetValue(threads)), limit, arguments.GetValue(detail));
            if (file is not null)
                OutputFile.Write(file, HtmlReport.Render(report));
            if (arguments.GetValue(json))
                output.Write(CostJson.Render(report, arguments.GetValue(detail)));
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
        catch (ArgumentException impossible)
        {
            // Only together do people and assumptions show that, say, a company range cannot be.
            throw new RefusedException("E_ASSUMPTION", impossible.Message);
        }
    }

    private static void Check(int trials, int? threads)
    {
        if (trials is < 1 or > RunDefinition.MaxTrials)
            throw new RefusedException("E_OPTION", string.Create(CultureInfo.InvariantCulture, $"--trials is {trials}; expected 1 to {RunDefinition.MaxTrials}; 100000 is the default"));
        if (threads is < 1)
            throw new RefusedException("E_OPTION", string.Create(CultureInfo.InvariantCulture, $"--threads is {threads}; expected 1 or more"));
    }

    private static Money? Budget(string? text, Currency currency)
    {
        if (text is null)
            return null;
        string[] parts = text.Split('=');
        if (parts.Length != 2 || parts[0] != BudgetName)
            throw new RefusedException("E_OPTION", $"--budget is '{text}'; expected {BudgetName}=AMOUNT, such as {BudgetName}=7000000");
        if (!decimal.TryParse(parts[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount) || amount is <= 0 or >= 1_000_000_000_000_000m || decimal.Round(amount, 2) != amount)
            throw new RefusedException("E_OPTION", $"--budget is '{text}'; expected an amount above 0 and below 10^15 such as 7000000, without separators");
        return new Money(amount, currency);
    }

    // enterprise-account-manager → Enterprise account manager.
    private static string Title(string folder)
    {
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))).Replace('-', ' ').Replace('_', ' ').Trim();
        return name.Length == 0 ? "Sales compensation" : string.Concat(name[..1].ToUpperInvariant(), name[1..]);
    }
}
