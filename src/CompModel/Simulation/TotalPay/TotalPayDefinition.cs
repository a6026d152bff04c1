using System.Security.Cryptography;
using NodaTime;

namespace CompModel;

/// <summary>
/// A run of one person's total pay as data: who, which plan years, which grants, what is assumed, how many trials, which seed. It determines every bit of the
/// result; threads do not. Base salary and incentive follow from the participant's terms year by year, with raises and changes of plan; shares that vest in the
/// years, while the person is employed, are worth their price on the vest date. All is pay before tax, as it is earned or vests, and in one currency; what is
/// paid later counts when it is earned; what payment terms add as a cost, such as a guarantee's top-up, counts with the incentive; forfeited or unvested shares are not in it. Each flow is discounted from the close of its day to the opening of the first, in
/// time where a plan year is one year, a month a twelfth, and days count evenly inside a month.
/// </summary>
public sealed class TotalPayDefinition
{
    /// <summary>
    /// A run. Throws where plan years do not follow each other, for two grants of one id, without a share price where shares vest, for a price in another
    /// currency than pay, for pay on a team's credits, and as <see cref="RunDefinition"/> does for each year.
    /// </summary>
    public TotalPayDefinition(
        Participant participant, IReadOnlyList<PlanYear> years, IReadOnlyList<Grant> grants, Assumptions assumptions, int trials = Simulate.DefaultTrials, ulong seed = 1)
        : this(participant, new PayHorizon(years), grants, null, assumptions, trials, seed, Frequency.Monthly)
    {
    }

    /// <summary>
    /// A run of an offer: its participant with all that it promises besides. Refreshers of a value become shares at the simulated price of their day; the 401(k) follows
    /// simulated pay, and counts what is added at the end of each month; benefits count at the end of each month, too. The price of the assumptions is that of the opening of the
    /// day on which the offer's own price is stated, or of the first day of employment where that is for all time; where that day is before the first plan year, the price has grown
    /// until then as the offer states. Throws as the other constructor does.
    /// </summary>
    public TotalPayDefinition(Offer offer, IReadOnlyList<PlanYear> years, Assumptions assumptions, int trials = Simulate.DefaultTrials, ulong seed = 1)
        : this(offer, new PayHorizon(years), assumptions, trials, seed)
    {
    }

    private TotalPayDefinition(Offer offer, PayHorizon horizon, Assumptions assumptions, int trials, ulong seed)
        : this(offer, new PromisedPay(offer, horizon), horizon, assumptions, trials, seed)
    {
    }

    private TotalPayDefinition(Offer offer, PromisedPay promised, PayHorizon horizon, Assumptions assumptions, int trials, ulong seed)
        : this(offer.Participant, horizon, promised.Grants, promised, assumptions, trials, seed, Frequency.Monthly)
    {
    }

