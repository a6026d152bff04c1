using System.Globalization;
using CompModel.Files;
using CompModel.Reports;

namespace CompModel.Cli;

/// <summary>Reads what was typed as an option's value. What is not allowed is refused in one line that says what is.</summary>
internal static class Typed
{
    /// <summary>Digits alone, in a range.</summary>
    internal static ulong Whole(string option, string text, ulong least, ulong most, string expected) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value) && value >= least && value <= most
            ? value
            : throw Refused(option, text, expected);

    /// <summary>One of the words, in small letters or large; never a number, for that would name a level that is none.</summary>
    internal static Detail DetailOf(string option, string text) => text.ToLowerInvariant() switch
    {
        "company" => Detail.Company,
        "team" => Detail.Team,
        "participant" => Detail.Participant,
        _ => throw Refused(option, text, "company, team or participant"),
    };

    /// <summary>The case of a folder.</summary>
    internal static Case CaseOf(string folder) => string.IsNullOrWhiteSpace(folder)
        ? throw Refused("FOLDER", folder, "a folder with plan.yaml and roster.csv")
        : CaseFolder.Read(folder);

    internal static RefusedException Refused(string option, string text, string expected) => new("E_OPTION", $"{option} is '{text}'; expected {expected}");
}
