using System.Globalization;
using NodaTime;

namespace CompModel;

/// <summary>
/// How shares that will not vest are accounted for: as they occur, or by an estimate that is corrected. One of <see cref="AsTheyOccur"/>,
/// <see cref="AtAnnualRate(Rational)"/>, <see cref="ExpectingToVest(Rational)"/>; there are no others. A change of estimate is caught up
/// with in the period of the change (ASC 718-10-35-3, IFRS 2.20), and what has vested stands as it did, by the estimate of its vesting date or,
/// where the record reaches so far (<see cref="Award.RecordedThrough"/>), by the shares that did vest.
/// </summary>
public abstract class ForfeiturePolicy
{
    private ForfeiturePolicy()
    {
    }

    /// <summary>Every share is expected to vest until it is forfeited; its unvested expense is reversed that day. An option of ASC 718, none of IFRS 2.</summary>
    public static ForfeiturePolicy AsTheyOccur { get; } = new Occurring();

    /// <summary>As <see cref="AtAnnualRate(EffectiveDated{Rational})"/>, with one rate for all time.</summary>
    public static ForfeiturePolicy AtAnnualRate(Rational rate) => AtAnnualRate(new EffectiveDated<Rational>(rate));

    /// <summary>
    /// So much of what is left is forfeited in each year of service up to the vesting date: 5 % leaves 95, 90.25, 85.74 and 81.45 of 100 after one to
    /// four years; inside a year evenly, so that amounts stay exact. Years are counted from service inception, or from where the record ends,
    /// to which the shares left then are known. The rate of a date is the estimate made on it, for all of the time to come.
    /// Throws for a rate outside 0 to 1.
    /// </summary>
    public static ForfeiturePolicy AtAnnualRate(EffectiveDated<Rational> rates) => new Annual(Checked(rates, nameof(rates), "An annual forfeiture rate"));

    /// <summary>As <see cref="ExpectingToVest(EffectiveDated{Rational})"/>, with one portion for all time.</summary>
    public static ForfeiturePolicy ExpectingToVest(Rational portion) => ExpectingToVest(new EffectiveDated<Rational>(portion));

    /// <summary>
    /// The portion of the shares granted that is expected to vest, of every tranche alike, as estimated on each date; never more than has not been
    /// forfeited by then. Throws for a portion outside 0 to 1.
    /// </summary>
    public static ForfeiturePolicy ExpectingToVest(EffectiveDated<Rational> portions) =>
        new Portion(Checked(portions, nameof(portions), "The portion expected to vest"));

    /// <summary>Dates on which an estimate changes.</summary>
    internal abstract IEnumerable<LocalDate> Changes { get; }

    /// <summary>
    /// Of the shares of a tranche, those expected to vest: from those granted, those left (neither forfeited nor accelerated), the date of the estimate, and the years
    /// of service left from what is known to the vesting date; none where it is known that they vest.
    /// </summary>
    internal abstract Rational Expected(Rational granted, Rational left, LocalDate on, Rational yearsUnknown);

    private static EffectiveDated<Rational> Checked(EffectiveDated<Rational> values, string parameter, string what)
    {
        ArgumentNullException.ThrowIfNull(values, parameter);
        foreach (Rational value in values.Values.Where(value => value < 0 || value > 1))
            throw new ArgumentOutOfRangeException(parameter, value, $"{what} is a fraction from 0 to 1.");
        return values;
    }

    private sealed class Occurring : ForfeiturePolicy
    {
        internal override IEnumerable<LocalDate> Changes => [];

        internal override Rational Expected(Rational granted, Rational left, LocalDate on, Rational yearsUnknown) => left;

        public override string ToString() => "forfeitures as they occur";
    }

    private sealed class Annual(EffectiveDated<Rational> rates) : ForfeiturePolicy
    {
        internal override IEnumerable<LocalDate> Changes => rates.Changes;

        internal override Rational Expected(Rational granted, Rational left, LocalDate on, Rational yearsUnknown)
        {
            Rational rate = rates.At(on);
            int years = (int)yearsUnknown.Floor();
            Rational stays = 1 - (rate * (yearsUnknown - years));
            for (int year = 0; year < years; year++)
                stays *= 1 - rate;
            return left * stays;
        }

        public override string ToString() => $"forfeitures estimated at {Listed(rates)} a year";
    }

    private sealed class Portion(EffectiveDated<Rational> portions) : ForfeiturePolicy
    {
        internal override IEnumerable<LocalDate> Changes => portions.Changes;

        internal override Rational Expected(Rational granted, Rational left, LocalDate on, Rational yearsUnknown) =>
            yearsUnknown.Sign == 0 ? left : Rational.Min(left, granted * portions.At(on));

        public override string ToString() => $"{Listed(portions)} expected to vest";
    }

    private static string Listed(EffectiveDated<Rational> values) => values.Changes.Zip(values.Values.Skip(1)).Aggregate(
        Text.Percent(values.First), (text, change) => string.Create(CultureInfo.InvariantCulture, $"{text}, from {change.First:uuuu-MM-dd} {Text.Percent(change.Second)}"));
}
