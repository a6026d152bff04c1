namespace CompModel.Files;

/// <summary>
/// Vesting terms as a file of Open Cap Format holds them: an object of type VESTING_TERMS. Unlike <see cref="VestingTerms"/>, which say when what vests, they have
/// an id that grants refer to, words for people, and the rule by which whole shares fall.
/// </summary>
/// <param name="Id">What grants refer to.</param>
/// <param name="Name">A few words.</param>
/// <param name="Description">The sentence of the agreement.</param>
/// <param name="Terms">When what vests; a <see cref="VestingTerms.Graph"/> when read, anything that Open Cap Format can say when written.</param>
/// <param name="Allocation">How whole shares fall on installments.</param>
public sealed record OpenCapTerms(string Id, string Name, string Description, VestingTerms Terms, ShareAllocation Allocation);
