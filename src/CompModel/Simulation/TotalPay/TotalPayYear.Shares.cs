using NodaTime;

namespace CompModel;

// What shares of a year are worth: where the path stands on a day, and what vests or is granted then.
internal sealed partial class TotalPayYear
{
    private int QuarterOf(PlanYear its, LocalDate next) => Array.FindIndex([.. its.Periods(Frequency.Quarterly)], period => period.Days.Contains(next.PlusDays(-1)));

    // Where the path stands at the close of the day before one, and what something then is worth at today's price.
    private QuarterVest At(int year, LocalDate next, double worth) => Opened(year, next, QuarterOf(run.Years[year], next), worth);

    // Where the path stands at the opening of a day, which is one of a quarter or the day after it.
    private QuarterVest Opened(int year, LocalDate day, int quarter, double worth)
    {
        Rational time = run.Horizon.Opening(day);
        return new(drawn ? PriceQuarter.End : quarters[quarter].RowOf(day), (((time - year) * 12) - (3 * quarter)).ToDouble(), time.ToDouble(), worth);
    }

    // Shares that vest are worth today's price each, discounted.
    private void AddValueGrants(PlanYear its, int year)
    {
        for (int grant = 0; grant < (run.Promised?.ValueGrants.Count ?? 0); grant++)
        {
            ValueGrant value = run.Promised!.ValueGrants[grant];
            if (its.Days.Contains(value.Granted))
                granted[QuarterOf(its, value.Granted.PlusDays(1))].Add((grant, At(year, value.Granted.PlusDays(1), value.Value)));
            foreach (ValueVest vest in value.Vests.Where(vest => its.Days.Contains(vest.Date)))
            {
                LocalDate next = vest.Date.PlusDays(1);
                double share = run.SharePrice.ToDouble() * run.Discount(run.Horizon.Opening(next));
                vestsOfValue[QuarterOf(its, next)].Add((grant, vest, At(year, next, share)));
            }
        }
    }

    // A price that is known on a later day stays until then, and grows from there.
    private void Grow(TotalPaySpace space, in QuarterVest at, int count)
    {
        if (pricedAfter > 0 && at.Time <= pricedAfter)
        {
            Array.Fill(space.Growth, 1, 0, count);
            return;
        }
        GrowUnpriced(space, at, count);
        if (pricedAfter == 0)
            return;
        for (int i = 0; i < count; i++)
            space.Growth[i] /= space.UntilPriced[i];
    }

    private void GrowUnpriced(TotalPaySpace space, in QuarterVest at, int count) => run.Assumptions.SharePrice!.Grow(
        at.Time, space.Drawn?.After(at.Months, count) ?? space.Price.Rows[hasPath ? at.Row : PriceQuarter.End], space.Growth, count);

    private void AddVest(TotalPaySpace space, in QuarterVest vest, Span<double> equity)
    {
        Grow(space, vest, equity.Length);
        for (int i = 0; i < equity.Length; i++)
            equity[i] += PayGrid.Round(vest.Worth * space.Growth[i]);
    }

    // Price, growth and quotient are each rounded by at most 2^-53 of themselves: where the exact quotient is whole, what is computed must not fall below it.
    private const double NearlyOne = 1 + (4.0 / (1L << 52));

    // A value becomes whole shares at the price of the day.
    private void Grant(TotalPaySpace space, int grant, in QuarterVest at, int count)
    {
        while (space.Granted.Count <= grant)
            space.Granted.Add(new double[TileSum.Tile]);
        Grow(space, at, count);
        double price = run.SharePrice.ToDouble();
        for (int i = 0; i < count; i++)
            space.Granted[grant][i] = Math.Floor(at.Worth / (price * space.Growth[i]) * NearlyOne);
    }

    private void AddVest(TotalPaySpace space, int grant, in ValueVest of, in QuarterVest at, Span<double> equity)
    {
        Grow(space, at, equity.Length);
        double[] shares = space.Granted[grant];
        for (int i = 0; i < equity.Length; i++)
            equity[i] += PayGrid.Round(of.Of(shares[i]) * at.Worth * space.Growth[i]);
    }
}

/// <summary>Shares that vest in a quarter: where its path stands then, after how many of its months and how many years, and what they are worth today.</summary>
internal readonly record struct QuarterVest(int Row, double Months, double Time, double Worth);
