namespace CompModel.Cli;

/// <summary>How much is drawn, on a line that is written over and gone at the end. Only where somebody looks: not where errors go to a file or another program.</summary>
internal sealed class ProgressLine(TextWriter error) : IProgress<double>, IDisposable
{
    private static readonly string Blank = "\r" + new string(' ', Text(1).Length) + "\r";
    private readonly bool isSeen = !Console.IsErrorRedirected;

    /// <inheritdoc/>
    public void Report(double value)
    {
        if (isSeen)
            error.Write("\r" + Text(value));
    }

    /// <summary>Leaves the line empty for what comes next.</summary>
    public void Dispose()
    {
        if (isSeen)
            error.Write(Blank);
    }

    private static string Text(double share) => FormattableString.Invariant($"compmodel: {share * 100,3:0} % drawn");
}
