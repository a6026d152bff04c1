using System.CommandLine;
using System.Globalization;
using CompModel.Files;
using CompModel.Reports;
using NodaTime;
using NodaTime.Text;

namespace CompModel.Cli;

/// <summary><c>compmodel statement FOLDER</c>: what was earned and paid, to the cent, and why, up to a day, in a period, or between two days.</summary>
internal static class StatementCommand
{
    internal static Command Create(TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("folder") { Description = "The folder with plan.yaml, roster.csv and deals.csv." };
        var through = new Option<string?>("--through") { Description = "The year up to a day, which counts, such as 2026-09-30.", HelpName = "DATE" };
        var period = new Option<string?>("--period") { Description = "One period alone: 2026, 2026-H1, 2026-Q2 or 2026-05.", HelpName = "PERIOD" };
        var from = new Option<string?>("--from") { Description = "With --through: what changed from the end of this day to the end of that.", HelpName = "DATE" };
        var participant = new Option<string?>("--participant") { Description = "One participant, explained line by line; all, in a table, without it.", HelpName = "ID" };
        var json = new Option<string?>("--json") { Description = "Write the same as JSON, every line with its exact figures.", HelpName = "FILE.json" };
        var command = new Command("statement", "What each participant earned and is paid, in the plan year up to a day, in a period or between two days, and why.") { folder, through, period, from, participant, json };
        command.Validators.Add(arguments =>
        {
            if (arguments.GetResult(through) is null && arguments.GetResult(period) is null && arguments.GetResult(from) is null)
                arguments.AddError(StatementSpan.Missing);
        });
        command.SetAction(arguments =>
        {
            (string? last, string? named, string? first) = (arguments.GetValue(through), arguments.GetValue(period), arguments.GetValue(from));
            StatementSpan.Check(last, named, first);
            string? file = OutputFile.Checked(arguments.GetValue(json), "--json", ".json");
            Case read = Typed.CaseOf(arguments.GetValue(folder)!);
            read.Require("deals.csv");
            foreach (Diagnostic warning in read.Warnings)
                error.WriteLine(warning);
            StatementSpan span = StatementSpan.Of(read, last, named, first);
            string? id = arguments.GetValue(participant);
            Participant[] people = id is null ? [.. read.Participants] : [Find(read, id)];
            ParticipantStatement[] statements = [.. people.Select(person => span.Of(person, read.InputsOf(person.Id)))];
            if (file is not null)
            {
                SourceFile[] sources = [.. read.Files.Select(source => new SourceFile(source.Name, source.Bytes, source.Sha256))];
                OutputFile.Write(file, StatementJson.Render(statements, span.Name, sources, id is null ? Detail.Team : Detail.Participant));
            }
            if (id is null)
                new Screen(output).Show(StatementTable.Of(statements, read.Currency, span.Name));
            else
                output.Write(statements[0].Explain() + Grants(read, id, span.LastDay));
            if (file is not null)
                error.WriteLine($"compmodel: wrote {Path.GetFileName(file)}");
            return Tool.Done;
        });
        return command;
    }

    private static Participant Find(Case read, string id) => read.SalesForce.Hierarchy.Contains(id)
        ? read.SalesForce.Hierarchy.Find(id)
        : throw new RefusedException("E_UNKNOWN_PARTICIPANT", $"--participant is '{id}', who is not in roster.csv; expected one of its {read.Participants.Count} ids, such as {read.Participants[0].Id}");

    private static string Grants(Case read, string id, LocalDate day)
    {
        string text = "";
        foreach (GrantActivity activity in read.Grants.Where(held => held.ParticipantId == id).Select(held => held.Activity))
        {
            (Grant grant, GrantBalance balance) = (activity.Grant, activity.At(day));
            string from = grant.VestingStart == grant.Granted ? "" : $", vesting from {LocalDatePattern.Iso.Format(grant.VestingStart)}";
            string lost = balance.Forfeited.Sign == 0 ? "" : $", {ShareFigures.Shares(balance.Forfeited)} forfeited";
            text += string.Create(CultureInfo.InvariantCulture,
                $"\nRSU grant {grant.Id} of {LocalDatePattern.Iso.Format(grant.Granted)}{from}: {grant.Shares:#,##0} shares, {ShareFigures.Shares(balance.Vested)} vested, {ShareFigures.Shares(balance.Unvested)} unvested{lost}\n");
            foreach (Tranche tranche in activity.Tranches())
                text += string.Create(CultureInfo.InvariantCulture, $"  {LocalDatePattern.Iso.Format(tranche.Vests)} {ShareFigures.Shares(tranche.Shares),10} shares{(tranche.Vests <= day ? "  vested" : "")}\n");
            foreach (WaitingPart part in activity.WaitingAt(day))
                text += string.Create(CultureInfo.InvariantCulture, $"  {ShareFigures.Shares(part.Shares),21} shares  wait for {part.Condition}{(part.Deadline is { } last ? $", until {LocalDatePattern.Iso.Format(last)}" : "")}\n");
        }
        return text;
    }
}
