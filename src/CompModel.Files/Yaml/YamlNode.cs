using System.Text.Json;

namespace CompModel.Files;

/// <summary>A part of a YAML or JSON file and where it starts: one of the nested cases. Values are text; what they mean is the reader's business.</summary>
internal abstract record YamlNode(SourceText Source, int Start)
{
    // A message lists what a file names, and a file may name anything.
    private const int MostMessage = 400;

    /// <summary>"a list", for diagnostics.</summary>
    public abstract string Kind { get; }

    /// <summary>The text of a value under a name; null, reported, for a list or mapping.</summary>
    public Field? Field(string name)
    {
        if (this is Scalar scalar)
            return new(Source, name, scalar.Text, Start);
        Source.Report(Start, DiagnosticCode.Type, $"{name} is {Kind}", "a single value", "");
        return null;
    }

    /// <summary>The items of a list; null, reported, for anything else.</summary>
    public IReadOnlyList<YamlNode>? Items(string name)
    {
        if (this is Sequence sequence)
            return sequence.Nodes;
        Source.Report(Start, DiagnosticCode.Type, $"{name} is {Kind}", "a list", "write [one, other], or a line that starts with '-' for each");
        return null;
    }

    /// <summary>What each item of a list is read as; null, reported, for anything else and where an item was refused. All items are read.</summary>
    public T[]? Each<T>(string name, Func<YamlNode, T?> read)
        where T : struct
    {
        T?[]? items = Items(name)?.Select(read).ToArray();
        return items is null || items.Any(item => item is null) ? null : [.. items.Select(item => item!.Value)];
    }

    /// <inheritdoc cref="Each{T}(string, Func{YamlNode, T?})"/>
    public T[]? EachOf<T>(string name, Func<YamlNode, T?> read)
        where T : class
    {
        T?[]? items = Items(name)?.Select(read).ToArray();
        return items is null || items.Contains(null) ? null : [.. items.OfType<T>()];
    }

    /// <summary>Calls a constructor; what it refuses becomes a diagnostic here, and the answer is null.</summary>
    public T? Build<T>(Func<T> construct)
        where T : class
    {
        try
        {
            return construct();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or ArithmeticException)
        {
            // The first line without the parameter's name is what concerns the author of a file.
            string message = e.Message.Split('\n')[0].Split(" (Parameter '")[0].TrimEnd('.', ' ', '\r');
            Source.Report(Start, DiagnosticCode.Definition, message.Length <= MostMessage ? message : message[..MostMessage] + "…", "a definition that holds together", "");
            return null;
        }
    }

    /// <summary>A value.</summary>
    internal sealed record Scalar(SourceText Source, int Start, string Text) : YamlNode(Source, Start)
    {
        /// <summary>What JSON says it is: text, a number, true, false or null. In YAML all is text.</summary>
        public JsonValueKind Json { get; init; } = JsonValueKind.String;

        public override string Kind => "a single value";
    }

    /// <summary>A list.</summary>
    internal sealed record Sequence(SourceText Source, int Start, IReadOnlyList<YamlNode> Nodes) : YamlNode(Source, Start)
    {
        public override string Kind => "a list";
    }

    /// <summary>Keys and what they stand for, in the order of the file.</summary>
    internal sealed record Mapping(SourceText Source, int Start, IReadOnlyList<(Scalar Key, YamlNode Value)> Entries) : YamlNode(Source, Start)
    {
        public override string Kind => "a mapping of keys";
    }
}
