namespace CompModel;

// The words and figures that lines are made of.
internal static partial class StatementText
{
    private static string Measured(ComponentStatement component) => component.Component.Rule switch
    {
        // The quota of the period is not that of a Spiff's weeks.
        PayRule.ByTable { Table: var table } => (component.Attainment.Quota.Value.Sign == 0 || component.Component.IsOfSomeDays ? $"{component.Attainment.Credited} credited" : $"{component.Attainment}")
            + $"; commission {Words(table.Reading)}",
        _ => $"{component.Attainment}; 100 % pays {component.Target}; base rate {BaseRate(component)}",
    };

    private static string Words(TableReading reading) => reading switch
    {
        TableReading.Marginal => "by tier, each slice at its own rate",
        TableReading.Retroactive => "on the whole amount, at the rate of the tier reached",
        TableReading.OverageAtTopRate => "at the first rate, and on all above the first tier at the rate of the tier reached",
        TableReading.ProportionalAmounts => "by tier, each adding its amount in proportion as it fills",
        TableReading.InterpolatedRate => "on the whole amount, at a rate between those at both ends of the tier",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string BaseRate(ComponentStatement component)
    {
        Rational rate = component.Attainment.Quota.Value.Sign == 0 ? Rational.Zero : component.Target.Value / component.Attainment.Quota.Value;
        string per = !component.Component.Measure.IsMoney ? $" {component.Target.Currency} a unit"
            : component.Attainment.Quota.Currency == component.Target.Currency ? "" : $" ({component.Target.Currency} per {component.Attainment.Quota.Currency})";
        return Rate(rate, component.Component.Measure) + per;
    }

    // A rate on money is a share; a rate on units is money a unit, and reads badly in percent.
    private static string Rate(Rational rate, Measure measure) => measure.IsMoney ? Shown(rate * 100) + " %" : Shown(rate);

    // Four decimals where they are all there is; otherwise enough that an amount can be followed on a calculator.
    private static string Shown(Rational value) => (value * 10_000).IsInteger ? Text.Number(value, 4) : "~" + Text.Number(value, 8);

    // A label that leaves no room has a line of its own.
    private static string Row(string label, string baseAmount, string rate, string amount)
    {
        bool plain = baseAmount.Length + rate.Length == 0;
        if (label.Length > (plain ? Width - AmountWidth : LabelWidth))
            return $"{label}\n{Row("", baseAmount, rate, amount)}";
        string left = plain ? label : $"{label.PadRight(LabelWidth)}{baseAmount.PadLeft(BaseWidth)} {rate}";
        return left.PadRight(Width - AmountWidth) + amount.PadLeft(AmountWidth);
    }
}
