using System.Text.Json;

namespace CompModel.Reports;

/// <summary>An outlook and a change by cause as a part of the JSON of a cost: what is known to the cent, estimates in full precision.</summary>
internal static class OutlookJson
{
    internal static void Write(Utf8JsonWriter json, YearOutlook outlook, Detail detail)
    {
        OutlookLines lines = OutlookLines.Of(outlook);
        json.WriteStartObject("outlook");
        json.WriteString("through", FormattableString.Invariant($"{outlook.Actuals.Through:uuuu-MM-dd}"));
        json.WriteString("rest", outlook.Actuals.Rest switch { RestOfYear.AsPlanned => "as-planned", RestOfYear.RunRate => "run-rate", _ => "weighted" });
        json.WriteNumber("baseSalariesSoFar", outlook.Salaries.Value);
        Known(json, outlook.Total);
        json.WriteStartArray("lines");
        foreach (OutlookLine line in lines.Each)
        {
            json.WriteStartObject();
            json.WriteString("name", line.Plan ?? OutlookLines.PaymentTerms);
            json.WriteNumber("earnedSoFar", line.Earned.Value);
            if (line.Paid is { } paid)
                json.WriteNumber("paidSoFar", paid.Value);
            Views(json, "toGo", lines.Views, view => OutlookLines.ToGo(line, view));
            Views(json, "fullYear", lines.Views, view => OutlookLines.FullYear(line, view));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Views(json, "toGo", lines.Views, view => lines.Each.Sum(line => OutlookLines.ToGo(line, view)));
        Views(json, "fullYear", lines.Views, view => lines.Each.Sum(line => OutlookLines.FullYear(line, view)));
        if (detail >= Detail.Team)
            People(json, "teams", outlook.Cost.Teams, outlook.OfTeam);
        if (detail >= Detail.Participant)
            People(json, "participants", outlook.Cost.Participants, outlook.OfParticipant);
        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, CostChange change)
    {
        json.WriteStartObject("change");
        json.WriteStartObject("earlier");
        json.WriteString("name", change.EarlierName);
        Mean(json, change.Earlier);
        json.WriteEndObject();
        json.WriteStartArray("causes");
        foreach (CostStep step in change.Steps)
        {
            json.WriteStartObject();
            json.WriteString("cause", step.Cause);
            Mean(json, step.Change);
            if (step.Together.Length > 0)
                json.WriteString("togetherBecause", step.Together);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("whole");
        Mean(json, change.Whole);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Known(Utf8JsonWriter json, SoFar soFar)
    {
        json.WriteNumber("earnedSoFar", soFar.Earned.Value);
        json.WriteNumber("paymentTermsSoFar", soFar.PaymentTerms.Value);
        json.WriteNumber("correctionsSoFar", soFar.Corrections.Value);
        json.WriteNumber("paidSoFar", soFar.Paid.Value);
    }

    private static void People(Utf8JsonWriter json, string name, IReadOnlyList<ParticipantOutlook> people, Func<string, SoFar> soFar)
    {
        json.WriteStartArray(name);
        foreach (ParticipantOutlook one in people)
        {
            json.WriteStartObject();
            json.WriteString("id", one.Id);
            Known(json, soFar(one.Id));
            json.WriteNumber("toGo", one.Mean - soFar(one.Id).Earned.ToDouble());
            json.WriteNumber("fullYear", one.Mean);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Views(Utf8JsonWriter json, string name, IReadOnlyList<CostBreakdown> views, Func<CostBreakdown, double> amount)
    {
        json.WriteStartObject(name);
        json.WriteNumber("expected", amount(views[0]));
        json.WriteNumber("aroundP10", amount(views[1]));
        json.WriteNumber("aroundP90", amount(views[2]));
        json.WriteEndObject();
    }

    private static void Mean(Utf8JsonWriter json, PayoutDistribution distribution)
    {
        json.WriteNumber("mean", distribution.Mean);
        CostJson.Error(json, distribution.SimulationError, distribution.Trials);
    }
}
