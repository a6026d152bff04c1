using NodaTime;

namespace CompModel;

/// <summary>
/// The state of a participant's plan year at a date: what the open window of each component has been credited and has earned so far.
/// Every reading of a plan starts from one; the year starts from an empty one.
/// </summary>
public sealed class Position
{
    private readonly Dictionary<string, OpenWindow> windows;

    internal Position(LocalDate asOf, Dictionary<string, OpenWindow> windows)
    {
        AsOf = asOf;
        this.windows = windows;
    }

    /// <summary>The first day that is not covered.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The open window of each component, by its name.</summary>
    public IReadOnlyDictionary<string, OpenWindow> Windows => windows;

    /// <summary>Nothing credited, nothing earned, at the start of the year.</summary>
    public static Position AtStartOf(ParticipantTerms terms) =>
        new(terms.Year.Start, terms.Components.ToDictionary(
            component => component.Component.Name,
            component => new OpenWindow(Amount.Zero(component.Quota.Currency), new Money(0, component.Target.Currency)),
            StringComparer.Ordinal));
}

/// <summary>What one component's open window holds.</summary>
/// <param name="Credited">Credits in the window so far.</param>
/// <param name="Earned">Pay earned in the window so far.</param>
public readonly record struct OpenWindow(Amount Credited, Money Earned);
