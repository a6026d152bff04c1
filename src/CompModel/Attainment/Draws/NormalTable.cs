namespace CompModel;

/// <summary>
/// A law's attainment as a function of a standard normal variate, for draws: polynomials over cells of the variate, and constants where the law has lumps,
/// which so are answered exactly. Variates beyond ±10 count as ±10, which one in 10²³ exceeds. Rises with the variate, up to two units in the last place
/// inside a cell. How exact it is says <see cref="NormalTableBuilder"/>. Portable: built by, and evaluated in, + − × ÷ √ and fused multiply-add.
/// </summary>
internal sealed class NormalTable
{
    /// <summary>The greatest variate that is told from smaller ones. A company's and a person's variate of ±6.6 together reach ±9.3.</summary>
    internal const double Reach = 10;

    private const int BucketsPerUnit = 16;
    private readonly NormalCell[] cells;
    private readonly double[] ends;
    private readonly int[] first;

    /// <summary>From cells that follow on each other from −<see cref="Reach"/> to <see cref="Reach"/>.</summary>
    internal NormalTable(IReadOnlyList<NormalCell> cells)
    {
        this.cells = [.. cells];
        ends = [.. cells.Select(cell => cell.To)];
        ends[^1] = double.PositiveInfinity;
        // For each sixteenth of a variate the cell that holds its start; one more at the end, for a search between two of them.
        first = new int[(2 * (int)Reach * BucketsPerUnit) + 2];
        for (int bucket = 0, cell = 0; bucket < first.Length; bucket++)
        {
            while (ends[cell] <= ((double)bucket / BucketsPerUnit) - Reach)
                cell++;
            first[bucket] = cell;
        }
    }

    /// <summary>The cells, in the order of variates.</summary>
    internal IReadOnlyList<NormalCell> Cells => cells;

    /// <summary>The attainment at a variate.</summary>
    internal double At(double z)
    {
        double inside = Math.Min(Reach, Math.Max(-Reach, z));
        int bucket = (int)((inside + Reach) * BucketsPerUnit);
        int low = first[bucket], high = first[bucket + 1];
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (ends[middle] <= inside)
                low = middle + 1;
            else
                high = middle;
        }
        return cells[low].At(inside);
    }

    /// <summary>
    /// E[A(Z)·hₖ(Z)], k = 0 … count − 1, on the orthonormal Hermite polynomials: of a lump in closed form, ∫φhₖ = −φhₖ₋₁/√k, of the rest by Gauss-Legendre
    /// of five points on stretches of an eighth, which for degrees below a hundred leaves less than 1e-12 of the law's scale.
    /// </summary>
    internal double[] HermiteCoefficients(int count)
    {
        double[] sums = new double[count];
        foreach (NormalCell cell in cells)
        {
            if (cell.IsConstant)
            {
                // What lies beyond the reach belongs to the outer cells.
                AddStep(sums, cell.From <= -Reach ? double.NegativeInfinity : cell.From, -cell.High);
                AddStep(sums, cell.To >= Reach ? double.PositiveInfinity : cell.To, cell.High);
                continue;
            }
            int stretches = (int)Math.Ceiling((cell.To - cell.From) * 8);
            double half = (cell.To - cell.From) / stretches / 2;
            for (int i = 0; i < stretches; i++)
            {
                double centre = cell.From + (((2 * i) + 1) * half);
                AddPoint(sums, cell, centre, half * 128.0 / 225);
                foreach ((double node, double weight) in new[] { (0.538469310105683091, 0.478628670499366468), (0.906179845938663993, 0.236926885056189088) })
                {
                    AddPoint(sums, cell, centre - (half * node), half * weight);
                    AddPoint(sums, cell, centre + (half * node), half * weight);
                }
            }
        }
        return sums;
    }

    private static void AddPoint(double[] sums, NormalCell cell, double z, double weight)
    {
        double before = 0, now = cell.At(z) * PortableNormal.Density(z) * weight;
        for (int k = 0; k < sums.Length; k++)
        {
            sums[k] += now;
            (before, now) = (now, ((z * now) - (Math.Sqrt(k) * before)) / Math.Sqrt(k + 1));
        }
    }

    // attainment × ∫φhₖ up to z.
    private static void AddStep(double[] sums, double z, double attainment)
    {
        sums[0] += attainment * PortableNormal.Cdf(z);
        double before = 0, now = double.IsInfinity(z) ? 0 : attainment * PortableNormal.Density(z);
        for (int k = 1; k < sums.Length && now != 0; k++)
        {
            sums[k] -= now / Math.Sqrt(k);
            (before, now) = (now, ((z * now) - (Math.Sqrt(k - 1) * before)) / Math.Sqrt(k));
        }
    }
}
