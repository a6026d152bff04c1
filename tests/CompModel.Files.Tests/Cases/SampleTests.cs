using System.Globalization;
using CompModel.Files;
using CompModel.Samples;
using NodaTime;

namespace CompModel.Tests;

public sealed class SampleTests
{
    private static readonly string Folder = Path.Combine(TestFolder.Repository, "samples", "enterprise-account-manager");

    [Fact]
    public void Generator_writes_the_committed_bytes()
    {
        using var folder = new TestFolder();
        folder.Write("plan.yaml", File.ReadAllBytes(Path.Combine(Folder, "plan.yaml")));

        EnterpriseAccountManager.Write(folder.Path);

        foreach (string name in new[] { "roster.csv", "quotas.csv", "deals.csv", "results.csv", "history.csv", "grants.csv", "assumptions.yaml" })
            Assert.True(File.ReadAllBytes(Path.Combine(Folder, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(folder.Path, name))), name);
    }

    [Fact]
    public void Sample_holds_the_case_it_describes()
    {
        Case sample = CaseFolder.Read(Folder);

        Assert.Empty(sample.Warnings);
        Assert.Equal(PlanYear.Calendar(2026), sample.Year);
        Assert.Equal(["am", "am-ramp", "manager"], sample.Plans.Keys);
        Assert.Equal(44, sample.Participants.Count);
        Assert.Equal(["M1", "M2", "M3", "M4"], sample.SalesForce.Hierarchy.Roots.Select(participant => participant.Id));
        Assert.Equal(663, sample.Deals.Count);
        Assert.Equal(663 + 154, sample.Credits.Count);
        Assert.Equal(526, sample.History.Count);
        Assert.Equal(51, sample.Grants.Count);
        Assert.Equal(2, sample.Participants.Count(participant => participant.Plan.Ramp.Shares.Count > 0));
        Assert.Equal(618_200_000.Usd, sample.CompanyPlan);
        Assert.Equal(8_100_000.Usd, sample.IncentiveBudget);
        Assert.Equal(["plan.yaml", "roster.csv", "quotas.csv", "deals.csv", "results.csv", "history.csv", "grants.csv", "assumptions.yaml"], sample.Files.Select(file => file.Name));
    }

    [Fact]
    public void Sample_keeps_to_the_published_ranges()
    {
        Case sample = CaseFolder.Read(Folder);
        Participant[] sellers = [.. sample.Participants.Where(participant => participant.ManagerId is not null)];

        Assert.All(sellers, seller => Assert.InRange(seller.OnTarget.Base.Value, 160_000, 220_000));
        Assert.All(sellers, seller => Assert.InRange(seller.OnTarget.Total.Value, 280_000, 450_000));
        Assert.All(sellers, seller => Assert.InRange(seller.QuotaFor(Measure.Bookings).Annual.First.ToDouble(), 10_000_000, 25_000_000));
        Assert.Equal((190_000.Usd, 175_000.Usd), (sellers[0].OnTarget.Base, sellers[0].OnTarget.TargetIncentive));
        Assert.Equal(new Amount(17_500_000, Currency.Usd), sellers[0].QuotaFor(Measure.Bookings).Annual.First);
    }

    [Fact]
    public void Landing_at_plan_is_the_mean_of_the_model()
    {
        Case sample = CaseFolder.Read(Folder);

        Assert.Equal(sample.SalesForce.MeanThatLandsAt(1, sample.Year), sample.Assumptions!.ModelOf(Measure.Bookings).Mean);
        // Ten percent over plan but for the rounding of the plan to 100,000, less than 0.01 % of it.
        Assert.Equal(1 / 1.10, sample.Assumptions.ModelOf(Measure.Bookings).Mean, 1e-4);
        Assert.InRange(sample.Assumptions.ModelOf(Measure.Bookings).ShareAtQuota, 0.28, 0.57);
    }

    [Fact]
    public void Deals_count_once_for_the_managers_of_those_who_share_them()
    {
        Case sample = CaseFolder.Read(Folder);
        Amount own = Sum(sample.Credits.Where(credit => credit.Measure == Measure.Bookings));
        Amount team = Sum(sample.SalesForce.Hierarchy.RollUp(sample.Credits).Where(credit => credit.Scope == CreditScope.Team && credit.Measure == Measure.Bookings));

        Assert.Equal(own, team);
        Assert.Equal(new Amount(607_953_750, Currency.Usd), own);
    }

    [Fact]
    public void Grants_vest_by_the_schedule_of_the_file()
    {
        ParticipantGrant first = CaseFolder.Read(Folder).Grants[0];

        Assert.Equal("M1", first.ParticipantId);
        Assert.Equal([new LocalDate(2026, 3, 1), new(2027, 3, 1), new(2027, 9, 1), new(2028, 3, 1), new(2028, 9, 1), new(2029, 3, 1)], first.Grant.Tranches().Select(tranche => tranche.Vests));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    public void Culture_changes_nothing(string culture)
    {
        Case invariant = CaseFolder.Read(Folder);
        using var bad = new TestFolder();
        bad.Write("roster.csv", TestFolder.Roster.Replace("1000000", "1.000.000,5", StringComparison.Ordinal).Replace("2024-01-15", "45306", StringComparison.Ordinal));
        string[] texts = [.. bad.Refused().Select(diagnostic => diagnostic.ToString())];
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Case read = CaseFolder.Read(Folder);

            Assert.Equal(invariant.Credits, read.Credits);
            Assert.Equal(invariant.History, read.History);
            Assert.Equal(invariant.Participants.Select(Described), read.Participants.Select(Described));
            Assert.Equal(texts, bad.Refused().Select(diagnostic => diagnostic.ToString()));
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    private static (string, OnTargetEarnings, Amount, LocalDate, DateRange) Described(Participant participant) =>
        (participant.Id, participant.OnTarget, participant.QuotaFor(Measure.Bookings).Annual.First, participant.Hired, participant.Employment);

    private static Amount Sum(IEnumerable<Credit> credits) => credits.Aggregate(Amount.Zero(Currency.Usd), (sum, credit) => sum + credit.Amount);
}
