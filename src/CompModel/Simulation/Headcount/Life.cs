using NodaTime;

namespace CompModel;

/// <summary>
/// One incumbent's year, compiled like a participant's: employment dates are whole months, so that all trials in which somebody comes and goes in the same months share it. Amounts by month are doubles
/// on the pay grid, in the currency that is reported.
/// </summary>
internal sealed class Life
{
    /// <summary>Compiles terms. <paramref name="wanted"/>: the measures that managers are paid on.</summary>
    internal Life(RunPlan plan, ParticipantTerms terms, bool[] wanted)
    {
        RunDefinition run = plan.Run;
        MeasurementPeriod[] months = run.Year.Periods(Frequency.Monthly);
        Kernel = new PayKernel(terms, plan.IsPayoutFollowed(terms));
        var sources = new CreditSources(plan, terms, null, Kernel.Reads);
        HasPaymentCost = PaymentKernel.IsNeeded(terms);
        PayRate = plan.RateOf(terms.Participant.OnTarget.Total.Currency).ToDouble();
        Sources = [.. Kernel.Reads.Select(sources.Of)];
        MonthOf = [.. Kernel.Slots.Select(slot => Array.FindIndex(months, month => month.End >= slot))];
        Salary = ByMonth(months, by => run.Force.Reported(terms.Salary(new(run.Year.Start, by)), run.Year).ToDouble());
        bool sells = terms.Sells(Measure.Bookings);
        StreetQuota = new double[months.Length];
        if (sells)
        {
            var quota = new OwnCredits(terms, Measure.Bookings, null);
            Rational rate = plan.RateOf(terms.Participant.CurrencyOf(Measure.Bookings));
            StreetQuota = ByMonth(months, by => (quota.By(by) * rate).ToDouble());
        }
        Sold = new(
            sells ? sources.Year(Measure.Bookings) : null,
            [.. run.Assumptions.Models.Select((model, measure) => wanted[measure] && !model.Measure.IsScore && terms.Sells(model.Measure)
                ? plan.Cuts.Dates.Select(date => sources.RollingUp(model.Measure, date)).ToArray()
                : null)]);
    }

    /// <summary>What is earned, and paid.</summary>
    internal PayKernel Kernel { get; }

    /// <summary>Whether payment terms may cost anything but what is earned.</summary>
    internal bool HasPaymentCost { get; }

    /// <summary>From the currency of pay to the one that is reported.</summary>
    internal double PayRate { get; }

    /// <summary>Where each array of a credit tile comes from.</summary>
    internal CreditSource[] Sources { get; }

    /// <summary>The month, from 0, of each date on which something is posted.</summary>
    internal int[] MonthOf { get; }

    /// <summary>Base salary by month.</summary>
    internal double[] Salary { get; }

    /// <summary>Quota in force by month, in bookings, ramped.</summary>
    internal double[] StreetQuota { get; }

    /// <summary>What is sold.</summary>
    internal TerritoryCredits Sold { get; }

    // Rounded to date, so that the months add up to the year's to the last place of the grid.
    private static double[] ByMonth(MeasurementPeriod[] months, Func<LocalDate, double> toDate)
    {
        double[] by = [.. months.Select(month => PayGrid.Round(toDate(month.End)))];
        return [.. by.Select((amount, month) => amount - (month == 0 ? 0 : by[month - 1]))];
    }
}
