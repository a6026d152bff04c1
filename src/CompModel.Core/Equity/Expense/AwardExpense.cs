using NodaTime;

namespace CompModel;

// One award under one policy: shares earned by service first, then what they are worth.
internal sealed class AwardExpense
{
    private readonly ServiceClock clock;
    private readonly LocalDate ends;

    // What straight-line keeps for good of those who left: the vested shares that belong to what was forfeited, after each day of forfeitures.
    private readonly List<(LocalDate On, Rational Shares)> kept = [];

    internal AwardExpense(Award award, ExpensePolicy policy)
    {
        policy.Admit(award);
        (Award, Policy) = (award, policy);
        clock = new ServiceClock(award.ServiceFrom, policy.Count);
        ends = award.Tranches[^1].Vests;
        LocalDate[] changes = [.. award.Changes.Select(change => change.On)];
        First = changes.Append(award.ServiceFrom).Min();
        Last = changes
            .Concat(award.ExpectedMultiple.Changes)
            .Concat(award.FairValues.Changes)
            .Concat(policy.Forfeitures.Changes.Where(date => date <= ends))
            .Append(LocalDate.Max(award.ServiceFrom, ends.PlusDays(-1)))
            .Where(date => date >= First)
            .Max();
        Keep();
    }

    internal Award Award { get; }

    internal ExpensePolicy Policy { get; }

    /// <summary>The first day that may have expense.</summary>
    internal LocalDate First { get; }

    /// <summary>The last day that may have any.</summary>
    internal LocalDate Last { get; }

    internal Amount CumulativeAt(LocalDate date)
    {
        if (date < First)
            return Amount.Zero(Award.Currency);
        Rational settled = 0;
        Amount sum = Amount.Zero(Award.Currency);
        foreach (AwardChange change in Award.Changes.Where(change => change is AwardChange.Settled && change.On <= date))
        {
            settled += change.Shares;
            sum += Measured(change.Shares, change.On);
        }
        return sum + Measured(EarnedAt(date) - settled, date);
    }

    /// <summary>What is yet to be expensed as expected on a date, and the same weighted by the years over which it will be; nothing before the grant or service.</summary>
    internal (Amount Cost, Amount CostYears) UnrecognisedAt(LocalDate date)
    {
        Amount none = Amount.Zero(Award.Currency);
        if (date < LocalDate.Min(First, Award.Granted))
            return (none, none);
        LocalDate after = date.PlusDays(1);
        if (Policy.Attribution == Attribution.StraightLine)
        {
            LocalDate end = Award.History.Where(tranche => tranche.LeftAt(date) > 0).Select(tranche => tranche.Vests).Append(Award.ServiceFrom).Max();
            Amount cost = Measured(ExpectedAt(date) - EarnedAt(date), date);
            return (cost, cost * Years(after, end));
        }
        (Amount Cost, Amount CostYears) sum = (none, none);
        foreach (AwardTranche tranche in Award.History)
        {
            Amount cost = Measured(Expected(tranche, date) * (1 - clock.Rendered(date, tranche.Vests)), date);
            sum = (sum.Cost + cost, sum.CostYears + (cost * Years(after, tranche.Vests)));
        }
        return sum;
    }

    private Rational EarnedAt(LocalDate date)
    {
        if (Policy.Attribution == Attribution.Graded)
            return Sum(tranche => tranche.AcceleratedBy(date) + (Expected(tranche, date) * clock.Rendered(date, tranche.Vests)));
        Rational vested = Sum(tranche => tranche.AcceleratedBy(date) + (clock.Rendered(date, tranche.Vests) == 1 ? Expected(tranche, date) : 0));
        Rational left = kept.LastOrDefault(at => at.On <= date).Shares;
        return Rational.Max(vested, left + ((ExpectedAt(date) - left) * clock.Rendered(date, ends)));
    }

    private Rational ExpectedAt(LocalDate date) => Sum(tranche => tranche.AcceleratedBy(date) + Expected(tranche, date));

    // Of the shares that vest by the original date, those expected to on a date. A vesting date closes the estimate.
    private Rational Expected(AwardTranche tranche, LocalDate date)
    {
        LocalDate on = LocalDate.Min(date, tranche.Vests);
        LocalDate known = Award.RecordedThrough is { } recorded ? LocalDate.Min(on, recorded).PlusDays(1) : Award.ServiceFrom;
        // Shares that vest on the grant date are known to.
        return Policy.Forfeitures.Expected(
            tranche.Shares - tranche.AcceleratedBy(date), tranche.LeftAt(date), on, Years(LocalDate.Max(known, Award.ServiceFrom), tranche.Vests));
    }

    private Rational Years(LocalDate from, LocalDate to) => from >= to ? 0 : (clock.MonthsTo(to) - clock.MonthsTo(from)) / 12;

    private Amount Measured(Rational shares, LocalDate date) => Award.FairValues.At(date) * (shares * Award.ExpectedMultiple.At(date));

    private Rational Sum(Func<AwardTranche, Rational> shares)
    {
        Rational sum = 0;
        foreach (AwardTranche tranche in Award.History)
            sum += shares(tranche);
        return sum;
    }

    // Whoever forfeits takes a share of the unvested shares along, and of the expense that lies on them; the same share of what has vested is theirs, and stays without
    // further service. So an award of many people costs what awards of each of them would.
    private void Keep()
    {
        if (Policy.Attribution == Attribution.Graded)
            return;
        Rational left = 0;
        foreach (LocalDate on in Award.Changes.OfType<AwardChange.Forfeited>().Select(change => change.On).Distinct().Order())
        {
            Rational forfeited = Sum(tranche => tranche.ForfeitedBy(on) - tranche.ForfeitedBy(on.PlusDays(-1)));
            Rational vested = Sum(tranche => tranche.VestedBy(on));
            Rational unvested = Sum(tranche => on >= tranche.Vests ? 0 : tranche.LeftAt(on)) + forfeited;
            Rational leavers = forfeited / unvested;
            left += (vested - left) * leavers;
            kept.Add((on, left));
        }
    }
}
