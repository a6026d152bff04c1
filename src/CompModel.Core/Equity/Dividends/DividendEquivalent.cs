using NodaTime;

namespace CompModel;

/// <summary>What one dividend gives one tranche that is unvested on the record date. Amounts and units are exact.</summary>
/// <param name="Tranche">The shares it comes from, and with which it vests.</param>
/// <param name="Dividend">The dividend.</param>
/// <param name="On">The units it accrued on: the tranche's shares and, reinvested, the units credited to it by the record date.</param>
/// <param name="Value">The dividend on those units.</param>
/// <param name="Units">The further units credited on the payment date; zero where it is paid in cash.</param>
/// <param name="Due">When it vests or is paid: with the tranche, or on the payment date where that comes later.</param>
public readonly record struct DividendEquivalent(Tranche Tranche, Dividend Dividend, Rational On, Amount Value, Rational Units, LocalDate Due)
{
    /// <summary>What is paid in cash when it is due: the value, or nothing where it became units.</summary>
    public Amount Cash => Units.Sign == 0 ? Value : Amount.Zero(Value.Currency);
}
