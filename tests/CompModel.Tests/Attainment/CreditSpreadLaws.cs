namespace CompModel.Tests;

/// <summary>What each draw credits by the end of each period.</summary>
public class CreditSpreadLaws
{
    private static readonly Frequency[] All = Enum.GetValues<Frequency>();

    private static readonly Seasonality Season = Seasonality.Quarters(10.Percent, 20.Percent, 30.Percent, 40.Percent);

    public static TheoryData<Frequency, Frequency, bool> Cases
    {
        get
        {
            var cases = new TheoryData<Frequency, Frequency, bool>();
            foreach (Frequency pays in All)
            {
                foreach (Frequency drawn in All)
                {
                    cases.Add(pays, drawn, true);
                    cases.Add(pays, drawn, false);
                }
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_draws_of_a_year_credit_together_what_the_year_does_and_each_alone_its_own_period(Frequency pays, Frequency drawn, bool season)
    {
        Assumptions assumptions = Workloads.W1Assumptions.WithPeriods(Measure.Bookings, drawn);
        assumptions = season ? assumptions.WithSeasonality(Season) : assumptions;
        (ParticipantTerms terms, ComponentTerms own) = Terms(pays);
        Rational[][] byDraw = assumptions.CreditedByDraw(terms, own, pays);
        Rational[] toDate = assumptions.CreditedToDate(terms, own, pays), ofDraws = [Rational.Zero, .. assumptions.CreditedToDate(terms, own, drawn)];

        Assert.Equal(toDate, byDraw.Select(row => row.Aggregate(Rational.Zero, (sum, credited) => sum + credited)));
        // By the year's end each draw has credited all of its period.
        Assert.Equal(Enumerable.Range(1, (int)drawn).Select(draw => ofDraws[draw] - ofDraws[draw - 1]), byDraw[^1]);
        for (int row = 0; row < byDraw.Length; row++)
        {
            for (int draw = 0; draw < byDraw[row].Length; draw++)
            {
                // Nothing before its period begins, and nothing is taken back.
                if ((row + 1) * (int)drawn <= draw * (int)pays)
                    Assert.Equal(Rational.Zero, byDraw[row][draw]);
                Assert.True(byDraw[row][draw] >= (row == 0 ? Rational.Zero : byDraw[row - 1][draw]));
            }
        }
    }

    [Fact]
    public void A_quarter_s_draw_falls_on_its_months_as_the_season_does()
    {
        (ParticipantTerms terms, ComponentTerms own) = Terms(Frequency.Monthly);
        Rational[][] months = Workloads.W1Assumptions.WithSeasonality(Season).WithPeriods(Measure.Bookings, Frequency.Quarterly).CreditedByDraw(terms, own, Frequency.Monthly);
        // April and May are 61 of the second quarter's 91 days, and so of its 200,000; before them stand the first quarter's 100,000.
        Assert.Equal([100_000, (Rational)200_000 * 61 / 91, 0, 0], months[4]);
    }

    private static (ParticipantTerms Terms, ComponentTerms Own) Terms(Frequency pays)
    {
        var plan = new CompensationPlan("P", new OnTargetEarnings(0.Usd, 1000.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear).Each(pays));
        ParticipantTerms terms = new Participant("A", plan, new Quota(Measure.Bookings, 1_000_000.Usd)).TermsFor(Workloads.Year);
        return (terms, terms.Components[0]);
    }
}
