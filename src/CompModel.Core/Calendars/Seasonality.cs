using NodaTime;

namespace CompModel;

/// <summary>
/// How a year's quota, target or sales fall on its parts: weights that sum to one, by month (default: equal), quarter or half, and by days
/// inside each. The share of a span is share(end) − share(start), so shares of adjoining spans always add up, to exactly one over the year.
/// </summary>
public sealed class Seasonality : IEquatable<Seasonality>
{
    private readonly Rational[] weights;

    private Seasonality(Frequency frequency, Rational[] weights)
    {
        if (weights.Length != (int)frequency)
        {
            throw new ArgumentException(
                $"{frequency} seasonality takes {(int)frequency} weights; there are {weights.Length}.", nameof(weights));
        }
        if (weights.FirstOrDefault(weight => weight.Sign <= 0, Rational.One) is { Sign: <= 0 } bad)
            throw new ArgumentException($"A seasonal weight is above zero; one is {bad}.", nameof(weights));
        Rational sum = weights.Aggregate(Rational.Zero, (total, weight) => total + weight);
        if (sum != Rational.One)
            throw new ArgumentException($"Seasonal weights sum to one (100 %); these sum to {sum}.", nameof(weights));
        Frequency = frequency;
        this.weights = weights;
    }

    /// <summary>One twelfth a month: the default.</summary>
    public static Seasonality EqualMonths { get; } = new(Frequency.Monthly, [.. Enumerable.Repeat((Rational)1 / 12, 12)]);

    /// <summary>The parts that have weights.</summary>
    public Frequency Frequency { get; }

    /// <summary>The weights, in order; they sum to one.</summary>
    public IReadOnlyList<Rational> Weights => weights;

    /// <summary>A weight a quarter. Throws unless there are four, above zero, that sum to one.</summary>
    public static Seasonality Quarters(params Rational[] weights) => new(Frequency.Quarterly, [.. weights]);

    /// <summary>A weight a month. Throws unless there are twelve, above zero, that sum to one.</summary>
    public static Seasonality Months(params Rational[] weights) => new(Frequency.Monthly, [.. weights]);

    /// <summary>A weight for each period of a frequency. Throws unless there is one for each, above zero, and they sum to one.</summary>
    public static Seasonality Of(Frequency frequency, params Rational[] weights) => new(frequency, [.. weights]);

    /// <summary>The exact share of the year's amount that falls on the days of <paramref name="span"/> inside <paramref name="year"/>.</summary>
    public Rational Share(PlanYear year, DateRange span)
    {
        DateRange inside = span.Intersect(year.Days);
        return inside.IsEmpty ? Rational.Zero : ShareBefore(year, inside.End) - ShareBefore(year, inside.Start);
    }

    /// <summary>The same with a weight a month, those inside one weight alike.</summary>
    internal Seasonality ByMonths()
    {
        int months = 12 / weights.Length;
        return months == 1 ? this : new(Frequency.Monthly, [.. weights.SelectMany(weight => Enumerable.Repeat(weight / months, months))]);
    }

    /// <inheritdoc/>
    public bool Equals(Seasonality? other) => other is not null && Frequency == other.Frequency && weights.AsSpan().SequenceEqual(other.weights);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Seasonality);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Frequency, weights[0], weights[^1]);

    /// <summary>"18 % / 22 % / 24 % / 36 %".</summary>
    public override string ToString() => string.Join(" / ", weights.Select(weight => $"{weight * 100} %"));

    private Rational ShareBefore(PlanYear year, LocalDate date)
    {
        Rational share = Rational.Zero;
        for (int i = 0; i < weights.Length; i++)
        {
            DateRange days = year.Period(Frequency, i + 1).Days;
            if (date >= days.End)
                share += weights[i];
            else
                return date <= days.Start ? share : share + (weights[i] * Rational.Of(new DateRange(days.Start, date).Days, days.Days));
        }
        return share;
    }
}
