namespace CompModel;

/// <summary>
/// A company whose bookings are a function of one normal variate: one seller alone, or all sellers of one fate, nothing but bookings being drawn, once a year. The landing
/// then says everybody's attainment.
/// </summary>
internal sealed class OneFate
{
    // Far out on either side; nothing that is drawn lies beyond.
    private const double Reach = 8;

    private readonly (double Quota, AttainmentModel Model)[] sellers;

    private OneFate((double, AttainmentModel)[] sellers) => this.sellers = sellers;

    /// <summary>The company of a run whose people share ρ; null where its bookings depend on more than one variate.</summary>
    internal static OneFate? Of(RunDefinition run, double rho)
    {
        Assumptions assumptions = run.Assumptions;
        if (run.Actuals is not null || assumptions.Deals is not null || assumptions.Models.Count != 1 || assumptions.Models[0].Measure != Measure.Bookings || assumptions.Drawn != Frequency.Annual)
            return null;
        ParticipantTerms[] selling = [.. run.Terms.Where(terms => terms.SellsBookings)];
        return selling.Length == 1 || (rho == 1 && selling.Length > 0)
            ? new([.. selling.Select(terms => (
                (new OwnCredits(terms, Measure.Bookings, assumptions.Seasonality).Year * run.Force.RateOf(terms.Participant.CurrencyOf(Measure.Bookings), run.Year)).ToDouble(),
                assumptions.ModelOf(Measure.Bookings, terms)))])
            : null;
    }

    /// <summary>The variate at which the company books an amount, by halving; null where none does, or where a whole range of them does.</summary>
    internal double? VariateAt(double bookings)
    {
        double low = -Reach, high = Reach;
        if (Bookings(low) >= bookings || Bookings(high) <= bookings)
            return null;
        // Sixty halvings of 16 leave 2^-56: below what a double tells apart here.
        for (int step = 0; step < 60; step++)
        {
            double middle = (low + high) / 2;
            (low, high) = Bookings(middle) < bookings ? (middle, high) : (low, middle);
        }
        return Math.Abs(Bookings(high) - bookings) <= 1e-9 * bookings ? high : null;
    }

    private double Bookings(double variate)
    {
        double sum = 0;
        foreach ((double quota, AttainmentModel model) in sellers)
            sum += quota * model.FromNormal(variate);
        return sum;
    }
}
