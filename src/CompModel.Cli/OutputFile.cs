namespace CompModel.Cli;

/// <summary>Files that are written aside and moved into place, so that nobody ever finds half of one.</summary>
internal static class OutputFile
{
    /// <summary>The full path, checked before any work: it ends as its option says and its folder exists. Null for null.</summary>
    internal static string? Checked(string? file, string option = "--out", string ending = ".html")
    {
        if (file is null)
            return null;
        if (!file.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            throw Typed.Refused(option, file, $"a file name that ends in {ending}");
        string path = Path.GetFullPath(file);
        if (!Directory.Exists(Path.GetDirectoryName(path)))
            throw Typed.Refused(option, file, "a folder that exists; make it first");
        if (Directory.Exists(path))
            throw Typed.Refused(option, file, "the name of a file; this is a folder");
        return path;
    }

    /// <summary>Writes UTF-8 text to a checked path.</summary>
    internal static void Write(string path, string text) => Write(path, aside => File.WriteAllText(aside, text));

    /// <summary>Has a file written aside of a checked path, and moves it there.</summary>
    internal static void Write(string path, Action<string> write)
    {
        string aside = path + ".part";
        try
        {
            write(aside);
            File.Move(aside, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Where nothing could be written aside, what stands there under that name is not ours.
            if (File.Exists(aside))
                File.Delete(aside);
            throw new RefusedException("E_OUTPUT", $"{Path.GetFileName(path)} cannot be written: {failure.Message}");
        }
    }
}
