namespace CompModel;

/// <summary>
/// What one person is paid in total over plan years, as distributions of present value: the whole, its parts, each by year, and how parts go together. Amounts are
/// doubles in major units of the currency of pay: estimates, not pay. In every trial the parts sum to the total, and the years of a part to the part, exactly.
/// </summary>
public sealed class SimulatedTotalPay
{
    private static readonly PayPart[] Certain = [PayPart.Salary, PayPart.SignOn, PayPart.Benefits], Drawn = [PayPart.Incentive, PayPart.Equity, PayPart.Retirement];

    private readonly IReadOnlyList<TotalPayYear> years;
    private readonly double[][] incentive, equity, retirement;
    private readonly Dictionary<PayPart, double[]> sums = [];
    private readonly Lock summing = new();

    internal SimulatedTotalPay(TotalPayDefinition run, IReadOnlyList<TotalPayYear> years, double[][] incentive, double[][] equity, double[][] retirement)
    {
        Run = run;
        this.years = years;
        (this.incentive, this.equity, this.retirement) = (incentive, equity, retirement);
        // Incentive may be below zero, and then the total alone would not show what left the range.
        if (incentive.Concat(equity).Append(Samples(PayPart.Total)).Any(pay => Array.Exists(pay, one => !(Math.Abs(one) < PayGrid.Limit))))
            throw new OverflowException($"Simulated pay leaves the range of exact sums, {PayGrid.Limit:0} major units: state money in a larger unit.");
        Total = Distribution(Samples(PayPart.Total));
    }

    /// <summary>What was run.</summary>
    public TotalPayDefinition Run { get; }

    /// <summary>Everything, of all years.</summary>
    public PayoutDistribution Total { get; }

    /// <summary>Base salary of all years: certain, and so the same in every trial.</summary>
    public PayoutDistribution Salary => Part(PayPart.Salary);

    /// <summary>The incentive of all years.</summary>
    public PayoutDistribution Incentive => Part(PayPart.Incentive);

    /// <summary>The value of shares on the days they vest, of all years.</summary>
    public PayoutDistribution Equity => Part(PayPart.Equity);

    /// <summary>A part of pay, of all years.</summary>
    public PayoutDistribution Part(PayPart part) => part == PayPart.Total ? Total : Distribution(Samples(part));

    /// <summary>A part of pay in one of the years, numbered from 1. What vests on a day belongs to the year of that day.</summary>
    public PayoutDistribution Part(PayPart part, int year) => Distribution(Samples(part, year));

    /// <summary>
    /// The correlation of two parts of all years, with the 95 % interval that its influence function gives whatever the distribution. Not a number where one
    /// of them is certain.
    /// </summary>
    public Estimate Correlation(PayPart first, PayPart second) => PartsTogether.Correlation(Samples(first), Samples(second));

    /// <summary>The covariance of two parts of all years, with its 95 % interval; of a part with itself the variance.</summary>
    public Estimate Covariance(PayPart first, PayPart second) => PartsTogether.Covariance(Samples(first), Samples(second));

    /// <summary>The probability that each of some parts of all years is strictly more than its amount, in the same trial, with its Wilson interval.</summary>
    public Estimate ProbabilityAbove(params IReadOnlyList<(PayPart Part, double Amount)> each)
    {
        (double[] Samples, double Amount)[] parts = [.. each.Select(one => (Samples(one.Part), one.Amount))];
        int happened = Enumerable.Range(0, Run.Trials).Count(trial => Array.TrueForAll(parts, part => part.Samples[trial] > part.Amount));
        return PayoutDistribution.Share(happened, Run.Trials);
    }

    /// <summary>A part in every trial.</summary>
    internal double[] Samples(PayPart part)
    {
        lock (summing)
        {
            if (!sums.TryGetValue(part, out double[]? sum))
                sums.Add(part, sum = Sum(part, Range.All));
            return sum;
        }
    }

    /// <summary>A part of a year in every trial.</summary>
    internal double[] Samples(PayPart part, int year) => year >= 1 && year <= years.Count
        ? Sum(part, new Range(year - 1, year))
        : throw new ArgumentOutOfRangeException(nameof(year), year, $"The years are numbered 1 to {years.Count}.");

    // On the grid, and so exact in any order.
    private double[] Sum(PayPart part, Range span) => part == PayPart.Total
        ? Sum(Certain.Sum(one => CertainIn(one, span)), [.. Drawn.SelectMany(one => DrawnIn(one, span))])
        : Sum(CertainIn(part, span), DrawnIn(part, span));

    private double CertainIn(PayPart part, Range span) => years.Take(span).Sum(year => part switch
    {
        PayPart.Salary => year.Salary,
        PayPart.SignOn => year.SignOn,
        PayPart.Benefits => year.Benefits,
        _ => 0,
    });

    private double[][] DrawnIn(PayPart part, Range span) => part switch
    {
        PayPart.Incentive => incentive[span],
        PayPart.Equity => equity[span],
        PayPart.Retirement => [.. retirement[span].Where(year => year.Length > 0)],
        PayPart.Salary or PayPart.SignOn or PayPart.Benefits => [],
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "A part of pay is salary, incentive, equity, sign-on, retirement, benefits or their total."),
    };

    private double[] Sum(double certain, double[][] parts)
    {
        double[] sum = new double[Run.Trials];
        Array.Fill(sum, certain);
        foreach (double[] part in parts)
        {
            for (int trial = 0; trial < sum.Length; trial++)
                sum[trial] += part[trial];
        }
        return sum;
    }

    // Moments are taken about any trial: it lies near them.
    private static PayoutDistribution Distribution(double[] samples) => new(samples, samples[0]);
}
