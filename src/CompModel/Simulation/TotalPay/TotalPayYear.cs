using NodaTime;

namespace CompModel;

/// <summary>
/// One plan year of total pay over tiles of trials: the price's path through its quarters, the value of what vests, then the incentive of a year whose attainment
/// goes with the price. In that order, because the path is everybody's and a participant's attainment follows it: the return of the year, and of each period that is
/// drawn by itself, stands where other runs have the company effect.
/// </summary>
internal sealed partial class TotalPayYear
{
    private readonly TotalPayDefinition run;
    private readonly CompiledParticipant participant;
    private readonly LatentVariates variates;
    private readonly double[] discounts;
    private readonly PriceQuarter[] quarters;
    private readonly List<QuarterVest>[] vests = [[], [], [], []];

    // By quarter, the rows at its start and its months' ends, where months are drawn from history.
    private readonly int[][] monthEnds = [[], [], [], []];

    // By quarter, what it adds to the return that a row of variates goes with.
    private readonly List<PathReturn>[] returns = [[], [], [], []];

    // By quarter, grants of a value by their place, and what vests of them.
    private readonly List<(int Grant, QuarterVest At)>[] granted = [[], [], [], []];
    private readonly List<(int Grant, ValueVest Of, QuarterVest At)>[] vestsOfValue = [[], [], [], []];

    // Where the path stands when the price is known, in the quarter of that day; null in other years, and where it is known at the start.
    private readonly (int Quarter, QuarterVest At)? priced;

    // What the 401(k) counts: null where there is none.
    private readonly RetirementYearKernel? retirement;

    // A price that is certain draws nothing, and nothing goes with it.
    private readonly bool hasPath;

    private readonly double pricedAfter;

    // Whether months are drawn from history.
    private readonly bool drawn;
    private readonly ulong security;

    internal TotalPayYear(TotalPayDefinition run, int year)
    {
        this.run = run;
        participant = new CompiledParticipant(new RunPlan(run.Runs[year], CancellationToken.None), run.Runs[year].Terms[0]);
        discounts = [.. participant.Kernel.Slots.Select(slot => run.Discount(run.Horizon.Opening(slot)))];
        PlanYear its = run.Years[year];
        quarters = [.. Enumerable.Range(1, 4).Select(number => new PriceQuarter(its, number, (4 * year) + number - 1))];
        drawn = run.Assumptions.SharePrice?.Months is not null;
        if (drawn)
            monthEnds = [.. quarters.Select((quarter, i) => (int[])[PriceQuarter.Start, .. its.Periods(Frequency.Monthly).Skip(3 * i).Take(3).Select(month => quarter.RowOf(month.End))])];
        foreach (Vest vest in run.Vests.Where(vest => vest.Year == year))
            vests[QuarterOf(its, vest.Next)].Add(At(year, vest.Next, run.Worth(vest)));
        AddValueGrants(its, year);
        pricedAfter = run.PricedAfter.ToDouble();
        if (pricedAfter > 0 && its.Days.Contains(run.Promised!.PricedOn))
        {
            int quarter = QuarterOf(its, run.Promised.PricedOn.PlusDays(1));
            priced = (quarter, Opened(year, run.Promised.PricedOn, quarter, 0));
        }
        if (run.Promised is { HasRetirement: true } promised)
            retirement = new RetirementYearKernel(run, promised, year, participant.Kernel.Slots);
        hasPath = run.Assumptions.SharePrice is { IsUncertain: true };
        double correlation = hasPath ? run.Assumptions.PriceCorrelation : 0;
        if (correlation != 0)
            AddReturns(its, new DrawnPeriods(run.Assumptions).Numbers, correlation);
        security = hasPath ? EntityHash.Of(run.Assumptions.SharePrice!.Security) : 0;
        variates = new LatentVariates(run.Seed, correlation * correlation, run.Runs[year].Assumptions, year: year);
        Salary = run.Salaries(year).Sum(salary => PayGrid.Round(salary.Paid.ToDouble() * run.Discount(salary.Time)));
        SignOn = run.Promised is null ? 0 : run.Certain(run.Promised.SignOns(its));
        Benefits = run.Promised is null ? 0 : run.Certain(run.Promised.Benefits(its));
    }

