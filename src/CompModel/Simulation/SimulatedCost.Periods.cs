namespace CompModel;

// What falls into quarters and periods, and what is left at the end of the year.
public sealed partial class SimulatedCost
{
    /// <summary>The periods that cost is told by: quarters, or months where anybody is paid by the month.</summary>
    public Frequency PeriodsPaid { get; }

    /// <summary>The distribution of what is earned in a quarter, 1 to 4.</summary>
    public PayoutDistribution Quarter(int number)
    {
        if (number is not (>= 1 and <= 4))
            throw new ArgumentOutOfRangeException(nameof(number), number, "Quarters are numbered 1 to 4.");
        int periods = (int)PeriodsPaid / 4;
        return Together(samples.Periods.Skip((number - 1) * periods).Take(periods), AtTarget.Quarters[number - 1]);
    }

    /// <summary>The distribution of what is earned in a period of <see cref="PeriodsPaid"/>, numbered from 1.</summary>
    public PayoutDistribution Period(int number) => number >= 1 && number <= (int)PeriodsPaid
        ? new(samples.Periods[number - 1], PayGrid.Round(AtTarget.Periods[number - 1]))
        : throw new ArgumentOutOfRangeException(nameof(number), number, $"The periods are numbered 1 to {(int)PeriodsPaid}.");

    /// <summary>
    /// The distribution of what is paid for a period of <see cref="PeriodsPaid"/>, numbered from 1: after guarantees, draws, what is held back and released, balances carried.
    /// </summary>
    public PayoutDistribution Paid(int period) => samples.Paid.Length == 0 ? Period(period) : period >= 1 && period <= (int)PeriodsPaid
        ? new(samples.Paid[period - 1], PayGrid.Round(AtTarget.Periods[period - 1]))
        : throw new ArgumentOutOfRangeException(nameof(period), period, $"The periods are numbered 1 to {(int)PeriodsPaid}.");

    /// <summary>What is still held back at the end of the year.</summary>
    public PayoutDistribution HeldBack => Balance(0);

    /// <summary>Draws still owed at the end of the year.</summary>
    public PayoutDistribution DrawsOwed => Balance(1);

    /// <summary>Results below zero that are carried into the next year.</summary>
    public PayoutDistribution Carried => Balance(2);

    private PayoutDistribution Balance(int place) => new(samples.Balances.Length == 0 ? new double[Run.Trials] : samples.Balances[place], 0);
}
