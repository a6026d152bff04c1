namespace CompModel;

/// <summary>
/// Builds a law's table of draws from its exact quantiles. Cells are halved until the polynomial through eight Chebyshev points (or a line) is, halfway
/// between all of them, within 5e-12 of the quantile, of the greater of the attainment and a thousandth of the mean; tests find less than 1e-11 everywhere.
/// (Where attainment rises steeply beside a lump, also within what 4e-15 of a variate makes: no quantile is known better than its probability is rounded.)
/// Where the quantile has no derivative (where a group's range begins or ends among others, beside a lump) halving stops at cells that are hit less than once
/// in 10⁹ trials: there the attainment is held between those at the cell's ends.
/// </summary>
internal sealed class NormalTableBuilder
{
    private const double Tolerance = 5e-12, Rounding = 4.5e-16, VariateRounding = 4e-15;

    // Some dozens are usual, some hundreds are needed for groups far apart; this many only bound the memory of a law that is not smooth at all.
    private const int MostCells = 100_000;

    // −cos(πi/7) and the halfway points between them.
    private static readonly double[] Nodes = [-1, -0.9009688679024191, -0.6234898018587335, -0.22252093395631434, 0.22252093395631434, 0.6234898018587335, 0.9009688679024191, 1];
    private static readonly double[] Probes = [.. Nodes.Skip(1).Select((node, i) => (node + Nodes[i]) / 2)];

    private readonly TabulatedAttainment model;
    private readonly double floor;
    private readonly List<NormalCell> cells = [];

    private NormalTableBuilder(TabulatedAttainment model)
    {
        this.model = model;
        floor = model.Mean / 1000;
    }

    /// <summary>The table of a law.</summary>
    internal static NormalTable Build(TabulatedAttainment model)
    {
        var builder = new NormalTableBuilder(model);
        Break[] breaks = [.. model.Breaks];
        double from = -NormalTable.Reach;
        for (int i = 0; i < breaks.Length; i++)
        {
            Break here = breaks[i];
            double to = Math.Min(NormalTable.Reach, here.UpTo);
            if (here.UpTo > here.Below && to > from)
            {
                builder.cells.Add(NormalCell.Constant(from, to, here.At));
                from = to;
            }
            (double next, double high) = i + 1 < breaks.Length ? (breaks[i + 1].Below, breaks[i + 1].At) : (double.PositiveInfinity, double.PositiveInfinity);
            to = Math.Min(NormalTable.Reach, next);
            if (to > from)
            {
                builder.AddPiece(from, to, here.At, high);
                from = to;
            }
        }
        return new(builder.cells);
    }

    /// <summary>The width at which halving stops: at a density of 1/√(2π) 2⁻³⁰ of a variate, where variates are rarer as much wider, and never above 1/64.</summary>
    internal static double LeastWidth(double z) => Math.Min(1.0 / 64, 1 / (PortableNormal.Density(z) * (1 << 30)));

    // Stretches of at most one variate, each then halved as needed.
    private void AddPiece(double from, double to, double low, double high)
    {
        int stretches = (int)Math.Ceiling(to - from);
        // At the very edge of a lump the quantile is still the lump's; the piece begins beyond it.
        double end = from, atEnd = Math.Max(low, model.AtNormal(from, low, high));
        for (int i = 1; i <= stretches; i++)
        {
            (double start, double atStart) = (end, atEnd);
            end = i == stretches ? to : from + ((to - from) * i / stretches);
            atEnd = Math.Max(atStart, model.AtNormal(end, atStart, high));
            Add(start, end, atStart, atEnd);
        }
    }

    private void Add(double from, double to, double low, double high)
    {
        double half = (to - from) / 2, centre = from + half;
        if (to - from <= LeastWidth(centre) || low >= high || cells.Count > MostCells)
        {
            cells.Add(NormalCell.Line(from, to, low, Math.Max(low, high)));
            return;
        }
        double[] coefficients = [low, .. Nodes[1..^1].Select(node => model.AtNormal(centre + (half * node), low, high)), high];
        double[] probes = [.. Probes.Select(node => model.AtNormal(centre + (half * node), low, high))];
        NormalCell line = NormalCell.Line(from, to, low, high);
        if (Fits(line, centre, half, Probes, probes) && Fits(line, centre, half, Nodes, coefficients))
        {
            cells.Add(line);
            return;
        }
        NewtonInterpolation.ToMonomials(Nodes, coefficients);
        NormalCell cell = NormalCell.Of(from, to, low, high, coefficients);
        if (Fits(cell, centre, half, Probes, probes) && Rises(cell, centre, half))
        {
            cells.Add(cell);
            return;
        }
        double middle = model.AtNormal(centre, low, high);
        Add(from, centre, low, middle);
        Add(centre, to, middle, high);
    }

    private bool Fits(NormalCell cell, double centre, double half, double[] at, double[] exact)
    {
        double rounding = (cell.High - cell.Low) / (2 * half) * VariateRounding;
        for (int i = 0; i < at.Length; i++)
        {
            if (!(Math.Abs(cell.At(centre + (half * at[i])) - exact[i]) <= (Tolerance * Math.Max(exact[i], floor)) + rounding))
                return false;
        }
        return true;
    }

    private static bool Rises(NormalCell cell, double centre, double half)
    {
        double before = cell.At(centre - half);
        for (int i = -63; i <= 64; i++)
        {
            double next = cell.At(centre + (half * i / 64));
            if (next < before * (1 - Rounding))
                return false;
            before = next;
        }
        return true;
    }
}
