namespace CompModel;

/// <summary>
/// The law's limits on a 401(k) for one calendar year, in money; each may be absent, which is no limit. They are inputs with a source (the IRS announces them each autumn), never
/// constants here. The additions limit is held against deferrals without catch-up and what the employer adds; what the employer adds gives way, the
/// nonelective part first; what was added in earlier periods stays, and then no more is deferred.
/// Its other half in the law, all of the year's pay, is not applied.
/// </summary>
public sealed record RetirementLimits
{
    /// <summary>Limits of a year. Throws below zero, and for several currencies.</summary>
    /// <param name="deferral">The most that somebody defers, 26 U.S.C. 402(g).</param>
    /// <param name="compensation">The most pay of a year that a match counts, 26 U.S.C. 401(a)(17).</param>
    /// <param name="additions">The most that deferral and employer add together, 26 U.S.C. 415(c).</param>
    public RetirementLimits(Money? deferral = null, Money? compensation = null, Money? additions = null)
        : this(deferral, compensation, additions, null, null)
    {
    }

    private RetirementLimits(Money? deferral, Money? compensation, Money? additions, Money? from50, Money? from60To63)
    {
        Deferral = Checked(nameof(deferral), deferral);
        Compensation = Checked(nameof(compensation), compensation);
        Additions = Checked(nameof(additions), additions);
        CatchUpFrom50 = Checked(nameof(from50), from50);
        CatchUpFrom60To63 = Checked(nameof(from60To63), from60To63);
        Currency[] currencies = [.. All.Select(limit => limit.Currency).Distinct()];
        if (currencies.Length > 1)
            throw new ArgumentException($"Limits of a year are in one currency; these are in {string.Join(" and ", currencies)}.", nameof(deferral));
    }

    /// <summary>No limit at all.</summary>
    public static RetirementLimits None { get; } = new();

    /// <summary>The limits of a year by a table, such as <see cref="PayrollLimits.UnitedStates"/>; the catch-up of ages 60 to 63 where the table has it. Throws for a year that it lacks.</summary>
    public static RetirementLimits Of(PayrollLimits limits, int year)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var plain = new RetirementLimits(limits.At(PayrollLimit.ElectiveDeferral, year), limits.At(PayrollLimit.Compensation, year), limits.At(PayrollLimit.AnnualAdditions, year));
        return plain.WithCatchUp(limits.At(PayrollLimit.CatchUp, year), limits.Has(PayrollLimit.CatchUp60To63, year) ? limits.At(PayrollLimit.CatchUp60To63, year) : null);
    }

    /// <summary>The limits of years that follow each other, each from its 1 January; the last go on.</summary>
    public static EffectiveDated<RetirementLimits> Of(PayrollLimits limits, int firstYear, int lastYear) =>
        Enumerable.Range(firstYear + 1, lastYear - firstYear).Aggregate(new EffectiveDated<RetirementLimits>(Of(limits, firstYear)), (dated, year) => dated.From(new(year, 1, 1), Of(limits, year)));

    /// <summary>The most that somebody defers in the year, before any catch-up.</summary>
    public Money? Deferral { get; }

    /// <summary>The most pay of the year that a match counts; pay after it is reached counts for nothing, though it may be deferred from.</summary>
    public Money? Compensation { get; }

    /// <summary>The most that deferrals without catch-up and the employer's part come to in the year.</summary>
    public Money? Additions { get; }

    /// <summary>What may be deferred besides in the year in which somebody becomes 50, and later; null is nothing.</summary>
    public Money? CatchUpFrom50 { get; }

    /// <summary>In place of it in the years in which somebody becomes 60 to 63 (the law since 2025); null is no other than from 50.</summary>
    public Money? CatchUpFrom60To63 { get; }

    private IEnumerable<Money> All =>
        new[] { Deferral, Compensation, Additions, CatchUpFrom50, CatchUpFrom60To63 }.Where(limit => limit is not null).Select(limit => limit!.Value);

    /// <summary>A copy with catch-up: from 50 on, and another at 60 to 63 if there is one. Throws below zero, and in another currency.</summary>
    public RetirementLimits WithCatchUp(Money from50, Money? from60To63 = null) => new(Deferral, Compensation, Additions, from50, from60To63);

    /// <summary>The most that somebody defers in the year in which they become so old, catch-up included; null is no limit.</summary>
    public Money? MostDeferred(int age) => Deferral is { } limit ? CatchUpAt(age) is { } more ? limit + more : limit : null;

    internal void Check(Currency pays)
    {
        foreach (Money limit in All)
        {
            if (limit.Currency != pays)
                throw new ArgumentException($"Pay is in {pays}; a limit is {limit}.", "limits");
        }
    }

    private Money? CatchUpAt(int age) => age is >= 60 and <= 63 ? CatchUpFrom60To63 ?? CatchUpFrom50 : age >= 50 ? CatchUpFrom50 : null;

    private static Money? Checked(string parameter, Money? limit) => limit is { Value: < 0 }
        ? throw new ArgumentOutOfRangeException(parameter, limit, "A limit of a retirement plan is at least zero.")
        : limit;
}
