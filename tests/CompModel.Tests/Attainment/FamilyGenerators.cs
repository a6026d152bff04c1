using FsCheck;
using FsCheck.Fluent;

namespace CompModel.Tests;

/// <summary>Attainment models of all families, with spreads and shapes of people who sell; some that are hard: lumps, gaps, corners, hardly any spread.</summary>
public static class FamilyGenerators
{
    internal static readonly double[] Observations =
        [0.00, 0.12, 0.31, 0.44, 0.52, 0.58, 0.67, 0.71, 0.79, 0.83, 0.88, 0.93, 0.97, 1.00, 1.04, 1.11, 1.18, 1.36, 1.72, 2.45];

    private static readonly Gen<double> Means = Thousandths(200, 2000), Variations = Thousandths(20, 1500);

    private static readonly Gen<(double Min, double Mode, double Max)> Ranges =
        from min in Gen.OneOf(Gen.Constant(0.0), Thousandths(0, 800))
        from up in Gen.OneOf(Gen.Constant(0.0), Thousandths(0, 1000))
        from down in Thousandths(1, 1500)
        select (min, min + up, min + up + down);

    private static readonly Gen<AttainmentModel> Smooth = Gen.OneOf(
        from mean in Means from cv in Variations select AttainmentModel.Gamma(mean, cv),
        from mean in Means from cv in Variations select AttainmentModel.Weibull(mean, cv),
        from range in Ranges select AttainmentModel.Triangular(range.Min, range.Mode, range.Max),
        from range in Ranges from lambda in Gen.Elements(4.0, 0.5, 30) select AttainmentModel.Pert(range.Min, range.Mode, range.Max, lambda));

    private static readonly Gen<AttainmentModel> Observed =
        from count in Gen.Choose(2, 12)
        from values in Gen.OneOf(Thousandths(1, 2500), Gen.Elements(0.0, 0.5, 1)).ArrayOf(count)
        from weights in Gen.Choose(1, 9).ArrayOf(count)
        from cv in Gen.Elements(0, 0.05, 0.3)
        let observations = values.Append(3.0).Zip(weights.Append(1), (value, weight) => (value, (double)weight)).ToArray()
        select cv == 0 ? AttainmentModel.Empirical(observations) : AttainmentModel.Smoothed(observations, cv);

    private static readonly Gen<AttainmentModel> Discrete =
        from values in Thousandths(0, 2500).ArrayOf(4)
        from parts in Gen.Choose(1, 97).ArrayOf(4)
        let sum = parts.Sum()
        select AttainmentModel.Discrete([(1, parts[0] / (double)sum), .. values.Skip(1).Select((value, i) => (value, parts[i + 1] / (double)sum))]);

    private static readonly Gen<AttainmentModel> Older = Gen.OneOf(
        from mean in Means from cv in Thousandths(100, 1000) select AttainmentModel.LogNormal(mean, cv),
        from mean in Means from sd in Thousandths(100, 600) from below in Gen.Elements(BelowZero.Conditioned, BelowZero.Floored) select AttainmentModel.Normal(mean, sd, below));

    private static readonly Gen<AttainmentModel> Single = Gen.OneOf(Smooth, Smooth, Observed, Discrete);

    private static readonly Gen<AttainmentModel> Mixed = Gen.OneOf(
        from model in Gen.OneOf(Single, Older) from share in Thousandths(1, 900) select model.WithShareAtZero(share),
        from first in Gen.OneOf(Single, Older) from second in Gen.OneOf(Single, Older) from share in Thousandths(1, 999) select AttainmentModel.Mixture((share, first), (1 - share, second)));

    /// <summary>A family that is new beside lognormal and normal.</summary>
    public static Arbitrary<AttainmentModel> Models() => Gen.OneOf(Single, Mixed).ToArbitrary();

    /// <summary>Standard normal variates, to nine standard deviations, mostly within three.</summary>
    public static Arbitrary<double> Variates() =>
        (from steps in Gen.OneOf(Gen.Choose(-3_000_000, 3_000_000), Gen.Choose(-9_000_000, 9_000_000)) select steps / 1e6).ToArbitrary();

    /// <summary>∫ f·φ from −9.9 to a variate, cell by cell of the model's table, for draws turn sharply between some of them.</summary>
    internal static double Integral(AttainmentModel model, Func<double, double> f, double to)
    {
        double[] ends = [.. ((TabulatedAttainment)model).Table.Cells.Select(cell => cell.From).Append(-9.9).Append(to).Where(z => z >= -9.9 && z <= to).Distinct().Order()];
        double sum = 0;
        for (int i = 0; i + 1 < ends.Length; i++)
        {
            int parts = (int)Math.Ceiling(2 * (ends[i + 1] - ends[i]));
            for (int part = 0; part < parts; part++)
                sum += TanhSinh(f, ends[i] + ((ends[i + 1] - ends[i]) * part / parts), ends[i] + ((ends[i + 1] - ends[i]) * (part + 1) / parts));
        }
        return sum;
    }

    private static Gen<double> Thousandths(int least, int most) => from steps in Gen.Choose(least, most) select steps / 1000.0;

    // ∫ f·φ by the double exponential rule (Takahasi and Mori 1974) at steps of 1/8; the platform's functions, so that nothing is shared with what is tested.
    private static double TanhSinh(Func<double, double> f, double from, double to)
    {
        double half = (to - from) / 2, sum = 0;
        for (int i = -28; i <= 28; i++)
        {
            double t = i / 8.0, u = Math.PI / 2 * Math.Sinh(t);
            double weight = Math.PI / 2 * Math.Cosh(t) / (Math.Cosh(u) * Math.Cosh(u)) / 8;
            // Distance from the nearer end, which would be lost in the tangent.
            double gap = 2 * half / (1 + Math.Exp(2 * Math.Abs(u)));
            double z = i < 0 ? from + gap : to - gap;
            sum += half * weight * f(z) * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
        }
        return sum;
    }
}
