using System.Globalization;
using NodaTime;

namespace CompModel.Files;

/// <summary>
/// Reads the transactions of files: issuances of equity compensation first, wherever they stand, then what happened to them. Objects of other types are counted and
/// passed over, and so is what happened to their securities.
/// </summary>
internal sealed class TransactionsReader(IssuanceReader issuances)
{
    private readonly Dictionary<string, OpenCapIssuance> bySecurity = new(StringComparer.Ordinal);
    private readonly List<OpenCapIssuance> inOrder = [];

    // Securities that are none of ours: passed over, or refused and reported already.
    private readonly HashSet<string> others = new(StringComparer.Ordinal);

    /// <summary>The grants of lists of transactions, in order of their issuances. Null items were reported.</summary>
    public IReadOnlyList<ParticipantGrant> Read(IReadOnlyList<YamlNode> items)
    {
        (YamlNode Node, string Type)[] objects = [.. items.Select(node => (node, TypeOf(node))).Where(each => each.Item2 is not null).Select(each => (each.node, each.Item2!))];
        foreach ((YamlNode node, string type) in objects)
        {
            if (type is OpenCapWords.Issuance or OpenCapWords.OlderIssuance)
                Issue(node);
            else if (!Happens(type))
                others.Add(SecurityOf(node) ?? "");
        }
        foreach ((YamlNode node, string type) in objects.Where(each => Happens(each.Type)))
            Happen(node, type);
        WarnOf(objects);
        return [.. inOrder.Select(issuance => issuance.Grant()).OfType<ParticipantGrant>()];
    }

    private static bool Happens(string type) => type is OpenCapWords.Start or OpenCapWords.Event or OpenCapWords.Acceleration or OpenCapWords.Cancellation or OpenCapWords.OlderCancellation;

    private static string? TypeOf(YamlNode node)
    {
        if (node is YamlNode.Mapping { Entries: var entries } && entries.FirstOrDefault(entry => entry.Key.Text == "object_type").Value is YamlNode.Scalar { Text.Length: > 0 } type)
            return type.Text;
        node.Source.Report(node.Start, DiagnosticCode.KeyMissing, node is YamlNode.Mapping ? "an item has no key 'object_type'" : $"an item is {node.Kind}", "an object with its object_type", "");
        return null;
    }

    private static string? SecurityOf(YamlNode node) =>
        ((YamlNode.Mapping)node).Entries.FirstOrDefault(entry => entry.Key.Text == "security_id").Value is YamlNode.Scalar { Text: var id } ? id : null;

    private void Issue(YamlNode node)
    {
        string? id = SecurityOf(node);
        if (issuances.Read(node) is not { } issuance)
        {
            others.Add(id ?? "");
            return;
        }
        if (bySecurity.TryAdd(id!, issuance))
            inOrder.Add(issuance);
        else
            node.Source.Report(node.Start, DiagnosticCode.DuplicateId, $"security {Field.Quote(id!)} is issued twice", "each security once", "what happens to a security names it by its id: give each its own");
    }

    private void Happen(YamlNode node, string type)
    {
        (string[] own, string what) = type switch
        {
            OpenCapWords.Start => (new[] { "vesting_condition_id" }, "a vesting start"),
            OpenCapWords.Event => (["vesting_condition_id"], "a vesting event"),
            OpenCapWords.Acceleration => (["quantity", "reason_text"], "an acceleration"),
            _ => (["quantity", "reason_text", "balance_security_id"], "a cancellation"),
        };
        if (KeyReader.Of(node, what, ["object_type", "id", "comments", "security_id", "date", .. own]) is not { } keys)
            return;
        Field? security = keys.RequireText("security_id", "the security it happened to");
        LocalDate? date = keys.RequireText("date", "a date such as 2026-03-31")?.Date();
        if (security?.ShortId() is not { } id || others.Contains(id))
            return;
        if (!bySecurity.TryGetValue(id, out OpenCapIssuance? issuance))
        {
            security.Value.Report(DiagnosticCode.UnknownGrant, security.Value.Found, "a security that these files issue", Nearest.Hint(id, bySecurity.Keys));
            return;
        }
        if (type == OpenCapWords.Start)
            Begin(keys, issuance, date);
        else if (date is { } day && EventOf(keys, type, day) is { } happened)
            issuance.Events.Add((happened, problem => node.Source.Report(node.Start, DiagnosticCode.Definition, problem, "what can happen to the grant on that day", "")));
    }

    private GrantEvent? EventOf(KeyReader keys, string type, LocalDate date)
    {
        if (type == OpenCapWords.Event)
            return keys.RequireId("vesting_condition_id") is { } condition ? new GrantEvent.Met(date, condition) : null;
        if (keys.RequireShares("quantity", 1) is not { } shares)
            return null;
        if (type == OpenCapWords.Acceleration)
            return new GrantEvent.Accelerated(date, new Acceleration.Shares(shares));
        if (keys.Find("balance_security_id") is YamlNode.Scalar { Text: var balance } node && bySecurity.ContainsKey(balance))
        {
            node.Source.Report(
                node.Start, DiagnosticCode.NotSupported, $"the rest of the grant went to {Field.Quote(balance)}, which is issued here, too", "a cancellation whose balance stays where it was",
                "delete the issuance of the balance, or the grant that it replaces: its shares would count twice");
            return null;
        }
        return new GrantEvent.Cancelled(date, shares, CancelledFrom.VestedToo);
    }

    private static void Begin(KeyReader keys, OpenCapIssuance issuance, LocalDate? date)
    {
        if (keys.RequireText("vesting_condition_id", "the condition that starts") is not { } field || field.ShortId() is not { } id || date is null)
            return;
        string[] starts = [.. issuance.Terms is { Terms: VestingTerms.Graph graph } ? graph.List.Where(condition => condition.Trigger is VestingTrigger.OnStart).Select(condition => condition.Id) : []];
        if (issuance.Terms is not null && !starts.Contains(id))
            field.Report(DiagnosticCode.Value, field.Found, starts.Length == 0 ? "no vesting start: no condition of its terms has one" : $"{string.Join(" or ", starts.Select(Field.Quote))}, which starts its terms", Nearest.Hint(id, starts));
        else if (issuance.Start is not null)
            keys.Node.Source.Report(keys.Node.Start, DiagnosticCode.DuplicateId, "the vesting of the security starts twice", "one vesting start a security", "delete the one that was replaced");
        else
            issuance.Start = date;
    }

    private static void WarnOf((YamlNode Node, string Type)[] objects)
    {
        foreach (var file in objects.Where(each => each.Type is not (OpenCapWords.Issuance or OpenCapWords.OlderIssuance) && !Happens(each.Type)).GroupBy(each => each.Node.Source))
        {
            string types = string.Join(", ", file.CountBy(each => each.Type).OrderByDescending(type => type.Value).ThenBy(type => type.Key, StringComparer.Ordinal).Take(5)
                .Select(type => string.Create(CultureInfo.InvariantCulture, $"{type.Value} {Field.Quote(type.Key).Trim('\'')}")));
            file.Key.Report(
                0, DiagnosticCode.ObjectsPassedOverWarning, string.Create(CultureInfo.InvariantCulture, $"{file.Count()} objects of other types are passed over: {types}"),
                "issuances of equity compensation, their vesting and cancellation", "what they do to grants is not in the figures", Severity.Warning);
        }
    }
}
