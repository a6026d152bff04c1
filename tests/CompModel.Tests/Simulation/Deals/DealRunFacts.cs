namespace CompModel.Tests;

/// <summary>Runs with people who are paid on simulated deals, beside others.</summary>
public class DealRunFacts
{
    private static readonly Measure Margin = Measure.OfMoney("margin"), Logos = Measure.OfUnits("logos");

    // Place in the table by bookings, pay on margin, services at another rate, longer terms with a kicker.
    private static readonly RateTable Rates = RateTable.Marginal((0, 6.Percent), (600_000, 9.Percent));

    private static readonly CompensationPlan Hunter = new(
        "Hunter", new OnTargetEarnings(80_000.Usd, 40_000.Usd),
        Component.Commission(Measure.Bookings, Margin, Rates)
            .RateBy(DealLookup<RateTable>.ByText(DealAttribute.Product, Rates, ("Services", RateTable.Marginal((0, 3.Percent)))))
            .KickedBy(DealLookup<Rational>.ByNumber(DealAttribute.TermMonths, 1, (36, 1.25m))).ToDate(Frequency.Quarterly),
        Component.Of(Measure.Bookings, 100.Percent, PayoutCurve.Linear.Accelerate(100.Percent, 2)).Named("bonus").ToDate(Frequency.Quarterly));

    private static readonly CompensationPlan Lead = new(
        "Lead", new OnTargetEarnings(100_000.Usd, 60_000.Usd),
        Component.Of(Measure.Bookings, 60.Percent, PayoutCurve.Linear).OfTeam().ToDate(Frequency.Quarterly), Component.Of(Margin, 40.Percent, PayoutCurve.Linear).OfTeam());

    private static readonly DealMix Mix = new DealMix(DealCount.Poisson(6), DealSize.LogNormal(100_000, 0.7))
        .With(DealAttribute.Product, ("Cloud", 75.Percent), ("Services", 25.Percent)).With(DealAttribute.TermMonths, (12, 60.Percent), (36, 40.Percent))
        .With(Margin, DealWorth.OfSize((40.Percent, 50.Percent), (50.Percent, 50.Percent))).With(Logos, DealWorth.Units((1, 60.Percent), (0, 40.Percent)));

    private static readonly Assumptions Assumed = Forces.Assumed.WithDeals(Mix);

    private static readonly SalesForce Mixed = new(
    [
        new Participant("L", Lead, new Quota(Measure.Bookings, 2_000_000.Usd), new Quota(Margin, 900_000.Usd)),
        .. Enumerable.Range(0, 4).Select(number => new Participant($"H{number}", Hunter, new Quota(Measure.Bookings, (600_000 + (1_000 * number)).Usd)).ManagedBy("L")),
        Forces.Seller(1, "L"), Forces.Seller(2),
    ]);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Threads_do_not_show(int threads) => Assert.Equal(
        Forces.Digest(Simulate.Cost(Mixed, Forces.Year, Assumed, 1_100, 3, threads: 1)), Forces.Digest(Simulate.Cost(Mixed, Forces.Year, Assumed, 1_100, 3, threads)));

    [Fact]
    public void A_participant_added_changes_nobody_else()
    {
        SalesForce fewer = new([.. Mixed.Participants.Where(participant => participant.Id != "H2").Select(participant => participant.ManagedBy(null)).Where(participant => participant.Plan != Lead)]);
        SalesForce more = new([.. Mixed.Participants.Where(participant => participant.Plan != Lead).Select(participant => participant.ManagedBy(null))]);
        Assumptions stated = Forces.Assumed.WithCompanyCorrelation(0.15).WithDeals(Mix);
        IReadOnlyList<ParticipantOutlook> few = Simulate.Cost(fewer, Forces.Year, stated, 1_100, 3).Participants, many = Simulate.Cost(more, Forces.Year, stated, 1_100, 3).Participants;
        Assert.Equal(few, many.Where(outlook => outlook.Id != "H2"));
    }

    [Fact]
    public void People_in_another_order_have_the_same_pay()
    {
        SimulatedCost one = Simulate.Cost(Mixed, Forces.Year, Assumed, 1_100, 3), other = Simulate.Cost(new([.. Mixed.Participants.Reverse()]), Forces.Year, Assumed, 1_100, 3);
        Assert.Equal(one.Participants.OrderBy(outlook => outlook.Id), other.Participants.OrderBy(outlook => outlook.Id));
        Assert.Equal(one.Incentive.Mean, other.Incentive.Mean);
    }

    [Fact]
    public void Lines_quarters_and_participants_sum_to_the_incentive()
    {
        SimulatedCost cost = Simulate.Cost(Mixed, Forces.Year, Assumed, 1_100, 3);
        foreach (CostBreakdown figures in new[] { cost.AtTarget, cost.Expected, cost.Around(0.9) })
        {
            // Means of exact sums: each average is rounded by itself.
            Assert.Equal(figures.Incentive, figures.Lines.Sum(), 1e-6);
            Assert.Equal(figures.Incentive, figures.Quarters.Sum(), 1e-6);
        }
        Assert.Equal(cost.Expected.Incentive, cost.Participants.Sum(outlook => outlook.Mean), 1e-6);
        Assert.Contains(cost.Lines.Zip(cost.Expected.Lines), line => line.First.Tier == "rules for single deals" && line.Second > 1000);
    }

