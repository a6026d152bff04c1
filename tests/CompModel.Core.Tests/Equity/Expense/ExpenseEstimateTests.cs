using NodaTime;

namespace CompModel.Tests.Equity;

public class ExpenseEstimateTests
{
    private static readonly LocalDate NewYear = new(2026, 1, 1);
    private static readonly ExpensePolicy Graded = ExpensePolicy.Asc718(Attribution.Graded);

    [Fact]
    public void A_record_trues_an_estimate_up_and_later_tranches_stay_estimates()
    {
        Award award = new Award("R", NewYear, 1.Usd, [new(new(2027, 1, 1), 100), new(new(2028, 1, 1), 100)]);
        ExpensePolicy tenth = Graded.Forfeiting(ForfeiturePolicy.ExpectingToVest(90.Percent));
        Assert.Equal(90 + 45, Expense.Of(award, tenth).CumulativeAt(new(2026, 12, 31)).Value);
        Award known = award.With(new AwardChange.Forfeited(new(2027, 1, 1), new(2026, 6, 30), 4)).Recorded(through: new(2026, 12, 31));
        Assert.Equal(96 + 45, Expense.Of(known, tenth).CumulativeAt(new(2026, 12, 31)).Value);
        Assert.Equal(96 + 90, Expense.Of(known, tenth).Total.Value);
        // A rate is of what is left at the end of the record: a year of it to come.
        Assert.Equal(96 + 95, Expense.Of(known, Graded.Forfeiting(ForfeiturePolicy.AtAnnualRate(5.Percent))).Total.Value);
    }

    [Fact]
    public void A_vesting_date_closes_the_estimate_of_its_tranche()
    {
        Award award = new("V", NewYear, 1.Usd, [new(new(2027, 1, 1), 100), new(new(2028, 1, 1), 100)]);
        EffectiveDated<Rational> portions = new EffectiveDated<Rational>(90.Percent).From(new(2027, 1, 2), 40.Percent);
        Assert.Equal(90 + 40, Expense.Of(award, Graded.Forfeiting(ForfeiturePolicy.ExpectingToVest(portions))).Total.Value);
        EffectiveDated<Rational> rates = new EffectiveDated<Rational>(10.Percent).From(new(2027, 1, 2), 40.Percent);
        Assert.Equal(90 + 36, Expense.Of(award, Graded.Forfeiting(ForfeiturePolicy.AtAnnualRate(rates))).Total.Value);
    }

    [Fact]
    public void An_estimated_portion_is_of_shares_that_were_not_accelerated()
    {
        Award award = new Award("V", NewYear, 1.Usd, [new(new(2028, 1, 1), 100)]).With(new AwardChange.Accelerated(new(2028, 1, 1), new(2026, 12, 31), 20));
        Assert.Equal(20 + 72, Expense.Of(award, Graded.Forfeiting(ForfeiturePolicy.ExpectingToVest(90.Percent))).Total.Value);
    }

    [Fact]
    public void An_annual_rate_takes_whole_years_on_one_another_and_a_part_of_a_year_evenly() =>
        Assert.Equal(
            100 * 0.9m * 0.95m,
            Expense.Of(new("Y", NewYear, 1.Usd, [new(new(2027, 7, 1), 100)]), Graded.Forfeiting(ForfeiturePolicy.AtAnnualRate(10.Percent))).Total.Value);
}
