using NodaTime;

namespace CompModel.Reports;

/// <summary>
/// What vests of grants and when: a table for each grant, and one of all by holder, for console and HTML. With a day, everything is as it was known on it: what happened
/// later is left out, and shares are split into vested, unvested and forfeited. Without one it is the whole schedule, by all that is recorded.
/// </summary>
public sealed class VestingReport
{
    /// <summary>Of some grants, in their order. Throws for none, and for a price that is not above zero.</summary>
    /// <param name="grants">The grants.</param>
    /// <param name="asOf">The day, which counts; null for none.</param>
    /// <param name="price">The price of a share in a currency; null for none.</param>
    public VestingReport(IReadOnlyList<HeldGrant> grants, LocalDate? asOf = null, Amount? price = null)
    {
        if (grants.Count == 0)
            throw new ArgumentException("There is at least one grant to show.", nameof(grants));
        if (price is { Value.Sign: <= 0 })
            throw new ArgumentOutOfRangeException(nameof(price), price, "A share's price is above zero.");
        (AsOf, Price) = (asOf, price);
        Grants = [.. grants.Select(held => asOf is { } day ? held with { Activity = held.Grant.After(held.Activity.Events.Where(happened => happened.Date <= day)) } : held)];
        Later = asOf is null ? 0 : grants.Sum(held => held.Activity.Events.Count) - Grants.Sum(held => held.Activity.Events.Count);
    }

    /// <summary>The day; null for none.</summary>
    public LocalDate? AsOf { get; }

    /// <summary>The price of a share; null for none.</summary>
    public Amount? Price { get; }

    /// <summary>A table for each grant, then one of all grants by holder.</summary>
    public IReadOnlyList<ReportTable> Tables => [.. Grants.Select(held => GrantTable.Of(held, AsOf, Price)), HolderTable.Of(this)];

    /// <summary>The grants as they were known on the day.</summary>
    internal IReadOnlyList<HeldGrant> Grants { get; }

    /// <summary>How many recorded events are later than the day.</summary>
    internal int Later { get; }
}
