using FsCheck;
using FsCheck.Xunit;
using NodaTime;

namespace CompModel.Tests.Equity;

/// <summary>Sentences that are true of every conversion of value into shares.</summary>
[Properties(Arbitrary = [typeof(SettlementGenerators)], MaxTest = 300)]
public class TargetValueLaws
{
    private static readonly LocalDate Origin = new(2026, 1, 1);

    [Law]
    public void Whole_shares_are_beside_the_exact_number(Money price, PositiveInt value)
    {
        TargetValue target = new(value.Get.Usd);
        Rational exact = target.UnitsAt(price);
        long down = target.SharesAt(price), up = target.SharesAt(price, ShareRounding.Up), nearest = target.SharesAt(price, ShareRounding.Nearest);
        Assert.True(down <= exact && exact < down + 1);
        Assert.True(up >= exact && exact > up - 1);
        Assert.True(nearest - exact <= (Rational)1 / 2 && exact - nearest < (Rational)1 / 2);
        Assert.Equal(target.Value, price * exact);
    }

    [Law]
    public void An_average_does_not_depend_on_the_order_and_lies_between_the_closes(NonEmptyArray<Money> closes)
    {
        Money[] list = closes.Get;
        Amount Average(IEnumerable<Money> some) => new ClosingPrices(some.Select((close, i) => (Origin.PlusDays(i), close))).Average(list.Length, Origin.PlusDays(9_999));
        Amount average = Average(list);
        Assert.Equal(average, Average(Enumerable.Reverse(list)));
        Assert.Equal(list.Aggregate(0.Usd, (sum, close) => sum + close), average * list.Length);
        Assert.True(average >= list.Min() && average <= list.Max());
    }
}
