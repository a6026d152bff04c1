using CompModel.Files;

namespace CompModel.Tests;

/// <summary>A case whose files stand in several places reads as if they stood in one folder.</summary>
public class CaseSourcesFacts
{
    private static readonly string Sample = Path.Combine(TestFolder.Repository, "samples", "enterprise-account-manager");

    [Fact]
    public void Every_file_of_a_case_is_in_one_group() =>
        Assert.Equal(CaseFolder.Names.Order(StringComparer.Ordinal), CaseGroup.All.SelectMany(group => group.FileNames).Order(StringComparer.Ordinal));

    [Fact]
    public void Groups_of_another_case_take_the_place_of_its_own_and_what_that_one_lacks_is_gone()
    {
        string bare = Directory.CreateTempSubdirectory("compmodel-sources-").FullName;
        try
        {
            var sources = new CaseSources(Sample);
            Case whole = CaseFolder.Read(CaseGroup.All.Aggregate(new CaseSources(bare), (mixed, group) => mixed.With(group, sources)));
            Assert.Equal(CaseFolder.Read(Sample).Files, whole.Files);
            Case without = CaseFolder.Read(sources.With(CaseGroup.Actuals, new CaseSources(bare)));
            Assert.Equal((0, 0), (without.Deals.Count, without.Credits.Count));
            Assert.Equal(whole.Participants.Count, without.Participants.Count);
        }
        finally
        {
            Directory.Delete(bare, recursive: true);
        }
    }

    [Fact]
    public void A_file_elsewhere_keeps_its_own_name_and_is_no_unknown_file()
    {
        string folder = Directory.CreateTempSubdirectory("compmodel-sources-").FullName;
        try
        {
            foreach (string file in Directory.EnumerateFiles(Sample))
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            string deal = Path.Combine(folder, "deal.csv");
            File.Move(Path.Combine(folder, "deals.csv"), deal);
            Assert.Contains(CaseFolder.Read(folder).Warnings, warning => warning.Code == DiagnosticCode.FileUnknownWarning);
            Case read = CaseFolder.Read(new CaseSources(folder).With("deals.csv", deal));
            Assert.Empty(read.Warnings);
            Assert.Contains(read.Files, file => file.Name == "deal.csv");
            Assert.Equal(CaseFolder.Read(Sample).Deals.Count, read.Deals.Count);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_name_that_no_case_has_is_refused()
    {
        Assert.Contains("'deal.csv'", Assert.Throws<ArgumentException>(() => new CaseSources(Sample).With("deal.csv", "x")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new CaseSources(" "));
    }
}
