using FsCheck;
using FsCheck.Xunit;
using NodaTime;

namespace CompModel.Tests;

[Properties(Arbitrary = [typeof(ChangingPlans)])]
public class PlanChangeLaws
{
    [Law]
    public void A_change_to_a_plan_of_equal_values_changes_nothing(PlanYearCase any, PositiveInt day)
    {
        LocalDate date = any.YearStart.PlusDays(day.Get % 366);
        PlanYearCase plan = any with { Later = [], Raises = [] };
        Participant cut = plan.Participant.OnPlanFrom(date, plan.Plans[0].Plan("plan 0", plan));
        foreach (MeasurementPeriod month in plan.Year.Periods(Frequency.Monthly))
            Assert.Equal(plan.Participant.Statement(month, plan.Credits).Explain(), cut.Statement(month, plan.Credits).Explain());
    }

    [Law]
    public void The_plans_of_a_year_share_its_days(PlanYearCase plan)
    {
        LocalDate next = plan.Year.Start;
        foreach (IGrouping<LocalDate, ComponentTerms> span in plan.Participant.TermsFor(plan.Year).Components.GroupBy(component => component.Days.Start))
        {
            Assert.Equal(next, span.Key);
            next = span.First().Days.End;
            foreach (ComponentTerms component in span)
            {
                Assert.Equal(next, component.Days.End);
                LocalDate day = span.Key;
                foreach (PeriodTerms period in component.Periods)
                {
                    Assert.Equal((day, period.Period.Days.Intersect(component.Days)), (period.Days.Start, period.Days));
                    day = period.Days.End;
                }
                Assert.Equal(next, day);
            }
        }
        Assert.Equal(plan.Year.End, next);
    }

    [Law]
    public void Prorated_quotas_of_any_partition_of_the_year_sum_to_the_years(PlanYearCase plan, NonNegativeInt[] cuts)
    {
        Participant participant = plan.Participant;
        LocalDate[] edges = [plan.Year.Start, .. cuts.Select(cut => plan.YearStart.PlusDays(cut.Get * 11 % (plan.Year.Days.Days + 1))).Order(), plan.Year.End];
        for (int i = 0; i < plan.Components.Count; i++)
        {
            Amount In(DateRange span) => participant.QuotaIn(plan.MeasureOf(i), plan.Year, span, participant.Plan.Seasonality);
            Amount sum = edges.Zip(edges.Skip(1)).Aggregate(Amount.Zero(participant.QuotaFor(plan.MeasureOf(i)).Currency), (total, span) => total + In(new(span.First, span.Second)));
            Assert.Equal(In(plan.Year.Days), sum);
        }
    }

    [Law]
    public void Pieces_of_a_period_under_plans_of_one_kind_sum_to_the_period_under_one(PlanYearCase any, PositiveInt day)
    {
        // Quotas in units, which stay exact; another name makes another plan, which closes the windows.
        PlanYearCase plan = any with { Later = [], Raises = [], Components = [.. any.Components.Select(component => component with { IsMoney = false })] };
        LocalDate date = plan.YearStart.PlusDays(day.Get % 366);
        ComponentTerms[] one = [.. plan.Participant.TermsFor(plan.Year).Components];
        ComponentTerms[] two = [.. plan.Participant.OnPlanFrom(date, plan.Plans[0].Plan("another", plan)).TermsFor(plan.Year).Components];
        foreach (ComponentTerms component in one)
        {
            foreach (PeriodTerms period in component.Periods)
            {
                PeriodTerms[] pieces = [.. two.Where(each => each.Component == component.Component).SelectMany(each => each.Periods).Where(piece => piece.Period == period.Period)];
                Assert.Equal(period.Quota, pieces.Aggregate(Amount.Zero(period.Quota.Currency), (sum, piece) => sum + piece.Quota));
                Assert.Equal(period.Target, pieces.Aggregate(Amount.Zero(period.Target.Currency), (sum, piece) => sum + piece.Target));
                Assert.Equal(period.PaidWithoutQuota, pieces.Aggregate(Amount.Zero(period.Target.Currency), (sum, piece) => sum + piece.PaidWithoutQuota));
            }
        }
    }

    [Law]
    public void Issued_quotas_of_a_measure_sum_to_what_all_its_plans_ask_whatever_leaves_and_reliefs(PlanYearCase any)
    {
        // Plans that all pay on all measures, on a season of their own; quotas large enough that every piece has a unit.
        PlanYearCase plan = any with
        {
            Components = [.. any.Components.Select(component => component with { IsMoney = true, Quotas = [.. component.Quotas.Select(quota => (quota.From, (quota.Cents / 100 * 100) + 100_000_000))] })],
            Later = [.. any.Later.Select(later => later with
            {
                Components = [.. any.Components.Select((component, i) => new ComponentOfPlan(i, component.Parts, component.Curve, component.PaysBy, later.Components[0].Pays))],
            })],
        };
        ParticipantTerms terms = plan.Participant.TermsFor(plan.Year);
        for (int i = 0; i < plan.Components.Count; i++)
        {
            Measure measure = plan.MeasureOf(i);
            Amount asked = terms.Components.Select(component => (component.Plan, component.Days)).Distinct().Aggregate(
                Amount.Zero(plan.Pay(0).Currency), (sum, span) => sum + plan.Participant.QuotaIn(measure, plan.Year, span.Days, span.Plan.Seasonality));
            Amount[] pieces = [.. terms.Components.Where(component => component.Component.Measure == measure).SelectMany(component => component.Periods).Select(period => period.Quota)];
            if (pieces.All(piece => piece.Value.IsInteger))
                Assert.Equal(asked.Round(Rounding.ToWholeUnit), pieces.Aggregate((sum, piece) => sum + piece));
            else
                Assert.Equal(asked, pieces.Aggregate((sum, piece) => sum + piece));
        }
    }

