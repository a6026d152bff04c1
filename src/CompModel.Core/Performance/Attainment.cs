namespace CompModel;

/// <summary>
/// Credited and quota, kept as a pair so that boundaries are compared in amounts (credited against threshold × quota) and nothing is lost in a division.
/// A quota of zero stands for "nothing asked yet" (before the hire): its ratio is zero.
/// </summary>
/// <param name="Credited">What counts; may be negative after refunds.</param>
/// <param name="Quota">What was asked, of the same days.</param>
public readonly record struct Attainment(Amount Credited, Amount Quota)
{
    /// <summary>Credited ÷ quota, exactly: 1 is 100 %.</summary>
    public Rational Ratio => Quota.Value.Sign == 0 ? Rational.Zero : Credited / Quota;

    /// <summary>"9,812,000.00 USD of 11,200,000.00 USD = 87.61 %".</summary>
    public override string ToString() => $"{Credited} of {Quota} = {Text.Percent(Ratio)}";
}
