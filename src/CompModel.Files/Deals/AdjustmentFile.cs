using NodaTime;

namespace CompModel.Files;

/// <summary>
/// adjustments.csv: amounts and credits given by hand. A row has either an amount or a credit, and always a reason, a reference and who approved it.
/// </summary>
internal static class AdjustmentFile
{
    internal const string FileName = "adjustments.csv";
    private const decimal MostInSum = 100_000_000_000_000m;
    private static readonly string[] Required = ["participant_id", "period", "reason", "reference", "approved_by"];
    private static readonly string[] Optional = ["component", "amount", "credit"];

    /// <summary>The adjustments, in the order of the file. Null, reported, where the file cannot be read.</summary>
    public static IReadOnlyList<Adjustment>? Read(SourceText source, PlanFile plans, Roster roster)
    {
        if (CsvTable.Read(source, Required, Optional) is not { } table)
            return null;
        var adjustments = new List<Adjustment>();
        var seen = new Dictionary<(string, string, string, string, string, string), CsvRecord>();
        decimal sum = 0;
        foreach (CsvRecord record in table.Records)
        {
            if (ReadRow(record, plans, roster) is not { } adjustment)
                continue;
            var row = (adjustment.ParticipantId, record["period"].Text, record["component"].Text, record["amount"].Text, record["credit"].Text, record["reference"].Text);
            if (!seen.TryAdd(row, record))
            {
                int line = source.PlaceOf(seen[row]["participant_id"].Offset).Line;
                record["participant_id"].Report(
                    DiagnosticCode.DuplicateAdjustment, FormattableString.Invariant($"the adjustment under {Field.Quote(record["reference"].Text)} stands in line {line}, too"), "each adjustment once",
                    "it would be paid twice: delete one, or give the second a reference of its own");
                continue;
            }
            sum += adjustment is Adjustment.OfPay pay ? Math.Abs(pay.Correction.Amount.Value) : 0;
            if (sum >= MostInSum)
            {
                record["amount"].Report(DiagnosticCode.NumberRange, $"{record["amount"].Found}, and the amounts of the file reach 10^14", "less than 10^14 in sum");
                return null;
            }
            adjustments.Add(adjustment);
        }
        return adjustments;
    }

    private static Adjustment? ReadRow(CsvRecord record, PlanFile plans, Roster roster)
    {
        RosterRow? row = roster.Find(record["participant_id"]);
        MeasurementPeriod? period = record["period"].PeriodOf(plans.Year);
        string? reason = record["reason"].Line("why it is given", "");
        string? reference = record["reference"].Line("what it goes back to, such as a deal, case or ticket", "");
        string? approver = record["approved_by"].Line("who approved it", "an adjustment that nobody answers for is refused");
        Field amount = record["amount"], credit = record["credit"];
        if (amount.IsEmpty == credit.IsEmpty)
        {
            amount.Report(
                amount.IsEmpty ? DiagnosticCode.ValueMissing : DiagnosticCode.KeyConflict, amount.IsEmpty ? "neither amount nor credit is there" : $"{amount.Found}, and {credit.Found}",
                "an amount (pay beside what is earned) or a credit (rated like any other), not both");
            return null;
        }
        Component? component = record["component"].IsEmpty && credit.IsEmpty ? null : Find(record["component"], row);
        Money? given = component is null && amount.IsEmpty ? null : NotZero(amount.IsEmpty ? credit : amount, amount.IsEmpty ? component!.Measure : null, plans.Currency);
        if (row is null || period is null || reason is null || reference is null || approver is null || given is null || (component is null && !record["component"].IsEmpty))
            return null;
        if (amount.IsEmpty)
            return Credited(record["period"], row, period.Value, component!, given.Value, reference, Answered(reason, approver));
        if (PayDay(record["period"], row, period.Value) is not { } day)
            return null;
        Correction correction = Correction.TrueUp(day, given.Value, reason).Referring(reference).ApprovedBy(approver);
        return new Adjustment.OfPay(row.Id, period.Value, component is null ? correction : correction.Of(component.Name));
    }

    private static DealAttributes Answered(string reason, string approver) =>
        DealAttributes.None.With(DealAttribute.Reason, reason).With(DealAttribute.ApprovedBy, approver);

    private static Adjustment.OfCredit? Credited(Field field, RosterRow row, MeasurementPeriod period, Component component, Money amount, string reference, DealAttributes attributes)
    {
        DateRange employed = row.Employment.Intersect(period.Days);
        if (employed.IsEmpty)
        {
            DealFile.Employment(field, row, period.Days.End.PlusDays(-1));
            return null;
        }
        var credit = new Credit(row.Id, component.Measure, employed.End.PlusDays(-1), amount, Rational.One, reference, component.Scope) { Attributes = attributes };
        return new(row.Id, period, credit);
    }

    // Whoever has left may still be owed, or owe, something; nobody is before the hire.
    private static LocalDate? PayDay(Field field, RosterRow row, MeasurementPeriod period)
    {
        DateRange employed = row.Employment.Intersect(period.Days);
        if (!employed.IsEmpty)
            return employed.End.PlusDays(-1);
        if (row.Employment.End <= period.Start)
            return period.End.PlusDays(-1);
        DealFile.Employment(field, row, period.End.PlusDays(-1));
        return null;
    }

    private static Money? NotZero(Field field, Measure? measure, Currency currency)
    {
        if ((measure is null ? field.Money(currency) : field.AmountOf(measure, currency)) is not { } money)
            return null;
        if (money.Value != 0)
            return money;
        field.Report(DiagnosticCode.NumberRange, field.Found, "an amount other than 0");
        return null;
    }

    private static Component? Find(Field field, RosterRow? row)
    {
        if (field.Required("the component that is credited") is not { } name || row is null)
            return null;
        Component[] components = [.. row.Plans.Values.SelectMany(plan => plan.Components)];
        if (components.FirstOrDefault(component => component.Name == name) is { } component)
            return component;
        string[] names = [.. components.Select(each => each.Name).Distinct()];
        field.Report(DiagnosticCode.UnknownComponent, field.Found, $"a component of plan '{row.Plan}': {string.Join(", ", names)}", Nearest.Hint(name, names));
        return null;
    }
}
