using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CompModel.Tests;

/// <summary>Valid plan years that lean towards boundaries: hires on month ends and leap days, and credits that meet a threshold, a quota or a cap, or miss it by a cent.</summary>
public static class PlanYearCases
{
    public static Arbitrary<PlanYearCase> Arbitrary() => Arb.From(Any, Simpler);

    public static Arbitrary<CurveRules> Curves() => Arb.From(CurveCases.Any);

    public static Gen<PlanYearCase> Any { get; } = Gen.Sized(_ => Bare).SelectMany(Sold);

    /// <summary>The same, with one or two other plans that follow the first in the year.</summary>
    internal static Gen<PlanYearCase> Changing { get; } =
        from bare in Gen.Sized(_ => Bare)
        from dates in Gen.Choose(1, 2).SelectMany(count => Gen.ArrayOf(Day(bare.YearStart, before: 20), count))
        let distinct = dates.Distinct().Order().ToArray()
        from later in Gen.ArrayOf(Later(bare), distinct.Length)
        from sold in Sold(bare with { Later = [.. later.Select((plan, i) => plan with { From = distinct[i] })] })
        select sold;

    private static Gen<PlanYearCase> Sold(PlanYearCase bare) =>
        from deals in Deals(bare)
        from touching in Gen.Choose(0, 2).SelectMany(count => Gen.ArrayOf(Touch, count))
        select touching.Aggregate(bare with { Deals = [.. deals] }, (plan, touch) => touch(plan));

    private static Gen<LocalDate> YearStarts =>
        Gen.Elements<LocalDate>(new(2026, 1, 1), new(2024, 1, 1), new(2025, 1, 1), new(2026, 4, 1), new(2027, 7, 1), new(2023, 2, 28), new(2024, 2, 15), new(2025, 10, 1));

    // Years of weeks start on any day; half of them, or nearly, have a 53rd week, most often at the end.
    private static Gen<(LocalDate Start, WeekRules? Weeks)> Years =>
        Gen.Frequency(
            (3, YearStarts.Select(start => (start, (WeekRules?)null))),
            (2,
                from start in Gen.Elements<LocalDate>(new(2026, 2, 1), new(2023, 1, 29), new(2024, 9, 29), new(2025, 12, 29), new(2024, 2, 29), new(2023, 8, 31))
                from pattern in Gen.Elements(WeekPattern.FourFourFive, WeekPattern.FourFiveFour, WeekPattern.FiveFourFour)
                from count in Gen.Elements(52, 53)
                from extra in Gen.Frequency((1, Gen.Constant(12)), (1, Gen.Choose(1, 12)))
                select (start, (WeekRules?)new WeekRules(pattern, count, extra))));

    private static Gen<Frequency> Frequencies => Gen.Elements(Frequency.Annual, Frequency.SemiAnnual, Frequency.Quarterly, Frequency.Monthly);

