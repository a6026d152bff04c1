using NodaTime;

namespace CompModel;

/// <summary>
/// A value with the dates from which it holds: a quota, a salary, a plan. The first value holds from the beginning; each later one from its
/// date on, up to the next. Immutable; <see cref="From"/> answers a changed copy.
/// </summary>
public sealed class EffectiveDated<T>
{
    private readonly (LocalDate From, T Value)[] values;

    private EffectiveDated((LocalDate, T)[] values) => this.values = values;

    /// <summary>One value for all time.</summary>
    public EffectiveDated(T value)
        : this([(LocalDate.MinIsoValue, value)])
    {
    }

    /// <summary>The value that holds first.</summary>
    public T First => values[0].Value;

    /// <summary>All values, in the order in which they come to hold.</summary>
    public IEnumerable<T> Values => values.Select(value => value.Value);

    /// <summary>The dates from which later values hold, in order.</summary>
    public IEnumerable<LocalDate> Changes => values.Skip(1).Select(value => value.From);

    /// <summary>A copy in which <paramref name="value"/> holds from <paramref name="date"/> on. Throws unless the date is after the latest change.</summary>
    public EffectiveDated<T> From(LocalDate date, T value) =>
        date > values[^1].From
            ? new([.. values, (date, value)])
            : throw new ArgumentOutOfRangeException(nameof(date), date, $"Changes come in order of date; the latest is of {values[^1].From:uuuu-MM-dd}.");

    /// <summary>A copy in which another value stands in the place of the latest, from the same date on.</summary>
    internal EffectiveDated<T> InsteadOfLatest(T value) => new([.. values[..^1], (values[^1].From, value)]);

    /// <summary>The value that holds on a date.</summary>
    public T At(LocalDate date) => values.Last(value => value.From <= date).Value;

    /// <summary>The span cut at every change, with the value that holds in each part. In order; empty for an empty span.</summary>
    public IEnumerable<(DateRange Days, T Value)> Within(DateRange span)
    {
        for (int i = 0; i < values.Length; i++)
        {
            LocalDate end = i + 1 < values.Length ? values[i + 1].From : LocalDate.MaxIsoValue;
            DateRange days = span.Intersect(new DateRange(values[i].From, end));
            if (!days.IsEmpty)
                yield return (days, values[i].Value);
        }
    }
}
