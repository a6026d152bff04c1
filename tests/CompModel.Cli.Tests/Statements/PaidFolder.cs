using CompModel.Files;

namespace CompModel.Tests;

/// <summary>A copy of the sample whose plans pay in different ways, with adjustments; to be read, written beside, and thrown away.</summary>
internal sealed class PaidFolder : IDisposable
{
    internal PaidFolder()
    {
        foreach (string file in Directory.EnumerateFiles(Original))
            System.IO.File.Copy(file, File(System.IO.Path.GetFileName(file)));
    }

    /// <summary>The sample in the repository; to be read alone.</summary>
    internal static string Original { get; } = System.IO.Path.Combine(SampleFolder.Original, "..", "payment-terms");

    /// <summary>The copy.</summary>
    internal string Path { get; } = Directory.CreateTempSubdirectory("compmodel-paid-").FullName;

    /// <summary>A file of the copy, or one beside the case's.</summary>
    internal string File(string name) => System.IO.Path.Combine(Path, name);

    internal Case Read() => CaseFolder.Read(Path);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
