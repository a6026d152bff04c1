namespace CompModel;

/// <summary>
/// What a sales force costs in a year in which people come and go, by month and in total, as distributions; heads, quota in force and bookings beside it. Without attrition and open positions it is the roster's
/// <see cref="SimulatedCost"/>, bit by bit. Amounts are doubles in major units of the sales force's currency: estimates, not pay.
/// </summary>
public sealed class HeadcountCost
{
    internal HeadcountCost(RunDefinition run, HeadcountPlan plan, double rho, HeadcountSamples samples, IReadOnlyList<PositionOutlook> positions)
    {
        (Run, Plan, CompanyCorrelation, Positions) = (run, plan, rho, positions);
        double street = run.Force.StreetQuota(Measure.Bookings, run.Year).ToDouble();
        Months = [.. run.Year.Periods(Frequency.Monthly).Select((month, i) => new HeadcountMonth(
            month, Distribution(samples.Heads[i]), samples.MeanOf(samples.QuotaSteps[i]), samples.MeanOf(samples.SalarySteps[i]),
            samples.MeanOf(samples.IncentiveSteps[i]), samples.MeanOf(samples.PaymentCostSteps[i]), Distribution(samples.Cash[i])))];
        BaseSalaries = Distribution(samples.Salary);
        Incentive = new(samples.Incentive, PayGrid.Round(run.Terms.Sum(terms => run.Force.Reported(terms.TargetIncentive, run.Year).ToDouble())));
        StreetQuota = Distribution(samples.StreetQuota);
        Bookings = new(samples.Bookings, PayGrid.Round(street));
        VacantBookings = Distribution(samples.VacantBookings);
        TotalCash = Distribution([.. samples.Salary.Zip(samples.Incentive, (salary, incentive) => salary + incentive)]);
    }

    /// <summary>The roster's run.</summary>
    public RunDefinition Run { get; }

    /// <summary>Who comes and goes.</summary>
    public HeadcountPlan Plan { get; }

    /// <summary>The correlation ρ of any two incumbents' first measures, on the Gaussian scale: that of the roster.</summary>
    public double CompanyCorrelation { get; }

    /// <summary>The months of the plan year, in order.</summary>
    public IReadOnlyList<HeadcountMonth> Months { get; }

    /// <summary>Base salaries of the year.</summary>
    public PayoutDistribution BaseSalaries { get; }

    /// <summary>Incentive of the year, with what payment terms add to it.</summary>
    public PayoutDistribution Incentive { get; }

    /// <summary>Of it, what guarantees, draws that are never owed and forfeits add: a mean.</summary>
    public double PaymentCost => Months.Sum(month => month.PaymentCost);

    /// <summary>Base salaries and incentive of the year.</summary>
    public PayoutDistribution TotalCash { get; }

    /// <summary>The months' bookings quotas in force, ramped, summed; a vacant territory has none.</summary>
    public PayoutDistribution StreetQuota { get; }

    /// <summary>The company's bookings, each deal once, with those of vacant territories.</summary>
    public PayoutDistribution Bookings { get; }

    /// <summary>Of those, the bookings of vacant territories.</summary>
    public PayoutDistribution VacantBookings { get; }

    /// <summary>By position: the roster in its order, then the open ones.</summary>
    public IReadOnlyList<PositionOutlook> Positions { get; }

    // Moments are taken about a value that lies among them.
    private static PayoutDistribution Distribution(double[] samples) => new(samples, samples[0]);
}