    [Fact]
    public void What_a_year_sells_keeps_the_law_of_its_model()
    {
        SimulatedCost cost = Simulate.Cost(Mixed, Forces.Year, Assumed, 1_500, 5), without = Simulate.Cost(
            new([.. Mixed.Participants.Select(participant => participant.Plan == Hunter ? participant.OnPlan(Forces.Farmer) : participant)]), Forces.Year, Assumed, 1_500, 5);
        // The same draws: each participant's year differs by half a cent at most, as deals are in cents.
        Assert.Equal(without.Bookings.Mean, cost.Bookings.Mean, 0.02 * Mixed.Participants.Count);
        Assert.Equal(without.Bookings.Percentile(0.9).Value, cost.Bookings.Percentile(0.9).Value, 0.02 * Mixed.Participants.Count);
    }

    [Fact]
    public void A_team_is_credited_what_its_people_s_deals_are()
    {
        // Everything of the lead's margin is a share of bookings, 45 % on average, of those who have deals: 4 hunters and a seller of other plans.
        var lead = new Participant("L", new CompensationPlan("Lead", new OnTargetEarnings(0.Usd, 100_000.Usd), Component.Of(Margin, 1, PayoutCurve.Linear).OfTeam()), new Quota(Margin, 900_000.Usd));
        SalesForce force = new([lead, .. Mixed.Participants.Skip(1).Take(5)]);
        SimulatedCost cost = Simulate.Cost(force, Forces.Year, Assumed, 2_000, 5);
        ParticipantOutlook its = cost.Participants[0];
        double expected = 0.45 * 0.95 * (2_406_000 + force.Participants[^1].Quotas[0].Annual.First.ToDouble()) / 9;
        Assert.Equal(expected, its.Mean, 4.5 * its.SimulationError);
    }

    [Fact]
    public void Certain_deals_pay_the_statement_in_every_trial()
    {
        // Ten deals of 60,000 and 50 % margin, all Cloud for 36 months: which day each falls on does not matter to a rate for each deal alone.
        CompensationPlan plan = new("Deals", new OnTargetEarnings(0.Usd, 1_000.Usd),
            Component.Commission(Measure.Bookings, Margin, RateTable.Marginal((0, 5.Percent), (40_000, 7.Percent))).EachDeal(Frequency.Quarterly)
                .KickedBy(DealLookup<Rational>.ByNumber(DealAttribute.TermMonths, 1, (36, 1.25m))),
            Component.Of(Measure.Bookings, 1, PayoutCurve.Linear.Accelerate(100.Percent, 2)).Named("bonus"));
        var seller = new Participant("P", plan, new Quota(Measure.Bookings, 500_000.Usd));
        DealMix certain = new DealMix(DealCount.Fixed(10), DealSize.Fixed(60_000)).With(DealAttribute.TermMonths, (36, Rational.One)).With(Margin, DealWorth.OfSize(50.Percent)).MakingCredits();
        PayoutDistribution pay = Simulate.Participant(seller, Forces.Year, Assumptions.OfDeals(certain), 500, 4);

        Credit[] credits = [.. Enumerable.Range(1, 10).SelectMany(number => new[] { (Measure.Bookings, 60_000m), (Margin, 30_000m) }.Select(worth =>
            new Credit("P", worth.Item1, new(2026, number, 5), worth.Item2.Usd, $"D{number:00}") { Attributes = DealAttributes.None.With(DealAttribute.TermMonths, 36) }))];
        double stated = seller.StatementThrough(new(2026, 12, 31), Forces.Year, credits).Earned.ToDouble();
        Assert.True(stated > 10_000);
        Assert.Equal(stated, pay.Minimum, 12.0 / 1024);
        Assert.Equal(stated, pay.Maximum, 12.0 / 1024);
    }

