using System.Text.RegularExpressions;
using CompModel.Files;

namespace CompModel.Tests;

/// <summary>deals: of assumptions.yaml, as documented, and what is wrong with it said in its place.</summary>
public sealed partial class DealMixFacts
{
    private const string Plan = """
        year: 2026
        currency: USD
        measures: { margin: money, logos: units, csat: score }
        plans:
          - id: ae
            name: Account Executive
            base: 90000
            target_incentive: 60000
            components:
              - { measure: bookings, weight: 100 %, pays: quarterly, basis: to_date, curve: linear }

        """;

    private const string Deals = """
        deal_id,rep_id,close_date,amount,currency,credit_pct,type,product,term_months,discount,margin,logos
        D1,R1,2026-01-05,100000.00,USD,60,booking,Cloud,12,,45000,1
        D1,R2,2026-01-05,100000.00,USD,40,booking,Cloud,12,,45000,1
        D2,R2,2026-03-31,250000,USD,100,booking,Services,36,25 %,100000,
        D2,R2,2026-04-30,-50000,USD,100,refund,Services,36,25 %,-20000,
        D3,R2,2026-05-31,70000,USD,100,booking,Services,36,25 %,30000,
        D3,R2,2026-06-30,-70000,USD,100,refund,Services,36,25 %,-30000,

        """;

    private static readonly string Document = File.ReadAllText(Path.Combine(TestFolder.Repository, "docs", "assumptions-deals.md")).ReplaceLineEndings("\n");

    public static TheoryData<int> Examples => [.. Enumerable.Range(0, Block().Count(Document))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_of_the_document_can_be_simulated(int number)
    {
        using TestFolder folder = Folder(Block().Matches(Document)[number].Groups[1].Value);
        Case read = folder.Read();
        SimulatedCost cost = Simulate.Cost(read.SalesForce, read.Year, read.Assumptions!, trials: 50);
        Assert.True(cost.Bookings.Mean > 0);
        Assert.NotEmpty(cost.Notes);
    }

    [Fact]
    public void Deals_of_the_case_are_net_of_refunds_and_whole()
    {
        using TestFolder folder = Folder("attainment:\n  bookings: { family: lognormal, mean: 1, cv: 0.3 }\ndeals:\n  count: { fixed: 2 }\n  from: deals.csv\n");
        DealMix mix = folder.Read().Assumptions!.Deals!;
        Assert.Equal("2 deals; each like one of 2 deals", mix.ToString());
        // 100,000 and 200,000, the third taken back in full; mean 150,000.
        Assert.Equal(300_000, mix.MeanSold, 1e-9);
        Assert.Equal(["logos", "margin"], mix.Made.Select(measure => measure.Name));
    }

    [Fact]
    public void A_measure_with_a_model_does_not_follow_from_past_deals()
    {
        using TestFolder folder = Folder("attainment:\n  bookings: { family: lognormal, mean: 1, cv: 0.3 }\n  margin: { family: lognormal, mean: 1, cv: 0.3 }\ndeals:\n  count: { fixed: 2 }\n  from: deals.csv\n");
        Assert.Equal(["logos"], folder.Read().Assumptions!.Deals!.Made.Select(measure => measure.Name));
    }

    [Fact]
    public void The_same_mix_is_written_in_code()
    {
        using TestFolder folder = Folder(Block().Matches(Document)[0].Groups[1].Value);
        DealMix mix = new DealMix(DealCount.Poisson(8), DealSize.LogNormal(100_000, 0.8))
            .With(DealAttribute.Product, ("Cloud", 60.Percent), ("Services", 40.Percent)).With(DealAttribute.TermMonths, (12, 50.Percent), (24, 30.Percent), (36, 20.Percent))
            .With(DealAttribute.Discount, (0, 70.Percent), (25.Percent, 30.Percent))
            .With(Measure.OfMoney("margin"), DealWorth.OfSize((40.Percent, 50.Percent), (50.Percent, 50.Percent))).With(Measure.OfUnits("logos"), DealWorth.Units((1, 60.Percent), (0, 40.Percent)));
        Case read = folder.Read();
        Assert.Equal(
            new RunDefinition(read.SalesForce, read.Year, Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(1, 0.3)).WithDeals(mix), 10, 1).Fingerprint(),
            new RunDefinition(read.SalesForce, read.Year, read.Assumptions!, 10, 1).Fingerprint());
    }

