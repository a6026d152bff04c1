namespace CompModel.Files;

/// <summary>What a row of deals.csv says besides amount and date: what is known of the deal, and what it counts in other measures.</summary>
internal static class DealDetails
{
    /// <summary>What is known of the deal; null, reported, where a field is wrong. An empty field says nothing.</summary>
    public static DealAttributes? Attributes(CsvRecord record, PlanFile plans)
    {
        DealAttributes all = DealAttributes.None;
        bool good = true;
        if (record[DealAttribute.Product.Name] is { IsEmpty: false } product)
            all = all.With(DealAttribute.Product, product.Text);
        if (record[DealAttribute.TermMonths.Name] is { IsEmpty: false } term && term.Whole(1, 1200) is { } months)
            all = all.With(DealAttribute.TermMonths, months);
        if (record[DealAttribute.Discount.Name] is { IsEmpty: false } stated)
        {
            Rational? discount = Discount(stated);
            good &= discount is not null;
            all = discount is { } share ? all.With(DealAttribute.Discount, share) : all;
        }
        foreach ((string name, bool isNumber) in plans.Attributes.Others)
        {
            Field field = record[name];
            if (field.IsEmpty)
                continue;
            if (!isNumber)
                all = all.With(DealAttribute.Named(name), field.Text);
            else if (field.Fraction() is { } number)
                all = all.With(DealAttribute.Named(name), number);
            else
                good = false;
        }
        return good ? all : null;
    }

    /// <summary>The same deal in other measures, each in a column of its name: margin, logos. Null, reported, where one is wrong.</summary>
    public static IReadOnlyList<Credit>? InOtherMeasures(CsvRecord record, DealRow deal, PlanFile plans)
    {
        var others = new List<Credit>();
        var currency = Currency.Of(record["currency"].Text);
        bool good = true;
        foreach (Measure measure in plans.Measures.OfDeals)
        {
            Field field = record[measure.Name];
            if (field.IsEmpty || DealFile.IsColumnOfItsOwn(measure.Name))
                continue;
            Money? amount = field.AmountOf(measure, currency);
            if (measure == deal.Credit.Measure)
            {
                field.Report(DiagnosticCode.KeyConflict, $"{field.Found} in a row whose amount is {measure}, too", "each measure of a deal once", "leave one of the two empty");
                amount = null;
            }
            // A booking may lose margin; what is taken back never adds.
            if (deal.Type == DealType.Refund && amount is { Value: > 0 })
            {
                field.Report(DiagnosticCode.Sign, $"{field.Found} in a refund", "an amount of at most 0", "write it with a minus sign");
                amount = null;
            }
            good &= amount is not null;
            if (amount is { } sum)
                others.Add(deal.Credit with { Measure = measure, DealAmount = sum });
        }
        return good ? others : null;
    }

    private static Rational? Discount(Field field)
    {
        Rational? discount = field.Percent();
        if (discount is null || discount <= Rational.One)
            return discount;
        field.Report(DiagnosticCode.NumberRange, field.Found, "a discount of at most 100 %");
        return null;
    }
}
