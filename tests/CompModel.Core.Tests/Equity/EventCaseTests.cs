using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace CompModel.Tests.Equity;

/// <summary>Events, conditions, leaves, splits and stacks that others worked out, from Cases/equity.json; each names its source.</summary>
public class EventCaseTests
{
    private static readonly LocalDate Start = new(2022, 1, 1), End = new(2060, 1, 1);

    public static TheoryData<VestingCase> Of(string kind) => [.. VestingCase.In("equity.json").Where(item => item.Kind == kind)];

    [Theory]
    [MemberData(nameof(Of), "event")]
    public void Events_vest_what_their_conditions_say(VestingCase item)
    {
        if (item.Has("per_sale"))
        {
            AssertSales(item);
            return;
        }
        VestingCondition sale = new("sale", VestingPortion.OfGrant(VestingCase.Fraction(Text(item, "portion"))), new VestingTrigger.OnEvent());
        Grant grant = new(item.Id, Start, item.Int("quantity"), new VestingTerms.Graph(sale));
        Assert.Equal(0, grant.VestedAt(End));
        LocalDate day = item.Date("event_date");
        Assert.Equal(
            item.Expected.EnumerateArray().Select(row => new Tranche(VestingCase.DateOf(row.GetProperty("date")), row.GetProperty("quantity").GetInt64())),
            grant.After(new GrantEvent.Met(day, "sale")).Tranches());
    }

    // Five sales one after another, each with its portion; at any time an event takes what is left. What is expected is named by what happened.
    private static void AssertSales(VestingCase item)
    {
        Rational portion = VestingCase.Fraction(Text(item, "per_sale"));
        int sales = (int)(1 / portion).Floor();
        string[] Next(int sale) => sale > sales ? [] : ["all", $"{sale}"];
        Grant grant = new(item.Id, Start, item.Int("quantity"), new VestingTerms.Graph(
        [
            new("start", VestingPortion.None, new VestingTrigger.OnStart(), Next(1)),
            new("all", VestingPortion.OfRemainder(VestingCase.Fraction(Text(item, "double_trigger").Split(' ')[0])), new VestingTrigger.OnEvent()),
            .. Enumerable.Range(1, sales).Select(sale => new VestingCondition($"{sale}", VestingPortion.OfGrant(portion), new VestingTrigger.OnEvent(), Next(sale + 1))),
        ]));
        foreach (JsonProperty expected in item.Expected.EnumerateObject())
        {
            string[] happened = expected.Name switch
            {
                "no_event" => [],
                "double_trigger_alone" => ["all"],
                string named => named.Split('_')[0]["sale".Length..].Split('+'),
            };
            GrantActivity activity = grant.After(happened.Select((condition, i) => new GrantEvent.Met(Start.PlusMonths(i + 1), condition)));
            Assert.Equal((expected.Name, (Rational)expected.Value.GetInt64()), (expected.Name, activity.VestedAt(End)));
        }
    }

    [Theory]
    [MemberData(nameof(Of), "event_deadline")]
    public void The_earlier_deadline_binds(VestingCase item)
    {
        LocalDate start = item.Date("vesting_start");
        VestingCondition begin = new("start", VestingPortion.None, new VestingTrigger.OnStart(), "relative", "absolute", "sale");
        VestingCondition relative = new("relative", VestingPortion.None, new VestingTrigger.After(new VestingTime.Months(item.Int("relative_expiry_months")), 1, "start"));
        VestingCondition absolute = new("absolute", VestingPortion.None, new VestingTrigger.OnDate(item.Date("absolute_expiry")));
        VestingCondition sale = new("sale", VestingPortion.OfGrant(1), new VestingTrigger.OnEvent());
        LocalDate Lapses(params VestingCondition[] deadlines) =>
            new Grant(item.Id, start, 500, new VestingTerms.Graph([new(begin.Id, begin.Portion, begin.Trigger, [.. deadlines.Select(deadline => deadline.Id), "sale"]), .. deadlines, sale])).After().Moves.Single().Date;
        Assert.Equal(VestingCase.DateOf(item.Expected.GetProperty("relative_expiry")), Lapses(relative));
        Assert.Equal(VestingCase.DateOf(item.Expected.GetProperty("binding_expiry")), Lapses(relative, absolute));
    }

