namespace CompModel;

/// <summary>
/// What a sales force costs in a plan year, as a distribution: in total, by plan, component and tier, by quarter, given where the company lands,
/// by team and by participant. Amounts are doubles in major units of the sales force's currency: estimates, not pay.
/// </summary>
public sealed partial class SimulatedCost
{
    private readonly CostSamples samples;

    internal SimulatedCost(
        RunDefinition run, double rho, RunPlan plan, CostSamples atTarget, CostSamples samples, IReadOnlyDictionary<string, PersonOutlooks> outlooks, CancellationToken cancel)
    {
        Run = run;
        CompanyCorrelation = rho;
        Lines = plan.Lines;
        PeriodsPaid = plan.PeriodsPaid;
        this.samples = samples;
        AtTarget = Breakdown(atTarget, figure => figure[0]);
        Incentive = new PayoutDistribution(samples.Incentive, PayGrid.Round(AtTarget.Incentive), cancel);
        Bookings = new PayoutDistribution(samples.Bookings, PayGrid.Round(AtTarget.Bookings), cancel);
        Expected = Breakdown(samples, figure => TileSum.OfMoments(figure, 0, cancel).First / run.Trials);
        Roles = [.. plan.Roles.Select((role, i) => ParticipantOutlook.Of(
            role, run.Terms.Count(terms => terms.Participant.Role == role),
            run.Terms.Where(terms => terms.Participant.Role == role).Sum(terms => run.Force.Reported(terms.TargetIncentive, run.Year).ToDouble()), samples.Roles[i], cancel))];
        Participants = [.. run.Force.Participants.Select(participant => outlooks[participant.Id].Own)];
        Teams = [.. run.Force.Participants.Select(participant => outlooks[participant.Id].Team).OfType<ParticipantOutlook>()];
    }

    /// <summary>What was run.</summary>
    public RunDefinition Run { get; }

    /// <summary>The correlation ρ of any two participants' first measures, on the Gaussian scale, as stated or derived from the company range.</summary>
    public double CompanyCorrelation { get; }

    /// <summary>The lines of cost: every tier of every component of every plan.</summary>
    public IReadOnlyList<CostLine> Lines { get; }

    /// <summary>The incentive of everybody.</summary>
    public PayoutDistribution Incentive { get; }

    /// <summary>Bookings of all sellers, each deal once.</summary>
    public PayoutDistribution Bookings { get; }

    /// <summary>What it costs if everybody meets quota exactly.</summary>
    public CostBreakdown AtTarget { get; }

    /// <summary>Means over all trials.</summary>
    public CostBreakdown Expected { get; }

    /// <summary>Of the expected incentive, what guarantees, draws that are never owed and forfeits add to what is earned.</summary>
    public double PaymentCost => Enumerable.Range(0, Lines.Count).Where(line => Lines[line] is { Component: PlanLine.AsAWhole, Tier: PlanLine.PaymentCost }).Sum(line => Expected.Lines[line]);

    /// <summary>By participant, in the order of the sales force.</summary>
    public IReadOnlyList<ParticipantOutlook> Participants { get; }

    /// <summary>By team with its manager, for everybody who has reports, in the order of the sales force.</summary>
    public IReadOnlyList<ParticipantOutlook> Teams { get; }

    /// <summary>By role, in the order in which the sales force has them; people without one are in none.</summary>
    public IReadOnlyList<ParticipantOutlook> Roles { get; }

    /// <summary>Sellers: participants with own bookings and a quota for them in the year.</summary>
    public int Sellers => (int)AtTarget.SellersAtQuota;

    /// <summary>What a reader must know of how it was simulated, as plain sentences; empty where everything is on credits by period.</summary>
    public IReadOnlyList<string> Notes => RunNotes.Of(Run);

