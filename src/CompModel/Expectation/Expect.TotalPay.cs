namespace CompModel;

// Total pay over years, and the equity part of it alone.
public static partial class Expect
{
    /// <summary>
    /// Mean and spread of what shares are worth on the days they vest, summed over plan years that follow each other and discounted by a continuous rate: exact
    /// first two moments of sums of one price path. See <see cref="TotalPayDefinition"/> for how time runs.
    /// </summary>
    public static ExpectedVestValue VestValue(IReadOnlyList<Grant> grants, IReadOnlyList<PlanYear> years, SharePriceModel price, double discountRate = 0)
    {
        // A rate out of range throws as it does in assumptions.
        if (!(Math.Abs(discountRate) <= 1))
            throw new ArgumentOutOfRangeException(nameof(discountRate), discountRate, "A continuous discount rate by the year is between −1 and 1 (0.05 is 5 %).");
        Vest[] vests = new PayHorizon(years).Vests(grants, new(NodaTime.LocalDate.MinIsoValue, NodaTime.LocalDate.MaxIsoValue));
        return ExpectedVestValue.Of(price, [.. vests.Select(vest =>
            (vest.Time.ToDouble(), (price.Price * vest.Shares).ToDouble() * PortableMath.Exp(-discountRate * vest.Time.ToDouble())))]);
    }

    /// <summary>
    /// What total pay is expected to be. Means add whatever the dependence, so pay and price may correlate; the incentive's is available where
    /// <see cref="Incentive(ParticipantTerms, Assumptions)"/> has one and it is known on which day it is earned, or nothing is discounted.
    /// </summary>
    public static ExpectedTotalPay TotalPay(TotalPayDefinition run)
    {
        double salary = Enumerable.Range(0, run.Years.Count).SelectMany(run.Salaries).Sum(paid => paid.Paid.ToDouble() * run.Discount(paid.Time));
        ClosedForm<double> incentive = run.Runs.Select(year => Discounted(run, year.Terms[0])).Aggregate(Plus);
        ExpectedVestValue equity = run.Vests.Length == 0 ? default
            : ExpectedVestValue.Of(run.Assumptions.SharePrice!, [.. run.Vests.Select(vest => (vest.Time.ToDouble(), run.Worth(vest)))]);
        return new(salary, incentive, equity);
    }

    private static ClosedForm<double> Discounted(TotalPayDefinition run, ParticipantTerms terms)
    {
        Expected expected = Incentive(terms, run.Assumptions);
        if (run.Assumptions.DiscountRate == 0)
            return expected.Mean;
        if (expected.Components.FirstOrDefault(component => component.Terms.Periods.Count > 1) is { } several)
            return new ClosedForm<double>.NotAvailable($"'{several.Terms.Component.Name}' is earned in {several.Terms.Periods.Count} parts of {terms.Year}, each discounted from its own day.");
        // One period: all of it is posted on the day that ends it.
        return expected.Plan is { } reason ? new ClosedForm<double>.NotAvailable(reason) : expected.Components
            .Select(component => component.Law.Select(law => law.Mean * run.Discount(run.Horizon.Opening(component.Terms.Periods[0].Days.End)))).Aggregate(Plus);
    }

    private static ClosedForm<double> Plus(ClosedForm<double> total, ClosedForm<double> next) =>
        total is ClosedForm<double>.Available sum ? next.Select(mean => sum.Answer + mean) : total;
}

/// <summary>The closed form of total pay, in present value.</summary>
/// <param name="Salary">Base salary, which is certain.</param>
/// <param name="Incentive">The expected incentive.</param>
/// <param name="Equity">The value of shares that vest.</param>
public sealed record ExpectedTotalPay(double Salary, ClosedForm<double> Incentive, ExpectedVestValue Equity)
{
    /// <summary>Expected total pay.</summary>
    public ClosedForm<double> Mean => Incentive.Select(incentive => Salary + incentive + Equity.Mean);
}
