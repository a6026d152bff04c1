using System.Text.Json;
using NodaTime;

namespace CompModel.Files;

/// <summary>Writes the objects of one grant in a transactions file.</summary>
internal sealed class GrantObjects(Utf8JsonWriter json, ParticipantGrant held)
{
    private readonly Grant grant = held.Grant;
    private int count;

    public void Write()
    {
        if (held.Compensation != "RSU")
            throw Refused($"it is of type {held.Compensation}: an option needs its exercise price, which a grant does not have");
        if (grant.Clauses.Count > 0)
            throw Refused($"a clause accelerates it ({grant.Clauses[0]}), and Open Cap Format has what was accelerated alone");
        if (held.ParticipantId.Length == 0)
            throw Refused("an issuance names its stakeholder, and it has no holder");
        // What the terms cannot say, a grant cannot refer to.
        VestingTerms.Graph? graph = held.TermsId.Length == 0 ? null : OpenCapWriter.GraphOf(grant.Terms);
        WriteIssuance();
        if (graph is not null && grant.VestingStart != grant.Granted)
            WriteStart(graph);
        foreach (GrantEvent happened in held.Activity.Events)
            Write(happened);
    }

    private void WriteIssuance()
    {
        VestingSchedule? dates = Dates();
        Open(OpenCapWords.Issuance, grant.Granted);
        json.WriteString("custom_id", grant.Id);
        json.WriteString("stakeholder_id", held.ParticipantId);
        json.WriteStartArray("security_law_exemptions");
        json.WriteEndArray();
        json.WriteString("compensation_type", held.Compensation);
        json.WriteString("quantity", OpenCapWriter.Text(grant.Shares));
        if (dates is null)
        {
            json.WriteString("vesting_terms_id", held.TermsId);
        }
        else
        {
            json.WriteStartArray("vestings");
            foreach (Installment installment in dates.Installments)
            {
                json.WriteStartObject();
                json.WriteString("date", ((VestingTime.On)installment.At).ToString());
                json.WriteString("amount", (installment.Portion * grant.Shares).ToString());
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteNull("expiration_date");
        json.WriteStartArray("termination_exercise_windows");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // Null where the grant refers to terms.
    private VestingSchedule? Dates()
    {
        if (held.TermsId.Length > 0)
            return null;
        return grant.Terms is VestingTerms.ByTime { Schedule: { Cliff: var cliff } schedule } && cliff == VestingTime.AtStart
            && schedule.Installments.All(installment => installment.At is VestingTime.On && (installment.Portion * grant.Shares).IsInteger)
            ? schedule
            : throw Refused("without the id of its terms only whole shares on dates can be listed: give it a TermsId, and write those terms");
    }

    // Dates do not count from a start.
    private void WriteStart(VestingTerms.Graph graph)
    {
        if (graph.List.FirstOrDefault(condition => condition.Trigger is VestingTrigger.OnStart) is not { } start)
            return;
        Open(OpenCapWords.Start, grant.VestingStart);
        json.WriteString("vesting_condition_id", start.Id);
        json.WriteEndObject();
    }

    private void Write(GrantEvent happened)
    {
        switch (happened)
        {
            case GrantEvent.Met { Result: null } met:
                Open(OpenCapWords.Event, met.Date);
                json.WriteString("vesting_condition_id", met.Condition);
                break;
            case GrantEvent.Accelerated { Extent: Acceleration.Shares { Count: > 0, From: TakenFrom.EachInProportion } shares } accelerated:
                Open(OpenCapWords.Acceleration, accelerated.Date);
                json.WriteString("quantity", OpenCapWriter.Text(shares.Count));
                json.WriteString("reason_text", "accelerated");
                break;
            case GrantEvent.Cancelled { Shares: { } shares, From: CancelledFrom.VestedToo } cancelled:
                Open(OpenCapWords.Cancellation, cancelled.Date);
                json.WriteString("quantity", OpenCapWriter.Text(shares));
                json.WriteString("reason_text", "cancelled");
                break;
            default:
                throw Refused($"Open Cap Format has no object for what happened on {OpenCapWriter.Text(happened.Date)} ({happened.GetType().Name})");
        }
        json.WriteEndObject();
    }

    private void Open(string type, LocalDate date)
    {
        json.WriteStartObject();
        json.WriteString("object_type", type);
        json.WriteString("id", $"{grant.Id}/{OpenCapWriter.Text(count++)}");
        json.WriteString("security_id", grant.Id);
        json.WriteString("date", OpenCapWriter.Text(date));
    }

    private NotSupportedException Refused(string reason) => new($"Grant {grant.Id} cannot be written: {reason}.");
}
