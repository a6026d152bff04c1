namespace CompModel;

/// <summary>What all participants share: one of the nested cases.</summary>
public abstract record CompanyEffect
{
    private CompanyEffect()
    {
    }

    /// <summary>Case and parameters, every digit of them, in any culture: what a run's fingerprint is taken of.</summary>
    internal string Canonical => this switch
    {
        None => "none",
        Shared shared => FormattableString.Invariant($"shared {shared.Rho:R}"),
        Range range => FormattableString.Invariant($"range {range.P10:R} {range.P90:R}"),
        _ => throw new InvalidOperationException("Unknown case."),
    };

    /// <summary>Nothing: people are independent.</summary>
    public sealed record None : CompanyEffect;

    /// <summary>The correlation of any two participants, on the Gaussian scale.</summary>
    public sealed record Shared : CompanyEffect
    {
        /// <summary>A correlation of 0 to 1. Throws outside.</summary>
        public Shared(double rho) =>
            Rho = rho is >= 0 and <= 1 ? rho : throw new ArgumentOutOfRangeException(nameof(rho), rho, "The correlation of two participants is between 0 and 1.");

        /// <summary>The correlation.</summary>
        public double Rho { get; }
    }

    /// <summary>A range of the company's attainment of its plan; the correlation is derived from it.</summary>
    public sealed record Range : CompanyEffect
    {
        internal const double NinetiethPercentile = 1.2815515655446004;

        /// <summary>The 10th and 90th percentile, above zero and rising. Throws otherwise.</summary>
        public Range(double p10, double p90)
        {
            if (!(p10 > 0 && p10 < p90 && double.IsFinite(p90)))
                throw new ArgumentOutOfRangeException(nameof(p10), p10, $"The range of company attainment rises from above zero; here P10 is {p10} and P90 is {p90}.");
            P10 = p10;
            P90 = p90;
        }

        /// <summary>Company attainment that is missed in one year of ten.</summary>
        public double P10 { get; }

        /// <summary>Company attainment that is exceeded in one year of ten.</summary>
        public double P90 { get; }

        /// <summary>The coefficient of variation of company attainment, reading the range as that of a lognormal.</summary>
        internal double CoefficientOfVariation
        {
            get
            {
                double sigma = PortableMath.Log(P90 / P10) / (2 * NinetiethPercentile);
                return Math.Sqrt(PortableMath.Exp(sigma * sigma) - 1);
            }
        }
    }
}
