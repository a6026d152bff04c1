using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CompModel.Files;

/// <summary>
/// Reads the JSON of one file into the nodes that YAML is read into, each with its place. Depth is counted before anything recurses, and keys differ.
/// Unlike YAML it tells numbers from text, and lets tabs indent.
/// </summary>
internal sealed class JsonTree
{
    internal const int MostDepth = 16;
    internal const int MostCharacters = 16 * 1024 * 1024;

    private readonly SourceText source;
    private readonly byte[] bytes;

    // Places are asked for from front to back: how many characters lie before a byte.
    private int countedBytes, countedCharacters;

    private JsonTree(SourceText source)
    {
        this.source = source;
        bytes = Encoding.UTF8.GetBytes(source.Text);
    }

    /// <summary>The root of a file; null, reported, where it is no JSON.</summary>
    public static YamlNode? Read(SourceText source)
    {
        if (string.IsNullOrWhiteSpace(source.Text))
        {
            source.Report(0, DiagnosticCode.EmptyFile, "the file is empty", "an object in JSON", "");
            return null;
        }
        if (source.Text.Length > MostCharacters)
        {
            source.Report(0, DiagnosticCode.Limit, "the file has more than 16,777,216 characters", "at most that", "");
            return null;
        }
        var tree = new JsonTree(source);
        var reader = new Utf8JsonReader(tree.bytes);
        try
        {
            reader.Read();
            YamlNode root = tree.ReadNode(ref reader, 0);
            reader.Read();
            return root;
        }
        catch (RefusedException)
        {
            return null;
        }
        catch (JsonException e)
        {
            source.Report(
                tree.PlaceOf(e), DiagnosticCode.Json, Field.Quote(e.Message.Split(". LineNumber")[0]).Trim('\''), "JSON", "check for a missing comma, quote or bracket just before");
            return null;
        }
        catch (InvalidOperationException)
        {
            // Text that no reader can turn into characters, such as half of a surrogate pair.
            source.Report(tree.OffsetOf((int)reader.TokenStartIndex), DiagnosticCode.Json, "an escape that is half a character", "text", "type it again");
            return null;
        }
    }

    private YamlNode ReadNode(ref Utf8JsonReader reader, int depth)
    {
        int start = OffsetOf((int)reader.TokenStartIndex);
        if (depth > MostDepth)
        {
            source.Report(start, DiagnosticCode.Limit, string.Create(CultureInfo.InvariantCulture, $"more than {MostDepth} levels of nesting"), "fewer", "");
            throw new RefusedException();
        }
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                var items = new List<YamlNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(ReadNode(ref reader, depth + 1));
                return new YamlNode.Sequence(source, start, items);
            case JsonTokenType.StartObject:
                return ReadMapping(ref reader, start, depth);
            case JsonTokenType.String:
                return new YamlNode.Scalar(source, start, reader.GetString()!);
            default:
                return new YamlNode.Scalar(source, start, Encoding.UTF8.GetString(reader.ValueSpan)) { Json = KindOf(reader.TokenType) };
        }
    }

    private YamlNode.Mapping ReadMapping(ref Utf8JsonReader reader, int start, int depth)
    {
        var entries = new List<(YamlNode.Scalar, YamlNode)>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = new YamlNode.Scalar(source, OffsetOf((int)reader.TokenStartIndex), reader.GetString()!);
            if (!keys.Add(key.Text))
                source.Report(key.Start, DiagnosticCode.KeyDuplicate, $"key {Field.Quote(key.Text)} stands twice", "each key once", "delete one of the two");
            reader.Read();
            entries.Add((key, ReadNode(ref reader, depth + 1)));
        }
        return new(source, start, entries);
    }

    private static JsonValueKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.Number => JsonValueKind.Number,
        JsonTokenType.True => JsonValueKind.True,
        JsonTokenType.False => JsonValueKind.False,
        _ => JsonValueKind.Null,
    };

    private int OffsetOf(int at)
    {
        countedCharacters += Encoding.UTF8.GetCharCount(bytes, countedBytes, at - countedBytes);
        countedBytes = at;
        return countedCharacters;
    }

    // Lines of the reader end in LF alone.
    private int PlaceOf(JsonException e)
    {
        int at = 0;
        for (long line = e.LineNumber ?? 0; line > 0 && at < bytes.Length; at++)
            line -= bytes[at] == '\n' ? 1 : 0;
        int end = (int)Math.Min(at + (e.BytePositionInLine ?? 0), bytes.Length);
        return Encoding.UTF8.GetCharCount(bytes, 0, end);
    }

    // Leaves the recursion once the reason has been reported.
    private sealed class RefusedException : Exception;
}
