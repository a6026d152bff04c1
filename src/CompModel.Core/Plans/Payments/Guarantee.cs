namespace CompModel;

/// <summary>
/// The least that a period pays in stated days, whatever is earned: one of the nested cases. Money of the plan's currency, above zero, a pay period.
/// A period counts whose last day of employment is among the days. It is never owed back, unlike a recoverable <see cref="Draw"/>.
/// </summary>
public abstract record Guarantee
{
    private Guarantee()
    {
    }

    /// <summary>No guarantee: the default.</summary>
    public static Guarantee None { get; } = new Nothing();

    /// <summary>At least <paramref name="minimum"/> in every period of the days. Throws unless it is above zero, and for no days.</summary>
    public static Guarantee Of(Money minimum, DateRange days) => new Minimum(minimum, days);

    /// <summary>No guarantee.</summary>
    public sealed record Nothing : Guarantee;

    /// <summary>The least a period of the days pays.</summary>
    public sealed record Minimum : Guarantee
    {
        internal Minimum(Money amount, DateRange days)
        {
            if (amount.Value <= 0)
                throw new ArgumentOutOfRangeException("minimum", amount, "A guaranteed minimum is above zero.");
            if (days.IsEmpty)
                throw new ArgumentOutOfRangeException(nameof(days), days, "A guarantee holds for at least one day.");
            Amount = amount;
            Days = days;
        }

        /// <summary>The minimum of a period.</summary>
        public Money Amount { get; }

        /// <summary>The days it holds for.</summary>
        public DateRange Days { get; }
    }
}
