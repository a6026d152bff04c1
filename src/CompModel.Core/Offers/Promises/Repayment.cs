using NodaTime;

namespace CompModel;

/// <summary>How much of an installment is owed back by whoever leaves too early.</summary>
public enum RepaymentShare
{
    /// <summary>All of it, up to the last day of the term.</summary>
    Whole,

    /// <summary>By whole months: the months of the term that are not completed on the day of leaving, of all its months.</summary>
    ByMonth,

    /// <summary>By calendar days: the days of the term from the day of leaving on, of all its days.</summary>
    ByDay,
}

/// <summary>From which day the term of a repayment runs.</summary>
public enum RepaymentTerm
{
    /// <summary>From the day on which the installment is due: each has a term of its own.</summary>
    FromPayment,

    /// <summary>From the first day of employment, for all of them.</summary>
    FromStart,
}

/// <summary>
/// What a sign-on letter says of leaving early: so many months, from each payment or from the start, and what is owed back within them. "Within 12 months" ends before the
/// anniversary: who leaves on it owes nothing. The amount owed is gross; what of it can be had after taxes is another matter. Whether the reason for leaving counts is for
/// the reader of the letter: a resignation usually does, a lay-off does not. <see cref="None"/> asks for nothing.
/// </summary>
public sealed record Repayment
{
    private Repayment(int months, RepaymentShare share, RepaymentTerm term) => (Months, Share, Term) = (months, share, term);

    /// <summary>Nothing is ever owed back: the default.</summary>
    public static Repayment None { get; } = new(0, RepaymentShare.Whole, RepaymentTerm.FromPayment);

    /// <summary>The length of the term in months; zero where nothing is owed back.</summary>
    public int Months { get; }

    /// <summary>What is owed within it.</summary>
    public RepaymentShare Share { get; }

    /// <summary>From when it runs.</summary>
    public RepaymentTerm Term { get; }

    /// <summary>Owed back within a number of months. Throws outside 1 to 120 months, and where the others are not defined.</summary>
    public static Repayment Within(int months, RepaymentShare share = RepaymentShare.Whole, RepaymentTerm term = RepaymentTerm.FromPayment)
    {
        if (months is < 1 or > 120)
            throw new ArgumentOutOfRangeException(nameof(months), months, "A repayment term is from 1 to 120 months.");
        if (!Enum.IsDefined(share))
            throw new ArgumentOutOfRangeException(nameof(share), share, "What is owed back is the whole, by months or by days.");
        if (!Enum.IsDefined(term))
            throw new ArgumentOutOfRangeException(nameof(term), term, "A repayment term runs from the payment or from the start.");
        return new(months, share, term);
    }

    /// <summary>"whole within 12 months of payment", "by month within 24 months of the start".</summary>
    public override string ToString() => Months == 0
        ? "no repayment"
        : FormattableString.Invariant($"{Share switch { RepaymentShare.Whole => "whole", RepaymentShare.ByMonth => "by month", _ => "by day" }} within {Months} months of {(Term == RepaymentTerm.FromStart ? "the start" : "payment")}");

    /// <summary>The fraction owed on leaving, of an installment that was paid.</summary>
    internal Rational Owed(LocalDate started, LocalDate paid, LocalDate leaving)
    {
        LocalDate from = Term == RepaymentTerm.FromStart ? started : paid;
        // Every month's end is counted from the first day, so that a term from the 31st does not drift.
        LocalDate end = from.PlusMonths(Months);
        if (leaving >= end)
            return Rational.Zero;
        if (leaving <= from || Share == RepaymentShare.Whole)
            return Rational.One;
        return Share == RepaymentShare.ByMonth
            ? Rational.Of(Enumerable.Range(1, Months).Count(month => from.PlusMonths(month) > leaving), Months)
            : Rational.Of(new DateRange(leaving, end).Days, new DateRange(from, end).Days);
    }
}
