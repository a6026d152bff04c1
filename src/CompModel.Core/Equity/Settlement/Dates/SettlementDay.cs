using NodaTime;

namespace CompModel;

/// <summary>The days on which one vest is settled. Only a <see cref="SettlementCalendar"/> makes one. <c>default</c> has no meaning.</summary>
/// <param name="Vests">The vest date, which never moves.</param>
/// <param name="Settles">The business day on which shares are delivered; not after <paramref name="Deadline"/>.</param>
/// <param name="Sells">The business day on which shares are sold to cover, outside every blackout; on or after <paramref name="Settles"/>, and after the deadline where a blackout lasts so long.</param>
/// <param name="Deadline">The last day on which the shares may be delivered.</param>
/// <param name="Due">The business day on which they would be delivered without a deadline; later than <paramref name="Settles"/> where the deadline cuts a blackout short.</param>
public readonly record struct SettlementDay(LocalDate Vests, LocalDate Settles, LocalDate Sells, LocalDate Deadline, LocalDate Due)
{
    /// <summary>Whether the deadline made it settle earlier, inside a blackout: then tax is covered by withholding shares, or sold for later.</summary>
    public bool IsHeldToDeadline => Settles < Due;
}
