namespace CompModel;

/// <summary>
/// What an employer adds to somebody's 401(k): a match of what is deferred, by marginal tiers in percent of pay or in money of a year, within caps; and a nonelective part
/// of pay, whatever is deferred. Worked out each pay period or trued up at the year's end (<see cref="MatchFunding"/>); rounded to the minor unit, midpoints away from zero,
/// unless said, on the sum of the year so far, so that cents neither gather nor vanish. Immutable; the verbs answer changed copies. Unlike a <see cref="Deferral"/> it is the
/// employer's promise; the law's <see cref="RetirementLimits"/> stand beside it. Tiers are as in plan documents: "100 % of the first 3 %, 50 % of the next 2 %".
/// </summary>
public sealed class RetirementMatch
{
    private readonly (Rational UpTo, Rational Rate)[] tiers;
    private readonly Currency? money;

    private RetirementMatch((Rational UpTo, Rational Rate)[] tiers, Currency? money)
    {
        this.tiers = tiers;
        this.money = money;
    }

    private RetirementMatch(RetirementMatch match)
        : this(match.tiers, match.money) =>
        (Nonelective, MostAYear, MostOfPay, Funding, Rounding) = (match.Nonelective, match.MostAYear, match.MostOfPay, match.Funding, match.Rounding);

    /// <summary>Nothing is matched and nothing added.</summary>
    public static RetirementMatch None { get; } = new([], null);

    /// <summary>The part of pay that is added whatever is deferred; a fraction, zero unless said.</summary>
    public Rational Nonelective { get; private init; }

    /// <summary>The most that is matched in a year; null is no cap.</summary>
    public Money? MostAYear { get; private init; }

    /// <summary>The most that is matched, as a fraction of pay; null is no cap.</summary>
    public Rational? MostOfPay { get; private init; }

    /// <summary>Each pay period, the default, or trued up.</summary>
    public MatchFunding Funding { get; private init; }

    /// <summary>How deferral, match and nonelective part are rounded.</summary>
    public Rounding Rounding { get; private init; }

    /// <summary>Whether tiers are in money of a year, not in percent of pay.</summary>
    internal bool IsOfMoney => money is not null;

    /// <summary>
    /// Tiers in percent of pay, each up to a fraction of pay deferred in all: <c>OfPay((3.Percent, 100.Percent), (5.Percent, 50.Percent))</c> matches the first 3 % in full and half
    /// of the next 2 %. Throws for none, unless they rise and end at most at 1 (100 %), and for a rate below zero or above 10.
    /// </summary>
    public static RetirementMatch OfPay(params IEnumerable<(Rational UpTo, Rational Rate)> tiers)
    {
        (Rational UpTo, Rational Rate)[] list = Checked(tiers);
        return list[^1].UpTo <= Rational.One
            ? new(list, null)
            : throw new ArgumentOutOfRangeException(nameof(tiers), list[^1].UpTo, $"A tier ends at most at 1 (100 % of pay); write {list[^1].UpTo} % as {list[^1].UpTo}.Percent.");
    }

    /// <summary>
    /// Tiers in money deferred in a year, counted from its start: <c>OfDeferrals((9_000.Usd, 50.Percent))</c> matches half of the first 9,000. Pay plays no part, and nothing is
    /// lost where the limit is reached early. Throws as <see cref="OfPay"/>, and for two currencies.
    /// </summary>
    public static RetirementMatch OfDeferrals(params IEnumerable<(Money UpTo, Rational Rate)> tiers)
    {
        (Money UpTo, Rational Rate)[] list = [.. tiers];
        (Rational, Rational)[] plain = Checked(list.Select(tier => ((Rational)tier.UpTo.Value, tier.Rate)));
        Currency currency = list[0].UpTo.Currency;
        return list.All(tier => tier.UpTo.Currency == currency)
            ? new(plain, currency)
            : throw new ArgumentException("Tiers of a match are in one currency.", nameof(tiers));
    }

    /// <summary>A copy that adds a part of pay whatever is deferred. Throws outside 0 to 1 (100 %).</summary>
    public RetirementMatch WithNonelective(Rational ofPay) => new(this) { Nonelective = Fraction(nameof(ofPay), ofPay) };

    /// <summary>A copy that matches at most so much a year. Throws below zero.</summary>
    public RetirementMatch CappedAt(Money aYear) => aYear.Value >= 0
        ? new(this) { MostAYear = aYear }
        : throw new ArgumentOutOfRangeException(nameof(aYear), aYear, "A cap on the match is at least zero.");

    /// <summary>A copy that matches at most a part of pay. Throws outside 0 to 1 (100 %).</summary>
    public RetirementMatch CappedAt(Rational ofPay) => new(this) { MostOfPay = Fraction(nameof(ofPay), ofPay) };

    /// <summary>A copy that is worked out otherwise. Throws where <paramref name="funding"/> is not defined.</summary>
    public RetirementMatch Funded(MatchFunding funding) => Enum.IsDefined(funding)
        ? new(this) { Funding = funding }
        : throw new ArgumentOutOfRangeException(nameof(funding), funding, "A match is worked out each period or trued up.");

    /// <summary>A copy rounded otherwise.</summary>
    public RetirementMatch RoundedBy(Rounding rounding) => new(this) { Rounding = rounding };

