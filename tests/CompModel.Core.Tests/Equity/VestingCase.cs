using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Xunit.Abstractions;

namespace CompModel.Tests.Equity;

/// <summary>A case of a file in Cases/: named in test output by its id and source, read by the names its source gives its inputs.</summary>
public sealed class VestingCase : IXunitSerializable
{
    private static readonly Dictionary<string, JsonElement[]> Files = [];
    private string file = "";

    public string Id { get; private set; } = "";

    public string Kind => Json.GetProperty("kind").GetString()!;

    public string Source => Json.GetProperty("source").GetString()!;

    public JsonElement Inputs => Json.GetProperty("inputs");

    public JsonElement Expected => Json.GetProperty("expected");

    private string Notes => Json.TryGetProperty("notes", out JsonElement notes) ? notes.GetString()! : "";

    private JsonElement Json => All(file).Single(item => item.GetProperty("id").GetString() == Id);

    public static IEnumerable<VestingCase> In(string file) =>
        All(file).Select(item => new VestingCase { file = file, Id = item.GetProperty("id").GetString()! });

    public bool Has(string name) => Inputs.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null;

    public int Int(string name) => Inputs.GetProperty(name).GetInt32();

    public LocalDate Date(string name) => DateOf(Inputs.GetProperty(name));

    public static LocalDate DateOf(JsonElement value) => LocalDatePattern.Iso.Parse(value.GetString()!).Value;

    /// <summary>"5%", "1/3", "0.33/12" or "0.25".</summary>
    public static Rational Fraction(string text)
    {
        string[] parts = text.Split('/');
        Rational first = parts[0].EndsWith('%')
            ? decimal.Parse(parts[0][..^1], CultureInfo.InvariantCulture).Percent
            : decimal.Parse(parts[0], CultureInfo.InvariantCulture);
        return parts.Length == 1 ? first : first / decimal.Parse(parts[1], CultureInfo.InvariantCulture);
    }

    /// <summary>Open Cap Format's code of an allocation type; where the notes say that the source does not do what it says, what it does.</summary>
    public ShareAllocation Allocation =>
        Notes.Split("behaves as ") is [_, string done] ? Enum.Parse<ShareAllocation>(done.Replace("_", ""), ignoreCase: true)
            : Has("allocation_type")
            ? Enum.Parse<ShareAllocation>(Inputs.GetProperty("allocation_type").GetString()!.Replace("_", ""), ignoreCase: true)
            : Has("rounding") && Inputs.GetProperty("rounding").GetString() == "cumulative, half up"
                ? ShareAllocation.CumulativeRounding
                : default;

    /// <summary>Open Cap Format's code of a day-of-month rule, and the two words of the second generator.</summary>
    public static VestingDay DayOf(string code) => code switch
    {
        "VESTING_START_DAY" or "VESTING_START_DAY_OR_LAST_DAY_OF_MONTH" => VestingDay.OfStart,
        "VESTING_START_DAY_MINUS_ONE" => VestingDay.OfStartMinusOne,
        "FIRST_DAY_OF_MONTH" => VestingDay.First,
        "LAST_DAY_OF_MONTH" => VestingDay.Last,
        _ => VestingDay.OfMonth(int.Parse(code.Split('_')[0], CultureInfo.InvariantCulture)),
    };

    public override string ToString() => $"{Id} ({Source})";

    public void Deserialize(IXunitSerializationInfo info) => (file, Id) = (info.GetValue<string>("file"), info.GetValue<string>("id"));

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue("file", file);
        info.AddValue("id", Id);
    }

    private static JsonElement[] All(string file)
    {
        lock (Files)
        {
            if (!Files.TryGetValue(file, out JsonElement[]? items))
            {
                string path = Path.Combine(AppContext.BaseDirectory, "Cases", file);
                Files[file] = items = [.. JsonDocument.Parse(File.ReadAllText(path)).RootElement.EnumerateArray()];
            }
            return items;
        }
    }
}
