namespace CompModel;

// What vesting shares are worth.
public static partial class Expect
{
    /// <summary>
    /// Mean and spread of what shares are worth on the days they vest, summed over plan years that follow each other and discounted by a continuous rate: exact
    /// first two moments of sums of one price path. See <see cref="TotalPayDefinition"/> for how time runs.
    /// </summary>
    public static ExpectedVestValue VestValue(IReadOnlyList<Grant> grants, IReadOnlyList<PlanYear> years, SharePriceModel price, double discountRate = 0) =>
        ExpectedVestValue.Of(price, Worths(Vests(grants, years), price, discountRate));

    /// <summary>
    /// The same of shares that vest after so many years from today; at 0 years they count at today's price. Years and shares are finite and not
    /// negative; shares may be fractions.
    /// </summary>
    public static ExpectedVestValue VestValue(IReadOnlyList<(double Years, double Shares)> vests, SharePriceModel price, double discountRate = 0) =>
        ExpectedVestValue.Of(price, Worths(vests, price, discountRate));

    /// <summary>
    /// The whole law of what <see cref="VestValue(IReadOnlyList{Grant}, IReadOnlyList{PlanYear}, SharePriceModel, double)"/> has the first two moments of: percentiles,
    /// probabilities, shortfall and tail averages. Not available for prices drawn from history.
    /// </summary>
    public static ClosedForm<VestValueLaw> VestValueLaw(IReadOnlyList<Grant> grants, IReadOnlyList<PlanYear> years, SharePriceModel price, double discountRate = 0) =>
        CompModel.VestValueLaw.Of(price, Worths(Vests(grants, years), price, discountRate));

    /// <summary>As above, of shares that vest after so many years from today.</summary>
    public static ClosedForm<VestValueLaw> VestValueLaw(IReadOnlyList<(double Years, double Shares)> vests, SharePriceModel price, double discountRate = 0) =>
        CompModel.VestValueLaw.Of(price, Worths(vests, price, discountRate));

    private static (double Years, double Shares)[] Vests(IReadOnlyList<Grant> grants, IReadOnlyList<PlanYear> years) =>
    [
        .. new PayHorizon(years).Vests(grants, new(NodaTime.LocalDate.MinIsoValue, NodaTime.LocalDate.MaxIsoValue))
            .Select(vest => (vest.Time.ToDouble(), vest.Shares.ToDouble())),
    ];

    private static (double Years, double Worth)[] Worths(IReadOnlyList<(double Years, double Shares)> vests, SharePriceModel price, double discountRate)
    {
        // A rate out of range throws as it does in assumptions.
        if (!(Math.Abs(discountRate) <= 1))
            throw new ArgumentOutOfRangeException(nameof(discountRate), discountRate, "A continuous discount rate by the year is between −1 and 1 (0.05 is 5 %).");
        foreach ((double years, double shares) in vests)
        {
            if (!(years >= 0 && shares >= 0 && double.IsFinite(years) && double.IsFinite(shares)))
                throw new ArgumentException(FormattableString.Invariant($"Shares vest after a number of years and in a number that are finite and not negative; {shares} shares after {years} years do not."), nameof(vests));
        }
        double today = price.Price.ToDouble();
        return [.. vests.Select(vest => (vest.Years, today * vest.Shares * PortableMath.Exp(-discountRate * vest.Years)))];
    }
}
