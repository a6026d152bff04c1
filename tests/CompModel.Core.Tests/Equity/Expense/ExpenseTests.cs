using NodaTime;

namespace CompModel.Tests.Equity;

public class ExpenseTests
{
    private static readonly LocalDate NewYear = new(2026, 1, 1);
    private static readonly ExpensePolicy Graded = ExpensePolicy.Asc718(Attribution.Graded), StraightLine = ExpensePolicy.Asc718(Attribution.StraightLine);

    // One year from mid-January, 1,200 at 1.00: a hundred a month of service.
    private static readonly Award MidMonth = new("M", new(2026, 1, 15), 1.Usd, [new(new(2027, 1, 15), 1_200)]);

    // 9,000 a year over four years at 1.00.
    private static readonly Award FourYears = new("F", NewYear, 1.Usd, Enumerable.Range(1, 4).Select(n => new Tranche(NewYear.PlusYears(n), 9_000)));

    [Fact]
    public void A_month_that_starts_within_a_month_takes_its_days_of_it()
    {
        IReadOnlyList<ExpensePeriod> months = Expense.Of(MidMonth, StraightLine).ByMonth();
        Assert.Equal(13, months.Count);
        Assert.Equal(new DateRange(new(2026, 1, 15), new(2026, 2, 1)), months[0].Days);
        // 17 of the 31 days from 15 January to 14 February; then the other 14, and 14 of the 28 from 15 February.
        Assert.Equal((Rational)1_700 / 31, months[0].Expense.Value);
        Assert.Equal(((Rational)1_400 / 31) + 50, months[1].Expense.Value);
        Assert.Equal(new DateRange(new(2027, 1, 1), new(2027, 1, 15)), months[^1].Days);
        // 14 of the 31 days from 15 December.
        Assert.Equal((Rational)1_400 / 31, months[^1].Expense.Value);
    }

    [Fact]
    public void By_equal_days_a_month_costs_its_days() =>
        Assert.Equal(
            [(Rational)1_200 * 17 / 365, (Rational)1_200 * 28 / 365],
            Expense.Of(MidMonth, StraightLine.Counting(ServiceCount.EqualDays)).ByMonth().Take(2).Select(month => month.Expense.Value));

    [Fact]
    public void By_whole_months_a_month_of_service_costs_nothing_before_it_is_over()
    {
        ExpenseSchedule schedule = Expense.Of(MidMonth, StraightLine.Counting(ServiceCount.WholeMonths));
        Assert.Equal(0, schedule.CumulativeAt(new(2026, 2, 13)).Value);
        Assert.Equal(100, schedule.CumulativeAt(new(2026, 2, 14)).Value);
        Assert.Equal(100, schedule.CumulativeAt(new(2026, 3, 13)).Value);
    }

    [Fact]
    public void A_leap_day_weighs_as_any_day_by_days_and_makes_no_month_longer_by_months()
    {
        Award leap = new("L", new(2024, 1, 1), 1.Usd, [new(new(2025, 1, 1), 366)]);
        DateRange february = new(new(2024, 2, 1), new(2024, 3, 1));
        Assert.Equal(29, Expense.Of(leap, StraightLine.Counting(ServiceCount.EqualDays)).Over(february).Expense.Value);
        Assert.Equal((Rational)366 / 12, Expense.Of(leap, StraightLine).Over(february).Expense.Value);
    }

    [Fact]
    public void Months_from_the_31st_are_counted_from_it_and_not_from_the_one_before()
    {
        ExpenseSchedule schedule = Expense.Of(new("E", new(2026, 1, 31), 1.Usd, [new(new(2027, 1, 31), 1_200)]), StraightLine);
        Assert.Equal(100, schedule.CumulativeAt(new(2026, 2, 27)).Value);
        Assert.Equal(200, schedule.CumulativeAt(new(2026, 3, 30)).Value);
        Assert.Equal(300, schedule.CumulativeAt(new(2026, 4, 29)).Value);
        // 15 of the 31 days from 28 February to 30 March.
        Assert.Equal(100 + ((Rational)1_500 / 31), schedule.CumulativeAt(new(2026, 3, 14)).Value);
    }

