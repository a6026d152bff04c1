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

    [Fact]
    public void A_model_of_the_year_without_teams_has_the_bits_of_its_formula()
    {
        float[] Normals(StreamPurpose purpose, int draw, string id)
        {
            uint[] words = new uint[256];
            float[] normals = new float[256];
            new RandomStream(7, purpose, draw, EntityHash.Of(id)).Words(0, words);
            NormalVariates.Fill(words, normals);
            return normals;
        }
        double[,] root = Cholesky.Of(Correlation);
        float[] company = Normals(StreamPurpose.CompanyEffect, 0, "company");
        float[][] own = [.. Enumerable.Range(0, 3).Select(measure => Normals(StreamPurpose.Attainment, measure, "Ana"))];
        for (int i = 0; i < 256; i++)
        {
            float first = MathF.FusedMultiplyAdd((float)Math.Sqrt(1 - Rho), own[0][i], company[i] * (float)Math.Sqrt(Rho));
            float third = MathF.FusedMultiplyAdd((float)root[2, 2], own[2][i], MathF.FusedMultiplyAdd((float)root[2, 1], own[1][i], (float)root[2, 0] * first));
            Assert.Equal((first, third), (Ana[0][i], Ana[2][i]));
        }
    }

    // The standard error of a product of two correlated standard normals is √(1 + r²)/√n, at most √2/√n.
    private static void Check(double expected, float[] first, float[] second) =>
        Assert.Equal(expected, first.Zip(second).Average(pair => (double)pair.First * pair.Second), 4.5 * Math.Sqrt((1 + (expected * expected)) / Trials));

    private static float[][] Draw(string id, int measures = 3, int first = 0, int count = Trials)
    {
        AttainmentModel any = AttainmentModel.LogNormal(1, 0.3);
        Assumptions assumptions = Assumptions.For(Measure.Bookings, any).And(Measure.Adoption, any).And(Measure.OfMoney("margin"), any).WithCorrelationMatrix(Correlation);
        var variates = new LatentVariates(7, Rho, assumptions);
        float[][] company = [new float[count]];
        float[][][] own = [.. Enumerable.Range(0, measures).Select(_ => new[] { new float[count] })];
        variates.Company(first, company);
        variates.Participant(EntityHash.Of(id), first, new SharedVariates(company), default, own, measures, count);
        return [.. own.Select(rows => rows[0])];
    }
}
