using System.Globalization;
using System.Text.Json;
using Xunit.Abstractions;

namespace CompModel.Tests.Published;

/// <summary>A case of Cases/commission.json: named in test output by its id and source, read by the names its source gives its inputs. Numbers are exact decimals.</summary>
public sealed class CommissionCase : IXunitSerializable
{
    private static readonly JsonElement[] File =
        [.. JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", "commission.json"))).RootElement.EnumerateArray()];

    public static IEnumerable<CommissionCase> All => File.Select(item => new CommissionCase { Id = item.GetProperty("id").GetString()! });

    public string Id { get; private set; } = "";

    public Currency Currency => Inputs.TryGetProperty("currency", out JsonElement code) ? Currency.Of(code.GetString()!) : Currency.Usd;

    public JsonElement Inputs => Json.GetProperty("inputs");

    public JsonElement Expected => Json.GetProperty("expected");

    private JsonElement Json => File.Single(item => item.GetProperty("id").GetString() == Id);

    /// <summary>An input by its path: <c>In("fixed", "deals")</c>.</summary>
    public JsonElement In(params string[] path) => path.Aggregate(Inputs, (element, name) => element.GetProperty(name));

    public Rational Number(params string[] path) => In(path).GetDecimal();

    public Rational[] Numbers(params string[] path) => NumbersOf(In(path));

    /// <summary>Tiers of (from, rate), whose ends meet the next one's start.</summary>
    public (Rational From, Rational Rate)[] Tiers(params string[] path) => [.. Rows(path).Select(tier => (tier.From, tier.Rate))];

    /// <summary>Tiers of (from, to, rate), the last one's end zero where it has none.</summary>
    public (Rational From, Rational To, Rational Rate)[] Rows(params string[] path) =>
    [
        .. In(path).EnumerateArray().Select(tier => (
            (Rational)tier.GetProperty("from").GetDecimal(),
            tier.GetProperty("to").ValueKind == JsonValueKind.Null ? Rational.Zero : tier.GetProperty("to").GetDecimal(),
            (Rational)(tier.TryGetProperty("rate", out JsonElement rate) ? rate : tier.GetProperty("multiplier")).GetDecimal())),
    ];

    /// <summary>Pairs such as knots.</summary>
    public (Rational, Rational)[] Pairs(params string[] path) => [.. In(path).EnumerateArray().Select(pair => NumbersOf(pair)).Select(pair => (pair[0], pair[1]))];

    /// <summary>Holds what was computed against what the source states, to the source's own rounding.</summary>
    public void Expect(string name, params IEnumerable<Rational> actual)
    {
        JsonElement expected = name.Split('.').Aggregate(Expected, (element, part) => element.GetProperty(part));
        Rational[] stated = expected.ValueKind == JsonValueKind.Array ? NumbersOf(expected) : [expected.GetDecimal()];
        Rational[] computed = [.. actual];
        // Some sources print doubles such as 1e-06.
        Rational tolerance = decimal.Parse(Json.GetProperty("tolerance").GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture);
        Assert.Equal(stated.Length, computed.Length);
        Assert.All(stated.Zip(computed), pair => Assert.True((pair.First - pair.Second).Abs() <= tolerance, $"{Id}: {name} is {pair.Second}, the source has {pair.First}."));
    }

    public override string ToString() => $"{Id} ({Json.GetProperty("source").GetString()})";

    public void Deserialize(IXunitSerializationInfo info) => Id = info.GetValue<string>("id");

    public void Serialize(IXunitSerializationInfo info) => info.AddValue("id", Id);

    private static Rational[] NumbersOf(JsonElement list) => [.. list.EnumerateArray().Select(value => (Rational)value.GetDecimal())];
}
