namespace CompModel;

/// <summary>A few stated attainments, each with its probability. See <see cref="AttainmentModel.Discrete"/>.</summary>
internal sealed record DiscreteAttainment : SteppedAttainment
{
    private DiscreteAttainment(IReadOnlyList<(double Attainment, double Probability)> outcomes)
        : base(Stated(outcomes))
    {
    }

    /// <summary>All of it at zero: a group that sells nothing, which is a law only beside others.</summary>
    internal static DiscreteAttainment NothingSold { get; } = new([(0, 1)]);

    /// <summary>The law of some outcomes. Throws where all of it lies at zero.</summary>
    internal static DiscreteAttainment Of(IReadOnlyList<(double Attainment, double Probability)> outcomes)
    {
        var law = new DiscreteAttainment(outcomes);
        return law.Mean > 0 ? law : throw new ArgumentException("All of this law lies at zero: then nobody sells anything.", nameof(outcomes));
    }

    internal override string Canonical => $"discrete {Law.Canonical}";

    private static StepLaw Stated(IReadOnlyList<(double Attainment, double Probability)> outcomes)
    {
        if (outcomes.Count == 0)
            throw new ArgumentException("A discrete law has at least one outcome.", nameof(outcomes));
        foreach ((double attainment, double probability) in outcomes)
        {
            NotNegative(attainment, nameof(outcomes));
            if (!(probability is > 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(outcomes), probability, FormattableString.Invariant($"The probability of attainment {attainment} is above 0 and at most 1."));
        }
        CheckSum(outcomes.Select(outcome => outcome.Probability), "probabilities of a discrete law", nameof(outcomes));
        return new(outcomes);
    }

    public bool Equals(DiscreteAttainment? other) => base.Equals(other);

    public override int GetHashCode() => base.GetHashCode();

    public override string ToString() => Law.Values.Length > 4
        ? FormattableString.Invariant($"discrete, {Law.Values.Length} values from {Law.Values[0]:0.####} to {Law.Values[^1]:0.####}, mean {Mean:0.####}")
        : $"discrete, {string.Join(", ", Law.Values.Select((value, i) => FormattableString.Invariant($"{value:0.####} with {Law.Shares[i]:0.####}")))}";
}
