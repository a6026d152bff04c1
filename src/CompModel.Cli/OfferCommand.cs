using System.CommandLine;
using System.Globalization;
using CompModel.Files;
using CompModel.Reports;

namespace CompModel.Cli;

/// <summary><c>compmodel offer OFFER.yaml [OTHER.yaml]</c>: what an offer promises, pays by year and may come to, and what it costs the employer; two side by side.</summary>
internal static class OfferCommand
{
    internal static Command Create(TextWriter output, TextWriter error)
    {
        var file = new Argument<string>("offer") { Description = "The offer, in YAML; docs/offer.yaml.md has every key." };
        var against = new Argument<string?>("other") { Description = "Another offer over the same years, told beside it.", Arity = ArgumentArity.ZeroOrOne };
        var trials = new Option<string>("--trials") { Description = "How many times the years are drawn.", HelpName = "N", DefaultValueFactory = _ => Simulate.DefaultTrials.ToString(CultureInfo.InvariantCulture) };
        var seed = new Option<string>("--seed") { Description = "The key of all random draws; the same seed gives the same figures.", HelpName = "N", DefaultValueFactory = _ => "1" };
        var attainment = new Option<string?>("--attainment") { Description = "Tell pay and cost by year at another attainment than 100 %, such as 120%.", HelpName = "PERCENT" };
        var page = new Option<string?>("--out") { Description = "Write the report as one HTML file.", HelpName = "FILE.html" };
        var json = new Option<string?>("--json") { Description = "Write the figures as JSON, pay and cost exact.", HelpName = "FILE.json" };
        var threads = new Option<string?>("--threads") { Description = "How many threads work on it; figures do not depend on it.", HelpName = "N" };
        var command = new Command("offer", "What an offer pays by year, how sure that is, and what it costs the employer; two offers side by side.") { file, against, trials, seed, attainment, page, json, threads };
        command.SetAction(arguments =>
        {
            int draws = Typed.Trials(arguments.GetValue(trials)!);
            ulong key = Typed.Seed(arguments.GetValue(seed)!);
            int? workers = arguments.GetValue(threads) is { } text ? SimulateCommand.Workers(text) : null;
            Rational reached = arguments.GetValue(attainment) is { } typed ? Typed.Percent("--attainment", typed) : Rational.One;
            string? html = OutputFile.Checked(arguments.GetValue(page)), written = OutputFile.Checked(arguments.GetValue(json), "--json", ".json");
            OfferCase[] cases = [.. new[] { ("OFFER", arguments.GetValue(file)), ("OTHER", arguments.GetValue(against)) }.Where(named => named.Item2 is not null).Select(named => Read(named.Item1, named.Item2!))];
            if (cases is [var one, var other])
                Together(one, other);
            using var interrupt = new Interrupt(error);
            var report = new OfferReport([.. cases.Select(its => Of(its, reached, draws, key, workers, interrupt.Token))]);
            interrupt.Arranging();
            string? rendered = html is null ? null : OfferPage.Render(report);
            string? figures = written is null ? null : OfferJson.Render(report, [.. cases.Select(its => (IReadOnlyList<SourceFile>)[.. its.Files.Select(source => new SourceFile(source.Name, source.Bytes, source.Sha256))])]);
            interrupt.Writing();
            if (html is not null)
                OutputFile.Write(html, rendered!);
            if (written is not null)
                OutputFile.Write(written, figures!);
            new Screen(output).Show(report);
            foreach (string path in new[] { html, written }.OfType<string>())
                error.WriteLine($"compmodel: wrote {Path.GetFileName(path)}");
            return Tool.Done;
        });
        return command;
    }

    private static OfferCase Read(string argument, string path) => string.IsNullOrWhiteSpace(path)
        ? throw Typed.Refused(argument, path, "a file such as offer.yaml")
        : OfferFile.Read(path);

    // Two offers are set side by side year for year.
    private static void Together(OfferCase one, OfferCase other)
    {
        if (one.Offer.Currency != other.Offer.Currency)
            throw new RefusedException("E_OFFERS", $"'{one.Offer}' is in {one.Offer.Currency}, '{other.Offer}' in {other.Offer.Currency}; expected one currency: convert the amounts of one of them");
        if (!one.Years.SequenceEqual(other.Years))
            throw new RefusedException("E_OFFERS", $"'{one.Offer}' is told over {Names(one)}, '{other.Offer}' over {Names(other)}; expected the same years: state years and fiscal_year_start alike in both");
        if (one.Offer.Name == other.Offer.Name)
            throw new RefusedException("E_OFFERS", $"both offers are called '{one.Offer}'; expected two names, for tables tell them apart by it");
    }

    private static string Names(OfferCase its) => string.Join(", ", its.Years.Select(year => year.Name));

    private static OfferFigures Of(OfferCase its, Rational attainment, int trials, ulong seed, int? threads, CancellationToken cancel) => SimulateCommand.SimulationOf(() =>
    {
        var figures = new OfferFigures(its.Offer, its.Years, attainment, its.Policy, its.Notes);
        return its.Assumptions is { } assumptions ? figures.Drawn(assumptions, trials, seed, threads, cancel) : figures;
    });
}