    private static Gen<PlanYearCase> Bare =>
        from year in Years
        let start = year.Start
        from currency in Gen.Frequency((6, Gen.Constant(("USD", 2))), (1, Gen.Constant(("JPY", 0))), (1, Gen.Constant(("KWD", 3))))
        from baseCents in Gen.Choose(0, 20_000_000)
        from target in Gen.Frequency((3, Gen.Choose(1, 300).Select(thousands => thousands * 100_000)), (2, Gen.Choose(1, 30_000_000)), (1, Gen.Elements(0, 1, 7)))
        from components in Gen.Choose(1, 3).SelectMany(count => Gen.ArrayOf(Component(start), count))
        from hired in Maybe(Day(start, before: 100))
        from staying in Maybe(Gen.Frequency((1, Gen.Choose(0, 31)), (2, Gen.Choose(0, 400))))
        from ramp in Ramps
        from withoutQuota in Gen.Elements(WithoutQuota.NothingPaid, WithoutQuota.TargetPaid)
        from again in Gen.Frequency((3, Gen.Constant(Array.Empty<LocalDate>())), (1, Gen.ArrayOf(Day(start, before: 20), 2)))
        from season in Gen.Frequency((1, Gen.Constant((Frequency.Monthly, Enumerable.Repeat(1, 12).ToArray()))), (2, Season))
        from proration in Gen.Frequency((3, Gen.Constant(CompModel.Proration.ByDays)), (2, Gen.Constant(CompModel.Proration.ByWholeMonths)), (1, Gen.Constant(CompModel.Proration.None)))
        from raises in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(1, 3)))
        from days in Gen.ArrayOf(Day(start, before: 20), raises)
        from earned in Gen.ArrayOf(Gen.Choose(0, 20_000_000), raises)
        from aimed in Gen.ArrayOf(Gen.Frequency((3, Gen.Choose(1, 300).Select(thousands => thousands * 100_000)), (1, Gen.Choose(0, 30_000_000))), raises)
        from leaves in Spans(start)
        from reliefs in Spans(start)
        from percents in Gen.ArrayOf(Gen.Elements(1, 25, 33, 50, 99), reliefs.Length)
        from lowers in Gen.ArrayOf(Gen.Elements(Relieved.Quota, Relieved.Quota, Relieved.QuotaAndTarget), reliefs.Length)
        let last = staying is { } stay ? (hired ?? start).PlusDays(stay) : (LocalDate?)null
        select new PlanYearCase(
            start, currency.Item1, currency.Item2, baseCents, target, [.. components], hired, last, [.. ramp], season.Item1, [.. season.Item2], proration, [])
        {
            Weeks = year.Weeks,
            WithoutQuota = withoutQuota,
            RampStarts = [.. again.Where(date => hired is not { } day || date >= day).Distinct().Order()],
            Raises = [.. days.Distinct().Order().Select((date, i) => (date, (long)earned[i], (long)aimed[i]))],
            Leaves = [.. leaves],
            Reliefs = [.. reliefs.Select((span, i) => (span.From, span.To, percents[i], lowers[i]))],
        };

    private static Gen<int[]> Ramps =>
        Gen.Frequency((2, Gen.Constant(Array.Empty<int>())), (1, Gen.Choose(1, 6).SelectMany(months => Gen.ArrayOf(Gen.Elements(0, 25, 33, 50, 75, 100), months))));

    // Another plan on some of the measures: as often as not of the same conventions, so that what the change itself moves shows.
    private static Gen<PlanCase> Later(PlanYearCase plan) =>
        from places in Gen.Shuffle(Enumerable.Range(0, plan.Components.Count).ToArray())
        from count in Gen.Choose(1, places.Length)
        from components in Gen.ArrayOf(Component(plan.YearStart), count)
        from baseCents in Gen.Choose(0, 20_000_000)
        from target in Gen.Choose(1, 300).Select(thousands => thousands * 100_000)
        from ramp in Ramps
        from season in Season
        from proration in Gen.Elements(CompModel.Proration.ByDays, CompModel.Proration.ByWholeMonths, CompModel.Proration.None)
        from withoutQuota in Gen.Elements(WithoutQuota.NothingPaid, WithoutQuota.TargetPaid)
        from same in Gen.Elements(true, false)
        let first = plan.Plans[0]
        select new PlanCase(
            plan.YearStart, baseCents, target,
            [.. components.Select((each, i) => new ComponentOfPlan(places[i], each.Parts, each.Curve, each.PaysBy, each.Pays))],
            same ? first.RampPercents : [.. ramp], same ? first.WithoutQuota : withoutQuota,
            same ? first.SeasonFrequency : season.Item1, same ? first.SeasonParts : [.. season.Item2], same ? first.Proration : proration);

    // Usually none, otherwise one or two spans without a day in common, often laid end to end.
    private static Gen<(LocalDate From, LocalDate To)[]> Spans(LocalDate start) =>
        from count in Gen.Frequency((4, Gen.Constant(0)), (2, Gen.Constant(2)), (1, Gen.Constant(4)))
        from days in Gen.ArrayOf(Day(start, before: 20), count)
        from adjoining in Gen.Elements(true, false)
        let spans = days.Distinct().Order().Chunk(2).Where(pair => pair.Length == 2).Select(pair => (From: pair[0], To: pair[1])).ToArray()
        select adjoining && spans.Length == 2 ? [spans[0], (spans[0].To.PlusDays(1), spans[1].To)] : spans;

    private static Gen<(Frequency, int[])> Season =>
        from frequency in Frequencies
        from parts in Gen.ArrayOf(Gen.Choose(1, 40), (int)frequency)
        select (frequency, parts);

    private static Gen<ComponentCase> Component(LocalDate start) =>
        from money in Gen.Elements(true, true, false)
        from parts in Gen.Choose(1, 7)
        from curve in CurveCases.Any
        from paysBy in Gen.Elements(PaysBy.EachPeriod, PaysBy.ToDate, PaysBy.ToDate, PaysBy.ToDateKept)
        from pays in Frequencies
        from first in QuotaCents(money)
        from changes in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(1, 2)))
        from dates in Gen.ArrayOf(Day(start, before: 20), changes)
        from later in Gen.ArrayOf(QuotaCents(money), changes)
        select new ComponentCase(
            money, parts, curve, paysBy, pays, [(null, first), .. dates.Distinct().Order().Select((date, i) => ((LocalDate?)date, later[i]))]);

    private static Gen<long> QuotaCents(bool money) =>
        Gen.Frequency(
            (6, Gen.Choose(1, money ? 20_000 : 200).Select(amount => amount * (money ? 100_000L : 100L))),
            (2, Gen.Choose(1, 3_000_000).Select(amount => amount * 100L)),
            (1, Gen.Choose(1, 30).Select(amount => amount * 100L)),
            (1, Gen.Choose(1, 100_000_000).Select(cents => (long)cents)));

    // A day of the year or a little before, often a month's first or last day.
    private static Gen<LocalDate> Day(LocalDate start, int before) =>
        Gen.Frequency(
            (4, Gen.Choose(-before, 370).Select(start.PlusDays)),
            (2, Gen.Choose(0, 12).Select(month => start.PlusMonths(month).PlusDays(-1))),
            (1, Gen.Choose(0, 11).Select(month => start.PlusMonths(month))),
            // Half of a month of 28, 30 or 31 days.
            (1, Gen.Choose(0, 11).SelectMany(month => Gen.Choose(13, 16).Select(start.PlusMonths(month).PlusDays))),
            (1, Gen.Choose(0, 11).Select(month => start.PlusMonths(month).With(DateAdjusters.EndOfMonth))),
            // A week's first or last day, which may be a month's; half of a month of four, five or six weeks.
            (2, Gen.Choose(0, 53).SelectMany(week => Gen.Elements(0, 0, -1, 3, 4).Select(start.PlusWeeks(week).PlusDays))),
            (1, Gen.Constant(start.PlusMonths(12).PlusDays(-1))));

    private static Gen<DealCase[]> Deals(PlanYearCase plan)
    {
        DateRange active = plan.Active;
        if (active.IsEmpty)
            return Gen.Constant(Array.Empty<DealCase>());
        Gen<DealCase> deal =
            from component in Gen.Choose(0, plan.Components.Count - 1)
            from day in Gen.Frequency((4, Gen.Choose(0, active.Days - 1)), (1, Gen.Elements(0, active.Days - 1)))
            from permille in Gen.Frequency((6, Gen.Choose(0, 600)), (1, Gen.Choose(-300, -1)), (1, Gen.Choose(600, 3000)))
            from cents in Gen.Choose(0, 99)
            from share in Gen.Elements((1, 1), (1, 1), (1, 2), (1, 3), (2, 5))
            select new DealCase(
                component, active.Start.PlusDays(day), (plan.Components[component].Quotas[0].Cents * permille / 1000) + cents, share.Item1, share.Item2, "");
        return Gen.Choose(0, 9).SelectMany(count => Gen.ArrayOf(deal, count)).Select(deals => deals.Select((each, i) => each with { Id = $"D{i}" }).ToArray());
    }

    // One more deal that brings a period's credits, alone or to date, to a place of the curve, or to a cent beside it.
    private static Gen<Func<PlanYearCase, PlanYearCase>> Touch =>
        from pick in Gen.Choose(0, 999)
        from period in Gen.Choose(0, 11)
        from place in Gen.Choose(0, 999)
        from beside in Gen.Elements(-1, 0, 0, 1)
        select (Func<PlanYearCase, PlanYearCase>)(plan => Touched(plan, pick, period, place, beside));

    private static PlanYearCase Touched(PlanYearCase plan, int pick, int period, int place, int beside)
    {
        ParticipantTerms all = plan.Participant.TermsFor(plan.Year);
        ComponentTerms terms = all.Components[pick % all.Components.Count];
        // Named for its place.
        ComponentOfPlan touched = plan.Plans[Place(terms.Plan.Name, "plan ")].Components.Single(each => each.Measure == Place(terms.Component.Measure.Name, "m"));
        int component = touched.Measure;
        int number = period % terms.Periods.Count;
        DateRange window = (touched.PaysBy == PaysBy.EachPeriod ? terms.Periods : terms.ToDate)[number].Days;
        DateRange days = window.Intersect(plan.Active);
        if (days.IsEmpty)
            return plan;
        Rational quota = (touched.PaysBy == PaysBy.EachPeriod ? terms.Periods : terms.ToDate)[number].Quota.Value;
        int[] places = [.. touched.Curve.Places];
        Rational wanted = quota * places[place % places.Length].Percent;
        Rational credited = plan.Deals.Where(deal => deal.Component == component && window.Contains(deal.Date))
            .Aggregate(Rational.Zero, (sum, deal) => sum + ((Rational)deal.Cents * deal.ShareParts / (100 * deal.ShareOf)));
        // Exactly to the place where that is a matter of whole cents, or of thirds or halves of one.
        Rational missing = (wanted - credited) * 100 * 30;
        var cents = (long)missing.Floor() + beside;
        return plan with { Deals = [.. plan.Deals, new(component, days.End.PlusDays(-1), cents, 1, 30, $"T{plan.Deals.Count}")] };
    }

    private static int Place(string name, string kind) => int.Parse(name[kind.Length..], System.Globalization.CultureInfo.InvariantCulture);

    internal static IEnumerable<PlanYearCase> Simpler(PlanYearCase plan)
    {
        foreach (DealCase deal in plan.Deals)
            yield return plan with { Deals = [.. plan.Deals.Where(other => other != deal)] };
        foreach (PlanCase later in plan.Later)
            yield return plan with { Later = [.. plan.Later.Where(other => other != later)] };
        if (plan.RampStarts.Count > 0)
            yield return plan with { RampStarts = [] };
        foreach (var raise in plan.Raises)
            yield return plan with { Raises = [.. plan.Raises.Where(other => other != raise)] };
        foreach (var leave in plan.Leaves)
            yield return plan with { Leaves = [.. plan.Leaves.Where(other => other != leave)] };
        foreach (var relief in plan.Reliefs)
            yield return plan with { Reliefs = [.. plan.Reliefs.Where(other => other != relief)] };
        if (plan.RampPercents.Count > 0)
            yield return plan with { RampPercents = [] };
        if (plan.SeasonParts.Distinct().Count() > 1)
            yield return plan with { SeasonFrequency = Frequency.Monthly, SeasonParts = [.. Enumerable.Repeat(1, 12)] };
        for (int i = 0; i < plan.Components.Count; i++)
        {
            ComponentCase component = plan.Components[i];
            if (component.Quotas.Count > 1)
                yield return With(plan, i, component with { Quotas = [component.Quotas[0]] });
            if (component.Curve != CurveRules.Linear)
                yield return With(plan, i, component with { Curve = CurveRules.Linear });
            if (i == plan.Components.Count - 1 && i > 0 && plan.Deals.All(deal => deal.Component != i) && plan.Later.All(later => later.Components.All(each => each.Measure != i)))
                yield return plan with { Components = [.. plan.Components.Take(i)] };
        }
        if (plan.LastDay is not null)
            yield return plan with { LastDay = null };
        if (plan.LastDay is null && plan.Hired is not null)
            yield return plan with { Hired = null };
    }

    private static PlanYearCase With(PlanYearCase plan, int place, ComponentCase component) =>
        plan with { Components = [.. plan.Components.Select((each, i) => i == place ? component : each)] };

    private static Gen<T?> Maybe<T>(Gen<T> some)
        where T : struct => Gen.Frequency((1, Gen.Constant<T?>(null)), (1, some.Select(value => (T?)value)));
}
