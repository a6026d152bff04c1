using NodaTime;

namespace CompModel.Tests;

/// <summary>Outlooks: what has happened is statements to the cent, the rest is drawn from there.</summary>
public class ActualsFacts
{
    private const double Grid = 1.0 / 1024;
    private static readonly SalesForce Force = Forces.Hierarchical(teams: 2, alone: 3);

    // Something sold by everybody every month, in cents.
    private static readonly Credit[] Sold = [.. Force.Participants.Where(participant => participant.Sells(Measure.Bookings)).SelectMany((participant, i) => Enumerable.Range(1, 12)
        .Where(month => participant.Employment.Contains(new LocalDate(2026, month, 17)))
        .SelectMany(month => new[]
        {
            new Credit(participant.Id, Measure.Bookings, new(2026, month, 17), (20_000.37m + (1_777.77m * ((i + month) % 9))).Usd, $"B{i}-{month}"),
            new Credit(participant.Id, Measure.Adoption, new(2026, month, 17), new Amount(3 + ((i + month) % 4), Currency.None), $"A{i}-{month}"),
        }))];

    private static readonly Credit[] All = [.. Force.Hierarchy.RollUp(Sold)];

    private static SimulatedCost Outlook(LocalDate through, RestOfYear rest = RestOfYear.AsPlanned, IEnumerable<Credit>? credits = null) =>
        Simulate.Outlook(Force, Forces.Year, Forces.Assumed, new Actuals(through, credits ?? All, rest), trials: 1_500, seed: 7);

    [Fact]
    public void Through_the_end_of_the_year_everybody_earns_the_statement_in_every_trial()
    {
        SimulatedCost cost = Outlook(Forces.Year.End.PlusDays(-1));
        foreach ((Participant participant, ParticipantOutlook one) in Force.Participants.Zip(cost.Participants))
        {
            Money earned = participant.StatementThrough(Forces.Year.End.PlusDays(-1), Forces.Year, All).Earned;
            Assert.Equal(earned, cost.EarnedSoFarBy(participant.Id));
            Assert.Equal(0, one.StandardDeviation);
            // Up to twelve postings, each rounded to the grid.
            Assert.Equal(earned.ToDouble(), one.P50, 12 * Grid / 2);
        }
        Assert.Equal(cost.EarnedSoFar.ToDouble(), cost.Incentive.Mean, Force.Participants.Count * 12 * Grid / 2);
        Assert.Equal(Sold.Where(credit => credit.Measure == Measure.Bookings).Sum(credit => credit.Amount.Value.ToDouble()), cost.Bookings.Mean, 1);
        Assert.Equal(0, cost.Bookings.StandardDeviation);
    }

    [Fact]
    public void Before_the_first_day_it_is_the_plain_simulation()
    {
        SimulatedCost plain = Simulate.Cost(Force, Forces.Year, Forces.Assumed, trials: 1_500, seed: 7), outlook = Outlook(Forces.Year.Start.PlusDays(-1));
        Assert.Equal(plain.Participants, outlook.Participants);
        Assert.Equal(plain.Incentive.Percentile(0.9), outlook.Incentive.Percentile(0.9));
        Assert.Equal(plain.Bookings.Percentile(0.1), outlook.Bookings.Percentile(0.1));
        Assert.Equal(0, outlook.EarnedSoFar.ToDouble());
    }

    [Fact]
    public void Quarters_that_ended_are_what_statements_say_and_later_ones_are_spread()
    {
        SimulatedCost cost = Outlook(new(2026, 8, 20));
        for (int quarter = 1; quarter <= 2; quarter++)
        {
            double earned = Force.Participants.Sum(participant => participant.Statement(Forces.Year.Quarter(quarter), All).Earned.ToDouble());
            Assert.Equal((earned, 0), (cost.Quarter(quarter).Mean, cost.Quarter(quarter).StandardDeviation), (expected, actual) => Math.Abs(expected.Item1 - actual.Item1) < 1 && expected.Item2 == actual.Item2);
        }
        Assert.True(cost.Quarter(3).StandardDeviation > 0 && cost.Quarter(4).StandardDeviation > cost.Quarter(3).StandardDeviation);
        Assert.Equal(cost.Incentive.Mean, cost.Expected.Lines.Sum(), 1e-6);
        Assert.Equal(cost.Incentive.Mean, cost.Expected.Periods.Sum(), 1e-6);
    }

