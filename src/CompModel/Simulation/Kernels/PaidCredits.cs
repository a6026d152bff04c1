namespace CompModel;

/// <summary>
/// Pay on other credits than those that set the position: tiers by revenue, pay on margin. What is known is known by period, so the credits of each of the
/// component's periods count as one deal, in order, as a statement would rate one deal a period.
/// </summary>
internal sealed class PaidCredits
{
    private readonly (ReadSpan Position, ReadSpan Pays)[] periods;
    private readonly bool inOrder;

    internal PaidCredits(ComponentTerms terms, int first, int last, CreditReads reads)
    {
        Component component = terms.Component;
        inOrder = component.Deals.Order == DealOrder.ByDate;
        periods = [.. Enumerable.Range(first, last - first + 1).Select(i =>
        {
            DateRange days = terms.Periods[i].Days.Intersect(component.Days);
            return (reads.Of(component.Measure, component.Scope, days, terms.Periods[i].Quota.Value),
                reads.Of(component.PayMeasure, component.PayScope, days, terms.QuotaOf(component.PayMeasure, i, i).Value));
        })];
    }

    /// <summary>Pay for each trial of a tile, of which the window's whole position is given.</summary>
    internal void Pay(RateKernel rate, double[] position, in CreditTile credits, double[] pay)
    {
        for (int i = 0; i < credits.Count; i++)
            pay[i] = inOrder ? InOrder(rate, position[i], credits, i) : Together(rate, position[i], credits, i);
    }

    private double InOrder(RateKernel rate, double final, in CreditTile credits, int trial)
    {
        double from = 0, sum = 0;
        foreach ((ReadSpan position, ReadSpan pays) in periods)
        {
            double its = credits.In(position, trial), on = credits.In(pays, trial), to = from + its;
            if (on != 0)
                sum += its == 0 ? on * rate.RateAt(from, final) : on * (rate.Between(from, to, final) / its);
            from = to;
        }
        return sum;
    }

    private double Together(RateKernel rate, double final, in CreditTile credits, int trial)
    {
        double on = 0;
        foreach ((_, ReadSpan pays) in periods)
            on += credits.In(pays, trial);
        return final == 0 ? on * rate.RateAt(0, 0) : rate.Pay(final) * (on / final);
    }
}
