using System.Globalization;

namespace CompModel.Reports;

/// <summary>How figures of an offer are printed: whole units of currency, below zero with a minus sign; parts of an offer by their names.</summary>
internal static class OfferCells
{
    /// <summary>"1,234": rounded half away from zero.</summary>
    internal static string Whole(Rational value)
    {
        string digits = (value.Abs() + ((Rational)1 / 2)).Floor().ToString("#,##0", CultureInfo.InvariantCulture);
        return value.Sign < 0 && digits != "0" ? "−" + digits : digits;
    }

    internal static string Whole(Amount amount) => Whole(amount.Value);

    /// <summary>An estimate in whole units.</summary>
    internal static string Whole(double estimate)
    {
        double rounded = Math.Round(estimate, MidpointRounding.AwayFromZero);
        return (rounded < 0 ? "−" : "") + Math.Abs(rounded).ToString("#,##0", CultureInfo.InvariantCulture);
    }

    /// <summary>Amounts by column that print as whole units and add up down each column; the last column is the sum of those before it.</summary>
    internal static IReadOnlyList<Breakdown<TPart>> Footed<TPart>(IEnumerable<Breakdown<TPart>> columns)
        where TPart : struct, Enum
    {
        List<Breakdown<TPart>> footed = [.. columns.Select(column => column.Rounded(1))];
        return [.. footed, footed.Aggregate((sum, column) => sum + column)];
    }

    /// <summary>
    /// Parts in whole units that add up to a whole total (largest remainder), where figures printed elsewhere have taken some of it: a part may move by more than one then. Parts of
    /// nothing stay nothing; where all are, the total is not reached.
    /// </summary>
    internal static Rational[] Rest(IReadOnlyList<Rational> exact, Rational total)
    {
        Rational[] printed = [.. exact.Select(part => Rational.Of(part.Floor(), 1))];
        int[] order = [.. Enumerable.Range(0, exact.Count).Where(i => exact[i].Sign != 0).OrderByDescending(i => exact[i] - printed[i])];
        Rational left = total - printed.Aggregate(Rational.Zero, (sum, part) => sum + part);
        for (int next = 0; order.Length > 0 && left.Sign != 0; next++, left -= left.Sign)
            printed[left.Sign > 0 ? order[next % order.Length] : order[^(1 + (next % order.Length))]] += left.Sign;
        return printed;
    }

    /// <summary>To the nearest whole unit, half away from zero.</summary>
    internal static Rational Nearest(Rational value) => value.Sign < 0 ? -Nearest(-value) : Rational.Of((value + ((Rational)1 / 2)).Floor(), 1);

    internal static string Name(OfferPart part) => part switch
    {
        OfferPart.Salary => "Base salary",
        OfferPart.Incentive => "Incentive",
        OfferPart.TopUp => "Guarantee or draw top-up",
        OfferPart.SignOn => "Sign-on bonus",
        OfferPart.Equity => "Shares as they vest",
        OfferPart.Retirement => "Retirement, employer's part",
        _ => "Benefits",
    };

    internal static string Name(CostPart part) => part switch
    {
        CostPart.CashCompensation => "Cash compensation",
        CostPart.EmployerTaxes => "Employer taxes",
        CostPart.Retirement => "Retirement, employer's part",
        CostPart.Benefits => "Benefits at cost",
        _ => "Equity expense",
    };

    internal static string Name(PayPart part) => part switch
    {
        PayPart.Salary => Name(OfferPart.Salary),
        PayPart.Incentive => Name(OfferPart.Incentive),
        PayPart.SignOn => Name(OfferPart.SignOn),
        PayPart.Equity => Name(OfferPart.Equity),
        PayPart.Retirement => Name(OfferPart.Retirement),
        PayPart.Benefits => Name(OfferPart.Benefits),
        _ => "Total pay",
    };

    /// <summary>"at target", "at 120 % of quota".</summary>
    internal static string At(Rational attainment) => attainment == Rational.One ? "at target" : $"at {attainment * 100} % of quota";
}