    [Theory]
    [MemberData(nameof(Of), "portion")]
    public void A_portion_is_of_the_grant_or_of_the_remainder(VestingCase item)
    {
        Rational fraction = VestingCase.Fraction(Text(item, "portion"));
        bool remainder = item.Inputs.GetProperty("remainder").GetBoolean();
        Rational whole = (Rational)item.Int("already_vested") / item.Int("quantity");
        VestingTerms.Graph graph = new(
            new("before", VestingPortion.OfGrant(whole), new VestingTrigger.OnDate(Start), "now"),
            new("now", remainder ? VestingPortion.OfRemainder(fraction) : VestingPortion.OfGrant(fraction), new VestingTrigger.OnEvent(), "rest"),
            new("rest", VestingPortion.OfRemainder(1), new VestingTrigger.OnEvent()));
        GrantActivity activity = new Grant(item.Id, Start, item.Int("quantity"), graph).After(new GrantEvent.Met(Start.PlusDays(9), "now"));
        Assert.Equal(item.Expected.GetInt64(), activity.Tranches()[^1].Shares);
    }

    [Theory]
    [MemberData(nameof(Of), "leave_tolling")]
    public void A_tolled_leave_moves_the_vest_date(VestingCase item)
    {
        LocalDate granted = item.Date("grant_date"), away = granted.PlusMonths(2);
        Tolling tolling = item.Inputs.GetProperty("tolled").GetBoolean() ? Tolling.Shift : Tolling.None;
        Grant grant = new(item.Id, granted, 4_800, VestingSchedule.Monthly(48, item.Int("cliff_months")));
        GrantActivity activity = grant.After(new GrantEvent.OnLeave(new(away, away.PlusMonths(item.Int("leave_months"))), tolling));
        Assert.Equal(VestingCase.DateOf(item.Expected.GetProperty("vest_date")), activity.Tranches()[0].Vests);
    }

    // Granted × days elapsed ÷ days to the end, less what has vested. What has vested is a first installment of the case's size.
    [Theory]
    [MemberData(nameof(Of), "termination")]
    public void A_clause_vests_pro_rata_on_leaving(VestingCase item)
    {
        LocalDate granted = item.Date("grant_date"), day = item.Date("termination");
        Rational before = (Rational)item.Int("already_vested") / item.Int("granted");
        Grant grant = new Grant(item.Id, granted, item.Int("granted"), VestingSchedule.Dated((granted.PlusDays(1), before), (item.Date("end"), 1 - before)))
            .Accelerating(AccelerationClause.OnLeaving(new Acceleration.ProRata(), LeavingReason.InvoluntaryOther));
        GrantActivity activity = grant.After(new GrantEvent.Left(day, LeavingReason.InvoluntaryOther));
        Assert.Equal(item.Expected.GetProperty("vest_now_floor").GetInt64(), activity.VestedAt(day) - activity.VestedAt(day.PlusDays(-1)));
        Assert.Equal(0, activity.UnvestedAt(day));
    }

    // The award's table: all of the target at the 50th percentile, twice as much at the 90th, straight in between.
    [Theory]
    [MemberData(nameof(Of), "psu_payout")]
    public void A_performance_award_pays_along_its_curve(VestingCase item)
    {
        PayoutCurve curve = PayoutCurve.Through(BeyondLastKnot.Flat, (25, 0.25m), (50, 1), (90, 2)).WithThreshold(25);
        Rational percentile = item.Inputs.GetProperty("percentile").GetDecimal();
        Assert.Equal(item.Expected.GetProperty("payout_pct").GetDecimal(), curve.PayoutAt(percentile) * 100);
        VestingTerms terms = ((VestingTerms)VestingSchedule.Annual(1)).Requiring(new VestingRequirement("rank").Earning(curve));
        Rational Vested(ShareRounding rounding) =>
            new Grant(item.Id, Start, item.Int("target"), terms).After(new GrantEvent.Met(Start.PlusYears(1), "rank", percentile) { Rounding = rounding }).VestedAt(End);
        Assert.Equal(item.Expected.GetProperty("round_up").GetInt64(), Vested(ShareRounding.Up));
        Assert.Equal(item.Expected.GetProperty("round_down").GetInt64(), Vested(ShareRounding.Down));
    }

