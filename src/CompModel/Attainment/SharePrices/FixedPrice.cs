namespace CompModel;

/// <summary>A price that stays as it is. See <see cref="SharePriceModel.Fixed"/>.</summary>
internal sealed record FixedPrice : SharePriceModel
{
    internal FixedPrice(string security, Money price)
        : base(security, price)
    {
    }

    internal override string Canonical => $"fixed {Security} {Price}";

    internal override LogMotion? Motion => default(LogMotion);

    internal override bool IsUncertain => false;

    public override double ExpectedGrowth(double years) => 1;

    public override double RelativeCovariance(double firstYears, double secondYears) => 0;

    internal override void Grow(double years, double[] motion, double[] growth, int count) => Array.Fill(growth, 1, 0, count);

    internal override void CheckReach(double years)
    {
    }

    public override string ToString() => $"{Security} at {Price}, fixed";
}
