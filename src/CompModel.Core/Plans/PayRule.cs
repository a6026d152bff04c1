namespace CompModel;

/// <summary>From what is credited to what is paid: one of the nested cases.</summary>
public abstract record PayRule
{
    private PayRule()
    {
    }

    /// <summary>A share of the target incentive, times what a curve pays at the attainment of a quota.</summary>
    public sealed record ByCurve : PayRule
    {
        internal ByCurve(Rational weight, PayoutCurve curve)
        {
            Weight = weight;
            Curve = curve;
        }

        /// <summary>The share of the target incentive that 100 % attainment pays.</summary>
        public Rational Weight { get; }

        /// <summary>From attainment to the multiple of that share.</summary>
        public PayoutCurve Curve { get; }
    }

    /// <summary>Commission on the credited amount, whatever the quota and the target incentive.</summary>
    public sealed record ByTable : PayRule
    {
        internal ByTable(RateTable table) => Table = table;

        /// <summary>From credited amount to commission.</summary>
        public RateTable Table { get; }
    }
}
