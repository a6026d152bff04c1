namespace CompModel;

// Rates of a part of the position, for pay on other credits than those that set it. Of tables.
internal sealed partial class RateKernel
{
    /// <summary>What lies between two places of the position pays, where pay is on the position itself, when the window's whole position is <paramref name="final"/>.</summary>
    internal double Between(double start, double end, double final)
    {
        int reached = TierAt(final);
        return reading switch
        {
            TableReading.Marginal or TableReading.ProportionalAmounts => Pay(end) - Pay(start),
            TableReading.OverageAtTopRate when reached > 0 => Overage(start, end, rate[reached]),
            TableReading.InterpolatedRate when final > 0 => (end - start) * (Pay(final) / final),
            _ => (end - start) * rate[reached],
        };
    }

    /// <summary>The rate of a place of the position, for credits that do not move it.</summary>
    internal double RateAt(double place, double final)
    {
        int reached = TierAt(final);
        return reading switch
        {
            TableReading.Marginal or TableReading.ProportionalAmounts => rate[TierAt(place)],
            TableReading.OverageAtTopRate when reached > 0 && TierAt(place) == 0 => rate[0],
            TableReading.InterpolatedRate when final > 0 => Pay(final) / final,
            _ => rate[reached],
        };
    }

    private double Overage(double start, double end, double top)
    {
        double below = Math.Min(end, from[1]) - Math.Min(start, from[1]);
        return (below * rate[0]) + ((end - start - below) * top);
    }
}
