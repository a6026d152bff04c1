namespace CompModel.Files;

/// <summary><c>sign_on</c>: installments at months or days after the start or on dates, and what is owed back on leaving early.</summary>
internal static class SignOnReader
{
    // Fifty years: whoever means a date later has mistyped it.
    private const int MostMonths = 600, MostDays = 18_262;

    private static readonly string[] Times = ["months", "days", "on"];

    /// <summary>What it adds to an offer; null, reported, where it is refused.</summary>
    public static Func<Offer, Offer>? Read(KeyReader offer, Currency currency)
    {
        if (offer.Find("sign_on") is not { } node)
            return same => same;
        if (KeyReader.Of(node, "sign_on", ["installments", "repayment"]) is not { } keys)
            return null;
        (VestingTime At, Money Amount)[]? installments = keys.Require("installments", "a list such as [{ months: 0, amount: 50000 }]")?.Each("installments", item => Installment(item, currency));
        Repayment? repayment = keys.Find("repayment") is { } back ? ReadRepayment(back) : Repayment.None;
        if (installments is null || repayment is null)
            return null;
        return node.Build(() => SignOnBonus.At(installments).RepaidBy(repayment)) is { } bonus ? its => its.WithSignOn(bonus) : null;
    }

    private static (VestingTime, Money)? Installment(YamlNode node, Currency currency)
    {
        if (KeyReader.Of(node, "an installment", [.. Times, "amount"]) is not { } keys)
            return null;
        Money? amount = keys.RequireField("amount", "the money, such as 50000")?.MoneyAtLeastZero(currency);
        string? said = keys.Single(Times, "an installment is due once");
        if (said is null)
            node.Source.Report(node.Start, DiagnosticCode.KeyMissing, "an installment does not say when it is due", "months: 0 after the start, days: 30, or on: 2027-03-02", "");
        if (said is null || Times.Count(keys.Has) > 1 || keys.FindField(said) is not { } field)
            return null;
        VestingTime? at = said switch
        {
            "months" => field.Whole(0, MostMonths) is { } months ? new VestingTime.Months((int)months) : null,
            "days" => field.Whole(0, MostDays) is { } days ? new VestingTime.Days((int)days) : null,
            _ => field.Date() is { } date ? new VestingTime.On(date) : null,
        };
        return at is null || amount is null ? null : (at, amount.Value);
    }

    private static Repayment? ReadRepayment(YamlNode node)
    {
        if (KeyReader.Of(node, "repayment", ["within", "share", "from"]) is not { } keys)
            return null;
        long? months = keys.RequireField("within", "the months within which it is owed back, such as 12")?.Whole(1, 120);
        RepaymentShare? share = keys.Find("share") is null
            ? RepaymentShare.Whole
            : keys.FindField("share")?.OneOf(("whole", RepaymentShare.Whole), ("by_month", RepaymentShare.ByMonth), ("by_day", RepaymentShare.ByDay));
        RepaymentTerm? term = keys.Find("from") is null
            ? RepaymentTerm.FromPayment
            : keys.FindField("from")?.OneOf(("payment", RepaymentTerm.FromPayment), ("start", RepaymentTerm.FromStart));
        return months is null || share is null || term is null ? null : Repayment.Within((int)months.Value, share.Value, term.Value);
    }
}
