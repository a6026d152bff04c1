namespace CompModel;

/// <summary>
/// Normal variates that many share in some trials, the company's or a team's: a row for each of <see cref="LatentVariates.Rows"/>, whose trials of interest
/// start at an offset. <c>default</c> has no rows: what somebody without a team shares with one.
/// </summary>
/// <param name="Rows">[row][trial].</param>
/// <param name="Offset">Where the first trial stands in each row.</param>
internal readonly record struct SharedVariates(float[][] Rows, int Offset = 0)
{
    internal bool IsNone => Rows is null;

    internal ReadOnlySpan<float> Row(int row, int count) => Rows[row].AsSpan(Offset, count);
}
