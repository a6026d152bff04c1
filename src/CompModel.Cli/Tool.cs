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

    internal static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("CompModel: what a sales compensation plan pays, what next year's will cost, and how sure that is.");
        root.Subcommands.Add(SimulateCommand.Create(output, error));
        root.Subcommands.Add(StatementCommand.Create(output, error));
        ParseResult arguments = root.Parse(args);
        if (arguments.Errors.Count > 0)
        {
            foreach (System.CommandLine.Parsing.ParseError problem in arguments.Errors)
                error.WriteLine($"compmodel: error E_USAGE: {problem.Message}");
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
        catch (RefusedException refused)
        {
            error.WriteLine($"compmodel: error {refused.Code}: {refused.Message}");
            return Refused;
        }
    }
}
