namespace CompModel;

/// <summary>
/// What somebody elects to defer of pay into a 401(k): a fraction of it, or money a pay period; one of the nested cases. The law's limit on a year ends it, and no period
/// defers more than its pay. Unlike the <see cref="RetirementMatch"/> it is the person's own choice.
/// </summary>
public abstract record Deferral
{
    private Deferral()
    {
    }

    /// <summary>Nothing is deferred: the default of an offer.</summary>
    public static Deferral None { get; } = new PartOfPay(Rational.Zero);

    /// <summary>A fraction of pay, from 0 to 1 (100 %). Throws outside: 5 % is <c>5.Percent</c>.</summary>
    public static Deferral OfPay(Rational fraction) => new PartOfPay(fraction);

    /// <summary>Money in every pay period. Throws below zero.</summary>
    public static Deferral EachPeriod(Money amount) => new MoneyEachPeriod(amount);

    /// <summary>What is elected for a period of some pay, before any limit of the year; never more than the pay.</summary>
    internal Amount Elected(Amount pay) => this switch
    {
        PartOfPay part => pay * part.Fraction,
        MoneyEachPeriod money => pay < money.Amount ? pay : money.Amount,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    internal static Rational Checked(Rational fraction) => fraction.Sign >= 0 && fraction <= Rational.One
        ? fraction
        : throw new ArgumentOutOfRangeException(nameof(fraction), fraction, $"A deferral is from 0 to 1 (100 %) of pay; write {fraction} % as {fraction}.Percent.");

    /// <summary>A fraction of pay.</summary>
    public sealed record PartOfPay : Deferral
    {
        internal PartOfPay(Rational fraction) => Fraction = Checked(fraction);

        /// <summary>The fraction, from 0 to 1.</summary>
        public Rational Fraction { get; }

        /// <summary>"5 % of pay".</summary>
        public override string ToString() => $"{Fraction * 100} % of pay";
    }

    /// <summary>Money in every pay period.</summary>
    public sealed record MoneyEachPeriod : Deferral
    {
        internal MoneyEachPeriod(Money amount) => Amount = amount.Value >= 0
            ? amount
            : throw new ArgumentOutOfRangeException(nameof(amount), amount, "A deferral is at least zero.");

        /// <summary>The money of one period, at least zero.</summary>
        public Money Amount { get; }

        /// <summary>"500.00 USD a period".</summary>
        public override string ToString() => $"{Amount} a period";
    }
}
