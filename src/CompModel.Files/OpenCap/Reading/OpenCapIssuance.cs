using NodaTime;

namespace CompModel.Files;

/// <summary>An issuance that was read, while its start and its events are still gathered.</summary>
internal sealed class OpenCapIssuance(YamlNode node, ParticipantGrant held, OpenCapTerms? terms)
{
    /// <summary>Where it stands.</summary>
    public YamlNode Node { get; } = node;

    /// <summary>The terms that it refers to; null where it lists its vestings, or is vested on its day.</summary>
    public OpenCapTerms? Terms { get; } = terms;

    /// <summary>The vesting start, once a transaction says so.</summary>
    public LocalDate? Start { get; set; }

    /// <summary>What happened.</summary>
    public List<(GrantEvent Event, Action<string> Refuse)> Events { get; } = [];

    /// <summary>The grant with all that was gathered; null, reported, where it does not hold together.</summary>
    public ParticipantGrant? Grant()
    {
        if (Start is null && Terms is { Terms: VestingTerms.Graph graph } && graph.List.Any(condition => condition.Trigger is VestingTrigger.OnStart))
        {
            Node.Source.Report(
                Node.Start, DiagnosticCode.VestingStartWarning, $"no vesting start of security {Field.Quote(held.Grant.Id)} is recorded, and its terms count from the day of issuance",
                "a TX_VESTING_START of the security", "add it, or check that vesting starts on that day", Severity.Warning);
        }
        Grant? grant = Node.Build(() => Start is { } start ? held.Grant.VestingFrom(start) : held.Grant);
        return grant is not null && GrantStory.Tell(grant, Events) is { } activity ? held with { Activity = activity } : null;
    }
}
