namespace CompModel;

/// <summary>What moved a position, in order: credits as they are, or deals as they count. Read only when somebody asks which deals stand behind a line.</summary>
internal sealed class DealMoves
{
    private readonly ArraySegment<Credit> credits;
    private readonly (string Reference, Rational Amount)[]? deals;

    internal DealMoves(ArraySegment<Credit> credits) => this.credits = credits;

    internal DealMoves(params (string Reference, Rational Amount)[] deals) => this.deals = deals;

    /// <summary>Nothing moved it.</summary>
    internal static DealMoves None { get; } = new(ArraySegment<Credit>.Empty);

    /// <summary>Each deal and how far it moved the position, downwards below zero.</summary>
    internal IEnumerable<(string Reference, Rational Amount)> InOrder => deals ?? credits.Select(credit => (credit.Reference, credit.Amount.Value));
}
