using NodaTime;

namespace CompModel;

// Pay that waits for a deal's event: what falls due with booking, invoice and cash.
internal sealed partial class PaymentReading
{
    // What a component earned falls on its deals in proportion to their credits; what has no deal is payable at once.
    private void Await(Statement statement, PaymentInputs inputs)
    {
        if (terms.EventShares == EventShares.OnBooking)
            return;
        foreach (ComponentStatement component in statement.Components.Where(each => each.Earned.Value != 0))
        {
            (string Reference, Rational Credited)[] deals = [.. Behind(component, statement.Terms, inputs.Credits).GroupBy(credit => credit.Reference, StringComparer.Ordinal)
                .OrderBy(deal => deal.Key, StringComparer.Ordinal)
                .Select(deal => (deal.Key, deal.Aggregate(Rational.Zero, (sum, credit) => sum + credit.Amount.Value)))];
            Rational credited = deals.Aggregate(Rational.Zero, (sum, deal) => sum + deal.Credited);
            if (credited.Sign == 0)
                continue;
            Money[] parts = Parts(component.Earned, [.. deals.Select(deal => deal.Credited / credited)]);
            for (int i = 0; i < deals.Length; i++)
            {
                if (parts[i].Value < 0)
                    StopAwaiting(component.Component.Name, deals[i].Reference, -parts[i]);
                else if (parts[i].Value > 0)
                    Wait(new(component.Component.Name, component.Name, deals[i].Reference, component.Window.End.PlusDays(-1), parts[i], zero), inputs.Events);
            }
        }
    }

    // All credits since the component settled before, not only those of a shorter pay period.
    private IEnumerable<Credit> Behind(ComponentStatement settled, ParticipantTerms resolved, IReadOnlyList<Credit> credits)
    {
        Component component = settled.Component;
        DateRange days = settled.Window;
        if (component.Basis is Basis.YearToDate)
        {
            ComponentTerms its = resolved.Components.Single(each => each.Name == settled.Name);
            days = new(LocalDate.Min(period.Start, its.Periods.Single(each => each.Days.End == days.End).Days.Start), days.End);
        }
        return credits.Where(credit => credit.ParticipantId == resolved.Participant.Id && credit.Measure == component.Measure && credit.Scope == component.Scope
            && days.Contains(credit.Date) && resolved.Participant.Employment.Contains(credit.Date));
    }

    // What its events have made payable by now does not wait at all.
    private void Wait(WaitingPay part, IReadOnlyList<DealEvent> events)
    {
        Money now = Rounded(part.Total, Payable(part.Reference, events));
        if (now == part.Total)
            return;
        waiting.Add(part with { Due = now });
        Add(LedgerEntryKind.Deferred, $"{part.Label}, deal {part.Reference}", part.Earned, now - part.Total, part.Reference);
    }

    // A refund first takes what waits for the deal's cash, which will not come, under this plan or one before.
    private void StopAwaiting(string component, string reference, Money amount)
    {
        for (int i = 0; i < waiting.Count; i++)
        {
            if (waiting[i].Component != component || waiting[i].Reference != reference)
                continue;
            Money taken = Least(waiting[i].Rest, amount);
            Add(LedgerEntryKind.Due, $"{waiting[i].Label}, deal {reference}, as it is taken back", waiting[i].Earned, taken, reference);
            waiting[i] = waiting[i] with { Total = waiting[i].Total - taken };
            amount -= taken;
        }
        waiting.RemoveAll(part => part.Rest.Value == 0);
    }

    private void FallDue(IReadOnlyList<DealEvent> events)
    {
        for (int i = 0; i < waiting.Count; i++)
        {
            WaitingPay part = waiting[i];
            Money due = Most(Rounded(part.Total, Payable(part.Reference, events)) - part.Due, zero);
            Add(LedgerEntryKind.Due, $"{part.Label}, deal {part.Reference}", part.Earned, due, part.Reference);
            waiting[i] = part with { Due = part.Due + due };
        }
        waiting.RemoveAll(part => part.Rest.Value == 0);
    }

    // The share of a deal's pay that booking, and its invoices and cash before the period's end, make payable.
    private Rational Payable(string reference, IReadOnlyList<DealEvent> events) =>
        events.Where(each => each.Reference == reference && each.Date < period.End)
            .Aggregate(terms.EventShares.Booking, (share, each) => share + (terms.EventShares.Of(each.Happened) * each.Portion));
}
