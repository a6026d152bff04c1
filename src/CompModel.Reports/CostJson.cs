using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CompModel.Reports;

/// <summary>
/// A simulated cost as JSON: full precision, shortest digits that read back to the same bits, keys in a fixed order. The same run gives the same bytes.
/// </summary>
public static partial class CostJson
{
    private static readonly double[] Percentiles = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];
    private static readonly int[] Landings = [80, 90, 95, 100, 105, 110, 120];

    /// <summary>The report's figures. Names of people only at <see cref="Detail.Participant"/>.</summary>
    public static string Render(CostReport report, Detail detail)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(json, report, detail);
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, CostReport report, Detail detail)
    {
        SimulatedCost cost = report.Cost;
        json.WriteStartObject();
        json.WriteString("title", report.Title);
        json.WriteStartObject("run");
        json.WriteString("planYear", cost.Run.Year.Name);
        json.WriteString("currency", cost.Run.Force.Currency.Code);
        json.WriteNumber("trials", cost.Run.Trials);
        json.WriteNumber("seed", cost.Run.Seed);
        json.WriteNumber("stream", Simulate.StreamVersion);
        json.WriteString("profile", Simulate.Profile);
        json.WriteString("library", Simulate.LibraryVersion);
        json.WriteString("fingerprint", cost.Run.Fingerprint());
        json.WriteEndObject();
        if (report.Notes.Count > 0)
        {
            json.WriteStartArray("notes");
            foreach (string note in report.Notes)
                json.WriteStringValue(note);
            json.WriteEndArray();
        }
        Implied(json, cost);
        json.WriteNumber("baseSalaries", cost.BaseSalaries.ToDouble());
        Distribution(json, "incentive", cost.Incentive);
        Distribution(json, "bookings", cost.Bookings);
        if (report.IncentiveBudget is { } budget)
        {
            json.WriteStartObject("budget");
            json.WriteNumber("incentive", budget.Value);
            Interval(json, "probabilityOver", cost.Incentive.ProbabilityAbove(budget.ToDouble()));
            json.WriteEndObject();
        }
        if (report.Outlook is { } outlook)
            OutlookJson.Write(json, outlook, detail);
        if (report.Change is { } change)
            OutlookJson.Write(json, change);
        Ratios(json, cost);
        Spread(json, report.Spread);
        Lines(json, cost);
        json.WriteStartObject("columns");
        Breakdown(json, "atTarget", cost.AtTarget);
        Breakdown(json, "expected", cost.Expected);
        Breakdown(json, "aroundP10", cost.Around(0.1));
        Breakdown(json, "aroundP90", cost.Around(0.9));
        json.WriteEndObject();
        if (cost.Run.Force.CompanyPlan is not null)
            LandingTables(json, cost, report.Landing);
        People(json, "roles", cost, cost.Roles, Detail.Company);
        if (report.People is { } staffed)
            Headcount(json, staffed, cost, detail);
        if (detail >= Detail.Team)
        {
            People(json, "teams", cost, cost.Teams, detail);
            Tail(json, cost, detail);
        }
        if (detail >= Detail.Participant)
            People(json, "participants", cost, cost.Participants, detail);
        json.WriteEndObject();
    }

    private static void Implied(Utf8JsonWriter json, SimulatedCost cost)
    {
        json.WriteStartObject("implied");
        json.WriteNumber("companyCorrelation", cost.CompanyCorrelation);
        json.WriteNumber("teamCorrelation", cost.Run.Assumptions.TeamCorrelation);
        json.WriteNumber("periodCorrelation", cost.Run.Assumptions.PeriodCorrelation);
        json.WriteNumber("streetQuota", cost.Run.Force.StreetQuota(Measure.Bookings, cost.Run.Year).ToDouble());
        if (cost.Run.Force.CompanyPlan is { } plan)
            json.WriteNumber("companyPlan", plan.Value);
        json.WriteNumber("sellers", cost.Sellers);
        foreach (MeasureModel model in cost.Run.Assumptions.Models)
        {
            // What deals make has no law of attainment.
            if (double.IsNaN(model.Model.Mean))
                continue;
            json.WriteStartObject(model.Measure.Name);
            json.WriteNumber("mean", model.Model.Mean);
            json.WriteNumber("standardDeviation", model.Model.StandardDeviation);
            json.WriteNumber("shareAtQuota", model.Model.ShareAtQuota);
            json.WriteNumber("periods", (int)cost.Run.Assumptions.PeriodsOf(model.Measure));
            ImpliedAttainment implied = ImpliedAttainment.Of(cost.Run, model.Measure);
            json.WriteNumber("meanOfSellers", implied.Mean);
            if (implied.ShareAtQuota is ClosedForm<double>.Available { Answer: var share })
                json.WriteNumber("shareOfSellersAtQuota", share);
            else
                json.WriteNull("shareOfSellersAtQuota");
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    internal static void Distribution(Utf8JsonWriter json, string name, PayoutDistribution distribution)
    {
        json.WriteStartObject(name);
        json.WriteNumber("mean", distribution.Mean);
        Error(json, distribution.SimulationError, distribution.Trials);
        json.WriteNumber("standardDeviation", distribution.StandardDeviation);
        json.WriteStartObject("percentiles");
        foreach (double p in Percentiles)
            Interval(json, FormattableString.Invariant($"p{p * 100:0}"), distribution.Percentile(p));
        json.WriteEndObject();
        json.WriteNumber("tailAverage5", distribution.TailAverage(0.05));
        json.WriteEndObject();
    }

    // One trial tells nothing of its error.
    internal static void Error(Utf8JsonWriter json, double standardError, int trials)
    {
        if (trials < 2)
            json.WriteNull("simulationError");
        else
            json.WriteNumber("simulationError", standardError);
    }

    private static void Interval(Utf8JsonWriter json, string name, Estimate estimate)
    {
        json.WriteStartObject(name);
        json.WriteNumber("value", estimate.Value);
        json.WriteNumber("low", estimate.Low);
        json.WriteNumber("high", estimate.High);
        json.WriteEndObject();
    }

    private static void Lines(Utf8JsonWriter json, SimulatedCost cost)
    {
        IReadOnlyList<ClosedForm<double>> closed = cost.ExpectedInClosedForm();
        json.WriteStartArray("lines");
        for (int line = 0; line < cost.Lines.Count; line++)
        {
            json.WriteStartObject();
            json.WriteString("plan", cost.Lines[line].Plan);
            json.WriteString("component", cost.Lines[line].Component);
            json.WriteString("tier", cost.Lines[line].Tier);
            json.WriteNumber("expected", cost.Expected.Lines[line]);
            Error(json, cost.Line(line).SimulationError, cost.Run.Trials);
            switch (closed[line])
            {
                case ClosedForm<double>.Available available:
                    json.WriteNumber("closedForm", available.Answer);
                    break;
                case ClosedForm<double>.NotAvailable none:
                    json.WriteString("closedFormNotAvailableBecause", none.Because);
                    break;
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void LandingTables(Utf8JsonWriter json, SimulatedCost cost, Rational? asked)
    {
        json.WriteStartArray("landings");
        foreach (Rational landing in Landings.Select(percent => percent.Percent).Concat(asked is { } one ? [one] : []).Distinct().Order())
        {
            LandingCost at = cost.Landing(landing);
            json.WriteStartObject();
            json.WriteNumber("landing", at.Landing);
            json.WriteNumber("halfWidth", at.HalfWidth);
            json.WriteNumber("trials", at.Trials);
            if (at.Cost is { } figures)
            {
                Error(json, at.SimulationError, at.Trials);
                Breakdown(json, "cost", figures);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Breakdown(Utf8JsonWriter json, string name, CostBreakdown figures)
    {
        json.WriteStartObject(name);
        Array(json, "lines", figures.Lines);
        Array(json, "quarters", figures.Quarters);
        json.WriteNumber("incentive", figures.Incentive);
        json.WriteNumber("bookings", figures.Bookings);
        json.WriteNumber("sellersAtQuota", figures.SellersAtQuota);
        json.WriteEndObject();
    }

    private static void Array(Utf8JsonWriter json, string name, IReadOnlyList<double> values)
    {
        json.WriteStartArray(name);
        foreach (double value in values)
            json.WriteNumberValue(value);
        json.WriteEndArray();
    }

    private static void People(Utf8JsonWriter json, string name, SimulatedCost cost, IReadOnlyList<ParticipantOutlook> outlooks, Detail detail)
    {
        json.WriteStartArray(name);
        foreach (ParticipantOutlook outlook in outlooks)
        {
            json.WriteStartObject();
            json.WriteString("id", outlook.Id);
            if (detail >= Detail.Participant && cost.Run.Force.Hierarchy.Find(outlook.Id).Name is { } person)
                json.WriteString("name", person);
            json.WriteNumber("heads", outlook.Heads);
            json.WriteNumber("target", outlook.Target);
            json.WriteNumber("mean", outlook.Mean);
            Error(json, outlook.SimulationError, cost.Run.Trials);
            json.WriteNumber("standardDeviation", outlook.StandardDeviation);
            json.WriteNumber("p10", outlook.P10);
            json.WriteNumber("p50", outlook.P50);
            json.WriteNumber("p90", outlook.P90);
            json.WriteNumber("tailAverage5", outlook.TailAverage);
            Interval(json, "probabilityAboveTarget", outlook.AboveTarget);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
