using System.Globalization;
using System.Text;

namespace CompModel;

/// <summary>A statement as plain text: what was measured, which tiers were reached at which rates, and what follows.</summary>
internal static class StatementText
{
    private const int LabelWidth = 44, BaseWidth = 24, RateWidth = 14, AmountWidth = 20;

    internal static string Of(Statement statement)
    {
        var text = new StringBuilder();
        Participant participant = statement.Terms.Participant;
        text.AppendLine(CultureInfo.InvariantCulture, $"{participant.Name ?? participant.Id} · {participant.Plan} · {statement.PeriodName} ({statement.Days})");
        text.AppendLine(CultureInfo.InvariantCulture, $"On-target earnings {participant.OnTarget}");
        if (statement.Components.Count == 0)
            text.AppendLine("No component's period ends in this span: nothing is earned yet.");
        foreach (ComponentStatement component in statement.Components)
            Append(text, component);
        text.AppendLine().AppendLine(Row("Incentive earned", "", "", statement.Earned.ToString()));
        text.AppendLine(Row("Base salary of the span", "", "", statement.Salary.ToString()));
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void Append(StringBuilder text, ComponentStatement component)
    {
        string whose = component.Component.Scope == CreditScope.Team ? " of the team" : "";
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{component.Component.Name}{whose}, {component.Window}");
        text.AppendLine(CultureInfo.InvariantCulture, $"  {component.Attainment}; 100 % pays {component.Target}; base rate {Rate(BaseRate(component))}");
        foreach (StatementLine line in component.Lines)
        {
            text.AppendLine(line.Kind switch
            {
                LineKind.Tier => Row("  " + line.Label, line.Base.ToString(), "× " + Rate(line.Rate), line.Amount.ToString()),
                LineKind.Step => Row("  " + line.Label, line.Base.ToString(), "× " + Text.Percent(line.Rate, 4), line.Amount.ToString()),
                _ => Row("  " + line.Label, "", "", line.Amount.ToString()),
            });
        }
        text.AppendLine(Row("  earned", "", "", component.Earned.ToString()));
    }

    private static Rational BaseRate(ComponentStatement component) =>
        component.Attainment.Quota.Value.Sign == 0 ? Rational.Zero : component.Target.Value / component.Attainment.Quota.Value;

    // A rate on money is a share; a rate on units is money a unit, and reads badly in percent.
    private static string Rate(Rational rate) => rate < Rational.One ? Text.Percent(rate, 4) : Text.Number(rate, 4);

    private static string Row(string label, string baseAmount, string rate, string amount) =>
        $"{label.PadRight(LabelWidth)}{baseAmount.PadLeft(BaseWidth)} {rate.PadRight(RateWidth)}{amount.PadLeft(AmountWidth)}".TrimEnd();
}
