namespace CompModel.Files;

/// <summary>One row of grants.csv: a grant and whose it is.</summary>
/// <param name="ParticipantId">The holder, one of the roster.</param>
/// <param name="Grant">The grant.</param>
public sealed record ParticipantGrant(string ParticipantId, Grant Grant);