    /// <summary>
    /// The match of a deferral, both as fractions of pay, with no limit in the way: 0.04 for 0.05 under "100 % of the first 3 %, 50 % of the next 2 %". Throws outside 0 to 1, and
    /// <see cref="InvalidOperationException"/> for tiers in money, whose rate depends on pay.
    /// </summary>
    public Rational RateFor(Rational deferral) => IsOfMoney
        ? throw new InvalidOperationException("Tiers in money have no rate without a pay; ask for the match of a year.")
        : Of(Deferral.Checked(deferral), Rational.One);

    /// <summary>
    /// A calendar year of pay periods, in order: deferred, matched, added, trued up and lost. One period of a year's pay is the match of the year.
    /// Throws for no period, pay below zero, and several currencies.
    /// </summary>
    /// <param name="pay">Eligible pay of each period, exact.</param>
    /// <param name="deferral">What is elected.</param>
    /// <param name="limits">The law's limits of the year.</param>
    /// <param name="age">The age reached in the year, for catch-up; 0, which is none, unless said.</param>
    public RetirementYear Over(IReadOnlyList<Amount> pay, Deferral deferral, RetirementLimits limits, int age = 0) => MatchReading.Of(this, pay, deferral, limits, age);

    /// <summary>What is missing at the year's end: the match of the year's pay and deferral, less what was received; at least zero.</summary>
    /// <param name="pay">Eligible pay of the year.</param>
    /// <param name="deferral">What was deferred in the year, at most the pay.</param>
    /// <param name="received">What was matched in the year so far.</param>
    /// <param name="limits">The law's limits of the year.</param>
    public Money TrueUp(Money pay, Money deferral, Money received, RetirementLimits limits)
    {
        Money missing = Over([pay], Deferral.EachPeriod(deferral), limits).OfTheYear - received;
        return missing.Value > 0 ? missing : new(0, missing.Currency);
    }

    /// <summary>The match of a year as a function of its eligible pay, for a deferral in percent of it; see <see cref="CompModel.MatchOfPay"/>.</summary>
    public MatchOfPay MatchOfPay(Rational deferral, RetirementLimits limits, int age = 0) => CompModel.MatchOfPay.Of(this, Deferral.Checked(deferral), limits, age);

    /// <summary>"100 % up to 3 % of pay, then 50 % up to 5 % of pay; trued up".</summary>
    public override string ToString()
    {
        string text = tiers.Length == 0 ? "no match" : string.Join(", then ", tiers.Select(tier =>
            $"{tier.Rate * 100} % up to {(money is { } currency ? new Amount(tier.UpTo, currency).ToString() : $"{tier.UpTo * 100} % of pay")}"));
        return text + (MostOfPay is { } part ? $"; at most {part * 100} % of pay" : "") + (MostAYear is { } most ? $"; at most {most} a year" : "")
            + (Nonelective.Sign > 0 ? $"; {Nonelective * 100} % of pay besides" : "") + (Funding == MatchFunding.TruedUp ? "; trued up" : "");
    }

    /// <summary>The tiers, each up to a fraction of pay or, in money, up to a sum of the year.</summary>
    internal IReadOnlyList<(Rational UpTo, Rational Rate)> Tiers => tiers;

    /// <summary>What tiers and the cap in percent make of a deferral and an eligible pay.</summary>
    internal Rational Of(Rational deferral, Rational pay)
    {
        Rational tiered = OfTiers(deferral, IsOfMoney ? Rational.One : pay);
        return MostOfPay is { } most ? Rational.Min(tiered, most * pay) : tiered;
    }

    /// <summary>What the tiers make of a deferral, where a tier's bound is of a unit: pay, or one.</summary>
    internal Rational OfTiers(Rational deferral, Rational unit)
    {
        (Rational sum, Rational reached) = (Rational.Zero, Rational.Zero);
        foreach ((Rational upTo, Rational rate) in tiers)
        {
            Rational next = Rational.Min(deferral, upTo * unit);
            sum += rate * (next - reached);
            reached = next;
        }
        return sum;
    }

    internal void Check(Currency pays)
    {
        if ((money ?? pays) != pays || (MostAYear?.Currency ?? pays) != pays)
            throw new ArgumentException($"Pay is in {pays}; the match is in {money ?? MostAYear!.Value.Currency}.", "pay");
    }

    private static (Rational UpTo, Rational Rate)[] Checked(IEnumerable<(Rational UpTo, Rational Rate)> tiers)
    {
        (Rational UpTo, Rational Rate)[] list = [.. tiers];
        if (list.Length == 0)
            throw new ArgumentException("A match has at least one tier; RetirementMatch.None has none.", nameof(tiers));
        Rational before = Rational.Zero;
        foreach ((Rational upTo, Rational rate) in list)
        {
            if (upTo <= before)
                throw new ArgumentOutOfRangeException(nameof(tiers), upTo, $"Tiers of a match rise, the first from zero; {upTo} follows {before}.");
            if (rate.Sign < 0 || rate > 10)
                throw new ArgumentOutOfRangeException(nameof(tiers), rate, $"A tier matches from 0 to 10 times what is deferred; write {rate} % as {rate}.Percent.");
            before = upTo;
        }
        return list;
    }

    private static Rational Fraction(string parameter, Rational value) => value.Sign >= 0 && value <= Rational.One
        ? value
        : throw new ArgumentOutOfRangeException(parameter, value, $"It is from 0 to 1 (100 %) of pay; write {value} % as {value}.Percent.");
}
