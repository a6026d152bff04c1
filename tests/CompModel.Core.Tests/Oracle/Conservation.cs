using NodaTime;

namespace CompModel.Tests;

/// <summary>
/// Where a plan year loses or finds a cent, if it does, without a second implementation: the months sum to the year, what is continued from a position is what is read
/// from the start, lines recompute and sum to what is earned.
/// </summary>
internal static class Conservation
{
    /// <summary>The first thing that does not add up; <paramref name="cut"/> is a day of the year, counted from its first, after which a statement is continued.</summary>
    public static string? Difference(Participant participant, PlanYear year, Credit[] credits, int cut)
    {
        ParticipantTerms terms = participant.TermsFor(year);
        Position start = Position.AtStartOf(terms), position = start;
        Statement whole = Statement.Read(terms, start, year.End, "year", credits);
        if (Lines(whole) is { } inYear)
            return inYear;
        Money sum = new(0, whole.Earned.Currency);
        foreach (MeasurementPeriod month in year.Periods(Frequency.Monthly))
        {
            Statement statement = terms.Statement(position, month, credits);
            if (Lines(statement) is { } inMonth)
                return inMonth;
            sum += statement.Earned;
            position = statement.Closing;
        }
        if (sum != whole.Earned)
            return $"the months earn {sum}, the year {whole.Earned}";
        if (Windows(position, whole.Closing) is { } afterMonths)
            return afterMonths;
        LocalDate day = year.Start.PlusDays(cut % year.Days.Days);
        Statement before = Statement.Read(terms, start, day, "before", credits), after = Statement.Read(terms, before.Closing, year.End, "after", credits);
        if (before.Earned + after.Earned != whole.Earned)
            return $"until {day:uuuu-MM-dd} {before.Earned} are earned, from then on {after.Earned}, in the year {whole.Earned}";
        return Lines(before) ?? Lines(after) ?? Windows(after.Closing, whole.Closing);
    }

    /// <summary>Whether each line recomputes, and all sum to what is earned.</summary>
    public static string? Lines(Statement statement)
    {
        Money total = new(0, statement.Earned.Currency);
        foreach ((IReadOnlyList<StatementLine> lines, Money earned) in statement.Components.Select(each => (each.Lines, each.Earned)).Concat(statement.PlanResults.Select(each => (each.Lines, each.Earned))))
        {
            Rational sum = Rational.Zero;
            foreach (StatementLine line in lines)
            {
                if (line.Base.Value * line.Rate != line.Amount.Value)
                    return $"a line does not recompute: {line}\n{statement.Explain()}";
                sum += line.Amount.Value;
            }
            if (sum != earned.Value)
                return $"lines sum to {sum}, earned are {earned}\n{statement.Explain()}";
            total += earned;
        }
        return total == statement.Earned ? null : $"parts sum to {total}\n{statement.Explain()}";
    }

    private static string? Windows(Position one, Position other)
    {
        foreach ((string component, OpenWindow window) in one.Windows)
        {
            if (window != other.Windows[component])
                return $"the window of '{component}' closes as {window} or as {other.Windows[component]}";
        }
        return null;
    }
}
