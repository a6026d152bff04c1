namespace CompModel;

/// <summary>
/// How much of pay already earned is taken back when a deal fails: amount × limit × share or age. Fractions of at least 0, at most 1. By default all
/// of what was earned at its original rate; a re-rated clawback takes the difference of two statements instead. Cents round half away from zero.
/// </summary>
public sealed record Clawback
{
    private Clawback(Rational limit, Rational share, int fullUntil, int noneFrom, bool ofPaid)
    {
        Limit = limit;
        Share = share;
        FullUntil = fullUntil;
        NoneFrom = noneFrom;
        this.ofPaid = ofPaid;
    }

    private readonly bool ofPaid;

    /// <summary>All of what was earned.</summary>
    public static Clawback Whole { get; } = new(1, 1, int.MaxValue, int.MaxValue, ofPaid: false);

    /// <summary>The most that may be taken of an amount.</summary>
    public Rational Limit { get; }

    /// <summary>The share that is taken.</summary>
    public Rational Share { get; }

    /// <summary>The age of a deal, in months, up to which all of the share is taken.</summary>
    public int FullUntil { get; }

    /// <summary>The age, in months, from which nothing is taken; between the two the share falls evenly.</summary>
    public int NoneFrom { get; }

    /// <summary>A copy that takes at most a share of an amount. Throws outside [0, 1].</summary>
    public Clawback LimitedTo(Rational limit) => new(Fraction(limit, nameof(limit)), Share, FullUntil, NoneFrom, ofPaid);

    /// <summary>A copy that takes a share. Throws outside [0, 1].</summary>
    public Clawback Taking(Rational share) => new(Limit, Fraction(share, nameof(share)), FullUntil, NoneFrom, ofPaid);

    /// <summary>A copy whose share falls evenly from all at one age to nothing at a later one, in months. Throws unless 0 ≤ full until &lt; none from.</summary>
    public Clawback ByAge(int fullUntil, int noneFrom) =>
        0 <= fullUntil && fullUntil < noneFrom
            ? new(Limit, Share, fullUntil, noneFrom, ofPaid)
            : throw new ArgumentOutOfRangeException(nameof(noneFrom), noneFrom, $"A clawback by age falls from an age of at least 0 to a later one; {fullUntil} is not before {noneFrom}.");

    /// <summary>A copy that takes from what was paid, where only a part was.</summary>
    public Clawback OfPaidPart() => new(Limit, Share, FullUntil, NoneFrom, ofPaid: true);

    /// <summary>What is taken back, at least zero, of an amount earned and the part of it that was paid, for a deal of an age in whole months. Throws below zero.</summary>
    public Money Of(Money earned, Money paid, int ageInMonths)
    {
        if (earned.Value < 0)
            throw new ArgumentOutOfRangeException(nameof(earned), earned, "A clawback takes from an amount of at least zero.");
        if (paid.Value < 0 || paid > earned)
            throw new ArgumentOutOfRangeException(nameof(paid), paid, $"The paid part is at least zero and at most what was earned, {earned}.");
        ArgumentOutOfRangeException.ThrowIfNegative(ageInMonths);
        return ((ofPaid ? paid : earned) * (Limit * Share * Left(ageInMonths))).Round(Rounding.ToMinorUnit);
    }

    /// <summary>What is taken back from each of several people whom one deal paid: the seller and every override.</summary>
    public IReadOnlyDictionary<string, Money> Through(IEnumerable<(string ParticipantId, Money Earned, Money Paid)> shares, int ageInMonths) =>
        shares.ToDictionary(share => share.ParticipantId, share => Of(share.Earned, share.Paid, ageInMonths), StringComparer.Ordinal);

    private Rational Left(int age) =>
        age <= FullUntil ? 1 : age >= NoneFrom ? 0 : Rational.Of(NoneFrom - age, NoneFrom - FullUntil);

    private static Rational Fraction(Rational value, string name) =>
        value.Sign >= 0 && value <= Rational.One ? value : throw new ArgumentOutOfRangeException(name, value, $"A fraction is at least 0 and at most 1; write {value} % as {value}.Percent.");
}
