using System.CommandLine;
using System.Globalization;
using CompModel.Files;
using CompModel.Reports;
using NodaTime;
using NodaTime.Text;

namespace CompModel.Cli;

/// <summary><c>compmodel statement FOLDER --through DATE</c>: what was earned, to the cent, and why.</summary>
internal static class StatementCommand
{
    internal static Command Create(TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("folder") { Description = "The folder with plan.yaml, roster.csv and deals.csv." };
        var through = new Option<string>("--through") { Description = "The last day that counts, such as 2026-09-30.", HelpName = "DATE", Required = true };
        var participant = new Option<string?>("--participant") { Description = "One participant, explained line by line; all, in a table, without it.", HelpName = "ID" };
        var command = new Command("statement", "What each participant earned in the plan year up to a day, and why.") { folder, through, participant };
        command.SetAction(arguments =>
        {
            LocalDate day = Day(arguments.GetValue(through)!);
            Case read = Typed.CaseOf(arguments.GetValue(folder)!);
            read.Require("deals.csv");
            foreach (Diagnostic warning in read.Warnings)
                error.WriteLine(warning);
            if (!read.Year.Days.Contains(day))
                throw Typed.Refused("--through", LocalDatePattern.Iso.Format(day), $"a day of the plan year, {read.Year.Days}");
            ILookup<string, Credit> credits = read.SalesForce.Hierarchy.RollUp(read.Credits).ToLookup(credit => credit.ParticipantId);
            if (arguments.GetValue(participant) is { } id)
                output.Write(One(read, Find(read, id), day, credits));
            else
                new Screen(output).Show(All(read, day, credits));
            return Tool.Done;
        });
        return command;
    }

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true } parsed
        ? parsed.Value
        : throw Typed.Refused("--through", text, "a date such as 2026-09-30");

    private static Participant Find(Case read, string id) => read.SalesForce.Hierarchy.Contains(id)
        ? read.SalesForce.Hierarchy.Find(id)
        : throw new RefusedException("E_UNKNOWN_PARTICIPANT", $"--participant is '{id}', who is not in roster.csv; expected one of its {read.Participants.Count} ids, such as {read.Participants[0].Id}");

    private static string One(Case read, Participant participant, LocalDate day, ILookup<string, Credit> credits)
    {
        string text = participant.StatementThrough(day, read.Year, credits[participant.Id]).Explain();
        foreach (Grant grant in read.Grants.Where(grant => grant.ParticipantId == participant.Id).Select(grant => grant.Grant))
        {
            string from = grant.VestingStart == grant.Granted ? "" : $", vesting from {LocalDatePattern.Iso.Format(grant.VestingStart)}";
            text += string.Create(CultureInfo.InvariantCulture,
                $"\nRSU grant {grant.Id} of {LocalDatePattern.Iso.Format(grant.Granted)}{from}: {grant.Shares:#,##0} shares, {grant.VestedAt(day):#,##0} vested, {grant.UnvestedAt(day):#,##0} unvested\n");
            foreach (Tranche tranche in grant.Tranches())
                text += string.Create(CultureInfo.InvariantCulture, $"  {LocalDatePattern.Iso.Format(tranche.Vests)} {tranche.Shares,10:#,##0} shares{(tranche.Vests <= day ? "  vested" : "")}\n");
        }
        return text;
    }

    private static ReportTable All(Case read, LocalDate day, ILookup<string, Credit> credits)
    {
        var statements = read.Participants.Select(participant => participant.StatementThrough(day, read.Year, credits[participant.Id])).ToList();
        string[] components = [.. statements.SelectMany(statement => statement.Terms.Components).Select(component => component.Name).Distinct()];
        List<ReportRow> rows = [.. statements.Select(statement => new ReportRow(
            statement.Terms.Participant.Id,
            [.. components.SelectMany(name => Cells(statement, name)), Cents(statement.Earned)]))];
        rows.Add(new("Total",
        [
            .. components.SelectMany(name => (string[])["", Cents(Sum(statements.SelectMany(statement => statement.Components)
                .Where(component => component.Name == name).Select(component => component.Earned), read.Currency))]),
            Cents(Sum(statements.Select(statement => statement.Earned), read.Currency)),
        ], Emphasis: Emphasis.Total));
        return new(
            $"Incentive earned in {read.Year} through {LocalDatePattern.Iso.Format(day)}, {read.Currency}", "participant",
            [.. components.SelectMany(name => (string[])[$"{name}, attainment", "earned"]), "incentive"], rows,
            "Attainment of the last period that has ended. For the lines behind an amount: --participant ID.");
    }

    private static string[] Cells(Statement statement, string name)
    {
        ComponentStatement[] settled = [.. statement.Components.Where(component => component.Name == name)];
        return settled.Length == 0
            ? ["", ""]
            : [Attainment(settled[^1].Attainment), Cents(Sum(settled.Select(component => component.Earned), statement.Earned.Currency))];
    }

    private static Money Sum(IEnumerable<Money> amounts, Currency currency) => amounts.Aggregate(new Money(0, currency), (sum, amount) => sum + amount);

    private static string Cents(Money amount) => amount.Value.ToString("#,##0." + new string('0', amount.Currency.MinorUnitDigits), CultureInfo.InvariantCulture);

    // Whoever was not there yet has no quota, and has not missed it.
    private static string Attainment(Attainment attainment) => attainment.Quota.Value.Sign == 0 ? "–" : Percent(attainment.Ratio);

    private static string Percent(Rational ratio) => new Amount(ratio * 100, Currency.None).Round(new Rounding(0.1m)).Value.ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
