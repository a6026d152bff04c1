using NodaTime;

namespace CompModel.Reports;

/// <summary>What happens to a grant on a day for one reason: shares that move, or an event that moves none by itself.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">What the move does; null for an event.</param>
/// <param name="Shares">How many shares, in those of the day; zero for an event.</param>
/// <param name="Vested">Shares vested when the day is over, in those of the day.</param>
/// <param name="All">All shares of the grant then.</param>
/// <param name="Cause">What brought the move about; null for an event.</param>
/// <param name="Reason">Why, or what happened.</param>
internal sealed record VestingLine(LocalDate Date, GrantMoveKind? Kind, Rational Shares, Rational Vested, Rational All, GrantMoveCause? Cause, string Reason)
{
    /// <summary>The shares in those after the last split, which is what a price is of.</summary>
    internal Rational PricedShares { get; private init; }

    /// <summary>
    /// The lines of a grant in order of days. What would lapse after the day up to which things are known is not among them: it still waits.
    /// </summary>
    internal static IReadOnlyList<VestingLine> Of(HeldGrant held, LocalDate known)
    {
        GrantActivity activity = held.Activity;
        HashSet<LocalDate> eventful = [.. activity.Events.Select(happened => happened.Date)];
        ILookup<LocalDate, GrantMove> moves = activity.Moves.Where(move => move.Kind != GrantMoveKind.Forfeited || move.Date <= known).ToLookup(move => move.Date);
        ILookup<LocalDate, string> events = activity.Events.Select(happened => (happened.Date, Text: Words(happened))).Where(happened => happened.Text.Length > 0).ToLookup(happened => happened.Date, happened => happened.Text);
        var lines = new List<VestingLine>();
        (Rational vested, Rational all) = (Rational.Zero, held.Grant.Shares);
        foreach (LocalDate date in moves.Select(day => day.Key).Concat(events.Select(day => day.Key)).Distinct().Order())
        {
            // By schedule alone shares only add up; whatever else happens may change what had vested.
            if (eventful.Contains(date))
                (all, vested, _, _, _, _) = activity.At(date);
            else
                vested = moves[date].Where(move => move.Kind == GrantMoveKind.Vested).Aggregate(vested, (sum, move) => sum + move.Shares);
            lines.AddRange(events[date].Select(text => new VestingLine(date, null, Rational.Zero, vested, all, null, text)));
            lines.AddRange(moves[date].GroupBy(move => (move.Kind, move.Cause, move.Reason)).Select(group =>
                new VestingLine(date, group.Key.Kind, group.Aggregate(Rational.Zero, (sum, move) => sum + move.Shares), vested, all, group.Key.Cause, group.Key.Reason)));
        }
        GrantEvent.Split[] splits = [.. activity.Events.OfType<GrantEvent.Split>()];
        return [.. lines.Select(line => line with { PricedShares = splits.Where(split => split.Date > line.Date).Aggregate(line.Shares, (shares, split) => shares * split.Ratio) })];
    }

    // What moves shares at once says so by its moves.
    private static string Words(GrantEvent happened) => happened switch
    {
        GrantEvent.Met met => $"{met.Condition} is met{(met.Result is { } result ? $", result {result}" : "")}",
        GrantEvent.Left left => $"left ({left.Reason.Words})",
        GrantEvent.OnLeave leave => $"on leave until {ShareFigures.Day(leave.Days.End.PlusDays(-1))}{leave.Tolling switch { Tolling.Shift => ", vesting shifts", Tolling.Append => ", missed vesting is appended", _ => "" }}",
        GrantEvent.Split split => $"split {split.Ratio.Numerator}:{split.Ratio.Denominator}",
        _ => "",
    };
}
