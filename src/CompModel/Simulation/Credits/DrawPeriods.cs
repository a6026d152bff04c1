using NodaTime;

namespace CompModel;

/// <summary>The spans of the year that each measure's attainment is drawn for: the year at once, or period by period.</summary>
internal sealed class DrawPeriods
{
    private readonly DateRange[][] spans;

    internal DrawPeriods(PlanYear year, IEnumerable<Frequency> drawn) =>
        spans = [.. drawn.Select(frequency => year.Periods(frequency).Select(period => period.Days).ToArray())];

    /// <summary>For each draw, what is credited by a date at an attainment of 100 %, times a rate.</summary>
    internal double[] Weights(int measure, OwnCredits at100, LocalDate by, Rational? rate = null) =>
        [.. spans[measure].Select(span => ((at100.By(LocalDate.Min(by, span.End)) - at100.By(LocalDate.Min(by, span.Start))) * (rate ?? Rational.One)).ToDouble())];

    /// <summary>For each draw, its part in a score: the draw of the day on which the period judged begins.</summary>
    internal double[] Weights(int measure, LocalDate of, Rational asked) =>
        [.. spans[measure].Select(span => span.Contains(of) ? asked.ToDouble() : 0)];
}
