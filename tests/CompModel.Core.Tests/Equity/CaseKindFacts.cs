namespace CompModel.Tests.Equity;

/// <summary>No case of the equity files lies there unread.</summary>
public class CaseKindFacts
{
    [Fact]
    public void Every_kind_of_case_is_read_by_a_test()
    {
        string tests = string.Join('\n', Directory.GetFiles(Path.Combine(Repository.Root, "tests", "CompModel.Core.Tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        string[] kinds = [.. VestingCase.In("equity.json").Concat(VestingCase.In("vesting-schedules.json")).Select(item => item.Kind).Distinct()];
        Assert.True(kinds.Length > 30);
        Assert.All(kinds, kind => Assert.Contains($"\"{kind}\"", tests, StringComparison.Ordinal));
    }
}
