namespace CompModel.Files;

/// <summary>What a file says happened to a grant, and how what cannot have happened is reported at its place.</summary>
internal static class GrantStory
{
    private const int MostEvents = 1_000;

    /// <summary>The grant after its events; null, reported at the first event, in order of days, with which it does not hold together.</summary>
    public static GrantActivity? Tell(Grant grant, IReadOnlyList<(GrantEvent Event, Action<string> Refuse)> events)
    {
        if (events.Count > MostEvents)
        {
            events[MostEvents].Refuse($"Grant {grant.Id} has more than {MostEvents} events");
            return null;
        }
        if (Refusal(grant, events.Select(each => each.Event)) is not { } all)
            return grant.After(events.Select(each => each.Event));
        (GrantEvent Event, Action<string> Refuse)[] ordered = [.. events.OrderBy(each => each.Event.Date)];
        for (int count = 1; count < ordered.Length; count++)
        {
            if (Refusal(grant, ordered.Take(count).Select(each => each.Event)) is { } first)
            {
                ordered[count - 1].Refuse(first);
                return null;
            }
        }
        ordered[^1].Refuse(all);
        return null;
    }

    /// <summary>The sentence of an exception that concerns the author of a file.</summary>
    public static string Sentence(Exception refused)
    {
        string message = refused.Message.Split('\n')[0].Split(" (Parameter '")[0].TrimEnd('.', ' ', '\r');
        return message.Length <= 400 ? message : message[..400] + "…";
    }

    private static string? Refusal(Grant grant, IEnumerable<GrantEvent> events)
    {
        try
        {
            _ = grant.After(events);
            return null;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or ArithmeticException)
        {
            return Sentence(e);
        }
    }
}
