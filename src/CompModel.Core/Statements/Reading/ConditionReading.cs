namespace CompModel;

/// <summary>What conditions and multipliers come to, for what was attained of the measures that they ask about.</summary>
internal static class ConditionReading
{
    extension(Condition condition)
    {
        /// <summary>Whether it is met.</summary>
        internal bool IsMet(Func<Measure, CreditScope, Attainment> attained) => condition switch
        {
            Condition.Reaches one => attained(one.Measure, one.Scope) is var at && Reached(one, at),
            Condition.Joined { All: true } many => many.Conditions.All(each => each.IsMet(attained)),
            Condition.Joined many => many.Conditions.Any(each => each.IsMet(attained)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    extension(Multiplier multiplier)
    {
        /// <summary>The factor and what it follows from, in words.</summary>
        internal (Rational Factor, string Because) At(Func<Measure, CreditScope, Attainment> attained)
        {
            switch (multiplier)
            {
                case Multiplier.ByCurve one:
                    Rational at = attained(one.Measure, one.Scope).Ratio;
                    return (one.Curve.PayoutAt(at), $"{one.Measure} at {Text.Percent(at)}");
                case Multiplier.ByMatrix two:
                    Rational row = attained(two.Rows, two.Scope).Ratio, column = attained(two.Columns, two.Scope).Ratio;
                    return (two.Matrix.At(row, column), $"{two.Rows} at {Text.Percent(row)} and {two.Columns} at {Text.Percent(column)}");
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
    }

    // Places are compared in amounts, and without a quota nothing is attained.
    private static bool Reached(Condition.Reaches one, Attainment at)
    {
        if (one.OfQuota && at.Quota.Value.Sign <= 0)
            return false;
        Rational place = one.OfQuota ? at.Quota.Value * one.Place : one.Place;
        return one.Sense == Boundary.AtOrAbove ? at.Credited.Value >= place : at.Credited.Value > place;
    }
}
