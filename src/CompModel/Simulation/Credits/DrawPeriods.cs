using NodaTime;

namespace CompModel;

/// <summary>The spans of the year that each measure's attainment is drawn for: the year at once, or period by period.</summary>
internal sealed class DrawPeriods
{
    private readonly DateRange[][] spans;

    internal DrawPeriods(PlanYear year, IEnumerable<Frequency> drawn) =>
        spans = [.. drawn.Select(frequency => year.Periods(frequency).Select(period => period.Days).ToArray())];

    /// <summary>The days of each draw of a measure, in order.</summary>
    internal IReadOnlyList<DateRange> Spans(int measure) => spans[measure];

    /// <summary>For each draw, what is credited from a day on before another at an attainment of 100 %, times a rate.</summary>
    internal double[] Weights(int measure, OwnCredits at100, LocalDate from, LocalDate by, Rational rate) => [.. spans[measure].Select(span =>
    {
        LocalDate start = LocalDate.Max(from, span.Start), end = LocalDate.Min(by, span.End);
        return start < end ? ((at100.By(end) - at100.By(start)) * rate).ToDouble() : 0;
    })];

    /// <summary>For each draw, its part in a score: the draw of the day on which the period judged begins.</summary>
    internal double[] Weights(int measure, LocalDate of, Rational asked) =>
        [.. spans[measure].Select(span => span.Contains(of) ? asked.ToDouble() : 0)];
}
