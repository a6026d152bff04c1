using NodaTime;

namespace CompModel;

/// <summary>
/// Shares of a grant that vest on one date. Unlike an <see cref="Installment"/> it is final: allocation, cliff and grant date are in it.
/// The date does not move for weekends or holidays; settlement does. Whole shares, but under <see cref="ShareAllocation.Fractional"/>.
/// </summary>
/// <param name="Vests">The first day on which the shares are vested.</param>
/// <param name="Shares">The number of shares, at least zero.</param>
public readonly record struct Tranche(LocalDate Vests, Rational Shares);
