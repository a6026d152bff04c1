namespace CompModel;

/// <summary>
/// The lower triangular root of a correlation matrix: rows that turn independent normal variates into correlated ones. Own code, a dozen lines, because it
/// feeds draws and so must give the same bits everywhere.
/// </summary>
internal static class Cholesky
{
    // Rounding may leave a singular matrix (a correlation of exactly 1) a little below zero: n·2⁻⁵² for entries of at most 1, with room.
    private const double Slack = 1e-12;

    /// <summary>The root. Throws for a matrix that is not positive semi-definite.</summary>
    internal static double[,] Of(double[,] correlation)
    {
        int count = correlation.GetLength(0);
        double[,] root = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double rest = correlation[i, j];
                for (int k = 0; k < j; k++)
                    rest -= root[i, k] * root[j, k];
                if ((i == j && rest < -Slack) || (i != j && root[j, j] == 0 && Math.Abs(rest) > Slack))
                    throw new ArgumentException("These correlations cannot hold together: their matrix is not positive semi-definite.", nameof(correlation));
                if (i == j)
                    root[i, j] = rest > Slack ? Math.Sqrt(rest) : 0;
                else
                    root[i, j] = root[j, j] == 0 ? 0 : rest / root[j, j];
            }
        }
        return root;
    }
}
