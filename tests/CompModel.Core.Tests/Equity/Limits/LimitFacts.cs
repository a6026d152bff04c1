namespace CompModel.Tests.Equity;

public class LimitFacts
{
    private static readonly PayrollLimits Shipped = PayrollLimits.UnitedStates;

    [Theory]
    [InlineData(PayrollLimit.ElectiveDeferral, 20_500, 22_500, 23_000, 23_500, 24_500)]
    [InlineData(PayrollLimit.CatchUp, 6_500, 7_500, 7_500, 7_500, 8_000)]
    [InlineData(PayrollLimit.AnnualAdditions, 61_000, 66_000, 69_000, 70_000, 72_000)]
    [InlineData(PayrollLimit.Compensation, 305_000, 330_000, 345_000, 350_000, 360_000)]
    [InlineData(PayrollLimit.SocialSecurityBase, 147_000, 160_200, 168_600, 176_100, 184_500)]
    [InlineData(PayrollLimit.SupplementalThreshold, 1_000_000, 1_000_000, 1_000_000, 1_000_000, 1_000_000)]
    [InlineData(PayrollLimit.AdditionalMedicareThreshold, 200_000, 200_000, 200_000, 200_000, 200_000)]
    [InlineData(PayrollLimit.UnemploymentBase, 7_000, 7_000, 7_000, 7_000, 7_000)]
    public void Limits_of_2022_to_2026_are_those_announced(PayrollLimit limit, params int[] amounts) =>
        Assert.Equal(amounts.Select(amount => amount.Usd), Enumerable.Range(2022, 5).Select(year => Shipped.At(limit, year)));

    [Theory]
    [InlineData(PayrollRate.Supplemental, 22)]
    [InlineData(PayrollRate.SupplementalAboveThreshold, 37)]
    [InlineData(PayrollRate.SocialSecurity, 6.2)]
    [InlineData(PayrollRate.Medicare, 1.45)]
    [InlineData(PayrollRate.AdditionalMedicare, 0.9)]
    [InlineData(PayrollRate.FederalUnemployment, 0.6)]
    public void Rates_are_the_same_from_2022_to_2026(PayrollRate rate, decimal percent) =>
        Assert.All(Enumerable.Range(2022, 5), year => Assert.Equal(percent.Percent, PayrollRates.UnitedStates.At(rate, year)));

    [Theory]
    [InlineData(2022, "2021-61")]
    [InlineData(2023, "2022-55")]
    [InlineData(2024, "2023-75")]
    [InlineData(2025, "2024-80")]
    [InlineData(2026, "2025-67")]
    public void Each_figure_names_its_source(int year, string notice)
    {
        foreach (PayrollLimit limit in new[] { PayrollLimit.ElectiveDeferral, PayrollLimit.CatchUp, PayrollLimit.AnnualAdditions, PayrollLimit.Compensation })
            Assert.StartsWith($"IRS Notice {notice}, IRC ", Shipped.SourceOf(limit, year), StringComparison.Ordinal);
        Assert.Contains("Social Security Administration", Shipped.SourceOf(PayrollLimit.SocialSecurityBase, year), StringComparison.Ordinal);
        Assert.Contains("Publication 15", PayrollRates.UnitedStates.SourceOf(PayrollRate.Supplemental, year), StringComparison.Ordinal);
    }

    [Fact]
    public void The_catch_up_of_ages_60_to_63_is_there_from_2025()
    {
        Assert.Equal((11_250.Usd, 11_250.Usd), (Shipped.At(PayrollLimit.CatchUp60To63, 2025), Shipped.At(PayrollLimit.CatchUp60To63, 2026)));
        Assert.Contains("no catch_up_60_to_63 of 2024 here, but of 2025, 2026", Assert.Throws<ArgumentOutOfRangeException>("year", () => Shipped.At(PayrollLimit.CatchUp60To63, 2024)).Message);
    }

