namespace CompModel;

/// <summary>
/// From the attainment of two measures to a payout (a fraction; 1 is 100 %): cells by rows and columns. The verb that makes it names the reading:
/// <see cref="Steps(ValueTuple{Rational, Boundary}[], ValueTuple{Rational, Boundary}[], Rational[,])"/> pays the cell of the last row and column reached,
/// <see cref="Interpolated"/> what lies on straight lines between cells. Below the first row or column nothing is paid; beyond the last, what the last pays.
/// </summary>
public sealed class PayoutMatrix : IEquatable<PayoutMatrix>
{
    private readonly (Rational From, Boundary Sense)[] rows, columns;
    private readonly Rational[,] cells;
    private readonly bool interpolated;

    private PayoutMatrix((Rational, Boundary)[] rows, (Rational, Boundary)[] columns, Rational[,] cells, bool interpolated)
    {
        Check(rows, nameof(rows));
        Check(columns, nameof(columns));
        if (cells.GetLength(0) != rows.Length || cells.GetLength(1) != columns.Length)
        {
            throw new ArgumentException(
                $"A matrix of {rows.Length} rows and {columns.Length} columns has as many cells; these are {cells.GetLength(0)} × {cells.GetLength(1)}.", nameof(cells));
        }
        foreach (Rational cell in cells)
        {
            if (cell.Sign < 0)
                throw new ArgumentOutOfRangeException(nameof(cells), cell, "A payout is at least zero.");
        }
        this.rows = rows;
        this.columns = columns;
        this.cells = cells;
        this.interpolated = interpolated;
    }

    /// <summary>The attainments at which rows begin.</summary>
    public IReadOnlyList<(Rational From, Boundary Sense)> Rows => rows;

    /// <summary>The attainments at which columns begin.</summary>
    public IReadOnlyList<(Rational From, Boundary Sense)> Columns => columns;

    /// <summary>Whether payouts lie on straight lines between cells; otherwise they jump from cell to cell.</summary>
    public bool IsInterpolated => interpolated;

    /// <summary>The payout of a row and a column.</summary>
    public Rational this[int row, int column] => cells[row, column];

    /// <summary>
    /// The cell of the last row and the last column that is reached; each begins at its attainment or just above it. Throws for rows or columns that do not rise
    /// (two at one attainment: first at or above, then above), another number of cells, and payouts below zero.
    /// </summary>
    public static PayoutMatrix Steps((Rational From, Boundary Sense)[] rows, (Rational From, Boundary Sense)[] columns, Rational[,] cells) =>
        new([.. rows], [.. columns], (Rational[,])cells.Clone(), interpolated: false);

    /// <summary>As above, every row and column beginning at its attainment.</summary>
    public static PayoutMatrix Steps(Rational[] rows, Rational[] columns, Rational[,] cells) => Steps(AtOrAbove(rows), AtOrAbove(columns), cells);

    /// <summary>Payouts on straight lines between the cells of neighbouring rows and columns. Throws as <see cref="Steps(Rational[], Rational[], Rational[,])"/> does.</summary>
    public static PayoutMatrix Interpolated(Rational[] rows, Rational[] columns, Rational[,] cells) =>
        new(AtOrAbove(rows), AtOrAbove(columns), (Rational[,])cells.Clone(), interpolated: true);

    /// <summary>The payout at two attainments.</summary>
    public Rational At(Rational row, Rational column)
    {
        int r = Reached(rows, row), c = Reached(columns, column);
        if (r < 0 || c < 0)
            return Rational.Zero;
        if (!interpolated)
            return cells[r, c];
        Rational along = Along(rows, r, row), across = Along(columns, c, column);
        int below = Math.Min(r + 1, rows.Length - 1), right = Math.Min(c + 1, columns.Length - 1);
        return Between(Between(cells[r, c], cells[r, right], across), Between(cells[below, c], cells[below, right], across), along);
    }

    /// <inheritdoc/>
    public bool Equals(PayoutMatrix? other) => other is not null && interpolated == other.interpolated && rows.AsSpan().SequenceEqual(other.rows)
        && columns.AsSpan().SequenceEqual(other.columns) && cells.Cast<Rational>().SequenceEqual(other.cells.Cast<Rational>());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PayoutMatrix);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(rows.Length, columns.Length, cells[0, 0], cells[rows.Length - 1, columns.Length - 1]);

    /// <summary>"7 × 6 payouts, 20 % to 100 %".</summary>
    public override string ToString()
    {
        Rational[] all = [.. cells.Cast<Rational>()];
        return $"{rows.Length} × {columns.Length} payouts, {Text.Percent(all.Aggregate(Rational.Min))} to {Text.Percent(all.Aggregate(Rational.Max))}{(interpolated ? ", interpolated" : "")}";
    }

    private static (Rational, Boundary)[] AtOrAbove(Rational[] places) => [.. places.Select(place => (place, Boundary.AtOrAbove))];

    private static void Check((Rational From, Boundary Sense)[] places, string name)
    {
        if (places.Length == 0)
            throw new ArgumentException("A matrix has at least one row and one column.", name);
        if (places[0].From.Sign < 0)
            throw new ArgumentOutOfRangeException(name, places[0].From, "Attainment is at least zero.");
        for (int i = 1; i < places.Length; i++)
        {
            bool rises = places[i].From > places[i - 1].From || (places[i].From == places[i - 1].From && places[i].Sense > places[i - 1].Sense);
            if (!rises)
                throw new ArgumentException($"Rows and columns rise; {Text.Percent(places[i].From)} follows {Text.Percent(places[i - 1].From)}.", name);
        }
    }

    private static int Reached((Rational From, Boundary Sense)[] places, Rational at)
    {
        int last = places.Length - 1;
        while (last >= 0 && !(places[last].Sense == Boundary.AtOrAbove ? at >= places[last].From : at > places[last].From))
            last--;
        return last;
    }

    private static Rational Along((Rational From, Boundary Sense)[] places, int reached, Rational at) =>
        reached + 1 < places.Length ? (at - places[reached].From) / (places[reached + 1].From - places[reached].From) : Rational.Zero;

    private static Rational Between(Rational here, Rational there, Rational along) => here + ((there - here) * along);
}