    [Law]
    public void Issued_quotas_of_a_full_year_sum_to_the_annual_quota_over_all_plans_of_one_season(PlanYearCase any)
    {
        PlanYearCase plan = any with
        {
            Hired = null,
            LastDay = null,
            RampPercents = [],
            RampStarts = [],
            Leaves = [],
            Reliefs = [],
            Proration = Proration.ByDays,
            Components = [.. any.Components.Select(component => component with { IsMoney = true, Quotas = [(null, (component.Quotas[0].Cents / 100 * 100) + 100_000_000)] })],
        };
        plan = plan with
        {
            Later = [.. any.Later.Select(later => later with
            {
                RampPercents = [],
                Proration = Proration.ByDays,
                SeasonFrequency = plan.SeasonFrequency,
                SeasonParts = plan.SeasonParts,
                Components = [.. any.Components.Select((component, i) => new ComponentOfPlan(i, component.Parts, component.Curve, component.PaysBy, later.Components[0].Pays))],
            })],
        };
        ParticipantTerms terms = plan.Participant.TermsFor(plan.Year);
        for (int i = 0; i < plan.Components.Count; i++)
        {
            Amount sum = terms.Components.Where(component => component.Component.Measure == plan.MeasureOf(i)).Aggregate(Amount.Zero(terms.Components[0].Quota.Currency), (total, component) => total + component.Quota);
            Assert.Equal((Amount)plan.Amount(i, plan.Components[i].Quotas[0].Cents), sum);
        }
    }

    [Law]
    public void The_periods_of_a_year_sum_to_the_year_and_a_statement_continues_from_any_position(PlanYearCase plan, NonNegativeInt day)
    {
        ParticipantTerms terms = plan.Participant.TermsFor(plan.Year);
        Statement whole = plan.Participant.StatementThrough(plan.Year.End.PlusDays(-1), plan.Year, plan.Credits);
        foreach (Frequency frequency in Enum.GetValues<Frequency>())
        {
            Money sum = plan.Year.Periods(frequency).Aggregate(new Money(0, whole.Earned.Currency), (total, period) => total + plan.Participant.Statement(period, plan.Credits).Earned);
            Assert.Equal(whole.Earned, sum);
        }
        Statement first = Statement.Read(terms, Position.AtStartOf(terms), plan.YearStart.PlusDays(day.Get * 13 % (plan.Year.Days.Days + 1)), "first", plan.Credits);
        Statement second = Statement.Read(terms, first.Closing, plan.Year.End, "second", plan.Credits);
        Assert.Equal(whole.Earned, first.Earned + second.Earned);
        Assert.Equal(whole.Closing.Windows, second.Closing.Windows);
        Assert.Equal(whole.Unmeasured, first.Unmeasured.Concat(second.Unmeasured));
    }

    [Law]
    public void The_lines_of_each_plan_sum_to_what_it_earned(PlanYearCase plan)
    {
        foreach (Statement statement in plan.Year.Periods(Frequency.Monthly).Select(month => plan.Participant.Statement(month, plan.Credits)))
        {
            foreach (ComponentStatement component in statement.Components)
                Assert.Equal(component.Earned, component.Lines.Aggregate(Amount.Zero(component.Earned.Currency), (sum, line) => sum + line.Amount));
            Assert.Equal(statement.Earned, statement.Components.Aggregate(new Money(0, statement.Earned.Currency), (sum, component) => sum + component.Earned));
        }
    }

    [Law]
    public void Each_credit_is_measured_by_one_window_of_its_measure_or_shown_as_unmeasured(PlanYearCase plan)
    {
        Statement year = plan.Participant.StatementThrough(plan.Year.End.PlusDays(-1), plan.Year, plan.Credits);
        foreach (Credit credit in plan.Credits.Where(credit => plan.Active.Contains(credit.Date) && year.Terms.Components.Any(component => component.Component.Measure == credit.Measure)))
        {
            int measured = year.Components.Where(component => component.Window.Contains(credit.Date) && component.Credits.Contains(credit)).Select(component => component.Name).Distinct().Count();
            Assert.Equal(1, measured + year.Unmeasured.Count(each => each == credit));
        }
    }
}
