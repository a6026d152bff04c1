using System.Globalization;
using System.Text.Json;

namespace CompModel.Tests;

/// <summary>One of the published closed forms of Cases/expectation.json, read generically: no curve and no family is written here by name of a case.</summary>
public sealed class ExpectationCase
{
    private readonly JsonElement json;

    private ExpectationCase(JsonElement json) => this.json = json;

    public static IReadOnlyList<ExpectationCase> All { get; } = Load();

    public string Id => json.GetProperty("id").GetString()!;

    public string Kind => json.GetProperty("kind").GetString()!;

    public JsonElement Inputs => json.GetProperty("inputs");

    /// <summary>Digits that the case vouches for.</summary>
    public int Digits => json.GetProperty("digits").GetInt32();

    /// <summary>The expected figures that are numbers, by name.</summary>
    public IReadOnlyDictionary<string, double> Expected => json.GetProperty("expected").EnumerateObject()
        .Where(figure => figure.Value.ValueKind == JsonValueKind.Number).ToDictionary(figure => figure.Name, figure => figure.Value.GetDouble());

    /// <summary>Figures on a step of the law, which a simulation may put to either side.</summary>
    public HashSet<string> UnstableUnderSimulation => json.TryGetProperty("mc_unstable_quantities", out JsonElement names) ? [.. names.EnumerateArray().Select(name => name.GetString()!)] : [];

    /// <summary>Why this part of the library cannot carry the case through; null where it can.</summary>
    public string? LeftOutBecause => Kind switch
    {
        "single_period_payout" or "sensitivity" or "one_factor_portfolio" or "one_factor_portfolio_distribution" or "plan_comparison" or "plan_solve"
            or "commission_plus_rsu" or "statistics" or "rsu_gbm_total_vest_value" or "rsu_supplemental_withholding" or "deal_level" => null,
        "annual_trueup" => "its periods are drawn one by one, and a model of the year draws the year",
        "rsu_sell_to_cover" => "it is about what is sold when shares vest",
        _ => throw new InvalidOperationException($"Case {Id} is of the unknown kind {Kind}."),
    };

    public AttainmentModel Model => Family(Inputs.GetProperty("attainment"));

    /// <summary>Figures that lie next to a jump, so that a simulation need not meet them.</summary>
    public IReadOnlySet<string> NextToJump => json.TryGetProperty("mc_unstable_quantities", out JsonElement names)
        ? names.EnumerateArray().Select(name => name.GetString()!).ToHashSet()
        : [];

    public static ExpectationCase Find(string id) => All.Single(one => one.Id == id);

    /// <summary>The participant of a case (or of one of its plans): one component on the year, named as given.</summary>
    public static Participant Participant(JsonElement plan, string id = "R1") => Participant(CurveOf(plan), plan, id);

    public static Participant Participant(PayoutCurve curve, JsonElement plan, string id = "R1") => new(
        id,
        new CompensationPlan("plan", new OnTargetEarnings(0.Usd, Decimal(plan.GetProperty("target_variable_pay")).Usd), Component.Of(Measure.Bookings, 1, curve)),
        new Quota(Measure.Bookings, Decimal(plan.GetProperty("quota")).Usd));

    public PayoutLaw LawOf(JsonElement plan) => Law(Participant(plan), Model);

    public static PayoutLaw Law(Participant participant, AttainmentModel model) =>
        Expect.Incentive(participant, Workloads.Year, Assumptions.For(Measure.Bookings, model)).Law.Value;

    /// <summary>From pieces (from, intercept, slope) to a curve through both ends of each; where two meet at one height they share a knot.</summary>
    public static PayoutCurve CurveOf(JsonElement plan) => Curve(Pieces(plan));

    public static PayoutCurve Curve(IReadOnlyList<(Rational From, Rational Intercept, Rational Slope)> pieces)
    {
        var knots = new List<(Rational Attainment, Rational Payout)>();
        for (int i = 0; i < pieces.Count; i++)
        {
            (Rational from, Rational intercept, Rational slope) = pieces[i];
            Rational end = i + 1 < pieces.Count ? pieces[i + 1].From : from + 1;
            (Rational, Rational) start = (from, intercept + (slope * from));
            if (knots.Count == 0 || knots[^1] != start)
                knots.Add(start);
            knots.Add((end, intercept + (slope * end)));
        }
        return PayoutCurve.Through(BeyondLastKnot.SameSlope, [.. knots]);
    }

    public static IReadOnlyList<(Rational From, Rational Intercept, Rational Slope)> Pieces(JsonElement plan) =>
        [.. plan.GetProperty("curve_segments").EnumerateArray().Select(piece =>
            (Number(piece.GetProperty("from_attainment")), Number(piece.GetProperty("intercept")), Number(piece.GetProperty("slope"))))];

    /// <summary>A decimal, or a fraction such as "17/12".</summary>
    public static Rational Number(JsonElement text)
    {
        string[] parts = text.GetString()!.Split('/');
        Rational number = decimal.Parse(parts[0], CultureInfo.InvariantCulture);
        return parts.Length == 1 ? number : number / decimal.Parse(parts[1], CultureInfo.InvariantCulture);
    }

    public static double Double(JsonElement text) => double.Parse(text.GetString()!, CultureInfo.InvariantCulture);

    public override string ToString() => Id;

    private static decimal Decimal(JsonElement text) => decimal.Parse(text.GetString()!, CultureInfo.InvariantCulture);

    private static AttainmentModel Family(JsonElement law)
    {
        double Of(string name) => Double(law.GetProperty(name));
        double[] Each(string name) => [.. law.GetProperty(name).EnumerateArray().Select(Double)];
        return law.GetProperty("family").GetString() switch
        {
            "lognormal" => AttainmentModel.LogNormal(Of("mean"), Of("cv")),
            "normal_truncated_at_0" => AttainmentModel.Normal(Of("location"), Of("scale"), BelowZero.Conditioned),
            "normal_floored_at_0" => AttainmentModel.Normal(Of("location"), Of("scale"), BelowZero.Floored),
            "gamma" => AttainmentModel.GammaOfShape(Of("shape"), Of("scale")),
            "weibull" => AttainmentModel.WeibullOfShape(Of("shape"), Of("scale")),
            "triangular" => AttainmentModel.Triangular(Of("min"), Of("mode"), Of("max")),
            "pert" => AttainmentModel.Pert(Of("min"), Of("mode"), Of("max"), Of("lambda_")),
            "empirical" => AttainmentModel.Empirical(Each("samples")),
            "lognormal_mixture" => AttainmentModel.Mixture(
                [.. Each("weights").Select((share, i) => (share, AttainmentModel.LogNormal(Each("means")[i], Each("cvs")[i])))]),
            "zero_inflated_lognormal" => AttainmentModel.LogNormal(Of("mean_positive"), Of("cv_positive")).WithShareAtZero(Of("p_zero")),
            var unknown => throw new InvalidOperationException($"Unknown family {unknown}."),
        };
    }

    private static IReadOnlyList<ExpectationCase> Load()
    {
        JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", "expectation.json")));
        return [.. document.RootElement.EnumerateArray().Select(json => new ExpectationCase(json))];
    }
}
