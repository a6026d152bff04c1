using System.Text.Json;

namespace CompModel.Files;

/// <summary>
/// Vesting terms and grants of files in Open Cap Format (OCF_VESTING_TERMS_FILE and OCF_TRANSACTIONS_FILE, schemas of the Open Cap Table Coalition): issuances of equity
/// compensation with their vesting start, vesting events, accelerations and cancellations. What the schemas do not allow in an object that is read is refused;
/// other objects are counted in a warning. Files of other types, such as the stakeholders beside them, are passed over.
/// </summary>
public sealed class OpenCapFiles
{
    private static readonly string[] OtherTypes =
    [
        "OCF_MANIFEST_FILE", "OCF_STAKEHOLDERS_FILE", "OCF_STOCK_CLASSES_FILE", "OCF_STOCK_LEGEND_TEMPLATES_FILE", "OCF_STOCK_PLANS_FILE", "OCF_VALUATIONS_FILE",
        "OCF_DOCUMENTS_FILE", "OCF_FINANCINGS_FILE",
    ];

    private OpenCapFiles(IReadOnlyList<OpenCapTerms> terms, IReadOnlyList<ParticipantGrant> grants) => (Terms, Grants) = (terms, grants);

    /// <summary>The vesting terms, in the order of the files.</summary>
    public IReadOnlyList<OpenCapTerms> Terms { get; }

    /// <summary>The grants with all that happened to them, in the order of their issuances; the holder is the stakeholder, the id that of the security.</summary>
    public IReadOnlyList<ParticipantGrant> Grants { get; }

    /// <summary>What somebody should look at, though it loads.</summary>
    public IReadOnlyList<Diagnostic> Warnings { get; private init; } = [];

    /// <summary>
    /// Reads files together, so that grants of one find their terms in another. Throws <see cref="InvalidInputException"/> with a diagnostic for each problem; no other
    /// exception tells of a bad input. At most 16,777,216 characters a file.
    /// </summary>
    public static OpenCapFiles Read(params IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var log = new DiagnosticLog();
        OpenCapFiles files = Read([.. paths.Select(path => SourceText.Read(path, log, out _)).OfType<SourceText>()]);
        log.ThrowIfErrors();
        return new(files.Terms, files.Grants) { Warnings = log.Diagnostics };
    }

    /// <summary>As above, of texts; the problems are in their log.</summary>
    internal static OpenCapFiles Read(IReadOnlyList<SourceText> sources)
    {
        var items = new Dictionary<string, List<YamlNode>>(StringComparer.Ordinal) { [OpenCapWords.TermsFile] = [], [OpenCapWords.TransactionsFile] = [] };
        var others = new List<Field>();
        bool any = false, complete = true;
        foreach (SourceText source in sources)
        {
            if (JsonTree.Read(source) is not { } root || FileType(root) is not { } type)
            {
                (any, complete) = (true, false);
                continue;
            }
            if (!items.TryGetValue(type.Text, out List<YamlNode>? list))
            {
                others.Add(type);
                continue;
            }
            any = true;
            list.AddRange(KeyReader.Of(root, "the file", ["file_type", "items"])?.Require("items", "the list of its objects")?.Items("items") ?? []);
        }
        if (!any && others.Count > 0)
            others[0].Report(DiagnosticCode.Value, others[0].Found, $"{OpenCapWords.TermsFile} or {OpenCapWords.TransactionsFile}", "vesting terms and grants are in other files of the set");
        IReadOnlyList<OpenCapTerms> terms = ReadTerms(items[OpenCapWords.TermsFile]);
        complete &= terms.Count == items[OpenCapWords.TermsFile].Count;
        var byId = new Dictionary<string, OpenCapTerms>(StringComparer.Ordinal);
        foreach (OpenCapTerms each in terms)
            byId.TryAdd(each.Id, each);
        return new(terms, new TransactionsReader(new(byId, complete)).Read(items[OpenCapWords.TransactionsFile]));
    }

    private static Field? FileType(YamlNode root)
    {
        const string Expected = $"{OpenCapWords.TermsFile} or {OpenCapWords.TransactionsFile}";
        if (root is not YamlNode.Mapping { Entries: var entries })
        {
            root.Source.Report(root.Start, DiagnosticCode.Type, $"the file is {root.Kind}", "an object with file_type and items", "");
            return null;
        }
        if (entries.FirstOrDefault(entry => entry.Key.Text == "file_type").Value is not { } node)
        {
            root.Source.Report(root.Start, DiagnosticCode.KeyMissing, "the file has no key 'file_type'", Expected, "a file of Open Cap Format says what it holds");
            return null;
        }
        if (node.OfKind("file_type", JsonValueKind.String, Expected) is not { } type)
            return null;
        if (type.Text is OpenCapWords.TermsFile or OpenCapWords.TransactionsFile || OtherTypes.Contains(type.Text))
            return type;
        type.Report(DiagnosticCode.Value, type.Found, Expected, Nearest.Hint(type.Text, [OpenCapWords.TermsFile, OpenCapWords.TransactionsFile]));
        return null;
    }

    private static List<OpenCapTerms> ReadTerms(List<YamlNode> items)
    {
        var terms = new List<OpenCapTerms>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (YamlNode node in items)
        {
            if (TermsReader.Read(node) is not { } read)
                continue;
            if (seen.Add(read.Id))
                terms.Add(read);
            else
                node.Source.Report(node.Start, DiagnosticCode.DuplicateId, $"vesting terms {Field.Quote(read.Id)} are there twice", "each id once", "give each its own");
        }
        return terms;
    }
}
