using System.Security.Cryptography;
using System.Text;

namespace CompModel.Files;

/// <summary>A file's text, and where in it something stands. Strict UTF-8, with or without a byte order mark.</summary>
internal sealed class SourceText
{
    internal const int MostBytes = 64 * 1024 * 1024;
    private const int MostCharacterProblems = 20;

    private int[]? lineStarts;

    private SourceText(string file, string text, DiagnosticLog log)
    {
        File = file;
        Text = text;
        Log = log;
    }

    /// <summary>The name inside the folder.</summary>
    public string File { get; }

    /// <summary>Everything behind the byte order mark.</summary>
    public string Text { get; }

    /// <summary>Where problems go.</summary>
    public DiagnosticLog Log { get; }

    /// <summary>Reads a file; null with a diagnostic where it cannot be read as text. The hash is null where nothing could be read.</summary>
    public static SourceText? Read(string path, DiagnosticLog log, out InputFile? input)
    {
        input = null;
        string file = Path.GetFileName(path);
        byte[] bytes;
        try
        {
            if (new FileInfo(path).Length > MostBytes)
            {
                log.Add(new(DiagnosticCode.Limit, file, 1, 1, "the file is larger than 64 MiB", "at most 64 MiB", ""));
                return null;
            }
            bytes = System.IO.File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.Add(new(
                DiagnosticCode.FileUnreadable, file, 1, 1, "the file cannot be read", "a file that this user may read",
                "close it in other programs and check its permissions"));
            return null;
        }
        input = new(file, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        return Decode(file, bytes, log);
    }

    /// <summary>The text of some bytes; null with a diagnostic where they are none.</summary>
    public static SourceText? Decode(string file, ReadOnlySpan<byte> bytes, DiagnosticLog log)
    {
        if (OtherFormat(bytes) is { } format)
        {
            log.Add(new(DiagnosticCode.Format, file, 1, 1, $"the file is {format.Found}", "text in UTF-8", format.Hint));
            return null;
        }
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            bytes = bytes[3..];
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            // The replacing decoder tells how many characters precede the first bad byte; what follows it is of no interest.
            string before = Encoding.UTF8.GetString(bytes[..Math.Clamp(e.Index, 0, bytes.Length)]);
            new SourceText(file, before, log).Report(
                before.Length, DiagnosticCode.Encoding, $"byte 0x{bytes[Math.Clamp(e.Index, 0, bytes.Length - 1)]:X2} is not UTF-8 here", "text in UTF-8", "in Excel, save as \"CSV UTF-8\"");
            return null;
        }
        var source = new SourceText(file, text, log);
        return source.RefuseControlCharacters() ? null : source;
    }

    /// <summary>The line and column of a character, both from 1.</summary>
    public (int Line, int Column) PlaceOf(int offset)
    {
        lineStarts ??= LineStarts(Text);
        int line = Array.BinarySearch(lineStarts, offset);
        line = line < 0 ? ~line - 1 : line;
        return (line + 1, offset - lineStarts[line] + 1);
    }

    /// <summary>Adds a diagnostic at a character.</summary>
    public void Report(int offset, string code, string found, string expected, string hint, Severity severity = Severity.Error)
    {
        (int line, int column) = PlaceOf(offset);
        Log.Add(new(code, File, line, column, found, expected, hint, severity));
    }

    private static (string Found, string Hint)? OtherFormat(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK\u0003\u0004"u8))
            return ("a zip archive, probably an Excel workbook (.xlsx)", "in Excel, save the sheet as \"CSV UTF-8\"");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return ("an old Excel workbook (.xls)", "in Excel, save the sheet as \"CSV UTF-8\"");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return ("in UTF-16", "in Excel, save as \"CSV UTF-8\" instead of \"Unicode text\"");
        if (bytes.TrimStart(" \t\r\n"u8).StartsWith("<"u8))
            return ("a web page or XML", "a login page may have been saved instead of the file: download it again");
        return null;
    }

    private bool RefuseControlCharacters()
    {
        int problems = 0;
        for (int i = 0; i < Text.Length && problems < MostCharacterProblems; i++)
        {
            char c = Text[i];
            // Tab, CR and LF are text; a byte order mark belongs at the start alone; the last two code points of the plane are no characters.
            if (c is (< ' ' and not ('\t' or '\r' or '\n')) or (>= '\u007F' and <= '\u009F') or '\uFEFF' or '\uFFFE' or '\uFFFF')
            {
                problems++;
                Report(
                    i, DiagnosticCode.ControlCharacter, $"character U+{(int)c:X4}", "text without control characters",
                    "delete it; it cannot be seen in most editors");
            }
        }
        return problems > 0;
    }

    private static int[] LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                starts.Add(i + 1);
        }
        return [.. starts];
    }
}
