namespace CompModel;

/// <summary>
/// A participant's payment terms compiled for a tile of trials: the mirror, in doubles, of the exact reading of payments. From what is earned in each month
/// to what is paid and what that costs beyond it. A share that is rounded to a minor unit there is rounded to the pay grid here, so that in every trial, exactly,
/// opening balance + earned + cost − paid = held − draw owed − carried. Invoices and cash are not drawn: all is payable on booking.
/// </summary>
internal sealed class PaymentKernel
{
    /// <summary>Rows of earned, cost and paid: the months of a plan year.</summary>
    internal const int Months = 12;

    private readonly PaymentPeriod[] periods;
    private readonly int first;

    // What each period releases, or may recover, and what lies beyond the year: from the opening position, the same in every trial.
    private readonly double[] heldBefore, owedBefore;
    private readonly bool[] releases, recovers;
    private readonly bool isOwed;
    private readonly double waitingBefore, carriedBefore;

    /// <summary>From the start of the year, without a balance. Throws where the plans of the year pay at several frequencies.</summary>
    internal PaymentKernel(ParticipantTerms terms)
        : this(terms, PaymentPosition.Empty(terms.Year.Start, terms.Participant.OnTarget.Total.Currency), 1)
    {
    }

    /// <summary>
    /// From the balances at the start of the pay period that holds the first month (1 to 12) which is not actual yet: months before it in that period are read as earned, too.
    /// What waited for an event is paid with that period. Throws for a position of another day, or where plans pay at several frequencies.
    /// </summary>
    internal PaymentKernel(ParticipantTerms terms, PaymentPosition opening, int firstOpenMonth)
    {
        if (firstOpenMonth is < 1 or > Months)
            throw new ArgumentOutOfRangeException(nameof(firstOpenMonth), firstOpenMonth, "The first open month of a plan year is 1 to 12.");
        MeasurementPeriod[] each = terms.Year.Periods(Pays(terms));
        first = (firstOpenMonth - 1) / (Months / each.Length);
        if (opening.AsOf != each[first].Start)
        {
            throw new ArgumentException(
                $"Month {firstOpenMonth} of {terms.Year} is paid with {each[first]}, which starts on {each[first].Start:uuuu-MM-dd}; the position is of {opening.AsOf:uuuu-MM-dd}.", nameof(opening));
        }
        periods = [.. each.Select((_, i) => new PaymentPeriod(terms.Participant, each, i))];
        heldBefore = new double[each.Length + 1];
        owedBefore = new double[each.Length + 1];
        foreach (PayLot lot in opening.HeldLots)
            heldBefore[PaymentPeriod.FirstThatReleases(each, first, lot.Due)] += PaymentPeriod.OnGrid(lot.Amount);
        foreach (PayLot lot in opening.Advances)
            owedBefore[PaymentPeriod.FirstThatRecovers(each, first, lot.Due)] += PaymentPeriod.OnGrid(lot.Amount);
        waitingBefore = PaymentPeriod.OnGrid(opening.Waiting);
        carriedBefore = PaymentPeriod.OnGrid(opening.Carried);
        releases = [.. heldBefore.Select((amount, i) => amount > 0 || periods.Any(period => period.PaidShare < 1 && period.ReleasedIn == i))];
        recovers = [.. owedBefore.Select((amount, i) => amount > 0 || periods.Any(period => period.DrawIsOwed && period.RecoveredFrom == i))];
        isOwed = recovers.Contains(true);
        Note = periods.Any(period => period.WaitsForEvents) || waitingBefore > 0
            ? "pay that waits for invoice or cash counts as payable on booking: invoices and cash are not drawn, so nothing waits that somebody who leaves could forfeit"
            : null;
    }

    /// <summary>What the terms say that is not drawn; null where there is nothing.</summary>
    internal string? Note { get; }

    /// <summary>The first month, from 0, whose earnings are read; before it nothing is paid.</summary>
    internal int FirstMonth => periods[first].FirstMonth;

    /// <summary>Held and waiting less owed and carried, as opened.</summary>
    internal double OpeningBalance => waitingBefore + heldBefore.Sum() - owedBefore.Sum() - carriedBefore;

    /// <summary>
    /// Whether payment terms may cost, or pay, anything but what is earned: unless all plans of the year pay as earned, whatever their pay dates. A result below zero that
    /// is then carried is no cost.
    /// </summary>
    internal static bool IsNeeded(ParticipantTerms terms) => terms.Plans
        .Concat(terms.Year.Periods(Frequency.Monthly).Select(month => PaymentPeriod.PlanOf(terms.Participant, month)))
        .Any(plan => !plan.Payments.PaidAfter(0).IsAsEarned);

