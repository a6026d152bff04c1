using NodaTime;

namespace CompModel;

/// <summary>The 401(k) of one plan year: eligible pay month by month, of what is certain and what is drawn, and what the employer adds to it.</summary>
internal sealed class RetirementYearKernel
{
    private readonly RetirementKernel kernel;
    private readonly RetirementMonth[] months;
    private readonly double[] certain, discounts;

    // Of each slot in which incentive is posted, its month; none where incentive does not count.
    private readonly int[] slots;

    internal RetirementYearKernel(TotalPayDefinition run, PromisedPay promised, int year, IReadOnlyList<LocalDate> posted)
    {
        PlanYear its = run.Years[year];
        LocalDate[] ends = [.. its.Periods(Frequency.Monthly).Select(month => month.End)];
        kernel = promised.Retirement;
        months = promised.Months(its);
        certain = promised.CertainPay(its, run.Runs[year].Terms[0]);
        discounts = [.. ends.Select(end => run.Discount(run.Horizon.Opening(end)))];
        slots = promised.MatchesIncentive ? [.. posted.Select(slot => Array.FindIndex(ends, end => end >= slot))] : [];
    }

    /// <summary>Adds what the employer does, discounted and on the grid, for a tile whose pay is posted.</summary>
    internal void Run(TotalPaySpace space, PayTile pay, Span<double> added)
    {
        int count = added.Length;
        for (int month = 0; month < months.Length; month++)
            Array.Fill(space.Eligible[month], certain[month], 0, count);
        for (int slot = 0; slot < slots.Length; slot++)
        {
            double[] eligible = space.Eligible[slots[slot]], posted = pay.Posted[slot];
            for (int i = 0; i < count; i++)
                eligible[i] += posted[i];
        }
        for (int month = 0; month < months.Length; month++)
        {
            double[] its = space.Eligible[month];
            kernel.Run(months[month], space.Retirement, its, its, count);
            for (int i = 0; i < count; i++)
                added[i] += PayGrid.Round(its[i] * discounts[month]);
        }
    }
}
