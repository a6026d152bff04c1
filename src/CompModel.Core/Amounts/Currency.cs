namespace CompModel;

/// <summary>
/// An ISO 4217 currency, with the number of digits of its minor unit (2 for USD, 0 for JPY, 3 for KWD).
/// <see cref="None"/> (ISO's own XXX) marks quantities that are no money: units, logos, scores.
/// Amounts of different currencies never mix; conversion is explicit. <c>default</c> is <see cref="None"/>.
/// </summary>
public readonly record struct Currency
{
    private static readonly Dictionary<string, int> MinorDigits = new(StringComparer.Ordinal)
    {
        ["AED"] = 2, ["ARS"] = 2, ["AUD"] = 2, ["BGN"] = 2, ["BHD"] = 3, ["BRL"] = 2, ["CAD"] = 2, ["CHF"] = 2, ["CLP"] = 0, ["CNY"] = 2,
        ["COP"] = 2, ["CZK"] = 2, ["DKK"] = 2, ["EGP"] = 2, ["EUR"] = 2, ["GBP"] = 2, ["HKD"] = 2, ["HUF"] = 2, ["IDR"] = 2, ["ILS"] = 2,
        ["INR"] = 2, ["ISK"] = 0, ["JOD"] = 3, ["JPY"] = 0, ["KES"] = 2, ["KRW"] = 0, ["KWD"] = 3, ["MAD"] = 2, ["MXN"] = 2, ["MYR"] = 2,
        ["NGN"] = 2, ["NOK"] = 2, ["NZD"] = 2, ["OMR"] = 3, ["PEN"] = 2, ["PHP"] = 2, ["PKR"] = 2, ["PLN"] = 2, ["QAR"] = 2, ["RON"] = 2,
        ["RSD"] = 2, ["SAR"] = 2, ["SEK"] = 2, ["SGD"] = 2, ["THB"] = 2, ["TND"] = 3, ["TRY"] = 2, ["TWD"] = 2, ["UAH"] = 2, ["USD"] = 2,
        ["UYU"] = 2, ["VND"] = 0, ["ZAR"] = 2,
    };

    // One entry a code, so that currencies compare by reference and know their digits: every sum of amounts compares two.
    private static readonly Dictionary<string, Entry> Entries = MinorDigits.ToDictionary(pair => pair.Key, pair => new Entry(pair.Key, pair.Value), StringComparer.Ordinal);

    private readonly Entry? entry;

    private Currency(Entry entry) => this.entry = entry;

    private sealed class Entry(string code, int minorUnitDigits)
    {
        internal string Code => code;

        internal int MinorUnitDigits => minorUnitDigits;
    }

    /// <summary>No currency (ISO 4217: XXX): a count, a score, a number of units.</summary>
    public static Currency None => default;

    /// <summary>US dollar.</summary>
    public static Currency Usd { get; } = Of("USD");

    /// <summary>Euro.</summary>
    public static Currency Eur { get; } = Of("EUR");

    /// <summary>The three-letter code of ISO 4217; "XXX" for <see cref="None"/>.</summary>
    public string Code => entry?.Code ?? "XXX";

    /// <summary>Digits behind the point of the smallest unit that is paid; 0 for <see cref="None"/>.</summary>
    public int MinorUnitDigits => entry?.MinorUnitDigits ?? 0;

    /// <summary>The currency of a three-letter code in capitals. Throws <see cref="ArgumentException"/> for a code not known here.</summary>
    public static Currency Of(string code) =>
        TryOf(code, out Currency currency)
            ? currency
            : throw new ArgumentException($"'{code}' is no currency known here: expected a code of ISO 4217 in capitals, such as USD or EUR.", nameof(code));

    /// <summary>As <see cref="Of"/>, answering false instead of throwing.</summary>
    public static bool TryOf(string code, out Currency currency)
    {
        currency = code != "XXX" && Entries.TryGetValue(code, out Entry? entry) ? new Currency(entry) : None;
        return currency != None || code == "XXX";
    }

    /// <inheritdoc/>
    public override string ToString() => Code;
}
