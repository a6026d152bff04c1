using NodaTime;

namespace CompModel;

/// <summary>
/// Dividend equivalents on restricted stock units: holders of units receive no dividend, so a grant may promise its value on what is unvested on the record date; from the vest date on
/// shares earn the dividend itself. They vest with the tranche they come from, and are lost with it. Two verbs, because grants promise one or the other: paid in cash, or credited as further units
/// at the price of the payment date, which themselves accrue on later dividends.
/// </summary>
public sealed class DividendEquivalents
{
    private readonly DividendEquivalent[] rows;

    private DividendEquivalents(DividendEquivalent[] rows) => this.rows = rows;

    /// <summary>What each tranche has of each dividend, by tranche and then by record date; dividends that do not touch a tranche have no row.</summary>
    public IReadOnlyList<DividendEquivalent> Rows => rows.AsReadOnly();

    /// <summary>Accrued in cash and paid when the tranche vests.</summary>
    /// <param name="granted">The grant date: a dividend of record before it accrues nothing.</param>
    /// <param name="tranches">What vests when. A tranche that vests on the record date is vested by then.</param>
    /// <param name="dividends">Dividends in any order, of one currency.</param>
    public static DividendEquivalents InCash(LocalDate granted, IEnumerable<Tranche> tranches, params IEnumerable<Dividend> dividends) =>
        Accrue(granted, tranches, dividends, (_, _) => 0);

    /// <summary>Credited as further units on the payment date, exact fractions, that vest with the tranche. Parameters are those of <see cref="InCash"/>; throws for a dividend without a price.</summary>
    public static DividendEquivalents Reinvested(LocalDate granted, IEnumerable<Tranche> tranches, params IEnumerable<Dividend> dividends) =>
        Accrue(granted, tranches, dividends, (value, dividend) => dividend.UnitsFor(value));

    /// <summary>The units that vest with a tranche, its own shares included; exact, and seldom whole.</summary>
    public Rational UnitsOf(Tranche tranche) => Of(tranche).Aggregate((Rational)tranche.Shares, (sum, row) => sum + row.Units);

    /// <summary>What is paid in cash for a tranche; zero of no currency where it has no row.</summary>
    public Amount CashOf(Tranche tranche) => Of(tranche).Aggregate(default(Amount?), (sum, row) => sum is { } before ? before + row.Cash : row.Cash) ?? default;

    private IEnumerable<DividendEquivalent> Of(Tranche tranche) => rows.Where(row => row.Tranche == tranche);

    private static DividendEquivalents Accrue(LocalDate granted, IEnumerable<Tranche> tranches, IEnumerable<Dividend> dividends, Func<Amount, Dividend, Rational> unitsFor)
    {
        Dividend[] inOrder = [.. dividends.OrderBy(dividend => dividend.Record).ThenBy(dividend => dividend.Paid)];
        if (inOrder.Select(dividend => dividend.PerShare.Currency).Distinct().Count() > 1)
            throw new ArgumentException("The dividends of a share are of one currency.", nameof(dividends));
        Tranche[] all = [.. tranches];
        if (all.CountBy(tranche => tranche.Vests).FirstOrDefault(date => date.Value > 1) is { Value: > 1 } twice)
            throw new ArgumentException($"Tranches vest on dates of their own; {twice.Key:uuuu-MM-dd} has two.", nameof(tranches));
        List<DividendEquivalent> rows = [];
        foreach (Tranche tranche in all)
        {
            int first = rows.Count;
            foreach (Dividend dividend in inOrder.Where(dividend => granted <= dividend.Record && dividend.Record < tranche.Vests))
            {
                // Units of a dividend that is paid after this record date are not outstanding on it.
                Rational on = rows.Skip(first)
                    .Where(row => row.Dividend.Record < dividend.Record && row.Dividend.Paid <= dividend.Record)
                    .Aggregate((Rational)tranche.Shares, (sum, row) => sum + row.Units);
                Amount value = dividend.PerShare * on;
                rows.Add(new(tranche, dividend, on, value, unitsFor(value, dividend), LocalDate.Max(tranche.Vests, dividend.Paid)));
            }
        }
        return new([.. rows]);
    }
}
