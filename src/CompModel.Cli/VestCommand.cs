using System.CommandLine;
using CompModel.Files;
using CompModel.Reports;
using NodaTime;

namespace CompModel.Cli;

/// <summary><c>compmodel vest GRANTS</c>: what vests of each grant and when, what waits for which condition, and how much of it is vested as of a day.</summary>
internal static class VestCommand
{
    internal static Command Create(TextWriter output, TextWriter error)
    {
        var grants = new Argument<string>("grants") { Description = "A grants.csv (with grant-events.csv beside it), a file of Open Cap Format (.json), or a folder with grants.csv or *.ocf.json." };
        var asOf = new Option<string?>("--as-of") { Description = "Split shares into vested, unvested and forfeited as of a day, which counts, such as 2026-09-30; the whole schedule without it.", HelpName = "DATE" };
        var price = new Option<string?>("--price") { Description = "The price of a share, to value what vests, such as 42.50.", HelpName = "AMOUNT" };
        var currency = new Option<string?>("--currency") { Description = "The currency of the price, such as USD.", HelpName = "CODE" };
        var json = new Option<string?>("--json") { Description = "Write the same as JSON, with exact figures.", HelpName = "FILE.json" };
        var command = new Command("vest", "What vests of grants and when, grant by grant and by holder, and what waits for which condition.") { grants, asOf, price, currency, json };
        command.SetAction(arguments =>
        {
            LocalDate? day = arguments.GetValue(asOf) is { } date ? Typed.Day("--as-of", date) : null;
            if (day is { Year: < 1900 or > 2199 })
                throw Typed.Refused("--as-of", arguments.GetValue(asOf)!, "a day of the years 1900 to 2199");
            Amount? amount = Typed.Price(arguments.GetValue(price), arguments.GetValue(currency));
            string? file = OutputFile.Checked(arguments.GetValue(json), "--json", ".json");
            string path = arguments.GetValue(grants)!;
            if (string.IsNullOrWhiteSpace(path))
                throw Typed.Refused("GRANTS", path, "a grants.csv, a file of Open Cap Format, or a folder with either");
            GrantBook book = GrantBook.Read(path);
            foreach (Diagnostic warning in book.Warnings)
                error.WriteLine(warning);
            var report = new VestingReport([.. book.Grants.Select(Held)], day, amount);
            if (file is not null)
                OutputFile.Write(file, VestingJson.Render(report, [.. book.Files.Select(source => new SourceFile(source.Name, source.Bytes, source.Sha256))]));
            var screen = new Screen(output);
            foreach (ReportTable table in report.Tables)
                screen.Show(table);
            if (file is not null)
                error.WriteLine($"compmodel: wrote {Path.GetFileName(file)}");
            return Tool.Done;
        });
        return command;
    }

    private static HeldGrant Held(ParticipantGrant held) =>
        new(held.ParticipantId, held.Activity) { TermsName = held.TermsName, Worth = held.Compensation == "RSU" ? ShareWorth.Price : ShareWorth.Unknown };
}
