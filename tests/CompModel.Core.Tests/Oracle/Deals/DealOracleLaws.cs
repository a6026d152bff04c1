using FsCheck.Xunit;

namespace CompModel.Tests;

/// <summary>
/// Plans that rate deals, against a second implementation that shares nothing of what it computes with: to the cent. Ten million of them, and of the other oracle's, are
/// a matter of the command in <c>docs/plan-years.md</c>.
/// </summary>
[Properties(Arbitrary = [typeof(DealPlanYears)])]
public class DealOracleLaws
{
    [Law(MaxTest = 1000)]
    public void Every_statement_of_a_plan_year_with_rated_deals_agrees_with_the_slow_oracle(DealPlanCase plan) => Assert.Null(DealAgreement.Difference(plan));
}
