namespace CompModel;

/// <summary>What was observed, drawn again with replacement: a step at each observation. See <see cref="AttainmentModel.Empirical(IReadOnlyList{double})"/>.</summary>
internal sealed record EmpiricalAttainment : SteppedAttainment
{
    private readonly int count;

    internal EmpiricalAttainment(IReadOnlyList<(double Attainment, double Weight)> observations)
        : base(Observed(observations)) => count = observations.Count;

    /// <summary>The law of observations. Throws for fewer than two, for equal ones, and for what is no attainment or weight, with its place.</summary>
    internal static StepLaw Observed(IReadOnlyList<(double Attainment, double Weight)> observations)
    {
        for (int i = 0; i < observations.Count; i++)
        {
            (double attainment, double weight) = observations[i];
            if (!(attainment >= 0 && double.IsFinite(attainment)))
                throw new ArgumentOutOfRangeException(nameof(observations), attainment, FormattableString.Invariant($"Observation {i + 1} is no attainment: a finite number of at least 0."));
            if (!(weight > 0 && double.IsFinite(weight)))
                throw new ArgumentOutOfRangeException(nameof(observations), weight, FormattableString.Invariant($"The weight of observation {i + 1} is a finite number above 0."));
        }
        if (observations.Count < 2)
            throw new ArgumentException(FormattableString.Invariant($"An empirical law needs at least two observations; here {(observations.Count == 0 ? "are none" : "is one")}."), nameof(observations));
        if (observations.All(one => one.Attainment == observations[0].Attainment))
            throw new ArgumentException(FormattableString.Invariant($"All {observations.Count} observations are {observations[0].Attainment}: they do not say how uncertain attainment is."), nameof(observations));
        return new(observations);
    }

    internal override string Canonical => $"empirical {Law.Canonical}";

    public bool Equals(EmpiricalAttainment? other) => base.Equals(other);

    public override int GetHashCode() => base.GetHashCode();

    public override string ToString() => FormattableString.Invariant($"empirical, {count} observations, mean {Mean:0.####}, sd {StandardDeviation:0.####}");
}