    /// <summary>Base salary, discounted: the same in every trial, on the grid.</summary>
    internal double Salary { get; }

    /// <summary>Installments of a sign-on bonus, alike.</summary>
    internal double SignOn { get; }

    /// <summary>Benefits, alike.</summary>
    internal double Benefits { get; }

    /// <summary>Adds the incentive of the year, the value of what vests in it and what is added to a 401(k), discounted and on the grid, for the trials from <paramref name="start"/> on.</summary>
    internal void Run(TotalPaySpace space, TileSpace pay, int start, int count, double[] incentive, double[] equity, double[] added)
    {
        space.BeginYear(variates.Rows, count);
        for (int quarter = 0; quarter < quarters.Length; quarter++)
        {
            if (hasPath)
                space.Price.Next(quarters[quarter], run.Seed, security, start, count);
            space.Drawn?.Next(space.Price, monthEnds[quarter], count);
            if (priced is { } day && day.Quarter == quarter)
            {
                GrowUnpriced(space, day.At, count);
                Array.Copy(space.Growth, space.UntilPriced, count);
            }
            foreach (QuarterVest vest in vests[quarter])
                AddVest(space, vest, equity.AsSpan(start, count));
            foreach ((int grant, QuarterVest at) in granted[quarter])
                Grant(space, grant, at, count);
            foreach ((int grant, ValueVest of, QuarterVest at) in vestsOfValue[quarter])
                AddVest(space, grant, of, at, equity.AsSpan(start, count));
            foreach (PathReturn its in returns[quarter])
                its.Add(space.Price.Rows, space.Moved[its.Row], count);
        }
        AttainmentDraws.Fill(variates, space.Shared(count), participant.Entity, participant.Team, participant.Models, participant.MeasuresDrawn, start, count, pay);
        Pay(pay, start, count, incentive);
        retirement?.Run(space, pay.Pay, added.AsSpan(start, retirement is null ? 0 : count));
    }

    // The log return of a year or of one of its n periods, standardised: what the path moved by, of variance 1 or 1/n, times √n. Periods are independent, and each goes
    // with the year by √(1/n), as variates of attainment do.
    private void AddReturns(PlanYear its, int[] numbers, double correlation)
    {
        for (int row = 0; row < numbers.Length; row++)
        {
            Frequency frequency = numbers[row] == 0 ? Frequency.Annual : run.Assumptions.Drawn;
            DateRange days = its.Period(frequency, Math.Max(1, numbers[row])).Days;
            for (int quarter = 0; quarter < quarters.Length; quarter++)
            {
                DateRange part = days.Intersect(its.Quarter(quarter + 1).Days);
                if (!part.IsEmpty)
                    returns[quarter].Add(new(row, quarters[quarter].RowOf(part.Start), quarters[quarter].RowOf(part.End), correlation * Math.Sqrt((int)frequency)));
            }
        }
    }

    private void Pay(TileSpace space, int start, int count, double[] incentive)
    {
        var credits = new CreditTile(space.Reads(participant.Sources.Length), count);
        for (int read = 0; read < participant.Sources.Length; read++)
            ((CreditSource.Own)participant.Sources[read]).Fill(space.Attainment, credits.Reads[read], count);
        participant.Kernel.Run(credits, space.Pay);
        for (int slot = 0; slot < discounts.Length; slot++)
        {
            double[] posted = space.Pay.Posted[slot];
            double discount = discounts[slot];
            for (int i = 0; i < count; i++)
                incentive[start + i] += PayGrid.Round(posted[i] * discount);
        }
    }
}

/// <summary>What the path moves by between two of a quarter's rows, times a scale, for a row of variates.</summary>
internal readonly record struct PathReturn(int Row, int From, int To, double Scale)
{
    /// <summary>Adds it, trial by trial.</summary>
    internal void Add(IReadOnlyList<double[]> path, double[] moved, int count)
    {
        double[] from = path[From], to = path[To];
        for (int i = 0; i < count; i++)
            moved[i] = Math.FusedMultiplyAdd(Scale, to[i] - from[i], moved[i]);
    }
}
