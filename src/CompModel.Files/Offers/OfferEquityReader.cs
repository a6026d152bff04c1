using NodaTime;

namespace CompModel.Files;

/// <summary><c>share_price</c>, <c>grants</c> and <c>refreshers</c>: what is promised in shares, and at what price it counts.</summary>
internal sealed class OfferEquityReader(KeyReader offer, Currency currency, LocalDate start, SharePriceReader prices)
{
    private const long MostShares = 999_999_999_999_999;
    private const int MostAnniversary = 50;

    private static readonly string[] GrantKeys = ["name", "value", "shares", "price", "rounding", "granted", "vesting_start", "schedule", "allocation"];
    private static readonly string[] RefresherKeys = ["value", "shares", "on", "from_year", "through_year", "schedule"];

    /// <summary>What it adds to an offer; null, reported, where it is refused.</summary>
    public Func<Offer, Offer>? Read()
    {
        SharePricePath? path = prices.Path;
        bool priced = offer.Has("share_price");
        Grant[]? grants = offer.Find("grants") is { } list ? list.EachOf("grants", node => ReadGrant(node, path)) : [];
        Refresher[]? refreshers = offer.Find("refreshers") is { } later ? later.EachOf("refreshers", ReadRefresher) : [];
        foreach (string key in priced ? [] : new[] { "grants", "refreshers" }.Where(offer.Has))
        {
            YamlNode node = offer.Find(key)!;
            node.Source.Report(node.Start, DiagnosticCode.KeyMissing, $"{key} without a share_price", "share_price: { price: 100 }, at which shares count", "");
        }
        if (grants?.GroupBy(grant => grant.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            offer.Find("grants")!.Source.Report(offer.Find("grants")!.Start, DiagnosticCode.DuplicateId, $"grant {Field.Quote(twice.Key)} is there twice", "each grant once, with a name of its own", "");
            return null;
        }
        if (grants is null || refreshers is null || (priced && path is null) || (!priced && grants.Length + refreshers.Length > 0))
            return null;
        return path is null ? same => same : its => its.WithEquity(path, grants, refreshers);
    }

    private Grant? ReadGrant(YamlNode node, SharePricePath? path)
    {
        if (KeyReader.Of(node, "a grant", GrantKeys) is not { } keys)
            return null;
        string? name = keys.RequireField("name", "what the grant is called")?.Line("a name", "");
        LocalDate? granted = keys.Find("granted") is null ? start : FromStart(keys.FindField("granted"), keys.FindField("granted")?.Date());
        LocalDate? from = keys.Find("vesting_start") is null ? granted : keys.FindField("vesting_start")?.Date();
        VestingSchedule? schedule = keys.RequireField("schedule", "a vesting schedule, such as 'quarterly 16 cliff 12'")?.Schedule();
        ShareAllocation? allocation = keys.Find("allocation") is null ? ShareAllocation.CumulativeRoundDown : keys.FindField("allocation")?.OneOf(
            ("cumulative_round_down", ShareAllocation.CumulativeRoundDown), ("cumulative_rounding", ShareAllocation.CumulativeRounding), ("front_loaded", ShareAllocation.FrontLoaded),
            ("back_loaded", ShareAllocation.BackLoaded), ("front_loaded_to_single_tranche", ShareAllocation.FrontLoadedToSingleTranche),
            ("back_loaded_to_single_tranche", ShareAllocation.BackLoadedToSingleTranche), ("fractional", ShareAllocation.Fractional));
        long? shares = Shares(keys, granted, path);
        if (name is null || granted is null || from is null || schedule is null || allocation is null || shares is null)
            return null;
        return keys.Find("schedule")!.Build(() => new Grant(name, granted.Value, shares.Value, schedule).VestingFrom(from.Value).AllocatedBy(allocation.Value));
    }

    // Whole shares, or a value at a stated price or at that of the path on the grant date.
    private long? Shares(KeyReader keys, LocalDate? granted, SharePricePath? path)
    {
        string? said = Worth(keys, "a grant");
        decimal? price = keys.FindField("price")?.Positive("a price of a share above 0");
        ShareRounding? rounding = keys.Find("rounding") is null ? ShareRounding.Down : keys.FindField("rounding")?.OneOf(("down", ShareRounding.Down), ("up", ShareRounding.Up), ("nearest", ShareRounding.Nearest));
        if (said == "shares")
        {
            bool idle = keys.Refuse(["price", "rounding"], "beside shares", "neither of them", "they make shares of a value");
            return idle ? null : keys.FindField("shares")?.Whole(1, MostShares);
        }
        Money? value = said is null ? null : keys.FindField("value")?.MoneyAtLeastZero(currency);
        if (value is null || rounding is null || granted is null || (keys.Has("price") ? price is null : path is null))
            return null;
        return keys.Find("value")!.Build<object>(() =>
        {
            long bought = new TargetValue(value.Value).SharesAt(price is { } stated ? new Money(stated, currency) : path!.At(granted.Value), rounding.Value);
            return bought > 0 ? bought : throw new ArgumentException($"A value of {value} buys no share at the price of the grant date.");
        }) as long?;
    }

    private Refresher? ReadRefresher(YamlNode node)
    {
        if (KeyReader.Of(node, "a refresher", RefresherKeys) is not { } keys)
            return null;
        VestingSchedule? schedule = keys.RequireField("schedule", "a vesting schedule, such as 'quarterly 16'")?.Schedule();
        string? said = Worth(keys, "a refresher");
        Money? value = said == "value" ? keys.FindField("value")?.MoneyAtLeastZero(currency) : null;
        long? shares = said == "shares" ? keys.FindField("shares")?.Whole(1, MostShares) : null;
        bool timed = !keys.Has("on") || !keys.Refuse(["from_year", "through_year"], "beside on", "one of the two", "a refresher comes on a date, or on each anniversary of the start");
        if (!keys.Has("on") && !keys.Has("from_year"))
            node.Source.Report(node.Start, DiagnosticCode.KeyMissing, "a refresher does not say when it comes", "from_year: 1, each anniversary of the start from the first on, or on: 2027-06-01", "");
        LocalDate? on = FromStart(keys.FindField("on"), keys.FindField("on")?.Date());
        long? from = keys.FindField("from_year")?.Whole(1, MostAnniversary), through = keys.Find("through_year") is null ? MostAnniversary : keys.FindField("through_year")?.Whole(1, MostAnniversary);
        if (!timed || schedule is null || (value is null && shares is null) || (keys.Has("on") ? on is null : from is null) || through is null)
            return null;
        return node.Build(() => (on, value) switch
        {
            ({ } date, { } money) => Refresher.On(date, money, schedule),
            ({ } date, null) => Refresher.On(date, shares!.Value, schedule),
            (null, { } money) => Refresher.EachYear(money, schedule, (int)from!.Value, (int)through.Value),
            _ => Refresher.EachYear(shares!.Value, schedule, (int)from!.Value, (int)through.Value),
        });
    }

    // Nobody has shares of an employer before the first day.
    private LocalDate? FromStart(Field? field, LocalDate? date)
    {
        if (date is null || date >= start)
            return date;
        field!.Value.Report(DiagnosticCode.DateOrder, FormattableString.Invariant($"{field.Value.Found}, before the start, {start:uuuu-MM-dd}"), "a date from the start on", "what counts from an earlier day says so as its vesting_start");
        return null;
    }

    // Which of value and shares is said; null, reported, unless it is one.
    private static string? Worth(KeyReader keys, string what)
    {
        string? said = keys.Single(["value", "shares"], $"{what} is of a value or of shares");
        if (said is null)
            keys.Node.Source.Report(keys.Node.Start, DiagnosticCode.KeyMissing, $"{what} says neither value nor shares", "value: 400000, which buys shares at the price of the grant date, or shares: 4000", "");
        return keys.Has("value") && keys.Has("shares") ? null : said;
    }
}
