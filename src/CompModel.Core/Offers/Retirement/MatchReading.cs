namespace CompModel;

/// <summary>Reads a year of pay periods: sums so far, exact and as rounded, and what each period adds to them.</summary>
internal sealed class MatchReading
{
    private readonly RetirementMatch match;
    private readonly RetirementLimits limits;
    private readonly Currency currency;
    private readonly Money? mostDeferred;

    // Sums so far: exact; then rounded, as paid.
    private Rational pay, deferred, matched, added;
    private Money deferral, received, nonelective;

    private MatchReading(RetirementMatch match, RetirementLimits limits, int age, Currency currency)
    {
        (this.match, this.limits, this.currency) = (match, limits, currency);
        mostDeferred = limits.MostDeferred(age);
        deferral = received = nonelective = new(0, currency);
    }

    internal static RetirementYear Of(RetirementMatch match, IReadOnlyList<Amount> pay, Deferral deferral, RetirementLimits limits, int age)
    {
        if (pay.Count == 0)
            throw new ArgumentException("A year has at least one pay period.", nameof(pay));
        Currency currency = pay[0].Currency;
        match.Check(currency);
        limits.Check(currency);
        foreach (Amount each in pay)
        {
            if (each < Amount.Zero(currency))
                throw new ArgumentOutOfRangeException(nameof(pay), each, "Eligible pay is at least zero.");
        }
        var periods = new MatchReading(match, limits, age, currency);
        RetirementPeriod[] read = [.. pay.Select(each => periods.Next(each, deferral.Elected(each)))];
        var year = new MatchReading(match, limits, age, currency);
        RetirementPeriod whole = year.Next(new(periods.pay, currency), new(periods.deferred, currency));
        // The true-up, too, finds only the room that the periods leave.
        return new(read, periods.WithRoom(whole.Match, periods.received, periods.nonelective), match.Funding);
    }

    private RetirementPeriod Next(Amount paid, Amount elected)
    {
        Rational eligibleBefore = Eligible, deferredBefore = deferred;
        pay += paid.Value;
        Rational eligible = Eligible - eligibleBefore;
        deferred = Rational.Max(deferred, AtMost(MostDeferred, deferred + elected.Value));
        // Tiers in money go on from where the year stands; those in percent begin anew with each period.
        Rational tiered = match.IsOfMoney
            ? match.OfTiers(deferred, 1) - match.OfTiers(deferredBefore, 1)
            : match.OfTiers(deferred - deferredBefore, eligible);
        matched = AtMost(match.MostAYear?.Value, matched + AtMost(match.MostOfPay * eligible, tiered));
        added += match.Nonelective * eligible;
        (Money deferralBefore, Money receivedBefore, Money nonelectiveBefore) = (deferral, received, nonelective);
        deferral = Rounded(deferred);
        received = WithRoom(Rounded(matched), received, nonelective);
        nonelective = WithRoom(Rounded(added), nonelective, received);
        return new(paid, deferral - deferralBefore, received - receivedBefore, nonelective - nonelectiveBefore);
    }

    private Rational Eligible => AtMost(limits.Compensation?.Value, pay);

    // What the employer has added stays, so that the additions limit, too, ends what is deferred; catch-up comes on top of the deferral limit alone.
    private Rational? MostDeferred => limits.Additions - received - nonelective is { } room && (limits.Deferral is not { } limit || room < limit) ? room.Value : mostDeferred?.Value;

    // What the additions limit leaves beside deferrals without catch-up and the other part; what was paid stays.
    private Money WithRoom(Money asked, Money paid, Money other)
    {
        if (limits.Additions is not { } most)
            return asked;
        Money counted = limits.Deferral is { } limit && deferral > limit ? limit : deferral;
        Money room = most - counted - other;
        return asked <= room ? asked : room > paid ? room : paid;
    }

    private Money Rounded(Rational exact) => new Amount(exact, currency).Round(match.Rounding);

    private static Rational AtMost(Rational? limit, Rational value) => limit is { } most ? Rational.Min(most, value) : value;
}