    [Fact]
    public void A_manager_s_rest_follows_the_people_s_rest_in_the_same_trial_beside_what_they_sold_before()
    {
        var lead = new CompensationPlan("Lead", new OnTargetEarnings(0.Usd, 0.Usd), Component.Commission(Measure.Bookings, RateTable.Marginal((0, 1.Percent))).OfTeam().ToDate(Frequency.Quarterly));
        var plan = new CompensationPlan("Seller", new OnTargetEarnings(0.Usd, 1.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear));
        Participant manager = new("L", lead, new Quota(Measure.Bookings, 1_000_000.Usd)), seller = new Participant("S", plan, new Quota(Measure.Bookings, 1_000_000.Usd)).ManagedBy("L");
        var force = new SalesForce([manager, seller]);
        Credit[] credits = [.. force.Hierarchy.RollUp([new Credit("S", Measure.Bookings, new(2026, 2, 3), 123_456.78m.Usd, "D1")])];
        SimulatedCost cost = Simulate.Outlook(force, Forces.Year, Workloads.W1Assumptions, new Actuals(new(2026, 3, 31), credits), trials: 500);
        Assert.Equal(1_234.57m.Usd, cost.EarnedSoFarBy("L"));
        Assert.Equal(cost.Bookings.Percentile(0.9).Value * 0.01, cost.Participants[0].P90, 0.01);
        Assert.True(cost.Bookings.Minimum > 123_456.78);
    }

    [Fact]
    public void The_rest_goes_as_planned_at_the_run_rate_or_between_the_two()
    {
        var plan = new CompensationPlan("Seller", new OnTargetEarnings(0.Usd, 100_000.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear));
        var force = new SalesForce([new Participant("S", plan, new Quota(Measure.Bookings, 1_200_000.Usd))]);
        // Half of what was asked in the first quarter; the model's mean is one.
        Credit[] credits = [new("S", Measure.Bookings, new(2026, 2, 3), 150_000.Usd, "D1")];
        double Sold(RestOfYear rest) => Simulate.Outlook(force, Forces.Year, Workloads.W1Assumptions, new Actuals(new(2026, 3, 31), credits, rest), trials: 20_000, seed: 3).Bookings.Mean;
        double mean = (Sold(RestOfYear.AsPlanned) - 150_000) / 900_000;
        Assert.Equal(1, mean, 4.5 * 0.35 / Math.Sqrt(20_000));
        Assert.Equal(150_000 + (mean * 450_000), Sold(RestOfYear.RunRate), 0.01);
        // A quarter of the year's quota has passed: a quarter of the run rate and three of the plan.
        Assert.Equal(150_000 + (mean * 900_000 * 0.875), Sold(RestOfYear.Weighted), 0.01);
    }

    [Fact]
    public void Actuals_outside_the_year_or_of_strangers_are_refused()
    {
        Assert.Contains("2026-12-30", Assert.Throws<ArgumentOutOfRangeException>(() => Simulate.Outlook(Force, PlanYear.Calendar(2025), Forces.Assumed, new Actuals(new(2026, 12, 30), []))).Message, StringComparison.Ordinal);
        Assert.Contains("'nobody'", Assert.Throws<ArgumentException>(() => Outlook(new(2026, 3, 31), credits: [new("nobody", Measure.Bookings, new(2026, 2, 3), 1.Usd, "D")])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Actuals(new(2026, 3, 31), [], (RestOfYear)7));
    }

    [Fact]
    public void Other_actuals_are_another_run()
    {
        string Print(Actuals? actuals) => new RunDefinition(Force, Forces.Year, Forces.Assumed, 100, 7, actuals).Fingerprint();
        string[] prints = [Print(null), Print(new(new(2026, 3, 31), All)), Print(new(new(2026, 3, 31), All, RestOfYear.RunRate)), Print(new(new(2026, 6, 30), All)), Print(new(new(2026, 3, 31), All.Skip(1)))];
        Assert.Equal(prints, prints.Distinct());
    }
}
