using FsCheck;
using FsCheck.Xunit;
using NodaTime;

namespace CompModel.Tests;

[Properties(Arbitrary = [typeof(DealsCase)])]
public class OverrideLaws
{
    private static readonly PlanYear Year = DealsCase.Year;

    private static readonly CompensationPlan Sells =
        new("s", new OnTargetEarnings(0.Usd, 0.Usd), Component.Commission(Measure.Bookings, RateTable.Marginal((0, 3.Percent), (250_000, 7.Percent))).ToDate(Frequency.Quarterly));

    private static readonly CompensationPlan Rides =
        new("o", new OnTargetEarnings(0.Usd, 0.Usd), Component.Commission(Measure.CommissionEarned, RateTable.Marginal((0, 10.Percent))).OfTeam().ToDate(Frequency.Monthly));

    private static readonly CompensationPlan Unpaid =
        new("u", new OnTargetEarnings(0.Usd, 0.Usd), Component.Commission(Measure.Adoption, RateTable.Marginal((0, 1))).Each(Frequency.Monthly));

    [Law]
    public void An_override_on_commission_over_any_partition_of_a_team_is_the_same(DealsCase one)
    {
        Statement flat = Head(one, With(one.Flat, Rides, Unpaid)), grouped = Head(one, With(one.Grouped, Rides, Unpaid));
        Assert.Equal(flat.Earned, grouped.Earned);
        Assert.Equal(flat.Components[^1].Attainment, grouped.Components[^1].Attainment);
    }

    [Law]
    public void Everybody_s_pay_counts_once_for_a_manager_whatever_deals_they_share(DealsCase one)
    {
        Hierarchy team = With(one.Grouped, Rides, Rides);
        IReadOnlyList<Statement> all = team.Statements(Year.Whole, team.RollUp(one.Deals.Credits()));
        foreach (Statement manager in all.Where(statement => statement.Terms.Participant.Plan == Rides))
        {
            string id = manager.Terms.Participant.Id;
            Money below = all.Where(statement => team.ManagersAbove(statement.Terms.Participant.Id).Contains(id)).Aggregate(0.Usd, (sum, statement) => sum + statement.Earned);
            Assert.Equal(below, manager.Components[^1].Attainment.Credited);
        }
    }

    [Law]
    public void A_team_s_statement_is_everybody_s_own(DealsCase one, NonNegativeInt quarter)
    {
        Hierarchy team = With(one.Grouped, Rides, Rides);
        MeasurementPeriod period = Year.Quarter((quarter.Get % 4) + 1);
        IReadOnlyList<Credit> credits = team.RollUp(one.Deals.Credits());
        foreach (Statement statement in team.Statements(period, credits).Where(statement => statement.Terms.Participant.Plan == Sells))
            Assert.Equal(statement.Terms.Participant.Statement(period, credits).Explain(), statement.Explain());
    }

    [Law]
    public void Overrides_of_a_year_s_quarters_are_the_year_s(DealsCase one)
    {
        Hierarchy team = With(one.Grouped, Rides, Rides);
        IReadOnlyList<Credit> credits = team.RollUp(one.Deals.Credits());
        IEnumerable<Money> quarters = Enumerable.Range(1, 4).Select(quarter => team.Statements(Year.Quarter(quarter), credits)[0].Earned);
        Assert.Equal(team.Statements(Year.Whole, credits)[0].Earned, quarters.Aggregate((sum, earned) => sum + earned));
    }

    [Law]
    public void Moves_in_the_year_leave_what_all_leads_are_credited(DealsCase one, NonNegativeInt days, PositiveInt next)
    {
        LocalDate date = Year.Start.PlusDays(days.Get % 200);
        Hierarchy still = With(one.Grouped, Rides, Rides);
        Hierarchy moved = new([.. still.Participants.Select(participant => participant.Id[0] == 's'
            ? participant.ManagedByFrom(date, $"lead{one.GroupOf[((participant.Id[1] - '0') + next.Get) % one.Sellers]}")
            : participant)]);
        Assert.Equal(Leads(still), Leads(moved));

        Amount Leads(Hierarchy team) => team.Statements(Year.Whole, team.RollUp(one.Deals.Credits()))
            .Where(statement => statement.Terms.Participant.Id.StartsWith("lead", StringComparison.Ordinal))
            .Aggregate(Amount.Zero(Currency.Usd), (sum, statement) => sum + statement.Components[^1].Attainment.Credited);
    }

    private static Statement Head(DealsCase one, Hierarchy team) => team.Statements(Year.Whole, team.RollUp(one.Deals.Credits()))[0];

    private static Hierarchy With(Hierarchy team, CompensationPlan head, CompensationPlan lead) => new([.. team.Participants.Select(participant =>
        new Participant(participant.Id, participant.Id == "head" ? head : participant.Id.StartsWith("lead", StringComparison.Ordinal) ? lead : Sells).ManagedBy(participant.ManagerId))]);
}
