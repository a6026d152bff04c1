using NodaTime;

namespace CompModel;

/// <summary>
/// The payment terms of one pay period as numbers: which plan's they are, whether its days are in force, and in which later period something falls due
/// is decided here, once, by the same dates as in the exact reading. Amounts are on the pay grid. A period is named by its index in the year; one index more is beyond it.
/// </summary>
internal sealed class PaymentPeriod
{
    internal PaymentPeriod(Participant participant, MeasurementPeriod[] periods, int index)
    {
        MeasurementPeriod period = periods[index];
        PaymentTerms terms = PlanOf(participant, period).Payments;
        DateRange employed = participant.Employment.Intersect(period.Days);
        bool Covers(DateRange days) => !employed.IsEmpty && days.Contains(employed.End.PlusDays(-1));
        int monthsEach = 12 / periods.Length;
        FirstMonth = index * monthsEach;
        LastMonth = FirstMonth + monthsEach - 1;
        Left = participant.Employment.End <= period.End;
        Minimum = terms.Guarantee is Guarantee.Minimum minimum && Covers(minimum.Days) ? OnGrid(minimum.Amount) : 0;
        DrawInForce = terms.Draw is Draw.Paying draw && Covers(draw.Days) && !(Left && draw is Draw.Owed) ? OnGrid(draw.Amount) : 0;
        DrawFillsUp = terms.Draw is Draw.Recoverable or Draw.NonRecoverable;
        DrawIsOwed = terms.Draw is Draw.Owed;
        RecoveryShare = terms.Draw is Draw.Owed owed ? owed.RecoveryShare.ToDouble() : 1;
        RecoveredFrom = terms.Draw is Draw.Owed later ? FirstThatRecovers(periods, index, period.Start.PlusMonths(later.Delay * monthsEach)) : index;
        ReleasedIn = index;
        PaidShare = 1;
        if (terms.Holdback is Holdback.Until holdback && !Left && holdback.ReleaseOf(period) >= period.End)
        {
            ReleasedIn = FirstThatReleases(periods, index, holdback.ReleaseOf(period));
            PaidShare = (1 - holdback.Share).ToDouble();
        }
        ForfeitsUnpaid = terms.Termination == TerminationPolicy.ForfeitUnpaid;
        ForgivesDraw = terms.DrawAtTermination == DrawAtTermination.Forgiven;
        NegativeBalance = terms.NegativeBalance;
        WaitsForEvents = terms.EventShares != EventShares.OnBooking;
    }

    /// <summary>The first month of the year, from 0, whose earnings it pays.</summary>
    internal int FirstMonth { get; }

    /// <summary>The month in which it ends, from 0.</summary>
    internal int LastMonth { get; }

    /// <summary>Whether the participant has left by its end.</summary>
    internal bool Left { get; }

    /// <summary>The guaranteed minimum in force; 0 without one.</summary>
    internal double Minimum { get; }

    /// <summary>The draw in force; 0 without one, and for somebody who has left, who is advanced nothing.</summary>
    internal double DrawInForce { get; }

    /// <summary>Whether the draw fills pay up to its amount, and does not come on top of it.</summary>
    internal bool DrawFillsUp { get; }

    /// <summary>Whether the draw is owed.</summary>
    internal bool DrawIsOwed { get; }

    /// <summary>The share of the pay above it that returns a draw.</summary>
    internal double RecoveryShare { get; }

    /// <summary>The first period in which what is advanced may be recovered.</summary>
    internal int RecoveredFrom { get; }

    /// <summary>The share of what is payable that is not held back; 1 where nothing is.</summary>
    internal double PaidShare { get; }

    /// <summary>The period in which what is held back is released.</summary>
    internal int ReleasedIn { get; }

    /// <summary>Whether somebody who leaves forfeits what is unpaid.</summary>
    internal bool ForfeitsUnpaid { get; }

    /// <summary>Whether somebody who leaves owes no draw.</summary>
    internal bool ForgivesDraw { get; }

    /// <summary>What becomes of a result below zero.</summary>
    internal NegativeBalance NegativeBalance { get; }

    /// <summary>Whether a share of pay waits for invoice or cash, which are not drawn.</summary>
    internal bool WaitsForEvents { get; }

    /// <summary>The plan whose terms a period follows: of its last day of employment; of somebody who has left, of the last day at all.</summary>
    internal static CompensationPlan PlanOf(Participant participant, MeasurementPeriod period) =>
        participant.Plans.At(LocalDate.Min(period.End, participant.Employment.End).PlusDays(-1));

    /// <summary>The period, from one on, in which what is held until a day is released.</summary>
    internal static int FirstThatReleases(MeasurementPeriod[] periods, int from, LocalDate due)
    {
        while (from < periods.Length && due >= periods[from].End)
            from++;
        return from;
    }

    /// <summary>The first period, from one on, in which an advance that is due on a day may be recovered.</summary>
    internal static int FirstThatRecovers(MeasurementPeriod[] periods, int from, LocalDate due)
    {
        while (from < periods.Length && due > periods[from].Start)
            from++;
        return from;
    }

    internal static double OnGrid(Money amount) => PayGrid.Round(amount.ToDouble());
}
