namespace CompModel.Files;

/// <summary>
/// plan.yaml: the plan year, the one currency of the case, measures other than bookings and adoption, and plans by id.
/// </summary>
internal sealed class PlanFile
{
    internal const string FileName = "plan.yaml";
    private static readonly string[] Keys = ["year", "fiscal_year_start", "currency", "measures", "exchange_rates", "credit_value", "plans"];

    /// <summary>What plans are read with: of plan.yaml, or of another file that holds one plan.</summary>
    internal PlanFile(PlanYear year, Currency currency, MeasureCatalog measures, AttributeCatalog attributes, PlanReader reader)
    {
        Year = year;
        Currency = currency;
        Measures = measures;
        Attributes = attributes;
        (Plans, Refused) = (reader.Plans, reader.Refused);
    }

    public PlanYear Year { get; }

    public Currency Currency { get; }

    public MeasureCatalog Measures { get; }

    /// <summary>What of a deal the plans look at.</summary>
    public AttributeCatalog Attributes { get; }

    /// <summary>Of which day the rate is at which a deal in another currency counts.</summary>
    public RateDate RateDate { get; private init; } = RateDate.DealDate;

    /// <summary>What of a deal over several years is credited.</summary>
    public ContractValue CreditValue { get; private init; }

    public IReadOnlyDictionary<string, CompensationPlan> Plans { get; }

    /// <summary>The ids of plans that are there but were refused.</summary>
    public IReadOnlySet<string> Refused { get; }

    /// <summary>The file's content; null, reported, unless year and currency are known. A plan that is refused is missing from the plans.</summary>
    public static PlanFile? Read(SourceText source)
    {
        if (YamlTree.Read(source) is not { } root || KeyReader.Of(root, FileName, Keys) is not { } keys)
            return null;
        PlanYear? year = YearReader.Read(keys);
        Currency? currency = keys.RequireField("currency", "a currency such as USD")?.CurrencyOf(null);
        MeasureCatalog measures = MeasureCatalog.Read(keys.Find("measures"));
        measures.DeclareObjectives(keys.Find("plans"));
        RateDate rateDate = CreditingReader.RateDate(keys, year);
        ContractValue creditValue = CreditingReader.CreditValue(keys);
        var attributes = new AttributeCatalog();
        // Without a currency the plans are still checked, in one that never reaches anybody.
        var reader = new PlanReader(currency ?? Currency.Usd, measures, attributes);
        reader.Read(keys.Require("plans", "a list of plans"));
        return year is null || currency is null ? null : new(year.Value, currency.Value, measures, attributes, reader) { RateDate = rateDate, CreditValue = creditValue };
    }
}