    private TotalPayDefinition(
        Participant participant, PayHorizon horizon, IReadOnlyList<Grant> grants, PromisedPay? promised, Assumptions assumptions, int trials, ulong seed, Frequency salaryPaid)
    {
        if (grants.GroupBy(grant => grant.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"Grant {twice.Key} stands twice among the grants of '{participant.Id}'.", nameof(grants));
        Participant = participant;
        Horizon = horizon;
        Promised = promised;
        Grants = [.. grants];
        Assumptions = assumptions;
        Trials = trials;
        Seed = seed;
        SalaryPaid = salaryPaid;
        if (assumptions.Deals is not null)
            throw new ArgumentException("Total pay follows from attainment models; deals are simulated for the cost of a sales force.", nameof(assumptions));
        // One person has the law of the model, whatever is shared with others.
        var alone = new SalesForce([participant.ManagedBy(null)]);
        Runs = [.. horizon.Years.Select(year => new RunDefinition(alone, year, assumptions.WithCompanyCorrelation(0), trials, seed))];
        if (Runs.FirstOrDefault(run => run.Terms[0].ReadsTeams) is { } team)
            throw new ArgumentException($"'{participant.Id}' is paid on a team's credits in {team.Year}, which one person's total pay does not know.", nameof(participant));
        Vests = horizon.Vests(Grants, participant.Employment);
        if (Vests.Length > 0 || promised is { ValueGrants.Count: > 0 })
            CheckPrice();
        if (Assumptions.SharePrice is { IsUncertain: true } && Assumptions.PriceCorrelation != 0 && Assumptions.PeriodCorrelation != 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Periods correlate by {Assumptions.PeriodCorrelation} and go with the share price by {Assumptions.PriceCorrelation}; the price moves independently from period to period, so that both are not drawn together: leave out one."), "assumptions");
        }
    }

    /// <summary>Who is paid.</summary>
    public Participant Participant { get; }

    /// <summary>The plan years, one after another.</summary>
    public IReadOnlyList<PlanYear> Years => Horizon.Years;

    /// <summary>The grants, in the order given; it does not matter.</summary>
    public IReadOnlyList<Grant> Grants { get; }

    /// <summary>What is assumed of every one of the years, of the share's price, and of discounting.</summary>
    public Assumptions Assumptions { get; }

    /// <summary>How many times the years are drawn.</summary>
    public int Trials { get; }

    /// <summary>The key of all random draws.</summary>
    public ulong Seed { get; }

    /// <summary>How often base salary is paid, at the close of each such period; monthly unless said. It matters to discounting alone.</summary>
    public Frequency SalaryPaid { get; }

    /// <summary>The years in time.</summary>
    internal PayHorizon Horizon { get; }

    /// <summary>Each year's run of the person alone.</summary>
    internal IReadOnlyList<RunDefinition> Runs { get; }

    /// <summary>What vests when, of grants whose shares are known today.</summary>
    internal Vest[] Vests { get; }

    /// <summary>How long the price of the assumptions stays before it is known to move: zero, but for an offer whose price is of a later day.</summary>
    internal Rational PricedAfter => Promised is { } promised && Assumptions.SharePrice is not null ? Horizon.Opening(promised.PricedOn) : Rational.Zero;

    /// <summary>The price of a share from which the path moves.</summary>
    internal Amount SharePrice => Assumptions.SharePrice!.Price * (Promised?.PriceRatio ?? Rational.One);

    /// <summary>What an offer promises besides; null for a participant alone.</summary>
    internal PromisedPay? Promised { get; }

    /// <summary>The run with base salary paid as often as said.</summary>
    public TotalPayDefinition WithSalaryPaid(Frequency frequency) => Enum.IsDefined(frequency)
        ? new(Participant, Horizon, Grants, Promised, Assumptions, Trials, Seed, frequency)
        : throw new ArgumentOutOfRangeException(nameof(frequency), frequency, "A salary is paid by the month, quarter, half or year.");

    /// <summary>
    /// SHA-256, in hexadecimal, over the library's version and all that the result depends on: two runs of one fingerprint have the same results, bit by bit.
    /// </summary>
    public string Fingerprint()
    {
        var text = new RunText();
        text.Line($"total pay, salary {SalaryPaid}, {Assumptions.PricingCanonical}");
        foreach (RunDefinition run in Runs)
            text.Line($"{run.Fingerprint()}");
        foreach (Vest vest in Vests)
            text.Line($"{vest.Time}: {vest.Shares}");
        for (int year = 0; year < Years.Count; year++)
            text.Line($"{string.Join(' ', Salaries(year).Select(salary => salary.Paid.Value))}");
        foreach (string promised in Promised?.Canonical(Years) ?? [])
            text.Line($"{promised}");
        return Convert.ToHexStringLower(SHA256.HashData(text.TakeBytes()));
    }

    /// <summary>What one unit of money at a time is worth at the start.</summary>
    internal double Discount(Rational time) => PortableMath.Exp(-Assumptions.DiscountRate * time.ToDouble());

    /// <summary>The present value, on the grid, of what is paid by the days after.</summary>
    internal double Certain(IEnumerable<(LocalDate Next, Amount Paid)> payments) =>
        payments.Sum(payment => PayGrid.Round(payment.Paid.ToDouble() * Discount(Horizon.Opening(payment.Next))));

    /// <summary>Base salary of a year, by the time at which it is paid.</summary>
    internal IEnumerable<(Rational Time, Amount Paid)> Salaries(int year) => Years[year].Periods(SalaryPaid)
        .Select(period => (Horizon.Opening(period.End), Runs[year].Terms[0].Salary(period.Days)));

    /// <summary>What shares are worth at today's price, discounted.</summary>
    internal double Worth(in Vest vest) => (SharePrice * vest.Shares).ToDouble() * Discount(vest.Time);

    private void CheckPrice()
    {
        SharePriceModel price = Assumptions.SharePrice
            ?? throw new ArgumentException($"Shares of '{Participant.Id}' vest in these years, and the assumptions have no share price to value them at.", "assumptions");
        Currency paid = Participant.OnTarget.Total.Currency;
        if (price.Price.Currency != paid)
            throw new ArgumentException($"'{Participant.Id}' is paid in {paid}, and the share price of {price.Security} is in {price.Price.Currency}: state it in {paid}.", "assumptions");
        price.CheckReach(Years.Count);
    }
}
