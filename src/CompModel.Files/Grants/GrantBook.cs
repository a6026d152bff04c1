namespace CompModel.Files;

/// <summary>
/// All grants of a file or a folder, with what happened to them: grants.csv with grant-events.csv beside it, or files of Open Cap Format, or both. Unlike a
/// <see cref="Case"/> it needs neither plans nor a roster. Every list is in the order of the files.
/// </summary>
public sealed class GrantBook
{
    private const string Kinds = "grants.csv, a file of Open Cap Format (.json), or a folder with grants.csv or *.ocf.json";

    private GrantBook(IReadOnlyList<ParticipantGrant> grants) => Grants = grants;

    /// <summary>The grants, at least one; no two have one id.</summary>
    public IReadOnlyList<ParticipantGrant> Grants { get; }

    /// <summary>What somebody should look at, though it loads.</summary>
    public IReadOnlyList<Diagnostic> Warnings { get; private init; } = [];

    /// <summary>The files that were read, with their hashes, in the order in which they were read.</summary>
    public IReadOnlyList<InputFile> Files { get; private init; } = [];

    /// <summary>
    /// Reads a grants.csv (a file of any name that ends in .csv), a file of Open Cap Format (.json), or a folder with grants.csv or files that end in .ocf.json. Throws
    /// <see cref="InvalidInputException"/> with a diagnostic for each problem, a path that is not there among them.
    /// </summary>
    public static GrantBook Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var log = new DiagnosticLog();
        var files = new List<InputFile>();
        bool folder = Directory.Exists(path);
        string? rows = folder ? Path.Combine(path, GrantFile.FileName) : Ends(path, ".csv") ? path : null;
        string[] openCap = folder ? OpenCapFilesOf(path) : Ends(path, ".json") ? [path] : [];
        rows = folder && !File.Exists(rows) ? null : rows;
        if (rows is null && openCap.Length == 0)
            Refuse(DiagnosticCode.FileMissing, folder ? "the folder has neither grants.csv nor a file that ends in .ocf.json" : File.Exists(path) ? "the file is of another kind" : "there is no such file or folder");
        else if (!folder && !File.Exists(path))
            Refuse(DiagnosticCode.FileMissing, "the file is missing");
        log.ThrowIfErrors();
        List<ParticipantGrant> grants = [.. rows is null ? [] : Rows(rows)];
        if (openCap.Length > 0)
            grants.AddRange(OpenCapFiles.Read([.. openCap.Select(Open).OfType<SourceText>()]).Grants);
        foreach (string twice in grants.GroupBy(held => held.Grant.Id, StringComparer.Ordinal).Where(same => same.Count() > 1 && rows is not null && !log.HasErrors).Select(same => same.Key))
            Refuse(DiagnosticCode.DuplicateId, $"grant {Field.Quote(twice)} is in {GrantFile.FileName} and in Open Cap Format", "each grant once");
        if (grants.Count == 0 && !log.HasErrors)
            Refuse(DiagnosticCode.EmptyFile, "there is no grant", "at least one row, or issuance", openCap.Length > 0 ? "vesting terms alone are no grants: name the folder that has the transactions file beside them" : "");
        log.ThrowIfErrors();
        return new(grants) { Warnings = log.Diagnostics, Files = files };

        void Refuse(string code, string found, string expected = Kinds, string hint = "") =>
            log.Add(new(code, Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), 1, 1, found, expected, hint));

        SourceText? Open(string file)
        {
            SourceText? source = SourceText.Read(file, log, out InputFile? input);
            if (input is not null)
                files.Add(input);
            return source;
        }

        IEnumerable<ParticipantGrant> Rows(string file)
        {
            string beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, GrantEventFile.FileName);
            if (Open(file) is not { } source || GrantFile.Read(source, null, out bool complete) is not { } read)
                return [];
            return File.Exists(beside) && Open(beside) is { } events ? GrantEventFile.Read(events, read, complete) : read;
        }
    }

    // In a folder that may not be listed there is nothing to find.
    private static string[] OpenCapFilesOf(string folder)
    {
        try
        {
            return [.. Directory.GetFiles(folder).Where(file => Ends(file, ".ocf.json")).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool Ends(string path, string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
