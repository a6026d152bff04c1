namespace CompModel;

// Total pay over years.
public static partial class Expect
{
    /// <summary>
    /// What total pay is expected to be. Means add whatever the dependence, so pay and price may correlate; the incentive's is available where
    /// <see cref="Incentive(ParticipantTerms, Assumptions)"/> has one and it is known on which day it is earned, or nothing is discounted. Its spread, and how it goes
    /// with shares, is available where every year's incentive is one component's on one lognormal attainment.
    /// </summary>
    public static ExpectedTotalPay TotalPay(TotalPayDefinition run)
    {
        ClosedForm<double> incentive = run.Runs.Select(year => Discounted(run, year.Terms[0])).Aggregate(Plus);
        return new(Salary(run), incentive, run.Vests.Length == 0 ? default : ExpectedVestValue.Of(run.Assumptions.SharePrice!, Worths(run)))
        {
            IncentiveStandardDeviation = Incentives(run).Select(years => Math.Sqrt(years.Sum(year => year.Discount * year.Discount * year.Law.StandardDeviation * year.Law.StandardDeviation))),
            Covariance = Covariance(run),
            Besides = Besides(run),
        };
    }

    /// <summary>
    /// The law of total pay in one plan year: percentiles, probabilities and tail averages, by integrating over attainment. Available where the incentive is one
    /// component's on one lognormal attainment, and where shares that vest on several days do not go with it; moments of the others are known to <see cref="TotalPay"/>.
    /// </summary>
    public static ClosedForm<TotalPayLaw> TotalPayLaw(TotalPayDefinition run)
    {
        if (run.Promised is not null)
            return new ClosedForm<TotalPayLaw>.NotAvailable("an offer pays more than salary, incentive and shares; Simulate.TotalPay draws all of it.");
        if (run.Years.Count > 1)
            return new ClosedForm<TotalPayLaw>.NotAvailable($"incentives of {run.Years.Count} years are drawn one by one, and their sum has no simple law.");
        ClosedForm<VestValueLaw> equity = run.Vests.Length == 0 ? new ClosedForm<VestValueLaw>.Available(CompModel.VestValueLaw.Nothing) : CompModel.VestValueLaw.Of(run.Assumptions.SharePrice!, Worths(run));
        return (YearIncentive.Of(run, 0), equity) switch
        {
            (ClosedForm<YearIncentive>.NotAvailable none, _) => new ClosedForm<TotalPayLaw>.NotAvailable(none.Because),
            (_, ClosedForm<VestValueLaw>.NotAvailable none) => new ClosedForm<TotalPayLaw>.NotAvailable(none.Because),
            var (incentive, shares) => CompModel.TotalPayLaw.Of(run, Salary(run), incentive.Value, shares.Value),
        };
    }

    /// <summary>What one unit of a component's pay is worth at the start; null where it is earned on several days and these count differently.</summary>
    internal static double? Discount(TotalPayDefinition run, ComponentTerms component) => run.Assumptions.DiscountRate == 0 ? 1
        : component.Periods.Count > 1 ? null
        // One period: all of it is posted on the day that ends it.
        : run.Discount(run.Horizon.Opening(component.Periods[0].Days.End));

    /// <summary>Why there is none.</summary>
    internal static string EarnedInParts(ComponentTerms component, PlanYear year) =>
        $"'{component.Component.Name}' is earned in {component.Periods.Count} parts of {year}, each discounted from its own day.";

    private static ClosedForm<double> Besides(TotalPayDefinition run) => run.Promised switch
    {
        null => new ClosedForm<double>.Available(0),
        { HasRetirement: true } => new ClosedForm<double>.NotAvailable("what is added to a 401(k) bends with pay, month by month."),
        { ValueGrants.Count: > 0 } => new ClosedForm<double>.NotAvailable("refreshers of a value become whole shares at a price that is not known yet."),
        { } promised => new ClosedForm<double>.Available(run.Years.Sum(year => run.Certain(promised.SignOns(year)) + run.Certain(promised.Benefits(year)))),
    };

    private static double Salary(TotalPayDefinition run) =>
        Enumerable.Range(0, run.Years.Count).SelectMany(run.Salaries).Sum(paid => paid.Paid.ToDouble() * run.Discount(paid.Time));

    // Years count from when the price is known.
    private static (double Years, double Worth)[] Worths(TotalPayDefinition run) =>
        [.. run.Vests.Select(vest => (Rational.Max(Rational.Zero, vest.Time - run.PricedAfter).ToDouble(), run.Worth(vest)))];

    private static ClosedForm<double> Discounted(TotalPayDefinition run, ParticipantTerms terms)
    {
        Expected expected = Incentive(terms, run.Assumptions);
        if (run.Assumptions.DiscountRate == 0)
            return expected.Mean;
        if (expected.Components.FirstOrDefault(component => Discount(run, component.Terms) is null) is { } several)
            return new ClosedForm<double>.NotAvailable(EarnedInParts(several.Terms, terms.Year));
        return expected.Plan is { } reason ? new ClosedForm<double>.NotAvailable(reason) : expected.Components
            .Select(component => component.Law.Select(law => law.Mean * Discount(run, component.Terms)!.Value)).Aggregate(Plus);
    }

    private static ClosedForm<IReadOnlyList<YearIncentive>> Incentives(TotalPayDefinition run)
    {
        var years = new List<YearIncentive>();
        for (int year = 0; year < run.Years.Count; year++)
        {
            ClosedForm<YearIncentive> its = YearIncentive.Of(run, year);
            if (its is ClosedForm<YearIncentive>.NotAvailable none)
                return new ClosedForm<IReadOnlyList<YearIncentive>>.NotAvailable(none.Because);
            years.Add(its.Value);
        }
        return new ClosedForm<IReadOnlyList<YearIncentive>>.Available(years);
    }

    private static ClosedForm<double> Covariance(TotalPayDefinition run)
    {
        if (run.Vests.Length == 0 || run.Assumptions.SharePrice is not { IsUncertain: true } price || run.Assumptions.PriceCorrelation == 0)
            return new ClosedForm<double>.Available(0);
        if (run.PricedAfter.Sign > 0)
            return new ClosedForm<double>.NotAvailable("the price is known on a day inside the first year, and only what follows it goes with pay.");
        if (price.Motion is not { } motion)
            return new ClosedForm<double>.NotAvailable($"how pay goes with prices that are drawn from history ({price}) has no closed form.");
        return Incentives(run).Select(years => Worths(run).Sum(vest => vest.Worth * price.ExpectedGrowth(vest.Years)
            * years.Select((year, start) => year.CovarianceWith(motion.Volatility, vest.Years, start)).Sum()));
    }

    private static ClosedForm<double> Plus(ClosedForm<double> total, ClosedForm<double> next) =>
        total is ClosedForm<double>.Available sum ? next.Select(mean => sum.Answer + mean) : total;
}
