using NodaTime;

namespace CompModel;

/// <summary>
/// A territory and who owns it, from which date on: accounts, a region, a book of business. Nobody may own it for a while; its deals of those days are nobody's
/// own. Immutable; <see cref="OwnedFrom"/> answers a changed copy.
/// </summary>
public sealed class Territory
{
    private Territory(string id, EffectiveDated<string?> owners)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        Id = id;
        Owners = owners;
    }

    /// <summary>A territory of one owner for all time; null for nobody.</summary>
    public Territory(string id, string? ownerId)
        : this(id, new EffectiveDated<string?>(ownerId))
    {
    }

    /// <summary>The id, by which deals name it.</summary>
    public string Id { get; }

    /// <summary>The ids of the owners, with the dates from which they are; null for nobody.</summary>
    public EffectiveDated<string?> Owners { get; }

    /// <summary>A copy owned by somebody else from a date on. Throws unless the date is after the latest change.</summary>
    public Territory OwnedFrom(LocalDate date, string? ownerId) => new(Id, Owners.From(date, ownerId));

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    /// <summary>Who was the last to own it, up to and including a day; null where nobody has.</summary>
    internal string? HolderAt(LocalDate date) => OwnersIn(new(LocalDate.MinIsoValue, date.PlusDays(1))).LastOrDefault();

    /// <summary>Who owns it on days of a span, in order.</summary>
    internal IEnumerable<string> OwnersIn(DateRange span) => Owners.Within(span).Select(slice => slice.Value).OfType<string>();
}
