namespace CompModel;

/// <summary>How many people leave in a year, by role: roles that are not named, and people without one, have the common rate. Immutable; roles are compared letter by letter.</summary>
public sealed class Attrition
{
    private readonly LeaverRate common;
    private readonly SortedDictionary<string, LeaverRate> byRole;

    private Attrition(LeaverRate common, SortedDictionary<string, LeaverRate> byRole) => (this.common, this.byRole) = (common, byRole);

    /// <summary>Nobody leaves but those whose last day is known.</summary>
    public static Attrition None { get; } = Of(0);

    /// <summary>The roles that have a rate of their own.</summary>
    public IReadOnlyCollection<string> Roles => byRole.Keys;

    /// <summary>Whether nobody leaves.</summary>
    public bool IsNone => common.IsNone && byRole.Values.All(rate => rate.IsNone);

    /// <summary>One annual rate of leavers for everybody, a fraction. Throws outside 0 ≤ rate &lt; 1.</summary>
    public static Attrition Of(double annual) => Of(LeaverRate.Of(annual));

    /// <summary>One rate for everybody, which may differ by tenure.</summary>
    public static Attrition Of(LeaverRate common) => new(common, new(StringComparer.Ordinal));

    /// <summary>A copy with an annual rate for a role. Throws outside 0 ≤ rate &lt; 1, and for a role that has one.</summary>
    public Attrition InRole(string role, double annual) => InRole(role, LeaverRate.Of(annual));

    /// <summary>A copy with a rate for a role, which may differ by tenure. Throws for a role that has one.</summary>
    public Attrition InRole(string role, LeaverRate rate)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(role);
        if (byRole.TryGetValue(role, out LeaverRate? stated))
            throw new ArgumentException($"A role has one rate of leavers; '{role}' has {stated}.", nameof(role));
        return new(common, new(byRole, StringComparer.Ordinal) { [role] = rate });
    }

    /// <summary>The rate of a role; the common one for a role that is not named, and for none.</summary>
    public LeaverRate For(string? role) => role is not null && byRole.TryGetValue(role, out LeaverRate? rate) ? rate : common;

    /// <summary>"0.1; AE 0.15; SDR 0.3, from month 12 0.1": every digit.</summary>
    public override string ToString() => string.Join("; ", byRole.Select(role => $"{role.Key} {role.Value}").Prepend(common.ToString()));
}
