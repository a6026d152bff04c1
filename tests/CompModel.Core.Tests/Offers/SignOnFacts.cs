using FsCheck.Xunit;
using NodaTime;

namespace CompModel.Tests.Offers;

/// <summary>A bonus for joining: when it is paid, and what is owed back.</summary>
[Properties(Arbitrary = [typeof(OfferGenerators), typeof(Equity.Generators)], MaxTest = 300)]
public class SignOnFacts
{
    private static readonly LocalDate Start = new(2026, 3, 16);

    private static readonly SignOnBonus Two = SignOnBonus.Of((1, 30_000.Usd), (12, 20_000.Usd));

    [Fact]
    public void Two_installments_are_paid_on_their_days() =>
        Assert.Equal([(new(2026, 4, 16), 30_000.Usd), (new(2027, 3, 16), 20_000.Usd)], Two.DueFrom(Start));

    [Fact]
    public void Installments_may_stand_on_dates_and_in_any_order()
    {
        SignOnBonus dated = SignOnBonus.At((new VestingTime.On(new(2026, 12, 31)), 1.Usd), (new VestingTime.Days(0), 2.Usd));
        Assert.Equal([(Start, 2.Usd), (new(2026, 12, 31), 1.Usd)], dated.DueFrom(Start));
        Assert.Contains("due on 2026-12-31, before the start on 2027-01-01", Assert.Throws<ArgumentOutOfRangeException>(() => dated.DueFrom(new(2027, 1, 1))).Message);
    }

    [Theory]
    [InlineData("2026-04-15", 0, 0)]
    [InlineData("2026-04-16", 30_000, 30_000)]
    [InlineData("2027-03-15", 30_000, 30_000)]
    [InlineData("2027-03-16", 50_000, 50_000)]
    [InlineData("2027-04-15", 50_000, 50_000)]
    [InlineData("2027-04-16", 50_000, 20_000)]
    [InlineData("2028-03-15", 50_000, 20_000)]
    [InlineData("2028-03-16", 50_000, 0)]
    public void Within_twelve_months_of_each_payment_ends_before_its_anniversary(string leaving, int paid, int owed)
    {
        LocalDate day = NodaTime.Text.LocalDatePattern.Iso.Parse(leaving).Value;
        Assert.Equal((paid.Usd, owed.Usd), (Two.PaidBy(Start, day), Two.RepaidBy(Repayment.Within(12)).OwedOnLeaving(Start, day)));
    }

    [Fact]
    public void From_the_start_one_term_holds_for_all_installments()
    {
        SignOnBonus year = Two.RepaidBy(Repayment.Within(12, term: RepaymentTerm.FromStart));
        Assert.Equal(30_000.Usd, year.OwedOnLeaving(Start, new(2027, 3, 15)));
        // The second is paid on the anniversary, when nothing is owed any more.
        Assert.Equal(0.Usd, year.OwedOnLeaving(Start, new(2027, 3, 16)));
    }

    [Fact]
    public void By_month_what_is_owed_steps_down_with_each_completed_month()
    {
        SignOnBonus by = SignOnBonus.Of((0, 24_000.Usd)).RepaidBy(Repayment.Within(24, RepaymentShare.ByMonth));
        Assert.Equal(
            [24_000.Usd, 24_000.Usd, 23_000.Usd, 12_000.Usd, 1_000.Usd, 0.Usd],
            new LocalDate[] { Start, new(2026, 4, 15), new(2026, 4, 16), new(2027, 3, 16), new(2028, 3, 15), new(2028, 3, 16) }.Select(day => by.OwedOnLeaving(Start, day)));
    }

    [Fact]
    public void By_day_a_leap_year_has_a_day_more()
    {
        // 2027-06-01 to 2028-06-01 has 366 days, of which 93 are left on 2028-02-29: 1 of February, 31, 30 and 31.
        SignOnBonus by = SignOnBonus.Of((0, 36_600.Usd)).RepaidBy(Repayment.Within(12, RepaymentShare.ByDay));
        Assert.Equal(9_300.Usd, by.OwedOnLeaving(new(2027, 6, 1), new(2028, 2, 29)));
    }

    [Fact]
    public void A_term_from_the_last_day_of_a_month_does_not_drift()
    {
        SignOnBonus by = SignOnBonus.Of((0, 3_000.Usd)).RepaidBy(Repayment.Within(3, RepaymentShare.ByMonth));
        LocalDate start = new(2026, 12, 31);
        Assert.Equal([1_000.Usd, 1_000.Usd, 0.Usd], new LocalDate[] { new(2027, 2, 28), new(2027, 3, 30), new(2027, 3, 31) }.Select(day => by.OwedOnLeaving(start, day)));
    }

    [Property]
    public bool What_is_owed_is_never_more_than_what_was_paid(SignOnBonus bonus, LocalDate start, int days) =>
        start.PlusDays(Math.Abs(days % 2_000)) is var day && bonus.OwedOnLeaving(start, day) is var owed && owed.Value.Sign >= 0 && owed <= bonus.PaidBy(start, day);

    // Every day of more than seven years: fewer tests suffice.
    [Property(MaxTest = 30)]
    public bool What_is_owed_never_rises_between_payments_and_ends(SignOnBonus bonus, LocalDate start)
    {
        for (LocalDate day = start; day < start.PlusMonths(90); day = day.PlusDays(1))
        {
            Amount rise = bonus.OwedOnLeaving(start, day.PlusDays(1)) - bonus.OwedOnLeaving(start, day);
            if (rise > bonus.PaidBy(start, day.PlusDays(1)) - bonus.PaidBy(start, day))
                return false;
        }
        return bonus.OwedOnLeaving(start, start.PlusMonths(90)).Value.Sign == 0;
    }

    [Property]
    public bool Spans_laid_end_to_end_pay_the_whole(SignOnBonus bonus, LocalDate start) => bonus.Total == bonus.PaidIn(start, new(start, start.PlusMonths(7)))
        + bonus.PaidIn(start, new(start.PlusMonths(7), start.PlusMonths(60)));

    [Fact]
    public void Bad_definitions_say_what_is_wrong()
    {
        Assert.Throws<ArgumentException>(() => SignOnBonus.Of());
        Assert.Contains("above zero; that at 3 months is not", Assert.Throws<ArgumentOutOfRangeException>(() => SignOnBonus.Of((0, 1.Usd), (3, 0.Usd))).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => SignOnBonus.Of((-1, 1.Usd)));
        Assert.Throws<ArgumentException>(() => SignOnBonus.Of((0, 1.Usd), (0, 1.Usd)));
        Assert.Throws<ArgumentException>(() => SignOnBonus.Of((0, 1.Usd), (1, 1.In(Currency.Eur))));
        Assert.Throws<ArgumentOutOfRangeException>(() => Repayment.Within(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Repayment.Within(121));
        Assert.Throws<ArgumentOutOfRangeException>(() => Repayment.Within(12, (RepaymentShare)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => Repayment.Within(12, term: (RepaymentTerm)9));
    }

    [Fact]
    public void A_bonus_reads_as_the_letter_does() => Assert.Equal(
        "30,000.00 USD at 1 months, 20,000.00 USD at 12 months; by month within 24 months of the start",
        Two.RepaidBy(Repayment.Within(24, RepaymentShare.ByMonth, RepaymentTerm.FromStart)).ToString());
}
