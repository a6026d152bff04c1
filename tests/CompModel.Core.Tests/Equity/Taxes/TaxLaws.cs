using FsCheck;
using FsCheck.Xunit;

namespace CompModel.Tests.Equity;

/// <summary>Sentences that are true of every marginal tax on a year's wages.</summary>
[Properties(Arbitrary = [typeof(SettlementGenerators)], MaxTest = 300)]
public class TaxLaws
{
    [Law]
    public void The_exact_tax_of_a_year_is_that_on_its_wages_in_all(Tax tax, WagePayment[] payments)
    {
        foreach (IGrouping<int, PaymentTaxes> year in Taxed(tax, payments).GroupBy(taxes => taxes.Payment.Date.Year))
        {
            Amount wages = year.Aggregate(Amount.Zero(Currency.Usd), (sum, taxes) => sum + taxes.Payment.Of(tax.Wages));
            Assert.Equal(tax.Due(wages), year.Aggregate(Amount.Zero(Currency.Usd), (sum, taxes) => sum + taxes.Exact));
            Assert.Equal(wages, year.Last().ToDate.Of(tax.Wages));
        }
    }

    [Law]
    public void Splitting_a_payment_leaves_its_tax_unchanged(Tax tax, WagePayment payment, PositiveInt part)
    {
        Rational share = (Rational)1 / (part.Get + 1);
        WagePayment first = new(payment.Date, payment.Amount * share, payment.Kind), rest = new(payment.Date, payment.Amount * (1 - share), payment.Kind);
        Assert.Equal(tax.On(payment, default).Exact, tax.On(first, default).Exact + tax.On(rest, default(WagesToDate).After(first)).Exact);
    }

    [Law]
    public void A_payment_bears_no_more_than_the_highest_rate_and_no_less_than_the_lowest(Tax tax, WagePayment[] payments) => Assert.All(Taxed(tax, payments), taxes =>
    {
        TaxLine line = taxes.Lines[0];
        Rational[] rates = [.. tax.Brackets.Select(bracket => bracket.Rate)];
        Assert.True(line.Exact >= line.Wages * rates.Min() && line.Exact <= line.Wages * rates.Max());
        // Rounded to the nearest cent.
        Assert.True((line.Exact - line.Money).Value.Abs() <= (Rational)1 / 200);
    });

    [Law]
    public void Marginal_rates_look_at_each_slice_by_itself(Tax tax, WagePayment payment)
    {
        // Slower and otherwise: the slices between all the places where a rate may change.
        Amount wages = payment.Amount, slow = 0.Usd;
        Amount[] cuts = [.. tax.Brackets.Select(bracket => bracket.From).Append(wages).Where(cut => cut <= wages).Order()];
        for (int i = 1; i < cuts.Length; i++)
            slow += (cuts[i] - cuts[i - 1]) * tax.Brackets.Last(bracket => bracket.From <= cuts[i - 1]).Rate;
        Assert.Equal(slow, tax.Due(wages));
    }

    [Law]
    public void Years_know_nothing_of_each_other(Tax tax, WagePayment[] payments) => Assert.Equal(
        Taxed(tax, payments).Select(taxes => taxes.Total),
        InOrder(payments).GroupBy(payment => payment.Date.Year).SelectMany(year => new TaxList(tax).OnEach(year, default)).Select(taxes => taxes.Total));

    private static IReadOnlyList<PaymentTaxes> Taxed(Tax tax, WagePayment[] payments) => new TaxList(tax).OnEach(InOrder(payments), default);

    private static IEnumerable<WagePayment> InOrder(WagePayment[] payments) => payments.OrderBy(payment => payment.Date);
}
