using NodaTime;

namespace CompModel;

/// <summary>How the rest of a year is assumed to go, given how it went so far.</summary>
public enum RestOfYear
{
    /// <summary>As the attainment model says, whatever was sold so far.</summary>
    AsPlanned,

    /// <summary>With the mean attainment that each person had so far, in each measure, and the model's spread; as planned where nothing was asked yet.</summary>
    RunRate,

    /// <summary>Between the two: the attainment so far weighs what has passed of the year's quota, the model the rest.</summary>
    Weighted,
}

/// <summary>
/// What has happened in a plan year through a day: credits, as statements read them (own, of territories, and rolled up to teams). Periods that end by then are
/// statements to the cent; the rest of the year is drawn from the position they lead to.
/// </summary>
public sealed class Actuals
{
    private readonly ILookup<string, Credit> credits;

    /// <summary>Actuals through a day, the last that counts. Later credits are left out.</summary>
    public Actuals(LocalDate through, IEnumerable<Credit> credits, RestOfYear rest = RestOfYear.AsPlanned)
    {
        if (!Enum.IsDefined(rest))
            throw new ArgumentOutOfRangeException(nameof(rest), rest, "The rest of a year goes as planned, at the run rate, or weighted between the two.");
        Through = through;
        Rest = rest;
        Credit[] counting = [.. credits.Where(credit => credit.Date <= through)];
        this.credits = counting.ToLookup(credit => credit.ParticipantId, StringComparer.Ordinal);
        Participants = [.. counting.Select(credit => credit.ParticipantId).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The last day that has happened.</summary>
    public LocalDate Through { get; }

    /// <summary>How the rest is assumed to go.</summary>
    public RestOfYear Rest { get; }

    /// <summary>The first day that has not.</summary>
    internal LocalDate Opens => Through.PlusDays(1);

    /// <summary>Who has credits.</summary>
    internal IReadOnlyList<string> Participants { get; }

    /// <summary>A participant's credits.</summary>
    internal Credit[] Of(string participantId) => [.. credits[participantId]];
}
