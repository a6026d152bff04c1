using System.Collections.Immutable;
using NodaTime;

namespace CompModel;

/// <summary>
/// Exchange rates by pair, each with the date from which it holds up to the next. Exact, so that converting there and back by one rate changes nothing. A pair is stated in
/// one direction; the inverse, and crosses through a base, are used only where <see cref="Through"/> says so. Immutable; the verbs answer changed copies.
/// </summary>
public sealed class ExchangeRates
{
    private readonly ImmutableDictionary<(Currency From, Currency To), EffectiveDated<Rational?>> rates;

    // None where only stated rates are used.
    private readonly Currency through;

    private ExchangeRates(ImmutableDictionary<(Currency, Currency), EffectiveDated<Rational?>> rates, Currency through)
    {
        this.rates = rates;
        this.through = through;
    }

    /// <summary>No rate: nothing converts.</summary>
    public static ExchangeRates None { get; } = new(ImmutableDictionary<(Currency, Currency), EffectiveDated<Rational?>>.Empty, Currency.None);

    /// <summary>
    /// A copy in which one unit of <paramref name="from"/> is <paramref name="rate"/> units of <paramref name="to"/> from a date on. Throws for a rate of zero or less, for one
    /// currency twice or none, for a pair stated the other way round, and unless the date is after the pair's latest.
    /// </summary>
    public ExchangeRates With(Currency from, Currency to, Rational rate, LocalDate since) => With(from, to, rate, stated => stated.From(since, rate));

    /// <summary>A copy in which a rate holds for all time, in place of what was stated of the pair.</summary>
    public ExchangeRates With(Currency from, Currency to, Rational rate) => With(from, to, rate, _ => new(rate));

    /// <summary>A copy that also uses inverses, and crosses of two pairs that share a base: EUR to GBP through USD is EUR to USD, then USD to GBP.</summary>
    public ExchangeRates Through(Currency @base) => @base != Currency.None
        ? new(rates, @base)
        : throw new ArgumentException("A cross goes through a currency; units are none.", nameof(@base));

    /// <summary>Units of <paramref name="to"/> for one of <paramref name="from"/> on a date; one where they are the same. Throws without a rate, naming pair and date.</summary>
    public Rational Rate(Currency from, Currency to, LocalDate date)
    {
        if (from == to)
            return Rational.One;
        if (Stated(from, to, date) is { } stated)
            return stated;
        if (through != Currency.None && Leg(from, through, date) * Leg(through, to, date) is { } crossed)
            return crossed;
        string hint = through == Currency.None && Leg(from, to, date) is not null ? $"; its inverse is stated, and Through({from}) uses it" : "";
        throw new ArgumentException($"There is no rate from {from} to {to} on {date:uuuu-MM-dd}{hint}.", nameof(date));
    }

    /// <summary>An amount in another currency, at the rate of a date. Units have no rate and stay. Throws without a rate, naming pair and date.</summary>
    public Amount Convert(Amount amount, Currency to, LocalDate date) =>
        amount.Currency == Currency.None ? amount : new(amount.Value * Rate(amount.Currency, to, date), to);

    private Rational? Leg(Currency from, Currency to, LocalDate date) =>
        from == to ? Rational.One : Stated(from, to, date) ?? (Stated(to, from, date) is { } inverse ? inverse.Reciprocal() : null);

    private Rational? Stated(Currency from, Currency to, LocalDate date) => rates.TryGetValue((from, to), out EffectiveDated<Rational?>? stated) ? stated.At(date) : null;

    private ExchangeRates With(Currency from, Currency to, Rational rate, Func<EffectiveDated<Rational?>, EffectiveDated<Rational?>> change)
    {
        if (rate.Sign <= 0)
            throw new ArgumentOutOfRangeException(nameof(rate), rate, $"A rate is above zero; {from} to {to} is {rate}.");
        if (from == to || from == Currency.None || to == Currency.None)
            throw new ArgumentException($"A rate is of two currencies; here {from} to {to}.", nameof(to));
        if (rates.ContainsKey((to, from)))
            throw new ArgumentException($"{from} to {to} is stated the other way round already: state each pair in one direction.", nameof(to));
        return new(rates.SetItem((from, to), change(rates.GetValueOrDefault((from, to)) ?? new EffectiveDated<Rational?>((Rational?)null))), through);
    }
}
