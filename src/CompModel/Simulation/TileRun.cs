using NodaTime;

namespace CompModel;

/// <summary>One participant in one tile: draws, credits, pay, sums.</summary>
internal sealed class TileRun(CostRun owner, CostSamples samples, TileSpace space, int start, int count)
{
    /// <summary>
    /// Adds the tile to the run's sums, to what everybody above has below them, and to the participant's pay. <paramref name="below"/> is what the people below sold;
    /// <paramref name="above"/> the teams that each span of reporting belongs to.
    /// </summary>
    internal void Run(CompiledParticipant participant, TeamSamples? below, TeamSamples?[] above, double[] pay)
    {
        if (!owner.AtTarget)
            owner.Draw(participant, start, count, space);
        var credits = new CreditTile(space.Reads(participant.Sources.Length), count) { Deals = owner.AtTarget || participant.Deals is null ? null : space.Deals, Cancel = owner.Cancel };
        for (int read = 0; read < participant.Sources.Length; read++)
            Fill(participant.Sources[read], below, credits.Reads[read]);
        participant.Kernel.Run(credits, space.Pay, Array.Exists(above, team => team?.Shifts[owner.Plan.CommissionEarned] is not null));
        AddPay(participant, pay);
        if (owner.Plan.FollowsPay)
            AddPaid(participant);
        if (participant.Bookings is { } bookings)
            CountBookings(participant, bookings);
        for (int span = 0; span < above.Length; span++)
        {
            if (above[span] is { } team)
                RollUp(participant, participant.Reporting[span], below, team);
        }
    }

    private void Fill(CreditSource source, TeamSamples? below, double[] to)
    {
        switch (source)
        {
            case CreditSource.Own own when owner.AtTarget:
                to.AsSpan(0, count).Fill(own.AtTarget);
                break;
            case CreditSource.Own { Dealt: { } dealt }:
                space.Deals.Sum(dealt, to, count);
                break;
            case CreditSource.Own own:
                own.Fill(space.Attainment, to, count);
                break;
            // At target a manager is at 100 % of the manager's own quota, whatever those of the team add up to.
            case CreditSource.Team team when owner.AtTarget && team.AtTarget != 0:
                to.AsSpan(0, count).Fill(team.AtTarget);
                break;
            case CreditSource.Team team when below?.Shifts[team.Measure] is not null:
                Array.Copy(below.Credited[team.Measure][team.Cut], start, to, 0, count);
                Scale(to, team.Rate);
                for (int i = 0; team.Known != 0 && i < count; i++)
                    to[i] += team.Known;
                break;
            default:
                to.AsSpan(0, count).Fill(source.Known);
                break;
        }
    }

    private void AddPay(CompiledParticipant participant, double[] pay)
    {
        for (int slot = 0; slot < participant.Periods.Length; slot++)
        {
            double[] posted = Reported(space.Pay.Posted[slot], participant.PayRate);
            Add(posted, samples.Periods[participant.Periods[slot]]);
            Add(posted, samples.Incentive);
            Add(posted, pay);
            if (participant.Role >= 0)
                Add(posted, samples.Roles[participant.Role]);
        }
        for (int line = 0; line < participant.Lines.Length; line++)
            Add(Reported(space.Pay.Lines[line], participant.PayRate), samples.Lines[participant.Lines[line]]);
        if (participant.PayRate != 1 && participant.Lines.Length > 0)
            AddRemainder(participant, samples.Lines[participant.Lines[0]]);
    }

    // Converted one by one, periods and lines may differ by a step of the grid for each: the first line takes it, so that they sum to the same.
    private void AddRemainder(CompiledParticipant participant, double[] line)
    {
        for (int i = 0; i < count; i++)
        {
            double rest = 0;
            for (int slot = 0; slot < participant.Periods.Length; slot++)
                rest += PayGrid.Round(space.Pay.Posted[slot][i] * participant.PayRate);
            for (int its = 0; its < participant.Lines.Length; its++)
                rest -= PayGrid.Round(space.Pay.Lines[its][i] * participant.PayRate);
            line[start + i] += rest;
        }
    }

    private void AddPaid(CompiledParticipant participant)
    {
        if (!participant.Kernel.FollowsPay)
        {
            for (int slot = 0; slot < participant.Periods.Length; slot++)
                Add(Reported(space.Pay.Posted[slot], participant.PayRate), samples.Paid[participant.Periods[slot]]);
            return;
        }
        for (int month = 0; month < PaymentKernel.Months; month++)
            Add(Reported(space.Pay.Payments.Paid[month], participant.PayRate), samples.Paid[month * samples.Paid.Length / PaymentKernel.Months]);
        PaymentTile open = space.Pay.Payments.Balances;
        Add(Reported(open.Held, participant.PayRate), samples.Balances[0]);
        Add(Reported(open.Owed, participant.PayRate), samples.Balances[1]);
        Add(Reported(open.Carried, participant.PayRate), samples.Balances[2]);
    }

