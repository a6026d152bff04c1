using System.CommandLine;
using CompModel.Files;

namespace CompModel.Cli;

/// <summary>The tool: reads its arguments, runs a command, and turns every refusal into diagnostics and exit code 2.</summary>
internal static class Tool
{
    /// <summary>All went well.</summary>
    internal const int Done = 0;

    /// <summary>The input or the arguments were refused; nothing was written.</summary>
    internal const int Refused = 2;

    /// <summary>Stopped by Ctrl-C or a polite kill: what shells answer for the former.</summary>
    internal const int Interrupted = 130;

    /// <summary>What is said then.</summary>
    internal const string InterruptedText = "compmodel: interrupted; no report was written";

    internal static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("CompModel: what a sales compensation plan pays, what next year's will cost, and how sure that is.");
        root.Subcommands.Add(SimulateCommand.Create(output, error));
        root.Subcommands.Add(MergeCommand.Create(output, error));
        root.Subcommands.Add(StatementCommand.Create(output, error));
        root.Subcommands.Add(VestCommand.Create(output, error));
        root.Subcommands.Add(OfferCommand.Create(output, error));
        // No response files: an argument that starts with '@' is what it says.
        ParseResult arguments = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (arguments.Errors.Count > 0)
        {
            // Without a command the parser complains of every word that follows; what is missing is the command.
            string[] problems = arguments.CommandResult.Command == root
                ? [$"{(args.Length == 0 ? "there is no command" : $"the command is '{args[0]}'")}; expected {Listed([.. root.Subcommands.Select(command => command.Name)])}"]
                : [.. arguments.Errors.Select(problem => problem.Message)];
            foreach (string problem in problems)
                error.WriteLine($"compmodel: error E_USAGE: {problem}");
            error.WriteLine("compmodel: see 'compmodel --help' or 'compmodel COMMAND --help'");
            return Refused;
        }
        var console = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        try
        {
            return arguments.Invoke(console);
        }
        catch (InvalidInputException refused)
        {
            foreach (Diagnostic diagnostic in refused.Diagnostics)
                error.WriteLine(diagnostic);
            return Refused;
        }
        catch (Exception failure) when (Cause(failure) is RefusedException refused)
        {
            error.WriteLine($"compmodel: error {refused.Code}: {refused.Message}");
            return Refused;
        }
        catch (OperationCanceledException)
        {
            error.WriteLine(InterruptedText);
            return Interrupted;
        }
        catch (Exception failure) when (Cause(failure) is InsufficientMemoryException known)
        {
            error.WriteLine($"compmodel: error E_MEMORY: {known.Message}: fewer --trials, or fewer --threads");
            return Refused;
        }
        catch (Exception failure) when (Cause(failure) is OutOfMemoryException)
        {
            error.WriteLine("compmodel: error E_MEMORY: the run does not fit in memory; expected fewer --trials");
            return Refused;
        }
    }

    /// <summary>What failed: threads that fail together report one exception for all.</summary>
    internal static Exception Cause(Exception failure) => failure is AggregateException all ? all.Flatten().InnerExceptions[0] : failure;

    private static string Listed(string[] words) => $"{string.Join(", ", words[..^1])} or {words[^1]}";
}
