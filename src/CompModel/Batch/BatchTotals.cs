namespace CompModel;

/// <summary>
/// What many rows earn by one rate table, in minor units (cents), and their exact total: the figures of a statement without its lines, for runs over millions
/// of rows. Each row equals <see cref="RateTable.CommissionOn"/> rounded by <see cref="Rounding.ToMinorUnit"/>, always; refunds below zero count at the first
/// rate. Takes tables whose tiers are straight lines, of either sense of breakpoints; interpolated rates are refused. Rows between −2^<see cref="ProvenBits"/>
/// and 2^<see cref="ProvenBits"/> go in vectors of exact doubles, without allocation; the rest one by one in rationals, to the same result.
/// </summary>
public sealed class BatchTotals
{
    private static readonly long[] Ones = [.. Enumerable.Repeat(1L, HingedTotals.MostRows)];

    private readonly RateTable table;
    private readonly Currency currency;
    private readonly bool scales;
    private readonly Rational unitsPerMajor;
    private readonly HingedTable hinged;
    private readonly HingedTotals.Kernel kernel;

    private BatchTotals(RateTable table, Currency currency)
    {
        if (!table.IsPiecewiseLinear)
            throw new ArgumentException("A batch takes tables whose tiers are straight lines; interpolated rates are quadratic: read statements instead.", nameof(table));
        scales = table.Places == TierPlaces.SharesOfQuota;
        if (scales && table.Reading == TableReading.ProportionalAmounts)
            throw new ArgumentException("A batch takes tiers of quota with rates; amounts that a tier adds whatever the quota have another rate in each row: read statements instead.", nameof(table));
        if (currency == Currency.None)
            throw new ArgumentException("A batch earns money: name its currency, whose minor units amounts are in.", nameof(currency));
        this.table = table;
        this.currency = currency;
        unitsPerMajor = 1;
        for (int digit = 0; digit < currency.MinorUnitDigits; digit++)
            unitsPerMajor *= 10;
        hinged = new(table, unitsPerMajor, scales);
        kernel = HingedTotals.Widest;
    }

    private BatchTotals(BatchTotals other, HingedTotals.Kernel kernel)
        : this(other.table, other.currency) => this.kernel = kernel;

    /// <summary>
    /// By a table in amounts (major units, as everywhere), the same for all rows; or by one whose tiers are shares of quota (<see cref="RateTable.OfQuota"/>), which
    /// scales with each row's. Throws for interpolated rates, for tiers of quota that add fixed amounts, and without a currency.
    /// </summary>
    public static BatchTotals Of(RateTable table, Currency currency) => new(table, currency);

    /// <summary>
    /// Rows go in vectors for −2^bits ≤ credited &lt; 2^bits and quotas up to 2^(bits + 1), in minor units: 42 is 44 billion dollars. It follows from the table's
    /// denominators; −1 where they are so large that no row does.
    /// </summary>
    public int ProvenBits => hinged.Bits;

    /// <summary>
    /// Earned of each row, by a table in shares of quota, and the exact sum. All spans have one length and are minor units; quotas are above zero. The output shares no
    /// memory with the inputs. Throws for a quota of zero or less, naming the row, and <see cref="OverflowException"/> for pay beyond the range of money, 10^15;
    /// nothing is then left in <paramref name="earned"/>.
    /// </summary>
    public Int128 Earned(ReadOnlySpan<long> quotas, ReadOnlySpan<long> credited, Span<long> earned)
    {
        if (!scales)
            throw new InvalidOperationException("This table is in amounts: it takes no quotas. Make one that scales of a table's OfQuota.");
        if (quotas.Length != credited.Length)
            throw new ArgumentException($"There are {quotas.Length} quotas for {credited.Length} credited amounts.", nameof(quotas));
        if (quotas.Overlaps(earned))
            throw new ArgumentException("What is earned may not overwrite the quotas.", nameof(earned));
        return Read(quotas, credited, earned);
    }

    /// <summary>Earned of each row, by a table in amounts, and the exact sum; otherwise as with quotas.</summary>
    public Int128 Earned(ReadOnlySpan<long> credited, Span<long> earned) => !scales
        ? Read([], credited, earned)
        : throw new InvalidOperationException("This table is in shares of quota: pass the quotas. Make one that does not of a table in amounts.");

    /// <summary>A copy on vectors of another width, for tests: the result is the same.</summary>
    internal BatchTotals On(HingedTotals.Kernel kernel) => new(this, kernel);

    private Int128 Read(ReadOnlySpan<long> quotas, ReadOnlySpan<long> credited, Span<long> earned)
    {
        if (earned.Length != credited.Length)
            throw new ArgumentException($"There is room for {earned.Length} results of {credited.Length} credited amounts.", nameof(earned));
        if (credited.Overlaps(earned))
            throw new ArgumentException("What is earned may not overwrite the credited amounts.", nameof(earned));
        try
        {
            Int128 total = 0;
            int whole = credited.Length - (credited.Length % HingedTotals.Rows);
            for (int row = 0; row < whole; row += HingedTotals.MostRows)
            {
                int rows = Math.Min(HingedTotals.MostRows, whole - row);
                total += Tile(row, scales ? quotas.Slice(row, rows) : Ones.AsSpan(0, rows), credited.Slice(row, rows), earned.Slice(row, rows));
            }
            return whole == credited.Length ? total : total + Rest(whole, scales ? quotas[whole..] : [], credited[whole..], earned[whole..]);
        }
        catch
        {
            earned.Clear();
            throw;
        }
    }

    // The last few rows, filled up with rows that earn nothing.
    private Int128 Rest(int row, ReadOnlySpan<long> quotas, ReadOnlySpan<long> credited, Span<long> earned)
    {
        Span<long> units = stackalloc long[HingedTotals.Rows], amounts = stackalloc long[HingedTotals.Rows], results = stackalloc long[HingedTotals.Rows];
        units.Fill(1);
        amounts.Clear();
        quotas.CopyTo(units);
        credited.CopyTo(amounts);
        Int128 sum = Tile(row, units, amounts, results);
        results[..earned.Length].CopyTo(earned);
        return sum;
    }

    private Int128 Tile(int row, ReadOnlySpan<long> units, ReadOnlySpan<long> credited, Span<long> earned)
    {
        long sum = kernel(hinged, units, credited, earned, out bool proven);
        if (proven)
            return sum;
        Int128 total = 0;
        for (int i = 0; i < earned.Length; i++)
        {
            if (!IsProven(units[i], credited[i]))
                earned[i] = One(row + i, units[i], credited[i]);
            total += earned[i];
        }
        return total;
    }

    private bool IsProven(long unit, long credited) =>
        hinged.Bits >= 0 && unit >= 1 && unit <= 1L << (hinged.Bits + 1) && credited >= -(1L << hinged.Bits) && credited < 1L << hinged.Bits;

    private long One(int row, long unit, long credited)
    {
        if (unit <= 0)
            throw new ArgumentOutOfRangeException("quotas", unit, $"A quota is above zero where tiers are shares of it; that of row {row} is {unit}.");
        Rational commission = table.For((Rational)unit / unitsPerMajor).CommissionOn((Rational)credited / unitsPerMajor);
        try
        {
            return (long)(new Amount(commission, currency).Round(Rounding.ToMinorUnit).Value * (decimal)unitsPerMajor.Numerator);
        }
        catch (OverflowException problem)
        {
            throw new OverflowException($"Row {row}, {credited} minor units credited: {problem.Message}", problem);
        }
    }
}
