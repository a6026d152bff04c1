namespace CompModel;

/// <summary>
/// Integrals by the rule of Gauss and Kronrod on 7 and 15 points (QUADPACK's qk15), each interval halved until both agree. Exact for polynomials of degree 22;
/// ends are never asked for, so that a corner or jump there costs nothing.
/// </summary>
internal static class AdaptiveQuadrature
{
    private const int Deepest = 40;

    private static ReadOnlySpan<double> Points =>
    [
        0.991455371120812639206854697526329, 0.949107912342758524526189684047851, 0.864864423359769072789712788640926, 0.741531185599394439863864773280788,
        0.586087235467691130294144691258680, 0.405845151377397166906606412076961, 0.207784955007898467600689403773245,
    ];

    private static ReadOnlySpan<double> Kronrod =>
    [
        0.022935322010529224963732008058970, 0.063092092629978553290700663189204, 0.104790010322250183839876322541518, 0.140653259715525918745189590510238,
        0.169004726639267902826583426598550, 0.190350578064785409913256402421014, 0.204432940075298892414161999234649, 0.209482141084727828012999174891714,
    ];

    private static ReadOnlySpan<double> Gauss =>
        [0.129484966168869693270611432679082, 0.279705391489276667901467771423780, 0.381830050505118944950369775488975, 0.417959183673469387755102040816327];

    /// <summary>The integral between rising points, where the function may have corners and jumps. What is found differs from it by less than the tolerance for each of them.</summary>
    internal static double Of(Func<double, double> function, IReadOnlyList<double> points, double tolerance)
    {
        double sum = 0;
        for (int i = 1; i < points.Count; i++)
            sum += Of(function, points[i - 1], points[i], tolerance, Deepest);
        return sum;
    }

    // The two rules differ by far more than the longer one errs, so that halves may have the whole's tolerance.
    private static double Of(Func<double, double> function, double low, double high, double tolerance, int deeper)
    {
        double middle = low + ((high - low) / 2), half = (high - low) / 2, at = function(middle), kronrod = at * Kronrod[7], gauss = at * Gauss[3];
        for (int i = 0; i < 7; i++)
        {
            double both = function(middle - (half * Points[i])) + function(middle + (half * Points[i]));
            kronrod += both * Kronrod[i];
            gauss += i % 2 == 0 ? 0 : both * Gauss[i / 2];
        }
        return Math.Abs(kronrod - gauss) * half <= tolerance || deeper == 0
            ? kronrod * half
            : Of(function, low, middle, tolerance, deeper - 1) + Of(function, middle, high, tolerance, deeper - 1);
    }
}
