namespace CompModel;

// What deals count in each measure, once they are drawn and in order.
internal sealed partial class DealDraws
{
    private void Amounts(int place, bool splits, double[][][]? attainment, DealTile tile, int count)
    {
        DealtMeasure measure = Measures[place];
        long[] steps = tile.Steps[place];
        for (int trial = 0; trial < count; trial++)
        {
            int start = trial * tile.Stride, end = start + tile.Counts[trial];
            if (measure.Worth >= 0 && measure.IsMade)
                Derive(measure, tile, start, end, steps);
            else if (measure.IsMade && !(splits && measure.Quota > 0))
                Make(measure, tile, start, end, steps);
            else
                Split(place, attainment, tile, trial, steps);
            if (measure.IsMade && attainment is not null)
                attainment[measure.Index][0][trial] = measure.Quota > 0 ? Sum(steps, start, end) / (double)measure.StepsPerUnit / measure.Quota : 0;
        }
    }

    private static void Make(DealtMeasure measure, DealTile tile, int start, int end, long[] steps)
    {
        for (int at = start; at < end; at++)
            steps[at] = measure.InSteps(Math.Max(0, tile.Sizes[at]));
    }

    // A share of what the deal counts in the measure of sizes, which comes first; or units, whatever its size.
    private void Derive(DealtMeasure measure, DealTile tile, int start, int end, long[] steps)
    {
        long[] sizes = tile.Steps[0];
        double ofSize = (double)measure.StepsPerUnit / Measures[0].StepsPerUnit;
        bool isShare = mix.IsShare(measure.Worth);
        for (int at = start; at < end; at++)
        {
            double worth = tile.Worths[measure.Worth][at];
            steps[at] = isShare ? (long)Math.Round(sizes[at] * ofSize * worth) : sizes[at] == 0 ? 0 : measure.InSteps(worth);
        }
    }

    // In proportion to sizes, rounded so that the parts of a draw sum to it.
    private void Split(int place, double[][][]? attainment, DealTile tile, int trial, long[] steps)
    {
        DealtMeasure measure = Measures[place];
        double carried = 0;
        int start = trial * tile.Stride, end = start + tile.Counts[trial], at = start;
        (int Start, int End)[] drawn = SpansOf[place];
        for (int draw = 0; draw < drawn.Length; draw++)
        {
            carried += (attainment is null ? 1 : attainment[measure.Index][draw][trial]) * measure.Weights[draw];
            int from = at;
            double sizes = 0;
            while (at < end && (tile.Days[at] < drawn[draw].End || draw + 1 == drawn.Length))
                sizes += Math.Abs(tile.Sizes[at++]);
            if (at == from)
                continue;
            long total = measure.InSteps(carried), given = 0;
            double soFar = 0;
            for (int deal = from; deal < at; deal++)
            {
                soFar += Math.Abs(tile.Sizes[deal]);
                long by = deal + 1 == at ? total : (long)Math.Round(total * (soFar / sizes));
                steps[deal] = by - given;
                given = by;
            }
            carried = 0;
        }
        if (carried != 0 && end > start)
            steps[end - 1] += measure.InSteps(carried);
    }

    private static long Sum(long[] steps, int start, int end)
    {
        long sum = 0;
        for (int at = start; at < end; at++)
            sum += steps[at];
        return sum;
    }
}
