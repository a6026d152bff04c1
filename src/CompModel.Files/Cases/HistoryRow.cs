namespace CompModel.Files;

/// <summary>What a participant was in a past period.</summary>
public enum HistoryStatus
{
    /// <summary>Employed throughout, on full quota.</summary>
    Active,

    /// <summary>New, on a ramped quota.</summary>
    Ramping,

    /// <summary>Left during the period.</summary>
    Left,
}

/// <summary>
/// One row of history.csv: quota and credits of a past period, from which assumptions are fitted. People of the past need not be in the roster.
/// </summary>
/// <param name="ParticipantId">Who.</param>
/// <param name="Days">The period; in the file both of its days are included.</param>
/// <param name="Measure">In what.</param>
/// <param name="Result">What was credited, and the period's quota, above zero.</param>
/// <param name="Status">Whether the figures are those of a full period.</param>
public sealed record HistoryRow(string ParticipantId, DateRange Days, Measure Measure, Attainment Result, HistoryStatus Status);
