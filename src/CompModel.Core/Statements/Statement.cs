using NodaTime;

namespace CompModel;

/// <summary>
/// What a participant earned in a span of the plan year, exact and explained line by line. Component periods that end inside the span are settled;
/// the rest stays open in <see cref="Closing"/>. Totals are sums of lines.
/// </summary>
public sealed class Statement
{
    internal Statement(ParticipantTerms terms, DateRange days, string periodName, IReadOnlyList<ComponentStatement> components, Position opening, Position closing)
    {
        Terms = terms;
        Days = days;
        PeriodName = periodName;
        Components = components;
        Opening = opening;
        Closing = closing;
        Earned = components.Aggregate(new Money(0, terms.Participant.OnTarget.Total.Currency), (total, component) => total + component.Earned);
    }

    /// <summary>The terms it was read from.</summary>
    public ParticipantTerms Terms { get; }

    /// <summary>The span.</summary>
    public DateRange Days { get; }

    /// <summary>The span's name, such as "Q3 2026".</summary>
    public string PeriodName { get; }

    /// <summary>One entry for each window settled in the span.</summary>
    public IReadOnlyList<ComponentStatement> Components { get; }

    /// <summary>The incentive earned in the span.</summary>
    public Money Earned { get; }

    /// <summary>Base salary of the span, exact.</summary>
    public Amount Salary => Terms.Salary(Days);

    /// <summary>The position the statement starts from.</summary>
    public Position Opening { get; }

    /// <summary>The position it leads to.</summary>
    public Position Closing { get; }

    /// <summary>The statement as text for the person it pays.</summary>
    public string Explain() => StatementText.Of(this);

    /// <summary>
    /// Reads a statement off terms, from a position to <paramref name="end"/>. Credits are those of all participants and dates; the ones that count are picked.
    /// Throws for an own credit outside employment, naming it, and for an end before the position or beyond the plan year.
    /// </summary>
    public static Statement Read(ParticipantTerms terms, Position opening, LocalDate end, string periodName, IEnumerable<Credit> credits)
    {
        if (end > terms.Year.End)
            throw new ArgumentOutOfRangeException(nameof(end), end, $"A statement ends inside its plan year, {terms.Year.Days}: later credits belong to the next.");
        var days = new DateRange(opening.AsOf, end);
        List<Credit> counting = Counting(terms, days, credits);
        var windows = new Dictionary<string, OpenWindow>(StringComparer.Ordinal);
        var components = new List<ComponentStatement>();
        foreach (ComponentTerms component in terms.Components)
        {
            var reading = new ComponentReading(component, opening, days, terms.Participant.Plan.Rounding);
            components.AddRange(reading.Settle(counting));
            windows[component.Component.Name] = reading.Open;
        }
        return new(terms, days, periodName, components, opening, new Position(end, windows));
    }

    private static List<Credit> Counting(ParticipantTerms terms, DateRange days, IEnumerable<Credit> credits)
    {
        var counting = new List<Credit>();
        foreach (Credit credit in credits)
        {
            if (credit.ParticipantId != terms.Participant.Id || !days.Contains(credit.Date))
                continue;
            if (terms.Participant.Employment.Contains(credit.Date))
                counting.Add(credit);
            // What a team sold before its manager came is not the manager's, as the quota of those days is not.
            else if (credit.Scope == CreditScope.Own)
                throw new ArgumentException($"Credit '{credit.Reference}' of {credit.Date:uuuu-MM-dd} is outside the employment of '{credit.ParticipantId}', {terms.Participant.Employment}.", nameof(credits));
        }
        return [.. counting.OrderBy(credit => credit.Date).ThenBy(credit => credit.Reference, StringComparer.Ordinal)];
    }
}
