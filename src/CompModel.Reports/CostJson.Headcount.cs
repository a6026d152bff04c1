using System.Text.Json;

namespace CompModel.Reports;

// The year with hires and leavers.
public static partial class CostJson
{
    private static void Headcount(Utf8JsonWriter json, HeadcountCost people, SimulatedCost roster, Detail detail)
    {
        json.WriteStartObject("headcount");
        Assumed(json, people.Plan);
        json.WriteStartArray("months");
        foreach (HeadcountMonth month in people.Months)
        {
            json.WriteStartObject();
            json.WriteString("month", month.Month.Code);
            Spread(json, "heads", month.Heads);
            json.WriteNumber("streetQuota", month.StreetQuota);
            json.WriteNumber("baseSalaries", month.BaseSalaries);
            json.WriteNumber("earned", month.Earned);
            json.WriteNumber("paymentCost", month.PaymentCost);
            Spread(json, "totalCash", month.TotalCash);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("paymentCost", people.PaymentCost);
        Distribution(json, "baseSalaries", people.BaseSalaries);
        Distribution(json, "incentive", people.Incentive);
        Distribution(json, "totalCash", people.TotalCash);
        Distribution(json, "streetQuota", people.StreetQuota);
        Distribution(json, "bookings", people.Bookings);
        Distribution(json, "vacantBookings", people.VacantBookings);
        json.WriteNumber("totalCashLessRoster", people.TotalCash.Mean - roster.Incentive.Mean - roster.BaseSalaries.ToDouble());
        if (detail >= Detail.Participant)
            Positions(json, people);
        json.WriteEndObject();
    }

    private static void Assumed(Utf8JsonWriter json, HeadcountPlan plan)
    {
        json.WriteStartObject("assumed");
        json.WriteNumber("openPositions", plan.Positions.Count);
        json.WriteString("attrition", plan.Attrition.ToString());
        json.WriteString("timeToFill", plan.TimeToFill.ToString());
        json.WriteString("backfill", plan.Backfill.ToString());
        json.WriteString("startSlip", plan.StartSlip.ToString());
        json.WriteNumber("vacantShare", plan.VacantShare);
        json.WriteString("vacantCredit", plan.VacantCredit.ToString());
        json.WriteEndObject();
    }

    private static void Positions(Utf8JsonWriter json, HeadcountCost people)
    {
        json.WriteStartArray("positions");
        foreach (PositionOutlook position in people.Positions)
        {
            json.WriteStartObject();
            json.WriteString("id", position.Id);
            json.WriteNumber("headsOnAverage", position.HeadsOnAverage);
            json.WriteNumber("headsAtEnd", position.HeadsAtEnd);
            json.WriteNumber("baseSalaries", position.BaseSalaries);
            json.WriteNumber("incentive", position.Incentive);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Spread(Utf8JsonWriter json, string name, PayoutDistribution of)
    {
        json.WriteStartObject(name);
        json.WriteNumber("mean", of.Mean);
        json.WriteNumber("p10", of.Percentile(0.1).Value);
        json.WriteNumber("p90", of.Percentile(0.9).Value);
        json.WriteEndObject();
    }
}
