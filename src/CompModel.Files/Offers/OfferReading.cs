using NodaTime;

namespace CompModel.Files;

/// <summary>One reading of an offer's file: every part is read before anything is given up, so that everything that is wrong is found.</summary>
internal sealed class OfferReading(Func<string, SourceText?> beside)
{
    private const int MostYears = 10, UsualYears = 4;

    private static readonly string[] Keys =
    [
        "name", "currency", "start", "years", "fiscal_year_start", "measures", "plan", "base", "target_incentive", "quotas", "raises", "sign_on", "share_price", "grants", "refreshers",
        "retirement", "benefits", "employer_taxes", "limits_after", "expense", "assumptions",
    ];

    /// <summary>The offer; null, reported, where it does not hold together.</summary>
    public OfferCase? Read(SourceText source)
    {
        if (YamlTree.Read(source) is not { } root || KeyReader.Of(root, "the offer", Keys) is not { } keys)
            return null;
        string? name = keys.RequireField("name", "what the offer is called beside another")?.Line("a name", "");
        Currency? currency = keys.RequireField("currency", "a currency such as USD")?.CurrencyOf(null);
        LocalDate? start = keys.RequireField("start", "the first day of employment, such as 2026-03-02")?.Date();
        PlanYear[]? years = Years(keys, start);
        // Without a currency or dates the rest is still checked, in some that never reach anybody.
        Currency pays = currency ?? Currency.Usd;
        LocalDate begins = start ?? new(2026, 1, 1);
        PlanYear[] told = years ?? [PlanYear.Calendar(begins.Year)];
        Participant? person = new OfferPayReader(keys, pays, begins, beside).Read(name ?? "offer", told[0], out PlanFile? plans);
        var law = new LawYears(keys, [.. Enumerable.Range(told[0].Start.Year, told[^1].End.PlusDays(-1).Year - told[0].Start.Year + 1)]);
        var prices = new SharePriceReader(keys, pays, begins, name ?? "offer", beside);
        (string Key, Func<Offer, Offer>? With)[] parts =
        [
            ("sign_on", SignOnReader.Read(keys, pays)),
            (keys.Has("grants") ? "grants" : "refreshers", new OfferEquityReader(keys, pays, begins, prices).Read()),
            ("retirement", new RetirementReader(keys, pays, law).Read()),
            ("benefits", BenefitReader.Read(keys, pays)),
            ("employer_taxes", new EmployerTaxReader(keys, pays, law).Read()),
        ];
        ExpensePolicy? policy = ExpenseReader.Read(keys.Find("expense"));
        Assumptions? assumptions = null;
        bool assumed = keys.Find("assumptions") is not { } node || (assumptions = new OfferAssumptionsReader(plans, person, prices).Read(node)) is not null;
        if (name is null || currency is null || start is null || years is null || person is null || parts.Any(part => part.With is null) || policy is null || !assumed || !prices.Holds || (keys.Has("limits_after") && !law.IsSaid))
            return null;
        Offer? offer = root.Build(() => new Offer(name, person));
        foreach ((string key, Func<Offer, Offer>? with) in parts)
            offer = offer is null ? null : (keys.Find(key) ?? root).Build(() => with!(offer));
        // What does not hold together over the years shows once they are worked out.
        if (offer is null || keys.Find("plan")!.Build(() => offer.Project(years)) is null || (keys.Find("expense") ?? root).Build(() => Expensed(offer, policy, years)) is null)
            return null;
        return assumptions is null || keys.Find("assumptions")!.Build(() => new TotalPayDefinition(offer, years, assumptions, trials: 1)) is not null
            ? new(offer, years, policy, assumptions, law.Notes)
            : null;
    }

    private static string Expensed(Offer offer, ExpensePolicy policy, PlanYear[] years) => offer.EquityExpense(policy, years[^1].End)?.ToString() ?? "";

    private static PlanYear[]? Years(KeyReader keys, LocalDate? start)
    {
        long? count = keys.Find("years") is null ? UsualYears : keys.FindField("years")?.Whole(1, MostYears);
        if (keys.Find("fiscal_year_start") is null)
            return start is null || count is null ? null : [.. Enumerable.Range(start.Value.Year, (int)count.Value).Select(PlanYear.Calendar)];
        if (keys.FindField("fiscal_year_start") is not { } field || YearReader.OfMonths(field) is not { } first || start is null || count is null)
            return null;
        if (first.Days.Contains(start.Value))
            return [.. Enumerable.Range(0, (int)count.Value).Select(year => PlanYear.Starting(first.Start.PlusYears(year)))];
        LocalDate day = first.Start.PlusYears(start.Value.Year - first.Start.Year);
        field.Report(
            DiagnosticCode.DateOrder, FormattableString.Invariant($"{field.Found}, a year that does not hold the start, {start:uuuu-MM-dd}"), "the first day of the fiscal year in which the offer starts",
            FormattableString.Invariant($"write {(day > start ? day.PlusYears(-1) : day):uuuu-MM-dd}"));
        return null;
    }
}
