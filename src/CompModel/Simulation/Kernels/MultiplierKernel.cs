namespace CompModel;

/// <summary>A multiplier compiled for one window: the factor as a function of credited amounts.</summary>
internal abstract class MultiplierKernel
{
    private MultiplierKernel()
    {
    }

    /// <summary>The factor in a trial.</summary>
    internal abstract double At(in CreditTile credits, int trial);

    /// <summary>A multiplier for the credits and quotas of some days.</summary>
    internal static MultiplierKernel Of(Multiplier multiplier, Func<Measure, CreditScope, AskedCredits> asked) => multiplier switch
    {
        Multiplier.ByCurve one => new Curve(one.Curve, asked(one.Measure, one.Scope)),
        Multiplier.ByMatrix two => new Matrix(two.Matrix, asked(two.Rows, two.Scope), asked(two.Columns, two.Scope)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private sealed class Curve(PayoutCurve curve, AskedCredits asked) : MultiplierKernel
    {
        private readonly RateKernel? factor = RateKernel.Of(curve, asked.Quota, Rational.One);

        // Nothing asked is nothing attained.
        private readonly double withoutQuota = curve.PayoutAt(Rational.Zero).ToDouble();

        internal override double At(in CreditTile credits, int trial) => factor is null ? withoutQuota : factor.Pay(credits.In(asked.Credits, trial));
    }

    private sealed class Matrix : MultiplierKernel
    {
        private readonly Side rows, columns;
        private readonly double[,] cells;
        private readonly bool interpolated;

        internal Matrix(PayoutMatrix matrix, AskedCredits inRows, AskedCredits inColumns)
        {
            rows = new(matrix.Rows, inRows);
            columns = new(matrix.Columns, inColumns);
            interpolated = matrix.IsInterpolated;
            cells = new double[matrix.Rows.Count, matrix.Columns.Count];
            for (int row = 0; row < matrix.Rows.Count; row++)
            {
                for (int column = 0; column < matrix.Columns.Count; column++)
                    cells[row, column] = matrix[row, column].ToDouble();
            }
        }

        internal override double At(in CreditTile credits, int trial)
        {
            (int row, double along) = rows.At(credits, trial);
            (int column, double across) = columns.At(credits, trial);
            if (row < 0 || column < 0)
                return 0;
            if (!interpolated)
                return cells[row, column];
            int below = Math.Min(row + 1, cells.GetLength(0) - 1), right = Math.Min(column + 1, cells.GetLength(1) - 1);
            return Between(Between(cells[row, column], cells[row, right], across), Between(cells[below, column], cells[below, right], across), along);
        }

        private static double Between(double here, double there, double along) => Math.FusedMultiplyAdd(there - here, along, here);
    }

    /// <summary>The rows or the columns of a matrix, their places in amounts.</summary>
    private sealed class Side(IReadOnlyList<(Rational From, Boundary Sense)> places, AskedCredits asked)
    {
        private readonly double[] from = [.. places.Select(place => (place.From * asked.Quota).ToDouble())];
        private readonly bool[] above = [.. places.Select(place => place.Sense == Boundary.Above)];
        private readonly ReadSpan read = asked.Quota.Sign == 0 ? ReadSpan.Nothing : asked.Credits;

        // Without quota the attainment is zero, which reaches what begins there.
        private readonly int withoutQuota = places.Count(place => place.From.Sign == 0 && place.Sense == Boundary.AtOrAbove) - 1;

        internal (int Reached, double Along) At(in CreditTile credits, int trial)
        {
            if (asked.Quota.Sign == 0)
                return (withoutQuota, 0);
            double credited = credits.In(read, trial);
            int reached = from.Length - 1;
            while (reached >= 0 && !(above[reached] ? credited > from[reached] : credited >= from[reached]))
                reached--;
            return (reached, reached >= 0 && reached + 1 < from.Length ? (credited - from[reached]) / (from[reached + 1] - from[reached]) : 0);
        }
    }
}
