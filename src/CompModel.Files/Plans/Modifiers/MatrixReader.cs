namespace CompModel.Files;

/// <summary>
/// A payout by the attainment of two measures: <c>rows</c> and <c>columns</c>, each a measure and the places from which they begin, and the cells under the name of their
/// reading: <c>steps</c> (of the last row and column reached) or <c>interpolated</c> (on straight lines between).
/// </summary>
internal sealed class MatrixReader(MeasureCatalog measures)
{
    /// <summary>The matrix and its measures; null, reported, where something is wrong with it.</summary>
    public (Measure Rows, Measure Columns, PayoutMatrix Matrix)? Read(YamlNode node)
    {
        if (KeyReader.Of(node, "a matrix", ["rows", "columns", "steps", "interpolated"]) is not { } keys)
            return null;
        var rows = Side(keys, "rows");
        var columns = Side(keys, "columns");
        if (keys.Single(["steps", "interpolated"], "a matrix has one reading") is not { } reading)
        {
            keys.Require("steps", "the payouts row by row, such as [[50 %, 75 %], [75 %, 100 %]], under steps or interpolated");
            return null;
        }
        YamlNode list = keys.Find(reading)!;
        Rational[][]? cells = list.EachOf(reading, row => row.Each("a row", cell => cell.Field("payout")?.Percent()));
        if (rows is not { } down || columns is not { } across || cells is null || !Fits(list, cells, across.From.Length))
            return null;
        bool interpolated = reading == "interpolated";
        if (interpolated && down.From.Concat(across.From).Any(place => place.Sense == Boundary.Above))
        {
            list.Source.Report(list.Start, DiagnosticCode.KeyConflict, "interpolated beside rows or columns that begin above a place", "places at which they begin", "between straight lines there are no sides");
            return null;
        }
        var payouts = new Rational[cells.Length, across.From.Length];
        for (int row = 0; row < cells.Length; row++)
        {
            for (int column = 0; column < across.From.Length; column++)
                payouts[row, column] = cells[row][column];
        }
        PayoutMatrix? matrix = list.Build(() => interpolated
            ? PayoutMatrix.Interpolated([.. down.From.Select(place => place.Place)], [.. across.From.Select(place => place.Place)], payouts)
            : PayoutMatrix.Steps(down.From, across.From, payouts));
        return matrix is null ? null : (down.Measure, across.Measure, matrix);
    }

    private static bool Fits(YamlNode list, Rational[][] cells, int columns)
    {
        int wrong = Array.FindIndex(cells, row => row.Length != columns);
        if (wrong >= 0)
            list.Source.Report(((YamlNode.Sequence)list).Nodes[wrong].Start, DiagnosticCode.Type, FormattableString.Invariant($"row {wrong + 1} has {cells[wrong].Length} payouts"), FormattableString.Invariant($"{columns}, one for each column"), "");
        return wrong < 0;
    }

    private (Measure Measure, (Rational Place, Boundary Sense)[] From)? Side(KeyReader keys, string side)
    {
        if (keys.Require(side, "a measure and the places from which they begin, such as { measure: bookings, from: [0 %, 100 %] }") is not { } node || KeyReader.Of(node, side, ["measure", "from"]) is not { } its)
            return null;
        Measure? measure = its.RequireField("measure", "what is measured, such as bookings") is { } named ? measures.Find(named) : null;
        var from = its.Require("from", "the attainments from which they begin, such as [0 %, 100 %]")?.Each("from", item => PlaceReader.Read(item, "place", field => field.Percent()));
        return measure is null || from is null ? null : (measure, from);
    }
}
