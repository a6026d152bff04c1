using NodaTime;

namespace CompModel.Files;

/// <summary>
/// How a plan pays what is earned: <c>as_earned</c>, or keys that each say what differs from that. Amounts are a pay period's, in the currency of the case; days
/// run from start to stop, both included, and are open where one is absent.
/// </summary>
internal sealed class PaymentsReader(Currency currency)
{
    private const int MostPeriods = 120;

    // A year of such amounts is money still.
    private const decimal MostAPeriod = 10_000_000_000_000m;

    private static readonly string[] Keys =
        ["paid", "days_to_pay", "on_booking", "on_invoice", "on_cash", "holdback", "guarantee", "draw", "negative_balance", "on_leaving"];

    private static readonly string[] Events = ["on_booking", "on_invoice", "on_cash"];

    /// <summary>The terms; null, reported, where something is wrong with them.</summary>
    public PaymentTerms? Read(YamlNode node)
    {
        if (node is YamlNode.Scalar { Text: "as_earned" })
            return PaymentTerms.AsEarned;
        if (node is YamlNode.Scalar)
        {
            node.Field("payments")?.OneOf(("as_earned", true));
            return null;
        }
        if (KeyReader.Of(node, "payments", Keys) is not { } keys)
            return null;
        Frequency? pays = keys.Find("paid") is null ? Frequency.Monthly : keys.FindField("paid")?.Frequency();
        long? days = keys.Find("days_to_pay") is null ? 0 : keys.FindField("days_to_pay")?.Whole(0, 366);
        EventShares? shares = ReadShares(keys);
        Holdback? holdback = keys.Find("holdback") is { } held ? ReadHoldback(held) : Holdback.None;
        Guarantee? guarantee = keys.Find("guarantee") is { } least ? ReadGuarantee(least) : Guarantee.None;
        Draw? draw = keys.Find("draw") is { } ahead ? ReadDraw(ahead) : Draw.None;
        NegativeBalance? negative = keys.Find("negative_balance") is null
            ? NegativeBalance.Carried
            : keys.FindField("negative_balance")?.OneOf(("carried", NegativeBalance.Carried), ("forgiven", NegativeBalance.Forgiven), ("collected", NegativeBalance.Collected));
        (TerminationPolicy Pay, DrawAtTermination Draw)? leaving = keys.Find("on_leaving") is { } left ? ReadLeaving(left) : (TerminationPolicy.PayEarned, DrawAtTermination.Owed);
        if (pays is null || days is null || shares is null || holdback is null || guarantee is null || draw is null || negative is null || leaving is null)
            return null;
        return PaymentTerms.AsEarned.Paying(pays.Value).PaidAfter((int)days.Value).With(shares).With(holdback).With(guarantee).With(draw)
            .With(negative.Value).With(leaving.Value.Pay, leaving.Value.Draw);
    }

    // Events that are not named get nothing; what is named is the whole.
    private static EventShares? ReadShares(KeyReader keys)
    {
        YamlNode[] stated = [.. Events.Select(keys.Find).OfType<YamlNode>()];
        if (stated.Length == 0)
            return EventShares.OnBooking;
        Rational?[] shares = [.. Events.Select(key => keys.Find(key) is null ? Rational.Zero : keys.FindField(key)?.ShareOrNone())];
        return shares.Contains(null) ? null : stated[0].Build(() => new EventShares(shares[0]!.Value, shares[1]!.Value, shares[2]!.Value));
    }

    private static Holdback? ReadHoldback(YamlNode node)
    {
        if (KeyReader.Of(node, "a holdback", ["share", "periods", "until"]) is not { } keys)
            return null;
        Rational? share = keys.RequireField("share", "the share that is kept back, such as 20 %")?.Share();
        bool dated = keys.Find("until") is not null;
        if (dated == (keys.Find("periods") is not null))
        {
            node.Source.Report(
                node.Start, dated ? DiagnosticCode.KeyConflict : DiagnosticCode.KeyMissing, dated ? "a holdback has both periods and until" : "a holdback has neither periods nor until",
                "periods: 3 (each part is released three pay periods later) or until: 2026-12-31 (all of it on that day)", "");
            return null;
        }
        LocalDate? until = dated ? keys.FindField("until")?.Date() : null;
        long? periods = dated ? null : keys.FindField("periods")?.Whole(1, MostPeriods);
        if (share is null || (until is null && periods is null))
            return null;
        return keys.Find("share")!.Build(() => until is { } date ? Holdback.On(share.Value, date) : Holdback.After(share.Value, (int)periods!.Value));
    }

