using System.Numerics;
using NodaTime;

namespace CompModel.Tests;

/// <summary>Where library and oracle differ on a plan year of curves, if they do.</summary>
internal static class PlanYearAgreement
{
    public static string? Difference(PlanYearCase plan)
    {
        (LocalDate End, BigInteger Earned)[] expected = [.. new SlowOracle(plan).Earned().SelectMany(window => window)];
        Credit[] credits = plan.Credits;
        ParticipantTerms terms = plan.Participant.TermsFor(plan.Year);
        Position position = Position.AtStartOf(terms);
        var minor = (decimal)BigInteger.Pow(10, plan.MinorDigits);
        BigInteger sum = 0;
        foreach (MeasurementPeriod month in plan.Year.Periods(Frequency.Monthly))
        {
            BigInteger inMonth = expected.Where(piece => month.Start < piece.End && piece.End <= month.End).Aggregate(BigInteger.Zero, (total, piece) => total + piece.Earned);
            Statement statement = terms.Statement(position, month, credits);
            if (statement.Earned.Value != (decimal)inMonth / minor)
                return $"{month}: {statement.Earned}, oracle {inMonth} minor units\n{statement.Explain()}";
            position = statement.Closing;
            sum += inMonth;
        }
        Money whole = plan.Participant.StatementThrough(plan.Year.End.PlusDays(-1), plan.Year, credits).Earned;
        return whole.Value == (decimal)sum / minor ? null : $"the year in one: {whole}, oracle {sum} minor units";
    }
}
