namespace CompModel.Files;

/// <summary>What an offer's file holds, ready to be projected, simulated and compared.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Years">The plan years that are told, one after another; the first holds the start.</param>
/// <param name="Policy">How grants become the employer's expense; ASC 718 straight-line unless said.</param>
/// <param name="Assumptions">How uncertain it is; null where the file says nothing of it.</param>
/// <param name="Notes">What the file says of years whose limits and rates are not known yet, in sentences.</param>
public sealed record OfferCase(Offer Offer, IReadOnlyList<PlanYear> Years, ExpensePolicy Policy, Assumptions? Assumptions, IReadOnlyList<string> Notes)
{
    /// <summary>The files that were read, the offer's first.</summary>
    public IReadOnlyList<InputFile> Files { get; init; } = [];
}