    [Theory]
    [InlineData("count: { poison: 8 }\n  size: { fixed: 1 }", DiagnosticCode.KeyUnknown, "poisson")]
    [InlineData("count: {}\n  size: { fixed: 1 }", DiagnosticCode.KeyMissing, "law of the number")]
    [InlineData("count: { poisson: 8, fixed: 3 }\n  size: { fixed: 1 }", DiagnosticCode.KeyConflict, "fixed")]
    [InlineData("count: { poisson: -8 }\n  size: { fixed: 1 }", DiagnosticCode.NumberRange, "above 0")]
    [InlineData("count: { poisson: 950 }\n  size: { fixed: 1 }", DiagnosticCode.Definition, "at most 1000 deals")]
    [InlineData("count: { fixed: 1001 }\n  size: { fixed: 1 }", DiagnosticCode.NumberRange, "1000")]
    [InlineData("count: { binomial: { opportunities: 40, win_rate: 25 } }\n  size: { fixed: 1 }", DiagnosticCode.Percent, "25 %")]
    [InlineData("count: { binomial: 40 }\n  size: { fixed: 1 }", DiagnosticCode.Type, "win_rate")]
    [InlineData("size: { fixed: 1 }", DiagnosticCode.KeyMissing, "count")]
    [InlineData("count: { fixed: 3 }", DiagnosticCode.KeyMissing, "size")]
    [InlineData("count: { fixed: 3 }\n  size: { fixed: 0 }", DiagnosticCode.NumberRange, "above 0")]
    [InlineData("count: { fixed: 3 }\n  size: { gamma: { mean: 5, shape: 0.001 } }", DiagnosticCode.Definition, "0.05")]
    [InlineData("count: { fixed: 3 }\n  size: { lognormal: { mean: 5 } }", DiagnosticCode.KeyMissing, "cv")]
    [InlineData("count: { fixed: 3 }\n  size: { discrete: { 5: 60 %, 6: 50 % } }", DiagnosticCode.Definition, "sum to 1")]
    [InlineData("count: { fixed: 3 }\n  size: { fixed: 1 }\n  attributes: { product: { Cloud: 90 % } }", DiagnosticCode.Definition, "sum to 1")]
    [InlineData("count: { fixed: 3 }\n  size: { fixed: 1 }\n  attributes: { term_months: { long: 100 % } }", DiagnosticCode.Number, "long")]
    [InlineData("count: { fixed: 3 }\n  size: { fixed: 1 }\n  attributes: [product]", DiagnosticCode.Type, "attributes")]
    [InlineData("count: { fixed: 3 }\n  size: { fixed: 1 }\n  measures: { margin: 0.45 }", DiagnosticCode.Percent, "45 %")]
    [InlineData("count: { fixed: 3 }\n  size: { fixed: 1 }\n  measures: { marge: 45 % }", DiagnosticCode.UnknownMeasure, "margin")]
    [InlineData("count: { fixed: 3 }\n  size: { fixed: 1 }\n  measures: { csat: 1 }", DiagnosticCode.Definition, "judgement")]
    [InlineData("count: { fixed: 3 }\n  size: { fixed: 1 }\n  measures: { bookings: 45 % }", DiagnosticCode.Definition, "already")]
    [InlineData("count: { fixed: 3 }\n  size: { fixed: 1 }\n  from: deals.csv", DiagnosticCode.KeyConflict, "beside from")]
    [InlineData("count: { fixed: 3 }\n  from: pipeline.csv", DiagnosticCode.Value, "deals.csv")]
    [InlineData("count: { fixed: 3 }\n  size: { fixed: 1 }\n  credits: drawn", DiagnosticCode.Value, "split")]
    [InlineData("count: { fixed: 3 }\n  size: { fixed: 1 }\n  credits: make", DiagnosticCode.Definition, "there is a model for bookings already")]
    public void What_is_wrong_is_said_where_it_stands(string deals, string code, string words)
    {
        using TestFolder folder = Folder($"attainment:\n  bookings: {{ family: lognormal, mean: 1, cv: 0.3 }}\ndeals:\n  {deals}\n");
        Diagnostic diagnostic = Assert.Single(folder.Refused());
        Assert.Equal((code, "assumptions.yaml"), (diagnostic.Code, diagnostic.File));
        Assert.Contains(words, diagnostic.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.True(diagnostic.Line >= 3, diagnostic.ToString());
    }

    [Fact]
    public void Without_deals_to_be_like_there_are_none()
    {
        using TestFolder folder = Folder("attainment:\n  bookings: { family: lognormal, mean: 1, cv: 0.3 }\ndeals:\n  count: { fixed: 2 }\n  from: deals.csv\n").Remove("deals.csv");
        Assert.Contains("there are 0", Assert.Single(folder.Refused()).Found, StringComparison.Ordinal);
    }

    private static TestFolder Folder(string assumptions) => new TestFolder().Write("plan.yaml", Plan).Write("deals.csv", Deals)
        .Write("quotas.csv", "participant_id,measure,effective_from,effective_to,quota\nR1,margin,,,400000\nR2,margin,2026-01-01,2026-09-30,400000\n").Write("assumptions.yaml", assumptions);

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
