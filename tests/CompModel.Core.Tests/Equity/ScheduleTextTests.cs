using System.Globalization;
using NodaTime;

namespace CompModel.Tests.Equity;

public class ScheduleTextTests
{
    public static TheoryData<string, VestingSchedule> Texts => new()
    {
        { "monthly 48 cliff 12", VestingSchedule.Monthly(48, cliff: 12) },
        { "quarterly 16 cliff 12", VestingSchedule.Quarterly(16, 12) },
        { "annual 4", VestingSchedule.Annual(4) },
        { "every 6 months 8", VestingSchedule.EveryMonths(6, 8) },
        { "every 91 days 12 cliff 365 days", VestingSchedule.EveryDays(91, 12).WithCliff(new VestingTime.Days(365)) },
        { "100% at 12", VestingSchedule.Annual(1) },
        { "monthly 48 cliff on 2027-03-15 day last", VestingSchedule.Monthly(48).WithCliff(new VestingTime.On(new(2027, 3, 15))).OnDay(VestingDay.Last) },
        { "monthly 12 day 15", VestingSchedule.Monthly(12).OnDay(VestingDay.OfMonth(15)) },
        { "monthly 12 day start minus one", VestingSchedule.Monthly(12).OnDay(VestingDay.OfStartMinusOne) },
        {
            "5% at 12, 15% at 24, 20% at 30, 20% at 36, 20% at 42, 20% at 48",
            VestingSchedule.Portions((12, 5.Percent), (24, 15.Percent), (30, 20.Percent), (36, 20.Percent), (42, 20.Percent), (48, 20.Percent))
        },
        { "1/3 at 12, 2/3 quarterly 8", VestingSchedule.Portions([(12, (Rational)1 / 3), .. Enumerable.Range(1, 8).Select(n => (12 + (3 * n), (Rational)1 / 12))]) },
        { "12.5% at 90 days, 87.5% at 180 days", VestingSchedule.Of((new VestingTime.Days(90), 12.5m.Percent), (new VestingTime.Days(180), 87.5m.Percent)) },
        { "25% on 2026-03-01, 75% on 2027-03-01", VestingSchedule.Dated((new(2026, 3, 1), 25.Percent), (new(2027, 3, 1), 75.Percent)) },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_schedule_reads_and_prints_as_people_write_it(string text, VestingSchedule schedule)
    {
        Assert.Equal(schedule, VestingSchedule.Parse(text));
        Assert.Equal(text, schedule.ToString());
    }

    [Theory]
    [InlineData("  Monthly   48\tCLIFF 12 months ", "monthly 48 cliff 12")]
    [InlineData("25 % at 12,75 % monthly 36", "25% at 12, 75% monthly 36")]
    [InlineData("33/99 at 12 months, 66 / 99 at 24", "1/3 at 12, 2/3 at 24")]
    [InlineData("annual 4 cliff 0 day start", "annual 4")]
    [InlineData("every 3 months 16 day 31", "quarterly 16 day last")]
    public void Spacing_capitals_and_other_wording_do_not_matter(string text, string same) =>
        Assert.Equal(same, VestingSchedule.Parse(text).ToString());

    [Theory]
    [InlineData("", "the end")]
    [InlineData("monthly", "the end")]
    [InlineData("weekly 48", "'weekly'")]
    [InlineData("monthly 48 cliff", "the end")]
    [InlineData("monthly 48 cliff twelve", "'twelve'")]
    [InlineData("monthly -48", "'-48'")]
    [InlineData("monthly 4.8", "'4.8'")]
    [InlineData("monthly 2000000000", "'2000000000'")]
    [InlineData("monthly 1201", "1201")]
    [InlineData("every 30000 days 30000", "30000")]
    [InlineData("every 1200 months 2", "2 parts")]
    [InlineData("every 6 weeks 8", "'weeks'")]
    [InlineData("monthly 48 cliff 12 cliff 6", "'cliff'")]
    [InlineData("monthly 48 day 32", "32")]
    [InlineData("monthly 48 day start minus two", "'two'")]
    [InlineData("0.25 at 12, 0.75 at 24", "'at'")]
    [InlineData("25% at 12, 70% at 24", "0.95")]
    [InlineData("25% at 12 75% at 24", "'75'")]
    [InlineData("25% at 12, ", "the end")]
    [InlineData("-25% at 12, 125% at 24", "'-25'")]
    [InlineData("0% at 12, 100% at 24", "above zero")]
    [InlineData("1/0 at 12", "'0'")]
    [InlineData("1e2% at 12", "'1e2'")]
    [InlineData("1,000% at 12", "','")]
    [InlineData("100% on 2026-02-30", "'2026-02-30'")]
    [InlineData("100% on 03/01/2026", "'03'")]
    [InlineData("50% at 24, 50% at 12", "12 months follows 24 months")]
    [InlineData("50% at 12, 50% every 90 days 4", "12 months")]
    public void A_bad_text_is_refused_with_what_was_found(string text, string found)
    {
        FormatException refused = Assert.Throws<FormatException>(() => VestingSchedule.Parse(text));
        Assert.Contains($"'{text}' is no vesting schedule", refused.Message);
        Assert.Contains(found, refused.Message.Replace($"'{text}'", ""));
        Assert.False(VestingSchedule.TryParse(text, out VestingSchedule? none));
        Assert.Null(none);
    }

    [Fact]
    public void A_refusal_says_what_is_allowed() =>
        Assert.Contains("'monthly 48', 'quarterly 16'", Assert.Throws<FormatException>(() => VestingSchedule.Parse("fortnightly 3")).Message);

    [Fact]
    public void A_refusal_stays_short_whatever_the_text() =>
        Assert.InRange(Assert.Throws<FormatException>(() => VestingSchedule.Parse(new string('9', 50_000))).Message.Length, 1, 1_000);

    [Fact]
    public void Text_does_not_depend_on_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal("12.5% at 12, 87.5% at 24 cliff on 2026-03-01", VestingSchedule.Parse("12.5% at 12, 87.5% at 24 cliff on 2026-03-01").ToString());
            Assert.Equal("RSU-1: 4,801 shares, monthly 48", new Grant("RSU-1", new(2026, 3, 1), 4_801, VestingSchedule.Monthly(48)).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
