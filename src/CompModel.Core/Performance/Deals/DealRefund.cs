using NodaTime;

namespace CompModel;

/// <summary>What of a deal was taken back: of its total, whichever contract value is credited.</summary>
/// <param name="Date">The day it counts on.</param>
/// <param name="Measure">In which measure.</param>
/// <param name="Amount">How much, above zero.</param>
public sealed record DealRefund(LocalDate Date, Measure Measure, Amount Amount);
