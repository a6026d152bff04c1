using NodaTime;

namespace CompModel.Tests.Equity;

public class TaxFacts
{
    private static readonly TaxList Withheld = UnitedStatesTaxes.Withheld(2026);

    private static readonly LocalDate March = new(2026, 3, 2);

    [Fact]
    public void The_mandatory_rate_is_on_the_excess_over_a_million_of_supplemental_wages_alone()
    {
        // 900,000 so far: 100,000 at 22 % and 100,000 at 37 %; the salary of 400,000 counts towards no million.
        PaymentTaxes taxes = Withheld.On(Vest(200_000), new(2026, 400_000.Usd, 900_000.Usd));
        Assert.Equal(59_000.Usd, taxes[UnitedStatesTaxes.FederalIncome]);
        Assert.Equal(22_000.Usd, Withheld.On(Vest(100_000), new(2026, 0.Usd, 900_000.Usd))[UnitedStatesTaxes.FederalIncome]);
        Assert.Equal(37.Usd, Withheld.On(Vest(100), new(2026, 0.Usd, 1_000_000.Usd))[UnitedStatesTaxes.FederalIncome]);
    }

    [Fact]
    public void A_tax_on_supplemental_wages_leaves_salary_alone()
    {
        TaxLine line = Withheld.On(new WagePayment(March, 5_000.Usd, WageKind.Regular), default).Lines[0];
        Assert.Equal((0.Usd, 0.Usd), (line.Wages, line.Money));
        Tax onSalary = Tax.Flat("Salary", 10.Percent).On(TaxedWages.Regular);
        Assert.Equal(500.Usd, onSalary.On(new WagePayment(March, 5_000.Usd, WageKind.Regular), default).Money);
        Assert.Equal(0.Usd, onSalary.On(Vest(5_000), default).Money);
    }

    [Theory]
    [InlineData(0, 620)]
    [InlineData(180_000, 279)]
    [InlineData(184_499, 0.06)]
    [InlineData(184_500, 0)]
    [InlineData(500_000, 0)]
    public void Social_Security_ends_at_the_base_of_all_wages(int soFar, decimal tax) =>
        Assert.Equal(tax.Usd, Withheld.On(Vest(10_000), new(2026, soFar.Usd, 0.Usd))[UnitedStatesTaxes.SocialSecurity]);

    [Theory]
    [InlineData(190_000, 0)]
    [InlineData(195_000, 45)]
    [InlineData(500_000, 90)]
    public void Additional_Medicare_is_a_tax_of_its_own_above_200000(int soFar, decimal additional)
    {
        PaymentTaxes taxes = Withheld.On(Vest(10_000), new(2026, soFar.Usd, 0.Usd));
        Assert.Equal((145.Usd, additional.Usd), (taxes[UnitedStatesTaxes.Medicare], taxes[UnitedStatesTaxes.AdditionalMedicare]));
    }

    [Fact]
    public void An_employer_owes_Social_Security_Medicare_and_unemployment_on_the_first_7000()
    {
        PaymentTaxes taxes = UnitedStatesTaxes.Employer(2026).On(new WagePayment(March, 10_000.Usd, WageKind.Regular), new(2026, 250_000.Usd, 0.Usd));
        Assert.Equal([0.Usd, 145.Usd, 0.Usd], taxes.Lines.Select(line => line.Money));
        Assert.Equal([620.Usd, 145.Usd, 42.Usd], UnitedStatesTaxes.Employer(2026).On(Vest(10_000), default).Lines.Select(line => line.Money));
    }

    [Fact]
    public void An_elected_rate_stands_in_place_of_the_least_one_and_ends_where_the_mandatory_one_begins()
    {
        TaxList elected = Withheld.AtElectedRate(UnitedStatesTaxes.FederalIncome, 35.Percent);
        Assert.Equal(72_000.Usd, elected.On(Vest(200_000), new(2026, 0.Usd, 900_000.Usd))[UnitedStatesTaxes.FederalIncome]);
        Assert.Equal(22_000.Usd, Withheld.On(Vest(100_000), default)[UnitedStatesTaxes.FederalIncome]);
        Assert.Contains("at least 22 %", Assert.Throws<ArgumentOutOfRangeException>("rate", () => Withheld.AtElectedRate(UnitedStatesTaxes.FederalIncome, 21.Percent)).Message);
        Assert.Throws<ArgumentOutOfRangeException>("rate", () => Withheld.AtElectedRate(UnitedStatesTaxes.FederalIncome, 101.Percent));
    }

    [Fact]
    public void Wages_add_up_from_payment_to_payment_and_start_anew_with_the_year()
    {
        IReadOnlyList<PaymentTaxes> all = UnitedStatesTaxes.Withheld(2026).OnEach(
            [
                new(March, 150_000.Usd, WageKind.Regular), new(March, 60_000.Usd, WageKind.Supplemental), new(new(2026, 12, 31), 10_000.Usd, WageKind.Supplemental),
                new(new(2027, 1, 1), 10_000.Usd, WageKind.Supplemental),
            ],
            default);
        Assert.Equal([9_300.Usd, 2_139.Usd, 0.Usd, 620.Usd], all.Select(taxes => taxes[UnitedStatesTaxes.SocialSecurity]));
        Assert.Equal([0.Usd, 90.Usd, 90.Usd, 0.Usd], all.Select(taxes => taxes[UnitedStatesTaxes.AdditionalMedicare]));
        Assert.Equal(new(2026, 150_000.Usd, 70_000.Usd), all[2].ToDate);
        Assert.Equal(new(2027, 0.Usd, 10_000.Usd), all[3].ToDate);
        Assert.Throws<ArgumentException>("payment", () => Withheld.On(Vest(1), all[3].ToDate));
        Assert.Contains("2026-03-02 stands after 2026-03-03", Assert.Throws<ArgumentException>("payments", () => Withheld.OnEach([new(March.PlusDays(1), 1.Usd, default), Vest(1)], default)).Message);
    }

