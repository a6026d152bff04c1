namespace CompModel;

/// <summary>
/// The accounting policy by which awards become expense: the standard, attribution, forfeitures, and how service is counted. Immutable.
/// Under ASC 718 attribution and forfeitures are elections; IFRS 2 leaves none: graded, and forfeitures always estimated.
/// </summary>
public sealed class ExpensePolicy
{
    private ExpensePolicy(bool electsAttribution, Attribution attribution, ForfeiturePolicy forfeitures, ServiceCount count)
    {
        ArgumentNullException.ThrowIfNull(forfeitures);
        if (!Enum.IsDefined(attribution))
            throw new ArgumentOutOfRangeException(nameof(attribution), attribution, "Attribution is straight-line or graded.");
        if (!Enum.IsDefined(count))
            throw new ArgumentOutOfRangeException(nameof(count), count, "Service counts by equal months, equal days or whole months.");
        if (!electsAttribution && forfeitures == ForfeiturePolicy.AsTheyOccur)
        {
            throw new ArgumentException(
                "IFRS 2 estimates forfeitures (IFRS 2.20): as they occur is an election of ASC 718 alone. State an annual rate or the portion expected to vest.",
                nameof(forfeitures));
        }
        (IsUnderIfrs2, Attribution, Forfeitures, Count) = (!electsAttribution, attribution, forfeitures, count);
    }

    /// <summary>Whether it follows IFRS 2; ASC 718 otherwise.</summary>
    public bool IsUnderIfrs2 { get; }

    /// <summary>How cost falls on service.</summary>
    public Attribution Attribution { get; }

    /// <summary>How shares that will not vest are accounted for.</summary>
    public ForfeiturePolicy Forfeitures { get; }

    /// <summary>How service is counted; by equal months unless said.</summary>
    public ServiceCount Count { get; }

    /// <summary>ASC 718, with an attribution, and forfeitures as they occur unless <see cref="Forfeiting"/> says otherwise.</summary>
    public static ExpensePolicy Asc718(Attribution attribution) => new(true, attribution, ForfeiturePolicy.AsTheyOccur, default);

    /// <summary>
    /// IFRS 2: graded (IFRS 2.IG11), with estimated forfeitures. Throws for forfeitures as they occur (IFRS 2.20).
    /// </summary>
    public static ExpensePolicy Ifrs2(ForfeiturePolicy forfeitures) => new(false, Attribution.Graded, forfeitures, default);

    /// <summary>The policy with another treatment of forfeitures. Throws where the standard does not know it.</summary>
    public ExpensePolicy Forfeiting(ForfeiturePolicy forfeitures) => new(!IsUnderIfrs2, Attribution, forfeitures, Count);

    /// <summary>
    /// The policy with another attribution. Under IFRS 2 straight-line is taken for awards of a single tranche only, of which
    /// <see cref="Expense.Of"/> speaks.
    /// </summary>
    public ExpensePolicy Attributing(Attribution attribution) => new(!IsUnderIfrs2, attribution, Forfeitures, Count);

    /// <summary>The policy with service counted in another way.</summary>
    public ExpensePolicy Counting(ServiceCount count) => new(!IsUnderIfrs2, Attribution, Forfeitures, count);

    /// <summary>"ASC 718, straight-line, forfeitures as they occur".</summary>
    public override string ToString() =>
        $"{(IsUnderIfrs2 ? "IFRS 2" : "ASC 718")}, {(Attribution == Attribution.Graded ? "graded" : "straight-line")}, {Forfeitures}";

    // What a standard does not allow is refused in words, not put right in silence.
    internal void Admit(Award award)
    {
        if (Attribution == Attribution.Graded || award.Tranches.Count == 1)
            return;
        if (IsUnderIfrs2)
        {
            throw new ArgumentException(
                $"Award {award.Id} vests in {award.Tranches.Count} tranches: IFRS 2 treats each as an award of its own (IFRS 2.IG11). Attribute it graded.",
                nameof(award));
        }
        if (award.IsConditional)
        {
            throw new ArgumentException(
                $"Award {award.Id} vests in {award.Tranches.Count} tranches and by a performance condition: straight-line is for service conditions alone " +
                "(ASC 718-10-35-8). Attribute it graded.",
                nameof(award));
        }
    }
}
