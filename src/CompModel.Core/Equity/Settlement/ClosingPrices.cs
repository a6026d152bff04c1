using NodaTime;

namespace CompModel;

/// <summary>
/// Closing prices of a share by trading day, of one currency and above zero. A day without a close is no trading day. The order in which they are given does not matter,
/// nor that in which an average meets them. Averages are exact, hence an <see cref="Amount"/>: <see cref="Amount.Round"/> where an agreement rounds the price itself.
/// </summary>
public sealed class ClosingPrices
{
    private readonly (LocalDate Date, Money Close)[] closes;

    /// <summary>Closes by date, in any order. Throws for none, a day twice, a price of zero or less, and two currencies.</summary>
    public ClosingPrices(params IEnumerable<(LocalDate Date, Money Close)> closes)
    {
        this.closes = [.. closes.OrderBy(close => close.Date)];
        if (this.closes.Length == 0)
            throw new ArgumentException("There is at least one close.", nameof(closes));
        for (int i = 0; i < this.closes.Length; i++)
        {
            (LocalDate date, Money close) = this.closes[i];
            if (close.Value <= 0 || close.Currency == Currency.None)
                throw new ArgumentOutOfRangeException(nameof(closes), close, $"The close of {date:uuuu-MM-dd} is a price of a currency, above zero.");
            if (close.Currency != this.closes[0].Close.Currency)
                throw new ArgumentException($"Closes are of one currency; that of {date:uuuu-MM-dd} is in {close.Currency}, others in {this.closes[0].Close.Currency}.", nameof(closes));
            if (i > 0 && date == this.closes[i - 1].Date)
                throw new ArgumentException($"{date:uuuu-MM-dd} has two closes.", nameof(closes));
        }
    }

    /// <summary>The close of a trading day, or of the last one before. Throws where there is none up to the date.</summary>
    public Money On(LocalDate date) => UpTo(date, 1)[0].Close;

    /// <summary>The average of the closes of the last n trading days up to a date, that date included where it is one. Throws below 1, and where there are fewer.</summary>
    public Amount Average(int tradingDays, LocalDate ending)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tradingDays, 1);
        return Mean(UpTo(ending, tradingDays));
    }

    /// <summary>The average of the closes of all trading days in a span, such as a calendar month. Throws where there is none in it.</summary>
    public Amount Average(DateRange days)
    {
        (LocalDate Date, Money Close)[] within = [.. closes.Where(close => days.Contains(close.Date))];
        return within.Length > 0 ? Mean(within) : throw new ArgumentException($"There is no close from {days}.", nameof(days));
    }

    private (LocalDate Date, Money Close)[] UpTo(LocalDate date, int count)
    {
        (LocalDate Date, Money Close)[] before = [.. closes.TakeWhile(close => close.Date <= date)];
        return before.Length >= count
            ? before[^count..]
            : throw new ArgumentException(FormattableString.Invariant($"Up to {date:uuuu-MM-dd} there are closes of {before.Length} trading days, not of {count}."), nameof(date));
    }

    private static Amount Mean((LocalDate Date, Money Close)[] some) =>
        some.Aggregate(Amount.Zero(some[0].Close.Currency), (sum, close) => sum + close.Close) / some.Length;
}
