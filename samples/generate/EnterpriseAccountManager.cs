using System.Text;
using CompModel.Files;
using NodaTime;

namespace CompModel.Samples;

/// <summary>
/// Writes the files of samples/enterprise-account-manager except plan.yaml and README.md, which are written by hand. Always the same bytes.
/// </summary>
public static class EnterpriseAccountManager
{
    private const string Schedule = "5% at 12, 15% at 24, 20% at 30, 20% at 36, 20% at 42, 20% at 48";

    // Two managers are paid a little more and two a little less than 220,000 and 150,000.
    private static readonly (string Id, int Base, int Variable, LocalDate Hired)[] Managers =
    [
        ("M1", 222_000, 152_000, new(2018, 5, 1)), ("M2", 218_000, 148_000, new(2020, 2, 1)),
        ("M3", 225_000, 155_000, new(2016, 9, 1)), ("M4", 215_000, 145_000, new(2021, 11, 1)),
    ];

    /// <summary>Writes the files into a folder that has plan.yaml.</summary>
    public static void Write(string folder)
    {
        string plan = File.ReadAllText(Path.Combine(folder, "plan.yaml"));
        string quotas = QuotaFile();
        // Prorated quotas are the library's own; a manager's quota does not enter those of the team.
        Case drafted = Read(("plan.yaml", plan), ("roster.csv", RosterFile(_ => 1_000_000)), ("quotas.csv", quotas));
        string roster = RosterFile(manager => Rounded(Street(drafted.Participants.Where(seller => seller.ManagerId == manager)) / 105 * 100));
        Case force = Read(("plan.yaml", plan), ("roster.csv", roster), ("quotas.csv", quotas));
        Save(folder, "roster.csv", roster);
        Save(folder, "quotas.csv", quotas);
        Save(folder, "deals.csv", new DealYear(force).File());
        Save(folder, "results.csv", ResultFile(force));
        Save(folder, "history.csv", HistoryYears.File());
        Save(folder, "grants.csv", GrantFile());
        Save(folder, "assumptions.yaml", AssumptionsFile(force));
    }

    private static string RosterFile(Func<string, int> managerQuota)
    {
        var csv = new Csv("id,name,email,role,manager_id,hire_date,termination_date,currency,base,variable,quota,plan");
        foreach (((string id, int salary, int variable, LocalDate hired), string name) in Managers.Zip(Names.Managers))
            csv.Add(id, name, Names.Email(name), "Regional Sales Manager", "", hired, null, "USD", salary, variable, managerQuota(id), "manager");
        foreach (Seller seller in Seller.All)
        {
            csv.Add(
                seller.Id, seller.Name, Names.Email(seller.Name), "Enterprise Account Manager", seller.ManagerId, seller.Hired, seller.Left, "USD",
                seller.Base, seller.Variable, seller.Quota, seller.Plan);
        }
        return csv.ToString();
    }

    private static string QuotaFile()
    {
        var csv = new Csv("participant_id,measure,effective_from,effective_to,quota");
        foreach (Seller seller in Seller.All)
            csv.Add(seller.Id, "adoption", null, null, 100);
        // A territory grew at mid-year.
        Seller grown = Seller.All[11];
        csv.Add(grown.Id, "bookings", new LocalDate(2026, 7, 1), new LocalDate(2026, 12, 31), grown.Quota + 1_500_000);
        return csv.ToString();
    }

    // 70 to 120 % of what is asked of the year, ramp and all, spread over the quarters as the quota is and by days inside them.
    private static string ResultFile(Case force)
    {
        var csv = new Csv("participant_id,measure,period_end,value");
        foreach (Seller seller in Seller.All)
        {
            var dice = new Dice($"adoption/{seller.Id}");
            decimal reached = Math.Clamp(0.98m + (0.13m * dice.Bell()), 0.70m, 1.20m);
            Amount asked = force.SalesForce.Hierarchy.Find(seller.Id).TermsFor(force.Year).Components.First(component => component.Component.Measure == Measure.Adoption).Quota;
            var employed = new DateRange(seller.Hired, seller.Left?.PlusDays(1) ?? force.Year.End);
            (DateRange Days, decimal Weight)[] parts = [.. force.Year.Periods(Frequency.Quarterly)
                .Select(quarter => (Days: quarter.Days.Intersect(employed), quarter))
                .Where(part => !part.Days.IsEmpty)
                .Select(part => (part.Days, Season(part.quarter.Number) * part.Days.Days / part.quarter.Days.Days))];
            decimal points = reached * (decimal)(asked.Value * 1000).Floor() / 1000m / parts.Sum(part => part.Weight);
            foreach ((DateRange days, decimal weight) in parts)
                csv.Add(seller.Id, "adoption", days.End.PlusDays(-1), decimal.Round(points * weight, 1, MidpointRounding.AwayFromZero));
        }
        return csv.ToString();
    }

