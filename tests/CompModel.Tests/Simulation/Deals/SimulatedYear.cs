using NodaTime;

namespace CompModel.Tests;

/// <summary>One participant's deals and pay of some trials, at hand for laws: what was drawn, what a kernel reads of it, and the credits that it is.</summary>
internal sealed class SimulatedYear
{
    internal const int Trials = 4;

    private readonly DealDraws draws;
    private readonly int[] chosen;

    internal SimulatedYear(Participant participant, PlanYear year, Assumptions assumptions, ulong seed)
    {
        var random = new Random((int)(seed % int.MaxValue));
        chosen = [.. Enumerable.Range(0, 4096).Select(_ => random.Next(100))];
        var plan = new RunPlan(new RunDefinition(new SalesForce([participant]), year, assumptions, Trials, seed), CancellationToken.None);
        Terms = plan.Run.Terms[0];
        Kernel = new PayKernel(Terms);
        draws = DealDraws.For(plan, Terms, Kernel.Reads, measure => new OwnCredits(Terms, measure, assumptions.Seasonality))!;
        Attainment = [.. assumptions.Models.Select((_, m) => new[] { Enumerable.Range(0, Trials).Select(i => i == 0 ? 1 : chosen[(7 * m) + i] / 40.0).ToArray() })];
        draws.Draw(0, Trials, Attainment, Deals);
        Reads = [.. Kernel.Reads.Select(Read)];
        Pay = new DealPay(Terms, Kernel, draws);
    }

    internal ParticipantTerms Terms { get; }

    internal PayKernel Kernel { get; }

    internal DealPay Pay { get; }

    internal double[][][] Attainment { get; }

    internal DealTile Deals { get; } = new();

    internal DealDraws Draws => draws;

    internal double[][] Reads { get; }

    internal PayTile Run(PayReading reading)
    {
        var pay = new PayTile();
        reading.Run(new CreditTile(Reads, Trials) { Deals = Deals }, pay, keepsCommission: true);
        return pay;
    }

    /// <summary>The deals of a trial as credits, with those of a team, in any order.</summary>
    internal List<Credit> CreditsOf(int trial)
    {
        var credits = new List<Credit>();
        for (int deal = 0; deal < Deals.Counts[trial]; deal++)
        {
            int at = (trial * Deals.Stride) + deal;
            for (int place = 0; place < draws.Measures.Count; place++)
            {
                DealtMeasure measure = draws.Measures[place];
                Amount amount = new((Rational)Deals.Steps[place][at] / measure.StepsPerUnit, measure.Currency);
                Credit credit = new(Terms.Participant.Id, measure.Measure, Terms.Year.Start.PlusDays(Deals.Days[at]), amount, Rational.One, $"deal {deal + 1:0000}") { Attributes = draws.AttributesOf(Deals.Kinds[at]) };
                if (amount.Value.Sign != 0)
                    credits.AddRange([credit, credit with { Scope = CreditScope.Territory }]);
            }
        }
        foreach (IGrouping<Measure, CreditRead> team in Kernel.Reads.Where(read => read.Scope == CreditScope.Team).GroupBy(read => read.Measure))
        {
            Rational before = Rational.Zero;
            foreach (CreditRead read in team.OrderBy(read => read.By))
            {
                Rational toDate = TeamBy(read.By, trial);
                credits.Add(new(Terms.Participant.Id, read.Measure, read.By.PlusDays(-1), new Amount(toDate - before, read.Measure.IsMoney ? Currency.Usd : Currency.None), Rational.One, $"team {read.By}", CreditScope.Team));
                before = toDate;
            }
        }
        return credits;
    }

    private double[] Read(CreditRead read)
    {
        double[] to = new double[TileSum.Tile];
        if (read.Measure.IsScore)
        {
            for (int trial = 0; trial < Trials; trial++)
                to[trial] = chosen[(100 * trial) + (read.From.DayOfYear % 97)] / 64.0 * read.Asked.ToDouble();
        }
        else if (read.Scope == CreditScope.Team)
        {
            for (int trial = 0; trial < Trials; trial++)
                to[trial] = TeamBy(read.By, trial);
        }
        else
        {
            Deals.Sum(draws.By(read.Measure, read.By, Rational.One), to, Trials);
        }
        return to;
    }

    private int TeamBy(LocalDate date, int trial) => Period.Between(Terms.Year.Start, date, PeriodUnits.Days).Days * (1 + chosen[trial]) * 50;
}
