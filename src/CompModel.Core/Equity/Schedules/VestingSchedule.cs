using NodaTime;

namespace CompModel;

/// <summary>
/// When which portion of a grant vests: installments in order, a cliff, and a rule for the day of the month. It is free of shares and dates;
/// a <see cref="Grant"/> brings both. Every installment counts from the vesting start, never from the one before.
/// Portions are exact and sum to exactly one; anything else is refused with the sum (33/33/22/12 % a year by the month stays exact).
/// A cliff accrues: what is due before or on it vests on it, on the grid or off it, and the total does not change.
/// Two schedules are equal where installments, cliff and day rule are. Follows Open Cap Format, VestingTerms.
/// </summary>
public sealed class VestingSchedule : IEquatable<VestingSchedule>
{
    private readonly Installment[] installments;

    private VestingSchedule(Installment[] installments, VestingTime cliff, VestingDay day) =>
        (this.installments, Cliff, Day) = (installments, cliff, day);

    /// <summary>The installments in order of time, at least one.</summary>
    public IReadOnlyList<Installment> Installments => installments.AsReadOnly();

    /// <summary>Nothing vests before it; what was due by then vests on it. <see cref="VestingTime.AtStart"/> is no cliff.</summary>
    public VestingTime Cliff { get; }

    /// <summary>The day of the month of what counts in months; <see cref="VestingDay.OfStart"/> unless said.</summary>
    public VestingDay Day { get; }

    /// <summary>Equal installments every month. Throws outside 1 to 1,200 months and for a cliff outside 0 to the last installment.</summary>
    /// <param name="months">The number of installments.</param>
    /// <param name="cliff">Months from the vesting start to the cliff; 0 is none.</param>
    public static VestingSchedule Monthly(int months, int cliff = 0) =>
        EveryMonths(1, months, nameof(months)).WithCliff(new VestingTime.Months(cliff));

    /// <summary>Equal installments every three months. Throws outside 1 to 400 quarters and for a cliff outside 0 to the last installment.</summary>
    /// <param name="quarters">The number of installments.</param>
    /// <param name="cliffMonths">Months from the vesting start to the cliff; 0 is none.</param>
    public static VestingSchedule Quarterly(int quarters, int cliffMonths = 0) =>
        EveryMonths(3, quarters, nameof(quarters)).WithCliff(new VestingTime.Months(cliffMonths));

    /// <summary>Equal installments every year. Throws outside 1 to 100 years and for a cliff outside 0 to the last installment.</summary>
    /// <param name="years">The number of installments.</param>
    /// <param name="cliffMonths">Months from the vesting start to the cliff; 0 is none.</param>
    public static VestingSchedule Annual(int years, int cliffMonths = 0) =>
        EveryMonths(12, years, nameof(years)).WithCliff(new VestingTime.Months(cliffMonths));

    /// <summary>Equal installments every so many months. Throws where there is none, or where they reach beyond 1,200 months.</summary>
    /// <param name="length">Months between installments, at least 1.</param>
    /// <param name="occurrences">The number of installments, at least 1.</param>
    /// <param name="cliffInstallments">The first so many vest together, on the date of the last of them; 0 is no cliff.</param>
    public static VestingSchedule EveryMonths(int length, int occurrences, int cliffInstallments = 0) =>
        EveryMonths(length, occurrences, nameof(occurrences)).WithCliff(cliffInstallments);

    /// <summary>Equal installments every so many days. Throws where there is none, or where they reach beyond 36,525 days.</summary>
    /// <param name="length">Days between installments, at least 1.</param>
    /// <param name="occurrences">The number of installments, at least 1.</param>
    /// <param name="cliffInstallments">The first so many vest together, on the date of the last of them; 0 is no cliff.</param>
    public static VestingSchedule EveryDays(int length, int occurrences, int cliffInstallments = 0) =>
        Every(length, occurrences, VestingTime.Days.Most, nameof(occurrences), n => new VestingTime.Days(n)).WithCliff(cliffInstallments);

    /// <summary>
    /// Portions of the grant at months after the vesting start: <c>Portions((12, 25.Percent), (24, 75.Percent))</c>.
    /// Throws as <see cref="Of"/>.
    /// </summary>
    public static VestingSchedule Portions(params IEnumerable<(int Months, Rational Portion)> installments) =>
        Of(installments.Select(item => ((VestingTime)new VestingTime.Months(item.Months), item.Portion)));

    /// <summary>Portions of the grant on dates, whatever the vesting start. Throws as <see cref="Of"/>.</summary>
    public static VestingSchedule Dated(params IEnumerable<(LocalDate Date, Rational Portion)> installments) =>
        Of(installments.Select(item => ((VestingTime)new VestingTime.On(item.Date), item.Portion)));

    /// <summary>
    /// Portions of the grant at times of one kind (months, days or dates), each later than the one before.
    /// Throws <see cref="ArgumentException"/> for none, for a portion not above zero, for times out of order or of two kinds, and, naming the
    /// sum, where the portions do not sum to exactly one.
    /// </summary>
    public static VestingSchedule Of(params IEnumerable<(VestingTime At, Rational Portion)> installments)
    {
        ArgumentNullException.ThrowIfNull(installments);
        var list = new List<Installment>();
        Rational sum = Rational.Zero;
        foreach ((VestingTime at, Rational portion) in installments)
        {
            if (portion.Sign <= 0)
                throw new ArgumentOutOfRangeException(nameof(installments), portion, $"A portion of a grant is above zero; that at {at} is not.");
            if (list.Count > 0 && !list[^1].At.IsBefore(at))
                throw new ArgumentException($"Installments stand in order of time, each once; {at} follows {list[^1].At}.", nameof(installments));
            sum += portion;
            list.Add(new Installment(at, portion, sum));
        }
        if (sum != Rational.One)
            throw new ArgumentException($"Portions of a grant sum to exactly one; these sum to {sum}.", nameof(installments));
        return new VestingSchedule([.. list], VestingTime.AtStart, VestingDay.OfStart);
    }