    [Fact]
    public void A_year_that_is_not_there_is_not_guessed()
    {
        string refused = Assert.Throws<ArgumentOutOfRangeException>("year", () => Shipped.At(PayrollLimit.ElectiveDeferral, 2027)).Message;
        Assert.Contains("of 2022, 2023, 2024, 2025, 2026", refused, StringComparison.Ordinal);
        Assert.Contains("With(PayrollLimit.ElectiveDeferral, 2027", refused, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("year", () => UnitedStatesTaxes.Withheld(2021));
        Assert.Contains("of no year", Assert.Throws<ArgumentOutOfRangeException>("year", () => PayrollLimits.Parse("name,year,amount,source\n").At(PayrollLimit.CatchUp, 2026)).Message);
    }

    [Fact]
    public void A_figure_of_your_own_is_added_or_takes_the_place_of_what_is_there()
    {
        PayrollLimits own = Shipped.With(PayrollLimit.ElectiveDeferral, 2027, 25_000.Usd, "my estimate").With(PayrollLimit.SocialSecurityBase, 2026, 190_000.Usd, "reform");
        Assert.Equal((25_000.Usd, "my estimate"), (own.At(PayrollLimit.ElectiveDeferral, 2027), own.SourceOf(PayrollLimit.ElectiveDeferral, 2027)));
        Assert.Equal((190_000.Usd, 184_500.Usd), (own.At(PayrollLimit.SocialSecurityBase, 2026), Shipped.At(PayrollLimit.SocialSecurityBase, 2026)));
        PayrollRates rates = PayrollRates.UnitedStates.With(PayrollRate.Supplemental, 2026, 25.Percent, "reform");
        PaymentTaxes taxes = UnitedStatesTaxes.Withheld(2026, rates, own).On(new VestValue(1_900, 100.Usd).PaidOn(new(2026, 1, 2)), default);
        Assert.Equal((47_500.Usd, 11_780.Usd), (taxes[UnitedStatesTaxes.FederalIncome], taxes[UnitedStatesTaxes.SocialSecurity]));
    }

    [Fact]
    public void A_table_is_read_from_text()
    {
        PayrollLimits limits = PayrollLimits.Parse("\uFEFFname,year,amount,source\r\ncatch_up_60_to_63 , 2027, 12000.50,\"an \"\"estimate\"\", mine\"\r\n\r\nelective_deferral,2027,25000,x\r\n");
        Assert.Equal((12_000.50m.Usd, "an \"estimate\", mine"), (limits.At(PayrollLimit.CatchUp60To63, 2027), limits.SourceOf(PayrollLimit.CatchUp60To63, 2027)));
        Assert.Equal(22.5m.Percent, PayrollRates.Parse("name,year,rate,source\nsupplemental,2027,22.5%,x").At(PayrollRate.Supplemental, 2027));
    }

    [Theory]
    [InlineData("", "Line 1: found ''")]
    [InlineData("year,name,amount,source", "expected 'name,year,amount,source'")]
    [InlineData("name,year,amount,source\ncatch_up,2027,8000", "Line 2: expected four fields")]
    [InlineData("name,year,amount,source\ncatch_up,2027,8,000,x", "Line 2: expected four fields")]
    [InlineData("name,year,amount,source\ncatch_up,2027,8000,\"x", "Line 2: expected four fields")]
    [InlineData("name,year,amount,source\n\nCatchUp,2027,8000,x", "Line 3: found 'CatchUp', expected one of elective_deferral, catch_up,")]
    [InlineData("name,year,amount,source\ncatch_up,27,8000,x", "found '27'")]
    [InlineData("name,year,amount,source\ncatch_up,2027,-1,x", "found '-1'")]
    [InlineData("name,year,amount,source\ncatch_up,2027,1e4,x", "found '1e4'")]
    [InlineData("name,year,amount,source\ncatch_up,2027,1000000000000000,x", "found '1000000000000000'")]
    [InlineData("name,year,amount,source\ncatch_up,2027,8000,", "has no source")]
    [InlineData("name,year,amount,source\ncatch_up,2027,8000,x\ncatch_up,2027,9000,y", "Line 3: catch_up of 2027 stands here a second time")]
    public void A_bad_table_is_refused_with_line_and_finding(string csv, string found) =>
        Assert.Contains(found, Assert.Throws<FormatException>(() => PayrollLimits.Parse(csv)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_rate_says_percent()
    {
        Assert.Contains("found '0.22', expected a rate", Assert.Throws<FormatException>(() => PayrollRates.Parse("name,year,rate,source\nsupplemental,2027,0.22,x")).Message);
        Assert.Throws<FormatException>(() => PayrollRates.Parse("name,year,rate,source\nsupplemental,2027,101 %,x"));
    }

    [Fact]
    public void Bad_figures_are_refused_with_the_bad_value()
    {
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => Shipped.With(PayrollLimit.CatchUp, 2027, -1.Usd, "x"));
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => Shipped.With(PayrollLimit.CatchUp, 2027, 1m.In(Currency.Eur), "x"));
        Assert.Throws<ArgumentException>("source", () => Shipped.With(PayrollLimit.CatchUp, 2027, 1.Usd, " "));
        Assert.Throws<ArgumentOutOfRangeException>("year", () => Shipped.With(PayrollLimit.CatchUp, 27, 1.Usd, "x"));
        Assert.Throws<ArgumentOutOfRangeException>("name", () => Shipped.With((PayrollLimit)99, 2027, 1.Usd, "x"));
        Assert.Throws<ArgumentOutOfRangeException>("fraction", () => PayrollRates.UnitedStates.With(PayrollRate.Medicare, 2027, 2, "x"));
    }
}
