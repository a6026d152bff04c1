namespace CompModel;

/// <summary>A condition compiled for one window: places are amounts, and credits are read where they are.</summary>
internal abstract class ConditionKernel
{
    private ConditionKernel()
    {
    }

    /// <summary>Whether it is met in a trial.</summary>
    internal abstract bool IsMet(in CreditTile credits, int trial);

    /// <summary>A condition for the credits and quotas of some days.</summary>
    internal static ConditionKernel Of(Condition condition, Func<Measure, CreditScope, AskedCredits> asked) => condition switch
    {
        Condition.Reaches one => new Reaches(one, asked(one.Measure, one.Scope)),
        Condition.Joined many => new Joined(many.All, [.. many.Conditions.Select(each => Of(each, asked))]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private sealed class Reaches(Condition.Reaches condition, AskedCredits asked) : ConditionKernel
    {
        // Without a quota nothing is attained.
        private readonly double place = condition.OfQuota && asked.Quota.Sign <= 0 ? double.PositiveInfinity
            : (condition.OfQuota ? condition.Place * asked.Quota : condition.Place).ToDouble();

        private readonly bool above = condition.Sense == Boundary.Above;

        internal override bool IsMet(in CreditTile credits, int trial)
        {
            double credited = credits.In(asked.Credits, trial);
            return above ? credited > place : credited >= place;
        }
    }

    private sealed class Joined(bool all, ConditionKernel[] conditions) : ConditionKernel
    {
        internal override bool IsMet(in CreditTile credits, int trial)
        {
            foreach (ConditionKernel condition in conditions)
            {
                if (condition.IsMet(credits, trial) != all)
                    return !all;
            }
            return all;
        }
    }
}

/// <summary>What a window asks of a measure, and where its credits are read.</summary>
/// <param name="Credits">The credits of the window's days.</param>
/// <param name="Quota">The quota of the same days.</param>
internal readonly record struct AskedCredits(ReadSpan Credits, Rational Quota);
