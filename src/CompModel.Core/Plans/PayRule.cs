namespace CompModel;

/// <summary>From what is credited to what is paid: one of the nested cases.</summary>
public abstract record PayRule
{
    private PayRule()
    {
    }

    /// <summary>What 100 % is worth, times what a curve pays at the attainment of a quota.</summary>
    public sealed record ByCurve : PayRule
    {
        internal ByCurve(Worth worth, PayoutCurve curve)
        {
            Worth = worth;
            Curve = curve;
        }

        /// <summary>What 100 % attainment pays.</summary>
        public Worth Worth { get; }

        /// <summary>The share of the target incentive that 100 % attainment pays; zero where it is paid on top.</summary>
        public Rational Weight => Worth is Worth.OfTargetIncentive { Weight: var weight } ? weight : Rational.Zero;

        /// <summary>From attainment to the multiple of that worth.</summary>
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
