using System.Text.Json;
using CompModel.Files;

namespace CompModel.Tests;

/// <summary>Malformed and hostile files that nobody here wrote, each with the outcome, code and place it must lead to.</summary>
public sealed class HostileCsvTests
{
    // A credit in a closed period needs a close date, which no file states yet.
    private static readonly string[] LeftOut = ["d06_after_close.csv"];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Cases", "hostile");

    public static TheoryData<string> Files() =>
        [.. Index().Select(item => item.GetProperty("file").GetString()!).Except(LeftOut)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Leads_to_the_stated_outcome_at_the_stated_place(string file)
    {
        JsonElement expected = Index().Single(item => item.GetProperty("file").GetString() == file);
        using var folder = new TestFolder();
        folder.Remove("quotas.csv").Write("plan.yaml", Plan(file.StartsWith("c32", StringComparison.Ordinal) ? "JPY" : "USD"));
        folder.Write("roster.csv", Roster);
        folder.Write(file.StartsWith('c') ? "roster.csv" : "deals.csv", File.ReadAllBytes(Path.Combine(Folder, file)));

        IReadOnlyList<Diagnostic> found = expected.GetProperty("outcome").GetString() == "reject" ? folder.Refused() : folder.Read().Warnings;

        string? code = expected.GetProperty("code").GetString();
        Assert.Equal(code is null ? [] : [code], found.Select(diagnostic => diagnostic.Code));
        if (expected.GetProperty("location") is { ValueKind: JsonValueKind.Object } place)
            Assert.Equal((place.GetProperty("line").GetInt32(), place.GetProperty("column").GetInt32()), (found[0].Line, found[0].Column));
        Assert.All(found, diagnostic => Assert.DoesNotContain(diagnostic.ToString(), char.IsControl));
    }

    [Fact]
    public void Names_that_look_odd_are_loaded_verbatim()
    {
        using var folder = new TestFolder();
        folder.Remove("quotas.csv").Write("plan.yaml", Plan("USD")).Write("roster.csv", File.ReadAllBytes(Path.Combine(Folder, "c68_names_legit.csv")));

        Assert.Equal(
            ["O'Brien", "李明", "Null", "Jean-Luc", "de la Cruz, Jr.", "Nguyễn", "😀", "محمد", "Test", "None", "NaN"],
            folder.Read().Participants.Select(participant => participant.Name!).Take(11));
    }

    private static JsonElement[] Index() =>
        [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "index.json"))).RootElement.GetProperty("cases").EnumerateArray()];

    private static string Plan(string currency) => $$"""
        year: 2025
        currency: {{currency}}
        plans:
          - { id: ae-2025, base: 90000, target_incentive: 60000, components: [{ measure: bookings, weight: 100 %, pays: annual, curve: linear }] }

        """;

    private const string Roster = """
        id,name,email,role,manager_id,hire_date,termination_date,currency,base,variable,quota,plan
        R1,,,,,2024-01-15,,USD,,,1000000,ae-2025
        R2,,,,,2024-01-15,,USD,,,1000000,ae-2025
        R3,,,,,2024-01-15,,USD,,,1000000,ae-2025

        """;
}
