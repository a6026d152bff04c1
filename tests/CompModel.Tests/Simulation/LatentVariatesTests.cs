namespace CompModel.Tests;

/// <summary>What people and measures share, on the Gaussian scale.</summary>
public class LatentVariatesTests
{
    private const int Trials = 64 * 1024;
    private const double Rho = 0.3;

    private static readonly double[,] Correlation = { { 1, 0.5, -0.3 }, { 0.5, 1, 0.4 }, { -0.3, 0.4, 1 } };

    private static readonly float[][] Ana = Draw("Ana"), Ben = Draw("Ben");

    [Fact]
    public void Each_variate_is_standard_normal()
    {
        foreach (float[] variate in Ana)
        {
            // Standard errors of mean and mean square: 1/√n and √(2/n).
            Assert.Equal(0, variate.Average(z => (double)z), 4.5 / Math.Sqrt(Trials));
            Assert.Equal(1, variate.Average(z => (double)z * z), 4.5 * Math.Sqrt(2.0 / Trials));
        }
    }

    [Fact]
    public void A_person_s_measures_correlate_as_stated()
    {
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < i; j++)
                Check(Correlation[i, j], Ana[i], Ana[j]);
        }
    }

    [Fact]
    public void Two_people_share_the_company_s_effect_in_the_first_measure_and_through_it_in_others()
    {
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
                Check(Rho * Correlation[i, 0] * Correlation[j, 0], Ana[i], Ben[j]);
        }
    }

    [Fact]
    public void Fewer_measures_leave_the_first_ones_as_they_are()
    {
        Assert.Equal(Ana[0], Draw("Ana", 1)[0]);
        Assert.Equal(Ana[1], Draw("Ana", 2)[1]);
    }

    [Fact]
    public void A_tile_holds_the_trials_of_its_numbers()
    {
        float[][] later = Draw("Ana", 3, first: 2048, count: 100);
        Assert.Equal(Ana.Select(measure => measure[2048..2148]), later);
    }

    // The standard error of a product of two correlated standard normals is √(1 + r²)/√n, at most √2/√n.
    private static void Check(double expected, float[] first, float[] second) =>
        Assert.Equal(expected, first.Zip(second).Average(pair => (double)pair.First * pair.Second), 4.5 * Math.Sqrt((1 + (expected * expected)) / Trials));

    private static float[][] Draw(string id, int measures = 3, int first = 0, int count = Trials)
    {
        var variates = new LatentVariates(7, Rho, Correlation);
        float[] company = new float[count];
        float[][] own = [.. Enumerable.Range(0, measures).Select(_ => new float[count])];
        variates.Company(first, company);
        variates.Participant(EntityHash.Of(id), first, company, own, measures);
        return own;
    }
}
