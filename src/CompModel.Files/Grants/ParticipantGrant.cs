namespace CompModel.Files;

/// <summary>A grant of a file, whose it is, and what happened to it.</summary>
/// <param name="ParticipantId">The holder: of a case, one of the roster; of Open Cap Format, the stakeholder; empty where a file of grants alone does not say.</param>
/// <param name="Activity">The grant with its events.</param>
public sealed record ParticipantGrant(string ParticipantId, GrantActivity Activity)
{
    /// <summary>What was promised.</summary>
    public Grant Grant => Activity.Grant;

    /// <summary>The id of the vesting terms that the grant refers to, in Open Cap Format; empty for none.</summary>
    public string TermsId { get; init; } = "";

    /// <summary>What those terms are called; empty for none.</summary>
    public string TermsName { get; init; } = "";

    /// <summary>RSU, or another CompensationType of Open Cap Format; options are worth less their exercise price, which is not read.</summary>
    public string Compensation { get; init; } = "RSU";
}
