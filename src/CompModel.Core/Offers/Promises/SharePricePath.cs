using NodaTime;

namespace CompModel;

/// <summary>
/// The price at which an offer's shares are counted at target: today's price and a stated growth a year. An assumption that the reader can check, not a forecast; a distribution of
/// prices is a model's affair. Before its first day the price is that of the first day. Anniversaries are computed from the first day. Exact. Immutable.
/// </summary>
public sealed class SharePricePath
{
    private const int MostYears = 100;

    // The first day of a price for all time, which is of none.
    private static readonly LocalDate Timeless = new(2000, 1, 1);

    private readonly Rational[] growth;

    private SharePricePath(Money price, LocalDate from, Rational[] growth, PriceGrowth moves)
    {
        if (price.Value <= 0)
            throw new ArgumentOutOfRangeException(nameof(price), price, "A share price is above zero.");
        if (price.Currency == Currency.None)
            throw new ArgumentException("A share price is in money, with a currency.", nameof(price));
        foreach (Rational year in growth)
        {
            if (year <= -1 || year > 10)
                throw new ArgumentOutOfRangeException(nameof(growth), year, $"A share price grows by a fraction above -1 and at most 10 a year; write {year} % as {year}.Percent.");
        }
        (Price, From, Moves, this.growth) = (price, from, moves, growth);
    }

    /// <summary>The price on the first day.</summary>
    public Money Price { get; }

    /// <summary>The first day, whose anniversaries end the years of growth.</summary>
    public LocalDate From { get; }

    /// <summary>How it gets from one anniversary to the next.</summary>
    public PriceGrowth Moves { get; }

    /// <summary>The growth of each year, in order; the last goes on.</summary>
    public IReadOnlyList<Rational> Growth => growth.AsReadOnly();

    /// <summary>One price for all time. Throws unless it is above zero, in money.</summary>
    public static SharePricePath Flat(Money price) => new(price, Timeless, [Rational.Zero], PriceGrowth.StepsOnAnniversary);

    /// <summary>
    /// A price on a day and its growth in each year from then on, the last of which goes on: one rate is every year's. Steps on anniversaries unless <see cref="Moving"/> says
    /// otherwise. Throws for no rate, outside −1 to 10 a year, and unless the price is above zero, in money.
    /// </summary>
    public static SharePricePath Growing(Money price, LocalDate from, params Rational[] aYear) => aYear.Length > 0
        ? new(price, from, [.. aYear], PriceGrowth.StepsOnAnniversary)
        : throw new ArgumentException("A growing price has a growth of at least one year; a flat one is SharePricePath.Flat.", nameof(aYear));

    /// <summary>A copy that gets from one anniversary to the next in another way. Throws where that is not defined.</summary>
    public SharePricePath Moving(PriceGrowth moves) => Enum.IsDefined(moves)
        ? new(Price, From, growth, moves)
        : throw new ArgumentOutOfRangeException(nameof(moves), moves, "A price steps on anniversaries or moves evenly by day.");

    /// <summary>The exact price on a date. Throws more than a hundred years after the first day.</summary>
    public Amount At(LocalDate date)
    {
        Rational factor = Rational.One;
        for (int year = 0; year < MostYears; year++)
        {
            Rational rate = growth[Math.Min(year, growth.Length - 1)];
            LocalDate start = From.PlusYears(year), next = From.PlusYears(year + 1);
            if (date < next)
            {
                Rational part = date <= start || Moves == PriceGrowth.StepsOnAnniversary ? Rational.Zero : Rational.Of(new DateRange(start, date).Days, new DateRange(start, next).Days);
                return Price * (factor * (1 + (rate * part)));
            }
            factor *= 1 + rate;
        }
        throw new ArgumentOutOfRangeException(nameof(date), date, $"A price is known for {MostYears} years from {From:uuuu-MM-dd}.");
    }

    /// <summary>What vests in a span of days is worth, each tranche at the price of the day on which it vests. Zero where nothing vests.</summary>
    public Amount ValueOf(IEnumerable<Tranche> tranches, DateRange span) => tranches.Where(tranche => span.Contains(tranche.Vests)).Aggregate(
        Amount.Zero(Price.Currency), (sum, tranche) => sum + (At(tranche.Vests) * tranche.Shares));

    /// <summary>Whether the price is of a day, and not for all time.</summary>
    internal bool IsDated => From != Timeless;

    /// <summary>"100.00 USD on 2025-07-01, growing by 10 % a year".</summary>
    public override string ToString() => growth is [{ Sign: 0 }]
        ? $"{Price}"
        : FormattableString.Invariant($"{Price} on {From:uuuu-MM-dd}, growing by {string.Join(", then ", growth.Select(year => $"{year * 100} %"))} a year{(Moves == PriceGrowth.EvenlyByDay ? ", evenly by day" : "")}");
}
