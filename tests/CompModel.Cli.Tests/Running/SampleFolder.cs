namespace CompModel.Tests;

/// <summary>A copy of the sample's files in a folder of its own, to be changed and thrown away. It has the sample's name, which reports print.</summary>
internal sealed class SampleFolder : IDisposable
{
    /// <summary>Marks the place in a changed text where a diagnostic is expected; not part of the text.</summary>
    internal const char Mark = '▸';

    private const string Name = "enterprise-account-manager";
    private readonly string parent = Directory.CreateTempSubdirectory("compmodel-cli-").FullName;

    internal SampleFolder()
    {
        Path = System.IO.Path.Combine(parent, Name);
        Directory.CreateDirectory(Path);
        foreach (string file in Directory.EnumerateFiles(Original))
            File.Copy(file, System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)));
    }

    /// <summary>The sample in the repository; to be read alone.</summary>
    internal static string Original { get; } = System.IO.Path.Combine(Repository(), "samples", Name);

    /// <summary>The copy.</summary>
    internal string Path { get; private set; }

    /// <summary>A folder beside the copy for what a command writes.</summary>
    internal string Outside => parent;

    /// <summary>Replaces a text that occurs; answers line and column of the <see cref="Mark"/> in the new text, (0, 0) without one.</summary>
    internal (int Line, int Column) Change(string file, string old, string @new)
    {
        string text = Read(file);
        int at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} has no '{old}'");
        string changed = string.Concat(text.AsSpan(0, at), @new, text.AsSpan(at + old.Length));
        int mark = changed.IndexOf(Mark, StringComparison.Ordinal);
        Write(file, changed.Replace(Mark.ToString(), "", StringComparison.Ordinal));
        return mark < 0 ? (0, 0) : (changed[..mark].Count(c => c == '\n') + 1, mark - (mark == 0 ? -1 : changed.LastIndexOf('\n', mark - 1)));
    }

    /// <summary>Rewrites the lines of a file; the header of a CSV file is among them.</summary>
    internal void ChangeLines(string file, Func<string, string?> change) =>
        Write(file, string.Concat(Read(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(change).OfType<string>().Select(line => line + "\n")));

    internal string Read(string file) => File.ReadAllText(System.IO.Path.Combine(Path, file));

    internal void Write(string file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text);

    internal void Delete(params string[] files)
    {
        foreach (string file in files)
            File.Delete(System.IO.Path.Combine(Path, file));
    }

    /// <summary>Gives the folder another name.</summary>
    internal void Rename(string name)
    {
        string to = System.IO.Path.Combine(parent, name);
        Directory.Move(Path, to);
        Path = to;
    }

    public void Dispose() => Directory.Delete(parent, recursive: true);

    private static string Repository()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            if (File.Exists(System.IO.Path.Combine(folder, "CompModel.sln")))
                return folder;
        }
        throw new DirectoryNotFoundException("CompModel.sln is in no folder above the tests.");
    }
}
