using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace CompModel.Tests.Published;

/// <summary>Pay that others worked out and published, from Cases/commission.json: each plan written in the general vocabulary and paid by statements.</summary>
public class CommissionCaseTests
{
    private static readonly PlanYear Year = PlanYear.Calendar(2026);
    private static readonly Measure Units = Measure.OfUnits("units");
    private static readonly Measure Margin = Measure.OfMoney("margin");

    // What is not written here, and why. Nothing else may be missing.
    private static readonly Dictionary<string, string> LeftOut = new()
    {
        ["advance-infor-m3"] = "a payment: PaymentCaseTests",
        ["clawback-core8"] = "a payment: PaymentCaseTests",
        ["draw-climb"] = "a payment: PaymentCaseTests",
        ["draw-siebel"] = "a payment: PaymentCaseTests",
        ["draw-tsm"] = "a payment: PaymentCaseTests",
        ["draw-xactly-recoverable"] = "a payment: PaymentCaseTests",
        ["negative-balance-paymentshield"] = "a payment: PaymentCaseTests",
    };

    private static readonly Dictionary<string, Action<CommissionCase>> Plans = new()
    {
        ["attain-xactly-shared"] = one =>
        {
            // Two rules are two components, whose position is one measure's.
            RateTable any = RateTable.Marginal((0, 0));
            Participant rep = Paid(one, Component.Commission(Measure.Bookings, any).Named("1"), Component.Commission(Measure.Bookings, any).Named("2"));
            Rational[] amounts = [.. one.In("credits").EnumerateArray().Select(row => (Rational)row[1].GetDecimal())];
            Credit[] credits = Daily(one, Measure.Bookings, amounts);
            foreach (string rule in new[] { "1", "2" })
                one.Expect("rolling", credits.Select(credit => rep.StatementThrough(credit.Date, Year, credits).Closing.Windows[rule].Credited.Value));
        },
        ["attpoint-quotapath"] = one =>
            one.Expect("bonus", Earned(one, Component.Commission(Units, RateTable.Marginal((0, one.Number("bonus_per_point")))), one.Number("attainment_points"))),
        ["base-margin-tsm"] = one =>
        {
            foreach ((var job, int i) in one.In("jobs").EnumerateArray().Select((job, i) => (job, i)))
            {
                Rational Part(string name) => job.GetProperty(name).GetDecimal();
                Rational margin = (Part("gross") * (1 - Part("overhead"))) - Part("costs") + Part("credits");
                Assert.Equal(one.Expected.GetProperty("net_profit")[i].GetDecimal(), margin);
                Assert.Equal(one.Expected.GetProperty("rep")[i].GetDecimal(), Earned(one, Component.Commission(Margin, RateTable.Marginal((0, Part("rep")))), margin));
            }
        },
        ["base-netofvat-webfocus"] = one =>
        {
            // The share of the gross that counts is exact.
            Credit sale = new("R1", Measure.Bookings, Year.Start, new Amount(one.Number("gross"), one.Currency), (1 + one.Number("vat")).Reciprocal(), "D1");
            one.Expect("net", sale.Amount.Value);
            one.Expect("vat_amount", one.Number("gross") - sale.Amount.Value);
            one.Expect("commission", Paid(one, Flat(one, "rate")).Statement(Year.Whole, [sale]).Earned.Value);
        },
        ["calendar-tsm"] = one =>
        {
            LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
            PayCalendar fridays = PayCalendar.Weekday(IsoDayOfWeek.Friday);
            IEnumerable<LocalDate> paid = one.In("submitted").EnumerateArray().Select(day => fridays.PayDate(DateRange.WeekOf(Day(day.GetString()!), closes: IsoDayOfWeek.Friday)));
            Assert.Equal(one.Expected.GetProperty("pay").EnumerateArray().Select(day => Day(day.GetString()!)), paid);
        },
        ["cap-sparrow"] = one =>
        {
            // A cap on commission is a tier at nothing.
            Rational rate = one.Number("rate");
            one.Expect("uncapped", Earned(one, Flat(one, "rate").Each(Frequency.Monthly), one.Number("sales")));
            one.Expect("paid", Earned(one, Component.Commission(Measure.Bookings, RateTable.Marginal((0, rate), (one.Number("cap") / rate, 0))).Each(Frequency.Monthly), one.Number("sales")));
        },
        ["capacity-revcast"] = one =>
        {
            // Street quota is the sum of sellers' quotas; over-assignment is street ÷ plan.
            int reps = one.In("reps").GetInt32();
            Rational Street(Ramp ramp, int month) => reps * new Participant("R1", Plan(one, 1, Component.Of(Measure.Bookings, 1, PayoutCurve.Linear).Each(Frequency.Monthly)).WithRamp(ramp), Quota(one, one.Number("monthly_quota") * 12))
                .HiredOn(Year.Start).TermsFor(Year).Components[0].Periods[month - 1].Quota.Value;
            one.Expect("street_full", Street(Ramp.None, 2));
            one.Expect("street_ramping", Street(Ramp.Of(1, one.Number("ramp_month2")), 2));
            Amount company = new(one.Number("company_target"), one.Currency), street = new(one.Number("total_street_quota"), one.Currency);
            one.Expect("attainment_factor", new Attainment(company, street).Ratio);
            one.Expect("over_assignment", new Attainment(street, company).Ratio);
        },
        ["cash-adempiere"] = one =>
            one.Expect("commission", Earned(one, Component.Commission(Measure.OfMoney("cash"), RateTable.Marginal((0, one.Number("rate")))), one.Number("received"))),
        ["clawback-amant-cascade"] = one =>
        {
            // The refund is a credit of everybody who was credited with the sale.
            Rational total = 0, sale = one.Number("sale");
            foreach (var role in one.In("rates").EnumerateObject())
            {
                Component flat = Component.Commission(Measure.Bookings, RateTable.Marginal((0, role.Value.GetDecimal()))).ToDate(Frequency.Monthly);
                Rational back = ByMonth(one, flat, sale, -sale)[1];
                one.Expect($"clawback.{role.Name}", back);
                total += back;
            }
            one.Expect("total", total);
        },
        ["clawback-rerate-amant"] = one =>
        {
            Component bonus = Component.Commission(Measure.Bookings, RateTable.Retroactive(one.Tiers("tiers"))).ToDate(Frequency.Monthly);
            Rational all = one.Numbers("sales").Aggregate((sum, sale) => sum + sale), cancelled = one.Number("cancelled_sale");
            Rational[] months = ByMonth(one, bonus, all, -cancelled);
            one.Expect("original_bonus", months[0]);
            one.Expect("bonus_clawback", months[1]);
            one.Expect("new_bonus", Earned(one, bonus, all - cancelled));
        },
        ["composite-centify-quarter"] = one =>
        {
            // Quotas and targets of the quarter are not lowered by the leave; each plan of the source is a component, its kicker another.
            var first = Measure.OfMoney("first");
            var second = Measure.OfMoney("second");
            Component[] components = [.. one.In("plans").EnumerateArray().SelectMany((plan, i) =>
            {
                Rational Part(string name) => plan.GetProperty(name).GetDecimal();
                Measure measure = i == 0 ? first : second;
                CreditLimits cap = CreditLimits.None.WithMost(Part("deal_cap"));
                return new[]
                {
                    Component.Of(measure, Part("share"), PayoutCurve.Linear).CountingDeals(cap).Each(Frequency.Quarterly),
                    Component.OfSalary(measure, Part("kicker_percent_of_quarterly_base"), PayoutCurve.Step((Part("kicker_threshold"), 1))).CountingDeals(cap).Each(Frequency.Quarterly).Named($"kicker {i}"),
                };
            })];
            JsonElement[] plans = [.. one.In("plans").EnumerateArray()];
            Credit[] credits = [.. plans.SelectMany((plan, i) => plan.GetProperty("deals").EnumerateArray().Select((deal, d) =>
                new Credit("R1", i == 0 ? first : second, Year.Start.PlusDays(d), new Amount(deal.GetDecimal(), one.Currency), Rational.One, $"D{i}{d}")))];
            CompensationPlan paid = Plan(one, one.Number("ote") - one.Number("base"), one.Number("base"), components).WithProration(Proration.None);
            // Eight weekdays: from a Monday to the Wednesday of the week after.
            var leave = new LeavePay(Money(one, one.Number("paid_leave", "average_commission")), one.In("paid_leave", "over_days").GetInt32());
            Participant rep = new Participant("R1", paid, [.. plans.Select((plan, i) => new Quota(i == 0 ? first : second, Money(one, plan.GetProperty("target_per_month").GetDecimal() * 12)))])
                .OnLeave(new(new(2026, 2, 2), new(2026, 2, 12)), "paid leave", leave);
            Statement quarter = rep.Statement(Year.Quarter(1), credits);
            one.Expect("quota_commission", (Rational)quarter.Components[0].Earned.Value + quarter.Components[2].Earned.Value);
            one.Expect("kicker", (Rational)quarter.Components[1].Earned.Value + quarter.Components[3].Earned.Value);
            one.Expect("paid_leave", quarter.PlanResults.Single().Earned.Value);
            one.Expect("total", quarter.Earned.Value);
        },
        ["cum-mrexcel-930045"] = one =>
        {
            (string Who, Rational Amount)[] closings = [.. one.In("closings").EnumerateArray().Select(row => (row[0].GetString()!, (Rational)row[1].GetDecimal()))];
            // Everybody who ever owns the territory sees all its credits; each is paid on their own.
            Credit[] credits = [.. closings.SelectMany((deal, i) => new[] { CreditScope.Territory, CreditScope.Own }
                .Select(scope => new Credit(scope == CreditScope.Own ? deal.Who : "person2", Measure.Bookings, Year.Start.PlusDays(i), new Amount(deal.Amount, one.Currency), Rational.One, $"D{i}", scope)))];
            Component component = Component.Commission(Measure.Bookings, RateTable.Marginal(one.Tiers("tiers"))).PositionedBy(CreditScope.Territory);
            ComponentStatement paid = new Participant("person2", Plan(one, 0, component)).Statement(Year.Whole, credits).Components[0];
            one.Expect("person2_slices", paid.Lines.Select(line => line.Base.Value));
            one.Expect("person2_commission", paid.Earned.Value);
        },
        ["cum-qcommission-se"] = one =>
        {
            Rational quota = one.Number("annual_quota");
            RateTable table = RateTable.Marginal([.. one.Tiers("attainment_tiers").Select(tier => (tier.From * quota, tier.Rate))]);
            Rational[] invoices = one.Numbers("invoices");
            Rational[] paid = ByMonth(one, Component.Commission(Measure.Bookings, table).ToDate(Frequency.Monthly), invoices);
            one.Expect("commission", paid);
            one.Expect("total", paid[0] + paid[1]);
            Rational[] before = BasesByTier(table, invoices[0]), after = BasesByTier(table, invoices[0] + invoices[1]);
            one.Expect("second_invoice_slices", after.Zip(before, (now, then) => now - then).Take(2));
        },
        ["cum-spiff-mamount"] = one =>
        {
            RateTable table = RateTable.Marginal(one.Tiers("tiers"));
            Rational before = one.Number("accumulated_before"), deal = one.Number("deal");
            Rational paid = ByMonth(one, Component.Commission(Measure.Bookings, table).ToDate(Frequency.Monthly), before, deal)[1];
            one.Expect("commission", paid);
            one.Expect("blended_rate", paid / deal);
            one.Expect("slices", BasesByTier(table, before + deal).Zip(BasesByTier(table, before), (now, then) => now - then));
        },
        ["curve-bonuspaycalc"] = one =>
        {
            PayoutCurve curve = PayoutCurve.Through(
                    BeyondLastKnot.SameSlope, (one.Number("threshold"), one.Number("payout_at_threshold")), (1, 1), (2, 1 + one.Number("accelerator_points_per_point")))
                .CapAt(payout: one.Number("cap"));
            one.Expect("payout", one.Numbers("attainments").Select(at => Weighted(one, curve, one.Number("target_bonus"), one.Number("quota"), at * one.Number("quota"))));
        },
        ["curve-ecsell"] = one =>
        {
            PayoutCurve curve = PayoutCurve.Through(BeyondLastKnot.SameSlope, one.Pairs("knots"));
            Assert.Equal(one.Number("threshold"), curve.Segments[1].From);
            Assert.Equal(one.In("capped").GetBoolean(), !curve.IsUncapped);
            one.Expect("payout", one.Numbers("attainments").Select(curve.PayoutAt));
        },
        ["curve-excelcampus"] = one =>
        {
            PayoutCurve curve = PayoutCurve.Slopes(one.Tiers("slopes"));
            one.Expect("payout", one.Numbers("attainments").Select(curve.PayoutAt));
            // The spreadsheet's own form of the same curve: what lies above each place, times how much steeper it is there.
            one.Expect("sumproduct_terms_at_90", curve.Segments.Select((segment, i) => (90.Percent - segment.From) * (segment.Slope - (i == 0 ? 0 : curve.Segments[i - 1].Slope))));
        },
        ["dealcap-centify"] = one =>
        {
            foreach ((string scope, Frequency frequency) in new[] { ("month", Frequency.Monthly), ("quarter", Frequency.Quarterly), ("year", Frequency.Annual) })
            {
                Component capped = Component.Of(Measure.Bookings, 1, PayoutCurve.Linear).CountingDeals(CreditLimits.None.WithMost(one.Number("deal_cap"))).Each(frequency);
                Participant rep = new("R1", Plan(one, 1, capped), Quota(one, one.Number("target_per_month") * 12));
                one.Expect(scope, rep.Statement(Year.Period(frequency, 1), Daily(one, Measure.Bookings, one.Numbers("deals_by_scope", scope))).Components[0].Attainment.Ratio);
            }
        },
        ["decel-revops-40"] = one =>
        {
            PayoutCurve curve = PayoutCurve.Linear.WithThreshold(50.Percent, below: PayoutCurve.Linear * one.Number("multiplier_below_50"));
            one.Expect("variable", Weighted(one, curve, one.Number("target_variable"), 1_000, one.Number("attainment") * 1_000));
            one.Expect("at_standard_rate", Weighted(one, PayoutCurve.Linear, one.Number("target_variable"), 1_000, one.Number("attainment") * 1_000));
        },
        ["gate-mbo-sec-mibp"] = one =>
        {
            var income = Measure.OfMoney("operating income");
            var revenue = Measure.OfMoney("revenue");
            Rational third = (Rational)1 / 3;
            PayoutCurve incomeCurve = PayoutCurve.Through(BeyondLastKnot.SameSlope, (90.Percent, 15.Percent), (95.Percent, 40.Percent), (95.Percent, 60.Percent), (100.Percent, 85.Percent), (100.Percent, 100.Percent), (101.Percent, 101.Percent));
            PayoutCurve revenueCurve = PayoutCurve.Through(
                BeyondLastKnot.SameSlope, (80.Percent, 15.Percent), (90.Percent, 40.Percent), (90.Percent, 60.Percent), (100.Percent, 85.Percent), (100.Percent, 100.Percent), (105.Percent, 112.5m.Percent), (106.Percent, 117.5m.Percent));
            CompensationPlan plan = Plan(
                    one, one.Number("annual_bonus"),
                    Component.Objective("mbo", third).Each(Frequency.Quarterly),
                    Component.Of(income, third, incomeCurve).AtMostUnless(Condition.AttainmentAtLeast(revenue, 1), 1).Each(Frequency.Quarterly),
                    Component.Of(revenue, third, revenueCurve).Each(Frequency.Quarterly))
                .Times(Multiplier.Of(revenue, PayoutCurve.Step(Boundary.Above, (0, 1), (110.Percent, 2))), Frequency.Quarterly);
            Participant rep = new("R1", plan, new Quota(income, Money(one, 400)), new Quota(revenue, Money(one, 400)));
            Rational Performance(string name) => one.Number("performance", name);
            Credit[] credits =
            [
                new("R1", Measure.OfScore("mbo"), Year.Start, new Amount(Performance("mbo") / 100, Currency.None), Rational.One, "mbo"),
                new("R1", income, Year.Start, new Amount(Performance("operating_income"), one.Currency), Rational.One, "income"),
                new("R1", revenue, Year.Start, new Amount(Performance("revenue"), one.Currency), Rational.One, "revenue"),
            ];
            Statement quarter = rep.Statement(Year.Quarter(1), credits);
            one.Expect("components", quarter.Components.Select(component => (Rational)component.Earned.Value));
            one.Expect("total", quarter.Earned.Value);
        },
        ["icr-spiff"] = one =>
        {
            Component linear = Component.Of(Measure.Bookings, 1, PayoutCurve.Linear).Each(Frequency.Quarterly);
            Participant rep = new("R1", Plan(one, one.Number("quarterly_variable") * 4, linear), Quota(one, one.Number("quarterly_quota") * 4));
            one.Expect("icr", rep.TermsFor(Year).Components[0].BaseRate);
            one.Expect("commission", rep.Statement(Year.Quarter(1), Monthly(one, linear, one.Number("deal"))).Earned.Value);
        },
        ["interp-oracle-amount"] = one =>
        {
            // Each transaction fills the tiers from the first on.
            Component table = Component.Commission(Measure.Bookings, RateTable.ProportionalAmounts(one.Rows("tiers")));
            Rational[] paid = ByMonth(one, table.Each(Frequency.Monthly), one.Numbers("transactions"));
            one.Expect("commission", paid);
            one.Expect("total", paid.Aggregate((sum, amount) => sum + amount));
        },
        ["interp-sap-variablepay"] = one =>
        {
            (Rational Amount, Rational Payout)[] knots = one.Pairs("knots");
            Rational target = knots.Single(knot => knot.Payout == 1).Amount;
            one.Expect("payout", PayoutCurve.ThroughAmounts(target, BeyondLastKnot.Flat, knots).PayoutAt(one.Number("result") / target));
        },
        ["kicker-centify"] = one =>
        {
            Component kicker = Component.OfSalary(Measure.Bookings, one.Number("kicker_percent_of_quarterly_base"), PayoutCurve.Step((one.Number("kicker_threshold"), 1))).Each(Frequency.Quarterly);
            Participant rep = new("R1", Plan(one, 0, one.Number("base"), kicker), Quota(one, 4_000));
            one.Expect("kicker", one.Numbers("attainments").Select(at => (Rational)rep.Statement(Year.Quarter(1), Daily(one, Measure.Bookings, at * 1_000)).Earned.Value));
        },
        ["leverage-ecsell"] = one =>
        {
            Rational[] mix = one.Numbers("mix");
            Rational total = one.Number("target_total");
            var onTarget = new OnTargetEarnings(Money(one, total * mix[0]), Money(one, total * mix[1]));
            one.Expect("target_incentive", onTarget.TargetIncentive.Value);
            one.Expect("ratio", onTarget.UpsideRatio(Money(one, total + one.Number("upside"))));
            one.Expect("total_at_excellence", onTarget.AtUpsideRatio(2).Value);
            Assert.Equal(3, onTarget.IncentiveMultiple(Money(one, total + one.Number("upside"))));
        },
        ["lookup-discount-pointforce"] = one =>
        {
            (Rational From, Rational Rate)[] levels = [.. one.Pairs("levels").OrderBy(level => level.Item1)];
            RateTable Flat(Rational rate) => RateTable.Marginal((0, rate));
            Component component = Component.Commission(Measure.Bookings, Flat(0))
                .RateBy(DealLookup<RateTable>.ByNumber(DealAttribute.Discount, Flat(0), [.. levels.Select(level => (level.From, Flat(level.Rate)))]));
            one.Expect("rate", one.Numbers("discounts").Select(discount =>
            {
                Credit deal = Credited(one, Measure.Bookings, CreditScope.Own, Year.Start, 1_000) with { Attributes = DealAttributes.None.With(DealAttribute.Discount, discount) };
                return Paid(one, component).Statement(Year.Whole, [deal]).Components[0].Lines.Single().Rate;
            }));
        },
        ["marg-excelforum-1144144"] = one =>
        {
            Rational unit = one.Number("unit_value");
            ByTier(one, RateTable.Marginal([.. one.Tiers("tiers_on_multiple").Select(tier => (tier.From * unit, tier.Rate))]), one.Number("multiple") * unit);
        },
        ["marg-excelforum-581766"] = one => ByTier(one, RateTable.Marginal(one.Tiers("tiers")), one.Number("amount")),
        ["marg-excelforum-861932"] = one => ByTier(one, RateTable.Marginal(one.Tiers("tiers")), one.Number("amount")),
        ["marg-hyperbots"] = one =>
        {
            Amount[] lines = [.. Statement(one, Component.Commission(Measure.Bookings, RateTable.Marginal(one.Tiers("tiers"))), one.Number("amount")).Lines.Select(line => line.Amount)];
            one.Expect("base", lines[0].Value);
            one.Expect("accelerated", lines[1].Value);
            one.Expect("total", (lines[0] + lines[1]).Value);
        },
        ["marg-mrexcel-1088633"] = one =>
        {
            PayoutCurve curve = PayoutCurve.Slopes(one.Tiers("attainment_tiers"));
            Rational quota = one.Number("quota"), target = quota * one.Number("base_rate");
            one.Expect("commission", one.Numbers("actuals").Select(actual => Weighted(one, curve, target, quota, actual)));
            Participant rep = new("R1", Plan(one, target, Component.Of(Measure.Bookings, 1, curve)), Quota(one, quota));
            one.Expect("breakdown_at_130000", rep.Statement(Year.Whole, Daily(one, Measure.Bookings, 130_000)).Components[0].Lines.Select(line => line.Amount.Value));
        },
        ["marg-oracle-24b"] = one =>
        {
            Rational amount = one.Number("amount");
            ComponentStatement paid = Statement(one, Component.Commission(Measure.Bookings, RateTable.Marginal(one.Tiers("tiers"))), amount);
            one.Expect("slices", paid.Lines.Select(line => line.Base.Value));
            one.Expect("rate_contribution", paid.Lines.Select(line => line.Amount.Value / amount));
            one.Expect("commission", paid.Earned.Value);
            one.Expect("blended_rate", (Rational)paid.Earned.Value / amount);
        },
        ["matrix-sec-bottomline"] = one =>
        {
            var revenue = Measure.OfMoney("revenue");
            var income = Measure.OfMoney("operating income");
            (Rational, Boundary)[] rows = [.. one.Numbers("rows_revenue").Select(row => (row / 100, Boundary.AtOrAbove))];
            (Rational, Boundary)[] columns = [.. one.In("columns_operating_income").EnumerateArray().Select(column => Place(column.GetString()!))];
            JsonElement[] cells = [.. one.In("cells").EnumerateArray()];
            var payouts = new Rational[rows.Length, columns.Length];
            for (int row = 0; row < rows.Length; row++)
            {
                for (int column = 0; column < columns.Length; column++)
                    payouts[row, column] = (Rational)cells[row][column].GetDecimal() / 100;
            }
            CompensationPlan plan = Plan(one, 400, Component.ByMatrix(revenue, income, 1, PayoutMatrix.Steps(rows, columns, payouts)).Each(Frequency.Quarterly));
            Participant rep = new("R1", plan, new Quota(revenue, Money(one, 400)), new Quota(income, Money(one, 400)));
            one.Expect("payout", one.In("lookups").EnumerateArray().Select(lookup =>
            {
                (Rational at, Boundary sense) = Place(lookup[1].GetString()!);
                Rational attained = (at * 100) + (sense == Boundary.Above ? 1 : 0);
                return (Rational)rep.Statement(Year.Quarter(1),
                [
                    new("R1", revenue, Year.Start, new Amount(lookup[0].GetDecimal(), one.Currency), Rational.One, "r"),
                    new("R1", income, Year.Start, new Amount(attained, one.Currency), Rational.One, "i"),
                ]).Earned.Value;
            }));

            static (Rational, Boundary) Place(string words) => words.Split(' ') is ["above", var place]
                ? ((Rational)decimal.Parse(place, CultureInfo.InvariantCulture) / 100, Boundary.Above)
                : ((Rational)decimal.Parse(words, CultureInfo.InvariantCulture) / 100, Boundary.AtOrAbove);
        },
        ["ote-bentega"] = one =>
        {
            Participant rep = new("R1", Plan(one, one.Number("variable"), one.Number("base"), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear)), Quota(one, one.Number("quota")));
            one.Expect("ote", rep.OnTarget.Total.Value);
            one.Expect("target_rate", rep.TermsFor(Year).Components[0].BaseRate);
            Assert.Equal(one.Expected.GetProperty("mix").GetString(), $"{rep.OnTarget.PayMix * 100}/{(1 - rep.OnTarget.PayMix) * 100}");
        },
        ["override-first10-tsm"] = one =>
        {
            // The place is the number of commissions so far; pay is on their amounts.
            var count = Measure.OfUnits("commissions");
            var commission = Measure.OfMoney("commission");
            Component component = Component.Commission(count, RateTable.Marginal((0, one.Number("rate")), (one.Number("limit"), 0))).PayingOn(commission);
            one.Expect("override", one.In("runs").EnumerateArray().Select(run =>
            {
                int before = run[1].GetInt32();
                Credit[] credits = [.. Enumerable.Range(0, before + 1).Select(i => Credited(one, count, CreditScope.Own, Year.Start.PlusDays(i), 1)),
                    Credited(one, commission, CreditScope.Own, Year.Start.PlusDays(before), run[0].GetDecimal())];
                return (Rational)Paid(one, component).Statement(Year.Whole, credits).Earned.Value;
            }));
        },
        ["override-prowi"] = one =>
        {
            Rational[] sales = one.Numbers("rep_sales");
            Rational[] rep = [.. sales.Select(sale => Earned(one, Flat(one, "rep_rate"), sale))];
            one.Expect("rep", rep);
            one.Expect("rep_total", rep.Aggregate((sum, pay) => sum + pay));
            Component manager = Flat(one, "override_rate").OfTeam();
            one.Expect("override", ByMonth(one, manager.ToDate(Frequency.Monthly), sales));
            one.Expect("override_total", Earned(one, manager, sales));
            RateTable above = RateTable.Marginal((0, 0), (one.Number("threshold"), one.Number("override_rate")));
            one.Expect("override_above_threshold", Earned(one, Component.Commission(Measure.Bookings, above).OfTeam(), sales));
        },
        ["prorate-seasonal-quickbase"] = one =>
        {
            // Whole months of a quarter count alike: a third of its weight each.
            Rational[] weights = [.. one.Numbers("quarter_weights").SelectMany(weight => Enumerable.Repeat(weight / 3, 3))];
            PlanYear year = PlanYear.Calendar(2019);
            var seasonality = Seasonality.Months(weights);
            CompensationPlan plan = Plan(one, 1, Component.Of(Measure.Bookings, 1, PayoutCurve.Linear)).WithSeasonality(seasonality).WithProration(Proration.ByWholeMonths);
            Participant rep = new Participant("R1", plan, Quota(one, one.Number("annual_quota"))).HiredOn(NodaTime.Text.LocalDatePattern.Iso.Parse(one.In("start").GetString()!).Value);
            // Exact: issued in whole units they are 6,667 and so on, as the source prints them.
            one.Expect("quarters", year.Periods(Frequency.Quarterly).Select(quarter => rep.QuotaIn(Measure.Bookings, year, quarter.Days, seasonality).Value));
            one.Expect("total", rep.QuotaIn(Measure.Bookings, year, year.Days, seasonality).Value);
        },
        ["qote-ryan"] = one => one.Expect("ratio", one.In("roles").EnumerateArray().Select(role =>
        {
            // On-target earnings of one half base and one half variable: the ratio is of their total.
            Rational half = (Rational)role[1].GetDecimal() / 2;
            Participant rep = new("R1", Plan(one, half, half, Component.Of(Measure.Bookings, 1, PayoutCurve.Linear)), Quota(one, role[2].GetDecimal()));
            return rep.TermsFor(Year).Components[0].Quota / (Amount)rep.OnTarget.Total;
        })),
        ["ramp-prowi"] = one =>
        {
            Amount[] Months(Rational annual, IEnumerable<Rational> shares)
            {
                Component monthly = Component.Of(Measure.Bookings, 1, PayoutCurve.Linear).Each(Frequency.Monthly);
                CompensationPlan plan = Plan(one, 1_200, monthly).WithRamp(Ramp.Of([.. shares]).PayingTargetWithoutQuota());
                Participant rep = new Participant("R1", plan, Quota(one, annual)).HiredOn(Year.Start);
                // A month without quota pays its target.
                if (shares.First().Sign == 0)
                    Assert.Equal(100, rep.Statement(Year.Month(1), []).Earned.Value);
                return [.. rep.TermsFor(Year).Components[0].Periods.Select(period => period.Quota)];
            }
            Rational[] ramp = one.Numbers("ramp");
            one.Expect("quota", Months(one.Number("full_quota") * 12, ramp).Take(ramp.Length).Select(quota => quota.Value));
            Rational annual = one.Number("dkk", "annual");
            Rational[] months = one.Numbers("dkk", "months");
            Rational[] asked = [.. Months(annual, months.Select(month => month * 12 / annual)).Select(quota => quota.Value)];
            Assert.Equal(months, asked.Take(months.Length));
            one.Expect("dkk_full_month", asked[^1]);
            one.Expect("dkk_six_month_total", asked.Take(6).Aggregate((sum, month) => sum + month));
        },
        ["refund-oca"] = one => one.Expect("net_commission", Earned(one, Flat(one, "rate"), one.Number("invoice"), one.Number("refund"))),
        ["retro-spiff-tierpayout"] = one =>
        {
            ComponentStatement paid = Statement(one, Component.Commission(Measure.Bookings, RateTable.Retroactive(one.Tiers("tiers"))), one.Number("amount"));
            one.Expect("rate", paid.Lines.Single().Rate);
            one.Expect("commission", paid.Earned.Value);
        },
        ["retro-vs-marg-earnbase"] = one =>
        {
            one.Expect("retroactive", Earned(one, Component.Commission(Measure.Bookings, RateTable.Retroactive(one.Tiers("tiers"))), one.Number("amount")));
            one.Expect("incremental", Earned(one, Component.Commission(Measure.Bookings, RateTable.Marginal(one.Tiers("tiers"))), one.Number("amount")));
        },
        ["rollup-amant-manager-director"] = one =>
        {
            foreach ((string role, Frequency pays) in new[] { ("manager", Frequency.Quarterly), ("director", Frequency.Annual) })
            {
                Component bonus = Component.Commission(Measure.Bookings, RateTable.Retroactive(one.Tiers(role, "tiers"))).OfTeam().Each(pays);
                one.Expect(role, Earned(one, bonus, one.Numbers(role, "downline_sales")));
            }
        },
        ["share-centify"] = one =>
        {
            Rational share = one.Number("share"), target = one.Number("ote") - one.Number("base");
            foreach ((string name, Frequency pays) in new[] { ("month", Frequency.Monthly), ("quarter", Frequency.Quarterly), ("year", Frequency.Annual) })
            {
                Component its = Component.Of(Measure.Bookings, share, PayoutCurve.Linear).Each(pays);
                CompensationPlan plan = Plan(one, target, its, Component.Of(Units, 1 - share, PayoutCurve.Linear));
                Participant rep = new("R1", plan, Quota(one, 1_200), new Quota(Units, 1));
                Rational sold = one.Number("attainment") * 1_200 / (int)pays;
                one.Expect(name, rep.Statement(Year.Period(pays, 1), Monthly(one, its, sold)).Components[0].Earned.Value);
            }
        },
        ["spif-bentega"] = one =>
        {
            one.Expect("fixed", Earned(one, Component.Commission(Units, RateTable.Marginal((0, one.Number("fixed", "per_deal")))), one.Number("fixed", "deals")));
            one.Expect("rate", Earned(one, Component.Commission(Measure.Bookings, RateTable.Marginal((0, one.Number("rate", "rate")))), one.Number("rate", "revenue")));
        },
        ["split-prowi"] = one =>
        {
            Rational Share(Rational rate, Rational deal, Rational share) => Paid(one, Component.Commission(Measure.Bookings, RateTable.Marginal((0, rate))))
                .Statement(Year.Whole, [new("R1", Measure.Bookings, Year.Start, new Amount(deal, one.Currency), share, "D1")]).Earned.Value;
            Rational deal = one.Number("deal"), rate = one.Number("ae_rate");
            Rational flat = Earned(one, Component.Commission(Units, RateTable.Marginal((0, one.Number("sdr", "flat")))), 1);
            one.Expect("sdr", flat + Share(one.Number("sdr", "rate"), deal, one.Number("sdr", "split")));
            one.Expect("ae", Share(rate, deal, one.Number("ae_split")));
            one.Expect("territory", one.Numbers("territory").Select(share => Share(rate, deal, share)));
            Rational[] stages = one.Numbers("handoff", "stages");
            one.Expect("handoff", stages.Select(stage => Share(one.Number("handoff", "rate"), one.Number("handoff", "deal"), stage / (stages[0] + stages[1]))));
        },
        ["spread-siebel"] = one =>
        {
            Component quarterly = Component.Of(Measure.Bookings, 1, PayoutCurve.Linear).ToDate((Frequency)one.In("periods").GetInt32());
            ComponentTerms terms = new Participant("R1", Plan(one, 1, quarterly), Quota(one, one.Number("annual"))).TermsFor(Year).Components[0];
            one.Expect("discrete", terms.Periods.Select(period => period.Quota.Value));
            one.Expect("cumulative_percent", terms.ToDate.Select(period => period.Quota / terms.Quota));
        },
        ["term-quotapath-multiyear"] = one =>
        {
            // One position for all terms, against the quarter's quota; each term climbs its own rates.
            var years = DealAttribute.Named("years");
            RateTable Rates(Rational multiplier) => RateTable.Marginal((0, one.Number("base_rate") * multiplier), (1, one.Number("base_rate") * multiplier * one.Number("accelerator"))).OfQuota();
            (string Years, Rational Multiplier)[] terms = [.. one.In("term_multiplier").EnumerateObject().Select(term => (term.Name, (Rational)term.Value.GetDecimal()))];
            Component component = Component.Commission(Measure.Bookings, Rates(1))
                .RateBy(DealLookup<RateTable>.ByText(years, Rates(1), [.. terms.Select(term => (term.Years, Rates(term.Multiplier)))])).Each(Frequency.Quarterly);
            Participant rep = new("R1", Plan(one, 0, component), Quota(one, one.Number("quarterly_quota") * 4));
            foreach ((string term, _) in terms)
            {
                // A deal of twice the quota lies half below it and half above.
                Credit deal = Credited(one, Measure.Bookings, CreditScope.Own, Year.Start, one.Number("quarterly_quota") * 2) with { Attributes = DealAttributes.None.With(years, term) };
                one.Expect($"rates.{term}", rep.Statement(Year.Quarter(1), [deal]).Components[0].Lines.Select(line => line.Rate));
            }
        },
        ["thr-mrexcel-1268544"] = one =>
        {
            // The rule as the source words it: at or below the threshold nothing, above it every unit at the rate of its tier, tiers in shares of the budget.
            Rational budget = one.Number("budget"), threshold = one.Number("threshold");
            PayoutCurve curve = PayoutCurve.Slopes((0, 0.1m), (threshold, 0.2m), (1, 0.3m)).WithThreshold(threshold, Boundary.Above);
            one.Expect("total", Weighted(one, curve, budget, budget, one.Number("actual")));
            Assert.Equal(0, Weighted(one, curve, budget, budget, budget * threshold));
        },
    };

    public static TheoryData<CommissionCase> Cases => [.. CommissionCase.All.Where(one => !LeftOut.ContainsKey(one.Id))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_agrees_with_its_source(CommissionCase one) => Plans[one.Id](one);

    [Fact]
    public void Every_case_is_paid_or_left_out_with_its_reason()
    {
        Assert.Equal(56, CommissionCase.All.Count());
        Assert.Equal(CommissionCase.All.Select(one => one.Id).Order(StringComparer.Ordinal), Plans.Keys.Concat(LeftOut.Keys).Order(StringComparer.Ordinal));
        Assert.Equal((49, 7), (Plans.Count, LeftOut.Count));
    }

    private static Component Flat(CommissionCase one, string rate) => Component.Commission(Measure.Bookings, RateTable.Marginal((0, one.Number(rate))));

    private static void ByTier(CommissionCase one, RateTable table, Rational amount)
    {
        ComponentStatement paid = Statement(one, Component.Commission(Measure.Bookings, table), amount);
        one.Expect("by_tier", table.Segments.Select(tier => paid.Lines.Where(line => line.Label == tier.Label).Aggregate(Rational.Zero, (sum, line) => sum + line.Amount.Value)));
        one.Expect("total", paid.Earned.Value);
    }

    private static Rational[] BasesByTier(RateTable table, Rational amount)
    {
        IReadOnlyList<StatementLine> lines = new Participant("R1", new CompensationPlan("P", new OnTargetEarnings(0.Usd, 0.Usd), Component.Commission(Measure.Bookings, table)))
            .Statement(Year.Whole, [new("R1", Measure.Bookings, Year.Start, new Amount(amount, Currency.Usd), "D1")]).Components[0].Lines;
        return [.. table.Segments.Select(tier => lines.Where(line => line.Label == tier.Label).Aggregate(Rational.Zero, (sum, line) => sum + line.Base.Value))];
    }

    // What a component earns in its first window from these credits.
    private static Rational Earned(CommissionCase one, Component component, params Rational[] amounts) => Statement(one, component, amounts).Earned.Value;

    private static ComponentStatement Statement(CommissionCase one, Component component, params Rational[] amounts) =>
        Paid(one, component).Statement(Year.Period(component.Basis.Pays, 1), Daily(one, component.Measure, amounts, component.Scope)).Components[0];

    // What a component earns month by month, one credit a month.
    private static Rational[] ByMonth(CommissionCase one, Component component, params Rational[] amounts) =>
        [.. amounts.Select((_, i) => (Rational)Paid(one, component).Statement(Year.Month(i + 1), Monthly(one, component, amounts)).Earned.Value)];

    private static Rational Weighted(CommissionCase one, PayoutCurve curve, Rational target, Rational quota, Rational credited) =>
        new Participant("R1", Plan(one, target, Component.Of(Measure.Bookings, 1, curve)), Quota(one, quota)).Statement(Year.Whole, Daily(one, Measure.Bookings, credited)).Earned.Value;

    private static Participant Paid(CommissionCase one, params Component[] components) => new("R1", Plan(one, 0, components));

    private static CompensationPlan Plan(CommissionCase one, Rational target, params Component[] components) => Plan(one, target, 0, components);

    private static CompensationPlan Plan(CommissionCase one, Rational target, Rational salary, params Component[] components) =>
        new(one.Id, new OnTargetEarnings(Money(one, salary), Money(one, target)), components);

    private static Quota Quota(CommissionCase one, Rational annual) => new(Measure.Bookings, Money(one, annual));

    private static Money Money(CommissionCase one, Rational value) => new Amount(value, one.Currency).Round(Rounding.ToMinorUnit);

    private static Credit[] Daily(CommissionCase one, Measure measure, params Rational[] amounts) => Daily(one, measure, amounts, CreditScope.Own);

    private static Credit[] Daily(CommissionCase one, Measure measure, Rational[] amounts, CreditScope scope) =>
        [.. amounts.Select((amount, i) => Credited(one, measure, scope, Year.Start.PlusDays(i), amount))];

    private static Credit[] Monthly(CommissionCase one, Component component, params Rational[] amounts) =>
        [.. amounts.Select((amount, i) => Credited(one, component.Measure, component.Scope, Year.Start.PlusMonths(i), amount))];

    private static Credit Credited(CommissionCase one, Measure measure, CreditScope scope, LocalDate date, Rational amount) =>
        new("R1", measure, date, new Amount(amount, measure.IsMoney ? one.Currency : Currency.None), Rational.One, $"{date:uuuu-MM-dd}", scope);
}
