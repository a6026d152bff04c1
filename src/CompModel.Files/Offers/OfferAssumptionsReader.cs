namespace CompModel.Files;

/// <summary><c>assumptions</c>: how uncertain pay is, as assumptions.yaml says it, and what goes with the share price.</summary>
internal sealed class OfferAssumptionsReader(PlanFile? plans, Participant? person, SharePriceReader prices)
{
    private static readonly string[] Keys =
        ["attainment", "seasonality", "correlation", "periods", "period_correlation", "price_correlation", "discount_rate"];

    /// <summary>The assumptions; null, reported, where they do not hold together. Without plan or person there is nothing to check them against.</summary>
    public Assumptions? Read(YamlNode node)
    {
        if (KeyReader.Of(node, "assumptions", Keys) is not { } keys)
            return null;
        YamlNode? models = keys.Require("attainment", "a model of attainment for each measure of the plan");
        Rational? together = keys.Has("price_correlation") ? Within(keys.FindField("price_correlation")) : Rational.Zero;
        Rational? discount = keys.Has("discount_rate") ? keys.FindField("discount_rate")?.Percent() : Rational.Zero;
        if (plans is null || models is null)
            return null;
        SalesForce? alone = person is null ? null : new([person]);
        Assumptions? assumptions = new AttainmentReader(plans, alone, keys, []).Read(models);
        assumptions = new CorrelationReader(plans.Measures, keys).Read(new DependenceReader(plans, keys).Read(assumptions));
        if (keys.Find("seasonality") is { } weights)
            assumptions = SeasonalityReader.Read(weights) is { } seasonality ? assumptions?.WithSeasonality(seasonality) : null;
        if (assumptions is null || together is null || discount is null || !prices.Holds)
            return null;
        SharePriceModel? price = prices.Path is null ? null : prices.Law ?? prices.Certain();
        if (prices.Path is not null && price is null)
            return null;
        return node.Build(() =>
        {
            Assumptions all = assumptions.WithPriceCorrelation(together.Value.ToDouble()).WithDiscountRate(discount.Value.ToDouble());
            return price is null ? all : all.WithSharePrice(price);
        });
    }

    private static Rational? Within(Field? field)
    {
        if (field?.Fraction() is not { } value)
            return null;
        if (value.Abs() <= Rational.One)
            return value;
        field.Value.Report(DiagnosticCode.NumberRange, field.Value.Found, "a correlation from -1 to 1");
        return null;
    }
}
