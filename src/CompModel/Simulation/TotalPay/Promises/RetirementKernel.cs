using NodaTime;

namespace CompModel;

/// <summary>
/// What the employer adds to a 401(k) month by month, of simulated pay: the arithmetic of <see cref="RetirementMatch.Over"/> in doubles, without rounding to cents. Each calendar year
/// starts anew; what the limits of one know of its earlier months is in the tile.
/// </summary>
internal sealed class RetirementKernel
{
    private readonly RetirementMatch match;
    private readonly (double UpTo, double Rate)[] tiers;
    private readonly double nonelective, mostAYear, mostOfPay, partDeferred, moneyDeferred;

    internal RetirementKernel(Offer offer)
    {
        match = offer.Match;
        (partDeferred, moneyDeferred) = offer.Deferral switch
        {
            Deferral.PartOfPay part => (part.Fraction.ToDouble(), double.PositiveInfinity),
            Deferral.MoneyEachPeriod money => (1, ((Rational)money.Amount.Value).ToDouble()),
            _ => throw new InvalidOperationException($"Unknown deferral {offer.Deferral}."),
        };
        tiers = [.. match.Tiers.Select(tier => (tier.UpTo.ToDouble(), tier.Rate.ToDouble()))];
        nonelective = match.Nonelective.ToDouble();
        mostAYear = match.MostAYear is { } year ? ((Rational)year.Value).ToDouble() : double.PositiveInfinity;
        mostOfPay = match.MostOfPay is { } most ? most.ToDouble() : double.PositiveInfinity;
    }

    /// <summary>
    /// A month: from eligible pay to what is added. Both may be the same array.
    /// </summary>
    internal void Run(RetirementMonth month, RetirementTile tile, double[] pay, double[] added, int count)
    {
        tile.BeginMonth(month.CalendarYear, count);
        for (int i = 0; i < count; i++)
        {
            double paid = Math.Max(0, pay[i]);
            double before = Math.Min(month.Compensation, tile.Pay[i]);
            tile.Pay[i] += paid;
            double eligible = Math.Min(month.Compensation, tile.Pay[i]) - before;
            double most = Math.Min(month.Deferral, month.Additions - tile.Received[i] - tile.Nonelective[i]);
            double deferredBefore = tile.Deferred[i];
            double deferred = tile.Deferred[i] = Math.Max(deferredBefore, Math.Min(most + month.CatchUp, deferredBefore + Elected(paid)));
            double tiered = match.IsOfMoney ? OfTiers(deferred, 1) - OfTiers(deferredBefore, 1) : OfTiers(deferred - deferredBefore, eligible);
            tile.Matched[i] = Math.Min(mostAYear, tile.Matched[i] + OfPay(tiered, eligible));
            tile.Added[i] += nonelective * eligible;
            double received = WithRoom(month, deferred, tile.Matched[i], tile.Received[i], tile.Nonelective[i]);
            double besides = WithRoom(month, deferred, tile.Added[i], tile.Nonelective[i], received);
            added[i] = received - tile.Received[i] + besides - tile.Nonelective[i];
            (tile.Received[i], tile.Nonelective[i]) = (received, besides);
            if (month.ClosesYear && match.Funding == MatchFunding.TruedUp)
                added[i] += Math.Max(0, WithRoom(month, deferred, OfYear(month, tile.Pay[i], deferred), received, besides) - received);
        }
    }

    // The year taken as one period.
    private double OfYear(RetirementMonth month, double pay, double elected)
    {
        double eligible = Math.Min(month.Compensation, pay), deferred = Math.Min(Math.Min(month.Deferral, month.Additions) + month.CatchUp, elected);
        double asked = Math.Min(mostAYear, OfPay(OfTiers(deferred, match.IsOfMoney ? 1 : eligible), eligible));
        return WithRoom(month, deferred, asked, 0, 0);
    }

    private double OfPay(double tiered, double eligible) => double.IsPositiveInfinity(mostOfPay) ? tiered : Math.Min(mostOfPay * eligible, tiered);

    private double Elected(double paid) => Math.Min(paid * partDeferred, moneyDeferred);

    private double OfTiers(double deferred, double unit)
    {
        double sum = 0, reached = 0;
        foreach ((double upTo, double rate) in tiers)
        {
            double next = Math.Min(deferred, upTo * unit);
            sum += rate * (next - reached);
            reached = next;
        }
        return sum;
    }

    // What the additions limit leaves beside deferrals without catch-up and the other part; what was paid stays.
    private static double WithRoom(RetirementMonth month, double deferred, double asked, double paid, double other)
    {
        double room = month.Additions - Math.Min(month.Deferral, deferred) - other;
        return asked <= room ? asked : Math.Max(room, paid);
    }
}

/// <summary>A month of a 401(k), with the limits of its calendar year; infinity where there is none.</summary>
internal sealed class RetirementMonth
{
    internal RetirementMonth(Offer offer, IReadOnlyList<DateRange> months, int month)
    {
        CalendarYear = months[month].End.PlusDays(-1).Year;
        ClosesYear = OfferMonth.ClosesYear(months, month);
        RetirementLimits limits = offer.Limits.At(new(CalendarYear, 1, 1));
        Deferral = OrNone(limits.Deferral);
        Compensation = OrNone(limits.Compensation);
        Additions = OrNone(limits.Additions);
        CatchUp = limits.Deferral is { } limit ? ((Rational)(limits.MostDeferred(offer.AgeIn(CalendarYear))!.Value - limit).Value).ToDouble() : 0;
    }

    internal int CalendarYear { get; }

    internal bool ClosesYear { get; }

    internal double Deferral { get; }

    internal double Compensation { get; }

    internal double Additions { get; }

    internal double CatchUp { get; }

    private static double OrNone(Money? limit) => limit is { } most ? ((Rational)most.Value).ToDouble() : double.PositiveInfinity;
}

/// <summary>What each trial of a tile has paid, deferred and been added in the calendar year so far.</summary>
internal sealed class RetirementTile
{
    private int year;

    internal double[] Pay { get; } = new double[TileSum.Tile];

    internal double[] Deferred { get; } = new double[TileSum.Tile];

    internal double[] Matched { get; } = new double[TileSum.Tile];

    internal double[] Added { get; } = new double[TileSum.Tile];

    internal double[] Received { get; } = new double[TileSum.Tile];

    internal double[] Nonelective { get; } = new double[TileSum.Tile];

    /// <summary>A new tile of trials.</summary>
    internal void Begin() => year = 0;

    internal void BeginMonth(int calendarYear, int count)
    {
        if (calendarYear == year)
            return;
        year = calendarYear;
        foreach (double[] row in new[] { Pay, Deferred, Matched, Added, Received, Nonelective })
            Array.Clear(row, 0, count);
    }
}