    [Theory]
    [InlineData(ServiceCount.EqualMonths)]
    [InlineData(ServiceCount.WholeMonths)]
    public void Graded_quarters_and_years_of_months_are_exact(ServiceCount count)
    {
        ExpenseSchedule schedule = Expense.Of(FourYears, Graded.Counting(count));
        Assert.Equal(48, schedule.ByMonth().Count);
        Assert.All(schedule.By(PlanYear.Calendar(2026), Frequency.Quarterly), quarter => Assert.Equal((Rational)18_750 / 4, quarter.Expense.Value));
        Assert.Equal((Rational)18_750 * 11 / 12 + (Rational)9_750 / 12, schedule.By(PlanYear.Starting(new(2026, 2, 1)), Frequency.Annual)[0].Expense.Value);
    }

    [Fact]
    public void Termination_in_month_14_reverses_what_is_unvested()
    {
        LocalDate leaves = new(2027, 2, 28);
        Award left = FourYears.With(FourYears.Tranches.Skip(1).Select(tranche => new AwardChange.Forfeited(tranche.Vests, leaves, 9_000)));
        DateRange february = new(new(2027, 2, 1), new(2027, 3, 1));
        // 13 of 48 months of 36,000 are 9,750, of which 9,000 have vested; graded: 13 of 24, 36 and 48 months of 9,000 each.
        Assert.Equal(-750, Expense.Of(left, StraightLine).Over(february).Expense.Value);
        Assert.Equal(-(4_875 + 3_250 + (9_000 * (Rational)13 / 48)), Expense.Of(left, Graded).Over(february).Expense.Value);
        Assert.Equal(9_000, Expense.Of(left, Graded).Total.Value);
        Assert.Equal(0, Expense.Of(left, StraightLine).UnrecognisedAt(leaves).Value);
    }

    [Fact]
    public void Forfeiture_of_half_of_what_is_unvested_reverses_half_of_the_expense_on_it()
    {
        // After 30 of 48 months 22,500, of which 18,000 have vested: half of the other 4,500. The rest over the 18 months left.
        LocalDate on = new(2028, 6, 30);
        ExpenseSchedule schedule = Expense.Of(
            FourYears.With(FourYears.Tranches.Skip(2).Select(tranche => new AwardChange.Forfeited(tranche.Vests, on, 4_500))), StraightLine);
        Assert.Equal(20_250, schedule.CumulativeAt(on).Value);
        Assert.Equal(20_250 + 375, schedule.CumulativeAt(new(2028, 7, 31)).Value);
        Assert.Equal(27_000, schedule.Total.Value);
    }

    [Fact]
    public void Acceleration_brings_expense_forward_to_its_day_and_no_further()
    {
        LocalDate on = new(2027, 7, 1);
        Award early = FourYears.With(FourYears.Tranches.Skip(1).Select(tranche => new AwardChange.Accelerated(tranche.Vests, on, 9_000)));
        ExpenseSchedule schedule = Expense.Of(early, StraightLine);
        Assert.Equal(36_000 * (Rational)18 / 48, schedule.CumulativeAt(on.PlusDays(-1)).Value);
        Assert.Equal(36_000, schedule.CumulativeAt(on).Value);
    }

    [Fact]
    public void Service_inception_before_or_after_the_grant_date_moves_the_first_expense()
    {
        Award award = new("S", new(2026, 7, 1), 1.Usd, [new(new(2027, 7, 1), 1_200)]);
        Assert.Equal((Rational)1_200 / 18 * 6, Expense.Of(award.ServingFrom(NewYear), StraightLine).CumulativeAt(new(2026, 6, 30)).Value);
        Assert.Equal(0, Expense.Of(award.ServingFrom(new(2026, 8, 1)), StraightLine).CumulativeAt(new(2026, 7, 31)).Value);
        Assert.Equal((Rational)1_200 / 11, Expense.Of(award.ServingFrom(new(2026, 8, 1)), StraightLine).CumulativeAt(new(2026, 8, 31)).Value);
    }

