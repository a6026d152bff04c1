using NodaTime;

namespace CompModel.Files;

/// <summary>
/// <c>share_price</c>: the price today and its growth, at which shares count at target, and how uncertain it is: by volatility and drift, by a history that the volatility is
/// estimated from, or by months drawn from one.
/// </summary>
internal sealed class SharePriceReader
{
    private static readonly string[] Keys = ["price", "on", "growth", "moves", "security", "volatility", "drift", "dividend_yield", "history", "months_at_once"];

    private readonly KeyReader? keys;
    private readonly Currency currency;
    private readonly string unnamed;
    private readonly Func<string, SourceText?> beside;
    private readonly decimal? price;
    private readonly Rational[]? growth;

    public SharePriceReader(KeyReader offer, Currency currency, LocalDate start, string unnamed, Func<string, SourceText?> beside)
    {
        (this.currency, this.unnamed, this.beside) = (currency, unnamed, beside);
        if (offer.Find("share_price") is not { } node || (keys = KeyReader.Of(node, "share_price", Keys)) is null)
            return;
        price = keys.RequireField("price", "the price of a share today")?.Positive("a price of a share above 0");
        LocalDate? on = keys.Find("on") is null ? start : keys.FindField("on")?.Date();
        growth = keys.Find("growth") switch
        {
            null => [Rational.Zero],
            YamlNode.Sequence list => list.Each("growth", item => item.Field("growth")?.Percent()),
            var one => one.Field("growth")?.Percent() is { } rate ? [rate] : null,
        };
        PriceGrowth? moves = keys.Find("moves") is null
            ? PriceGrowth.StepsOnAnniversary
            : keys.FindField("moves")?.OneOf(("on_anniversary", PriceGrowth.StepsOnAnniversary), ("evenly_by_day", PriceGrowth.EvenlyByDay));
        if (price is not null && on is not null && growth is not null && moves is not null)
            Path = node.Build(() => SharePricePath.Growing(new Money(price.Value, currency), on.Value, growth).Moving(moves.Value));
        Holds = ReadLaw(out SharePriceModel? law);
        Law = law;
    }

    /// <summary>The price at target; null where there is none or it was refused.</summary>
    public SharePricePath? Path { get; }

    /// <summary>How uncertain the price is; null where there is none or it was refused.</summary>
    public SharePriceModel? Law { get; }

    /// <summary>Whether what is said of uncertainty holds together.</summary>
    public bool Holds { get; } = true;

    /// <summary>A certain price for a distribution; null, reported, where the path grows, for then it must be said how.</summary>
    public SharePriceModel? Certain()
    {
        if (keys is null || price is null || growth is null)
            return null;
        if (Array.TrueForAll(growth, rate => rate.Sign == 0))
            return SharePriceModel.Fixed(Security, new Money(price.Value, currency));
        keys.Node.Source.Report(
            keys.Node.Start, DiagnosticCode.KeyMissing, "share_price grows, and nothing says how uncertain that is", "volatility and drift, or a history, for the distribution that assumptions ask for",
            "write 'volatility: 40 %' and 'drift: 5 %'; a volatility of 0 % is a certain price");
        return null;
    }

    private string Security => keys!.FindField("security") is { IsEmpty: false } named ? named.Text : unnamed;

    private bool ReadLaw(out SharePriceModel? law)
    {
        law = null;
        if (keys!.Has("security") && keys.FindField("security")?.Line("the name of the share", "") is null)
            return false;
        string? said = keys.Single(["volatility", "history"], "the volatility is stated or estimated");
        bool months = keys.Has("months_at_once");
        string[] idle = said is null ? ["drift", "dividend_yield", "months_at_once"] : said == "volatility" ? ["months_at_once"] : months ? ["drift", "dividend_yield"] : [];
        bool good = !keys.Refuse(
            idle, said is null ? "without volatility or history" : months && said == "history" ? "beside months_at_once" : "beside volatility",
            said == "history" ? "months drawn from the history have its drift" : "volatility and drift, or history and drift, or history and months_at_once", "");
        if (said is null || (keys.Has("volatility") && keys.Has("history")))
            return said is null && good;
        Rational? volatility = said == "volatility" ? Rate("volatility") : null, yield = keys.Has("dividend_yield") ? Rate("dividend_yield") : Rational.Zero;
        Rational? drift = said == "history" && months ? Rational.Zero
            : keys.RequireField("drift", "how fast the expected price grows a year, before dividends, such as 5 %: a history hardly tells") is { } field ? field.Percent() : null;
        long? atOnce = months ? keys.FindField("months_at_once")?.Whole(1, 3) : 1;
        PriceHistory? history = said == "history" && keys.FindField("history") is { } file ? PriceFile.Read(file, beside) : null;
        if (!good || drift is null || yield is null || atOnce is null || (said == "history" ? history is null : volatility is null))
            return false;
        // A price that was refused is no reason to leave the rest unchecked.
        var today = new Money(price ?? 1, currency);
        law = keys.Node.Build(() => history is null ? SharePriceModel.GeometricBrownian(Security, today, drift.Value.ToDouble(), volatility!.Value.ToDouble(), yield.Value.ToDouble())
            : months ? SharePriceModel.Bootstrap(Security, today, history, (int)atOnce.Value)
            : SharePriceModel.GeometricBrownian(Security, today, drift.Value.ToDouble(), history.Fit().Volatility, yield.Value.ToDouble()));
        return law is not null;
    }

    private Rational? Rate(string key) => keys!.FindField(key)?.Percent();
}
