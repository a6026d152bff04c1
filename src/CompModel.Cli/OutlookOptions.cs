using System.CommandLine;
using CompModel.Files;
using NodaTime;

namespace CompModel.Cli;

/// <summary>From which day on a year is drawn, since which earlier run its change is told, and where the company lands: options of <c>simulate</c>.</summary>
internal sealed class OutlookOptions
{
    private readonly Option<string?> actuals = new("--actuals") { Description = "With --through: the deals that have happened, a file of the folder or a path; deals.csv without it.", HelpName = "FILE.csv" };
    private readonly Option<string?> through = new("--through") { Description = "The last day that has happened: up to it statements count, the rest is drawn from there.", HelpName = "DATE" };
    private readonly Option<string?> rest = new("--rest") { Description = "With --through: how the rest is assumed to go; as-planned is the default.", HelpName = "as-planned|run-rate|weighted" };
    private readonly Option<string?> since = new("--since") { Description = "The folder of an earlier run, to tell the change since then by cause.", HelpName = "FOLDER" };
    private readonly Option<string?> sinceThrough = new("--since-through") { Description = "With --since: the last day that had happened then; none without it.", HelpName = "DATE" };

    private readonly Option<string?> landing = new("--landing") { Description = "What it costs if the company lands at a share of its plan, line by line.", HelpName = "90%" };

    /// <summary>The options, in the order of the help.</summary>
    internal IEnumerable<Option> All => [actuals, through, rest, since, sinceThrough, landing];

    /// <summary>What was asked for; refused where options miss each other, name no day, or name a file or folder that is not there.</summary>
    internal AskedOutlook Read(ParseResult arguments, string folder)
    {
        (string? file, string? last, string? word, string? earlier, string? earlierLast) =
            (arguments.GetValue(actuals), arguments.GetValue(through), arguments.GetValue(rest), arguments.GetValue(since), arguments.GetValue(sinceThrough));
        if (last is null && (file is not null || word is not null))
            throw Typed.Refused(file is null ? "--rest" : "--actuals", file ?? word!, "--through DATE beside it, the last day that has happened");
        if (earlier is null && earlierLast is not null)
            throw Typed.Refused("--since-through", earlierLast, "--since FOLDER beside it, the earlier case");
        LocalDate? day = last is null ? null : Typed.Day("--through", last), earlierDay = earlierLast is null ? null : Typed.Day("--since-through", earlierLast);
        CaseSources sources = Typed.SourcesOf("FOLDER", folder);
        return new(
            file is null ? sources : sources.With(CaseGroup.Actuals.FileNames[0], Found(folder, file)), day, word is null ? RestOfYear.AsPlanned : RestOf(word),
            earlier is null ? null : Typed.SourcesOf("--since", earlier), earlierDay) { IsNamed = file is not null, Landing = arguments.GetValue(landing) is { } share ? Typed.Percent("--landing", share) : null };
    }

    private static RestOfYear RestOf(string word) => word switch
    {
        "as-planned" => RestOfYear.AsPlanned,
        "run-rate" => RestOfYear.RunRate,
        "weighted" => RestOfYear.Weighted,
        _ => throw Typed.Refused("--rest", word, "as-planned, run-rate or weighted"),
    };

    // A name of the folder comes first, so that the same command works from anywhere.
    private static string Found(string folder, string file)
    {
        string inside = Path.Combine(folder, file);
        return !string.IsNullOrWhiteSpace(file) && File.Exists(inside) ? inside
            : File.Exists(file) ? file
            : throw Typed.Refused("--actuals", file, "the name of a file in the folder of the case, such as deals.csv, or the path of one");
    }
}
