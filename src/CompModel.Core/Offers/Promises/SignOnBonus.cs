using NodaTime;

namespace CompModel;

/// <summary>
/// A bonus for joining: money in installments, each at a time after the start or on a date, and what is owed back by whoever leaves early (<see cref="Repayment"/>).
/// An installment due on the day of leaving is paid; those not yet due are lost. Immutable. Unlike incentive it depends on nothing but staying.
/// </summary>
public sealed class SignOnBonus
{
    private readonly (VestingTime At, Money Amount)[] installments;

    private SignOnBonus((VestingTime At, Money Amount)[] installments, Repayment repayment) => (this.installments, Repayment) = (installments, repayment);

    /// <summary>The installments, as stated.</summary>
    public IReadOnlyList<(VestingTime At, Money Amount)> Installments => installments.AsReadOnly();

    /// <summary>What is owed back on leaving early; nothing unless said.</summary>
    public Repayment Repayment { get; }

    /// <summary>The money of all installments.</summary>
    public Money Total => installments.Skip(1).Aggregate(installments[0].Amount, (sum, part) => sum + part.Amount);

    /// <summary>Money at months after the start: <c>Of((0, 50_000.Usd), (12, 25_000.Usd))</c>; 0 is the first day. Throws as <see cref="At"/>.</summary>
    public static SignOnBonus Of(params IEnumerable<(int Months, Money Amount)> installments) =>
        At(installments.Select(part => ((VestingTime)new VestingTime.Months(part.Months), part.Amount)));

    /// <summary>
    /// Money at months or days after the start, or on dates. Throws for none, for one that is not above zero, for two at one time, and for two currencies. Dates before the start
    /// are refused once there is one.
    /// </summary>
    public static SignOnBonus At(params IEnumerable<(VestingTime At, Money Amount)> installments)
    {
        (VestingTime At, Money Amount)[] list = [.. installments];
        if (list.Length == 0)
            throw new ArgumentException("A sign-on bonus has at least one installment.", nameof(installments));
        foreach ((VestingTime at, Money amount) in list)
        {
            ArgumentNullException.ThrowIfNull(at);
            if (amount.Value <= 0)
                throw new ArgumentOutOfRangeException(nameof(installments), amount, $"An installment is above zero; that at {at} is not.");
            if (amount.Currency != list[0].Amount.Currency)
                throw new ArgumentException($"A sign-on bonus is in one currency; that at {at} is {amount}.", nameof(installments));
            if (list.Count(part => part.At == at) > 1)
                throw new ArgumentException($"Two installments are due at {at}; state their sum.", nameof(installments));
        }
        return new(list, Repayment.None);
    }

    /// <summary>A copy that is owed back as said.</summary>
    public SignOnBonus RepaidBy(Repayment repayment)
    {
        ArgumentNullException.ThrowIfNull(repayment);
        return new(installments, repayment);
    }

    /// <summary>What is due when, in order of date. Throws for a date before the start.</summary>
    /// <param name="start">The first day of employment.</param>
    public IReadOnlyList<(LocalDate Due, Money Amount)> DueFrom(LocalDate start)
    {
        (LocalDate Due, Money Amount)[] due = [.. installments.Select(part => (Due: part.At.From(start), part.Amount)).OrderBy(part => part.Due)];
        return due[0].Due >= start
            ? due
            : throw new ArgumentOutOfRangeException(nameof(start), start, FormattableString.Invariant($"An installment of a sign-on bonus is due on {due[0].Due:uuuu-MM-dd}, before the start on {start:uuuu-MM-dd}."));
    }

    /// <summary>What is paid in a span of days, to somebody who stays.</summary>
    public Money PaidIn(LocalDate start, DateRange span) => Sum(DueFrom(start).Where(part => span.Contains(part.Due)).Select(part => part.Amount));

    /// <summary>What was paid by the day of leaving, that day included.</summary>
    public Money PaidBy(LocalDate start, LocalDate leaving) => Sum(DueFrom(start).Where(part => part.Due <= leaving).Select(part => part.Amount));

    /// <summary>What is owed back on leaving on a day: gross, exact, at most what was paid. Between two payments it never rises with the day.</summary>
    public Amount OwedOnLeaving(LocalDate start, LocalDate leaving) => DueFrom(start).Where(part => part.Due <= leaving).Aggregate(
        Amount.Zero(Total.Currency), (sum, part) => sum + (part.Amount * Repayment.Owed(start, part.Due, leaving)));

    /// <summary>"50,000.00 USD at 0 months, 25,000.00 USD at 12 months; whole within 12 months of payment".</summary>
    public override string ToString() => $"{string.Join(", ", installments.Select(part => $"{part.Amount} at {part.At}"))}; {Repayment}";

    private Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(new Money(0, Total.Currency), (sum, amount) => sum + amount);
}
