using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace CompModel.Tests;

/// <summary>The page and the JSON of offers, read back.</summary>
public sealed class OfferPageFacts
{
    [Fact]
    public void The_page_is_harmless_has_every_table_and_a_chart_for_each_offer()
    {
        using var folder = new OfferFolder();
        string page = Page(folder);
        Html.AssertHarmless(page);
        XElement root = Html.Parse(page);
        Assert.Equal(2, root.Descendants("figure").Count());
        Assert.Equal(["Meridian", "Northlight"], root.Descendants("figcaption").Select(caption => caption.Value));
        Assert.Equal(2 + (2 * 6), root.Descendants("table").Count());
        foreach (string legend in (string[])["Base salary", "Incentive", "Shares as they vest", "range P10–P90 of total pay"])
            Assert.Contains(root.Descendants().Where(element => element.Name.LocalName == "text"), text => text.Value.Trim() == legend);
    }

    [Fact]
    public void Nothing_of_a_file_is_markup()
    {
        const string Evil = "<script>alert(1)</script> & \"Co\"";
        using var folder = new OfferFolder();
        folder.Change("offer.yaml", "name: Meridian", $"name: '{Evil}'").Change("offer.yaml", "name: Enterprise Account Executive", $"name: '{Evil}'")
            .Change("offer.yaml", "name: new hire", $"name: '{Evil}'").Change("offer.yaml", "name: home office", $"name: '{Evil}'");
        string page = Page(folder);
        Html.AssertHarmless(page);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Evil, Html.Parse(page).Descendants("h1").Single().Value, StringComparison.Ordinal);
        Assert.Contains(Html.Texts(Html.Parse(page)), text => text == $"Benefit: {Evil}");
    }

    [Fact]
    public void The_same_files_give_the_same_page_and_the_same_json()
    {
        using var folder = new OfferFolder();
        Assert.Equal(Page(folder), Page(folder));
        Assert.Equal(JsonText(folder), JsonText(folder));
    }

    [Fact]
    public void The_json_is_exact_adds_up_and_lists_its_files()
    {
        using var folder = new OfferFolder();
        JsonElement json = JsonDocument.Parse(JsonText(folder)).RootElement;
        JsonElement[] offers = [.. json.At("offers").EnumerateArray()];
        Assert.Equal(["Meridian", "Northlight"], offers.Select(offer => offer.At("name").GetString()));
        foreach (JsonElement offer in offers)
        {
            Assert.Equal(64, Assert.Single(offer.At("files").EnumerateArray()).At("sha256").GetString()!.Length);
            foreach (string kind in (string[])["pay", "cost"])
            {
                Rational total = Sum(offer.At("years").EnumerateArray().Select(year => Exact(year.At(kind).At("total"))));
                Assert.Equal(Exact(offer.At(kind).At("total")), total);
                Assert.Equal(total, Sum(offer.At(kind).EnumerateObject().Where(part => part.Name != "total").Select(part => Exact(part.Value))));
            }
            Assert.Equal(500, offer.Number("simulated.trials"));
            // In every trial parts sum to the total exactly; the sum of their means differs by rounding of doubles alone.
            double parts = ((string[])["salary", "incentive", "equity", "signOn", "retirement", "benefits"]).Sum(part => offer.Number($"simulated.inAll.{part}.mean"));
            Assert.Equal(offer.Number("simulated.inAll.total.mean"), parts, 1e-6);
            Assert.True(offer.Number("simulated.presentValue.total.mean") < offer.Number("simulated.inAll.total.mean"));
        }
        Assert.Equal("Northlight", json.At("difference.of").GetString());
        Assert.Equal(Exact(json.At("difference.pay.total")), Exact(offers[1].At("pay.total")) - Exact(offers[0].At("pay.total")));
        // 361 days of the year, by months: 27 of the 31 days of January, and eleven twelfths.
        Assert.Equal((150_000 * Rational.Of(27, 31) / 12) + 137_500, Exact(offers[0].At("years")[0].At("pay").At("salary")));
    }

    private static string Page(OfferFolder folder)
    {
        Ran ran = Ran.Tool("offer", folder.Offer, folder.Counter, "--trials", "500", "--out", folder.Path("report.html"));
        Assert.Equal((0, "compmodel: wrote report.html\n"), (ran.Code, ran.Error));
        return File.ReadAllText(folder.Path("report.html"));
    }

    private static string JsonText(OfferFolder folder)
    {
        Ran ran = Ran.Tool("offer", folder.Offer, folder.Counter, "--trials", "500", "--json", folder.Path("offer.json"));
        Assert.Equal((0, "compmodel: wrote offer.json\n"), (ran.Code, ran.Error));
        return File.ReadAllText(folder.Path("offer.json"));
    }

    private static Rational Sum(IEnumerable<Rational> amounts) => amounts.Aggregate(Rational.Zero, (sum, amount) => sum + amount);

    // A number where decimals end, and otherwise "1/3".
    private static Rational Exact(JsonElement value)
    {
        string[] parts = (value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText()).Split('/');
        return parts is [var over, var under]
            ? Rational.Of(System.Numerics.BigInteger.Parse(over, CultureInfo.InvariantCulture), System.Numerics.BigInteger.Parse(under, CultureInfo.InvariantCulture))
            : decimal.Parse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
