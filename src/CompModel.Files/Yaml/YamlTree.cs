using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CompModel.Files;

/// <summary>
/// Reads the YAML of one file from the parser's events: depth is counted before anything recurses, keys are values and differ, and what lets one text mean
/// another (anchors, aliases, tags, several documents) is refused.
/// </summary>
internal sealed class YamlTree
{
    internal const int MostDepth = 16;
    internal const int MostCharacters = 1024 * 1024;

    private readonly SourceText source;
    private readonly IParser parser;

    private YamlTree(SourceText source)
    {
        this.source = source;
        parser = new Parser(new StringReader(source.Text));
    }

    /// <summary>The root of a file; null, reported, where it is no such YAML.</summary>
    public static YamlNode? Read(SourceText source)
    {
        if (source.Text.Length > MostCharacters)
        {
            source.Report(0, DiagnosticCode.Limit, "the file has more than 1,048,576 characters", "at most that", "");
            return null;
        }
        if (TabInIndentation(source.Text) is { } tab)
        {
            source.Report(tab, DiagnosticCode.Yaml, "a tab at the start of a line", "blanks", "indent with blanks");
            return null;
        }
        var tree = new YamlTree(source);
        try
        {
            return tree.ReadDocument();
        }
        catch (RefusedException)
        {
            return null;
        }
        catch (YamlException e)
        {
            source.Report(
                Clamp(source, e.Start), DiagnosticCode.Yaml, Message(e), "YAML",
                "indent with blanks, and put text with ': ', ' #' or brackets in quotes");
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or NullReferenceException or IndexOutOfRangeException)
        {
            // The parser answers some malformed input with exceptions that know no place.
            source.Report(
                Clamp(source, tree.parser.Current?.End ?? Mark.Empty), DiagnosticCode.Yaml, "text that is no YAML follows here", "YAML", "");
            return null;
        }
    }

    // The parser takes some tabs for blanks and reports others far from where they are.
    private static int? TabInIndentation(string text)
    {
        bool indentation = true;
        for (int i = 0; i < text.Length; i++)
        {
            if (indentation && text[i] == '\t')
                return i;
            indentation = text[i] is '\n' or '\r' || (indentation && text[i] == ' ');
        }
        return null;
    }

    private YamlNode? ReadDocument()
    {
        parser.MoveNext();
        parser.MoveNext();
        if (parser.Current is not DocumentStart)
        {
            source.Report(0, DiagnosticCode.EmptyFile, "the file is empty", "keys and values", "");
            return null;
        }
        parser.MoveNext();
        YamlNode root = ReadNode(0);
        parser.MoveNext();
        return parser.MoveNext() && parser.Current is not StreamEnd ? throw Refuse(parser.Current!.Start, "a second document", "one document a file", "delete the line '---'") : root;
    }

    private YamlNode ReadNode(int depth)
    {
        ParsingEvent current = parser.Current!;
        if (depth > MostDepth)
            throw Refuse(current.Start, $"more than {MostDepth} levels of nesting", "fewer", "", DiagnosticCode.Limit);
        if (current is AnchorAlias || (current is NodeEvent { } node && !node.Anchor.IsEmpty))
            throw Refuse(current.Start, "an anchor or alias", "values written out", "use 'based_on' for a plan that differs little from another");
        if (current is NodeEvent { Tag.IsEmpty: false })
            throw Refuse(current.Start, "a tag", "plain values", "delete the word that starts with '!'");
        int start = Clamp(source, current.Start);
        switch (current)
        {
            case Scalar scalar:
                return new YamlNode.Scalar(source, start, scalar.Value);
            case SequenceStart:
                var items = new List<YamlNode>();
                while (parser.MoveNext() && parser.Current is not SequenceEnd)
                    items.Add(ReadNode(depth + 1));
                return new YamlNode.Sequence(source, start, items);
            case MappingStart:
                return ReadMapping(start, depth);
            default:
                throw new InvalidOperationException($"A node starts with a value, list or mapping, not with {current.GetType().Name}.");
        }
    }

    private YamlNode.Mapping ReadMapping(int start, int depth)
    {
        var entries = new List<(YamlNode.Scalar, YamlNode)>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (parser.MoveNext() && parser.Current is not MappingEnd)
        {
            if (ReadNode(depth + 1) is not YamlNode.Scalar key)
                throw Refuse(parser.Current!.Start, "a key that is no word", "a word as key", "");
            if (!keys.Add(key.Text))
                source.Report(key.Start, DiagnosticCode.KeyDuplicate, $"key {Field.Quote(key.Text)} stands twice", "each key once", "");
            parser.MoveNext();
            entries.Add((key, ReadNode(depth + 1)));
        }
        return new(source, start, entries);
    }

    private RefusedException Refuse(Mark at, string found, string expected, string hint, string code = DiagnosticCode.Yaml)
    {
        source.Report(Clamp(source, at), code, found, expected, hint);
        return new RefusedException();
    }

    private static int Clamp(SourceText source, Mark mark) => (int)Math.Clamp(mark.Index, 0, source.Text.Length);

    private static string Message(YamlException e) => Field.Quote(e.Message.Split('\n')[0]).Trim('\'');

    // Leaves the recursion once the reason has been reported.
    private sealed class RefusedException : Exception;
}
