using NodaTime;

namespace CompModel.Files;

/// <summary>A case's credits, events and corrections, by participant.</summary>
internal sealed class CaseInputs
{
    private readonly ILookup<string, Credit> credits;
    private readonly ILookup<string, Correction> corrections;
    private readonly ILookup<string, DealEvent> events;

    internal CaseInputs(Case read)
    {
        Credit[] byHand = [.. read.Adjustments.OfType<Adjustment.OfCredit>().Select(adjustment => adjustment.Credit)];
        IEnumerable<Credit> rolledUp = read.SalesForce.Hierarchy.RollUp(read.Credits).Concat(byHand);
        // Overrides on what people earn need everybody's statement first.
        if (read.Participants.SelectMany(participant => participant.Plans.Values).SelectMany(plan => plan.Components)
            .Any(component => component.Measure == Measure.CommissionEarned && component.Scope == CreditScope.Team))
        {
            rolledUp = read.SalesForce.Hierarchy.WithEarnedBelow(read.Year, rolledUp);
        }
        credits = rolledUp.ToLookup(credit => credit.ParticipantId, StringComparer.Ordinal);
        corrections = read.Adjustments.OfType<Adjustment.OfPay>().ToLookup(adjustment => adjustment.ParticipantId, adjustment => adjustment.Correction, StringComparer.Ordinal);
        HashSet<string> deals = new(read.Deals.Select(deal => deal.Id), StringComparer.Ordinal);
        events = read.Deals.Where(deal => deal.Type == DealType.Booking)
            .SelectMany(deal => Happened(deal.Id, deal.InvoiceDate, deal.PaidDate))
            .Concat(read.Credits.Concat(byHand).Where(credit => !deals.Contains(credit.Reference)).OrderBy(credit => credit.Date)
                .SelectMany(credit => Happened(credit.Reference, credit.Date, credit.Date)))
            // The rows of a split are one deal, which is invoiced and paid once.
            .DistinctBy(each => (each.Reference, each.Happened)).ToLookup(each => each.Reference, StringComparer.Ordinal);
    }

    internal PaymentInputs Of(string participantId) => new PaymentInputs(credits[participantId])
        .With([.. credits[participantId].Select(credit => credit.Reference).Distinct(StringComparer.Ordinal).SelectMany(reference => events[reference])])
        .With([.. corrections[participantId]]);

    private static IEnumerable<DealEvent> Happened(string reference, LocalDate? invoiced, LocalDate? paid)
    {
        if (invoiced is { } invoice)
            yield return new(reference, PaymentEvent.Invoice, invoice);
        if (paid is { } cash)
            yield return new(reference, PaymentEvent.Cash, cash);
    }
}
