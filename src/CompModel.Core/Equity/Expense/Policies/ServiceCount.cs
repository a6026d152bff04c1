namespace CompModel;

/// <summary>
/// How service is measured between two dates. The nth month boundary is counted from service inception, so that a service from 15 March has its
/// months from the 15th to the 14th, and a calendar month takes its days of two of them.
/// </summary>
public enum ServiceCount
{
    /// <summary>
    /// Every month of service weighs the same, whatever its length, and every day inside one month the same: a year is twelve twelfths, leap year
    /// or not. The default.
    /// </summary>
    EqualMonths,

    /// <summary>Every day of service weighs the same: a year is 365 or 366 days of the whole.</summary>
    EqualDays,

    /// <summary>A month of service counts when its last day is over and not before; what is left of a span that ends within a month, at its end.</summary>
    WholeMonths,
}
