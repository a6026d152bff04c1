using NodaTime;

namespace CompModel;

/// <summary>
/// What a participant earned in a span of the plan year, exact and explained line by line. Component periods that end inside the span are settled;
/// the rest stays open in <see cref="Closing"/>. Totals are sums of lines. Corrections stand beside what is earned and never change it.
/// </summary>
public sealed class Statement
{
    internal Statement(
        ParticipantTerms terms, DateRange days, string periodName, IReadOnlyList<ComponentStatement> components, IReadOnlyList<PlanResult> results, IReadOnlyList<Credit> unmeasured, Position opening, Position closing)
    {
        Terms = terms;
        Days = days;
        PeriodName = periodName;
        Components = components;
        PlanResults = results;
        Unmeasured = unmeasured;
        Opening = opening;
        Closing = closing;
        Earned = results.Aggregate(
            components.Aggregate(new Money(0, terms.Participant.OnTarget.Total.Currency), (total, component) => total + component.Earned),
            (total, result) => total + result.Earned);
    }

    /// <summary>The terms it was read from.</summary>
    public ParticipantTerms Terms { get; }

    /// <summary>The span.</summary>
    public DateRange Days { get; }

    /// <summary>The span's name, such as "Q3 2026".</summary>
    public string PeriodName { get; }

    /// <summary>One entry for each window settled in the span.</summary>
    public IReadOnlyList<ComponentStatement> Components { get; }

    /// <summary>What follows from the plan as a whole: multipliers, bounds, rounding, and average commission that goes on during a leave.</summary>
    public IReadOnlyList<PlanResult> PlanResults { get; }

    /// <summary>
    /// Credits in the span that nothing pays, because no component of the plan in force on their date is of their measure, though one of another plan of the year is.
    /// </summary>
    public IReadOnlyList<Credit> Unmeasured { get; }

    /// <summary>The incentive earned in the span: what components and the plan as a whole come to.</summary>
    public Money Earned { get; }

    /// <summary>Corrections dated in the span, in order of date; none until <see cref="With"/> brings them.</summary>
    public IReadOnlyList<Correction> Corrections { get; private init; } = [];

    /// <summary>What is earned and corrected: what the ledger accrues for the span before its own terms apply.</summary>
    public Money Total => Corrections.Aggregate(Earned, (total, correction) => total + correction.Amount);

    /// <summary>Base salary of the span, exact.</summary>
    public Amount Salary => Terms.Salary(Days);

    /// <summary>The position the statement starts from.</summary>
    public Position Opening { get; }

    /// <summary>The position it leads to.</summary>
    public Position Closing { get; }

    /// <summary>
    /// A copy with the corrections, of all that are the participant's, whose day is in the span. Throws for an amount in another currency.
    /// </summary>
    public Statement With(params IEnumerable<Correction> corrections)
    {
        Correction[] dated = [.. Corrections, .. corrections.Where(correction => Days.Contains(correction.Date))];
        if (dated.FirstOrDefault(correction => correction.Amount.Currency != Earned.Currency) is { } foreign)
            throw new ArgumentException($"The plan pays {Earned.Currency}; the correction of {foreign.Date:uuuu-MM-dd} is {foreign.Amount}.", nameof(corrections));
        return new(Terms, Days, PeriodName, Components, PlanResults, Unmeasured, Opening, Closing) { Corrections = [.. dated.OrderBy(correction => correction.Date)] };
    }

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
        IReadOnlyCollection<Credit> all = credits as IReadOnlyCollection<Credit> ?? [.. credits];
        List<Credit> counting = Counting(terms, days, all);
        RefuseLate(terms, opening, all);
        Credit[] year = [.. opening.Credits, .. counting];
        var windows = new Dictionary<string, OpenWindow>(StringComparer.Ordinal);
        var components = new List<ComponentStatement>();
        var postings = new List<Posting>();
        foreach (ComponentTerms component in terms.Components)
        {
            var reading = new ComponentReading(terms, component, opening.Windows[component.Name], year, days);
            components.AddRange(reading.Settle());
            windows[component.Name] = reading.Open;
            postings.AddRange(reading.Postings);
        }
        var plan = new PlanReading(terms, year, days, [.. opening.Postings, .. postings]);
        List<PlanResult> results = [.. plan.Settle()];
        Credit[] unmeasured = [.. counting.Where(credit => terms.Components.Any(component => component.Measures(credit))
            && !terms.Components.Any(component => component.Measures(credit) && component.Days.Contains(credit.Date)))];
        return new(terms, days, periodName, components, results, unmeasured, opening, new Position(end, year, windows, [.. plan.Postings]));
    }

    // A closed period is not opened by whoever has a credit for it.
    private static void RefuseLate(ParticipantTerms terms, Position opening, IEnumerable<Credit> credits)
    {
        HashSet<Credit>? known = null;
        foreach (Credit credit in credits)
        {
            if (credit.ParticipantId != terms.Participant.Id || credit.Date >= opening.AsOf || credit.Date < terms.Year.Start
                || (credit.Scope == CreditScope.Team && !terms.Participant.Employment.Contains(credit.Date)))
            {
                continue;
            }
            known ??= [.. opening.Credits];
            if (!known.Contains(credit))
            {
                throw new ArgumentException(
                    $"Credit '{credit.Reference}' of {credit.Date:uuuu-MM-dd} for '{credit.ParticipantId}' falls into a period that is closed since {opening.AsOf:uuuu-MM-dd}: "
                    + "date it in the open period, or post the difference as PriorPeriodAdjustments.", nameof(credits));
            }
        }
    }

    internal static List<Credit> Counting(ParticipantTerms terms, DateRange days, IEnumerable<Credit> credits)
    {
        var counting = new List<Credit>();
        foreach (Credit credit in credits)
        {
            if (credit.ParticipantId != terms.Participant.Id || !days.Contains(credit.Date))
                continue;
            // A territory's position is its own, whoever owned it and was employed by then.
            if (credit.Scope == CreditScope.Territory || terms.Participant.Employment.Contains(credit.Date))
                counting.Add(credit);
            // What a team sold before its manager came is not the manager's, as the quota of those days is not.
            else if (credit.Scope == CreditScope.Own)
                throw new ArgumentException($"Credit '{credit.Reference}' of {credit.Date:uuuu-MM-dd} is outside the employment of '{credit.ParticipantId}', {terms.Participant.Employment}.", nameof(credits));
        }
        return [.. counting.OrderBy(credit => credit.Date).ThenBy(credit => credit.Reference, StringComparer.Ordinal)];
    }
}
