namespace CompModel.Files;

/// <summary>
/// One file that says an offer: currency, start, plan, quotas, raises, sign-on bonus, share price, grants, refreshers, 401(k), benefits, employer taxes, expense policy, and how
/// uncertain it all is; every key stands in docs/offer.yaml.md. A plan may stand in a plan.yaml beside it. Reads nothing else, writes nothing, and knows no clock and no culture.
/// </summary>
public static class OfferFile
{
    /// <summary>
    /// The offer of a file. Throws <see cref="InvalidInputException"/> with a diagnostic for each problem; no other exception tells of a bad input.
    /// </summary>
    public static OfferCase Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var log = new DiagnosticLog();
        string name = Path.GetFileName(path);
        if (!File.Exists(path))
            log.Add(new(DiagnosticCode.FileMissing, name, 1, 1, "the file is missing", "an offer in YAML, such as offer.yaml", ""));
        log.ThrowIfErrors();
        SourceText? source = SourceText.Read(path, log, out InputFile? input);
        log.ThrowIfErrors();
        var files = new List<InputFile> { input! };
        OfferCase? offer = new OfferReading(Beside).Read(source!);
        log.ThrowIfErrors();
        return offer! with { Files = files };

        SourceText? Beside(string other)
        {
            string at = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, other);
            if (!File.Exists(at))
            {
                log.Add(new(DiagnosticCode.FileMissing, other, 1, 1, "the file is missing", $"{other} beside {name}", ""));
                return null;
            }
            SourceText? read = SourceText.Read(at, log, out InputFile? its);
            if (its is not null)
                files.Add(its);
            return read;
        }
    }
}
