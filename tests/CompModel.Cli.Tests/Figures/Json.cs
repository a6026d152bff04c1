using System.Text.Json;

namespace CompModel.Tests;

/// <summary>The tool's JSON, read back.</summary>
internal static class Json
{
    internal static JsonElement Simulated(string folder, params string[] options)
    {
        using JsonDocument document = JsonDocument.Parse(Ran.Tool(["simulate", folder, "--json", .. options]).Clean());
        return document.RootElement.Clone();
    }

    /// <summary>The element at a path such as "run.seed".</summary>
    internal static JsonElement At(this JsonElement element, string path) => path.Split('.').Aggregate(element, (at, name) => at.GetProperty(name));

    internal static double Number(this JsonElement element, string path) => element.At(path).GetDouble();

    internal static double[] Numbers(this JsonElement element, string path) => [.. element.At(path).EnumerateArray().Select(value => value.GetDouble())];

    /// <summary>The text of each element of a list, character for character, by its id.</summary>
    internal static Dictionary<string, string> ById(this JsonElement element, string list) =>
        element.At(list).EnumerateArray().ToDictionary(item => item.At("id").GetString()!, item => item.GetRawText());
}
