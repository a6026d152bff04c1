using NodaTime;

namespace CompModel;

/// <summary>Settles the payment of one period: each step of rule 15's last line is a method, in its order, over one running result.</summary>
internal sealed partial class PaymentReading
{
    private readonly PaymentTerms terms;
    private readonly MeasurementPeriod period;
    private readonly PaymentPosition opening;
    private readonly DateRange employed;
    private readonly bool left;
    private readonly Money zero;
    private readonly EffectiveDated<string> costCentres;
    private readonly List<LedgerEntry> entries = [];
    private readonly List<WaitingPay> waiting;
    private List<PayLot> held;
    private List<PayLot> advances;

    internal PaymentReading(Participant participant, PaymentPosition opening, MeasurementPeriod period)
    {
        // The plan of the last day in the period on which somebody is employed; of somebody who has left, of the last day at all.
        terms = participant.Plans.At(LocalDate.Min(period.End, participant.Employment.End).PlusDays(-1)).Payments;
        this.period = period;
        this.opening = opening;
        employed = participant.Employment.Intersect(period.Days);
        left = participant.Employment.End <= period.End;
        zero = new Money(0, participant.OnTarget.Total.Currency);
        costCentres = participant.CostCentres;
        waiting = [.. opening.Parts];
        held = [.. opening.HeldLots];
        advances = [.. opening.Advances];
    }

    private LocalDate LastDay => period.End.PlusDays(-1);

    private LocalDate PayDate => terms.PayDate(period);

    private Money Result => entries.Aggregate(zero, (sum, entry) => sum + entry.Amount);

    private Money Minimum => terms.Guarantee is Guarantee.Minimum minimum && Covers(minimum.Days) ? minimum.Amount : zero;

    private Money DrawInForce => terms.Draw is Draw.Paying draw && Covers(draw.Days) && !(left && draw is Draw.Owed) ? draw.Amount : zero;

    internal PeriodPayment Settle(Statement statement, PaymentInputs inputs)
    {
        foreach (ComponentStatement component in statement.Components)
            Add(LedgerEntryKind.Earned, component.Name, component.Window.End.PlusDays(-1), component.Earned);
        foreach (PlanResult result in statement.PlanResults)
            Add(LedgerEntryKind.Earned, result.Name, result.Span.End.PlusDays(-1), result.Earned);
        Await(statement, inputs);
        FallDue(inputs.Events);
        foreach (Correction correction in statement.Corrections)
            Add(correction.Kind, correction.Reason, correction.Date, correction.Amount);
        Hold();
        Release();
        Forfeit();
        Add(LedgerEntryKind.GuaranteeTopUp, "", LastDay, Minimum.Value > 0 ? Most(Minimum - Result, zero) : zero);
        PayDraw();
        RecoverDraw();
        Money carried = Balance();
        PayLot[] underWay = [.. opening.UnderWay.Append(new(LastDay, PayDate, Result)).Where(payment => payment.Due >= period.End && payment.Amount.Value != 0)];
        return new(statement, period, PayDate, opening, new(period.End, carried, [.. waiting], [.. held], [.. advances], underWay), entries);
    }

    private void Hold()
    {
        if (terms.Holdback is not Holdback.Until holdback || left || Result.Value <= 0)
            return;
        LocalDate release = holdback.ReleaseOf(period);
        if (release < period.End)
            return;
        Money kept = Result - Rounded(Result, 1 - holdback.Share);
        if (kept.Value == 0)
            return;
        held.Add(new(LastDay, release, kept));
        Add(LedgerEntryKind.Held, "", LastDay, -kept);
    }

    private void Release()
    {
        foreach (PayLot lot in held.Where(lot => lot.Due < period.End || left))
            Add(LedgerEntryKind.Released, "", lot.Of, lot.Amount);
        held = [.. held.Where(lot => lot.Due >= period.End && !left)];
    }

    private void Forfeit()
    {
        if (!left)
            return;
        Money before = Result;
        foreach (WaitingPay part in waiting)
        {
            Add(LedgerEntryKind.Due, $"{part.Label}, deal {part.Reference}, at termination", part.Earned, part.Rest, part.Reference);
            if (terms.Termination != TerminationPolicy.PayEarned)
                Add(LedgerEntryKind.Forfeited, $"{part.Label}, deal {part.Reference}, not payable at termination", LastDay, -part.Rest, part.Reference);
        }
        waiting.Clear();
        if (terms.Termination == TerminationPolicy.ForfeitUnpaid)
            Add(LedgerEntryKind.Forfeited, "not paid before termination", LastDay, -Most(before, zero));
    }

