using System.Runtime.CompilerServices;

namespace CompModel.Tests;

/// <summary>Where the sources lie, found from this file's own place.</summary>
internal static class Repository
{
    public static string Core => Path.Combine(Root, "src", "CompModel.Core");

    public static string Root { get; } = Above(ThisFile());

    private static string ThisFile([CallerFilePath] string path = "") => path;

    private static string Above(string path)
    {
        for (DirectoryInfo? folder = new FileInfo(path).Directory; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CompModel.sln")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException($"No CompModel.sln above '{path}': the tests run where they were built.");
    }
}
