namespace CompModel.Tests;

/// <summary>What every family promises, lumps and gaps included.</summary>
public class AttainmentFamilyLaws
{
    private const double All = double.PositiveInfinity;

    [Law(Arbitrary = [typeof(FamilyGenerators)])]
    public void Quantile_undoes_the_distribution(AttainmentModel model, double z)
    {
        double p = PortableNormal.Cdf(z), x = model.Quantile(p);
        // Shares are good to 1e-12; a rounding of x moves them by 2e-16 × x × density, below 1e-13 for spreads of 2 % and more.
        Assert.True(model.PartialMoment(0, x) <= p + 1e-12, "Less than p lies strictly below.");
        Assert.True(model.Cdf(x) >= p - 1e-12, "At least p lies at or below.");
    }

    [Law(Arbitrary = [typeof(FamilyGenerators)])]
    public void Upper_and_lower_shares_are_one(AttainmentModel model, double z)
    {
        // Two shares of which each is good to 1e-12 of itself, and mostly to some roundings.
        double x = model.AtNormal(z);
        Assert.Equal(1, model.Cdf(x) + model.Above(x), 1e-12);
        Assert.Equal(1, model.PartialMoment(0, x) + model.AtOrAbove(x), 1e-12);
        Assert.True(model.AtOrAbove(x) >= model.Above(x));
        Assert.True(model.PartialMoment(0, x) <= model.Cdf(x));
    }

    [Law(Arbitrary = [typeof(FamilyGenerators)])]
    public void A_draw_is_the_quantile_at_its_variate(AttainmentModel model, double z)
    {
        double drawn = model.FromNormal(z), exact = model.AtNormal(z);
        // What the table promises: 1e-11 of the greater of the attainment and a thousandth of the mean; where the law is steep (beside a lump), what 1e-14 of a
        // variate makes; and in a cell that is not halved any more, what lies between its ends.
        NormalCell cell = ((TabulatedAttainment)model).Table.Cells.First(cell => cell.To > z || cell.To >= NormalTable.Reach);
        double width = cell.To - cell.From, tolerance = (1e-11 * Math.Max(exact, model.Mean / 1000)) + ((cell.High - cell.Low) * (width <= 2 * NormalTableBuilder.LeastWidth(z) ? 1 : 1e-14 / width));
        Assert.InRange(drawn, exact - tolerance, exact + tolerance);
    }

    [Law(Arbitrary = [typeof(FamilyGenerators)])]
    public void Draws_rise_with_the_variate_and_do_not_break_far_out(AttainmentModel model, double z, double other)
    {
        double low = model.FromNormal(Math.Min(z, other)), high = model.FromNormal(Math.Max(z, other));
        // Two units in the last place, inside one cell.
        Assert.True(low <= high * (1 + 4.5e-16) && low >= 0);
        foreach (double far in new[] { 10, 12.5, 1e9, All })
        {
            Assert.InRange(model.FromNormal(far), high, double.MaxValue);
            Assert.InRange(model.FromNormal(-far), 0, low);
        }
    }

    [Law(Arbitrary = [typeof(FamilyGenerators)])]
    public void Rising_variates_rise_through_all_cells(AttainmentModel model)
    {
        double before = 0;
        for (int i = -2560; i <= 2560; i++)
        {
            double next = model.FromNormal(i / 256.0);
            Assert.True(next >= before * (1 - 4.5e-16));
            before = next;
        }
    }

    [Law(Arbitrary = [typeof(FamilyGenerators)])]
    public void All_of_a_law_is_one_its_mean_and_its_spread(AttainmentModel model)
    {
        double second = Square(model.StandardDeviation) + Square(model.Mean);
        // Sums of positive terms and of functions that are good to a few roundings.
        Assert.Equal(1, model.PartialMoment(0, All), 1e-14);
        Assert.Equal(1, model.PartialMoment(1, All) / model.Mean, 1e-13);
        Assert.Equal(1, model.PartialMoment(2, All) / second, 1e-12);
        Assert.Equal((0.0, 0.0, 0.0), (model.PartialMoment(0, 0), model.PartialMoment(1, 0), model.PartialMoment(2, 0)));
    }

    [Law(Arbitrary = [typeof(FamilyGenerators)], MaxTest = 60)]
    public void Partial_moments_are_the_integrals_of_draws(AttainmentModel model, double z)
    {
        double x = model.AtNormal(z), below = Break.Score(model.PartialMoment(0, x), model.AtOrAbove(x));
        for (int order = 1; order <= 2; order++)
        {
            double integral = FamilyGenerators.Integral(model, variate => Math.Pow(model.FromNormal(variate), order), below);
            // Draws are good to 1e-11, so their squares to 2e-11, but for cells beside lumps and in gaps that are not halved any more: 4e-10 of the law each, and off by
            // half their height at most, which may be ten times the mean; half a dozen of them are 2e-8. 1e-22 lies below −9.9. The scale is the whole moment.
            double tolerance = 2e-8 * model.PartialMoment(order, All);
            Assert.InRange(model.PartialMoment(order, x), integral - tolerance, integral + tolerance);
        }
    }

