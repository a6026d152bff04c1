using NodaTime;

namespace CompModel;

/// <summary>
/// How many shares of a grant are vested, unvested and forfeited as of a day, which counts; in shares of that day, after splits. Always exactly: vested + unvested + forfeited = shares,
/// and shares + fractions = those granted × splits + those added.
/// </summary>
/// <param name="Shares">All shares: those granted, after splits, and those added by a result.</param>
/// <param name="Vested">Those that have vested and were not cancelled.</param>
/// <param name="Unvested">Those that have yet to vest.</param>
/// <param name="Forfeited">Those that are lost: forfeited, cancelled, lapsed or not earned.</param>
/// <param name="Added">Those added by results above target.</param>
/// <param name="Fractions">Parts of shares that splits left off, usually paid in cash.</param>
public readonly record struct GrantBalance(Rational Shares, Rational Vested, Rational Unvested, Rational Forfeited, Rational Added, Rational Fractions);
