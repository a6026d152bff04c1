using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace CompModel.Tests.Equity;

/// <summary>Schedules, allocations and dates that others worked out, from Cases/; each names its source.</summary>
public class VestingCaseTests
{
    private static readonly string[] Kinds =
        ["allocation", "schedule", "schedule_property", "dates", "cliff_quantity", "vested_as_of", "grant_after_start"];

    // What these state is the mistake they warn of, not a result.
    private static readonly Dictionary<string, string> LeftOut = new()
    {
        ["VL-CHAIN"] = "portions that sum to 0.9999999999: refused, see VestingScheduleTests",
        ["NODA-CHAIN"] = "dates chained one from the other: see Dates_count_from_the_start_and_never_drift",
    };

    public static TheoryData<VestingCase> Cases =>
        [.. VestingCase.In("vesting-schedules.json").Concat(VestingCase.In("equity.json"))
            .Where(item => Kinds.Contains(item.Kind) && !LeftOut.ContainsKey(item.Id))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_agrees_with_its_source(VestingCase item)
    {
        switch (item.Kind)
        {
            case "dates":
                Assert.Equal(item.Expected.EnumerateArray().Select(VestingCase.DateOf), Dates(item));
                break;
            case "cliff_quantity":
                Assert.Equal(item.Expected.GetInt64(), GrantOf(item).Tranches()[0].Shares);
                break;
            case "vested_as_of":
                Assert.Equal(item.Expected.GetInt64(), GrantOf(item).VestedAt(item.Date("as_of")));
                break;
            case "schedule" when !item.Has("fractions"):
                AssertTranches(item.Expected, GrantOf(item));
                break;
            case "allocation" or "schedule":
                AssertAllocation(item.Expected, item.Allocation.Split(item.Int("quantity"), Portions(item)));
                break;
            default:
                AssertProperties(item.Expected, GrantOf(item));
                break;
        }
    }

    private static Grant GrantOf(VestingCase item)
    {
        VestingSchedule schedule = ScheduleOf(item);
        LocalDate start = item.Has("vesting_start") ? item.Date("vesting_start") : new(2026, 1, 1);
        LocalDate granted = item.Has("grant_date") ? item.Date("grant_date") : LocalDate.Min(start, schedule.DatesFrom(start)[0]);
        return new Grant(item.Id, granted, item.Int("quantity"), schedule).VestingFrom(start).AllocatedBy(item.Allocation);
    }

    private static VestingSchedule ScheduleOf(VestingCase item)
    {
        VestingSchedule schedule = item.Has("cliff_fraction") || item.Has("cliff_portion") || item.Has("cliff_percentage") ? WithStatedCliff(item)
            : item.Has("first_fraction") ? WithStatedFirst(item)
            : item.Has("monthly_fraction") ? VestingSchedule.Monthly((int)VestingCase.Fraction(item.Inputs.GetProperty("monthly_fraction").GetString()!).Denominator)
            : item.Has("tranches") ? VestingSchedule.Monthly(item.Int("tranches"))
            : item.Has("period") ? Periodic(item)
            : item.Has("years") ? VestingSchedule.EveryMonths(item.Int("every_months"), 12 * item.Int("years") / item.Int("every_months"))
            : VestingSchedule.EveryMonths(item.Int("every_months"), item.Int("occurrences"));
        if (item.Has("day_of_month"))
            schedule = schedule.OnDay(VestingCase.DayOf(item.Inputs.GetProperty("day_of_month").GetString()!));
        if (item.Has("cliff_installment"))
            schedule = schedule.WithCliff(schedule.Installments[item.Int("cliff_installment") - 1].At);
        if (item.Has("cliff_months"))
            schedule = schedule.WithCliff(new VestingTime.Months(item.Int("cliff_months")));
        if (item.Has("cliff_length"))
            schedule = schedule.WithCliff(new VestingTime.Months(item.Int("cliff_length")));
        if (item.Has("event_cliff_date"))
            schedule = schedule.WithCliff(new VestingTime.On(item.Date("event_cliff_date")));
        if (item.Has("cliff"))
            schedule = schedule.WithCliff(new VestingTime.On(VestingCase.DateOf(item.Inputs.GetProperty("cliff").GetProperty("date"))));
        return schedule;
    }

    private static VestingSchedule Periodic(VestingCase item)
    {
        JsonElement period = item.Inputs.GetProperty("period");
        int length = period.GetProperty("length").GetInt32();
        return period.GetProperty("unit").GetString() == "DAYS"
            ? VestingSchedule.EveryDays(length, item.Int("occurrences"))
            : VestingSchedule.EveryMonths(length, item.Int("occurrences"));
    }

    // A portion of its own at the cliff, then the rest in equal parts every month: of a stated size, or over the occurrences that are left.
    private static VestingSchedule WithStatedCliff(VestingCase item)
    {
        int cliff = item.Has("cliff_years") ? 12 * item.Int("cliff_years") : item.Int("cliff_months");
        string name = item.Has("cliff_fraction") ? "cliff_fraction" : item.Has("cliff_portion") ? "cliff_portion" : "cliff_percentage";
        Rational first = VestingCase.Fraction(item.Inputs.GetProperty(name).GetString()!);
        int parts = item.Has("then") ? item.Inputs.GetProperty("then").GetProperty("occurrences").GetInt32()
            : item.Has("monthly_fraction") ? (int)((1 - first) / VestingCase.Fraction(item.Inputs.GetProperty("monthly_fraction").GetString()!)).Floor()
            : item.Int("occurrences") - (cliff / item.Int("every_months"));
        return VestingSchedule.Portions([(cliff, first), .. Enumerable.Range(1, parts).Select(n => (cliff + n, (1 - first) / parts))]);
    }

    private static VestingSchedule WithStatedFirst(VestingCase item)
    {
        Rational first = VestingCase.Fraction(item.Inputs.GetProperty("first_fraction").GetString()!);
        JsonElement then = item.Inputs.GetProperty("then");
        LocalDate second = VestingCase.DateOf(then.GetProperty("first"));
        int parts = then.GetProperty("equal_quarterly").GetInt32();
        return VestingSchedule.Dated(
            [(item.Date("first_date"), first), .. Enumerable.Range(0, parts).Select(n => (second.PlusMonths(3 * n), (1 - first) / parts))]);
    }

    private static Rational[] Portions(VestingCase item)
    {
        if (item.Has("fractions"))
            return [.. item.Inputs.GetProperty("fractions").EnumerateArray().Select(text => VestingCase.Fraction(text.GetString()!))];
        if (item.Has("tranches"))
            return [.. Enumerable.Repeat((Rational)1 / item.Int("tranches"), item.Int("tranches"))];
        return
        [
            .. item.Inputs.GetProperty("monthly_fractions").GetString()!.Split(", ")
                .Select(part => part.Split(" x "))
                .SelectMany(part => Enumerable.Repeat(VestingCase.Fraction(part[1]), int.Parse(part[0], CultureInfo.InvariantCulture))),
        ];
    }

    private static IEnumerable<LocalDate> Dates(VestingCase item)
    {
        if (item.Inputs.ValueKind == JsonValueKind.Array)
        {
            return item.Inputs.EnumerateArray().Select(row =>
            {
                LocalDate from = VestingCase.DateOf(row.GetProperty("from"));
                LocalDate origin = row.TryGetProperty("origin", out JsonElement stated) && stated.ValueKind == JsonValueKind.String ? VestingCase.DateOf(stated) : from;
                int before = (12 * (from.Year - origin.Year)) + from.Month - origin.Month;
                VestingDay day = row.TryGetProperty("policy", out JsonElement policy) ? VestingCase.DayOf(policy.GetString()!) : default;
                return day.After(origin, before + row.GetProperty("months").GetInt32());
            });
        }
        LocalDate[] months = [.. item.Inputs.GetProperty("months").EnumerateArray().Select(month => NodaTime.Text.LocalDatePattern.Iso.Parse(month.GetString() + "-01").Value)];
        VestingDay rule = VestingCase.DayOf(item.Inputs.GetProperty("day_of_month").GetString()!);
        return months.Select(month => rule.After(month.PlusMonths(-1), 1));
    }

    // One source keeps installments of zero shares and the other drops them; the dates of those it keeps are compared as well.
    private static void AssertTranches(JsonElement expected, Grant grant)
    {
        Tranche[] stated = [.. expected.EnumerateArray().Select(row =>
            new Tranche(VestingCase.DateOf(row.GetProperty("date")), row.GetProperty("quantity").GetInt64()))];
        Assert.Equal(stated.Where(tranche => tranche.Shares > 0), grant.Tranches());
        Assert.Subset(grant.ScheduledTranches().ToHashSet(), stated.ToHashSet());
    }

    private static void AssertAllocation(JsonElement expected, Rational[] split)
    {
        if (expected.ValueKind == JsonValueKind.Object)
        {
            Assert.Equal(expected.GetProperty("total").GetInt64(), split.Aggregate((sum, part) => sum + part));
            return;
        }
        decimal[] stated = [.. expected.EnumerateArray().Select(value => value.GetDecimal())];
        Assert.Equal(stated.Length, split.Length);
        for (int i = 0; i < stated.Length; i++)
        {
            // The sources print parts of a share as doubles with up to 16 decimals: half a unit of the last, and half again for the double's own error.
            Rational tolerance = stated[i] == decimal.Truncate(stated[i]) ? 0 : 0.0000000000000001m;
            Assert.True((split[i] - stated[i]).Abs() <= tolerance, $"Part {i}: {split[i]}, the source has {stated[i]}.");
        }
    }

    private static void AssertProperties(JsonElement expected, Grant grant)
    {
        IReadOnlyList<Tranche> tranches = grant.Tranches();
        foreach (JsonProperty property in expected.EnumerateObject())
        {
            switch (property.Name)
            {
                case "count":
                    Assert.Equal(property.Value.GetInt32(), tranches.Count);
                    break;
                case "first":
                    AssertTranche(property.Value, tranches[0]);
                    break;
                case "second":
                    AssertTranche(property.Value, tranches[1]);
                    break;
                case "first_date":
                    Assert.Equal(VestingCase.DateOf(property.Value), tranches[0].Vests);
                    break;
                case "last_date":
                    Assert.Equal(VestingCase.DateOf(property.Value), tranches[^1].Vests);
                    break;
                case "total":
                    Assert.Equal(property.Value.GetInt64(), tranches.Shares);
                    break;
                case "remaining":
                    Assert.Equal(property.Value.GetInt64(), grant.UnvestedAt(tranches[0].Vests));
                    break;
                case "nothing_before":
                    Assert.Equal(0, grant.VestedAt(VestingCase.DateOf(property.Value).PlusDays(-1)));
                    break;
                default:
                    Assert.Fail($"Nothing here checks '{property.Name}'.");
                    break;
            }
        }
    }

    private static void AssertTranche(JsonElement expected, Tranche tranche)
    {
        if (expected.ValueKind == JsonValueKind.Number)
        {
            Assert.Equal(expected.GetInt64(), tranche.Shares);
            return;
        }
        Assert.Equal(expected.GetProperty("quantity").GetInt64(), tranche.Shares);
        if (expected.TryGetProperty("date", out JsonElement date))
            Assert.Equal(VestingCase.DateOf(date), tranche.Vests);
        if (expected.TryGetProperty("month", out JsonElement month))
            Assert.Equal(month.GetString(), tranche.Vests.ToString("yyyy-MM", CultureInfo.InvariantCulture));
    }
}
