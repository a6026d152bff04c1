using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CompModel.Tests;

/// <summary>
/// A deal as generated: a day of 2026, dollars (possibly none), a term, splits to at most 100 %, overlays, and refunds of parts some days later.
/// </summary>
public sealed record DealSpec(
    int Day, int Dollars, int Term, EquatableList<(int Seller, int Percent)> Splits, EquatableList<(int Seller, int Percent)> Overlays, EquatableList<(int Later, int Percent)> Refunds, bool InTerritory);

/// <summary>Sellers in groups below one head, their deals, and the owners of one territory, each from a day on (−1 for nobody).</summary>
public sealed record DealsCase(int Sellers, EquatableList<int> GroupOf, EquatableList<DealSpec> Specs, EquatableList<(int Day, int Owner)> Owners)
{
    public static readonly PlanYear Year = PlanYear.Calendar(2026);

    public static Arbitrary<DealsCase> Arbitrary() => Arb.From(
        from sellers in Gen.Choose(1, 5)
        from groups in Gen.ArrayOf(Gen.Choose(0, 2), sellers)
        from count in Gen.Choose(0, 6)
        from specs in Gen.ArrayOf(Spec(sellers), count)
        from owners in Gen.ArrayOf(Gen.Choose(-1, sellers - 1), 4)
        // Changes, deals and refunds fall on few days, so that they meet.
        from days in Gen.ArrayOf(Gen.Choose(1, 8).Select(five => five * 5), 3)
        select new DealsCase(sellers, [.. groups], [.. specs], [(0, owners[0]), .. days.Distinct().Order().Select((day, i) => (day, owners[i + 1]))]));

    public IReadOnlyList<Deal> Deals => [.. Specs.Select((spec, i) => Built($"D{i}", spec))];

    public Territory Territory => Owners.Skip(1).Aggregate(new Territory("T", Id(Owners[0].Owner)), (territory, change) => territory.OwnedFrom(Year.Start.PlusDays(change.Day), Id(change.Owner)));

    public Hierarchy Flat => new([Member("head"), .. Enumerable.Range(0, Sellers).Select(i => Member($"s{i}").ManagedBy("head"))]);

    public Hierarchy Grouped => new([
        Member("head"),
        .. GroupOf.Distinct().Select(group => Member($"lead{group}").ManagedBy("head")),
        .. Enumerable.Range(0, Sellers).Select(i => Member($"s{i}").ManagedBy($"lead{GroupOf[i]}"))]);

    public static Amount Sum(IEnumerable<Credit> credits) => credits.Aggregate(Amount.Zero(Currency.Usd), (sum, credit) => sum + credit.Amount);

    /// <summary>What is left of a deal after its refunds.</summary>
    public static Amount Net(Deal deal) => deal.Refunds.Aggregate(deal.AmountIn(Measure.Bookings), (left, refund) => left - refund.Amount);

    private static string? Id(int owner) => owner < 0 ? null : $"s{owner}";

    private static Participant Member(string id) =>
        new(id, new CompensationPlan("p", new OnTargetEarnings(1.Usd, 1.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear)), new Quota(Measure.Bookings, 100.Usd));

    private static Deal Built(string id, DealSpec spec)
    {
        LocalDate date = Year.Start.PlusDays(spec.Day);
        Deal deal = new Deal(id, date, Measure.Bookings, spec.Dollars.Usd).With(DealAttribute.TermMonths, spec.Term);
        deal = spec.Splits.Aggregate(deal, (with, split) => with.SplitTo($"s{split.Seller}", split.Percent.Percent));
        deal = spec.Overlays.Aggregate(deal, (with, overlay) => with.OverlayTo($"s{overlay.Seller}", overlay.Percent.Percent));
        if (spec.Dollars > 0)
            deal = spec.Refunds.Aggregate(deal, (with, refund) => with.Refunded(date.PlusDays(refund.Later), Measure.Bookings, (spec.Dollars * refund.Percent / 100m).Usd));
        return spec.InTerritory ? deal.InTerritory("T") : deal;
    }

    private static Gen<DealSpec> Spec(int sellers) =>
        from day in Gen.Choose(0, 6).Select(five => five * 5)
        from dollars in Gen.Frequency((6, Gen.Choose(1, 1_000_000)), (1, Gen.Constant(0)))
        from term in Gen.Elements(6, 12, 13, 36)
        from order in Gen.Shuffle(Enumerable.Range(0, sellers).ToArray())
        from percents in Gen.Elements<int[]>([], [100], [50, 50], [33, 33, 34], [60, 25, 5])
        from helpers in Gen.Shuffle(Enumerable.Range(0, sellers).ToArray())
        from overlays in Gen.Elements<int[]>([], [], [100], [30, 70])
        from refunds in Gen.Elements<(int, int)[]>([], [(0, 100)], [(5, 50)], [(10, 30), (20, 70)], [(10, 25), (10, 25)])
        from inTerritory in Gen.Elements(true, false)
        select new DealSpec(
            day, dollars, term, [.. order.Zip(percents)], [.. helpers.Zip(overlays)], [.. refunds], inTerritory);
}
