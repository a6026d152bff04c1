using NodaTime;

namespace CompModel;

/// <summary>
/// The state of a participant's plan year at a date: the credits so far, what the open window of each component holds, and what was earned when.
/// Every reading of a plan starts from one; the year starts from an empty one.
/// </summary>
public sealed class Position
{
    private readonly Dictionary<string, OpenWindow> windows;

    internal Position(LocalDate asOf, Credit[] credits, Dictionary<string, OpenWindow> windows, Posting[] postings)
    {
        AsOf = asOf;
        Credits = credits;
        this.windows = windows;
        Postings = postings;
    }

    /// <summary>The first day that is not covered.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The participant's credits since the start of the year, in order of date, then deal.</summary>
    public IReadOnlyList<Credit> Credits { get; }

    /// <summary>The open window of each component, by the name in its terms; one that closed keeps what it held.</summary>
    public IReadOnlyDictionary<string, OpenWindow> Windows => windows;

    /// <summary>What was earned in the year, in order.</summary>
    internal IReadOnlyList<Posting> Postings { get; }

    /// <summary>Nothing credited, nothing earned, at the start of the year.</summary>
    public static Position AtStartOf(ParticipantTerms terms) =>
        new(terms.Year.Start, [], terms.Components.ToDictionary(component => component.Name, OpenWindow.Of, StringComparer.Ordinal), []);

    /// <summary>
    /// A copy in which a component opens with a debt: what it earned too much in an earlier window, as <see cref="OpenWindow.Debt"/> of last year's closing position says.
    /// Throws for a debt below zero, and unless the component carries what was earned too much.
    /// </summary>
    public Position Owing(ParticipantTerms terms, string component, Money debt)
    {
        if (debt.Value < 0)
            throw new ArgumentOutOfRangeException(nameof(debt), debt, "A debt is stated as what is owed, at least zero.");
        ComponentTerms its = terms.Components.FirstOrDefault(each => each.Name == component)
            ?? throw new ArgumentException($"There is no component '{component}' in {terms.Participant.Plan}.", nameof(component));
        if (its.Component.Basis is not Basis.YearToDate { Recovery: Recovery.Carried })
            throw new ArgumentException($"Component '{component}' does not carry what was earned too much.", nameof(component));
        return new(AsOf, [.. Credits], new(windows, StringComparer.Ordinal) { [component] = windows[component] with { Debt = debt, OpenedOwing = debt } }, [.. Postings]);
    }
}

/// <summary>What one component's open window holds.</summary>
/// <param name="Credited">What counts towards the position in the window so far.</param>
/// <param name="Earned">Pay earned in the window so far.</param>
public readonly record struct OpenWindow(Amount Credited, Money Earned)
{
    /// <summary>What was earned too much and is still to be made up for, at least zero: in an earlier window, or in this one.</summary>
    public Money Debt { get; internal init; }

    /// <summary>The debt that the window opened with.</summary>
    internal Money OpenedOwing { get; init; }

    /// <summary>What the window earned so far, before rounding.</summary>
    internal Amount Exact { get; init; }

    internal static OpenWindow Of(ComponentTerms terms) =>
        new(Amount.Zero(terms.Quota.Currency), new Money(0, terms.Target.Currency)) { Debt = new(0, terms.Target.Currency), OpenedOwing = new(0, terms.Target.Currency), Exact = Amount.Zero(terms.Target.Currency) };
}

/// <summary>What kind of result was posted.</summary>
internal enum PostingKind
{
    Component,
    Multiplier,
    Limit,
    Rounding,
}

/// <summary>Something earned: on the last day of what settled it, to the cent and before rounding.</summary>
internal readonly record struct Posting(PostingKind Kind, LocalDate Date, Money Earned, Amount Exact)
{
    /// <summary>The place of a multiplier among those of the plan.</summary>
    internal int Order { get; init; }
}
