using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;

namespace CompModel.Tests.Equity;

/// <summary>Expense and roll-forwards that others worked out, from Cases/equity.json; each names its source.</summary>
public partial class ExpenseCaseTests
{
    private static readonly LocalDate Start = new(2026, 1, 1);
    private static readonly ExpensePolicy Graded = ExpensePolicy.Asc718(Attribution.Graded), StraightLine = ExpensePolicy.Asc718(Attribution.StraightLine);

    // Portions of service in the cases have two decimals: that many of these days, exactly.
    private const int DaysOfService = 10_000;

    public static TheoryData<VestingCase> Cases =>
        [.. VestingCase.In("equity.json").Where(item => item.Kind.StartsWith("expense_", StringComparison.Ordinal) || item.Kind == "rsu_rollforward")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_agrees_with_its_source(VestingCase item)
    {
        switch (item.Kind)
        {
            case "expense_graded":
                Assert.Equal(Stated(item), ByYear(Expense.Of(PerYear(item), Graded)));
                break;
            case "expense_floor":
                Assert.Equal(Stated(item), ByYear(Expense.Of(AtYearEnds(item), StraightLine)));
                break;
            case "expense_forfeiture_trueup":
                Assert.Equal(Stated(item), ByStep(item, TrueUp(item)));
                break;
            case "expense_liability":
                Assert.Equal(Stated(item), ByStep(item, Remeasured(item)));
                break;
            case "expense_forfeiture_estimate":
                AssertEstimate(item);
                break;
            case "expense_ifrs2":
                Assert.Equal(Stated(item), ByYear(Ifrs2(item)));
                break;
            case "rsu_rollforward":
                AssertRollForward(item);
                break;
            default:
                Assert.Fail($"Nothing here checks '{item.Kind}'.");
                break;
        }
    }

    private static Rational[] Stated(VestingCase item) => [.. Numbers(item.Expected)];

    private static Rational[] ByYear(ExpenseSchedule schedule) =>
        [.. Enumerable.Range(Start.Year, schedule.Last.Year - Start.Year + 1).Select(year => schedule.By(PlanYear.Calendar(year), Frequency.Annual)[0].Expense.Value)];

    private static Rational[] ByStep(VestingCase item, ExpenseSchedule schedule)
    {
        Rational[] cumulative = [.. Steps(item).Select(day => schedule.CumulativeAt(day).Value)];
        return [.. cumulative.Select((value, i) => i == 0 ? value : value - cumulative[i - 1])];
    }

    // The days on which the stated portions of service are rendered.
    private static LocalDate[] Steps(VestingCase item) =>
        [.. Numbers(item.Inputs.GetProperty("service_pct")).Select(portion => Start.PlusDays((int)(portion * DaysOfService).Numerator - 1))];

    private static EffectiveDated<T> Dated<T>(LocalDate[] days, T[] values) =>
        days.Zip(values).Skip(1).Aggregate(new EffectiveDated<T>(values[0]), (dated, change) => dated.From(change.First, change.Second));

    private static Tranche[] OneTranche(VestingCase item) => [new(Start.PlusDays(DaysOfService), item.Int("options"))];

    // "9,000 per year x4".
    private static Award PerYear(VestingCase item)
    {
        Match vest = PerYearText().Match(item.Inputs.GetProperty("vest").GetString()!);
        int shares = int.Parse(vest.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        int years = int.Parse(vest.Groups[2].Value, CultureInfo.InvariantCulture);
        Assert.Equal(item.Int("options"), shares * years);
        return new(item.Id, Start, Price(item.Inputs.GetProperty("fair_value")), Enumerable.Range(1, years).Select(n => new Tranche(Start.PlusYears(n), shares)));
    }

    private static Award AtYearEnds(VestingCase item) => new(item.Id, Start, 1.Usd, item.Inputs.GetProperty("vest").EnumerateObject().Select(portion => new Tranche(
        Start.PlusYears(int.Parse(portion.Name["end_year".Length..], CultureInfo.InvariantCulture)),
        (int)(VestingCase.Fraction(portion.Value.GetString()!) * item.Int("award_cost")).Numerator)));

    private static ExpenseSchedule TrueUp(VestingCase item) => Expense.Of(
        new Award(item.Id, Start, Price(item.Inputs.GetProperty("fair_value")), OneTranche(item)),
        StraightLine.Counting(ServiceCount.EqualDays)
            .Forfeiting(ForfeiturePolicy.ExpectingToVest(Dated(Steps(item), [.. Numbers(item.Inputs.GetProperty("expected_to_vest"))]))));

    private static ExpenseSchedule Remeasured(VestingCase item)
    {
        Money[] prices = [.. item.Inputs.GetProperty("fair_values").EnumerateArray().Select(Price)];
        return Expense.Of(Award.Liability(item.Id, Start, Dated(Steps(item), prices), OneTranche(item)), Graded.Counting(ServiceCount.EqualDays));
    }

    private static ExpenseSchedule Ifrs2(VestingCase item) => Expense.Of(
        new Award(
            item.Id, Start, Price(item.Inputs.GetProperty("fair_value")), [new Tranche(Start.PlusYears(item.Int("years")), item.Int("employees") * item.Int("options_each"))]),
        ExpensePolicy.Ifrs2(ForfeiturePolicy.ExpectingToVest(1 - VestingCase.Fraction(item.Inputs.GetProperty("leavers_pct").GetString()!))));

    // At a fair value of 1 the expense of a tranche is the number of shares expected to vest; the source prints whole ones, and their sum.
    private static void AssertEstimate(VestingCase item)
    {
        int shares = item.Int("per_year_eligible"), years = item.Int("years");
        ExpensePolicy policy = Graded.Forfeiting(ForfeiturePolicy.AtAnnualRate(VestingCase.Fraction(item.Inputs.GetProperty("annual_forfeiture").GetString()!)));
        Award[] awards = [.. Enumerable.Range(1, years).Select(n => new Award($"{n}", Start, 1.Usd, [new Tranche(Start.PlusYears(n), shares)]))];
        Assert.Equal(Stated(item), awards.Select(award => (Rational)Expense.Of(award, policy).Total.Round(Rounding.ToWholeUnit).Value));
        Award whole = new(item.Id, Start, 1.Usd, awards.SelectMany(award => award.Tranches));
        Assert.Equal(Stated(item).Aggregate((sum, part) => sum + part), (Rational)Expense.Of(whole, policy).Total.Round(Rounding.ToWholeUnit).Value);
    }

    private static void AssertRollForward(VestingCase item)
    {
        if (item.Inputs.TryGetProperty("opening", out JsonElement opening))
        {
            RollForward year = new(opening.GetDecimal(), Figure("granted"), Figure("vested"), Figure("forfeited"));
            Assert.Equal((Rational)item.Expected.GetProperty("closing").GetDecimal(), year.Closing);
            return;
        }
        // What is scheduled to vest uses up what is outstanding, to the last share.
        RollForward last = Numbers(item.Inputs.EnumerateObject().Single().Value).Aggregate(
            new RollForward(item.Expected.GetProperty("total").GetDecimal(), 0, 0, 0), (year, vested) => year.Then(0, vested, 0));
        Assert.Equal(0, last.Closing);

        decimal Figure(string name) => item.Inputs.GetProperty(name).GetDecimal();
    }

    private static Money Price(JsonElement value) => Number(value).Usd;

    private static IEnumerable<Rational> Numbers(JsonElement list) => list.EnumerateArray().Select(value => (Rational)Number(value));

    private static decimal Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? decimal.Parse(value.GetString()!, CultureInfo.InvariantCulture) : value.GetDecimal();

    [GeneratedRegex(@"^([\d,]+) per year x(\d+)$")]
    private static partial Regex PerYearText();
}
