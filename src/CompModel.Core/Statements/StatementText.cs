using System.Globalization;
using System.Text;
using NodaTime;

namespace CompModel;

/// <summary>A statement as plain text: what was measured, which tiers were reached at which rates, and what follows.</summary>
internal static partial class StatementText
{
    // A terminal's hundred columns.
    private const int Width = 100, LabelWidth = 40, BaseWidth = 22, AmountWidth = 20;

    // More deals than fit a line are counted; data has them all.
    private const int MostDeals = 8;

    // What money's minor units do not show of a rounding.
    private const int RoundingDecimals = 6;

    internal static string Of(Statement statement)
    {
        var text = new StringBuilder();
        Participant participant = statement.Terms.Participant;
        string whose = $"{participant.Name ?? participant.Id} · {Plans(statement.Terms)}", when = $"{statement.PeriodName} ({statement.Days})";
        text.AppendLine(whose.Length + when.Length + 3 <= Width ? $"{whose} · {when}" : $"{whose}\n{when}");
        text.AppendLine(CultureInfo.InvariantCulture, $"On-target earnings {OnTarget(participant, statement.Terms.Year)}");
        foreach (QuotaRelief relief in participant.Reliefs.Where(relief => !relief.Days.Intersect(statement.Terms.Year.Days).IsEmpty))
            text.AppendLine(relief.ToString());
        foreach (Leave leave in participant.Leaves.Where(leave => !leave.Days.Intersect(statement.Terms.Year.Days).IsEmpty))
            text.AppendLine(leave.ToString());
        foreach (LocalDate start in participant.RampStarts.Where(statement.Terms.Year.Days.Contains))
            text.AppendLine(CultureInfo.InvariantCulture, $"Ramp from {start:uuuu-MM-dd}");
        if (statement.Components.Count == 0)
            text.AppendLine("No component's period ends in this span: nothing is earned yet.");
        foreach (ComponentStatement component in statement.Components)
            Append(text, component);
        foreach (ComponentTerms component in statement.Terms.Components)
            AppendOpen(text, statement, component);
        foreach (PlanResult result in statement.PlanResults)
            Append(text, result);
        foreach (var unpaid in statement.Unmeasured.GroupBy(credit => (credit.Measure, credit.Scope)))
        {
            Amount sum = unpaid.Aggregate(Amount.Zero(unpaid.First().Amount.Currency), (total, credit) => total + credit.Amount);
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{unpaid.Key.Measure}: {sum} credited under a plan that does not pay on it, and so not paid");
        }
        AppendAdjustments(text, statement);
        text.AppendLine().AppendLine(Row("Incentive earned", "", "", statement.Earned.ToString()));
        if (statement.Days.Start > statement.Terms.Year.Start)
            text.AppendLine(Row("Incentive earned, year to date", "", "", statement.Closing.Earned.ToString()));
        if (statement.Corrections.Count > 0)
        {
            text.AppendLine(Row("Corrections", "", "", (statement.Total - statement.Earned).ToString()));
            text.AppendLine(Row("Incentive earned and corrected", "", "", statement.Total.ToString()));
        }
        text.AppendLine(Row("Base salary of the span", "", "", statement.Salary.ToString()));
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Plans(ParticipantTerms terms) => string.Join(", ", terms.Components.DistinctBy(component => component.Days.Start).Select((component, i) =>
        i == 0 ? component.Plan.Name : string.Create(CultureInfo.InvariantCulture, $"from {component.Days.Start:uuuu-MM-dd} {component.Plan}")));

    // What holds in the year, each change with its date.
    private static string OnTarget(Participant participant, PlanYear year)
    {
        (DateRange Days, OnTargetEarnings Value)[] slices = [.. participant.Earnings.Within(year.Days)];
        return string.Join(";\n  ", slices.Where((slice, i) => i == 0 || slice.Value != slices[i - 1].Value).Select((slice, i) =>
            i == 0 ? slice.Value.ToString() : string.Create(CultureInfo.InvariantCulture, $"from {slice.Days.Start:uuuu-MM-dd} {slice.Value}")));
    }

    private static void Append(StringBuilder text, ComponentStatement component)
    {
        string whose = component.Component.Scope switch
        {
            CreditScope.Team => " of the team",
            CreditScope.Territory => " of the territory",
            _ => "",
        };
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{component.Name}{whose}, {component.Window.Intersect(component.Component.Days)}");
        string measured = Measured(component);
        // What was measured, and what it pays: two lines where they are too long for one.
        foreach (string part in measured.Length + 2 <= Width ? [measured] : measured.Split("; ", 2))
            Text.Wrap(text, "  ", part, Width);
        foreach (StatementLine line in component.Lines)
            Append(text, line, component.Component.PayMeasure);
        text.AppendLine(Row("  earned", "", "", component.Earned.ToString()));
    }

    private static void Append(StringBuilder text, PlanResult result)
    {
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{result.Name}, {result.Span}");
        foreach (StatementLine line in result.Lines)
            Append(text, line, Measure.Bookings);
        text.AppendLine(Row("  earned", "", "", result.Earned.ToString()));
    }

    private static void Append(StringBuilder text, StatementLine line, Measure measure)
    {
        text.AppendLine(line.Kind switch
        {
            LineKind.Tier => Row("  " + line.Label, line.Base.ToString(), "× " + Rate(line.Rate, measure), line.Amount.ToString()),
            LineKind.Step => Row("  " + line.Label, line.Base.ToString(), "× " + Text.Percent(line.Rate, 4), line.Amount.ToString()),
            LineKind.Multiplier => Row("  " + line.Label, line.Base.ToString(), (line.Rate.Sign < 0 ? "× " : "× +") + Text.Percent(line.Rate, 4), line.Amount.ToString()),
            LineKind.Addition when line.Rate != Rational.One => Row("  " + line.Label, line.Base.ToString(), "× " + Shown(line.Rate), line.Amount.ToString()),
            LineKind.Gate => "  " + line.Label,
            LineKind.Rounding => Row("  " + line.Label, "", "", $"{Text.Number(line.Amount.Value, RoundingDecimals)} {line.Amount.Currency}"),
            _ => Row("  " + line.Label, "", "", line.Amount.ToString()),
        });
        // The label of a deal's own line names it already.
        if (line.Deals.Count > 0 && !line.Label.StartsWith(line.Deals[0] + ":", StringComparison.Ordinal))
            Text.Wrap(text, "    ", Named(line.Deals), Width);
    }

    private static string Named(IReadOnlyList<string> deals) => deals.Count <= MostDeals
        ? string.Join(", ", deals)
        : $"{string.Join(", ", deals.Take(MostDeals))} and {deals.Count - MostDeals} more";

    // What has been credited since a component's last period ended is said, or a late deal would seem lost.
    private static void AppendOpen(StringBuilder text, Statement statement, ComponentTerms component)
    {
        if (component.Days.End <= statement.Days.End)
            return;
        PeriodTerms next = component.Periods.First(period => period.Days.End > statement.Days.End);
        Amount open = statement.Closing.Credits.Where(credit => component.Measures(credit) && next.Days.Contains(credit.Date) && component.Component.Days.Contains(credit.Date))
            .Aggregate(Amount.Zero(component.Quota.Currency), (sum, credit) => sum + credit.Amount);
        if (open.Value.Sign == 0)
            return;
        string when = next.Days.End == next.Period.End ? $"{next.Period}" : $"the plan, {next.Days.End.PlusDays(-1):uuuu-MM-dd}";
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{component.Name}: {open} credited since, to be settled at the end of {when}");
    }

    // What was decided by hand, with who answers for it: amounts beside what is earned, and credits that are in the lines above.
    private static void AppendAdjustments(StringBuilder text, Statement statement)
    {
        Credit[] byHand = [.. statement.Components.SelectMany(component => component.Credits).Where(credit => credit.Attributes.TextOf(DealAttribute.ApprovedBy) is not null).Distinct()];
        if (statement.Corrections.Count == 0 && byHand.Length == 0)
            return;
        text.AppendLine().AppendLine("Adjustments");
        foreach (Correction correction in statement.Corrections)
        {
            string what = correction.Kind == LedgerEntryKind.Clawback ? "clawback" : "correction";
            string of = correction.Component.Length > 0 ? $" of {correction.Component}" : "";
            text.AppendLine(Row(string.Create(CultureInfo.InvariantCulture, $"  {correction.Date:uuuu-MM-dd} {what}{of}"), "", "", correction.Amount.ToString()));
            Text.Wrap(text, "    ", Answered(correction.Reason, correction.Reference, correction.Approver), Width - AmountWidth);
        }
        foreach (Credit credit in byHand)
        {
            Text.Wrap(text, "  ", string.Create(CultureInfo.InvariantCulture, $"{credit.Date:uuuu-MM-dd} {credit.Amount} credited to {credit.Measure}, counted in the lines above"), Width);
            Text.Wrap(
                text, "    ", Answered(credit.Attributes.TextOf(DealAttribute.Reason) ?? "", credit.Reference, credit.Attributes.TextOf(DealAttribute.ApprovedBy)!), Width - AmountWidth);
        }
    }

    private static string Answered(string reason, string reference, string approver) => string.Join(
        "; ", new[] { reason, reference.Length > 0 ? $"reference {reference}" : "", approver.Length > 0 ? $"approved by {approver}" : "" }.Where(words => words.Length > 0));
}
