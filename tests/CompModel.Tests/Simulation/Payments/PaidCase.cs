namespace CompModel.Tests;

/// <summary>
/// A participant who earns exactly what is said in each month with a day of employment: commission of 100 % on one credit a month. Some trials of
/// twelve amounts; days are counted from each month's first.
/// </summary>
public sealed record PaidCase(PlanYear Year, Participant Participant, IReadOnlyList<int> Days, IReadOnlyList<IReadOnlyList<decimal>> Trials)
{
    internal ParticipantTerms Terms => Participant.TermsFor(Year);

    internal int MonthsEach => 12 / (int)Participant.Plan.Payments.Pays;

    internal PaymentLedger Ledger(int trial) => Participant.Ledger(Year, Inputs(trial));

    internal PaymentInputs Inputs(int trial) => new(Trials[trial]
        .Select((amount, month) => (Amount: amount.Usd, Days: Employed(month), Number: month + 1)).Where(each => !each.Days.IsEmpty)
        .Select(each => new Credit("R1", Measure.Bookings, each.Days.Start.PlusDays(Days[each.Number - 1] % each.Days.Days), each.Amount, $"D{each.Number}")));

    /// <summary>What each month earns in each trial.</summary>
    internal double[][] Earned() =>
        [.. Enumerable.Range(0, 12).Select(month => Trials.Select(trial => Employed(month).IsEmpty ? 0 : trial[month].Usd.ToDouble()).ToArray())];

    internal PaidCase On(PaymentTerms terms) => this with { Participant = Participant.OnPlan(PlanOf(terms)) };

    internal static CompensationPlan PlanOf(PaymentTerms terms) =>
        new CompensationPlan("p", new OnTargetEarnings(0.Usd, 0.Usd), Component.Commission(Measure.Bookings, RateTable.Marginal((0, 1))).Each(Frequency.Monthly)).WithPayments(terms);

    public override string ToString() =>
        $"{Year.Description}; {Participant.Employment}; {string.Join(" then ", Participant.Plans.Values.Select(plan => Words(plan.Payments)))}; changes {string.Join(", ", Participant.Plans.Changes)}; "
        + string.Join(" | ", Trials.Select(trial => string.Join(' ', trial)));

    private static string Words(PaymentTerms terms) =>
        $"{terms.Pays} {terms.Holdback} {terms.Guarantee} {terms.Draw} {terms.NegativeBalance} {terms.Termination} {terms.DrawAtTermination}";

    private DateRange Employed(int month) => Participant.Employment.Intersect(Year.Month(month + 1).Days);
}