    private Guarantee? ReadGuarantee(YamlNode node)
    {
        if (KeyReader.Of(node, "a guarantee", ["amount", "start", "stop"]) is not { } keys)
            return null;
        Money? amount = Amount(keys, "the least that a pay period pays");
        DateRange? days = Days(keys);
        return amount is null || days is null ? null : node.Build(() => Guarantee.Of(amount.Value, days.Value));
    }

    private Draw? ReadDraw(YamlNode node)
    {
        if (KeyReader.Of(node, "a draw", ["kind", "amount", "start", "stop", "share", "delay"]) is not { } keys)
            return null;
        DrawKind? kind = keys.RequireField("kind", "recoverable, non_recoverable, additive or paid_regardless")?.OneOf(
            ("recoverable", DrawKind.Recoverable), ("non_recoverable", DrawKind.NonRecoverable), ("additive", DrawKind.Additive), ("paid_regardless", DrawKind.PaidRegardless));
        Money? amount = Amount(keys, "the draw of a pay period");
        DateRange? days = Days(keys);
        Rational? share = keys.Find("share") is null ? Rational.One : keys.FindField("share")?.Share();
        long? delay = keys.Find("delay") is null ? 0 : keys.FindField("delay")?.Whole(0, MostPeriods);
        bool owed = kind is null or DrawKind.Recoverable or DrawKind.PaidRegardless;
        foreach (YamlNode idle in owed ? [] : new[] { "share", "delay" }.Select(keys.Find).OfType<YamlNode>())
        {
            idle.Source.Report(
                idle.Start, DiagnosticCode.KeyConflict, $"share or delay of a draw that is {keys.FindField("kind")?.Text}", "neither of them", "only a draw that is owed is returned");
            share = null;
        }
        if (kind is null || amount is null || days is null || share is null || delay is null)
            return null;
        return node.Build<Draw>(() => kind switch
        {
            DrawKind.Recoverable => new Draw.Recoverable(amount.Value, days.Value, share, (int)delay.Value),
            DrawKind.NonRecoverable => new Draw.NonRecoverable(amount.Value, days.Value),
            DrawKind.Additive => new Draw.Additive(amount.Value, days.Value),
            _ => new Draw.PaidRegardless(amount.Value, days.Value, share, (int)delay.Value),
        });
    }

    private static (TerminationPolicy, DrawAtTermination)? ReadLeaving(YamlNode node)
    {
        if (KeyReader.Of(node, "on_leaving", ["pay", "draw"]) is not { } keys)
            return null;
        TerminationPolicy? pay = keys.Find("pay") is null
            ? TerminationPolicy.PayEarned
            : keys.FindField("pay")?.OneOf(("earned", TerminationPolicy.PayEarned), ("payable", TerminationPolicy.PayPayable), ("nothing", TerminationPolicy.ForfeitUnpaid));
        DrawAtTermination? draw = keys.Find("draw") is null
            ? DrawAtTermination.Owed
            : keys.FindField("draw")?.OneOf(("owed", DrawAtTermination.Owed), ("forgiven", DrawAtTermination.Forgiven));
        return pay is null || draw is null ? null : (pay.Value, draw.Value);
    }

    private Money? Amount(KeyReader keys, string what)
    {
        if (keys.RequireField("amount", $"{what}, such as 4000") is not { } field || field.Money(currency) is not { } amount)
            return null;
        if (amount.Value is > 0 and < MostAPeriod)
            return amount;
        field.Report(DiagnosticCode.NumberRange, field.Found, $"{what}, above 0 and below 10^13", amount.Value <= 0 ? "without one there is no need for the key" : "");
        return null;
    }

    private static DateRange? Days(KeyReader keys)
    {
        LocalDate? start = keys.Find("start") is null ? LocalDate.MinIsoValue : keys.FindField("start")?.Date();
        LocalDate? end = keys.Find("stop") is null ? LocalDate.MaxIsoValue : keys.FindField("stop")?.Date()?.PlusDays(1);
        if (start is null || end is null)
            return null;
        if (start < end)
            return new(start.Value, end.Value);
        Field stop = keys.FindField("stop")!.Value;
        stop.Report(DiagnosticCode.DateOrder, FormattableString.Invariant($"{stop.Found}, before start, {start:uuuu-MM-dd}"), "the last day, on or after start");
        return null;
    }

    private enum DrawKind
    {
        Recoverable,
        NonRecoverable,
        Additive,
        PaidRegardless,
    }
}
