using System.Diagnostics;
using System.Globalization;
using System.Text;
using CompModel.Cli;

namespace CompModel.Tests;

/// <summary>What the tool answered: its exit code and what it wrote.</summary>
internal sealed record Ran(int Code, string Output, string Error)
{
    /// <summary>The lines of standard error.</summary>
    internal string[] Complaints => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs the tool in this process.</summary>
    internal static Ran Tool(params string[] args)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var error = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        int code = CompModel.Cli.Tool.Run(args, output, error);
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs the tool in this process where the machine speaks another language.</summary>
    internal static Ran ToolIn(string culture, params string[] args)
    {
        (CultureInfo before, CultureInfo beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return Tool(args);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }

    /// <summary>Runs the built tool as a process of its own, with some environment variables; its output is read as UTF-8, whatever they say.</summary>
    internal static Ran Process(string[] args, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string argument in (string[])["exec", typeof(Tool).Assembly.Location, .. args])
            start.ArgumentList.Add(argument);
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = System.Diagnostics.Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return new(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Standard output of a run that must succeed without a word on standard error.</summary>
    internal string Clean()
    {
        Assert.Equal("", Error);
        Assert.Equal(0, Code);
        return Output;
    }
}
