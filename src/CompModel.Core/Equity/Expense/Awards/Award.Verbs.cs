using NodaTime;

namespace CompModel;

/// <content>The award otherwise: checked copies.</content>
public sealed partial class Award
{
    private EffectiveDated<Rational>? Multiple => IsConditional ? ExpectedMultiple : null;

    /// <summary>
    /// The award with a service inception of its own: earlier, where people serve for it before it is granted (expense until then stands at the fair
    /// value stated for the grant date), or later. Throws where a tranche vests before it.
    /// </summary>
    public Award ServingFrom(LocalDate inception) => Changed(inception, Changes, RecordedThrough, Multiple);

    /// <summary>
    /// The award with more that happened to its shares. Throws where a tranche is not of the award, more is forfeited or accelerated than is unvested, more
    /// settled than is vested, or before the grant date.
    /// </summary>
    public Award With(params IEnumerable<AwardChange> changes)
    {
        AwardChange[] all = [.. Changes, .. changes];
        LocalDate? recorded = all.Length == 0 ? RecordedThrough : LocalDate.Max(RecordedThrough ?? LocalDate.MinIsoValue, all.Max(change => change.On));
        return Changed(ServiceFrom, all, recorded, Multiple);
    }

    /// <summary>
    /// The award with its record complete to a day: tranches that vest by then are trued up to the shares that did vest, and estimates start from the shares
    /// left on that day. Throws before the last change.
    /// </summary>
    public Award Recorded(LocalDate through) => Changed(ServiceFrom, Changes, InRange(through, nameof(through)), Multiple);

    /// <summary>
    /// The award with a performance condition, as judged on each date: the expected multiple of shares, 0 while it is not probable, 1 at target.
    /// A liquidity event counts 0 until the day it happens (ASC 718-10-25-20). Each change is caught up with on its day, for all service rendered.
    /// Of shares settled it stands. Throws for a multiple below zero.
    /// </summary>
    public Award Expecting(EffectiveDated<Rational> multiple)
    {
        ArgumentNullException.ThrowIfNull(multiple);
        return Changed(ServiceFrom, Changes, RecordedThrough, multiple);
    }

    private Award Changed(LocalDate serviceFrom, IReadOnlyList<AwardChange> changes, LocalDate? recorded, EffectiveDated<Rational>? multiple) =>
        new(Id, Granted, FairValues, IsLiability, serviceFrom, Tranches, changes, recorded, multiple);
}
