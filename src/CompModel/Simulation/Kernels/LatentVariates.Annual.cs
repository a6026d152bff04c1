namespace CompModel;

// As runs ask for variates until they know rows: models of the year alone, and no teams.
internal sealed partial class LatentVariates
{
    internal LatentVariates(ulong seed, double rho, double[,] correlation)
        : this(seed, rho, OfYear(correlation))
    {
    }

    /// <summary>The company's variates for the year, already times √ρ.</summary>
    internal void Company(long firstTrial, float[] to) => Company(firstTrial, [to]);

    /// <summary>A participant's variates for the year [measure][trial].</summary>
    internal void Participant(ulong entity, long firstTrial, ReadOnlySpan<float> company, float[][] to, int measures) =>
        Participant(entity, firstTrial, new SharedVariates([company.ToArray()]), default, [.. to.Select(year => new[] { year })], measures, company.Length);

    private static Assumptions OfYear(double[,] correlation)
    {
        AttainmentModel any = AttainmentModel.LogNormal(1, 0.5);
        Assumptions assumptions = Assumptions.For(Measure.OfUnits("1"), any);
        for (int place = 2; place <= correlation.GetLength(0); place++)
            assumptions = assumptions.And(Measure.OfUnits(FormattableString.Invariant($"{place}")), any);
        return assumptions.WithCorrelationMatrix(correlation);
    }
}
