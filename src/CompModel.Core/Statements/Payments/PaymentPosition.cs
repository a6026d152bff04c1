using NodaTime;

namespace CompModel;

/// <summary>
/// The balances of a participant's payments at a date: what waits for an event, what is held, which draw is owed, what is carried below zero, each at
/// least zero. Accrued = waiting + held − draw owed − carried + payments under way: what the company owes in sum. Payments continue from one as if from the start.
/// </summary>
public sealed class PaymentPosition
{
    internal PaymentPosition(LocalDate asOf, Money carried, WaitingPay[] waiting, PayLot[] held, PayLot[] advances, PayLot[] underWay)
    {
        AsOf = asOf;
        Carried = carried;
        Parts = waiting;
        HeldLots = held;
        Advances = advances;
        UnderWay = underWay;
    }

    /// <summary>The first day that is not covered.</summary>
    public LocalDate AsOf { get; }

    /// <summary>A result below zero that is still to be taken from pay.</summary>
    public Money Carried { get; }

    /// <summary>Earned, and waiting for invoice or cash.</summary>
    public Money Waiting => Parts.Aggregate(Zero, (sum, part) => sum + part.Rest);

    /// <summary>Held back.</summary>
    public Money Held => Sum(HeldLots);

    /// <summary>Draws still to be recovered.</summary>
    public Money DrawOwed => Sum(Advances);

    /// <summary>Payments of pay periods that have ended, whose pay date is still to come.</summary>
    public Money PaidLater => Sum(UnderWay);

    /// <summary>Earned or granted, and not paid: what the company owes in sum, below zero where it is owed.</summary>
    public Money Accrued => Waiting + Held - DrawOwed - Carried + PaidLater;

    /// <summary>What is held, part by part in the order in which it was kept back: each is released in the pay period of its due day. They sum to <see cref="Held"/>.</summary>
    public IReadOnlyList<PayLot> HeldLots { get; }

    /// <summary>The draws owed, in the order in which they were advanced: each may be recovered in pay periods that start on its due day or later. They sum to <see cref="DrawOwed"/>.</summary>
    public IReadOnlyList<PayLot> Advances { get; }

    internal IReadOnlyList<WaitingPay> Parts { get; }

    internal IReadOnlyList<PayLot> UnderWay { get; }

    private Money Zero => new(0, Carried.Currency);

    /// <summary>No balance.</summary>
    public static PaymentPosition Empty(LocalDate asOf, Currency currency) => Owing(asOf, new(0, currency), new(0, currency));

    /// <summary>A draw owed and a balance carried from before, for instance from last year. Throws below zero.</summary>
    public static PaymentPosition Owing(LocalDate asOf, Money drawOwed, Money carried)
    {
        if (drawOwed.Value < 0)
            throw new ArgumentOutOfRangeException(nameof(drawOwed), drawOwed, "A draw owed is at least zero.");
        if (carried.Value < 0)
            throw new ArgumentOutOfRangeException(nameof(carried), carried, "A balance carried is stated as what is owed, at least zero.");
        _ = drawOwed + carried;
        return new(asOf, carried, [], [], drawOwed.Value == 0 ? [] : [new(asOf, asOf, drawOwed)], []);
    }

    private Money Sum(IEnumerable<PayLot> lots) => lots.Aggregate(Zero, (sum, lot) => sum + lot.Amount);
}

/// <summary>What a deal earned in a component, by whose name in the terms it is labelled, and how much of it was due so far.</summary>
internal readonly record struct WaitingPay(string Component, string Label, string Reference, LocalDate Earned, Money Total, Money Due)
{
    internal Money Rest => Total - Due;
}