    /// <summary>
    /// The schedule with a cliff in place of any it has. Throws for one that counts as the installments do and lies beyond the last of them; one on a date, or in another unit, may lie
    /// beyond it for some starts, and all vests then.
    /// </summary>
    public VestingSchedule WithCliff(VestingTime cliff)
    {
        ArgumentNullException.ThrowIfNull(cliff);
        VestingTime last = installments[^1].At;
        if (cliff.GetType() == last.GetType() && cliff is not VestingTime.On && last.IsBefore(cliff))
            throw new ArgumentOutOfRangeException(nameof(cliff), cliff, $"A cliff is at most at the last installment, {last}; this one is {cliff} after the start, when all would have vested.");
        return new(installments, cliff is VestingTime.Days { Count: 0 } ? VestingTime.AtStart : cliff, Day);
    }

    /// <summary>The schedule with the day of the month on which what counts in months vests; days and dates are not moved.</summary>
    public VestingSchedule OnDay(VestingDay day) => new(installments, Cliff, day);

    /// <summary>
    /// The date of each installment, with the cliff: as many as <see cref="Installments"/>, never falling, equal where a cliff gathers them.
    /// </summary>
    public IReadOnlyList<LocalDate> DatesFrom(LocalDate start) => [.. DueFrom(start).Select(due => due.Date)];

    // When each installment is due, with the cliff: the later of the two.
    internal IEnumerable<DueTime> DueFrom(LocalDate start)
    {
        var cliff = new DueTime(start, Cliff, Day);
        LocalDate earliest = Cliff == VestingTime.AtStart ? LocalDate.MinIsoValue : cliff.Date;
        return installments.Select(installment => new DueTime(start, installment.At, Day)).Select(due => due.Date < earliest ? cliff : due);
    }

    /// <summary>
    /// Reads the text of a schedule: <c>monthly 48 cliff 12</c>, <c>quarterly 16</c>, <c>annual 4</c>, <c>every 6 months 8</c>,
    /// <c>every 91 days 12</c>; or portions in percent or as fractions, at months (or days) after the start, on dates, or in equal parts that
    /// go on from there: <c>5% at 12, 15% at 24, 80% every 6 months 4</c>, <c>1/4 on 2026-03-01, 3/4 on 2027-03-01</c>. Behind either may stand
    /// <c>cliff 12</c> (months; or <c>cliff 90 days</c>, <c>cliff on 2026-03-01</c>) and <c>day 15</c>, <c>day last</c> or
    /// <c>day start minus one</c>. Capitals do not matter. Throws <see cref="FormatException"/> saying what was found and what is allowed.
    /// </summary>
    public static VestingSchedule Parse(string text) => new ScheduleReader(text).Read();

    /// <summary>As <see cref="Parse"/>, answering false instead of throwing; the schedule is then null.</summary>
    public static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out VestingSchedule? schedule)
    {
        try
        {
            schedule = text is null ? null : Parse(text);
        }
        catch (FormatException)
        {
            schedule = null;
        }
        return schedule is not null;
    }

    /// <summary>A text that <see cref="Parse"/> reads back to an equal schedule, with runs of equal installments abridged. Invariant in culture.</summary>
    public override string ToString() => ScheduleWriter.Write(this);

    /// <inheritdoc/>
    public bool Equals(VestingSchedule? other) =>
        other is not null && Cliff == other.Cliff && Day == other.Day && installments.AsSpan().SequenceEqual(other.installments);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as VestingSchedule);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(installments.Length, installments[0], installments[^1], Cliff, Day);

    private VestingSchedule WithCliff(int cliffInstallments) =>
        cliffInstallments == 0
            ? this
            : cliffInstallments > 0 && cliffInstallments <= installments.Length
                ? WithCliff(installments[cliffInstallments - 1].At)
                : throw new ArgumentOutOfRangeException(
                    nameof(cliffInstallments), cliffInstallments, $"A cliff is from 0 to {installments.Length} installments, as many as there are.");

    private static VestingSchedule EveryMonths(int length, int occurrences, string parameter) =>
        Every(length, occurrences, VestingTime.Months.Most, parameter, n => new VestingTime.Months(n));

    private static VestingSchedule Every(int length, int occurrences, int most, string parameter, Func<int, VestingTime> after)
    {
        if (length < 1 || length > most)
            throw new ArgumentOutOfRangeException(nameof(length), length, $"The time between installments is from 1 to {most}.");
        if (occurrences < 1 || occurrences > most / length)
            throw new ArgumentOutOfRangeException(parameter, occurrences, $"The number of installments is from 1 to {most / length}.");
        Rational portion = (Rational)1 / occurrences;
        return Of(Enumerable.Range(1, occurrences).Select(n => (after(n * length), portion)));
    }
}