    /// <summary>
    /// From earned (a row for each of 12 months) to what the terms add to it as a cost that stays (guarantees, draws never owed, what is written off, less what is
    /// forfeited) and to what is paid, both in the month in which a pay period ends; other months are zero. All rows have the tile's length and are on the pay grid; cost
    /// and paid are overwritten and may not be rows of earned. The tile keeps the balances at the end of the year.
    /// </summary>
    internal void Run(double[][] earned, double[][] cost, double[][] paid, PaymentTile tile, int count)
    {
        for (int month = 0; month < Months; month++)
        {
            Array.Clear(cost[month], 0, count);
            Array.Clear(paid[month], 0, count);
        }
        Open(tile, count);
        for (int at = first; at < periods.Length; at++)
        {
            PaymentPeriod period = periods[at];
            Span<double> result = paid[period.LastMonth].AsSpan(0, count), added = cost[period.LastMonth].AsSpan(0, count);
            if (at == first)
                result.Fill(waitingBefore);
            for (int month = period.FirstMonth; month <= period.LastMonth; month++)
                PaymentStages.Add(earned[month].AsSpan(0, count), result);
            Settle(at, result, added, tile);
        }
        Close(tile, count);
    }

    private void Settle(int at, Span<double> result, Span<double> cost, PaymentTile tile)
    {
        PaymentPeriod period = periods[at];
        int count = result.Length;
        Span<double> ahead = tile.Ahead.AsSpan(0, count);
        // Who has left is released, and owes, what was due later, too.
        int last = period.Left ? periods.Length : at;
        if (period.PaidShare < 1)
            PaymentStages.Hold(period.PaidShare, result, tile.ReleasedIn(period.ReleasedIn).AsSpan(0, count));
        for (int due = at; due <= last; due++)
        {
            if (releases[due])
                PaymentStages.Move(tile.ReleasedIn(due).AsSpan(0, count), result);
        }
        if (period.Left && period.ForfeitsUnpaid)
            PaymentStages.Forfeit(result, cost);
        if (period.Minimum > 0)
            PaymentStages.TopUp(period.Minimum, result, cost);
        if (period.DrawInForce > 0)
        {
            PaymentStages.PayDraw(period.DrawInForce, period.DrawFillsUp, result, ahead);
            PaymentStages.Add(ahead, period.DrawIsOwed ? tile.RecoveredFrom(period.RecoveredFrom).AsSpan(0, count) : cost);
        }
        if (isOwed)
            Recover(at, last, result, cost, tile);
        PaymentStages.Balance(period, result, cost, tile.Carried.AsSpan(0, count));
    }

    private void Recover(int at, int last, Span<double> result, Span<double> cost, PaymentTile tile)
    {
        PaymentPeriod period = periods[at];
        int count = result.Length;
        Span<double> owed = tile.Owed.AsSpan(0, count), ahead = tile.Ahead.AsSpan(0, count);
        for (int due = at; due <= last; due++)
        {
            if (recovers[due])
                PaymentStages.Move(tile.RecoveredFrom(due).AsSpan(0, count), owed);
        }
        if (period.Left)
        {
            PaymentStages.SettleDraw(period.ForgivesDraw, result, cost, owed);
            return;
        }
        if (period.DrawInForce == 0)
            ahead.Clear();
        PaymentStages.RecoverDraw(period, ahead, result, owed);
    }

    private void Open(PaymentTile tile, int count)
    {
        tile.Owed.AsSpan(0, count).Clear();
        tile.Carried.AsSpan(0, count).Fill(carriedBefore);
        for (int due = 0; due <= periods.Length; due++)
        {
            if (releases[due])
                tile.ReleasedIn(due).AsSpan(0, count).Fill(heldBefore[due]);
            if (recovers[due])
                tile.RecoveredFrom(due).AsSpan(0, count).Fill(owedBefore[due]);
        }
    }

    // What is due within the year has moved; what is left is due beyond it.
    private void Close(PaymentTile tile, int count)
    {
        Span<double> held = tile.Held.AsSpan(0, count);
        held.Clear();
        if (releases[^1])
            PaymentStages.Add(tile.ReleasedIn(periods.Length).AsSpan(0, count), held);
        if (recovers[^1])
            PaymentStages.Move(tile.RecoveredFrom(periods.Length).AsSpan(0, count), tile.Owed.AsSpan(0, count));
    }

    private static Frequency Pays(ParticipantTerms terms)
    {
        Frequency[] pays = [.. terms.Plans.Select(plan => plan.Payments.Pays).Distinct()];
        return pays.Length <= 1
            ? pays.FirstOrDefault(terms.Participant.Plan.Payments.Pays)
            : throw new ArgumentException($"The plans of '{terms.Participant.Id}' in {terms.Year} pay {string.Join(" and ", pays)}; payments are simulated for plans of one frequency.", nameof(terms));
    }
}
