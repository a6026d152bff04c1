using NodaTime;

namespace CompModel.Tests;

/// <summary>A seller of 2026 on a plan of some components, a quota of 1,200,000 in bookings and 600,000 in margin, a target incentive of 120,000 and a base of 60,000.</summary>
internal static class Seller
{
    public static readonly PlanYear Year = PlanYear.Calendar(2026);

    public static readonly Measure Margin = Measure.OfMoney("margin");

    public static Participant On(params Component[] components) => On(plan => plan, components);

    public static Participant On(Func<CompensationPlan, CompensationPlan> with, params Component[] components) =>
        new("R1", with(new("P", new OnTargetEarnings(60_000.Usd, 120_000.Usd), components)), new Quota(Measure.Bookings, 1_200_000.Usd), new Quota(Margin, 600_000.Usd));

    public static Credit Deal(int month, int day, decimal amount, string id, Measure? measure = null, CreditScope scope = CreditScope.Own) =>
        new("R1", measure ?? Measure.Bookings, new LocalDate(2026, month, day), amount.Usd, Rational.One, id, scope);

    public static Credit Product(this Credit credit, string product) => credit with { Attributes = credit.Attributes.With(DealAttribute.Product, product) };

    public static Credit Months(this Credit credit, int months) => credit with { Attributes = credit.Attributes.With(DealAttribute.TermMonths, months) };

    public static Money Earned(this Participant participant, params Credit[] credits) => participant.Statement(Year.Whole, credits).Earned;

    public static Money[] ByMonth(this Participant participant, int months, params Credit[] credits) =>
        [.. Enumerable.Range(1, months).Select(month => participant.Statement(Year.Month(month), credits).Earned)];

    public static Money[] ByQuarter(this Participant participant, params Credit[] credits) =>
        [.. Enumerable.Range(1, 4).Select(quarter => participant.Statement(Year.Quarter(quarter), credits).Earned)];

    /// <summary>Every line recomputes, and lines sum to what is earned.</summary>
    public static Statement Checked(this Statement statement)
    {
        foreach ((IReadOnlyList<StatementLine> lines, Money earned) in statement.Components.Select(one => (one.Lines, one.Earned)).Concat(statement.PlanResults.Select(one => (one.Lines, one.Earned))))
        {
            Assert.All(lines, line => Assert.Equal(line.Amount.Value, line.Base.Value * line.Rate));
            Assert.Equal((Rational)earned.Value, lines.Aggregate(Rational.Zero, (sum, line) => sum + line.Amount.Value));
        }
        return statement;
    }
}
