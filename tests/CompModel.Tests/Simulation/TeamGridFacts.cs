namespace CompModel.Tests;

public class TeamGridFacts
{
    [Theory]
    [InlineData("0.01")]
    [InlineData("1")]
    [InlineData("5000000000")]
    public void A_manager_of_one_earns_what_that_one_does_however_small_or_large_a_unit_is(string units)
    {
        decimal quota = decimal.Parse(units, System.Globalization.CultureInfo.InvariantCulture);
        var own = Component.Of(Measure.Adoption, 1, PayoutCurve.Linear);
        var onTarget = new OnTargetEarnings(0.Usd, 100_000.Usd);
        Participant manager = new("M", new CompensationPlan("lead", onTarget, own.OfTeam()), new Quota(Measure.Adoption, quota));
        Participant seller = new Participant("S", new CompensationPlan("seller", onTarget, own), new Quota(Measure.Adoption, quota)).ManagedBy("M");
        SimulatedCost cost = Simulate.Cost(
            new SalesForce([manager, seller]), Workloads.Year, Assumptions.For(Measure.Adoption, AttainmentModel.LogNormal(1, 0.35)), trials: 2_000);
        // The grid of credits is at most a 2^-38th of the quota, which pays 100,000 · 2^-38 < 2^-21; pay itself is on a grid of 2^-10, so one step of it.
        Assert.Equal(cost.Participants[1].P10, cost.Participants[0].P10, 1.0 / 1024);
        Assert.Equal(cost.Participants[1].P90, cost.Participants[0].P90, 1.0 / 1024);
    }
}
