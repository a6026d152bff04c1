using System.Globalization;

namespace CompModel;

// Writes a vesting schedule as ScheduleReader reads it.
internal static class ScheduleWriter
{
    // Fewer equal parts than these read better one by one: "20% at 30, 20% at 36, 20% at 42, 20% at 48".
    private const int ShortestRun = 5;

    public static string Write(VestingSchedule schedule)
    {
        IReadOnlyList<Installment> list = schedule.Installments;
        int whole = RunAt(list, 0);
        string text = whole == list.Count && whole > 1 ? Grid(list, 0, whole) : string.Join(", ", Items(list));
        if (schedule.Cliff != VestingTime.AtStart)
            text += " cliff " + (schedule.Cliff is VestingTime.On ? "on " : "") + Text(schedule.Cliff);
        return schedule.Day == VestingDay.OfStart ? text : $"{text} day {schedule.Day}";
    }

    private static IEnumerable<string> Items(IReadOnlyList<Installment> list)
    {
        for (int i = 0; i < list.Count; i++)
        {
            int run = RunAt(list, i);
            if (run >= ShortestRun)
            {
                yield return $"{Text(list[i].Portion * run)} {Grid(list, i, run)}";
                i += run - 1;
            }
            else
            {
                yield return $"{Text(list[i].Portion)} {(list[i].At is VestingTime.On ? "on" : "at")} {Text(list[i].At)}";
            }
        }
    }

    // How many installments from i on have the same portion and the same step, the first from the one before it or from the start.
    private static int RunAt(IReadOnlyList<Installment> list, int i)
    {
        int step = StepTo(list, i), end = i;
        while (step > 0 && end < list.Count && StepTo(list, end) == step && list[end].Portion == list[i].Portion)
            end++;
        return end - i;
    }

    private static int StepTo(IReadOnlyList<Installment> list, int i) => Count(list[i].At) - (i == 0 ? 0 : Count(list[i - 1].At));

    private static int Count(VestingTime at) => at switch
    {
        VestingTime.Months months => months.Count,
        VestingTime.Days days => days.Count,
        _ => 0,
    };

    private static string Grid(IReadOnlyList<Installment> list, int i, int run) => (list[i].At, StepTo(list, i)) switch
    {
        (VestingTime.Months, 1) => Invariant($"monthly {run}"),
        (VestingTime.Months, 3) => Invariant($"quarterly {run}"),
        (VestingTime.Months, 12) => Invariant($"annual {run}"),
        (VestingTime.Months, int step) => Invariant($"every {step} months {run}"),
        (_, int step) => Invariant($"every {step} days {run}"),
    };

    private static string Text(VestingTime at) => at is VestingTime.Months months ? Invariant($"{months.Count}") : at.ToString();

    // In percent where that is a finite decimal of at most twelve places, which is when a rational prints without a stroke.
    private static string Text(Rational portion)
    {
        string percent = (portion * 100).ToString();
        return percent.Contains('/', StringComparison.Ordinal) ? Invariant($"{portion.Numerator}/{portion.Denominator}") : percent + "%";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
