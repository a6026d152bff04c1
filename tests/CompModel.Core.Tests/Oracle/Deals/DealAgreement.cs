using System.Numerics;

namespace CompModel.Tests;

/// <summary>Where library and oracle differ on a plan year, if they do.</summary>
internal static class DealAgreement
{
    public static string? Difference(DealPlanCase plan)
    {
        var oracle = new DealOracle(plan);
        (BigInteger Cents, Fraction)[][] components = oracle.Components();
        BigInteger[] earned = oracle.Earned();
        Credit[] credits = plan.Credits;
        ParticipantTerms terms = plan.Participant.TermsFor(plan.Year);
        Position position = Position.AtStartOf(terms);
        BigInteger sum = 0;
        foreach (MeasurementPeriod month in plan.Year.Periods(Frequency.Monthly))
        {
            Statement statement = terms.Statement(position, month, credits);
            position = statement.Closing;
            for (int i = 0; i < components.Length; i++)
            {
                decimal its = statement.Components.Where(each => each.Component.Name == $"c{i}").Sum(each => each.Earned.Value);
                if (its != (decimal)components[i][month.Number - 1].Cents / 100)
                    return $"{month}: c{i} earns {its}, oracle {components[i][month.Number - 1].Cents} cents\n{statement.Explain()}";
            }
            if (statement.Earned.Value != (decimal)earned[month.Number - 1] / 100)
                return $"{month}: {statement.Earned}, oracle {earned[month.Number - 1]} cents\n{statement.Explain()}";
            sum += earned[month.Number - 1];
        }
        Money whole = terms.Participant.StatementThrough(plan.Year.End.PlusDays(-1), plan.Year, credits).Earned;
        return whole.Value == (decimal)sum / 100 ? null : $"the year in one: {whole}, oracle {sum} cents";
    }
}