    [Theory]
    [MemberData(nameof(Of), "stock_split")]
    public void A_split_multiplies_each_tranche(VestingCase item)
    {
        long[] before = [.. item.Inputs.GetProperty("tranches_before").EnumerateArray().Select(value => value.GetInt64())];
        int[] ratio = [.. Text(item, "split").Split(':').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        Grant grant = new(item.Id, Start, item.Int("quantity"), VestingSchedule.Of(before.Select((shares, i) => ((VestingTime)new VestingTime.Months(i + 1), (Rational)shares / item.Int("quantity")))));
        Assert.StartsWith("multiply each tranche", Text(item, "strategy"), StringComparison.Ordinal);
        GrantActivity split = grant.After(new GrantEvent.Split(Start, ratio[1], ratio[0], SplitHandling.PerTranche));
        Assert.Equal(item.Expected.EnumerateArray().Select(value => (Rational)value.GetInt64()), split.Tranches().Select(tranche => tranche.Shares));
    }

    // Quantities are cut to the stated precision and counted in its units: 1000.5 shares at one decimal are 10005 tenths.
    [Theory]
    [MemberData(nameof(Of), "forfeiture")]
    public void A_cancellation_takes_vested_shares(VestingCase item)
    {
        Rational unit = Enumerable.Repeat((Rational)10, item.Int("precision")).Aggregate(Rational.One, (one, ten) => one * ten);
        long Units(JsonElement row) => (long)((Rational)decimal.Parse(row[3].GetString()!, CultureInfo.InvariantCulture) * unit).Floor();
        LocalDate asOf = item.Date("as_of");
        foreach (JsonProperty expected in item.Expected.EnumerateObject())
        {
            JsonElement[] mine = [.. item.Inputs.GetProperty("events").EnumerateArray().Where(row => row[1].GetString() == expected.Name && VestingCase.DateOf(row[2]) <= asOf)];
            JsonElement[] vests = [.. mine.Where(row => row[0].GetString() == "VEST")];
            long all = vests.Sum(Units);
            Grant grant = new(expected.Name, vests.Min(row => VestingCase.DateOf(row[2])), all, VestingSchedule.Dated(vests.Select(row => (VestingCase.DateOf(row[2]), (Rational)Units(row) / all))));
            GrantActivity activity = grant.After(mine.Where(row => row[0].GetString() == "CANCEL").Select(row => new GrantEvent.Cancelled(VestingCase.DateOf(row[2]), Units(row), CancelledFrom.VestedToo)));
            Assert.Equal(decimal.Parse(expected.Value.GetString()!, CultureInfo.InvariantCulture), activity.VestedAt(asOf) / unit);
        }
    }

    [Theory]
    [MemberData(nameof(Of), "multi_schedule")]
    public void Schedules_side_by_side_vest_on_the_dates_of_each(VestingCase item)
    {
        var parts = item.Inputs.GetProperty("parts").EnumerateArray().Select(part => new VestingPart(
            VestingCase.Fraction(part.GetProperty("fraction").GetString()!),
            VestingSchedule.EveryMonths(part.GetProperty("every_months").GetInt32(), part.GetProperty("occurrences").GetInt32()),
            VestingCase.DateOf(part.GetProperty("vesting_start")))).ToArray();
        Grant grant = new(item.Id, parts.Min(part => part.Start!.Value), item.Int("quantity"), new VestingTerms.Parallel(parts));
        Assert.Equal(item.Expected.EnumerateArray().Select(row => new Tranche(VestingCase.DateOf(row.GetProperty("date")), row.GetProperty("quantity").GetInt64())), grant.Tranches());
    }

    [Theory]
    [MemberData(nameof(Of), "refresher_stack_value")]
    public void Stacked_grants_vest_together(VestingCase item)
    {
        IReadOnlyList<Tranche> stacked = item.Inputs.GetProperty("grants").EnumerateArray().Select((grant, i) =>
        {
            int every = grant.GetProperty("every_months").GetInt32();
            return new Grant($"{i}", VestingCase.DateOf(grant.GetProperty("start")), grant.GetProperty("units").GetInt64(), VestingSchedule.EveryMonths(every, 12 * grant.GetProperty("years").GetInt32() / every))
                .AllocatedBy(item.Allocation);
        }).Tranches();
        Rational price = decimal.Parse(Text(item, "price"), CultureInfo.InvariantCulture);
        Assert.Equal(
            item.Expected.EnumerateArray().Select(value => value.GetDecimal()),
            item.Inputs.GetProperty("dates").EnumerateArray().Select(VestingCase.DateOf)
                .Select(day => new Amount(stacked.Single(tranche => tranche.Vests == day).Shares * price, Currency.Usd).Round(Rounding.ToWholeUnit).Value));
    }

    private static string Text(VestingCase item, string name) => item.Inputs.GetProperty(name).GetString()!;
}
