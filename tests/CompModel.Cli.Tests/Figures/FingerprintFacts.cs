namespace CompModel.Tests;

/// <summary>The fingerprint of a run changes with whatever figures depend on, and with nothing else.</summary>
public sealed class FingerprintFacts
{
    private static readonly Lazy<string> Sample = new(() => Fingerprint(SampleFolder.Original));

    public static TheoryData<string, string, string> WhatFiguresDependOn => new()
    {
        { "plan.yaml", "threshold: 50 %", "threshold: 51 %" },
        { "plan.yaml", "{ above: 150 %, multiplier: 3x }", "{ above: 150 %, multiplier: 2.5x }" },
        { "plan.yaml", "seasonality: [18 %, 22 %, 24 %, 36 %]", "seasonality: [18 %, 22 %, 25 %, 35 %]" },
        { "plan.yaml", "recovery: full", "recovery: none" },
        { "plan.yaml", "ramp: [25 %, 50 %, 75 %]", "ramp: [25 %, 50 %, 80 %]" },
        { "plan.yaml", "weight: 70 %\n        pays: quarterly", "weight: 70 %\n        pays: monthly" },
        { "roster.csv", "190000,175000,17500000,am", "190001,175000,17500000,am" },
        { "roster.csv", "190000,175000,17500000,am", "190000,175001,17500000,am" },
        { "roster.csv", "190000,175000,17500000,am", "190000,175000,17500001,am" },
        { "roster.csv", "M1,2026-03-02", "M1,2026-03-03" },
        { "roster.csv", "Account Manager,M1,2019-12-01", "Account Manager,M2,2019-12-01" },
        { "roster.csv", "\nR40,", "\nR40b," },
        { "quotas.csv", "R01,adoption,,,100", "R01,adoption,,,101" },
        { "assumptions.yaml", "cv: 0.35", "cv: 0.36" },
        { "assumptions.yaml", "p90: 110 %", "p90: 111 %" },
        { "assumptions.yaml", "is: 0.4", "is: 0.41" },
        { "assumptions.yaml", "below_zero: floored", "below_zero: conditioned" },
        { "assumptions.yaml", "company_plan: 618200000", "company_plan: 618300000" },
        { "assumptions.yaml", "seasonality: [18 %, 22 %, 24 %, 36 %]", "seasonality: [19 %, 21 %, 24 %, 36 %]" },
    };

    public static TheoryData<string, string, string> WhatFiguresDoNotDependOn => new()
    {
        { "roster.csv", "Ana Petrović", "Ann Peters" },
        { "roster.csv", "ana.petrovic@example.com", "" },
        { "roster.csv", "Enterprise Account Manager,M1,2019-12-01", "Account Manager,M1,2019-12-01" },
        // Before the year either way.
        { "roster.csv", "M1,2019-12-01", "M1,2019-12-02" },
        { "assumptions.yaml", "incentive_budget: 8100000", "incentive_budget: 9000000" },
        { "plan.yaml", "threshold: 50 % ", "threshold: 50.0 % " },
        { "deals.csv", "R26,2026-01-07,609000", "R26,2026-01-07,609001" },
    };

    [Theory]
    [MemberData(nameof(WhatFiguresDependOn))]
    public void It_changes_with_plan_roster_quotas_and_assumptions(string file, string old, string @new)
    {
        using var folder = new SampleFolder();
        folder.Change(file, old, @new);
        if (file == "roster.csv" && old == "\nR40,")
        {
            folder.Delete("deals.csv", "results.csv", "history.csv", "grants.csv");
            folder.Change("quotas.csv", "\nR40,", "\nR40b,");
        }
        Assert.NotEqual(Sample.Value, Fingerprint(folder.Path));
    }

    [Theory]
    [MemberData(nameof(WhatFiguresDoNotDependOn))]
    public void It_does_not_change_with_names_budgets_and_what_is_not_simulated(string file, string old, string @new)
    {
        using var folder = new SampleFolder();
        folder.Change(file, old, @new);
        Assert.Equal(Sample.Value, Fingerprint(folder.Path));
    }

    [Fact]
    public void It_changes_with_seed_and_trials_and_not_with_detail_or_threads()
    {
        Assert.NotEqual(Sample.Value, Fingerprint(SampleFolder.Original, "--seed", "2"));
        Assert.NotEqual(Sample.Value, Fingerprint(SampleFolder.Original, "--trials", "11"));
        Assert.Equal(Sample.Value, Fingerprint(SampleFolder.Original, "--detail", "participant", "--threads", "2", "--budget", "incentive=1"));
    }

    private static string Fingerprint(string folder, params string[] options) =>
        Json.Simulated(folder, options.Contains("--trials") ? options : ["--trials", "10", .. options]).At("run.fingerprint").GetString()!;
}
