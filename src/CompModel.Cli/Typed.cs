using System.Globalization;
using CompModel.Files;
using CompModel.Reports;
using NodaTime;
using NodaTime.Text;

namespace CompModel.Cli;

/// <summary>Reads what was typed as an option's value. What is not allowed is refused in one line that says what is.</summary>
internal static class Typed
{
    /// <summary>Digits alone, in a range.</summary>
    internal static ulong Whole(string option, string text, ulong least, ulong most, string expected) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value) && value >= least && value <= most
            ? value
            : throw Refused(option, text, expected);

    /// <summary>How many trials are asked for.</summary>
    internal static int Trials(string text) =>
        (int)Whole("--trials", text, 1, RunDefinition.MaxTrials, FormattableString.Invariant($"1 to {RunDefinition.MaxTrials}, in digits; {Simulate.DefaultTrials} is the default"));

    /// <summary>Which seed is asked for.</summary>
    internal static ulong Seed(string text) => Whole("--seed", text, 0, ulong.MaxValue, FormattableString.Invariant($"0 to {ulong.MaxValue}, in digits"));

    /// <summary>One of the words, in small letters or large; never a number, for that would name a level that is none.</summary>
    internal static Detail DetailOf(string option, string text) => text.ToLowerInvariant() switch
    {
        "company" => Detail.Company,
        "team" => Detail.Team,
        "participant" => Detail.Participant,
        _ => throw Refused(option, text, "company, team or participant"),
    };

    /// <summary>A percentage with its sign, above 0 and at most 1,000 %: 90 % is 0.9.</summary>
    internal static Rational Percent(string option, string text) =>
        text.TrimEnd() is [.. var digits, '%'] && decimal.TryParse(digits.TrimEnd(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal percent) && percent is > 0 and <= 1000
            ? percent.Percent
            : throw Refused(option, text, "a percentage above 0 % and at most 1000 % with its sign, such as 90%");

    /// <summary>A day, as files write it.</summary>
    internal static LocalDate Day(string option, string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true } parsed ? parsed.Value : throw Refused(option, text, "a date such as 2026-09-30");

    /// <summary>The price of a share: an amount above zero and its currency, which stand together; null for neither.</summary>
    internal static Amount? Price(string? amount, string? currency)
    {
        if (amount is null && currency is null)
            return null;
        if (amount is null)
            throw Refused("--currency", currency!, "--price AMOUNT beside it, the price of a share");
        if (!decimal.TryParse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) || value is <= 0 or >= 1_000_000_000_000_000m || decimal.Round(value, 12) != value)
            throw Refused("--price", amount, "an amount above 0 without separators, such as 42.50, with at most twelve decimals");
        if (currency is null)
            throw Refused("--price", amount, "--currency CODE beside it, such as USD");
        return Currency.TryOf(currency, out Currency known) && known != Currency.None
            ? new(value, known)
            : throw Refused("--currency", currency, "a currency code of ISO 4217 in capitals, such as USD");
    }

    /// <summary>The case of a folder.</summary>
    internal static Case CaseOf(string folder) => CaseFolder.Read(SourcesOf("FOLDER", folder));

    /// <summary>The files of a folder.</summary>
    internal static CaseSources SourcesOf(string option, string folder) => string.IsNullOrWhiteSpace(folder)
        ? throw Refused(option, folder, "a folder with plan.yaml and roster.csv")
        : new(folder);

    internal static RefusedException Refused(string option, string text, string expected) => new("E_OPTION", $"{option} is '{text}'; expected {expected}");
}
