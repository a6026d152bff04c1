using NodaTime;

namespace CompModel;

/// <summary>
/// How a plan pays what is earned, in this order: event shares and holdback, guarantee, draw and its recovery, negative balance, pay date. By default
/// every month pays what it earned, on its last day, and a negative result is carried. Immutable; the verbs answer changed copies.
/// Nothing here changes what is earned.
/// </summary>
public sealed class PaymentTerms
{
    private PaymentTerms(State state)
    {
        if (!Enum.IsDefined(state.Pays))
            throw new ArgumentOutOfRangeException("frequency", state.Pays, "A year is paid in 1, 2, 4 or 12 periods.");
        if (state.DaysToPay < 0)
            throw new ArgumentOutOfRangeException("days", state.DaysToPay, "Pay comes at least 0 days after the last day of its period.");
        Current = state;
    }

    private sealed record State(
        Frequency Pays, EventShares EventShares, Holdback Holdback, Guarantee Guarantee, Draw Draw, NegativeBalance NegativeBalance,
        TerminationPolicy Termination, DrawAtTermination DrawAtTermination, int DaysToPay, PayCalendar? Calendar);

    /// <summary>Every month pays what it earned.</summary>
    public static PaymentTerms AsEarned { get; } = new(new(
        Frequency.Monthly, EventShares.OnBooking, Holdback.None, Guarantee.None, Draw.None, NegativeBalance.Carried, TerminationPolicy.PayEarned, DrawAtTermination.Owed, 0, null));

    /// <summary>Whether what is earned is paid just so: the terms are those of <see cref="AsEarned"/>.</summary>
    public bool IsAsEarned => Current == AsEarned.Current;

    /// <summary>How often there is a payment.</summary>
    public Frequency Pays => Current.Pays;

    /// <summary>The shares payable on booking, invoice and cash.</summary>
    public EventShares EventShares => Current.EventShares;

    /// <summary>What is kept back.</summary>
    public Holdback Holdback => Current.Holdback;

    /// <summary>The least a period pays.</summary>
    public Guarantee Guarantee => Current.Guarantee;

    /// <summary>What is paid ahead.</summary>
    public Draw Draw => Current.Draw;

    /// <summary>What becomes of a result below zero.</summary>
    public NegativeBalance NegativeBalance => Current.NegativeBalance;

    /// <summary>What somebody who leaves is still paid.</summary>
    public TerminationPolicy Termination => Current.Termination;

    /// <summary>What becomes of a draw owed by somebody who leaves.</summary>
    public DrawAtTermination DrawAtTermination => Current.DrawAtTermination;

    /// <summary>Days from the last day of a period to its pay date; zero where a calendar says it.</summary>
    public int DaysToPay => Current.DaysToPay;

    /// <summary>The calendar of pay dates; null where pay comes a number of days after its period.</summary>
    public PayCalendar? Calendar => Current.Calendar;

    private State Current { get; }

    /// <summary>A copy that pays at a frequency.</summary>
    public PaymentTerms Paying(Frequency frequency) => new(Current with { Pays = frequency });

    /// <summary>A copy with pay dates a number of calendar days after a period's last day, whichever day that is. Throws below zero.</summary>
    public PaymentTerms PaidAfter(int days) => new(Current with { DaysToPay = days, Calendar = null });

    /// <summary>A copy with the pay dates of a calendar, which may move them off weekends and holidays. Its list of dates, if it is one, must reach beyond the year.</summary>
    public PaymentTerms PaidOn(PayCalendar calendar) => new(Current with { DaysToPay = 0, Calendar = calendar });

    /// <summary>The day on which a period is paid.</summary>
    public LocalDate PayDate(MeasurementPeriod period) => Calendar?.PayDate(period) ?? period.End.PlusDays(DaysToPay - 1);

    /// <summary>A copy that pays as events happen.</summary>
    public PaymentTerms With(EventShares shares) => new(Current with { EventShares = shares });

    /// <summary>A copy that holds a share back.</summary>
    public PaymentTerms With(Holdback holdback) => new(Current with { Holdback = holdback });

    /// <summary>A copy with a guarantee.</summary>
    public PaymentTerms With(Guarantee guarantee) => new(Current with { Guarantee = guarantee });

    /// <summary>A copy with a draw.</summary>
    public PaymentTerms With(Draw draw) => new(Current with { Draw = draw });

    /// <summary>A copy that treats a result below zero otherwise.</summary>
    public PaymentTerms With(NegativeBalance negative) => new(Current with { NegativeBalance = negative });

    /// <summary>A copy with another policy for people who leave.</summary>
    public PaymentTerms With(TerminationPolicy termination, DrawAtTermination draw = DrawAtTermination.Owed) =>
        new(Current with { Termination = termination, DrawAtTermination = draw });

    /// <summary>Whether two say the same; calendars are compared by reference.</summary>
    internal bool IsSameAs(PaymentTerms other) => Current == other.Current;

    /// <summary>Throws where an amount of the terms is in another currency than <paramref name="pays"/>.</summary>
    internal void Check(Currency pays)
    {
        if (Guarantee is Guarantee.Minimum minimum && minimum.Amount.Currency != pays)
            throw new ArgumentException($"The plan pays {pays}; its guarantee is {minimum.Amount}.", "payments");
        if (Draw is Draw.Paying draw && draw.Amount.Currency != pays)
            throw new ArgumentException($"The plan pays {pays}; its draw is {draw.Amount}.", "payments");
    }

    /// <summary>"paid monthly; 20 % held back, released 3 periods later": what differs from <see cref="AsEarned"/>, in words.</summary>
    public override string ToString() => PaymentWords.Of(this);
}