    [Fact]
    public void Each_tax_rounds_for_itself_and_the_total_adds_up_what_is_rounded()
    {
        TaxList halves = new(Tax.Flat("A", 0.5m.Percent), Tax.Flat("B", 1.5m.Percent).RoundedTo(new(midpoint: Midpoint.ToEven)), Tax.Flat("C", 2.5m.Percent).RoundedTo(Rounding.ToWholeUnit));
        PaymentTaxes taxes = halves.On(Vest(1), default);
        Assert.Equal([0.01m.Usd, 0.02m.Usd, 0.Usd], taxes.Lines.Select(line => line.Money));
        Assert.Equal((0.03m.Usd, 0.045m.Usd), (taxes.Total, taxes.Exact));
        Assert.Equal([0.01m.Usd, 0.02m.Usd, 0.03m.Usd], halves.RoundedTo(default).On(Vest(1), default).Lines.Select(line => line.Money));
    }

    [Fact]
    public void A_flat_tax_serves_any_currency_and_brackets_their_own()
    {
        WagePayment euros = new(March, 100m.In(Currency.Eur), WageKind.Supplemental);
        Assert.Equal(42m.In(Currency.Eur), Tax.Flat("Lohnsteuer", 42.Percent).On(euros, default).Money);
        Assert.Throws<InvalidOperationException>(() => Withheld.On(euros, default));
        Assert.Throws<InvalidOperationException>(() => Tax.Flat("State", 5.Percent).On(euros, new(2026, 1.Usd, 1.Usd)));
    }

    [Fact]
    public void A_tax_of_the_same_name_takes_its_place()
    {
        TaxList list = Withheld.With(Tax.Flat("State", 5.Percent)).With(Tax.Flat(UnitedStatesTaxes.Medicare, 2.Percent));
        Assert.Equal(["Federal income tax", "Social Security", "Medicare", "Additional Medicare", "State"], list.Taxes.Select(tax => tax.Name));
        Assert.Equal(2.Percent, list["Medicare"].Brackets[0].Rate);
        Assert.Contains("only Federal income tax", Assert.Throws<KeyNotFoundException>(() => list["County"]).Message);
        Assert.Throws<KeyNotFoundException>(() => list.On(Vest(1), default)["County"]);
        Assert.Equal("Social Security: 6.2 % from 0, 0 % from 184,500.00 USD", list["Social Security"].ToString());
    }

    [Fact]
    public void No_tax_and_no_pay_are_zero()
    {
        Assert.Equal((0.Usd, (Rational)0), (new TaxList().On(Vest(1), default).Total, new TaxList().On(Vest(1), default).Rate));
        Assert.Equal((0.Usd, (Rational)0), (Withheld.On(Vest(0), default).Total, Withheld.On(Vest(0), default).Rate));
    }

    [Fact]
    public void Bad_definitions_are_refused_with_the_bad_value()
    {
        Assert.Throws<ArgumentException>("name", () => Tax.Flat(" ", 0));
        Assert.Throws<ArgumentOutOfRangeException>("brackets", () => Tax.Flat("T", 101.Percent));
        Assert.Throws<ArgumentException>("brackets", () => Tax.Marginal("T"));
        Assert.Throws<ArgumentException>("brackets", () => Tax.Marginal("T", (1.Usd, 0)));
        Assert.Contains("5.00 USD follows 5.00 USD", Assert.Throws<ArgumentException>("brackets", () => Tax.Marginal("T", (0.Usd, 0), (5.Usd, 0), (5.Usd, 0))).Message);
        Assert.Throws<InvalidOperationException>(() => Tax.Marginal("T", (0.Usd, 0), (5m.In(Currency.Eur), 0)));
        Assert.Throws<ArgumentException>("brackets", () => Tax.UpTo("T", 1.Percent, 0.Usd));
        Assert.Throws<ArgumentOutOfRangeException>("wages", () => Tax.Flat("T", 0).On((TaxedWages)7));
        Assert.Contains("called T", Assert.Throws<ArgumentException>("taxes", () => new TaxList(Tax.Flat("T", 0), Tax.Flat("T", 1))).Message);
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => new WagePayment(March, -1.Usd, default));
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => new WagePayment(March, default, default));
        Assert.Throws<ArgumentOutOfRangeException>("kind", () => new WagePayment(March, 1.Usd, (WageKind)2));
        Assert.Throws<ArgumentOutOfRangeException>("regular", () => new WagesToDate(2026, -1.Usd, 0.Usd));
        Assert.Throws<ArgumentOutOfRangeException>("supplemental", () => new WagesToDate(2026, 0.Usd, -1.Usd));
    }

    private static WagePayment Vest(int amount) => new(March, amount.Usd, WageKind.Supplemental);
}
