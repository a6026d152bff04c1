using NodaTime;

namespace CompModel;

/// <summary>
/// One position in one tile of trials: who holds it when, what each incumbent attains, and what follows. Trials in which an incumbent comes and goes in the same months are paid together, by one kernel, and put
/// back in their places.
/// </summary>
internal sealed class PositionTile(HeadcountRun run, StaffedPosition position, TeamSamples? below, TeamSamples?[] above, PositionSpace space, int start, int count)
{
    private readonly HeadcountSamples samples = run.Samples;
    private readonly PositionSums sums = new();
    private readonly int tile = start / TileSum.Tile;

    internal PositionSums Run()
    {
        Incumbents incumbents = Incumbents.Draw(position, run.Definition.Seed, start, count);
        for (int incumbent = 0; incumbent < incumbents.Count; incumbent++)
        {
            run.Draw(position, incumbent, start, count, space.Tile);
            if (incumbent == 0)
                Vacant(trial => (position.OpensIn, incumbents.From(0)[trial]));
            byte[] from = incumbents.From(incumbent), to = incumbents.To(incumbent);
            for (int i = 0; i < count; i++)
                Count(incumbent, i, from[i], to[i]);
            foreach (((int first, int last), int[] trials) in Groups(from, to))
                Pay(position.LifeOf(incumbent, first, last), trials);
            int held = incumbent;
            Vacant(trial => (to[trial], incumbents.NextFrom(held, trial)));
        }
        for (int span = 0; below is not null && span < above.Length; span++)
            above[span]?.Add(below, position.Reporting[span], start, count);
        return sums;
    }

    // Everybody who stays beyond the year is as one who leaves on its last day, but for heads.
    private IEnumerable<((int From, int To) Months, int[] Trials)> Groups(byte[] from, byte[] to) => Enumerable.Range(0, count)
        .Where(trial => from[trial] < Incumbents.Months)
        .GroupBy(trial => ((int)from[trial], Math.Min((int)to[trial], Incumbents.Months)))
        .Select(group => (group.Key, group.ToArray()));

    // At the end of a month is there who has come and does not leave with it.
    private void Count(int incumbent, int i, int from, int to)
    {
        bool known = incumbent == 0 && position.IsOfRoster;
        for (int month = known ? 0 : from; month < Incumbents.Months && month + 1 < to; month++)
        {
            if (known && !position.IsKnownAtEndOf(month))
                continue;
            samples.Heads[month][start + i]++;
            sums.HeadMonths++;
            sums.HeadsAtEnd += month + 1 == Incumbents.Months ? 1 : 0;
        }
    }

    private void Pay(Life life, int[] trials)
    {
        space.Gather(trials);
        var credits = new CreditTile(space.Tile.Reads(life.Sources.Length), trials.Length);
        for (int read = 0; read < life.Sources.Length; read++)
            Fill(life.Sources[read], trials, credits.Reads[read]);
        life.Kernel.Run(credits, space.Tile.Pay, Array.Exists(above, team => team?.Shifts[run.Shared.CommissionEarned] is not null));
        AddBase(life, trials);
        AddPay(life, trials);
        AddSold(life.Sold, trials, samples.Bookings);
        for (int span = 0; span < above.Length; span++)
        {
            if (above[span] is { } team)
                RollUpPay(life, position.Reporting[span], team, trials);
        }
    }

    private void Fill(CreditSource source, int[] trials, double[] to)
    {
        switch (source)
        {
            case CreditSource.Own own:
                own.Fill(space.Attainment, to, trials.Length);
                break;
            case CreditSource.Team team when below?.Shifts[team.Measure] is not null:
                double[] credited = below.Credited[team.Measure][team.Cut];
                for (int j = 0; j < trials.Length; j++)
                    to[j] = credited[start + trials[j]] * team.Rate;
                break;
            default:
                to.AsSpan(0, trials.Length).Clear();
                break;
        }
    }

    private void AddBase(Life life, int[] trials)
    {
        for (int month = 0; month < Incumbents.Months; month++)
        {
            double salary = life.Salary[month], quota = life.StreetQuota[month];
            foreach (int trial in trials)
            {
                samples.Cash[month][start + trial] += salary;
                samples.Salary[start + trial] += salary;
                samples.StreetQuota[start + trial] += quota;
            }
            long salaries = trials.Length * (long)(salary * HeadcountSamples.Steps);
            samples.SalarySteps[month][tile] += salaries;
            sums.SalarySteps += salaries;
            samples.QuotaSteps[month][tile] += trials.Length * (long)(quota * HeadcountSamples.Steps);
        }
    }

