using FsCheck;
using FsCheck.Xunit;

namespace CompModel.Tests;

[Properties(Arbitrary = [typeof(TableCase)])]
public class RateTableLaws
{
    [Law(MaxTest = 1000)]
    public void A_table_pays_what_its_reading_says_when_it_is_worked_out_slice_by_slice(TableCase one)
    {
        (Rational From, Rational Rate)[] rates = one.Rates;
        Rational amount = one.Amount;
        int last = Enumerable.Range(0, rates.Length).Last(i => i == 0 || (one.Sense == Boundary.Above ? amount > rates[i].From : amount >= rates[i].From));
        Rational Slice(int i, Rational ends) => Rational.Max(0, Rational.Min(amount, ends) - rates[i].From);
        Rational Next(int i, Rational ends) => i + 1 < rates.Length ? rates[i + 1].From : ends;
        Rational expected = amount.Sign < 0
            ? one.Reading == TableReading.ProportionalAmounts ? amount * rates[0].Rate * 1_000 / Next(0, 1_000) : amount * rates[0].Rate
            : one.Reading switch
            {
                TableReading.Marginal => Enumerable.Range(0, rates.Length).Aggregate(Rational.Zero, (sum, i) => sum + (Slice(i, Next(i, amount)) * rates[i].Rate)),
                TableReading.Retroactive => amount * rates[last].Rate,
                TableReading.OverageAtTopRate => last == 0 ? amount * rates[0].Rate : (rates[1].From * rates[0].Rate) + ((amount - rates[1].From) * rates[last].Rate),
                TableReading.InterpolatedRate => amount * (last + 1 == rates.Length
                    ? rates[last].Rate
                    : rates[last].Rate + ((rates[last + 1].Rate - rates[last].Rate) * (amount - rates[last].From) / (rates[last + 1].From - rates[last].From))),
                _ => Enumerable.Range(0, rates.Length).Aggregate(Rational.Zero, (sum, i) =>
                    sum + (rates[i].Rate * 1_000 * Slice(i, Next(i, rates[i].From + 1_000)) / (Next(i, rates[i].From + 1_000) - rates[i].From))),
            };
        Assert.Equal(expected, one.Table.CommissionOn(amount));
    }

    [Law(MaxTest = 1000)]
    public void The_lines_of_a_table_sum_to_the_commission_and_each_recomputes(TableCase one)
    {
        var lines = new List<StatementLine>();
        Rational sum = one.Table.AddLines(lines, new Amount(one.Amount, Currency.Usd), Currency.Usd, DealMoves.None);
        Assert.Equal(lines.Aggregate(Rational.Zero, (total, line) => total + line.Amount.Value), sum);
        Assert.NotEmpty(lines);
        Assert.Equal(one.Table.CommissionOn(one.Amount), lines.Aggregate(Rational.Zero, (sum, line) => sum + line.Amount.Value));
        Assert.All(lines, line => Assert.Equal(line.Amount.Value, line.Base.Value * line.Rate));
        // What the rates apply to is the credited amount, whole.
        Assert.Equal(one.Amount, lines.Aggregate(Rational.Zero, (sum, line) => sum + line.Base.Value));
    }

    [Law(MaxTest = 500)]
    public void Marginal_proportional_and_interpolated_tables_are_continuous(TableCase one)
    {
        foreach (TableReading reading in new[] { TableReading.Marginal, TableReading.ProportionalAmounts, TableReading.InterpolatedRate })
        {
            RateTable table = one.Of(reading);
            Assert.All(Enumerable.Range(1, table.Segments.Count - 1), i => Assert.Equal(table.Segments[i - 1].At(table.Segments[i].From), table.Segments[i].At(table.Segments[i].From)));
        }
    }

    [Law(MaxTest = 500)]
    public void A_retroactive_table_jumps_by_what_its_rates_differ_on_the_whole_amount(TableCase one)
    {
        RateTable table = one.Of(TableReading.Retroactive);
        for (int i = 1; i < one.Tiers.Count; i++)
            Assert.Equal(one.Rates[i].From * (one.Rates[i].Rate - one.Rates[i - 1].Rate), table.CommissionOn(one.Rates[i].From) - table.Segments[i - 1].At(one.Rates[i].From));
    }

    [Law(MaxTest = 500)]
    public void Refining_a_tier_changes_nothing(TableCase one, PositiveInt cents)
    {
        Rational place = (Rational)cents.Get / 100;
        if (one.Reading is TableReading.ProportionalAmounts or TableReading.InterpolatedRate || one.Rates.Any(tier => tier.From == place))
            return;
        Rational rate = one.Rates.Last(tier => tier.From < place).Rate;
        TableCase refined = one with { Tiers = [.. one.Tiers.Append((cents.Get, (int)(rate * 10_000).Floor())).OrderBy(tier => tier.Item1)] };
        // Where the first breakpoint is what overage counts from, another one below it is another table.
        if (one.Reading == TableReading.OverageAtTopRate && (one.Tiers.Count == 1 || place < one.Rates[1].From))
            return;
        Assert.Equal(one.Table.CommissionOn(one.Amount), refined.Table.CommissionOn(one.Amount));
    }

    [Law(MaxTest = 500)]
    public void A_table_that_says_it_never_falls_never_pays_less_for_more(TableCase one, PositiveInt more)
    {
        if (one.Table.IsNonDecreasing)
            Assert.True(one.Table.CommissionOn(one.Amount) <= one.Table.CommissionOn(one.Amount + ((Rational)more.Get / 100)));
    }
}
