using NodaTime;

namespace CompModel;

/// <summary>Who is paid from a fund that does not suffice for all.</summary>
public enum FundOrder
{
    /// <summary>The first deals, by date, then id, until nothing is left; the sellers of one deal share what is left for it.</summary>
    FirstCome,

    /// <summary>All deals, each by the same share.</summary>
    ProRata,
}

/// <summary>
/// A fixed sum that a Spiff pays from, shared by everybody. As a Spiff pays a rate on credits, the sum bounds what is credited: <see cref="Trim"/> lowers shares so that
/// pay, before it is rounded person by person, never exceeds it, and uses it up exactly where more is asked for. Unlike a cap it is no one's own.
/// </summary>
public sealed record SpiffFund
{
    /// <summary>A fund. Throws below zero and for units.</summary>
    public SpiffFund(string name, Money amount)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (amount.Value < 0 || amount.Currency == Currency.None)
            throw new ArgumentOutOfRangeException(nameof(amount), amount, $"The fund '{name}' is money, and at least zero.");
        Name = name;
        Amount = amount;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>What it holds.</summary>
    public Money Amount { get; }

    /// <summary>
    /// The credits in the order given, those of participants' own in the measure at lower shares where the fund does not suffice; the rest unchanged. The rate is pay for one unit credited:
    /// a share of money, or money a unit. A refund returns what its booking took, and the fund pays later deals from it; one whose booking is not among the credits returns
    /// nothing to it. Throws for a rate of zero or less, and for credits in another currency than the fund's.
    /// </summary>
    public IReadOnlyList<Credit> Trim(IEnumerable<Credit> credits, Measure measure, Rational rate, FundOrder order = FundOrder.FirstCome)
    {
        if (rate.Sign <= 0)
            throw new ArgumentOutOfRangeException(nameof(rate), rate, $"The rate that the fund '{Name}' pays is above zero.");
        List<Credit> all = [.. credits];
        List<Credit> asking = [.. all.Where(credit => credit.Scope == CreditScope.Own && credit.Measure == measure)];
        if (asking.FirstOrDefault(credit => measure.IsMoney && credit.DealAmount.Currency != Amount.Currency) is { } foreign)
            throw new ArgumentException($"The fund '{Name}' is in {Amount.Currency}; credit '{foreign.Reference}' of '{foreign.ParticipantId}' is in {foreign.DealAmount.Currency}: convert it first.", nameof(credits));
        Rational most = Amount.Value / rate;
        Func<Credit, Rational> paid = order switch
        {
            FundOrder.FirstCome => FirstCome(asking, most),
            FundOrder.ProRata when Sum(asking) is var asked => _ => asked > most ? most / asked : Rational.One,
            _ => throw new ArgumentOutOfRangeException(nameof(order), order, "A fund pays the first deals, or all pro rata."),
        };
        return [.. all.Select(credit => credit.Scope == CreditScope.Own && credit.Measure == measure ? credit with { Share = credit.Share * paid(credit) } : credit)];
    }

    private static Func<Credit, Rational> FirstCome(List<Credit> asking, Rational left)
    {
        var paid = new Dictionary<(string Reference, LocalDate Date), Rational>();
        var ofBooking = new Dictionary<(string Reference, string ParticipantId), (Rational Asked, Rational Paid)>();
        foreach (var day in asking.GroupBy(credit => credit.Date).OrderBy(day => day.Key))
        {
            foreach (var deal in day.GroupBy(credit => credit.Reference).OrderBy(deal => deal.Key, StringComparer.Ordinal))
            {
                List<Credit> bookings = [.. deal.Where(credit => credit.Amount.Value.Sign > 0)];
                Rational asked = Sum(bookings);
                Rational share = asked > left ? left / asked : Rational.One;
                paid[(deal.Key, day.Key)] = share;
                left -= asked * share;
                foreach (Credit booking in bookings)
                {
                    (Rational before, Rational paidBefore) = ofBooking.GetValueOrDefault((deal.Key, booking.ParticipantId));
                    ofBooking[(deal.Key, booking.ParticipantId)] = (before + booking.Amount.Value, paidBefore + (booking.Amount.Value * share));
                }
                foreach (Credit refund in deal.Where(credit => credit.Amount.Value.Sign < 0))
                {
                    if (ofBooking.TryGetValue((deal.Key, refund.ParticipantId), out var booked))
                        left -= refund.Amount.Value * booked.Paid / booked.Asked;
                }
            }
        }
        return credit => credit.Amount.Value.Sign >= 0
            ? paid[(credit.Reference, credit.Date)]
            : ofBooking.TryGetValue((credit.Reference, credit.ParticipantId), out var booked) ? booked.Paid / booked.Asked : Rational.One;
    }

    private static Rational Sum(IEnumerable<Credit> credits) => credits.Aggregate(Rational.Zero, (sum, credit) => sum + credit.Amount.Value);
}
