namespace CompModel.Files;

/// <summary>What plan.yaml says for all deals of the case. A wrong word is reported, and the default then serves to check the rest.</summary>
internal static class CreditingReader
{
    private enum Day
    {
        Deal,
        MonthEnd,
        YearStart,
    }

    /// <summary>Of which day exchange rates are: <c>exchange_rates: deal_date</c> (the default), <c>month_end</c> or <c>year_start</c>.</summary>
    public static RateDate RateDate(KeyReader keys, PlanYear? year) =>
        keys.FindField("exchange_rates")?.OneOf(("deal_date", Day.Deal), ("month_end", Day.MonthEnd), ("year_start", Day.YearStart)) switch
        {
            Day.MonthEnd => CompModel.RateDate.MonthEnd,
            Day.YearStart when year is { } start => CompModel.RateDate.StartOf(start),
            _ => CompModel.RateDate.DealDate,
        };

    /// <summary>What of a contract over several years is credited: <c>credit_value: total</c> (the default) or <c>annual</c>.</summary>
    public static ContractValue CreditValue(KeyReader keys) =>
        keys.FindField("credit_value")?.OneOf(("total", ContractValue.Total), ("annual", ContractValue.Annual)) ?? ContractValue.Total;
}
