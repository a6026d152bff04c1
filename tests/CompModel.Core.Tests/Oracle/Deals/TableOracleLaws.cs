using FsCheck.Xunit;

namespace CompModel.Tests;

/// <summary>Rate tables against their readings, walked tier by tier.</summary>
[Properties(Arbitrary = [typeof(DealPlanYears)])]
public class TableOracleLaws
{
    [Law(MaxTest = 500)]
    public void A_table_pays_what_its_reading_says_at_every_tier_beside_it_and_below_zero(DealPlanCase plan, int cents)
    {
        foreach (TableRules rules in plan.Components.SelectMany(component => new[] { component.Table }.OfType<TableRules>().Concat(component.RateTables)))
        {
            // A quota of one leaves shares as they are.
            RateTable table = DealComponents.Of(rules);
            var oracle = new TableOracle(rules, 1);
            foreach (long place in rules.Tiers.SelectMany(tier => new[] { tier.From - 1, tier.From, tier.From + 1, -tier.From }).Append(rules.To).Append(cents))
            {
                Fraction amount = new(place, 100), paid = oracle.Between(0, amount, amount);
                Assert.True(paid.Is(table.CommissionOn((Rational)place / 100)), $"at {place}/100: {table.CommissionOn((Rational)place / 100)}, oracle {paid}; {rules}");
            }
        }
    }
}
