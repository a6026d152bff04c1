using NodaTime;

namespace CompModel.Tests;

/// <summary>A participant who earns in each month of 2026 what is said: a linear plan whose quota is its target, credited with that amount.</summary>
internal static class Payer
{
    public static readonly PlanYear Year = PlanYear.Calendar(2026);

    public static readonly DateRange AllYear = Year.Days;

    public static Participant Paid(PaymentTerms terms, Currency? currency = null)
    {
        Money target = 12_000_000.In(currency ?? Currency.Usd);
        var plan = new CompensationPlan("p", new OnTargetEarnings(0.In(target.Currency), target), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear).ToDate(Frequency.Monthly));
        return new Participant("R1", plan.WithPayments(terms), new Quota(Measure.Bookings, target));
    }

    /// <summary>Credits that earn these amounts, a month each; the deal of the nth month is "Dn".</summary>
    public static PaymentInputs Earning(params decimal[] months) => Earning(Currency.Usd, months);

    public static PaymentInputs Earning(Currency currency, params decimal[] months) =>
        new(months.Select((amount, i) => new Credit("R1", Measure.Bookings, Year.Month(i + 1).Start.PlusDays(9), amount.In(currency), $"D{i + 1}")));

    public static PeriodPayment[] First(this Participant participant, int months, PaymentInputs inputs) => [.. participant.Ledger(Year, inputs).Payments.Take(months)];

    public static decimal[] Paid(this IEnumerable<PeriodPayment> payments) => [.. payments.Select(payment => payment.Paid.Value)];

    public static decimal[] Owed(this IEnumerable<PeriodPayment> payments) => [.. payments.Select(payment => payment.Closing.DrawOwed.Value)];

    public static DateRange Months(int first, int last) => new(Year.Month(first).Start, Year.Month(last).End);
}
