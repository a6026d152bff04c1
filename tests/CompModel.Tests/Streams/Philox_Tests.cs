using System.Globalization;
using System.Text.Json;

namespace CompModel.Tests;

public sealed class Philox_Tests
{
    public static TheoryData<uint[], uint[], uint[]> KnownAnswers
    {
        get
        {
            using JsonDocument file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", "numerics", "rng_kat.json")));
            var data = new TheoryData<uint[], uint[], uint[]>();
            foreach (JsonElement row in file.RootElement.EnumerateArray())
            {
                if (row.GetProperty("gen").GetString() == "philox4x32" && row.GetProperty("rounds").GetInt32() == 10)
                {
                    data.Add(Words(row, "counter"), Words(row, "key"), Words(row, "expected"));
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(KnownAnswers))]
    public void Philox_reproduces_the_published_known_answers(uint[] counter, uint[] key, uint[] expected)
    {
        var words = new uint[4];
        Philox.Block(counter[0], counter[1], counter[2], counter[3], key[0], key[1], words);
        Assert.Equal(expected, words);
    }

    [Fact]
    public void There_are_nine_known_answers_three_of_them_published() => Assert.Equal(9, KnownAnswers.Count());

    [Fact]
    public void A_block_needs_room_for_four_words() =>
        Assert.Throws<ArgumentException>(() => Philox.Block(0, 0, 0, 0, 0, 0, new uint[3]));

    private static uint[] Words(JsonElement row, string name) =>
        [.. row.GetProperty(name).EnumerateArray().Select(x => uint.Parse(x.GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
}