    private void CountBookings(CompiledParticipant participant, CreditSource.Own bookings)
    {
        double[] sold = space.Scratch;
        Fill(bookings, null, sold);
        double[][] attainment = owner.AtTarget ? [] : space.Attainment[bookings.Measure];
        for (int i = 0; i < count; i++)
        {
            samples.Bookings[start + i] += PayGrid.Round(sold[i]);
            // One draw of the year is compared as it is, for nothing is lost so.
            if (owner.AtTarget || (attainment.Length == 1 && owner.Plan.Run.Actuals is null ? attainment[0][i] >= 1 : sold[i] >= participant.BookingsQuota))
                samples.AtQuota[start + i]++;
        }
    }

    private void RollUp(CompiledParticipant participant, in ReportingSpan span, TeamSamples? below, TeamSamples above)
    {
        if (below is not null)
            above.Add(below, span, start, count);
        for (int measure = 0; measure < participant.TeamCredits.Length; measure++)
        {
            if (participant.TeamCredits[measure] is { } credits && above.Shifts[measure] is not null)
                RollUp(credits, span, above, measure);
        }
        if (above.Shifts[owner.Plan.CommissionEarned] is not null)
        {
            for (int slot = 0; slot < participant.Periods.Length; slot++)
                RollUp(space.Pay.Commission[slot], participant.Kernel.Slots[slot], participant.PayRate, span, above.Credited[owner.Plan.CommissionEarned]);
        }
        if (above.Shifts[owner.Plan.Payout] is not null)
        {
            MeasurementPeriod[] months = owner.Plan.Run.Year.Periods(Frequency.Monthly);
            for (int month = 0; month < months.Length; month++)
                RollUp(space.Pay.Payments.Paid[month], months[month].End, participant.PayRate, span, above.Credited[owner.Plan.Payout]);
        }
        AddIncentive(participant, span, below, above);
    }

    private void RollUp(CreditSource.Own[] credits, in ReportingSpan span, TeamSamples above, int measure)
    {
        double shift = above.Shifts[measure]!.Value;
        for (int cut = span.Start + 1; cut < credits.Length; cut++)
        {
            double[] team = above.Credited[measure][cut], sold = space.Scratch;
            Fill(credits[Math.Min(cut, span.End)], null, sold);
            for (int i = 0; i < count; i++)
                team[start + i] += PayGrid.Round(sold[i], shift);
            if (span.Start < 0)
                continue;
            Fill(credits[span.Start], null, sold);
            for (int i = 0; i < count; i++)
                team[start + i] -= PayGrid.Round(sold[i], shift);
        }
    }

    // What is posted counts for every cut from then on, for the manager of the day.
    private void RollUp(double[] amounts, LocalDate posted, double rate, in ReportingSpan span, double[][] above)
    {
        // What has happened is in the manager's own credits.
        if (!span.Days.Contains(posted.PlusDays(-1)) || posted <= owner.Plan.Run.Actuals?.Opens)
            return;
        double[] reported = Reported(amounts, rate);
        for (int cut = 0; cut < above.Length; cut++)
        {
            if (owner.Plan.Cuts.Dates[cut] < posted)
                continue;
            for (int i = 0; i < count; i++)
                above[cut][start + i] += reported[i];
        }
    }

    private void AddIncentive(CompiledParticipant participant, in ReportingSpan span, TeamSamples? below, TeamSamples above)
    {
        for (int slot = 0; slot < participant.Periods.Length; slot++)
        {
            if (span.Days.Contains(participant.Kernel.Slots[slot].PlusDays(-1)))
                Add(Reported(space.Pay.Posted[slot], participant.PayRate), above.Incentive);
        }
        // A team moves as a whole: its pay is told where it was first.
        if (below is not null && span.Start < 0)
        {
            for (int i = start; i < start + count; i++)
                above.Incentive[i] += below.Incentive[i];
        }
    }

    // In the currency that is reported, on the grid.
    private double[] Reported(double[] pay, double rate)
    {
        if (rate == 1)
            return pay;
        for (int i = 0; i < count; i++)
            space.Scratch[i] = PayGrid.Round(pay[i] * rate);
        return space.Scratch;
    }

    private void Scale(double[] credits, double rate)
    {
        if (rate == 1)
            return;
        for (int i = 0; i < count; i++)
            credits[i] *= rate;
    }

    private void Add(double[] tile, double[] total)
    {
        for (int i = 0; i < count; i++)
            total[start + i] += tile[i];
    }
}
