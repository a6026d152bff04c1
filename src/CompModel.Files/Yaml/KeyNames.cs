namespace CompModel.Files;

/// <summary>What the field also calls a key of these files, for hints: each thing is written in one way.</summary>
internal static class KeyNames
{
    private static readonly (string Said, string Key)[] Others =
    [
        ("gate", "only_if"), ("gates", "only_if"), ("condition", "only_if"), ("conditions", "only_if"), ("if", "only_if"),
        ("mbo", "objective"), ("kso", "objective"), ("spif", "spiff"), ("sprint", "spiff"),
        ("frequency", "pays"), ("paid", "pays"), ("scope", "of"), ("unless", "otherwise"), ("else", "otherwise"),
        ("modifier", "multipliers"), ("modifiers", "multipliers"), ("multiplier", "multipliers"), ("bonus", "worth"), ("salary", "of_salary"),
        ("minimum", "floor"), ("maximum", "cap"), ("max", "cap"), ("min", "floor"), ("target", "target_incentive"), ("variable", "target_incentive"),
        ("hurdle", "threshold"), ("points", "knots"), ("cells", "steps"), ("payouts", "steps"), ("rates", "marginal"), ("tiers", "marginal"),
        ("tiers", "slopes"), ("kicker", "kickers"), ("minimum", "least"), ("at", "from"), ("reset", "recovery"),
    ];

    /// <summary>"did you mean 'only_if'?" for a word that the field uses for one of some keys, or is near to one; nothing otherwise.</summary>
    public static string Hint(string said, string[] keys)
    {
        foreach ((string other, string key) in Others)
        {
            if (other == said.Trim().ToLowerInvariant() && keys.Contains(key, StringComparer.Ordinal))
                return $"did you mean '{key}'?";
        }
        return Nearest.Hint(said, keys);
    }
}
