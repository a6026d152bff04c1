namespace CompModel.Files;

/// <summary>
/// What 100 % pays: <c>weight: 70 %</c> of the target incentive; or, on top of it, <c>of_salary: 10 %</c> of base salary or <c>worth: 12000</c>, money a year.
/// </summary>
internal static class WorthReader
{
    /// <summary>The keys that say it.</summary>
    internal static readonly string[] Keys = ["weight", "of_salary", "worth"];

    /// <summary>From measure and curve to the component; null, reported, where something is wrong.</summary>
    public static Func<Measure, PayoutCurve, Component>? Read(KeyReader keys, Currency currency)
    {
        switch (keys.Single(Keys, "100 % is worth one thing"))
        {
            case "of_salary":
                return keys.FindField("of_salary")?.Fraction() is { } salary ? (measure, curve) => Component.OfSalary(measure, salary, curve) : null;
            case "worth":
                return keys.FindField("worth")?.Money(currency) is { } annual ? (measure, curve) => Component.OfMoney(measure, annual, curve) : null;
            default:
                return keys.RequireField("weight", "the share of the target incentive, such as 70 %; or of_salary, or worth")?.Share() is { } weight
                    ? (measure, curve) => Component.Of(measure, weight, curve)
                    : null;
        }
    }
}
