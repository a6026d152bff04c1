namespace CompModel;

/// <summary>The pay of a participant or a team, trial by trial: what an outlook is made of once all trials are there.</summary>
internal sealed record PaySamples(string Id, int Heads, double Target, double[] Pay)
{
    internal ParticipantOutlook Outlook(CancellationToken cancel) => ParticipantOutlook.Of(Id, Heads, Target, Pay, cancel);
}

/// <summary>The same of a participant and of the participant's team, where there is one.</summary>
internal readonly record struct PersonSamples(PaySamples Own, PaySamples? Team)
{
    internal PersonOutlooks Outlooks(CancellationToken cancel) => new(Own.Outlook(cancel), Team?.Outlook(cancel));

    /// <summary>Blocks of trials, in order, one after the other.</summary>
    internal static PersonSamples Join(IReadOnlyList<PersonSamples> blocks) => new(
        blocks[0].Own with { Pay = Join([.. blocks.Select(block => block.Own.Pay)]) },
        blocks[0].Team is { } team ? team with { Pay = Join([.. blocks.Select(block => block.Team!.Pay)]) } : null);

    private static double[] Join(double[][] blocks)
    {
        double[] all = new double[blocks.Sum(block => block.Length)];
        int first = 0;
        foreach (double[] block in blocks)
        {
            block.CopyTo(all, first);
            first += block.Length;
        }
        return all;
    }
}

/// <summary>The outlooks of a participant and of the participant's team, where there is one.</summary>
internal readonly record struct PersonOutlooks(ParticipantOutlook Own, ParticipantOutlook? Team);
