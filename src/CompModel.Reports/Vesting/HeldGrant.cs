using NodaTime;

namespace CompModel.Reports;

/// <summary>What a share of a grant is worth.</summary>
public enum ShareWorth
{
    /// <summary>The price of a share, as of restricted stock units: the default.</summary>
    Price,

    /// <summary>Less than that by an exercise price that is not known here, as of options: it is not valued.</summary>
    Unknown,
}

/// <summary>A grant to be shown: whose it is, and what happened to it.</summary>
/// <param name="Holder">The holder's id; empty where it is not known.</param>
/// <param name="Activity">The grant with its events.</param>
public sealed record HeldGrant(string Holder, GrantActivity Activity)
{
    /// <summary>What its terms are called, where they have a name.</summary>
    public string TermsName { get; init; } = "";

    /// <summary>What a share is worth.</summary>
    public ShareWorth Worth { get; init; }

    internal Grant Grant => Activity.Grant;

    /// <summary>When and on what it vests, in words.</summary>
    internal string Terms => Grant.Terms switch
    {
        VestingTerms.Graph { List: { } list } => string.Join(", ", [TermsName.Length > 0 ? TermsName : "a graph", $"conditions {Listed([.. list.Select(condition => condition.Id)])}"]),
        var terms => $"{(TermsName.Length > 0 ? TermsName + ": " : "")}{terms}",
    };

    /// <summary>The day by which everything recorded has happened: a day asked for, or that of the last event.</summary>
    internal LocalDate Horizon(LocalDate? asOf) => asOf ?? (Activity.Events.Count > 0 ? Activity.Events[^1].Date : Grant.Granted);

    private static string Listed(string[] ids)
    {
        const int Most = 6;
        return string.Join(" → ", ids.Take(Most)) + (ids.Length > Most ? FormattableString.Invariant($" and {ids.Length - Most} more") : "");
    }
}