    // A grant at hire for whoever came since 2022, and one on 1 March every other year for those who were there a year before.
    private static string GrantFile()
    {
        var csv = new Csv("grant_id,participant_id,granted,vesting_start,shares,schedule");
        int number = 0;
        void Grant(string holder, LocalDate granted, LocalDate? start, int shares) =>
            csv.Add(FormattableString.Invariant($"RSU-{++number:000}"), holder, granted, start, shares, Schedule);
        foreach ((string id, _, _, LocalDate hired) in Managers)
            Grant(id, new(2025, 3, 1), null, 6_000 + (50 * new Dice($"grants/{id}").Whole(0, 20)));
        foreach (Seller seller in Seller.All)
        {
            var dice = new Dice($"grants/{seller.Id}");
            int shares = 2_400 + (240 * seller.Seniority) + dice.Whole(0, 99);
            if (seller.Hired.Year >= 2022)
                Grant(seller.Id, seller.Hired.PlusMonths(1).With(DateAdjusters.StartOfMonth), seller.Hired, shares);
            if (seller.Hired < new LocalDate(2024, 3, 1))
                Grant(seller.Id, new(2025, 3, 1), null, shares / 2);
        }
        return csv.ToString();
    }

    private static string AssumptionsFile(Case force)
    {
        int plan = Rounded(Street(force.Participants.Where(person => person.ManagerId is not null)) / 110 * 100);
        Rational target = force.Participants.Aggregate(Rational.Zero, (sum, person) => sum + person.TermsFor(force.Year).TargetIncentive.Value);
        int budget = Rounded(target / 100 * 110);
        return FormattableString.Invariant($$"""
            # What is assumed about 2026. Written by samples/generate; see README.md for what is published and what is assumed.
            company_plan: {{plan}}          # bookings, each deal counted once; the street quota is 10 % more
            incentive_budget: {{budget}}        # target incentives of the year, managers included, and 10 %

            company_attainment: { p10: 90 %, p90: 110 % }      # of the company plan, in eight years of ten
            seasonality: [18 %, 22 %, 24 %, 36 %]              # how bookings fall on the quarters

            attainment:
              bookings: { family: lognormal, mean: lands_at_plan, cv: 0.35 }
              adoption: { family: normal, mean: 1, sd: 0.15, below_zero: floored }

            correlation:                                       # of one person's results
              - { between: [bookings, adoption], is: 0.4 }

            """);
    }

    internal static decimal Season(int quarter) => quarter switch { 1 => 0.18m, 2 => 0.22m, 3 => 0.24m, _ => 0.36m };

    /// <summary>The bookings quota of 2026 for the days that count.</summary>
    internal static ComponentTerms Bookings(Participant person, PlanYear year) =>
        person.TermsFor(year).Components.First(component => component.Component.Measure == Measure.Bookings);

    private static Rational Street(IEnumerable<Participant> sellers) =>
        sellers.Aggregate(Rational.Zero, (sum, seller) => sum + Bookings(seller, PlanYear.Calendar(2026)).Quota.Value);

    private static int Rounded(Rational amount) => (int)((amount / 100_000) + ((Rational)1 / 2)).Floor() * 100_000;

    private static Case Read(params (string Name, string Text)[] files)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("compmodel-sample-");
        try
        {
            foreach ((string name, string text) in files)
                Save(folder.FullName, name, text);
            return CaseFolder.Read(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Save(string folder, string name, string text) => File.WriteAllText(Path.Combine(folder, name), text.ReplaceLineEndings("\n"), new UTF8Encoding(false));
}
