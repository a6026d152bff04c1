using System.Text.RegularExpressions;

namespace CompModel.Tests;

/// <summary>Rules that hold by source: which folder may see which, how types are named, that nothing reads a clock or draws at random.</summary>
public partial class SourceFacts
{
    // What each folder may mention, besides itself. A folder that is not listed here fails.
    private static readonly Dictionary<string, string[]> Sees = new(StringComparer.Ordinal)
    {
        ["Amounts"] = [],
        ["Calendars"] = ["Amounts"],
        ["Plans"] = ["Amounts", "Calendars"],
        ["Performance"] = ["Amounts", "Calendars", "Plans"],
        ["Statements"] = ["Amounts", "Calendars", "Plans", "Performance"],
        ["Equity"] = ["Amounts", "Calendars", "Plans"],
        ["Offers"] = ["Amounts", "Calendars", "Plans", "Performance", "Statements", "Equity"],
    };

    private static readonly string[] ForbiddenEnds = ["Engine", "Manager", "Helper", "Helpers", "Util", "Utils", "Service", "Info", "Data", "Base"];

    private static readonly HashSet<string> ForbiddenWords = new(
        ["DateTime", "DateTimeOffset", "Stopwatch", "SystemClock", "IClock", "TimeProvider", "Environment", "Random", "RandomNumberGenerator", "NewGuid", "float", "double", "dynamic"],
        StringComparer.Ordinal);

    // After these a word is no declared name.
    private static readonly HashSet<string> Keywords = new(
        ("abstract and as async await base case class const default else enum event extension extern file fixed foreach from get goto implicit explicit in init interface internal is let "
            + "lock nameof new not operator or orderby out override params partial private protected public readonly record ref required return scoped sealed select set static struct "
            + "switch this throw typeof unsafe using virtual when where while with yield").Split(' '),
        StringComparer.Ordinal);

    [Fact]
    public void Arrows_between_folders_point_one_way() => Assert.Empty(BackwardMentions(Files()));

    [Fact]
    public void The_search_for_arrows_finds_one_that_is_planted_and_ignores_comments_and_strings()
    {
        List<(string Folder, string Path, string Text)> files = [.. Files()];
        files.Add(("Amounts", "Planted.cs", "// a Statement is fine here\ninternal static class Planted { string s = \"PayoutCurve\"; /* Quota */ (Rational Attainment, int? Quota) x = Hierarchy.Count; int y = x.Attainment; }"));
        Assert.Equal(["Amounts/Planted.cs mentions Hierarchy of Performance"], BackwardMentions(files));
    }

    [Fact]
    public void Every_folder_has_its_place_in_the_order() =>
        Assert.All(Files().Select(file => file.Folder).Distinct(), folder => Assert.Contains(folder, Sees.Keys));

    [Fact]
    public void No_type_is_named_for_what_it_does_not_say()
    {
        string[] types = [.. Files().SelectMany(file => Declared(Code(file.Text)))];
        Assert.Contains("PayoutCurve", types);
        Assert.Contains("DateRange", types);
        Assert.DoesNotContain(types, type => ForbiddenEnds.Any(end => type.EndsWith(end, StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_reads_a_clock_draws_at_random_or_names_a_floating_point_type() =>
        Assert.Empty(Files().SelectMany(file => Words(Code(file.Text)).Where(ForbiddenWords.Contains).Select(word => $"{file.Path}: {word}")));

    [Fact]
    public void A_file_is_named_for_a_type_it_declares() =>
        // A type in parts has a file for each, such as PayoutCurve.Algebra.cs.
        Assert.Empty(Files().Where(file => !Declared(Code(file.Text)).Contains(Path.GetFileName(file.Path).Split('.')[0])).Select(file => file.Path));

    private static List<string> BackwardMentions(IEnumerable<(string Folder, string Path, string Text)> files)
    {
        List<(string Folder, string Path, string[] Words, string[] Declared)> read =
            [.. files.Select(file => (file.Folder, file.Path, Used(Code(file.Text)).ToArray(), TopLevel(Code(file.Text)).ToArray()))];
        ILookup<string, string> homes = read.SelectMany(file => file.Declared.Select(type => (type, file.Folder))).Distinct().ToLookup(pair => pair.type, pair => pair.Folder, StringComparer.Ordinal);
        return
        [
            .. from file in read
               from word in file.Words.Distinct()
               where homes.Contains(word)
               // Names that a folder declares itself, or sees, are its own affair.
               where !homes[word].Any(home => home == file.Folder || Sees[file.Folder].Contains(home))
               select $"{file.Folder}/{Path.GetFileName(file.Path)} mentions {word} of {homes[word].First()}",
        ];
    }

    private static IEnumerable<(string Folder, string Path, string Text)> Files()
    {
        foreach (string path in Directory.EnumerateFiles(Repository.Core, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string[] parts = Path.GetRelativePath(Repository.Core, path).Split(Path.DirectorySeparatorChar);
            if (parts.Length > 1 && parts[0] is not ("obj" or "bin"))
                yield return (parts[0], path, File.ReadAllText(path));
        }
    }

    // The source without comments, characters and the texts of strings; what an interpolated string computes stays.
    private static string Code(string text) => Ignored().Replace(text, match => match.Value.StartsWith('$') ? Holes(match.Value) : " ");

    private static string Holes(string interpolated) => " " + string.Join(' ', Hole().Matches(interpolated.Replace("{{", "", StringComparison.Ordinal)).Select(match => match.Groups[1].Value)) + " ";

    private static IEnumerable<string> Words(string code) => Identifier().Matches(code).Select(match => match.Value);

    // Words that may be types: not the name of a member, field or variable, which may be called like one ("(Rational Attainment, …)").
    private static IEnumerable<string> Used(string source)
    {
        string code = EnumMembers().Replace(source, "$1");
        foreach (Match match in Identifier().Matches(code))
        {
            string before = code[..match.Index].TrimEnd();
            string previous = LastWord().Match(before).Value;
            bool member = before.EndsWith('.') && !before.EndsWith("CompModel.", StringComparison.Ordinal);
            bool named = (previous.Length > 0 && !Keywords.Contains(previous)) || TypeSuffix().IsMatch(before);
            if (!member && !named)
                yield return match.Value;
        }
    }

    // A nested type is named through the one around it, and its own short name may be anybody's ("Days").
    private static IEnumerable<string> TopLevel(string code) => Declared(string.Join('\n', code.Split('\n').Where(line => line.Length > 0 && !char.IsWhiteSpace(line[0]))));

    private static IEnumerable<string> Declared(string code) => Declaration().Matches(code).Select(match => match.Groups[1].Value);

    [GeneratedRegex("""//[^\n]*|/\*[\s\S]*?\*/|'(?:\\.|[^'\\\n])+'|[$@]{0,2}"(?:\\.|[^"\\\n])*" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Ignored();

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Hole();

    // A member may be called like a type, too ("CreditScope.Territory").
    [GeneratedRegex(@"(\benum\s+\w+\s*)\{[^}]*\}")]
    private static partial Regex EnumMembers();

    [GeneratedRegex(@"\w+$", RegexOptions.RightToLeft)]
    private static partial Regex LastWord();

    // An array, nullable or generic type: a name follows.
    [GeneratedRegex(@"(\w[\]?]|\w\[\]|[\w?\])]>)$", RegexOptions.RightToLeft)]
    private static partial Regex TypeSuffix();

    [GeneratedRegex(@"\b[A-Za-z_]\w*")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record(?:\s+(?:class|struct))?)\s+(?!class\b|struct\b)([A-Z]\w*)")]
    private static partial Regex Declaration();
}