    /// <summary>The target incentive of everybody, in the currency that cost is told in, exact.</summary>
    public Amount TargetIncentive => Run.Terms.Aggregate(Amount.Zero(Run.Force.Currency), (sum, terms) => sum + Run.Force.Reported(terms.TargetIncentive, Run.Year));

    /// <summary>Base salaries of some days of the year, exact.</summary>
    public Amount BaseSalariesIn(DateRange days) => Run.Terms.Aggregate(Amount.Zero(Run.Force.Currency), (sum, terms) => sum + Run.Force.Reported(terms.Salary(days), Run.Year));

    /// <summary>Base salaries of the year, exact.</summary>
    public Amount BaseSalaries => BaseSalariesIn(Run.Year.Days);

    /// <summary>The incentive that statements say was earned by what has happened, exact, in the reported currency; zero where nothing has.</summary>
    public Amount EarnedSoFar => Run.Terms.Aggregate(Amount.Zero(Run.Force.Currency), (sum, terms) => sum + EarnedSoFarOf(terms));

    /// <summary>What one participant has earned so far as statements say, in the currency of pay; zero where nothing has happened. Throws for an id that is not in the sales force.</summary>
    public Money EarnedSoFarBy(string participantId)
    {
        ParticipantTerms terms = Run.Terms.FirstOrDefault(terms => terms.Participant.Id == participantId)
            ?? throw new ArgumentException($"'{participantId}' is not in the sales force.", nameof(participantId));
        return Run.Actuals is { } actuals ? new ActualYear(terms, actuals).EarnedSoFar : new Money(0, terms.Participant.OnTarget.Total.Currency);
    }

    private Amount EarnedSoFarOf(ParticipantTerms terms) =>
        Run.Actuals is { } actuals ? Run.Force.Reported(new ActualYear(terms, actuals).EarnedSoFar, Run.Year) : Amount.Zero(Run.Force.Currency);

    /// <summary>The distribution of one line.</summary>
    public PayoutDistribution Line(int line) => new(samples.Lines[line], PayGrid.Round(AtTarget.Lines[line]));

    /// <summary>The distribution of a sum of lines.</summary>
    public PayoutDistribution Sum(IReadOnlyList<int> lines) =>
        Together(lines.Select(line => samples.Lines[line]), lines.Sum(line => AtTarget.Lines[line]));

    /// <summary>
    /// The change of the incentive since another run with the same trials and seed, trial by trial: who and what is in both meets the same draws, so that chance cancels
    /// as far as nothing changed. Throws for other trials, another seed and another currency.
    /// </summary>
    public PayoutDistribution ChangeSince(SimulatedCost earlier)
    {
        if ((earlier.Run.Trials, earlier.Run.Seed, earlier.Run.Force.Currency) != (Run.Trials, Run.Seed, Run.Force.Currency))
        {
            throw new ArgumentException(
                $"Runs compare trial by trial: {Run.Trials} trials of seed {Run.Seed} in {Run.Force.Currency} with {earlier.Run.Trials} of {earlier.Run.Seed} in {earlier.Run.Force.Currency} do not.", nameof(earlier));
        }
        return new([.. samples.Incentive.Zip(earlier.samples.Incentive, (now, then) => now - then)], PayGrid.Round(Incentive.Mean - earlier.Incentive.Mean));
    }

