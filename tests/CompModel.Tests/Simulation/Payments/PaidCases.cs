using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CompModel.Tests;

/// <summary>
/// Valid payment terms of every kind, together: spans that cut months, changes of plan, people who come and go. Earned amounts are multiples of four, shares
/// halves and quarters, all else whole, so that a share of anything is in whole cents and on the pay grid, too: both readings are exact.
/// </summary>
public static class PaidCases
{
    /// <summary>Guarantees and draws are some of these; what is earned lies on them, beside them, and on either side of zero.</summary>
    private static readonly int[] Steps = [400, 600, 1_000, 1_500];

    internal static readonly Gen<PlanYear> Years = Gen.Elements(
        PlanYear.Calendar(2026), PlanYear.Starting(new(2026, 7, 1)), PlanYear.Starting(new(2027, 2, 28)),
        PlanYear.Weeks(new(2026, 2, 1), WeekPattern.FourFourFive), PlanYear.Weeks(new(2023, 1, 29), WeekPattern.FourFiveFour, 53, extraWeekIn: 5));

    private static readonly Gen<decimal> Exactly = from step in Gen.Elements(Steps) select (decimal)step;

    private static readonly Gen<decimal> Earned = Gen.OneOf(
        Gen.Constant(0m), from step in Exactly from beside in Gen.Elements(-4, 0, 4) select step + beside, from fours in Gen.Choose(-150, 600) select 4m * fours);

    private static readonly Gen<decimal> Cents = from amount in Gen.Choose(-60_000, 250_000) select amount / 100m;

    /// <summary>Amounts that both readings keep exactly.</summary>
    public static Arbitrary<PaidCase> Exact() =>
        Cases(Earned, from amount in Exactly select amount.Usd, Gen.Elements<Rational>(Rational.Of(1, 2), Rational.Of(1, 4))).ToArbitrary();

    /// <summary>Cents, thirds and percentages that are neither.</summary>
    public static class InCents
    {
        public static Arbitrary<PaidCase> Awkward() => Cases(
            Cents, from cents in Gen.Choose(1, 150_000) select (cents / 100m).Usd, Gen.Elements(Rational.Of(1, 3), 12.34m.Percent, 99.Percent)).ToArbitrary();
    }

    private static Gen<PaidCase> Cases(Gen<decimal> earned, Gen<Money> amounts, Gen<Rational> shares) =>
        from year in Years
        from pays in Gen.Elements(Frequency.Monthly, Frequency.Monthly, Frequency.Quarterly, Frequency.SemiAnnual, Frequency.Annual)
        from first in Terms(year, pays, amounts, shares)
        from second in Terms(year, pays, amounts, shares)
        from changed in Gen.Elements(0, 0, 1, 45, 90, 150, 200, 330)
        from hired in Gen.Elements(-800, -800, -800, -20, 0, 10, 45, 120)
        from stays in Gen.Elements(2_000, 2_000, 2_000, 2_000, 5, 60, 100, 790, 850, 1_000, 1_080)
        from days in Gen.Choose(0, 27).ListOf(12)
        from trials in earned.ListOf(3 * 12)
        let start = year.Start.PlusDays(hired)
        let participant = new Participant("R1", PaidCase.PlanOf(first)).HiredOn(start).TerminatedOn(start.PlusDays(stays))
        select new PaidCase(
            year, changed == 0 ? participant : participant.OnPlanFrom(year.Start.PlusDays(changed), PaidCase.PlanOf(second)), [.. days],
            [.. trials.Chunk(12)]);

    private static Gen<PaymentTerms> Terms(PlanYear year, Frequency pays, Gen<Money> amounts, Gen<Rational> shares) =>
        from share in shares
        from held in Gen.Elements(
            Holdback.None, Holdback.None, Holdback.After(share, 1), Holdback.After(share, 3), Holdback.After(share, 14), Holdback.On(share, year.Start.PlusDays(200)))
        from least in amounts
        from guaranteed in Days(year)
        from guarantee in Gen.Elements(Guarantee.None, Guarantee.Of(least, guaranteed), Guarantee.Of(least, year.Days))
        from draw in Draws(year, amounts, shares)
        from negative in Gen.Elements(Enum.GetValues<NegativeBalance>())
        from leaving in Gen.Elements(Enum.GetValues<TerminationPolicy>())
        from owed in Gen.Elements(Enum.GetValues<DrawAtTermination>())
        select PaymentTerms.AsEarned.Paying(pays).With(held).With(guarantee).With(draw).With(negative).With(leaving, owed);

    private static Gen<Draw> Draws(PlanYear year, Gen<Money> amounts, Gen<Rational> shares) =>
        from amount in amounts
        from days in Days(year)
        from some in shares
        from share in Gen.Elements(Rational.One, some)
        from delay in Gen.Elements(0, 0, 1, 2, 5, 13)
        from kind in Gen.Choose(0, 6)
        select kind switch
        {
            0 => Draw.None,
            1 => new Draw.NonRecoverable(amount, days),
            2 => new Draw.Additive(amount, days),
            3 or 4 => new Draw.PaidRegardless(amount, days, share, delay),
            _ => (Draw)new Draw.Recoverable(amount, days, share, delay),
        };

    private static Gen<DateRange> Days(PlanYear year) =>
        from start in Gen.OneOf(Gen.Constant(-60), Gen.Choose(-60, 330))
        from days in Gen.Elements(1, 31, 75, 180, 500, 500)
        select new DateRange(year.Start.PlusDays(start), year.Start.PlusDays(start + days));
}
