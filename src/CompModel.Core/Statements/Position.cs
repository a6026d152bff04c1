using NodaTime;

namespace CompModel;

/// <summary>
/// The state of a participant's plan year at a date: the credits so far, what the open window of each component holds, and what was earned when.
/// Every reading of a plan starts from one; the year starts from an empty one.
/// </summary>
public sealed class Position
{
    private readonly ParticipantTerms terms;
    private readonly OpenWindow[] windows;
    private Dictionary<string, OpenWindow>? byName;

    internal Position(ParticipantTerms terms, LocalDate asOf, Credit[] credits, OpenWindow[] windows, Posting[] postings, Money earned)
    {
        Earned = earned;
        this.terms = terms;
        AsOf = asOf;
        Year = credits;
        this.windows = windows;
        Postings = postings;
    }

    /// <summary>The first day that is not covered.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The incentive earned in the year so far.</summary>
    public Money Earned { get; }

    /// <summary>The participant's credits since the start of the year, in order of date, then deal.</summary>
    public IReadOnlyList<Credit> Credits => Year;

    /// <summary>As above, without an interface between.</summary>
    internal Credit[] Year { get; }

    /// <summary>The open window of each component, by the name in its terms; one that closed keeps what it held.</summary>
    public IReadOnlyDictionary<string, OpenWindow> Windows =>
        byName ??= terms.Components.Select((component, i) => (component.Name, Window: windows[i])).ToDictionary(each => each.Name, each => each.Window, StringComparer.Ordinal);

    /// <summary>What was earned in the year, in order; kept where something follows from it.</summary>
    internal Posting[] Postings { get; }

    /// <summary>The window of a component, by its place in terms: those of this position, or others with components of the same names.</summary>
    internal OpenWindow WindowOf(ParticipantTerms its, int place) => ReferenceEquals(its, terms) ? windows[place] : Windows[its.Components[place].Name];

    /// <summary>Nothing credited, nothing earned, at the start of the year.</summary>
    public static Position AtStartOf(ParticipantTerms terms) =>
        new(terms, terms.Year.Start, [], [.. terms.Components.Select(OpenWindow.Of)], [], new Money(0, terms.Participant.OnTarget.Total.Currency));

    /// <summary>
    /// A copy in which a component opens with a debt: what it earned too much in an earlier window, as <see cref="OpenWindow.Debt"/> of last year's closing position says.
    /// Throws for a debt below zero, and unless the component carries what was earned too much.
    /// </summary>
    public Position Owing(ParticipantTerms terms, string component, Money debt)
    {
        if (debt.Value < 0)
            throw new ArgumentOutOfRangeException(nameof(debt), debt, "A debt is stated as what is owed, at least zero.");
        int place = terms.Components.TakeWhile(each => each.Name != component).Count();
        if (place == terms.Components.Count)
            throw new ArgumentException($"There is no component '{component}' in {terms.Participant.Plan}.", nameof(component));
        if (terms.Components[place].Component.Basis is not Basis.YearToDate { Recovery: Recovery.Carried })
            throw new ArgumentException($"Component '{component}' does not carry what was earned too much.", nameof(component));
        OpenWindow[] owing = [.. terms.Components.Select((_, i) => WindowOf(terms, i))];
        owing[place] = owing[place] with { Debt = debt, OpenedOwing = debt };
        return new(terms, AsOf, Year, owing, Postings, Earned);
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
