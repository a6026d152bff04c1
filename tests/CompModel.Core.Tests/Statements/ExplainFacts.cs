using System.Globalization;

namespace CompModel.Tests;

public class ExplainFacts
{
    private static readonly PlanYear Year = PlanYear.Calendar(2026);

    private static readonly PayoutCurve Curve = PayoutCurve.Linear
        .WithThreshold(50.Percent)
        .Accelerate(above: 100.Percent, multiplier: 2m)
        .Accelerate(above: 150.Percent, multiplier: 3m);

    private static readonly Participant Ana = new Participant(
        "R1",
        new CompensationPlan(
            "Enterprise Account Manager 2026",
            new OnTargetEarnings(@base: 190_000.Usd, targetIncentive: 175_000.Usd),
            Component.Of(Measure.Bookings, 70.Percent, Curve).ToDate(Frequency.Quarterly),
            Component.Of(Measure.Adoption, 30.Percent, PayoutCurve.Linear).Each(Frequency.SemiAnnual)),
        new Quota(Measure.Bookings, 17_500_000.Usd),
        new Quota(Measure.Adoption, 100)).Named("Ana");

    private static readonly Credit[] Credits =
    [
        new("R1", Measure.Bookings, new(2026, 2, 1), 4_000_000.Usd, "D1"),
        new("R1", Measure.Bookings, new(2026, 5, 1), 8_000_001m.Usd, (Rational)1 / 3, "D2"),
        new("R1", Measure.Bookings, new(2026, 6, 30), 4_750_000.Usd, "D3"),
        new("R1", Measure.Adoption, new(2026, 6, 1), new Money(30, Currency.None), "A1"),
    ];

    [Fact]
    public void A_statement_explains_itself_line_by_line() =>
        Assert.Equal(
            """
            Ana · Enterprise Account Manager 2026 · Q2 2026 (2026-04-01 to 2026-06-30)
            On-target earnings 365,000.00 USD (190,000.00 USD + 175,000.00 USD)

            bookings, 2026-01-01 to 2026-06-30
              11,416,667.00 USD of 8,750,000.00 USD = 130.48 %; 100 % pays 61,250.00 USD; base rate 0.7 %
              base rate, from the first dollar            8,750,000.00 USD × 0.7 %                 61,250.00 USD
                D1, D2, D3
              2× above 100 %                              2,666,667.00 USD × 1.4 %                ~37,333.34 USD
                D3
              less earned before                                                                  -28,000.00 USD
              rounding                                                                                 0.002 USD
              earned                                                                               70,583.34 USD

            adoption, 2026-01-01 to 2026-06-30
              30 of 50 = 60 %; 100 % pays 26,250.00 USD; base rate 525 USD a unit
              base rate                                                 30 × 525                   15,750.00 USD
                A1
              earned                                                                               15,750.00 USD

            Incentive earned                                                                       86,333.34 USD
            Incentive earned, year to date                                                        114,333.34 USD
            Base salary of the span                                                                47,500.00 USD
            """ + "\n",
            Ana.Statement(Year.Quarter(2), Credits).Explain());

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public void Nothing_that_is_printed_depends_on_the_culture(string culture)
    {
        string[] invariant = In(CultureInfo.InvariantCulture, Printed);
        Assert.Equal(invariant, In(CultureInfo.GetCultureInfo(culture), Printed));
    }

    [Fact]
    public void The_cultures_tried_do_print_otherwise_by_themselves()
    {
        // Without this the theory above would hold where cultures are switched off.
        Assert.Equal("1.234,5", In(CultureInfo.GetCultureInfo("de-DE"), () => $"{1234.5m:#,##0.#}"));
        Assert.Equal("2569", In(CultureInfo.GetCultureInfo("th-TH"), () => $"{new DateTime(2026, 1, 1):yyyy}"));
        Assert.Equal("ı", In(CultureInfo.GetCultureInfo("tr-TR"), () => "I".ToLower(CultureInfo.CurrentCulture)));
    }

    private static string[] Printed()
    {
        Statement quarter = Ana.Statement(Year.Quarter(2), Credits);
        return
        [
            quarter.Explain(),
            Ana.StatementThrough(new(2026, 6, 30), Year, Credits).Explain(),
            .. quarter.Components.SelectMany(component => component.Lines).Select(line => line.ToString()),
            (-1_234_567.891m).Usd.ToString(),
            1_234_567.In(Currency.Of("JPY")).ToString(),
            new Amount((Rational)(-10_000_000) / 3, Currency.Usd).ToString(),
            ((Rational)(-1234567) / 1000).ToString(),
            ((Rational)(-1) / 3).ToString(),
            Seasonality.Quarters(18.5m.Percent, 21.5m.Percent, 24.Percent, 36.Percent).ToString(),
            Curve.CapAt(payout: 2.125m).ToString(),
            Year.Month(5).Name, PlanYear.Starting(new(2026, 7, 1)).Half(2).Name, Year.Quarter(2).Days.ToString(),
            Ana.OnTarget.ToString(), quarter.Components[0].Attainment.ToString(), new Attainment(1_234_567.Usd, 1_000.Usd).ToString(), Frequency.SemiAnnual.ToString(),
            Assert.Throws<ArgumentOutOfRangeException>(() => Curve.Accelerate(200.Percent, 2.5m)).Message,
            // Its second line, "Actual value was …", is .NET's and prints a LocalDate in the culture's long form.
            Assert.Throws<ArgumentOutOfRangeException>(() => Ana.HiredOn(new(2026, 5, 1)).TerminatedOn(new(2026, 4, 30))).Message.Split('\n')[0],
            Assert.Throws<ArgumentOutOfRangeException>(() => new Quota(Measure.Bookings, -1234.5m.Usd)).Message,
            Assert.Throws<ArgumentException>(() => Seasonality.Of(Frequency.SemiAnnual, 0.5m, 0.25m)).Message,
            Assert.Throws<ArgumentException>(() => Ana.HiredOn(new(2026, 5, 1)).Statement(Year.Quarter(1), Credits)).Message,
        ];
    }

    private static T In<T>(CultureInfo culture, Func<T> read)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            return read();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void What_was_credited_since_a_component_settled_is_said_and_no_more()
    {
        Credit late = new("R1", Measure.Bookings, new(2026, 4, 2), 7_000.Usd, "D9");
        Assert.Contains("bookings: 7,000.00 USD credited since, to be settled at the end of Q2 2026", Ana.Statement(Year.Month(4), [Credits[0], late]).Explain(), StringComparison.Ordinal);
    }
}
