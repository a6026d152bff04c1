using CompModel.Files;
using CompModel.Reports;
using NodaTime;

namespace CompModel.Tests;

/// <summary>Outlooks of cases that are read once.</summary>
internal static class OutlookCase
{
    private static readonly Lazy<Case> Everybody = new(() => CaseFolder.Read(SampleFolder.Original)), PaidLater = new(() =>
    {
        using var folder = new PaidFolder();
        Assume(folder);
        return folder.Read();
    });

    /// <summary>The sample; paid as earned.</summary>
    internal static Case Sample => Everybody.Value;

    /// <summary>The sample of payment terms, with adjustments and with something assumed.</summary>
    internal static Case Paid => PaidLater.Value;

    internal static void Assume(PaidFolder folder) => File.WriteAllText(
        folder.File("assumptions.yaml"), "attainment:\n  bookings: { family: lognormal, mean: 0.9, cv: 0.35 }\n  adoption: { family: normal, mean: 1, sd: 0.15, below_zero: floored }\n");

    internal static CostReport Report(Case read, LocalDate through, int trials, ulong seed = 1, Detail detail = Detail.Company, RestOfYear rest = RestOfYear.AsPlanned)
    {
        var actuals = new Actuals(through, read.Participants.SelectMany(person => read.InputsOf(person.Id).Credits), rest);
        SimulatedCost cost = Simulate.Outlook(read.SalesForce, read.Year, read.Assumptions!, actuals, trials, seed);
        return new("Case", cost, read.IncentiveBudget, detail, null, new YearOutlook(cost, read.InputsOf));
    }

    /// <summary>The table of the outlook.</summary>
    internal static ReportTable Table(this CostReport report) => report.Tables.Single(table => table.Title.StartsWith("Outlook of", StringComparison.Ordinal));
}
