namespace CompModel;

/// <summary>
/// The lower triangular root of a correlation matrix: rows that turn independent normal variates into correlated ones. Own code, a few dozen lines, because it
/// feeds draws and so must give the same bits everywhere.
/// </summary>
internal static class Cholesky
{
    // Rounding may leave a singular matrix (a correlation of exactly 1) a little below zero: n·2⁻⁵² for entries of at most 1, with room.
    private const double Slack = 1e-12;

    /// <summary>The root. Throws for a matrix that is not positive semi-definite.</summary>
    internal static double[,] Of(double[,] correlation) => Of(correlation, (_, _, _, _) =>
        new ArgumentException("These correlations cannot hold together: their matrix is not positive semi-definite.", nameof(correlation)));

    /// <summary>
    /// The root. For a matrix that is not positive semi-definite it throws what is made of the row and column of the first entry that those before it in rows
    /// up to its own do not allow, and of the least and most that they do.
    /// </summary>
    internal static double[,] Of(double[,] correlation, Func<int, int, double, double, Exception> refused)
    {
        int count = correlation.GetLength(0);
        double[,] root = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            // What the row's earlier entries leave of its variance, 1.
            double left = 1;
            for (int j = 0; j <= i; j++)
            {
                double before = 0, rest = correlation[i, j];
                for (int k = 0; k < j; k++)
                {
                    before += root[i, k] * root[j, k];
                    rest -= root[i, k] * root[j, k];
                }
                if (i == j)
                {
                    root[i, j] = rest > Slack ? Math.Sqrt(rest) : 0;
                    continue;
                }
                double reach = root[j, j] * Math.Sqrt(Math.Max(0, left));
                root[i, j] = root[j, j] == 0 ? 0 : rest / root[j, j];
                left -= root[i, j] * root[i, j];
                if ((root[j, j] == 0 && Math.Abs(rest) > Slack) || left < -Slack)
                    throw refused(i, j, before - reach, before + reach);
            }
        }
        return root;
    }
}
