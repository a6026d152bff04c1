namespace CompModel.Reports;

/// <summary>What has come of a plan year so far, exact.</summary>
/// <param name="Earned">What statements say was earned.</param>
/// <param name="Corrections">What was decided beside it.</param>
/// <param name="PaymentTerms">What payment terms cost beside it: guarantees, draws never owed, less what was forfeited.</param>
/// <param name="Paid">What the pay periods that have ended pay, on their pay dates; of all three, and draws.</param>
public readonly record struct SoFar(Money Earned, Money Corrections, Money PaymentTerms, Money Paid)
{
    /// <summary>One by one.</summary>
    public static SoFar operator +(SoFar left, SoFar right) =>
        new(left.Earned + right.Earned, left.Corrections + right.Corrections, left.PaymentTerms + right.PaymentTerms, left.Paid + right.Paid);
}
