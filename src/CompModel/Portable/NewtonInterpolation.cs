namespace CompModel;

/// <summary>
/// The polynomial through given points, by Newton's divided differences: subtraction, division and multiplication in a fixed order,
/// so that every machine finds the same coefficients. Meant for small degrees (below about ten) on a short interval round 0.
/// </summary>
internal static class NewtonInterpolation
{
    /// <summary>
    /// Replaces values at <paramref name="nodes"/> by the coefficients, in rising powers, of the polynomial that takes them there.
    /// Both spans have the same length, one more than the degree; nodes differ from each other.
    /// </summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void ToMonomials(ReadOnlySpan<double> nodes, Span<double> values)
    {
        if (nodes.Length != values.Length)
        {
            throw new ArgumentException($"{nodes.Length} nodes cannot have {values.Length} values.", nameof(values));
        }

        int n = nodes.Length;
        for (int order = 1; order < n; order++)
        {
            for (int i = n - 1; i >= order; i--)
            {
                values[i] = (values[i] - values[i - 1]) / (nodes[i] - nodes[i - order]);
            }
        }

        // Horner's rule from the innermost bracket out, in place: multiply what is built by (x − node), add the difference.
        for (int bracket = n - 2; bracket >= 0; bracket--)
        {
            for (int i = bracket; i < n - 1; i++)
            {
                values[i] -= nodes[bracket] * values[i + 1];
            }
        }
    }
}
