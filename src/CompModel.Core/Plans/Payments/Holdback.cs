using NodaTime;

namespace CompModel;

/// <summary>
/// A share of what becomes payable that is kept back and released later: one of the nested cases. A fraction above 0, below 1; the held part is the
/// remainder beside what is paid, to the cent. Only what is above zero is held. A share that waits for an event of its deal is no holdback but an <see cref="EventShares"/>.
/// </summary>
public abstract record Holdback
{
    private Holdback()
    {
    }

    /// <summary>Nothing is held: the default.</summary>
    public static Holdback None { get; } = new Nothing();

    /// <summary>A share, each part released a number of periods later. Throws outside (0, 1) and below one period.</summary>
    public static Holdback After(Rational share, int periods) =>
        periods >= 1
            ? new Until(share, periods, null)
            : throw new ArgumentOutOfRangeException(nameof(periods), periods, "A holdback is released at least 1 period later.");

    /// <summary>A share, released in the period of a date; nothing is held in that period or later. Throws outside (0, 1).</summary>
    public static Holdback On(Rational share, LocalDate date) => new Until(share, 0, date);

    /// <summary>Nothing is held.</summary>
    public sealed record Nothing : Holdback;

    /// <summary>A share held until a later period.</summary>
    public sealed record Until : Holdback
    {
        internal Until(Rational share, int periods, LocalDate? date)
        {
            if (share.Sign <= 0 || share >= Rational.One)
                throw new ArgumentOutOfRangeException(nameof(share), share, $"A held share is above 0 and below 1; write {share} % as {share}.Percent.");
            Share = share;
            Periods = periods;
            Date = date;
        }

        /// <summary>The share held.</summary>
        public Rational Share { get; }

        /// <summary>How many periods later each part is released; 0 where a date says when.</summary>
        public int Periods { get; }

        /// <summary>The date of release; null where each part has its own.</summary>
        public LocalDate? Date { get; }

        /// <summary>The day on which what is held in a period is released: in the period of that day.</summary>
        public LocalDate ReleaseOf(MeasurementPeriod period) => Date ?? period.Start.PlusMonths(Periods * (12 / (int)period.Frequency));
    }
}