    /// <summary>The expected figure of each line without simulation, where everybody in it has a closed form; of none where a part of the year has happened.</summary>
    public IReadOnlyList<ClosedForm<double>> ExpectedInClosedForm()
    {
        if (Run.Actuals is { } actuals)
            return [.. Lines.Select(_ => new ClosedForm<double>.NotAvailable(FormattableString.Invariant($"what has happened through {actuals.Through:uuuu-MM-dd} stands beside what is drawn")))];
        // What rules beside curve and table add is no part of a component's law.
        HashSet<CostLine> tiers = [.. Run.Terms.SelectMany(terms => terms.Components).SelectMany(component =>
            component.Component.Tiers.Select((label, tier) => new CostLine(component.Plan.Name, component.Component.Name, label, tier)))];
        var place = Lines.Select((line, i) => (line, i)).ToDictionary(pair => pair.line, pair => pair.i);
        ClosedForm<double>[] sums = [.. Lines.Select(line => (ClosedForm<double>)(tiers.Contains(line)
            ? new ClosedForm<double>.Available(0)
            : new ClosedForm<double>.NotAvailable($"'{line.Tier}' of '{line.Component}' depends on more than one attainment.")))];
        foreach (ParticipantTerms terms in Run.Terms)
        {
            foreach (ExpectedComponent component in Expect.Incentive(terms, Run.Assumptions).Components)
            {
                foreach ((string label, int tier) in component.Terms.Component.Tiers.Select((label, tier) => (label, tier)))
                {
                    int line = place[new(component.Terms.Plan.Name, component.Terms.Component.Name, label, tier)];
                    if (sums[line] is ClosedForm<double>.Available sum)
                        sums[line] = component.MeanByTier.Select(means => sum.Answer + means[tier]);
                }
            }
        }
        return sums;
    }

    /// <summary>
    /// Figures that add up to the incentive at a percentile: averages over the 1 % of trials whose incentive is nearest to it in rank
    /// (at least 20 trials; all, where there are fewer). Their sum is that average, a little beside the percentile itself.
    /// </summary>
    public CostBreakdown Around(double p)
    {
        if (!(p is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "A percentile is a share between 0 and 1.");
        int trials = Run.Trials, size = Math.Min(trials, Math.Max(20, trials / 100));
        int[] order = [.. Enumerable.Range(0, trials).OrderBy(trial => samples.Incentive[trial])];
        int first = Math.Clamp((int)Math.Round((trials * p) - (size / 2.0)), 0, trials - size);
        int[] band = order[first..(first + size)];
        return Breakdown(samples, figure => band.Sum(trial => figure[trial]) / size);
    }

    /// <summary>
    /// Cost given that the company lands at a multiple of its plan. Where one variate makes everybody's year (one seller alone, or all of one fate) the landing says which,
    /// and the cost is exact; elsewhere it is read from the trials that land near it. Throws without a company plan.
    /// </summary>
    public LandingCost Landing(Rational landing)
    {
        Amount stated = Run.Force.CompanyPlan ?? throw new InvalidOperationException("A landing is measured against a company plan; this sales force has none.");
        double plan = Run.Force.Reported(stated, Run.Year).ToDouble();
        if (OneFate.Of(Run, CompanyCorrelation) is { } fate)
        {
            CostBreakdown? exact = fate.VariateAt(landing.ToDouble() * plan) is { } variate ? Breakdown(CostRun.OfFate(Run, variate), figure => figure[0]) : null;
            return new(landing.ToDouble(), 0, exact is null ? 0 : Run.Trials, exact, 0);
        }
        LandingRegression at = LandingRegression.At(landing.ToDouble(), samples.Bookings, plan);
        bool enough = at.IsEnough(landing.ToDouble(), samples.Bookings, plan);
        return new(landing.ToDouble(), at.HalfWidth, at.Trials.Length, enough ? Breakdown(samples, at.Of) : null, enough ? at.ErrorOf(samples.Incentive) : double.NaN);
    }

    // The sum of figures, trial by trial.
    private PayoutDistribution Together(IEnumerable<double[]> figures, double atTarget)
    {
        double[] sum = new double[Run.Trials];
        foreach (double[] figure in figures)
            Arrays.Add(sum, figure, CancellationToken.None);
        return new(sum, PayGrid.Round(atTarget));
    }

    private static CostBreakdown Breakdown(CostSamples samples, Func<double[], double> of) => new(
        [.. samples.Lines.Select(of)], [.. samples.Periods.Select(of)], of(samples.Incentive), of(samples.Bookings), of(samples.AtQuota));
}
