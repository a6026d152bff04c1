using NodaTime;

namespace CompModel;

/// <summary>
/// What happened to shares of one tranche of an <see cref="Award"/> by its original terms: <see cref="Forfeited"/>, <see cref="Accelerated"/>
/// or <see cref="Settled"/>; there are no others. The tranche is named by its original vesting date. It counts at the end of its day.
/// A change of the terms themselves is a modification and has no place here.
/// </summary>
public abstract record AwardChange
{
    private AwardChange(LocalDate vests, LocalDate on, Rational shares)
    {
        if (shares <= 0)
            throw new ArgumentOutOfRangeException(nameof(shares), shares, "A change concerns more than zero shares.");
        (Vests, On, Shares) = (vests, on, shares);
    }

    /// <summary>The original vesting date of the tranche.</summary>
    public LocalDate Vests { get; }

    /// <summary>The day of the change.</summary>
    public LocalDate On { get; }

    /// <summary>The shares of the tranche that it concerns, above zero; parts of a share are allowed.</summary>
    public Rational Shares { get; }

    /// <summary>Unvested shares that will not vest. What is expensed of them is reversed.</summary>
    public sealed record Forfeited : AwardChange
    {
        /// <summary>Throws where the day is not before the vesting date, or shares are not above zero.</summary>
        public Forfeited(LocalDate vests, LocalDate on, Rational shares)
            : base(vests, on, shares)
        {
            if (on >= vests)
                throw new ArgumentOutOfRangeException(nameof(on), on, $"Shares that vest on {vests:uuuu-MM-dd} are forfeited before that day; what has vested never is.");
        }
    }

    /// <summary>
    /// Unvested shares that vest early under the terms of the award as granted (a change in control, a death). What is not expensed of them yet is, on that
    /// day. Where the terms were changed so that they vest early, that is a modification.
    /// </summary>
    public sealed record Accelerated : AwardChange
    {
        /// <summary>Throws where the day is not before the original vesting date, or shares are not above zero.</summary>
        public Accelerated(LocalDate vests, LocalDate on, Rational shares)
            : base(vests, on, shares)
        {
            if (on >= vests)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(on), on, $"Shares that vest on {vests:uuuu-MM-dd} are accelerated to a day before that. {Award.NoModification}");
            }
        }
    }

    /// <summary>
    /// Vested shares that are paid out. A liability is measured at the fair value of that day and from then on no more; for equity it changes nothing.
    /// </summary>
    public sealed record Settled : AwardChange
    {
        /// <summary>Throws where shares are not above zero.</summary>
        public Settled(LocalDate vests, LocalDate on, Rational shares)
            : base(vests, on, shares)
        {
        }
    }
}
