using System.Globalization;
using NodaTime;

namespace CompModel;

/// <summary>Payment terms in words, in the order in which they apply.</summary>
internal static class PaymentWords
{
    internal static string Of(PaymentTerms terms) =>
        string.Join("; ", new[] { Pays(terms), Shares(terms.EventShares), Of(terms.Holdback), Of(terms.Guarantee), Of(terms.Draw), Of(terms.NegativeBalance), Leaving(terms) }.Where(words => words.Length > 0));

    private static string Pays(PaymentTerms terms)
    {
        string often = terms.Pays switch
        {
            Frequency.Annual => "once a year",
            Frequency.SemiAnnual => "twice a year",
            Frequency.Quarterly => "quarterly",
            _ => "monthly",
        };
        return string.Create(CultureInfo.InvariantCulture, $"paid {often}{(terms.DaysToPay > 0 ? $", {Counted(terms.DaysToPay, "day")} after the period's end" : "")}");
    }

    private static string Shares(EventShares shares) => shares == EventShares.OnBooking
        ? ""
        : string.Join(", ", new[] { (shares.Booking, "booking"), (shares.Invoice, "invoice"), (shares.Cash, "cash") }
            .Where(share => share.Item1.Sign > 0).Select(share => $"{Text.Percent(share.Item1, 4)} on {share.Item2}"));

    private static string Of(Holdback holdback) => holdback is not Holdback.Until until
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{Text.Percent(until.Share, 4)} held back, released {(until.Date is { } date ? $"on {date:uuuu-MM-dd}" : $"{Counted(until.Periods, "period")} later")}");

    private static string Of(Guarantee guarantee) =>
        guarantee is Guarantee.Minimum minimum ? $"at least {minimum.Amount} a period{During(minimum.Days)}" : "";

    private static string Of(Draw draw)
    {
        string kind = draw switch
        {
            Draw.Nothing => "",
            Draw.Recoverable => "recoverable draw",
            Draw.NonRecoverable => "non-recoverable draw",
            Draw.Additive => "draw on top of pay",
            Draw.PaidRegardless => "draw paid regardless, owed",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (draw is not Draw.Paying paying)
            return kind;
        string words = $"{kind}, {paying.Amount} a period{During(paying.Days)}";
        if (draw is not Draw.Owed owed)
            return words;
        if (owed.RecoveryShare != Rational.One)
            words += $", returned from {Text.Percent(owed.RecoveryShare, 4)} of the pay above it";
        return owed.Delay == 0 ? words : $"{words}, {Counted(owed.Delay, "period")} later at the earliest";
    }

    private static string Of(NegativeBalance negative) => negative switch
    {
        NegativeBalance.Carried => "",
        NegativeBalance.Forgiven => "a result below zero is written off",
        _ => "a result below zero is collected",
    };

    private static string Leaving(PaymentTerms terms)
    {
        string paid = terms.Termination switch
        {
            TerminationPolicy.PayEarned => "",
            TerminationPolicy.PayPayable => "who leaves is paid what is payable",
            _ => "who leaves forfeits what is unpaid",
        };
        string owed = terms.DrawAtTermination == DrawAtTermination.Owed ? "" : "who leaves owes no draw";
        return string.Join("; ", new[] { paid, owed }.Where(words => words.Length > 0));
    }

    private static string Counted(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");

    // The ends of time are open.
    private static string During(DateRange days) => (days.Start == LocalDate.MinIsoValue, days.End == LocalDate.MaxIsoValue) switch
    {
        (true, true) => "",
        (true, false) => string.Create(CultureInfo.InvariantCulture, $" through {days.End.PlusDays(-1):uuuu-MM-dd}"),
        (false, true) => string.Create(CultureInfo.InvariantCulture, $" from {days.Start:uuuu-MM-dd} on"),
        _ => $" ({days})",
    };
}
