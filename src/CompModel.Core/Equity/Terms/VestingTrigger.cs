using NodaTime;

namespace CompModel;

/// <summary>
/// What meets a <see cref="VestingCondition"/>: the vesting start, a date, time since another condition, or an event; there are no others.
/// The four trigger types of Open Cap Format (VestingTriggerType).
/// </summary>
public abstract record VestingTrigger
{
    private VestingTrigger()
    {
    }

    /// <summary>Met on the vesting start of the grant.</summary>
    public sealed record OnStart : VestingTrigger;

    /// <summary>Met on a date, or at once where the path arrives after it.</summary>
    /// <param name="Date">The date.</param>
    public sealed record OnDate(LocalDate Date) : VestingTrigger;

    /// <summary>Met when an event of the condition's name is recorded, on or after the day the path arrives.</summary>
    public sealed record OnEvent : VestingTrigger;

    /// <summary>Met so many times, at equal steps after another condition was met (for the last time, if more than once).</summary>
    public sealed record After : VestingTrigger
    {
        /// <summary>
        /// Steps of months or days. Throws for a step that is a date, for fewer than one occurrence, for more time than a <see cref="VestingTime"/> has, and
        /// for a cliff outside 0 to the occurrences.
        /// </summary>
        /// <param name="step">The time between occurrences, and before the first.</param>
        /// <param name="occurrences">How often it is met.</param>
        /// <param name="relativeTo">The condition that time counts from.</param>
        /// <param name="day">The day of the month, where steps are months.</param>
        /// <param name="cliffInstallment">The first so many vest together, on the date of the last of them; 0 and 1 are no cliff.</param>
        public After(VestingTime step, int occurrences, string relativeTo, VestingDay day = default, int cliffInstallment = 0)
        {
            ArgumentNullException.ThrowIfNull(step);
            ArgumentException.ThrowIfNullOrWhiteSpace(relativeTo);
            if (step is VestingTime.On)
                throw new ArgumentException($"Time after a condition counts in months or days; {step} is a date.", nameof(step));
            int length = step is VestingTime.Months months ? months.Count : ((VestingTime.Days)step).Count;
            int most = step is VestingTime.Months ? VestingTime.Months.Most : VestingTime.Days.Most;
            if (occurrences < 1 || occurrences > most / Math.Max(1, length))
                throw new ArgumentOutOfRangeException(nameof(occurrences), occurrences, $"Occurrences of {step} are from 1 to {most / Math.Max(1, length)}.");
            if (cliffInstallment < 0 || cliffInstallment > occurrences)
                throw new ArgumentOutOfRangeException(nameof(cliffInstallment), cliffInstallment, $"A cliff is from 0 to {occurrences} installments, as many as there are: one beyond the end would never vest.");
            (Step, Occurrences, RelativeTo, Day, CliffInstallment) = (step, occurrences, relativeTo, day, cliffInstallment);
        }

        /// <summary>The time between occurrences.</summary>
        public VestingTime Step { get; }

        /// <summary>How often it is met.</summary>
        public int Occurrences { get; }

        /// <summary>The condition that time counts from.</summary>
        public string RelativeTo { get; }

        /// <summary>The day of the month, where steps are months.</summary>
        public VestingDay Day { get; }

        /// <summary>The first so many vest together.</summary>
        public int CliffInstallment { get; }

        // The nth occurrence after a time of the same unit.
        internal VestingTime Nth(int n, VestingTime from) => (Step, from) switch
        {
            (VestingTime.Months step, VestingTime.Months before) => new VestingTime.Months(before.Count + (n * step.Count)),
            (VestingTime.Days step, VestingTime.Days before) => new VestingTime.Days(before.Count + (n * step.Count)),
            (VestingTime.Months step, _) => new VestingTime.Months(n * step.Count),
            (VestingTime.Days step, _) => new VestingTime.Days(n * step.Count),
            _ => throw new InvalidOperationException($"Unknown step {Step}."),
        };
    }
}
