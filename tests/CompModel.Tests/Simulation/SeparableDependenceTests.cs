namespace CompModel.Tests;

/// <summary>People, measures and periods correlate as stated: a product of three parts.</summary>
public class SeparableDependenceTests
{
    private const int Trials = 200_000;
    private const double Rho = 0.2, Tau = 0.3, Phi = -0.2;

    private static readonly double[,] OfMeasures = { { 1, 0.5, -0.3 }, { 0.5, 1, 0.4 }, { -0.3, 0.4, 1 } };

    private static readonly (string Id, string? Manager)[] People = [("Ana", "M1"), ("Ben", "M1"), ("Cem", "M2"), ("Dan", null)];

    [Fact]
    public void Persons_measures_and_quarters_correlate_by_the_product_of_their_parts()
    {
        Assumptions assumptions = Measures().Models.Aggregate(Measures(), (all, model) => all.WithPeriods(model.Measure, Frequency.Quarterly))
            .WithPeriodCorrelation(Phi).WithTeamCorrelation(Tau);
        Check(assumptions, (_, p, _, q) => p == q ? 1 : Phi);
    }

    [Fact]
    public void The_year_s_variate_goes_with_the_quarters_as_their_scaled_sum()
    {
        // Bookings and the third measure by quarters, the second for the year.
        Assumptions assumptions = Measures().WithPeriods(Measure.Bookings, Frequency.Quarterly).WithPeriods(Measure.OfMoney("margin"), Frequency.Quarterly)
            .WithPeriodCorrelation(Phi).WithTeamCorrelation(Tau);
        double withYear = Math.Sqrt((1 + (3 * Phi)) / 4);
        Check(assumptions, (m, p, n, q) => (m == 1) != (n == 1) ? withYear : p == q ? 1 : Phi);
    }

    [Fact]
    public void Whatever_the_year_is_mixed_with_its_own_draws_stay()
    {
        float[] alone = new DrawnYear(Rho, Measures(), 100).Of("Ana", null)[0][0];
        Assumptions mixed = Measures().WithPeriods(Measure.Adoption, Frequency.Quarterly);
        Assert.Equal(alone, new DrawnYear(Rho, mixed, 100).Of("Ana", null)[0][0]);
    }

    [Fact]
    public void Quarters_of_one_fate_are_the_same_and_quarters_against_each_other_cancel()
    {
        Assumptions Quarters(double phi) => Measures().WithPeriods(Measure.Bookings, Frequency.Quarterly).WithPeriods(Measure.Adoption, Frequency.Quarterly)
            .WithPeriods(Measure.OfMoney("margin"), Frequency.Quarterly).WithPeriodCorrelation(phi).WithTeamCorrelation(Tau);
        float[][] same = new DrawnYear(Rho, Quarters(1), 1000).Of("Ana", "M1")[1];
        Assert.All(same, quarter => Assert.Equal(same[0], quarter));
        float[][] against = new DrawnYear(Rho, Quarters(-1.0 / 3), 1000).Of("Ana", "M1")[1];
        // Some dozens of roundings of single precision at variates below 8: 40 × 8 × 2⁻²⁴.
        Assert.All(Enumerable.Range(0, 1000), trial => Assert.Equal(0, against.Sum(quarter => (double)quarter[trial]), 2e-5));
    }

    [Fact]
    public void Independent_quarters_are_draws_of_their_own_and_correlated_ones_begin_with_the_same()
    {
        Assumptions quarterly = Measures().WithPeriods(Measure.Bookings, Frequency.Quarterly).WithPeriods(Measure.Adoption, Frequency.Quarterly)
            .WithPeriods(Measure.OfMoney("margin"), Frequency.Quarterly);
        float[][] independent = new DrawnYear(Rho, quarterly, 100).Of("Ana", null)[0];
        float[][] correlated = new DrawnYear(Rho, quarterly.WithPeriodCorrelation(0.5), 100).Of("Ana", null)[0];
        Assert.Equal(independent[0], correlated[0]);
        Assert.NotEqual(independent[1], correlated[1]);
        Assert.Equal(4, independent.Select(quarter => quarter[0]).Distinct().Count());
    }

