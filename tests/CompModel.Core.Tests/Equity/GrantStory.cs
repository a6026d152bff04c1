namespace CompModel.Tests.Equity;

/// <summary>A grant and what happens to it.</summary>
public sealed record GrantStory(Grant Grant, GrantEvent[] Events)
{
    internal GrantActivity Activity => Grant.After(Events);

    public override string ToString() => $"{Grant} of {Grant.Granted:uuuu-MM-dd} from {Grant.VestingStart:uuuu-MM-dd}, {Grant.Allocation}:\n  {string.Join("\n  ", Events.Select(happened => happened.ToString()))}";
}
