namespace CompModel;

/// <summary>
/// How large a deal is, in major units of the participant's currency (or of its measure): a law above zero, drawn by inversion of one random word. Where deals split
/// what an attainment model draws, sizes matter only in proportion to each other.
/// </summary>
public abstract record DealSize
{
    private protected DealSize()
    {
    }

    /// <summary>The mean size.</summary>
    public abstract double Mean { get; }

    /// <summary>The variance of the size.</summary>
    public abstract double Variance { get; }

    /// <summary>Family and parameters, every digit of them.</summary>
    internal abstract string Canonical { get; }

    /// <summary>All deals are of one size. Throws unless it is above zero.</summary>
    public static DealSize Fixed(decimal size) => Discrete((size, 1));

    /// <summary>Some sizes, each with its probability; they sum to exactly one. Throws otherwise, and unless sizes are above zero.</summary>
    public static DealSize Discrete(params (decimal Size, Rational Probability)[] sizes) => new DiscreteSize(sizes);

    /// <summary>The gamma law of a mean and shape, of variance mean² ÷ shape. Throws unless the mean is above zero and the shape 0.05 to 10,000.</summary>
    public static DealSize Gamma(double mean, double shape) => new GammaSize(Positive(mean, nameof(mean)), shape);

    /// <summary>The lognormal law of a mean and coefficient of variation, both above zero.</summary>
    public static DealSize LogNormal(double mean, double cv) => new LogNormalSize(new LogNormalAttainment(mean, cv));

    /// <summary>The size that a random word stands for, in portable arithmetic.</summary>
    internal abstract double Of(uint word);

    private protected static double Positive(double value, string name) => double.IsFinite(value) && value > 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"The {name} of a deal's size is a finite number above zero.");

    private sealed record DiscreteSize : DealSize
    {
        private readonly double[] sizes, cumulative;

        internal DiscreteSize((decimal Size, Rational Probability)[] stated)
        {
            foreach ((decimal size, _) in stated)
            {
                if (size <= 0)
                    throw new ArgumentOutOfRangeException(nameof(stated), size, "The size of a deal is above zero.");
            }
            Inversion.CheckShares(stated.Select(each => each.Probability), "sizes of deals");
            sizes = [.. stated.Select(each => ((Rational)each.Size).ToDouble())];
            double[] probabilities = [.. stated.Select(each => each.Probability.ToDouble())];
            cumulative = Inversion.Cumulative(probabilities);
            Mean = sizes.Zip(probabilities).Sum(each => each.First * each.Second);
            Variance = sizes.Zip(probabilities).Sum(each => (each.First - Mean) * (each.First - Mean) * each.Second);
            Canonical = $"sizes {string.Join(' ', stated.Select(each => $"{(Rational)each.Size}:{each.Probability}"))}";
        }

        public override double Mean { get; }

        public override double Variance { get; }

        internal override string Canonical { get; }

        internal override double Of(uint word) => sizes[Inversion.PlaceOf(cumulative, Inversion.Uniform(word))];

        public override string ToString() => FormattableString.Invariant(sizes.Length == 1 ? $"of {sizes[0]:#,0.##}" : (FormattableString)$"of {sizes.Length} sizes, mean {Mean:#,0.##}");
    }

    private sealed record GammaSize : DealSize
    {
        private readonly double shape, scale;
        private readonly GammaQuantiles quantiles;

        internal GammaSize(double mean, double shape)
        {
            Mean = mean;
            this.shape = shape;
            scale = mean / shape;
            quantiles = new GammaQuantiles(shape);
        }

        public override double Mean { get; }

        public override double Variance => Mean * Mean / shape;

        internal override string Canonical => FormattableString.Invariant($"gamma {Mean:R} {shape:R}");

        internal override double Of(uint word) => scale * quantiles.FromNormal(NormalVariates.Of(word));

        public override string ToString() => FormattableString.Invariant($"gamma, mean {Mean:#,0.##}, shape {shape:0.####}");
    }

    private sealed record LogNormalSize(LogNormalAttainment Law) : DealSize
    {
        public override double Mean => Law.Mean;

        public override double Variance => Law.StandardDeviation * Law.StandardDeviation;

        internal override string Canonical => Law.Canonical;

        internal override double Of(uint word) => Law.FromNormal(NormalVariates.Of(word));

        public override string ToString() => Law.ToString();
    }
}
