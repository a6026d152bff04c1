namespace CompModel.Reports;

/// <summary>What is earned and paid so far, what is to go and what the full year comes to.</summary>
internal static class OutlookTable
{
    private static readonly string[] Columns =
        ["earned so far", "paid so far", "to go, expected", "to go, low (P10)", "to go, high (P90)", "full year, expected", "full year, low (P10)", "full year, high (P90)"];

    /// <summary>How the rest of a year is assumed to go, in the words of the command.</summary>
    internal static string Named(RestOfYear rest) => rest switch
    {
        RestOfYear.AsPlanned => "as planned",
        RestOfYear.RunRate => "at the run rate",
        RestOfYear.Weighted => "between plan and run rate, weighted by the quota that has passed",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    internal static ReportTable Of(YearOutlook outlook)
    {
        SimulatedCost cost = outlook.Cost;
        SoFar total = outlook.Total;
        OutlookLines lines = OutlookLines.Of(outlook);
        // Line by line, as the first page prints them.
        double[][] fullYear = [.. lines.Views.Select(view => lines.Sums(Figures.Footed(view.Lines)))], toGo = [.. lines.Views.Select(view => lines.Sums(Figures.Footed(lines.ToGo(view))))];
        double salaries = cost.BaseSalaries.ToDouble(), salariesToGo = Figures.Rounded(salaries - outlook.Salaries.ToDouble()), corrections = Figures.Rounded(total.Corrections.ToDouble());
        Money earned = total.Earned + total.PaymentTerms;
        List<ReportRow> rows = [Row("Base salaries", outlook.Salaries, outlook.Salaries, Same(salariesToGo), Same(Figures.Rounded(salaries)))];
        for (int i = 0; i < lines.Each.Count; i++)
            rows.Add(Row(lines.Each[i].Label, lines.Each[i].Earned, lines.Each[i].Paid, [.. toGo.Select(view => view[i])], [.. fullYear.Select(view => view[i])]));
        rows.Add(Row("Total incentive", earned, total.Paid, [.. toGo.Select(view => view.Sum())], [.. fullYear.Select(view => view.Sum())], Emphasis.Total));
        if (total.Corrections.Value != 0)
            rows.Add(Row("Corrections", total.Corrections, null, Same(0), Same(corrections)));
        rows.Add(Row(
            "Total cash compensation", earned + total.Corrections + outlook.Salaries, total.Paid + outlook.Salaries,
            [.. toGo.Select(view => view.Sum() + salariesToGo)], [.. fullYear.Select(view => view.Sum() + corrections + Figures.Rounded(salaries))], Emphasis.Total));
        return new(
            Title(outlook, "Outlook of", $", in {cost.Run.Force.Currency}; estimates in thousands"), "", Columns, rows,
            $"Earned so far is what statements say, to the cent; paid so far, what the pay periods that have ended pay{(total.Corrections.Value == 0 ? "" : " and corrections with it, which are in no other table")}; base salaries count as they accrue. To go is what the full year comes to beyond what is earned; "
            + $"the rest of the year goes {Named(outlook.Actuals.Rest)}. Low and high are the years around the 10th and 90th percentile of total incentive: each column is an average of the same trials and adds up.");
    }

    internal static ReportTable Teams(YearOutlook outlook) => People(
        outlook, "by team, with its manager", "team of", outlook.Cost.Teams, team => team.Id, outlook.OfTeam, "Percentiles are each team's own and do not add up.");

    internal static ReportTable Participants(YearOutlook outlook) => People(
        outlook, "by participant", "participant", outlook.Cost.Participants, person => PeopleTable.Label(outlook.Cost.Run.Force.Hierarchy.Find(person.Id)), outlook.OfParticipant,
        "Personal data. Percentiles are each participant's own and do not add up.");

    private static ReportTable People(
        YearOutlook outlook, string by, string corner, IReadOnlyList<ParticipantOutlook> people, Func<ParticipantOutlook, string> label, Func<string, SoFar> soFar, string note) =>
        new(Title(outlook, "Incentive of", $" {by}, in {outlook.Cost.Run.Force.Currency}; estimates in thousands"), corner, Columns, [.. people.Select(one =>
        {
            SoFar its = soFar(one.Id);
            double[] fullYear = [one.Mean, one.P10, one.P90];
            return Row(label(one), its.Earned, its.Paid, [.. fullYear.Select(amount => Figures.Rounded(amount - its.Earned.ToDouble()))], [.. fullYear.Select(Figures.Rounded)]);
        })], note);

    private static string Title(YearOutlook outlook, string what, string rest) =>
        FormattableString.Invariant($"{what} {outlook.Cost.Run.Year} through {outlook.Actuals.Through:uuuu-MM-dd}{rest}");

    private static double[] Same(double thousands) => [thousands, thousands, thousands];

    private static ReportRow Row(string label, Money earned, Money? paid, double[] toGo, double[] fullYear, Emphasis emphasis = Emphasis.None) => new(
        label, [Figures.Cents(earned), paid is { } amount ? Figures.Cents(amount) : "", .. toGo.Select(Figures.ThousandUnits), .. fullYear.Select(Figures.ThousandUnits)], Emphasis: emphasis);
}
