namespace CompModel;

/// <summary>What happens to a deal that makes a share of its pay payable.</summary>
public enum PaymentEvent
{
    /// <summary>It is booked: at once.</summary>
    Booking,

    /// <summary>It is invoiced.</summary>
    Invoice,

    /// <summary>Its cash is received.</summary>
    Cash,
}

/// <summary>
/// Which share of what a deal earned is payable on which event. Fractions of at least zero that sum to exactly one. The share of an event that
/// happened in part (half the cash is in) is payable in that part.
/// </summary>
public sealed record EventShares
{
    /// <summary>A share for each event. Throws unless all are at least zero and sum to one.</summary>
    public EventShares(Rational booking, Rational invoice, Rational cash)
    {
        foreach ((string name, Rational share) in new[] { (nameof(booking), booking), (nameof(invoice), invoice), (nameof(cash), cash) })
        {
            if (share.Sign < 0)
                throw new ArgumentOutOfRangeException(name, share, "The share payable on an event is at least 0.");
        }
        if (booking + invoice + cash != Rational.One)
            throw new ArgumentException($"The shares payable on booking, invoice and cash sum to one (100 %); these sum to {booking + invoice + cash}.", nameof(cash));
        Booking = booking;
        Invoice = invoice;
        Cash = cash;
    }

    /// <summary>All of it on booking: the default.</summary>
    public static EventShares OnBooking { get; } = new(1, 0, 0);

    /// <summary>All of it as cash comes in.</summary>
    public static EventShares OnCash { get; } = new(0, 0, 1);

    /// <summary>The share payable at once.</summary>
    public Rational Booking { get; }

    /// <summary>The share payable on invoice.</summary>
    public Rational Invoice { get; }

    /// <summary>The share payable on cash.</summary>
    public Rational Cash { get; }

    /// <summary>The share of an event.</summary>
    public Rational Of(PaymentEvent happened) => happened switch
    {
        PaymentEvent.Booking => Booking,
        PaymentEvent.Invoice => Invoice,
        PaymentEvent.Cash => Cash,
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event is booking, invoice or cash."),
    };
}