    private void PayDraw()
    {
        switch (terms.Draw)
        {
            case Draw.Nothing:
                break;
            case Draw.Recoverable:
                Advance(Most(DrawInForce - Most(Result, zero), zero), ((Draw.Owed)terms.Draw).Delay);
                break;
            case Draw.NonRecoverable:
                Add(LedgerEntryKind.DrawPaid, "", LastDay, Most(DrawInForce - Most(Result, zero), zero));
                break;
            case Draw.Additive:
                Add(LedgerEntryKind.DrawPaid, "", LastDay, DrawInForce);
                break;
            case Draw.PaidRegardless regardless:
                Advance(DrawInForce, regardless.Delay);
                break;
            default:
                throw new InvalidOperationException($"Unknown draw {terms.Draw}.");
        }
    }

    private void Advance(Money amount, int delay)
    {
        Add(LedgerEntryKind.DrawAdvanced, "", LastDay, amount);
        if (amount.Value > 0)
            advances.Add(new(LastDay, period.Start.PlusMonths(delay * (12 / (int)period.Frequency)), amount));
    }

    private void RecoverDraw()
    {
        Money owed = advances.Aggregate(zero, (sum, lot) => sum + lot.Amount);
        if (left)
        {
            Add(LedgerEntryKind.DrawRecovered, "", LastDay, -owed);
            if (terms.DrawAtTermination == DrawAtTermination.Forgiven)
                Add(LedgerEntryKind.Forgiven, "draw owed at termination", LastDay, owed);
            advances = [];
            return;
        }
        // Pay before the draw that may be taken: above a draw that fills up to its amount, and never below the guaranteed minimum.
        Money paidAhead = Sum(LedgerEntryKind.DrawAdvanced) + Sum(LedgerEntryKind.DrawPaid);
        Money kept = terms.Draw is Draw.Recoverable or Draw.NonRecoverable ? DrawInForce : zero;
        Money above = Most(Result - paidAhead - kept, zero);
        Money most = Least(terms.Draw is Draw.Owed draw ? Rounded(above, draw.RecoveryShare) : above, Most(Result - Minimum, zero));
        Money rest = most;
        for (int i = 0; i < advances.Count; i++)
        {
            if (advances[i].Due > period.Start)
                continue;
            Money taken = Least(advances[i].Amount, rest);
            advances[i] = advances[i] with { Amount = advances[i].Amount - taken };
            rest -= taken;
        }
        advances.RemoveAll(lot => lot.Amount.Value == 0);
        Add(LedgerEntryKind.DrawRecovered, "", LastDay, rest - most);
    }

    // A balance is taken from pay above what guarantee and draw promise; the rest is carried, written off or collected.
    private Money Balance()
    {
        Add(LedgerEntryKind.BalanceRecovered, "", LastDay, -opening.Carried);
        Money floor = Most(Minimum, DrawInForce);
        Money missing = Most(floor - Result, zero);
        switch (terms.NegativeBalance)
        {
            case NegativeBalance.Carried:
                return Carry(missing);
            case NegativeBalance.Forgiven:
                Add(LedgerEntryKind.Forgiven, "result below zero", LastDay, missing);
                return zero;
            case NegativeBalance.Collected:
                return Minimum.Value > 0 ? Carry(Most(Minimum - Result, zero)) : zero;
            default:
                throw new InvalidOperationException($"Unknown treatment of a negative balance {terms.NegativeBalance}.");
        }
    }

    private Money Carry(Money missing)
    {
        Add(LedgerEntryKind.BalanceCarried, "", LastDay, missing);
        return missing;
    }

    private bool Covers(DateRange days) => !employed.IsEmpty && days.Contains(employed.End.PlusDays(-1));

    private Money Sum(LedgerEntryKind kind) => entries.Where(entry => entry.Kind == kind).Aggregate(zero, (sum, entry) => sum + entry.Amount);

    private void Add(LedgerEntryKind kind, string label, LocalDate earned, Money amount, string contract = "")
    {
        if (amount.Value != 0)
            entries.Add(new(kind, label, earned, LastDay, PayDate, zero + amount) { CostCentre = costCentres.At(earned), Contract = contract });
    }

    // Parts in minor units that add up; what is earned in a finer unit leaves its rest on the first.
    private static Money[] Parts(Money whole, Rational[] shares)
    {
        Rational unit = Rational.Of(1, System.Numerics.BigInteger.Pow(10, whole.Currency.MinorUnitDigits));
        Money[] parts = [.. Apportionment.LargestRemainder([.. shares.Select(share => whole.Value * share)], unit)
            .Select(part => new Amount(part, whole.Currency).Round(Rounding.ToMinorUnit))];
        parts[0] += whole - parts.Aggregate(new Money(0, whole.Currency), (sum, part) => sum + part);
        return parts;
    }

    private static Money Rounded(Money money, Rational share) => share == Rational.One ? money : Least(money, (money * share).Round(Rounding.ToMinorUnit));

    private static Money Least(Money left, Money right) => left <= right ? left : right;

    private static Money Most(Money left, Money right) => left >= right ? left : right;
}
