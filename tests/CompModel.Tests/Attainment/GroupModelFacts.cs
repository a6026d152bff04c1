using NodaTime;

namespace CompModel.Tests;

/// <summary>Models by role, tenure and person.</summary>
public class GroupModelFacts
{
    private static readonly Measure Margin = Measure.OfMoney("margin");

    private static readonly Assumptions Grouped = Assumptions.For(Measure.Bookings, Of(1)).And(Margin, Of(2))
        .ForRole("Hunter", Measure.Bookings, Of(3))
        .ForTenure(0, 12, Measure.Bookings, Of(4))
        .ForTenure(60, Measure.Bookings, Of(5))
        .ForParticipant("Ana", Measure.Bookings, Of(6));

    private static readonly Participant Somebody = new("X", Workloads.W1.Plan, new Quota(Measure.Bookings, 1_000_000.Usd));

    [Fact]
    public void The_person_s_own_model_goes_before_tenure_tenure_before_role_and_role_before_everybody_s()
    {
        Participant Hunter(string id) => new Participant(id, Workloads.W1.Plan, new Quota(Measure.Bookings, 1_000_000.Usd)).InRole("Hunter");
        LocalDate recent = new(2025, 7, 1), before = new(2023, 7, 1);
        Assert.Equal(1, Mean(Somebody.HiredOn(before)));
        Assert.Equal(3, Mean(Hunter("X").HiredOn(before)));
        Assert.Equal(4, Mean(Hunter("X").HiredOn(recent)));
        Assert.Equal(6, Mean(Hunter("Ana").HiredOn(recent)));
        // A group is of one measure.
        Assert.Equal(2, Grouped.ModelOf(Margin, Hunter("Ana").HiredOn(recent), Workloads.Year).Mean);
    }

    [Theory]
    [InlineData("2025-01-01", 1)]
    [InlineData("2025-01-02", 4)]
    [InlineData("2025-12-31", 4)]
    [InlineData("2026-01-01", 4)]
    [InlineData("2026-08-15", 4)]
    [InlineData("2021-01-02", 1)]
    [InlineData("2021-01-01", 5)]
    [InlineData("1999-05-31", 5)]
    public void Tenure_is_in_whole_months_when_the_year_starts_and_zero_for_who_is_hired_in_it(string hired, double expected) =>
        Assert.Equal(expected, Mean(Somebody.HiredOn(NodaTime.Text.LocalDatePattern.Iso.Parse(hired).Value)));

    [Fact]
    public void Who_has_no_date_of_hire_has_been_there_for_all_time() => Assert.Equal(5, Mean(Somebody));

    [Fact]
    public void A_group_stated_again_has_the_last_model()
    {
        Assumptions again = Grouped.ForRole("Hunter", Measure.Bookings, Of(7)).ForTenure(0, 12, Measure.Bookings, Of(8));
        Assert.Equal(Grouped.Groups.Count, again.Groups.Count);
        Assert.Equal(7, Mean(Somebody.InRole("Hunter").HiredOn(new(2023, 1, 1)), again));
        Assert.Equal(8, Mean(Somebody.HiredOn(new(2025, 6, 1)), again));
    }

    [Fact]
    public void Many_groups_at_once_are_as_one_after_the_other()
    {
        GroupModel[] many = [.. Enumerable.Range(0, 50).Select(number => new GroupModel(new ModelGroup.Person($"P{number % 40}"), Measure.Bookings, Of(1 + number)))];
        Assumptions together = Grouped.ForGroups(many);
        Assert.Equal(many.Aggregate(Grouped, (all, model) => all.ForGroup(model.Group, model.Measure, model.Model)).Groups, together.Groups);
        Assert.Equal(Grouped.Groups.Count + 40, together.Groups.Count);
        Assert.Equal(41, together.ModelOf(Measure.Bookings, new Participant("P0", Workloads.W1.Plan, new Quota(Measure.Bookings, 1.Usd)), Workloads.Year).Mean);
    }

    [Fact]
    public void A_role_is_written_as_in_the_roster() => Assert.Equal(1, Mean(Somebody.InRole("hunter").HiredOn(new(2023, 1, 1))));

    [Fact]
    public void Tenures_of_one_measure_do_not_overlap()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Grouped.ForTenure(6, 24, Measure.Bookings, Of(9)));
        Assert.Contains("tenure 6 to 24 months", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("tenure 0 to 12 months", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Grouped.ForTenure(48, Measure.Bookings, Of(9)));
        // They may touch, and those of another measure are others.
        Assert.Equal(6, Grouped.ForTenure(12, 60, Measure.Bookings, Of(9)).ForTenure(6, 24, Margin, Of(9)).Groups.Count);
    }

    [Theory]
    [InlineData(-1, 12)]
    [InlineData(12, 12)]
    [InlineData(12, 6)]
    public void A_tenure_rises_from_at_least_zero(int from, int to) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Grouped.ForTenure(from, to, Measure.Bookings, Of(9)));

    [Fact]
    public void A_group_has_a_model_only_of_a_measure_that_everybody_has_one_of()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Grouped.ForRole("Hunter", Measure.Adoption, Of(1)));
        Assert.Contains("adoption", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("bookings, margin", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Grouped.ForTenure(0, 6, Measure.Adoption, Of(1)));
        Assert.Throws<ArgumentException>(() => Grouped.ForParticipant("Ana", Measure.Adoption, Of(1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_role_and_a_person_have_a_name(string name)
    {
        Assert.Throws<ArgumentException>(() => Grouped.ForRole(name, Measure.Bookings, Of(1)));
        Assert.Throws<ArgumentException>(() => Grouped.ForParticipant(name, Measure.Bookings, Of(1)));
    }

    [Fact]
    public void The_closed_form_takes_each_person_s_model()
    {
        // A linear plan pays its target times mean attainment.
        double Mean(Participant one) => Assert.IsType<ClosedForm<double>.Available>(Expect.Incentive(one, Workloads.Year, Grouped).Mean).Answer;
        var plan = new CompensationPlan("Linear", new OnTargetEarnings(0.Usd, 1000.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear));
        Participant Of(string id) => new Participant(id, plan, new Quota(Measure.Bookings, 1_000_000.Usd)).HiredOn(new(2023, 1, 1));
        // 1e-9 is far above the rounding of a few products of this size.
        Assert.Equal(1000, Mean(Of("X")), 1e-9);
        Assert.Equal(6000, Mean(Of("Ana")), 1e-9);
    }

    private static double Mean(Participant one, Assumptions? assumptions = null) => (assumptions ?? Grouped).ModelOf(Measure.Bookings, one, Workloads.Year).Mean;

    private static AttainmentModel Of(double mean) => AttainmentModel.LogNormal(mean, 0.3);
}