    [Law(Arbitrary = [typeof(FamilyGenerators)], MaxTest = 60)]
    public void Draws_have_the_law_s_mean_and_spread(AttainmentModel model)
    {
        double mean = FamilyGenerators.Integral(model, model.FromNormal, 9.9);
        double variance = FamilyGenerators.Integral(model, variate => Square(model.FromNormal(variate) - mean), 9.9);
        // As above. Beyond 9.9 a law of cv 1.5 has less than 1e-16 of its second moment.
        Assert.Equal(1, mean / model.Mean, 2e-8);
        Assert.Equal(Square(model.StandardDeviation), variance, 2e-8 * (Square(model.StandardDeviation) + Square(model.Mean)));
    }

    [Law(Arbitrary = [typeof(FamilyGenerators)], MaxTest = 60)]
    public void Partial_moments_only_grow_and_lie_between_what_their_ends_allow(AttainmentModel model, double z, double other)
    {
        double from = model.AtNormal(Math.Min(z, other)), to = model.AtNormal(Math.Max(z, other));
        double[] inside = [.. Enumerable.Range(0, 3).Select(order => model.PartialMoment(order, to) - model.PartialMoment(order, from))];
        // E[A; from ≤ A < to] lies between from and to times the share; differences of numbers that are good to 1e-13 of the whole.
        double rounding = 1e-12 * model.PartialMoment(2, All) + 1e-12 + 1e-12 * model.Mean;
        Assert.InRange(inside[0], -rounding, 1 + rounding);
        Assert.InRange(inside[1], (from * inside[0]) - (rounding * (1 + to)), (to * inside[0]) + (rounding * (1 + to)));
        Assert.InRange(inside[2], (from * inside[1]) - (rounding * (1 + to)), (to * inside[1]) + (rounding * (1 + to)));
    }

    [Law(Arbitrary = [typeof(FamilyGenerators)], MaxTest = 60)]
    public void Hermite_coefficients_hold_mean_and_variance(AttainmentModel model)
    {
        double[] coefficients = model.HermiteCoefficients(60);
        double variance = Square(model.StandardDeviation), sum = coefficients.Skip(1).Sum(Square), scale = variance + Square(model.Mean);
        // The draws' 1e-11; where a quantile has no derivative Gauss-Legendre leaves some 1e-6 of a cell's height.
        Assert.Equal(model.Mean, coefficients[0], 1e-8 * Math.Sqrt(scale));
        // Bessel: never more than the variance, and less only by what steps and corners have beyond the sixtieth (a step's squares fall as k^(−3/2)), half at most.
        Assert.InRange(sum, 0.5 * variance, variance + (1e-8 * scale));
    }

    [Law(Arbitrary = [typeof(FamilyGenerators)], MaxTest = 60)]
    public void A_mixture_is_the_weighted_sum_of_its_groups(AttainmentModel first, AttainmentModel second, double z)
    {
        AttainmentModel mixture = AttainmentModel.Mixture((0.25, first), (0.75, second));
        double x = first.AtNormal(z);
        // A rounding or two of each side.
        for (int order = 0; order <= 2; order++)
            Assert.Equal((0.25 * first.PartialMoment(order, x)) + (0.75 * second.PartialMoment(order, x)), mixture.PartialMoment(order, x), 1e-15 * (1 + second.PartialMoment(order, All) + first.PartialMoment(order, All)));
        Assert.Equal((0.25 * first.Mean) + (0.75 * second.Mean), mixture.Mean, 1e-15 * (first.Mean + second.Mean));
        // The law of total variance.
        double within = (0.25 * Square(first.StandardDeviation)) + (0.75 * Square(second.StandardDeviation)), between = 0.1875 * Square(first.Mean - second.Mean);
        Assert.Equal(within + between, Square(mixture.StandardDeviation), 1e-13 * (within + between));
    }

    [Law(Arbitrary = [typeof(FamilyGenerators)], MaxTest = 60)]
    public void Groups_of_one_law_are_that_law(AttainmentModel model, double z)
    {
        AttainmentModel mixture = AttainmentModel.Mixture((0.3, model), (0.7, model));
        double x = model.AtNormal(z);
        // 0.3·F + 0.7·F is F to a rounding, which moves a quantile by that rounding ÷ density: seen from the share, 1e-12.
        Assert.Equal(model.Cdf(x), mixture.Cdf(x), 1e-15);
        double again = mixture.AtNormal(z);
        Assert.InRange(model.PartialMoment(0, again), 0, PortableNormal.Cdf(z) + 1e-12);
        Assert.InRange(model.Cdf(again), PortableNormal.Cdf(z) - 1e-12, 1);
    }

    [Law(Arbitrary = [typeof(FamilyGenerators)], MaxTest = 60)]
    public void Nobody_sells_a_little_where_a_share_sells_nothing(AttainmentModel model, double z)
    {
        AttainmentModel some = model.WithShareAtZero(0.25);
        double edge = PortableNormal.Quantile(0.25 + (0.75 * model.Cdf(0)));
        // Exactly zero up to the share, and the law's own least attainment or more beyond.
        Assert.Equal(z < edge - 1e-14, z < edge + 1e-14 && some.FromNormal(z) == 0);
        // Beyond, the variate is that of the rest: Φ(z′) = (Φ(z) − 0.25)/0.75.
        if (z > edge + 0.1 && z < 5)
        {
            double rest = model.AtNormal(PortableNormal.QuantileUpper(PortableNormal.UpperTail(z) / 0.75));
            Assert.InRange(model.PartialMoment(0, some.AtNormal(z)), 0, model.Cdf(rest) + 1e-12);
            Assert.InRange(model.Cdf(some.AtNormal(z)), model.PartialMoment(0, rest) - 1e-12, 1);
        }
    }

    private static double Square(double x) => x * x;
}
