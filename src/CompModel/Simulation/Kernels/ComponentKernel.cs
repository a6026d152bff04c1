using NodaTime;

namespace CompModel;

/// <summary>
/// One component's year over a tile of trials: its windows one after the other, each period's pay posted on the day that ends it, and the pay of the year on its
/// lines. Bases and recoveries are the loops of this type. Posted pay and lines are on the grid and sum to the same.
/// </summary>
internal sealed class ComponentKernel
{
    private readonly WindowKernel[] windows;
    private readonly int[] postedAt;
    private readonly ComponentLines places;
    private readonly int firstLine;
    private readonly Basis basis;

    // The most that a period pays before the year is reconciled.
    private readonly double[] most;

    /// <summary>A component's terms; pay is posted to the places of its dates in <paramref name="slots"/>, and to lines from <paramref name="firstLine"/> on.</summary>
    internal ComponentKernel(ParticipantTerms participant, ComponentTerms terms, CreditReads reads, IReadOnlyList<LocalDate> slots, int firstLine)
    {
        this.firstLine = firstLine;
        basis = terms.Component.Basis;
        places = LinesOf(terms);
        int periods = terms.Periods.Count;
        windows = [.. Enumerable.Range(0, periods).Select(i => basis switch
        {
            Basis.YearToDate { Against: Yardstick.FullQuota } => new WindowKernel(participant, terms, 0, i, terms.ToDate[^1], reads),
            Basis.YearToDate => new WindowKernel(participant, terms, 0, i, terms.ToDate[i], reads),
            Basis.Reconciled when i + 1 == periods => new WindowKernel(participant, terms, 0, i, terms.ToDate[i], reads),
            _ => new WindowKernel(participant, terms, i, i, terms.Periods[i], reads),
        })];
        most = basis is Basis.Reconciled reconciled
            ? [.. terms.Periods.Select(period => PayGrid.Round(((period.Target * reconciled.Limit) + period.PaidWithoutQuota).ToDouble()))]
            : [];
        postedAt = [.. terms.Periods.Select(period => slots.TakeWhile(slot => slot < period.Days.End).Count())];
    }

    /// <summary>The lines of a component's pay.</summary>
    internal static ComponentLines LinesOf(ComponentTerms terms) => ComponentLines.Of(terms.Component, terms.PaidWithoutQuota.Value.Sign != 0);

    /// <summary>Adds the component's pay to what is posted and to its lines.</summary>
    internal void Run(in CreditTile credits, PayTile pay)
    {
        ReadOnlySpan<double[]> all = pay.Lines;
        double[][] lines = [.. all.Slice(firstLine, places.Names.Count)];
        switch (basis)
        {
            case Basis.YearToDate { Recovery: Recovery.Full }:
                RunToDate(credits, pay, lines);
                break;
            // What is carried is made up for by later periods: inside the year that is the highest so far, as what is kept.
            case Basis.YearToDate:
                RunHighest(credits, pay, lines);
                break;
            case Basis.Reconciled:
                RunReconciled(credits, pay, lines);
                break;
            default:
                RunEach(credits, pay, lines);
                break;
        }
    }

    private void RunEach(in CreditTile credits, PayTile pay, double[][] lines)
    {
        for (int period = 0; period < windows.Length; period++)
        {
            windows[period].Run(credits, pay.Window);
            double[] posted = pay.Posted[postedAt[period]];
            for (int i = 0; i < credits.Count; i++)
                posted[i] += pay.Window.Earned[i];
            AddToLines(period, credits.Count, pay.Window, lines);
        }
    }

    private void RunToDate(in CreditTile credits, PayTile pay, double[][] lines)
    {
        Array.Clear(pay.Before, 0, credits.Count);
        for (int period = 0; period < windows.Length; period++)
        {
            windows[period].Run(credits, pay.Window);
            PostDifference(pay, pay.Posted[postedAt[period]], credits.Count);
        }
        AddToLines(windows.Length - 1, credits.Count, pay.Window, lines);
    }

    private void RunHighest(in CreditTile credits, PayTile pay, double[][] lines)
    {
        Array.Clear(pay.Before, 0, credits.Count);
        for (int period = 0; period < windows.Length; period++)
        {
            WindowTile window = pay.Window;
            windows[period].Run(credits, window);
            double[] posted = pay.Posted[postedAt[period]];
            for (int i = 0; i < credits.Count; i++)
            {
                if (!(window.Earned[i] > pay.Before[i]))
                    continue;
                posted[i] += window.Earned[i] - pay.Before[i];
                pay.Before[i] = window.Earned[i];
                // The lines are those of the window that is the highest so far.
                foreach (double[] line in lines)
                    line[i] = 0;
                windows[period].AddToLines(window, lines, places, i);
            }
        }
    }

    private void RunReconciled(in CreditTile credits, PayTile pay, double[][] lines)
    {
        Array.Clear(pay.Before, 0, credits.Count);
        int last = windows.Length - 1;
        for (int period = 0; period < last; period++)
        {
            windows[period].Run(credits, pay.Window);
            double[] posted = pay.Posted[postedAt[period]];
            for (int i = 0; i < credits.Count; i++)
            {
                double earned = Math.Min(pay.Window.Earned[i], most[period]);
                posted[i] += earned;
                pay.Before[i] += earned;
            }
        }
        windows[last].Run(credits, pay.Window);
        PostDifference(pay, pay.Posted[postedAt[last]], credits.Count);
        AddToLines(last, credits.Count, pay.Window, lines);
    }

    private static void PostDifference(PayTile pay, double[] posted, int count)
    {
        for (int i = 0; i < count; i++)
        {
            posted[i] += pay.Window.Earned[i] - pay.Before[i];
            pay.Before[i] = pay.Window.Earned[i];
        }
    }

    private void AddToLines(int period, int count, WindowTile window, double[][] lines)
    {
        for (int i = 0; i < count; i++)
            windows[period].AddToLines(window, lines, places, i);
    }
}
