namespace CompModel;

/// <summary>
/// The normal variates behind a participant's attainment in each measure: the first shares the company effect, the others correlate with it and each other.
/// In single precision: own₁ = √ρ·C + √(1−ρ)·e₁, then row by row of the Cholesky root.
/// </summary>
internal sealed class LatentVariates
{
    private const string CompanyName = "company";
    private readonly ulong seed;
    private readonly float shared, own;
    private readonly float[,] root;

    internal LatentVariates(ulong seed, double rho, double[,] correlation)
    {
        this.seed = seed;
        shared = (float)Math.Sqrt(rho);
        own = (float)Math.Sqrt(1 - rho);
        int count = correlation.GetLength(0);
        double[,] exact = Cholesky.Of(correlation);
        root = new float[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j <= i; j++)
                root[i, j] = (float)exact[i, j];
        }
    }

    /// <summary>The company's variate in a tile of trials, already times √ρ.</summary>
    internal void Company(long firstTrial, Span<float> to)
    {
        Draw(StreamPurpose.CompanyEffect, 0, EntityHash.Of(CompanyName), firstTrial, to);
        for (int i = 0; i < to.Length; i++)
            to[i] *= shared;
    }

    /// <summary>A participant's variates: one array a measure, the first <paramref name="measures"/> of the assumptions.</summary>
    internal void Participant(ulong entity, long firstTrial, ReadOnlySpan<float> company, float[][] to, int measures)
    {
        int count = company.Length;
        for (int m = 0; m < measures; m++)
            Draw(StreamPurpose.Attainment, m, entity, firstTrial, to[m].AsSpan(0, count));
        for (int i = 0; i < count; i++)
            to[0][i] = MathF.FusedMultiplyAdd(own, to[0][i], company[i]);
        // From the last row up, so that what a row reads is still independent.
        for (int m = measures - 1; m > 0; m--)
        {
            for (int i = 0; i < count; i++)
            {
                float mixed = root[m, 0] * to[0][i];
                for (int k = 1; k <= m; k++)
                    mixed = MathF.FusedMultiplyAdd(root[m, k], to[k][i], mixed);
                to[m][i] = mixed;
            }
        }
    }

    // A draw's index is period and step; a year's draw is of period 0, and its step is the measure's place.
    private void Draw(StreamPurpose purpose, int step, ulong entity, long firstTrial, Span<float> to)
    {
        Span<uint> words = System.Runtime.InteropServices.MemoryMarshal.Cast<float, uint>(to);
        new RandomStream(seed, purpose, step, entity).Words(firstTrial, words);
        NormalVariates.Fill(words, to);
    }
}
