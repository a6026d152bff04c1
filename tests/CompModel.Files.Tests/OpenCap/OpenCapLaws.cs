using CompModel.Files;
using CompModel.Tests.Equity;
using FsCheck.Xunit;

namespace CompModel.Tests.OpenCap;

/// <summary>Sentences that are true of everything that Open Cap Format can say.</summary>
[Properties(Arbitrary = [typeof(Generators)], MaxTest = 300)]
public class OpenCapLaws
{
    [Property]
    public bool A_schedule_written_and_read_vests_the_same_shares_on_the_same_dates(Grant grant)
    {
        VestingTerms read = Again(grant.Terms, grant.Allocation).Terms;
        return Grant(grant, read).ScheduledTranches().SequenceEqual(grant.ScheduledTranches());
    }

    [Property]
    public bool Parts_of_shares_fall_as_before(Grant grant)
    {
        Grant parts = grant.AllocatedBy(ShareAllocation.Fractional);
        return Grant(parts, Again(parts.Terms, ShareAllocation.Fractional).Terms).ScheduledTranches().SequenceEqual(parts.ScheduledTranches());
    }

    [Property]
    public bool What_was_read_is_written_and_read_as_the_same(Grant grant)
    {
        OpenCapTerms once = Again(grant.Terms, grant.Allocation), twice = OpenCapText.Read(OpenCapWriter.Terms(once)).Terms[0];
        return once == twice && OpenCapWriter.Terms(twice) == OpenCapWriter.Terms(once);
    }

    [Property]
    public bool Whatever_the_terms_they_are_written_as_they_are_or_refused_with_the_reason(VestingTerms terms)
    {
        var named = new OpenCapTerms("T", "Terms", "Some terms.", terms, ShareAllocation.BackLoaded);
        try
        {
            OpenCapTerms read = OpenCapText.Read(OpenCapWriter.Terms(named)).Terms[0];
            return terms is VestingTerms.ByTime || (terms is VestingTerms.Graph && read == named);
        }
        catch (NotSupportedException refused)
        {
            return terms is VestingTerms.Conditioned or VestingTerms.Parallel && refused.Message.Contains("cannot be written: ", StringComparison.Ordinal);
        }
    }

    [Property]
    public bool A_grant_that_refers_to_its_terms_comes_back_with_its_start_and_its_events(Grant grant)
    {
        Grant read = Grant(grant, Again(grant.Terms, grant.Allocation).Terms);
        bool starts = ((VestingTerms.Graph)read.Terms).List.Any(condition => condition.Trigger is VestingTrigger.OnStart);
        Grant held = starts ? read : read.VestingFrom(read.Granted);
        GrantEvent[] events = [new GrantEvent.Accelerated(held.Granted, new Acceleration.Shares(1)), new GrantEvent.Cancelled(held.Granted.PlusDays(400), 1, CancelledFrom.VestedToo)];
        GrantActivity activity = held.Shares > 1 && held.UnvestedAt(held.Granted).Sign > 0 ? held.After(events) : held.After();
        var written = new ParticipantGrant("P", activity) { TermsId = "T", TermsName = "Terms" };
        ParticipantGrant again = OpenCapText.Read(OpenCapWriter.Terms(new OpenCapTerms("T", "Terms", "Some terms.", held.Terms, held.Allocation)), OpenCapWriter.Grants(written)).Grants[0];
        return again with { Activity = activity } == written && Same(again.Grant, held) && again.Activity.Moves.SequenceEqual(activity.Moves);
    }

    [Property]
    public bool A_grant_of_listed_dates_comes_back_as_it_was(Grant grant)
    {
        Grant listed = new Grant("G", grant.Granted, grant.Shares, VestingSchedule.Dated(grant.Tranches().Select(tranche => (tranche.Vests, tranche.Shares / grant.Shares))));
        ParticipantGrant again = OpenCapText.Read(null, OpenCapWriter.Grants(new ParticipantGrant("P", listed.After()))).Grants[0];
        return Same(again.Grant, listed) && again.Grant.Tranches().SequenceEqual(grant.Tranches());
    }

    private static OpenCapTerms Again(VestingTerms terms, ShareAllocation allocation) =>
        OpenCapText.Read(OpenCapWriter.Terms(new OpenCapTerms("T", "Terms", "Some \"terms\",\non two lines.", terms, allocation))).Terms[0];

    private static Grant Grant(Grant grant, VestingTerms terms) => new Grant(grant.Id, grant.Granted, grant.Shares, terms).VestingFrom(grant.VestingStart).AllocatedBy(grant.Allocation);

    private static bool Same(Grant one, Grant other) =>
        (one.Id, one.Granted, one.Shares, one.VestingStart, one.Allocation) == (other.Id, other.Granted, other.Shares, other.VestingStart, other.Allocation) && one.Terms == other.Terms;
}
