using NodaTime;

namespace CompModel;

/// <summary>
/// What a participant earned in a span of the plan year, exact and explained line by line. Component periods that end inside the span are settled;
/// the rest stays open in <see cref="Closing"/>. Totals are sums of lines. Corrections stand beside what is earned and never change it.
/// </summary>
public sealed class Statement
{
    private readonly MeasurementPeriod? period;
    private readonly string? name;

    private Statement(
        ParticipantTerms terms, DateRange days, MeasurementPeriod? period, string? name, IReadOnlyList<ComponentStatement> components, IReadOnlyList<PlanResult> results, IReadOnlyList<Credit> unmeasured, Position opening, Position closing, Money earned)
    {
        Terms = terms;
        Days = days;
        this.period = period;
        this.name = name;
        Components = components;
        PlanResults = results;
        Unmeasured = unmeasured;
        Opening = opening;
        Closing = closing;
        Earned = earned;
    }

    /// <summary>The terms it was read from.</summary>
    public ParticipantTerms Terms { get; }

    /// <summary>The span.</summary>
    public DateRange Days { get; }

    /// <summary>The span's name, such as "Q3 2026".</summary>
    public string PeriodName => name ?? period!.Value.Name;

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
        return new(Terms, Days, period, name, Components, PlanResults, Unmeasured, Opening, Closing, Earned) { Corrections = [.. dated.OrderBy(correction => correction.Date)] };
    }

    /// <summary>The statement as text for the person it pays.</summary>
    public string Explain() => StatementText.Of(this);

    /// <summary>
    /// Reads a statement off terms, from a position to <paramref name="end"/>. Credits are those of all participants and dates; the ones that count are picked.
    /// Throws for an own credit outside employment, naming it, and for an end before the position or beyond the plan year.
    /// </summary>
    public static Statement Read(ParticipantTerms terms, Position opening, LocalDate end, string periodName, IEnumerable<Credit> credits) =>
        Read(terms, opening, end, null, periodName, credits);

    internal static Statement Read(ParticipantTerms terms, Position opening, LocalDate end, MeasurementPeriod? period, string? name, IEnumerable<Credit> credits)
    {
        if (end > terms.Days.End)
            throw new ArgumentOutOfRangeException(nameof(end), end, $"A statement ends inside its plan year, {terms.Days}: later credits belong to the next.");
        var days = new DateRange(opening.AsOf, end);
        IReadOnlyList<Credit> all = credits as IReadOnlyList<Credit> ?? [.. credits];
        RefuseLate(terms, opening, all);
        Credit[] counting = Counting(terms, days, all);
        Credit[] year = counting.Length == 0 ? opening.Year : opening.Year.Length == 0 ? counting : [.. opening.Year, .. counting];
        ComponentTerms[] its = terms.Each;
        var windows = new OpenWindow[its.Length];
        var components = new List<ComponentStatement>(its.Length);
        List<Posting>? postings = null;
        for (int i = 0; i < its.Length; i++)
        {
            var reading = new ComponentReading(terms, its[i], opening.WindowOf(terms, i), year, days);
            reading.Settle(components);
            windows[i] = reading.Open;
            if (reading.Postings is { } posted)
                (postings ??= []).AddRange(posted);
        }
        PlanReading? plan = terms.IsReadAsAWhole ? new(terms, year, days, [.. opening.Postings, .. postings ?? []]) : null;
        PlanResult[] results = plan is null ? [] : [.. plan.Settle()];
        // Under one plan, a measure that it does not pay on is no plan's.
        Credit[] unmeasured = !terms.HasSeveralPlans ? [] : [.. counting.Where(credit => terms.Components.Any(component => component.Measures(credit))
            && !terms.Components.Any(component => component.Measures(credit) && component.Days.Contains(credit.Date)))];
        Money earned = Sum(components, results, terms.Participant.OnTarget.Total.Currency);
        var closing = new Position(terms, end, year, windows, plan is null ? opening.Postings : [.. plan.Postings], opening.Earned.Value == 0 ? earned : opening.Earned + earned);
        return new(terms, days, period, name, components, results, unmeasured, opening, closing, earned);
    }

    private static Money Sum(List<ComponentStatement> components, PlanResult[] results, Currency currency)
    {
        Money sum = components.Count > 0 ? components[0].Earned : new Money(0, currency);
        for (int i = 1; i < components.Count; i++)
            sum += components[i].Earned;
        foreach (PlanResult result in results)
            sum += result.Earned;
        return sum;
    }

    // A closed period is not opened by whoever has a credit for it.
    private static void RefuseLate(ParticipantTerms terms, Position opening, IReadOnlyList<Credit> credits)
    {
        Dictionary<Credit, int>? known = null;
        for (int i = 0; i < credits.Count; i++)
        {
            Credit credit = credits[i];
            if (credit.Date >= opening.AsOf || credit.ParticipantId != terms.Participant.Id || credit.Date < terms.Days.Start
                || (credit.Scope == CreditScope.Team && !terms.Participant.Employment.Contains(credit.Date)))
            {
                continue;
            }
            known ??= opening.Credits.CountBy(each => each).ToDictionary();
            // Each known one covers one: a second refund of the same amount is another.
            if (known.TryGetValue(credit, out int left) && left > 0)
            {
                known[credit] = left - 1;
            }
            else
            {
                throw new ArgumentException(
                    $"Credit '{credit.Reference}' of {credit.Date:uuuu-MM-dd} for '{credit.ParticipantId}' falls into a period that is closed since {opening.AsOf:uuuu-MM-dd}: "
                    + "date it in the open period, or post the difference as PriorPeriodAdjustments.", nameof(credits));
            }
        }
    }

    /// <summary>The credits of some days that count, in order of date, then deal.</summary>
    internal static Credit[] Counting(ParticipantTerms terms, DateRange days, IReadOnlyList<Credit> credits)
    {
        var counting = new Credit[credits.Count];
        int count = 0;
        bool inOrder = true;
        for (int i = 0; i < counting.Length; i++)
        {
            Credit credit = credits[i];
            if (credit.ParticipantId != terms.Participant.Id || !days.Contains(credit.Date))
                continue;
            // A territory's position is its own, whoever owned it and was employed by then.
            if (credit.Scope == CreditScope.Territory || terms.Participant.Employment.Contains(credit.Date))
            {
                inOrder = inOrder && (count == 0 || Compare(counting[count - 1], credit) <= 0);
                counting[count++] = credit;
            }
            // What a team sold before its manager came is not the manager's, as the quota of those days is not.
            else if (credit.Scope == CreditScope.Own)
            {
                throw new ArgumentException(
                    $"Credit '{credit.Reference}' of {credit.Date:uuuu-MM-dd} is outside the employment of '{credit.ParticipantId}', {terms.Participant.Employment}.", nameof(credits));
            }
        }
        if (count < counting.Length)
            Array.Resize(ref counting, count);
        // Equals keep their order, so that nothing depends on how they are sorted.
        return inOrder ? counting : [.. counting.Order(Comparer<Credit>.Create(Compare))];
    }

    private static int Compare(Credit left, Credit right) => left.Date.CompareTo(right.Date) is var byDate && byDate != 0 ? byDate : string.CompareOrdinal(left.Reference, right.Reference);
}