    [Fact]
    public void A_draw_is_named_by_period_and_measure_from_one_on_and_never_changes()
    {
        float[] Normals(StreamPurpose purpose, int draw, string id)
        {
            uint[] words = new uint[100];
            float[] normals = new float[100];
            new RandomStream(7, purpose, draw, EntityHash.Of(id)).Words(0, words);
            NormalVariates.Fill(words, normals);
            return normals;
        }
        AttainmentModel any = AttainmentModel.LogNormal(1, 0.3);
        Assumptions quarterly = Assumptions.For(Measure.Bookings, any).And(Measure.Adoption, any)
            .WithPeriods(Measure.Bookings, Frequency.Quarterly).WithPeriods(Measure.Adoption, Frequency.Quarterly);
        // The third quarter of the second measure.
        Assert.Equal(Normals(StreamPurpose.Attainment, (3 * 256) + 1, "Ana"), new DrawnYear(0, quarterly, 100).Of("Ana", null)[1][2]);
        Assert.Equal(Normals(StreamPurpose.CompanyEffect, 3 * 256, "company"), new DrawnYear(1, quarterly, 100).Of("Ana", null)[0][2]);
        Assert.Equal(Normals(StreamPurpose.TeamEffect, 3 * 256, "M1"), new DrawnYear(0, quarterly.WithTeamCorrelation(1), 100).Of("Ana", "M1")[0][2]);
    }

    [Fact]
    public void A_tile_of_a_run_is_the_same_as_the_trials_drawn_alone()
    {
        Assumptions assumptions = Measures().WithPeriods(Measure.Bookings, Frequency.SemiAnnual).WithPeriodCorrelation(0.3).WithTeamCorrelation(Tau);
        var variates = new LatentVariates(7, Rho, assumptions);
        float[][] Rows(int count) => [.. Enumerable.Range(0, variates.Rows).Select(_ => new float[count])];
        float[][] company = Rows(3000), team = Rows(1000);
        variates.Company(0, company);
        // The team's from the tile's first trial on, the company's of the whole run.
        variates.Team(EntityHash.Of("M1"), 2048, team);
        float[][][] tile = [.. assumptions.Models.Select(_ => Rows(1024))];
        variates.Participant(EntityHash.Of("Ana"), 2048, new SharedVariates(company, 2048), new SharedVariates(team), tile, 3, 900);
        float[][][] whole = new DrawnYear(Rho, assumptions, 3000).Of("Ana", "M1");
        Assert.Equal(whole[0][1][2048..2948], tile[0][2][..900]);
        Assert.Equal(whole[2][0][2048..2948], tile[2][0][..900]);
    }

    private static void Check(Assumptions assumptions, Func<int, int, int, int, double> ofPeriods)
    {
        var year = new DrawnYear(Rho, assumptions, Trials);
        var all = People.SelectMany((person, i) => year.Of(person.Id, person.Manager)
            .SelectMany((rows, measure) => rows.Select((normals, period) => (Person: i, Measure: measure, Period: period, Normals: normals)))).ToArray();
        for (int a = 0; a < all.Length; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                var (x, y) = (all[a], all[b]);
                double people = People[x.Person].Manager is { } manager && manager == People[y.Person].Manager ? Rho + Tau : Rho;
                double expected = ofPeriods(x.Measure, x.Period, y.Measure, y.Period) * (x.Person == y.Person
                    ? OfMeasures[x.Measure, y.Measure]
                    : people * OfMeasures[x.Measure, 0] * OfMeasures[y.Measure, 0]);
                double sum = 0;
                for (int i = 0; i < Trials; i++)
                    sum += (double)x.Normals[i] * y.Normals[i];
                // The standard error of a product of two standard normals that correlate by r is √(1 + r²)/√n.
                Assert.Equal(expected, sum / Trials, 4.5 * Math.Sqrt((1 + (expected * expected)) / Trials));
            }
        }
    }

    private static Assumptions Measures()
    {
        AttainmentModel any = AttainmentModel.LogNormal(1, 0.3);
        return Assumptions.For(Measure.Bookings, any).And(Measure.Adoption, any).And(Measure.OfMoney("margin"), any).WithCorrelationMatrix(OfMeasures);
    }
}
