using System.Text;
using CompModel.Files;

namespace CompModel.Tests;

/// <summary>A temporary folder with a small case that loads, of which a test changes what it is about.</summary>
internal sealed class TestFolder : IDisposable
{
    public const string Plan = """
        year: 2026
        currency: USD
        plans:
          - id: ae
            name: Account Executive
            base: 90000
            target_incentive: 60000
            components:
              - { measure: bookings, weight: 70 %, pays: quarterly, basis: to_date, curve: linear }
              - { measure: adoption, weight: 30 %, pays: annual, curve: linear }

        """;

    public const string Roster = """
        id,name,email,role,manager_id,hire_date,termination_date,currency,base,variable,quota,plan
        R1,Ann Lee,ann@example.com,AE,,2024-01-15,,USD,90000,60000,1000000,ae
        R2,Bo Diaz,bo@example.com,AE,R1,,2026-09-30,USD,,,2000000,ae

        """;

    public const string Quotas = """
        participant_id,measure,effective_from,effective_to,quota
        R1,adoption,,,100
        R2,adoption,2026-01-01,2026-09-30,100

        """;

    public const string Deals = """
        deal_id,rep_id,close_date,amount,currency,credit_pct,type
        D1,R1,2026-01-05,100.00,USD,60,booking
        D1,R2,2026-01-05,100.00,USD,40,booking
        D2,R2,2026-03-31,250000,USD,100,booking

        """;

    public const string Assumptions = """
        company_plan: 2500000
        incentive_budget: 150000
        company_attainment: { p10: 90 %, p90: 110 % }
        attainment:
          adoption: { family: normal, mean: 1, sd: 15 %, below_zero: floored }
          bookings: { family: lognormal, mean: lands_at_plan, cv: 0.35 }
        correlation:
          - { between: [bookings, adoption], is: 0.4 }

        """;

    /// <summary>Payment terms of the plan's last lines: to be written behind <see cref="Plan"/>.</summary>
    public const string Payments = """
            payments:
              paid: monthly
              days_to_pay: 30
              on_booking: 50 %
              on_invoice: 20 %
              on_cash: 30 %
              holdback: { share: 10 %, periods: 3 }
              guarantee: { amount: 1000, start: 2026-01-01, stop: 2026-03-31 }
              draw: { kind: recoverable, amount: 2000.50, start: 2026-01-01, stop: 2026-06-30, share: 50 %, delay: 1 }
              negative_balance: carried
              on_leaving: { pay: payable, draw: forgiven }

        """;

    public const string Adjustments = """
        participant_id,period,component,amount,credit,reason,reference,approved_by
        R1,2026-Q1,bookings,-250.50,,Deal cancelled before delivery,D1,Ines Roth
        R2,2026-03,,1000,,Help with a tender,CASE-7,Ines Roth
        R2,2026-Q3,adoption,,12.5,Points missed in the export,CASE-9,Ines Roth

        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("compmodel-test-");

    public TestFolder()
    {
        Write("plan.yaml", Plan);
        Write("roster.csv", Roster);
        Write("quotas.csv", Quotas);
    }

    public string Path => folder.FullName;

    /// <summary>The repository, found from the tests' own place.</summary>
    public static string Repository
    {
        get
        {
            DirectoryInfo? at = new(AppContext.BaseDirectory);
            while (!File.Exists(System.IO.Path.Combine(at!.FullName, "CompModel.sln")))
                at = at.Parent;
            return at.FullName;
        }
    }

    public TestFolder Write(string name, string text) => Write(name, new UTF8Encoding(false).GetBytes(text));

    public TestFolder Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(System.IO.Path.Combine(Path, name), bytes);
        return this;
    }

    public TestFolder Remove(string name)
    {
        File.Delete(System.IO.Path.Combine(Path, name));
        return this;
    }

    public Case Read() => CaseFolder.Read(Path);

    /// <summary>What the folder is refused for, warnings included.</summary>
    public IReadOnlyList<Diagnostic> Refused() => Assert.Throws<InvalidInputException>(Read).Diagnostics;

    public void Dispose() => folder.Delete(recursive: true);
}
