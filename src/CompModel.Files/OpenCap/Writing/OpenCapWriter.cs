using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace CompModel.Files;

/// <summary>
/// Writes vesting terms and grants as files of Open Cap Format. What the format cannot say is refused with <see cref="NotSupportedException"/> and the reason,
/// never written as something near to it. The same input gives the same bytes.
/// </summary>
public static class OpenCapWriter
{
    private const string CannotWait =
        "Open Cap Format has conditions that vest by themselves and none that hold back what time makes due";

    /// <summary>
    /// A vesting terms file. Schedules become chains of conditions that vest the same shares on the same dates; graphs stay as they are. Throws
    /// <see cref="NotSupportedException"/> for terms that wait for a requirement and for terms side by side, and <see cref="ArgumentException"/> for two of one id.
    /// </summary>
    public static string Terms(params IEnumerable<OpenCapTerms> terms)
    {
        OpenCapTerms[] all = [.. terms];
        if (all.GroupBy(each => each.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"Vesting terms '{twice.Key}' are there twice.", nameof(terms));
        return Written(OpenCapWords.TermsFile, json =>
        {
            foreach (OpenCapTerms each in all)
                Write(json, each);
        });
    }

    /// <summary>
    /// A transactions file: each grant's issuance, its vesting start where that is not the grant date, and its events. Grants with a terms id refer to it; those
    /// of dates alone without one list their vestings. Throws <see cref="NotSupportedException"/> for other terms without an id, for anything but restricted stock
    /// units, and for events that the format has no object for: leaves, leavings, splits, results, accelerations other than of a number of shares, cancellations that spare
    /// vested shares.
    /// </summary>
    public static string Grants(params IEnumerable<ParticipantGrant> grants)
    {
        ParticipantGrant[] all = [.. grants];
        return Written(OpenCapWords.TransactionsFile, json =>
        {
            foreach (ParticipantGrant each in all)
                new GrantObjects(json, each).Write();
        });
    }

    /// <summary>The graph that terms are written as.</summary>
    internal static VestingTerms.Graph GraphOf(VestingTerms terms) => terms switch
    {
        VestingTerms.Graph graph => graph,
        VestingTerms.ByTime time => ScheduleGraph.Of(time.Schedule),
        VestingTerms.Conditioned conditioned => throw new NotSupportedException($"'{terms}' cannot be written: {CannotWait}, as '{conditioned.Requirement.Condition}' does."),
        _ => throw new NotSupportedException($"'{terms}' cannot be written: in Open Cap Format one path is walked through the conditions, and terms side by side are several."),
    };

    internal static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);

    internal static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Written(string fileType, Action<Utf8JsonWriter> items)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("file_type", fileType);
            json.WriteStartArray("items");
            items(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Write(Utf8JsonWriter json, OpenCapTerms terms)
    {
        json.WriteStartObject();
        json.WriteString("id", terms.Id);
        json.WriteString("object_type", OpenCapWords.TermsObject);
        json.WriteString("name", terms.Name);
        json.WriteString("description", terms.Description);
        json.WriteString("allocation_type", OpenCapWords.Allocations.WordFor(terms.Allocation));
        json.WriteStartArray("vesting_conditions");
        foreach (VestingCondition condition in GraphOf(terms.Terms).List)
            Write(json, condition);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, VestingCondition condition)
    {
        json.WriteStartObject();
        json.WriteString("id", condition.Id);
        if (condition.Description.Length > 0)
            json.WriteString("description", condition.Description);
        VestingPortion portion = condition.Portion;
        if (portion.Of == PortionOf.Shares || portion == VestingPortion.None)
        {
            json.WriteString("quantity", portion.Value.Numerator.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteStartObject("portion");
            json.WriteString("numerator", portion.Value.Numerator.ToString(CultureInfo.InvariantCulture));
            json.WriteString("denominator", portion.Value.Denominator.ToString(CultureInfo.InvariantCulture));
            if (portion.Of == PortionOf.Remainder)
                json.WriteBoolean("remainder", true);
            json.WriteEndObject();
        }
        json.WriteStartObject("trigger");
        Write(json, condition.Trigger);
        json.WriteEndObject();
        json.WriteStartArray("next_condition_ids");
        foreach (string next in condition.Next)
            json.WriteStringValue(next);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, VestingTrigger trigger)
    {
        json.WriteString("type", trigger switch
        {
            VestingTrigger.OnStart => OpenCapWords.OnStart,
            VestingTrigger.OnDate => OpenCapWords.OnDate,
            VestingTrigger.OnEvent => OpenCapWords.OnEvent,
            _ => OpenCapWords.After,
        });
        if (trigger is VestingTrigger.OnDate on)
            json.WriteString("date", Text(on.Date));
        if (trigger is not VestingTrigger.After after)
            return;
        json.WriteStartObject("period");
        json.WriteNumber("length", after.Step is VestingTime.Months months ? months.Count : ((VestingTime.Days)after.Step).Count);
        json.WriteString("type", after.Step is VestingTime.Months ? "MONTHS" : "DAYS");
        json.WriteNumber("occurrences", after.Occurrences);
        if (after.Step is VestingTime.Months)
            json.WriteString("day_of_month", OpenCapWords.Days.WordFor(after.Day));
        if (after.CliffInstallment > 1)
            json.WriteNumber("cliff_installment", after.CliffInstallment);
        json.WriteEndObject();
        json.WriteString("relative_to_condition_id", after.RelativeTo);
    }
}
