namespace CompModel;

/// <summary>
/// One step of a marginal <see cref="Tax"/>: the rate on what a year's wages exceed <paramref name="From"/> by, up to the next bracket. Wages of exactly
/// <paramref name="From"/> are still taxed by the bracket below.
/// </summary>
/// <param name="From">Wages of the calendar year, at least zero.</param>
/// <param name="Rate">A fraction of wages, 0 to 1 (1 is 100 %).</param>
public readonly record struct TaxBracket(Amount From, Rational Rate);
