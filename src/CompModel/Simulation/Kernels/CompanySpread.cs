namespace CompModel;

/// <summary>
/// Mean and variance of what all sellers sell of the first measure in the year, as a function of ρ: Σ vᵢₚ·Aᵢ(Zᵢₚ) over persons i and periods p, where v is
/// what is credited at 100 %. Two attainments whose normal variates correlate by r covary by Σ aₖ·bₖ·rᵏ over k ≥ 1, a and b being their models' Hermite
/// coefficients (Mehler); so sums of v·aₖ over the company, over each team and over each person are all there is to know.
/// </summary>
internal sealed class CompanySpread
{
    // Orders of the series. A lognormal's coefficients fall like a factorial; those of a law with a kink as k^-5/2, but r^k falls beside them for any r short of 1.
    // What is left of a variance counts as one order more, so that it is exact for r = 1 and one model.
    private const int Orders = 24;

    // For each order: of one person with itself, with others of the team, and with everybody else.
    private readonly double[] own = new double[Orders + 1], team = new double[Orders + 1], others = new double[Orders + 1];
    private readonly double tau;

    private CompanySpread(double tau) => this.tau = tau;

    /// <summary>What all sell, on average.</summary>
    internal double Mean { get; private set; }

    /// <summary>The spread of a run's company.</summary>
    internal static CompanySpread Of(RunDefinition run)
    {
        Assumptions assumptions = run.Assumptions;
        Measure measure = assumptions.Models[0].Measure;
        Frequency frequency = assumptions.PeriodsOf(measure);
        var spread = new CompanySpread(assumptions.TeamCorrelation);
        double[] phi = Powers(frequency == Frequency.Annual ? 1 : assumptions.PeriodCorrelation);
        var company = new PeriodSums((int)frequency);
        var teams = new Dictionary<string, PeriodSums>(StringComparer.Ordinal);
        var hermite = new Dictionary<AttainmentModel, double[]>();
        foreach (ParticipantTerms terms in run.Terms.Where(terms => terms.Sells(measure)))
        {
            AttainmentModel model = assumptions.ModelOf(measure, terms);
            if (!hermite.TryGetValue(model, out double[]? coefficients))
                hermite.Add(model, coefficients = Coefficients(model));
            double[] credited = CreditedInPeriods(run, terms, measure, frequency);
            foreach (double amount in credited)
                spread.Mean += amount * model.Mean;
            var person = new PeriodSums((int)frequency);
            person.Add(credited, coefficients);
            company.Add(credited, coefficients);
            person.AddTo(spread.own, phi);
            if (spread.tau == 0 || terms.TeamAtStart is not { } manager)
                continue;
            if (!teams.TryGetValue(manager, out PeriodSums? colleagues))
                teams.Add(manager, colleagues = new PeriodSums((int)frequency));
            colleagues.Add(credited, coefficients);
            person.AddTo(spread.team, phi, -1);
        }
        foreach (PeriodSums colleagues in teams.Values)
            colleagues.AddTo(spread.team, phi);
        company.AddTo(spread.others, phi);
        for (int k = 1; k <= Orders; k++)
            spread.others[k] -= spread.own[k] + spread.team[k];
        return spread;
    }

    /// <summary>The variance of what all sell where people of different teams correlate by ρ.</summary>
    internal double Variance(double rho)
    {
        double ofTeams = 0, ofOthers = 0, sum = 0;
        for (int k = Orders; k >= 1; k--)
        {
            sum += own[k];
            ofTeams = (ofTeams + team[k]) * (rho + tau);
            ofOthers = (ofOthers + others[k]) * rho;
        }
        return sum + ofTeams + ofOthers;
    }

    private static double[] Coefficients(AttainmentModel model)
    {
        double[] coefficients = [.. model.HermiteCoefficients(Orders), 0];
        double rest = model.StandardDeviation * model.StandardDeviation;
        for (int k = 1; k < Orders; k++)
            rest -= coefficients[k] * coefficients[k];
        coefficients[Orders] = Math.Sqrt(Math.Max(0, rest));
        return coefficients;
    }

    private static double[] CreditedInPeriods(RunDefinition run, ParticipantTerms terms, Measure measure, Frequency frequency)
    {
        var credits = new OwnCredits(terms, measure, run.Assumptions.Seasonality);
        Rational rate = measure.IsMoney ? run.Force.RateOf(terms.Participant.CurrencyOf(measure), run.Year) : Rational.One;
        return [.. run.Year.Periods(frequency).Select(period => ((credits.By(period.End) - credits.By(period.Start)) * rate).ToDouble())];
    }

    private static double[] Powers(double phi)
    {
        double[] powers = new double[Orders + 1];
        powers[0] = 1;
        for (int k = 1; k <= Orders; k++)
            powers[k] = powers[k - 1] * phi;
        return powers;
    }

    /// <summary>Sums of v·aₖ over some people, for each order and period.</summary>
    private sealed class PeriodSums(int periods)
    {
        private readonly double[,] sums = new double[Orders + 1, periods];

        internal void Add(double[] credited, double[] coefficients)
        {
            for (int k = 1; k <= Orders; k++)
            {
                for (int period = 0; period < periods; period++)
                    sums[k, period] += credited[period] * coefficients[k];
            }
        }

        /// <summary>Adds, times a sign, each order's Σ s(p)·s(q)·K(p,q)ᵏ over periods p and q, K being 1 for one and φ for two.</summary>
        internal void AddTo(double[] orders, double[] phi, int sign = 1)
        {
            for (int k = 1; k <= Orders; k++)
            {
                double sum = 0, squares = 0;
                for (int period = 0; period < periods; period++)
                {
                    sum += sums[k, period];
                    squares += sums[k, period] * sums[k, period];
                }
                orders[k] += sign * (squares + (phi[k] * ((sum * sum) - squares)));
            }
        }
    }
}
