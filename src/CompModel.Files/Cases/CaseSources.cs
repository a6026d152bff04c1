namespace CompModel.Files;

/// <summary>
/// Where each file of a case is read from: a folder, but for files that stand elsewhere, such as the deals of another day, or a group of files as another case has it.
/// Says nothing about whether a file is there.
/// </summary>
public sealed class CaseSources
{
    private readonly Dictionary<string, string> elsewhere;

    /// <summary>All files from one folder. Throws for a blank name.</summary>
    public CaseSources(string folder)
        : this(folder, new(StringComparer.Ordinal))
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
    }

    private CaseSources(string folder, Dictionary<string, string> elsewhere)
    {
        Folder = folder;
        this.elsewhere = elsewhere;
    }

    /// <summary>The folder of all that does not stand elsewhere.</summary>
    public string Folder { get; }

    /// <summary>A copy that reads a file of the case, such as deals.csv, from another path. Throws for a name that no case has.</summary>
    public CaseSources With(string fileName, string path) => CaseFolder.IsKnown(fileName)
        ? new(Folder, new(elsewhere, StringComparer.Ordinal) { [fileName] = path })
        : throw new ArgumentException($"'{fileName}' is no file of a case.", nameof(fileName));

    /// <summary>A copy with the files of a group as another case has them; what that one lacks, this one lacks.</summary>
    public CaseSources With(CaseGroup group, CaseSources other) => group.FileNames.Aggregate(this, (sources, name) => sources.With(name, other.PathOf(name)));

    /// <summary>The path of a file.</summary>
    internal string PathOf(string fileName) => elsewhere.TryGetValue(fileName, out string? path) ? path : Path.Combine(Folder, fileName);

    /// <summary>Whether a path is that of a file which stands elsewhere than under its own name in the folder.</summary>
    internal bool Reads(string path) => elsewhere.Values.Any(other => Path.GetFullPath(other) == Path.GetFullPath(path));
}
