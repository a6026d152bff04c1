namespace CompModel;

/// <summary>What a matrix of correlations must be before anything is drawn by it. It is refused, never repaired.</summary>
internal static class CorrelationMatrix
{
    /// <summary>Throws, naming the measures, for what is no matrix of correlations of some measures.</summary>
    internal static void Check(double[,] matrix, IReadOnlyList<MeasureModel> models)
    {
        int count = models.Count;
        if (matrix.GetLength(0) != count || matrix.GetLength(1) != count)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The matrix has {matrix.GetLength(0)} rows and {matrix.GetLength(1)} columns; one of {count} measures has {count} of each."), nameof(matrix));
        }
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                string Pair() => $"{models[i].Measure} and {models[j].Measure}";
                if (i == j && matrix[i, i] != 1)
                    throw Refused(matrix[i, i], $"{models[i].Measure} correlates with itself by 1.");
                if (!(Math.Abs(matrix[i, j]) <= 1))
                    throw Refused(matrix[i, j], $"The correlation of {Pair()} is between −1 and 1.");
                if (matrix[i, j] != matrix[j, i])
                    throw Refused(matrix[i, j], FormattableString.Invariant($"A matrix of correlations is symmetric; {Pair()} correlate by {matrix[i, j]:R} and by {matrix[j, i]:R}."));
            }
        }
        _ = Cholesky.Of(matrix, (i, j, least, most) => new ArgumentException(
            "These correlations cannot hold together, their matrix is not positive semi-definite: "
                + FormattableString.Invariant($"beside those stated before, {models[i].Measure} and {models[j].Measure} correlate by {Math.Max(-1, least):0.####} to {Math.Min(1, most):0.####}, not {matrix[i, j]:0.#######}."),
            nameof(matrix)));
    }

    private static ArgumentOutOfRangeException Refused(double value, string message) => new("matrix", value, message);
}
