using System.Globalization;

namespace CompModel.Tests;

/// <summary>The simulation meets the published closed forms of every family.</summary>
public class SimulatedCaseFacts
{
    private const int Trials = 200_000;

    // The rule of the house: 4.5 standard errors, on a fixed seed.
    private const double Errors = 4.5;

    public static TheoryData<string> Single => new(ExpectationCase.All.Where(one => one.Kind == "single_period_payout").Select(one => one.Id));

    [Theory]
    [MemberData(nameof(Single))]
    public void A_simulated_year_pays_what_the_case_says(string id)
    {
        var one = ExpectationCase.Find(id);
        PayoutDistribution paid = Simulated(one, one.Model);
        Assert.Equal(one.Expected["expected_payout"], paid.Mean, Errors * one.Expected["sd_payout"] / Math.Sqrt(Trials));
        foreach ((string figure, double expected) in one.Expected.Where(figure => !one.NextToJump.Contains(figure.Key)))
        {
            if (figure.StartsWith("p_payout_gt_", StringComparison.Ordinal))
            {
                // Pay is rounded to 2⁻¹⁰ of a unit: a law that is continuous at the amount has less than 1e-8 in there. Where all or nothing is
                // above, so is it of the trials.
                double amount = double.Parse(figure["p_payout_gt_".Length..], CultureInfo.InvariantCulture);
                Assert.Equal(expected, paid.ProbabilityAbove(amount).Value, (Errors * Math.Sqrt(expected * (1 - expected) / Trials)) + 1e-12);
            }
            else if (figure.StartsWith("payout_p", StringComparison.Ordinal))
            {
                // At most p of the trials lie below the percentile, at least p at or below it, up to the standard error of a share.
                double p = double.Parse(figure["payout_p".Length..], CultureInfo.InvariantCulture) / 100, error = Errors * Math.Sqrt(p * (1 - p) / Trials);
                Assert.InRange(paid.ProbabilityAbove(expected + 0.01).Value, 0, 1 - p + error);
                if (expected > 0)
                    Assert.InRange(paid.ProbabilityAbove(expected - 0.01).Value, 1 - p - error, 1);
            }
        }
    }

    [Fact]
    public void A_law_that_is_a_little_off_is_found_out()
    {
        // What the theory above would find: a mean that is 1 % too high, in a case of each kind of law.
        foreach (string id in new[] { "single/C2_three_accelerators_uncapped/W1", "single/C1_linear_uncapped/T1", "single/C2_three_accelerators_uncapped/P1" })
        {
            var one = ExpectationCase.Find(id);
            AttainmentModel off = id[^2] switch
            {
                'W' => AttainmentModel.Weibull(1.01 * one.Model.Mean, one.Model.StandardDeviation / one.Model.Mean),
                'T' => AttainmentModel.Triangular(0.303, 0.909, 1.818),
                _ => AttainmentModel.Pert(0.202, 0.9595, 2.222),
            };
            Assert.NotInRange(Simulated(one, off).Mean - one.Expected["expected_payout"], -Errors * one.Expected["sd_payout"] / Math.Sqrt(Trials), Errors * one.Expected["sd_payout"] / Math.Sqrt(Trials));
        }
    }

    private static PayoutDistribution Simulated(ExpectationCase one, AttainmentModel model) =>
        Simulate.Participant(ExpectationCase.Participant(one.Inputs), Workloads.Year, Assumptions.For(Measure.Bookings, model), Trials, seed: 20260101);
}
