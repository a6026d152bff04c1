namespace CompModel;

/// <summary>What a position sells while somebody is there, or nobody: its bookings, and what rolls up of them, in the currency that is reported.</summary>
/// <param name="Bookings">The year's own bookings; null where none are sold.</param>
/// <param name="RollingUp">For each measure, what rolls up by each of the run's cuts; null where nothing does.</param>
internal sealed record TerritoryCredits(CreditSource.Own? Bookings, CreditSource.Own[]?[] RollingUp);
