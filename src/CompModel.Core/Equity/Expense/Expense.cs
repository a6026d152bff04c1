namespace CompModel;

/// <summary>
/// The accounting expense of equity awards (ASC 718, IFRS 2): an <see cref="Award"/> and an <see cref="ExpensePolicy"/> make an
/// <see cref="ExpenseSchedule"/>. Not what a person gains when shares vest, and not cash.
/// </summary>
public static class Expense
{
    /// <summary>
    /// The expense of one award. Throws where the standard does not allow the policy for it: straight-line with several tranches under IFRS 2, or under ASC 718
    /// with a performance condition.
    /// </summary>
    public static ExpenseSchedule Of(Award award, ExpensePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(award);
        ArgumentNullException.ThrowIfNull(policy);
        return new([new(award, policy)]);
    }

    /// <summary>The expense of awards under one policy: the sum of each. Throws as <see cref="Of"/> and <see cref="Portfolio(IEnumerable{ExpenseSchedule})"/> do.</summary>
    public static ExpenseSchedule Portfolio(IEnumerable<Award> awards, ExpensePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(awards);
        return Portfolio(awards.Select(award => Of(award, policy)));
    }

    /// <summary>
    /// The sum of schedules, each by a policy of its own. Throws where there is none, where currencies differ, and where an award is there twice: one award has
    /// one grant-date fair value and one schedule.
    /// </summary>
    public static ExpenseSchedule Portfolio(IEnumerable<ExpenseSchedule> schedules)
    {
        ArgumentNullException.ThrowIfNull(schedules);
        AwardExpense[] parts = [.. schedules.SelectMany(schedule => schedule.Parts)];
        if (parts.Length == 0)
            throw new ArgumentException("A portfolio has at least one award.", nameof(schedules));
        if (parts.FirstOrDefault(part => part.Award.Currency != parts[0].Award.Currency) is { } other)
            throw Amount.Mixed(parts[0].Award.Currency, other.Award.Currency);
        if (parts.GroupBy(part => part.Award.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
        {
            throw new ArgumentException(
                $"Award {twice.Key} is there {twice.Count()} times, at {string.Join(" and ", twice.Select(part => part.Award.FairValues.First))} a share. {Award.NoModification}",
                nameof(schedules));
        }
        return new(parts);
    }
}
