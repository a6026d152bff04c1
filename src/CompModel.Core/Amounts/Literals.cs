namespace CompModel;

/// <summary>
/// Literals in the field's own notation: <c>50.Percent</c>, <c>12.5m.Percent</c>, <c>190_000.Usd</c>, <c>25_000m.In(Currency.Of("EUR"))</c>.
/// There is none on binary floating point: money and shares are exact.
/// </summary>
public static class Literals
{
    extension(int value)
    {
        /// <summary>The value in percent, as a fraction: <c>50.Percent</c> is one half.</summary>
        public Rational Percent => (Rational)value / 100;

        /// <summary>The value in US dollars.</summary>
        public Money Usd => new(value, Currency.Usd);

        /// <summary>The value in a currency.</summary>
        public Money In(Currency currency) => new(value, currency);
    }

    extension(uint value)
    {
        /// <inheritdoc cref="get_Percent(int)"/>
        public Rational Percent => (Rational)value / 100;

        /// <inheritdoc cref="get_Usd(int)"/>
        public Money Usd => new(value, Currency.Usd);
    }

    extension(long value)
    {
        /// <inheritdoc cref="get_Percent(int)"/>
        public Rational Percent => (Rational)value / 100;

        /// <inheritdoc cref="get_Usd(int)"/>
        public Money Usd => new(value, Currency.Usd);

        /// <inheritdoc cref="In(int, Currency)"/>
        public Money In(Currency currency) => new(value, currency);
    }

    extension(decimal value)
    {
        /// <inheritdoc cref="get_Percent(int)"/>
        public Rational Percent => (Rational)value / 100;

        /// <inheritdoc cref="get_Usd(int)"/>
        public Money Usd => new(value, Currency.Usd);

        /// <inheritdoc cref="In(int, Currency)"/>
        public Money In(Currency currency) => new(value, currency);
    }
}
