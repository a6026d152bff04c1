using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace CompModel.Tests;

/// <summary>The library against a second implementation that shares nothing of what it computes with: to the cent.</summary>
[Properties(Arbitrary = [typeof(PlanYearCases)])]
public class OracleLaws
{
    [Law(MaxTest = 300)]
    public void Every_statement_of_a_plan_year_agrees_with_the_slow_oracle(PlanYearCase plan) => Agree(plan);

    [Law(MaxTest = 300, Arbitrary = [typeof(ChangingPlans)])]
    public void Every_statement_of_a_year_in_which_the_plan_changes_agrees_with_the_slow_oracle(PlanYearCase plan) => Agree(plan);

    [Law(MaxTest = 100)]
    public void Terms_agree_with_the_slow_oracle(PlanYearCase plan) => TermsAgree(plan);

    [Law(MaxTest = 100, Arbitrary = [typeof(ChangingPlans)])]
    public void Terms_of_a_year_in_which_the_plan_changes_agree_with_the_slow_oracle(PlanYearCase plan) => TermsAgree(plan);

    [Law(MaxTest = 1000)]
    public void A_curve_pays_what_its_rules_say_at_every_place_and_beside_it(CurveRules rules, int thousandths)
    {
        PayoutCurve curve = rules.Curve();
        foreach (int place in rules.Places.SelectMany(percent => new[] { (percent * 1000) - 1, percent * 1000, (percent * 1000) + 1 }).Append(thousandths))
        {
            Fraction paid = SlowOracle.Payout(rules, new(place, 100_000));
            Assert.True(paid.Is(curve.PayoutAt((Rational)place / 100_000)), $"at {place}/1000 %: {curve.PayoutAt((Rational)place / 100_000)}, oracle {paid}");
        }
    }

    /// <summary>As many plan years as <c>COMPMODEL_PLAN_YEARS</c> says, on fresh seeds; none where it is not set.</summary>
    [Fact]
    public void As_many_plan_years_as_asked_for_agree_with_the_slow_oracle()
    {
        if (Environment.GetEnvironmentVariable("COMPMODEL_PLAN_YEARS") is not { Length: > 0 } asked)
            return;
        Config config = Config.QuickThrowOnFailure.WithMaxTest(int.Parse(asked, CultureInfo.InvariantCulture));
        Prop.ForAll(PlanYearCases.Arbitrary(), Agree).Check(config);
        Prop.ForAll(ChangingPlans.Arbitrary(), Agree).Check(config);
    }

    private static void TermsAgree(PlanYearCase plan)
    {
        var oracle = new SlowOracle(plan);
        ParticipantTerms terms = plan.Participant.TermsFor(plan.Year);
        SlowOracle.Window[] windows = oracle.Windows();
        Assert.Equal(windows.Select(window => ($"plan {window.Plan}", $"m{window.Component.Measure}")), terms.Components.Select(component => (component.Plan.Name, component.Component.Name)));
        for (int i = 0; i < windows.Length; i++)
        {
            Assert.Equal(windows[i].Pieces.Select(piece => new DateRange(piece.Start, piece.End)), terms.Components[i].Periods.Select(period => period.Days));
            for (int p = 0; p < windows[i].Pieces.Length; p++)
            {
                SlowOracle.Piece piece = windows[i].Pieces[p];
                PeriodTerms period = terms.Components[i].Periods[p];
                Assert.True(piece.Quota.Is(period.Quota.Value), $"{period.Days} quota {period.Quota.Value}, oracle {piece.Quota}");
                Assert.True(piece.Target.Is(period.Target.Value), $"{period.Days} target {period.Target.Value}, oracle {piece.Target}");
                Assert.True(piece.PaidWithoutQuota.Is(period.PaidWithoutQuota.Value), $"{period.Days} without quota {period.PaidWithoutQuota.Value}, oracle {piece.PaidWithoutQuota}");
            }
        }
        Assert.True(oracle.Salary().Is(terms.Salary(plan.Year.Days).Value));
    }

    private static void Agree(PlanYearCase plan)
    {
        (LocalDate End, BigInteger Earned)[] expected = [.. new SlowOracle(plan).Earned().SelectMany(window => window)];
        Participant participant = plan.Participant;
        Credit[] credits = plan.Credits;
        decimal minor = 1m;
        for (int digit = 0; digit < plan.MinorDigits; digit++)
            minor /= 10;
        BigInteger sum = 0;
        foreach (MeasurementPeriod month in plan.Year.Periods(Frequency.Monthly))
        {
            BigInteger expectedInMonth = expected.Where(piece => month.Start < piece.End && piece.End <= month.End).Aggregate(BigInteger.Zero, (total, piece) => total + piece.Earned);
            sum += expectedInMonth;
            Statement statement = participant.Statement(month, credits);
            Assert.True((decimal)expectedInMonth * minor == statement.Earned.Value, $"{month}: {statement.Earned}, oracle {expectedInMonth} minor units\n{statement.Explain()}");
        }
        Assert.Equal((decimal)sum * minor, participant.StatementThrough(plan.Year.End.PlusDays(-1), plan.Year, credits).Earned.Value);
    }
}