    [Fact]
    public void At_target_a_measure_without_quota_is_what_deals_are_on_average()
    {
        CompensationPlan plan = new("Share", new OnTargetEarnings(0.Usd, 1_000.Usd), Component.Commission(Margin, RateTable.Marginal((0, 10.Percent))), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear).Named("bonus"));
        SimulatedCost cost = Simulate.Cost(new([new Participant("P", plan, new Quota(Measure.Bookings, 500_000.Usd))]), Forces.Year, Assumed.WithCompanyCorrelation(0), 2_000, 4);
        // 10 % of 45 % of 500,000, and 1,000.
        Assert.Equal(23_500, cost.AtTarget.Incentive, 0.01);
        Assert.Equal(0.95 * 23_500, cost.Incentive.Mean, 4.5 * cost.Incentive.SimulationError);
    }

    [Fact]
    public void Half_a_year_has_half_the_deals_that_make_the_credits()
    {
        var seller = new Participant("P", Workloads.W1.Plan, new Quota(Measure.Bookings, 1_000_000.Usd)).TerminatedOn(new(2026, 6, 30));
        SimulatedCost cost = Simulate.Cost(new([seller]), Forces.Year, Assumptions.OfDeals(new DealMix(DealCount.Poisson(8), DealSize.Fixed(100_000)).MakingCredits()), 20_000, 2);
        // Months are alike, so six of twelve have half of the deals; a thinned Poisson law is one.
        Assert.Equal(400_000, cost.Bookings.Mean, 4.5 * cost.Bookings.SimulationError);
        Assert.Equal(200_000, cost.Bookings.StandardDeviation, 4.5 * 200_000 * Math.Sqrt((3.25 - 1) / 4 / 20_000));
    }

    [Fact]
    public void Without_deals_the_refusal_says_what_to_state()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => new RunDefinition(new([Mixed.Participants[1].ManagedBy(null)]), Forces.Year, Forces.Assumed, 10, 1));
        Assert.Contains("state what deals are like", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_deals_do_not_tell_is_refused_in_words()
    {
        string Refused(Participant participant, Assumptions assumptions) => Assert.Throws<ArgumentException>(() => new RunDefinition(new([participant]), Forces.Year, assumptions, 10, 1)).Message;
        Component rated = Component.Commission(Measure.Bookings, Rates).KickedWith(DealLookup<Rational>.Always(10)), bonus = Component.Of(Measure.Bookings, 1, PayoutCurve.Linear).Named("bonus");
        Participant On(params Component[] components) => new("P", new CompensationPlan("plan", new OnTargetEarnings(1.Usd, 100.Usd), [bonus, .. components]), new Quota(Measure.Bookings, 100_000.Usd));
        Assert.Contains("single deals of a team", Refused(On(rated.OfTeam()), Assumed), StringComparison.Ordinal);
        Assert.Contains("has no quota for bookings: deals split", Refused(new("P", new CompensationPlan("plan", new OnTargetEarnings(1.Usd, 100.Usd), Component.Of(Margin, 1, PayoutCurve.Linear)), new Quota(Margin, 9.Usd)), Assumed), StringComparison.Ordinal);
        Measure csat = Measure.OfScore("csat");
        Component judged = Component.OfMoney(csat, 100.Usd, PayoutCurve.Linear).Each(Frequency.Quarterly);
        CompensationPlan both = On(rated, judged).Plan.Times(Multiplier.Of(csat, PayoutCurve.Linear), Frequency.Annual);
        Assert.Contains("asks for csat at several frequencies", Refused(On().OnPlan(both), Assumed.And(csat, AttainmentModel.LogNormal(1, 0.1))), StringComparison.Ordinal);
    }

    [Fact]
    public void Results_say_that_pay_is_on_simulated_deals()
    {
        SimulatedCost cost = Simulate.Cost(Mixed, Forces.Year, Assumed, 10, 1);
        Assert.Contains(cost.Notes, note => note.StartsWith("Hunter rates single deals: its pay (4 people)", StringComparison.Ordinal));
        Assert.Empty(Simulate.Cost(Forces.Hierarchical(1, 0), Forces.Year, Forces.Assumed, 10, 1).Notes);
        SimulatedCost made = Simulate.Cost(new([Workloads.W1]), Forces.Year, Assumptions.OfDeals(new DealMix(DealCount.Poisson(8), DealSize.Fixed(100_000)).MakingCredits()), 10, 1);
        Assert.Contains("independent of each other", made.Notes.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fingerprint_knows_the_deals()
    {
        string Print(DealMix mix) => new RunDefinition(Mixed, Forces.Year, Forces.Assumed.WithDeals(mix), 10, 1).Fingerprint();
        Assert.NotEqual(Print(Mix), Print(new DealMix(DealCount.Poisson(6.5), DealSize.LogNormal(100_000, 0.7)).With(Margin, DealWorth.OfSize(45.Percent))));
        Assert.NotEqual(Print(Mix), new RunDefinition(
            new([.. Mixed.Participants.Select(participant => participant.Plan == Hunter ? participant.OnPlan(new CompensationPlan("Hunter", new OnTargetEarnings(80_000.Usd, 40_000.Usd),
                Hunter.Components[0].KickedBy(DealLookup<Rational>.ByNumber(DealAttribute.TermMonths, 1, (36, 1.5m))), Hunter.Components[1])) : participant)]), Forces.Year, Assumed, 10, 1).Fingerprint());
    }

    [Fact]
    public void A_company_range_needs_a_model_to_derive_it_from()
    {
        DealMix made = new DealMix(DealCount.Poisson(8), DealSize.Fixed(100_000)).MakingCredits();
        Assert.Contains("simulated deals make", Assert.Throws<ArgumentException>(() => Simulate.Cost(new([Workloads.W1]), Forces.Year, Assumptions.OfDeals(made).WithCompanyRange(0.9, 1.1), 10)).Message, StringComparison.Ordinal);
    }
}