    private void AddPay(Life life, int[] trials)
    {
        PayTile pay = space.Tile.Pay;
        for (int slot = 0; slot < life.MonthOf.Length; slot++)
        {
            int month = life.MonthOf[slot];
            double[] posted = Reported(pay.Posted[slot], life.PayRate, trials.Length);
            for (int j = 0; j < trials.Length; j++)
            {
                samples.Cash[month][start + trials[j]] += posted[j];
                samples.Incentive[start + trials[j]] += posted[j];
            }
            long steps = StepsOf(posted, trials.Length);
            samples.IncentiveSteps[month][tile] += steps;
            sums.IncentiveSteps += steps;
        }
        for (int month = 0; life.HasPaymentCost && month < Incumbents.Months; month++)
            samples.PaymentCostSteps[month][tile] += StepsOf(Reported(pay.Payments.Cost[month], life.PayRate, trials.Length), trials.Length);
    }

    private void AddSold(TerritoryCredits sold, int[] trials, params double[][] totals)
    {
        double[] amounts = space.Tile.Scratch;
        if (sold.Bookings is { } bookings)
        {
            bookings.Fill(space.Attainment, amounts, trials.Length);
            foreach (double[] total in totals)
                Add(amounts, PayGrid.Shift, total, trials);
        }
        for (int span = 0; span < above.Length; span++)
        {
            for (int measure = 0; measure < sold.RollingUp.Length; measure++)
            {
                if (sold.RollingUp[measure] is { } credits && above[span]?.Shifts[measure] is { } shift)
                    RollUp(credits, position.Reporting[span], above[span]!.Credited[measure], shift, trials);
            }
        }
    }

    private void RollUp(CreditSource.Own[] credits, in ReportingSpan span, double[][] team, double shift, int[] trials)
    {
        double[] amounts = space.Tile.Scratch;
        for (int cut = span.Start + 1; cut < credits.Length; cut++)
        {
            credits[Math.Min(cut, span.End)].Fill(space.Attainment, amounts, trials.Length);
            Add(amounts, shift, team[cut], trials);
            if (span.Start < 0)
                continue;
            credits[span.Start].Fill(space.Attainment, amounts, trials.Length);
            for (int j = 0; j < trials.Length; j++)
                team[cut][start + trials[j]] -= PayGrid.Round(amounts[j], shift);
        }
    }

    private void RollUpPay(Life life, in ReportingSpan span, TeamSamples team, int[] trials)
    {
        RunPlan shared = run.Shared;
        PayTile pay = space.Tile.Pay;
        if (team.Shifts[shared.CommissionEarned] is not null)
        {
            for (int slot = 0; slot < life.Kernel.Slots.Count; slot++)
                RollUpPay(pay.Commission[slot], life.Kernel.Slots[slot], life.PayRate, span, team.Credited[shared.CommissionEarned], trials);
        }
        if (team.Shifts[shared.Payout] is null || !life.Kernel.FollowsPay)
            return;
        MeasurementPeriod[] months = shared.Run.Year.Periods(Frequency.Monthly);
        for (int month = 0; month < months.Length; month++)
            RollUpPay(pay.Payments.Paid[month], months[month].End, life.PayRate, span, team.Credited[shared.Payout], trials);
    }

    // What is posted counts for every cut from then on, for the manager of the day.
    private void RollUpPay(double[] amounts, LocalDate posted, double rate, in ReportingSpan span, double[][] team, int[] trials)
    {
        if (!span.Days.Contains(posted.PlusDays(-1)))
            return;
        double[] reported = Reported(amounts, rate, trials.Length);
        for (int cut = 0; cut < team.Length; cut++)
        {
            if (run.Shared.Cuts.Dates[cut] < posted)
                continue;
            for (int j = 0; j < trials.Length; j++)
                team[cut][start + trials[j]] += reported[j];
        }
    }

    // A territory that is vacant from a month up to another goes on as whoever had it last, or comes first, attains.
    private void Vacant(Func<int, (int From, int To)> span)
    {
        if (run.Plan.VacantShare == 0)
            return;
        byte[] from = new byte[count], to = new byte[count];
        for (int i = 0; i < count; i++)
        {
            (int since, int until) = span(i);
            (from[i], to[i]) = since < until ? ((byte)since, (byte)until) : ((byte)Incumbents.Months, (byte)0);
        }
        foreach (((int since, int until), int[] trials) in Groups(from, to))
        {
            space.Gather(trials);
            AddSold(position.VacantFrom(since, until)!, trials, samples.Bookings, samples.VacantBookings);
        }
    }

    // In the currency that is reported, on the grid.
    private double[] Reported(double[] pay, double rate, int trials)
    {
        if (rate == 1)
            return pay;
        for (int j = 0; j < trials; j++)
            space.Tile.Scratch[j] = PayGrid.Round(pay[j] * rate);
        return space.Tile.Scratch;
    }

    private void Add(double[] amounts, double shift, double[] total, int[] trials)
    {
        for (int j = 0; j < trials.Length; j++)
            total[start + trials[j]] += PayGrid.Round(amounts[j], shift);
    }

    private static long StepsOf(double[] amounts, int trials)
    {
        long steps = 0;
        for (int j = 0; j < trials; j++)
            steps += (long)(amounts[j] * HeadcountSamples.Steps);
        return steps;
    }
}
