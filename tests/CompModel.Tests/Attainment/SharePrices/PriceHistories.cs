using System.Runtime.CompilerServices;
using NodaTime;

namespace CompModel.Tests;

/// <summary>Price histories, real and made.</summary>
internal static class PriceHistories
{
    /// <summary>Amazon's share by months, 2000 to 2010: samples/price-history.</summary>
    internal static PriceHistory Amazon { get; } = PriceHistory.Parse(File.ReadAllText(
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "..", "samples", "price-history", "AMZN.csv"))));

    /// <summary>Prices on the last days of months, from January 2024 on.</summary>
    internal static PriceHistory Months(params decimal[] prices) =>
        new([.. prices.Select((price, month) => (new LocalDate(2024, 1, 31).PlusMonths(month), price))]);

    private static string Here([CallerFilePath] string path = "") => path;
}
