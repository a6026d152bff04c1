using System.Globalization;

namespace CompModel.Tests;

/// <summary>What a plan year is held against.</summary>
internal enum Check
{
    /// <summary>A second, slow implementation, month by month and component by component.</summary>
    Oracle,

    /// <summary>Itself: months, positions and lines add up.</summary>
    Conservation,
}

/// <summary>What is asked for: plan years of consecutive numbers.</summary>
internal sealed record Options(long Count, long From, ulong Seed, Check Check)
{
    public const string Usage = "CompModel.PlanYears [count, 100000 by default] [--check oracle|conservation] [--from number] [--seed number]";

    /// <summary>Reads the command line. Throws <see cref="ArgumentException"/> naming what it does not know.</summary>
    public static Options Of(string[] words)
    {
        var options = new Options(100_000, 0, 1, Check.Oracle);
        for (int i = 0; i < words.Length; i++)
        {
            options = words[i] switch
            {
                "--check" => options with { Check = Next(words, ref i) switch { "oracle" => Check.Oracle, "conservation" => Check.Conservation, var other => throw new ArgumentException($"A check is oracle or conservation, not '{other}'.") } },
                "--from" => options with { From = Number(Next(words, ref i)) },
                "--seed" => options with { Seed = (ulong)Number(Next(words, ref i)) },
                _ => options with { Count = Number(words[i]) },
            };
        }
        return options;
    }

    private static string Next(string[] words, ref int i) => ++i < words.Length ? words[i] : throw new ArgumentException($"After {words[i - 1]} a value is missing.");

    private static long Number(string word) => long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number < long.MaxValue / 2
        ? number
        : throw new ArgumentException($"'{word}' is no whole number of at least zero.");
}
