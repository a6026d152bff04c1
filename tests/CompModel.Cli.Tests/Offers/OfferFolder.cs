namespace CompModel.Tests;

/// <summary>A copy of the sample's two offers in a folder of its own, to be changed and thrown away.</summary>
internal sealed class OfferFolder : IDisposable
{
    internal OfferFolder()
    {
        foreach (string file in Directory.EnumerateFiles(Original, "*.yaml"))
            System.IO.File.Copy(file, Path(System.IO.Path.GetFileName(file)));
    }

    /// <summary>The sample in the repository; to be read alone.</summary>
    internal static string Original { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(SampleFolder.Original, "..", "offer"));

    private string Folder { get; } = Directory.CreateTempSubdirectory("compmodel-cli-").FullName;

    internal string Offer => Path("offer.yaml");

    internal string Counter => Path("counter-offer.yaml");

    internal string Path(string file) => System.IO.Path.Combine(Folder, file);

    /// <summary>Replaces a text that occurs in a file.</summary>
    internal OfferFolder Change(string file, string old, string @new)
    {
        string text = System.IO.File.ReadAllText(Path(file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        System.IO.File.WriteAllText(Path(file), text.Replace(old, @new, StringComparison.Ordinal));
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
