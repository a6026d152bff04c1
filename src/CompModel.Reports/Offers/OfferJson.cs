using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CompModel.Reports;

/// <summary>
/// One or two offers as JSON: pay and cost by year exact (a fraction in a string, "1/3", where decimals do not end), distributions in full precision, and the files they follow
/// from. Keys in a fixed order; the same files give the same bytes.
/// </summary>
public static class OfferJson
{
    private static readonly PayPart[] Drawn = Enum.GetValues<PayPart>();

    /// <summary>The report's figures. Throws unless there is a list of files for each offer.</summary>
    public static string Render(OfferReport report, params IReadOnlyList<IReadOnlyList<SourceFile>> files)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (files.Count != report.Offers.Count)
            throw new ArgumentException($"There are {report.Offers.Count} offers and {files.Count} lists of their files.", nameof(files));
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartObject("tool");
            json.WriteString("name", "compmodel");
            json.WriteString("version", Simulate.LibraryVersion);
            json.WriteEndObject();
            json.WriteStartArray("offers");
            for (int i = 0; i < files.Count; i++)
                Write(json, report.Offers[i], files[i]);
            json.WriteEndArray();
            if (report.Offers is [var one, var other])
                Difference(json, new(one.Projection, other.Projection));
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, OfferFigures figures, IReadOnlyList<SourceFile> files)
    {
        json.WriteStartObject();
        json.WriteString("name", figures.Offer.Name);
        json.WriteString("currency", figures.Offer.Currency.Code);
        json.WriteString("start", ShareFigures.Day(figures.Offer.Participant.Hired));
        json.WriteStartArray("files");
        foreach (SourceFile file in files)
        {
            json.WriteStartObject();
            json.WriteString("name", file.Name);
            json.WriteNumber("bytes", file.Bytes);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (string note in figures.Notes)
            json.WriteStringValue(note);
        json.WriteEndArray();
        Number(json, "attainment", figures.Projection.Attainment);
        json.WriteStartArray("years");
        foreach ((OfferYear year, CostYear cost) in figures.Projection.Years.Zip(figures.Cost.Years))
        {
            json.WriteStartObject();
            json.WriteString("year", year.Year.Name);
            Parts(json, "pay", year.Pay);
            Parts(json, "cost", cost.Cost);
            Number(json, "equityVesting", cost.EquityVesting.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Parts(json, "pay", figures.Projection.InAll);
        Parts(json, "cost", figures.Cost.InAll);
        if (figures.Pay is { } pay)
            Distributions(json, figures, pay);
        json.WriteEndObject();
    }

    private static void Distributions(Utf8JsonWriter json, OfferFigures figures, SimulatedTotalPay pay)
    {
        json.WriteStartObject("simulated");
        json.WriteNumber("trials", pay.Run.Trials);
        json.WriteNumber("seed", pay.Run.Seed);
        json.WriteNumber("stream", Simulate.StreamVersion);
        json.WriteString("fingerprint", pay.Run.Fingerprint());
        json.WriteStartArray("years");
        for (int year = 1; year <= pay.Run.Years.Count; year++)
        {
            json.WriteStartObject();
            json.WriteString("year", pay.Run.Years[year - 1].Name);
            foreach (PayPart part in Drawn)
                CostJson.Distribution(json, Word(part), pay.Part(part, year));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("inAll");
        foreach (PayPart part in Drawn)
            CostJson.Distribution(json, Word(part), pay.Part(part));
        json.WriteEndObject();
        if (figures.DiscountRate != 0)
        {
            json.WriteStartObject("presentValue");
            json.WriteNumber("discountRate", figures.DiscountRate);
            foreach (PayPart part in Drawn)
                CostJson.Distribution(json, Word(part), figures.Present!.Part(part));
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void Difference(Utf8JsonWriter json, OfferComparison comparison)
    {
        json.WriteStartObject("difference");
        json.WriteString("of", comparison.Other.Offer.Name);
        json.WriteString("less", comparison.One.Offer.Name);
        json.WriteStartArray("years");
        foreach (OfferDifference year in comparison.Years)
        {
            json.WriteStartObject();
            json.WriteString("year", year.Name);
            Parts(json, "pay", year.Difference);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Parts(json, "pay", comparison.InAll.Difference);
        json.WriteEndObject();
    }

    private static void Parts<TPart>(Utf8JsonWriter json, string name, Breakdown<TPart> parts)
        where TPart : struct, Enum
    {
        json.WriteStartObject(name);
        foreach (TPart part in Breakdown<TPart>.Parts)
            Number(json, Word(part), parts[part].Value);
        Number(json, "total", parts.Total.Value);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, Exact value)
    {
        json.WritePropertyName(name);
        if (value.Decimal() is { } number)
            json.WriteRawValue(number);
        else
            json.WriteStringValue(value.ToString());
    }

    // Words as keys are written: "signOn".
    private static string Word<T>(T word)
        where T : struct, Enum
    {
        string text = word.ToString();
        return string.Concat(char.ToLowerInvariant(text[0]).ToString(), text[1..]);
    }
}