    [Fact]
    public void Shares_that_vest_on_the_grant_date_are_expensed_on_it() =>
        Assert.Equal(500, Expense.Of(new("N", NewYear, 5.Usd, [new(NewYear, 100)]), Graded.Forfeiting(ForfeiturePolicy.AtAnnualRate(10.Percent))).ByMonth().Single().Expense.Value);

    [Fact]
    public void A_liquidity_event_catches_up_with_all_service_rendered()
    {
        LocalDate ipo = new(2027, 7, 1);
        ExpenseSchedule schedule = Expense.Of(FourYears.Expecting(new EffectiveDated<Rational>(0).From(ipo, 1)), Graded);
        Assert.Equal(0, schedule.CumulativeAt(ipo.PlusDays(-1)).Value);
        Assert.Equal(Expense.Of(FourYears, Graded).CumulativeAt(ipo), schedule.CumulativeAt(ipo));
        Assert.Equal(36_000, schedule.Total.Value);
    }

    [Fact]
    public void A_changed_multiple_is_caught_up_with_and_may_reverse()
    {
        Award award = new Award("P", NewYear, 10.Usd, [new(new(2029, 1, 1), 300)])
            .Expecting(new EffectiveDated<Rational>(1).From(new(2027, 12, 31), 1.5m).From(new(2028, 12, 31), 0));
        Assert.Equal([1_000, 2_000, -3_000], Enumerable.Range(2026, 3).Select(year => Expense.Of(award, StraightLine).By(PlanYear.Calendar(year), Frequency.Annual)[0].Expense.Value));
    }

    [Fact]
    public void A_settled_liability_is_measured_no_more()
    {
        EffectiveDated<Money> prices = new EffectiveDated<Money>(10.Usd).From(new(2026, 12, 31), 20.Usd).From(new(2027, 12, 31), 50.Usd);
        Award award = Award.Liability("C", NewYear, prices, [new(new(2027, 1, 1), 100)]);
        Assert.Equal(5_000, Expense.Of(award, Graded).Total.Value);
        Assert.Equal((30 * 20) + (70 * 50), Expense.Of(award.With(new AwardChange.Settled(new(2027, 1, 1), new(2027, 3, 1), 30)), Graded).Total.Value);
    }

    [Fact]
    public void Unrecognised_cost_is_weighted_by_the_years_of_its_tranches()
    {
        LocalDate date = new(2026, 12, 31);
        // 4,500 over one year, 6,000 over two, 6,750 over three.
        Assert.Equal(17_250, Expense.Of(FourYears, Graded).UnrecognisedAt(date).Value);
        Assert.Equal((Rational)(4_500 + 12_000 + 20_250) / 17_250, Expense.Of(FourYears, Graded).WeightedYearsLeftAt(date));
        Assert.Equal(3, Expense.Of(FourYears, StraightLine).WeightedYearsLeftAt(date));
        Assert.Equal(0, Expense.Of(FourYears, Graded).WeightedYearsLeftAt(new(2029, 12, 31)));
        Assert.Equal(0, Expense.Of(FourYears, Graded).UnrecognisedAt(new(2025, 12, 31)).Value);
    }

    [Fact]
    public void An_award_of_a_grant_has_its_tranches()
    {
        Grant grant = new("RSU-1", new(2026, 3, 1), 4_801, VestingSchedule.Monthly(48, cliff: 12));
        Assert.Equal(grant.Tranches(), Award.Of(grant, 12.50m.Usd).Tranches);
        Assert.Equal(4_801 * 12.50m, Expense.Of(Award.Of(grant, 12.50m.Usd), StraightLine).Total.Value);
    }
}
