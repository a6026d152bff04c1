using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace CompModel;

/// <summary>
/// Closing prices of one share on dates at even distances: what volatility is estimated from (<see cref="Fit"/>) and months are drawn from
/// (<see cref="SharePriceModel.Bootstrap"/>). Prices are taken as they are: adjust them for splits, and for dividends if the return is to have them.
/// </summary>
public sealed class PriceHistory
{
    private const int Least = 3;

    private readonly (LocalDate Date, decimal Price)[] closes;

    /// <summary>
    /// A history. Throws for fewer than three prices, a price that is not above zero, dates that do not rise, and uneven distances: days (trading days up to seven apart
    /// over weekends and holidays), weeks give or take two days, and one, three or twelve calendar months give or take five days, so that last trading days count
    /// as months.
    /// </summary>
    public PriceHistory(IReadOnlyList<(LocalDate Date, decimal Price)> closes)
    {
        ArgumentNullException.ThrowIfNull(closes);
        if (closes.Count < Least)
            throw new ArgumentException($"A price history has at least {Least} prices, not {closes.Count}: two returns are the fewest that have a spread.", nameof(closes));
        for (int i = 0; i < closes.Count; i++)
        {
            (LocalDate date, decimal price) = closes[i];
            if (price <= 0)
                throw new ArgumentOutOfRangeException(nameof(closes), price, FormattableString.Invariant($"The price of {date:uuuu-MM-dd} is above zero."));
            if (i > 0 && date <= closes[i - 1].Date)
                throw new ArgumentException(FormattableString.Invariant($"Dates of a price history rise: {date:uuuu-MM-dd} comes after {closes[i - 1].Date:uuuu-MM-dd}."), nameof(closes));
        }
        this.closes = [.. closes];
        Spacing = SpacingOf(this.closes);
        LogReturns = [.. Enumerable.Range(1, closes.Count - 1).Select(i => PortableMath.Log(((Rational)closes[i].Price / closes[i - 1].Price).ToDouble()))];
    }

    /// <summary>The closing prices, by rising dates.</summary>
    public IReadOnlyList<(LocalDate Date, decimal Price)> Closes => closes;

    /// <summary>How far apart they are.</summary>
    public PriceSpacing Spacing { get; }

    /// <summary>The returns in logarithms: ln of each price but the first divided by the one before. In portable arithmetic.</summary>
    public IReadOnlyList<double> LogReturns { get; }

    /// <summary>How many returns a year has.</summary>
    public int ReturnsInYear => Spacing switch
    {
        PriceSpacing.Daily => 365,
        PriceSpacing.TradingDays => 252,
        PriceSpacing.Weekly => 52,
        PriceSpacing.Monthly => 12,
        PriceSpacing.Quarterly => 4,
        _ => 1,
    };

    /// <summary>
    /// A history from text: the heading <c>date,price</c>, then a line for each price, such as <c>2024-01-31,155.20</c>; blank lines do not count. Throws
    /// <see cref="FormatException"/> with the line for what is not that, and as the constructor does.
    /// </summary>
    public static PriceHistory Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        if (lines[0].Trim('\uFEFF', ' ') != "date,price")
            throw new FormatException($"Line 1 of a price history is its heading, date,price; here it is '{lines[0]}'.");
        var closes = new List<(LocalDate, decimal)>();
        for (int i = 1; i < lines.Length; i++)
        {
            string[] parts = lines[i].Split(',');
            if (string.IsNullOrWhiteSpace(lines[i]))
                continue;
            if (parts.Length != 2 || LocalDatePattern.Iso.Parse(parts[0].Trim()) is not { Success: true } date
                || !decimal.TryParse(parts[1].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal price))
            {
                throw new FormatException($"Line {i + 1} of a price history is an ISO date and a price, such as 2024-01-31,155.20; here it is '{lines[i]}'.");
            }
            closes.Add((date.Value, price));
        }
        return new(closes);
    }

    /// <summary>Volatility and drift by the year, with how far they are known.</summary>
    public PriceFit Fit() => PriceFit.Of(this);

    private static PriceSpacing SpacingOf((LocalDate Date, decimal Price)[] closes)
    {
        (LocalDate From, int Days, int Months)[] gaps = [.. closes.Skip(1).Zip(closes, (next, last) => (last.Date, Period.DaysBetween(last.Date, next.Date), MonthOf(next.Date) - MonthOf(last.Date)))];
        bool All(Func<int, int, bool> are) => Array.TrueForAll(gaps, gap => are(gap.Days, gap.Months));
        if (All((days, _) => days == 1) && closes.Any(close => close.Date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
            return PriceSpacing.Daily;
        // A year has 1.45 days for each trading day; the longest closure in living memory, of September 2001, was seven days.
        if (All((days, _) => days <= 7) && gaps.Any(gap => gap.Days == 1) && gaps.Sum(gap => gap.Days) <= (1.5 * gaps.Length) + 7)
            return PriceSpacing.TradingDays;
        if (All((days, _) => days is >= 5 and <= 9))
            return PriceSpacing.Weekly;
        // A month has 28 to 31 days, a quarter 90 to 92, a year 365 or 366.
        if (All((days, months) => months == 1 && days is >= 23 and <= 36))
            return PriceSpacing.Monthly;
        if (All((days, months) => months == 3 && days is >= 85 and <= 97))
            return PriceSpacing.Quarterly;
        if (All((days, months) => months == 12 && days is >= 360 and <= 371))
            return PriceSpacing.Annual;
        (LocalDate From, int Days, int Months) least = gaps.MinBy(gap => gap.Days), most = gaps.MaxBy(gap => gap.Days);
        throw new ArgumentException(
            FormattableString.Invariant($"Prices of a history are a day, week, month, quarter or year apart throughout; here {least.Days} days follow {least.From:uuuu-MM-dd} and {most.Days} follow {most.From:uuuu-MM-dd}."), nameof(closes));
    }

    private static int MonthOf(LocalDate date) => (12 * date.Year) + date.Month;
}
