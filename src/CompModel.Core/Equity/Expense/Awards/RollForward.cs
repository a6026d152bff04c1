using NodaTime;

namespace CompModel;

/// <summary>
/// Unvested shares from the start of a period to its end: opening + granted − vested − forfeited = closing, as in the table of activity that ASC 718-10-50-2
/// asks for. In shares, or thousands or millions of them; parts are allowed. Unlike an <see cref="ExpenseSchedule"/> it knows no money.
/// <c>default</c> is nothing at all.
/// </summary>
public readonly record struct RollForward
{
    /// <summary>A period. Throws where a figure is below zero, or more vests and is forfeited than there is.</summary>
    public RollForward(Rational opening, Rational granted, Rational vested, Rational forfeited)
    {
        (Opening, Granted, Vested, Forfeited) =
            (Checked(opening, nameof(opening)), Checked(granted, nameof(granted)), Checked(vested, nameof(vested)), Checked(forfeited, nameof(forfeited)));
        if (Closing < 0)
        {
            throw new ArgumentException(
                $"{vested} vested and {forfeited} forfeited shares are more than the {opening + granted} there are, {opening} at opening and {granted} granted.");
        }
    }

    /// <summary>Unvested at the start.</summary>
    public Rational Opening { get; }

    /// <summary>Granted in the period.</summary>
    public Rational Granted { get; }

    /// <summary>Vested in the period, early vesting included.</summary>
    public Rational Vested { get; }

    /// <summary>Forfeited in the period.</summary>
    public Rational Forfeited { get; }

    /// <summary>Unvested at the end.</summary>
    public Rational Closing => Opening + Granted - Vested - Forfeited;

    /// <summary>The period after this one: it opens where this one closes.</summary>
    public RollForward Then(Rational granted, Rational vested, Rational forfeited) => new(Closing, granted, vested, forfeited);

    /// <summary>
    /// The activity of awards over some days, by what is recorded: an award counts from its grant date on. Periods laid end to end open where the one before
    /// closes.
    /// </summary>
    public static RollForward Of(IEnumerable<Award> awards, DateRange days)
    {
        ArgumentNullException.ThrowIfNull(awards);
        LocalDate before = days.Start.PlusDays(-1), last = days.End.PlusDays(-1);
        Rational opening = 0, granted = 0, vested = 0, forfeited = 0;
        foreach (Award award in awards.Where(award => award.Granted <= last))
        {
            bool there = award.Granted <= before;
            foreach (AwardTranche tranche in award.History)
            {
                opening += there ? tranche.Shares - tranche.VestedBy(before) - tranche.ForfeitedBy(before) : 0;
                granted += there ? 0 : tranche.Shares;
                vested += tranche.VestedBy(last) - tranche.VestedBy(before);
                forfeited += tranche.ForfeitedBy(last) - tranche.ForfeitedBy(before);
            }
        }
        return new(opening, granted, vested, forfeited);
    }

    private static Rational Checked(Rational figure, string parameter) =>
        figure >= 0 ? figure : throw new ArgumentOutOfRangeException(parameter, figure, "Shares of a roll-forward are at least zero.");
}
