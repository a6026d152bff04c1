namespace CompModel.Files;

/// <summary>
/// The calendar years whose limits and tax rates an offer asks for. Tables end with the last year that the law has announced: what later years take is never guessed, it is
/// <c>limits_after: last_known</c> that says so, and a note repeats it.
/// </summary>
internal sealed class LawYears
{
    // No file has dates before.
    private const int First = 1900;

    private readonly IReadOnlyList<int> years;
    private readonly bool goesOn;
    private readonly SortedSet<string> notes = new(StringComparer.Ordinal);

    public LawYears(KeyReader offer, IReadOnlyList<int> years)
    {
        this.years = years;
        goesOn = offer.FindField("limits_after")?.OneOf(("last_known", true)) ?? false;
    }

    /// <summary>Whether what is said of later years was understood.</summary>
    public bool IsSaid => goesOn;

    /// <summary>Which years take those of another, in sentences.</summary>
    public IReadOnlyList<string> Notes => [.. notes];

    /// <summary>What holds in each of the years; null, reported, for a year of which nothing is known, unless the last known goes on.</summary>
    /// <param name="at">Where it is asked for.</param>
    /// <param name="what">"limits of 401(k) plans".</param>
    /// <param name="has">Whether a year is known.</param>
    /// <param name="known">What holds in a known year.</param>
    public EffectiveDated<T>? Over<T>(YamlNode at, string what, Func<int, bool> has, Func<int, T> known)
    {
        EffectiveDated<T>? dated = null;
        List<int> carried = [];
        foreach (int year in years)
        {
            int? last = Latest(year, has);
            if (last is null || (last < year && !goesOn))
            {
                at.Source.Report(
                    at.Start, DiagnosticCode.YearMissing, FormattableString.Invariant($"the {what} of {year} are not known{(last is null ? "" : $"; the last known are of {last}")}"),
                    FormattableString.Invariant($"those of {years[0]} to {years[^1]}, the years that are told"),
                    last is null ? "state them" : "write 'limits_after: last_known' to have the last known go on, or state them");
                return null;
            }
            if (last < year)
                carried.Add(year);
            dated = dated is null ? new(known(last.Value)) : dated.From(new(year, 1, 1), known(last.Value));
        }
        if (carried.Count > 0)
            notes.Add(FormattableString.Invariant($"{char.ToUpperInvariant(what[0])}{what[1..]} of {Latest(carried[0], has)} are taken for {carried[0]}{(carried.Count > 1 ? $" to {carried[^1]}" : "")} too: those years are not announced, and the file says so."));
        return dated;
    }

    private static int? Latest(int year, Func<int, bool> has) => Enumerable.Range(0, year - First + 1).Select(back => (int?)(year - back)).FirstOrDefault(one => has(one!.Value));
}
