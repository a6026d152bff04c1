using System.Globalization;
using NodaTime;

namespace CompModel.Files;

/// <summary>
/// A schedule as a graph of conditions that vests the same shares on the same dates, whatever the grant, its start and its allocation: each installment stays one
/// of its own, for some allocations count them. Equal installments at equal steps are one condition with occurrences. A cliff on that grid is its cliff installment;
/// off the grid it is a condition that vests nothing, and what it held back follows it after no time. A cliff counted in another unit than the installments
/// gathers more or fewer of them by the start: the graph then asks after each installment which comes first, the cliff or the next one.
/// </summary>
internal sealed class ScheduleGraph
{
    private const string Start = "start", Cliff = "cliff";

    private readonly VestingSchedule schedule;
    private readonly IReadOnlyList<Installment> list;
    private readonly bool months;

    // A path without branches: each is followed by the next.
    private readonly List<Step> path = [];

    private ScheduleGraph(VestingSchedule schedule)
    {
        this.schedule = schedule;
        list = schedule.Installments;
        months = list[0].At is VestingTime.Months;
    }

    private sealed record Step(string Id, Rational Portion, VestingTrigger Trigger);

    /// <summary>The graph. Throws <see cref="NotSupportedException"/> where it would have more conditions than a file may.</summary>
    public static VestingTerms.Graph Of(VestingSchedule schedule)
    {
        var graph = new ScheduleGraph(schedule);
        if (graph.list[0].At is VestingTime.On)
            return graph.Dated();
        return schedule.Cliff == VestingTime.AtStart || schedule.Cliff.GetType() == graph.list[0].At.GetType() ? graph.OnGrid() : graph.Racing();
    }

    private VestingTerms.Graph Dated()
    {
        bool gathered = schedule.Cliff is not VestingTime.On && schedule.Cliff != VestingTime.AtStart;
        if (gathered)
            path.AddRange([new(Start, Rational.Zero, new VestingTrigger.OnStart()), new(Cliff, Rational.Zero, Once(schedule.Cliff, Start))]);
        LocalDate earliest = schedule.Cliff is VestingTime.On on ? on.Date : LocalDate.MinIsoValue;
        // Where the path arrives after a date it is met at once: on the cliff.
        path.AddRange(list.Select((installment, i) => new Step(Named(i, 1), installment.Portion, new VestingTrigger.OnDate(LocalDate.Max(((VestingTime.On)installment.At).Date, earliest)))));
        return Linked();
    }

    private VestingTerms.Graph OnGrid()
    {
        path.Add(new(Start, Rational.Zero, new VestingTrigger.OnStart()));
        int cliff = Count(schedule.Cliff), held = list.Count(installment => Count(installment.At) < cliff);
        if (held == 0)
        {
            Runs(0, 0, Start, 0);
        }
        else if (held < RunAt(0, 0) && Count(list[held].At) == cliff)
        {
            Runs(0, 0, Start, held + 1);
        }
        else
        {
            path.Add(new(Cliff, Rational.Zero, Once(schedule.Cliff, Start)));
            path.AddRange(Held(held, Cliff, Cliff));
            Runs(held, cliff, path[^1].Id, 0);
        }
        return Linked();
    }

    // Which installments the cliff holds back hangs on the start. From each that has been passed unvested either the cliff or the next one follows.
    private VestingTerms.Graph Racing()
    {
        string Passed(int i) => Numbered("passed", i);
        string Gate(int i) => Numbered("cliff after", i);
        int count = list.Count;
        var conditions = new List<VestingCondition> { new(Start, VestingPortion.None, new VestingTrigger.OnStart(), Gate(0), Passed(1)) };
        for (int i = 1; i <= count; i++)
            conditions.Add(new(Passed(i), VestingPortion.None, Once(list[i - 1].At, Start), i < count ? [Gate(i), Passed(i + 1)] : [Gate(i)]));
        for (int i = 0; i <= count; i++)
        {
            Step[] held = [.. Held(i, Gate(i), Gate(i))];
            string[] tail = i < count ? [Named(i, 1)] : [];
            VestingTrigger gate = schedule.Cliff is VestingTime.On on ? new VestingTrigger.OnDate(on.Date) : Once(schedule.Cliff, Start);
            conditions.Add(new(Gate(i), VestingPortion.None, gate, held.Length > 0 ? [held[0].Id] : tail));
            conditions.AddRange(held.Select((step, n) => Condition(step, n + 1 < held.Length ? [held[n + 1].Id] : tail)));
            if (conditions.Count + count > TermsReader.MostConditions)
                throw new NotSupportedException($"A cliff at {schedule.Cliff} over {count} installments that count in another unit takes more than {TermsReader.MostConditions} conditions of Open Cap Format.");
        }
        for (int i = 0; i < count; i++)
            conditions.Add(new(Named(i, 1), VestingPortion.OfGrant(list[i].Portion), Once(list[i].At, Start), i + 1 < count ? [Named(i + 1, 1)] : []));
        return new(conditions);
    }

    // What a cliff held back, at no time after it: each installment by itself, equal ones as occurrences.
    private IEnumerable<Step> Held(int count, string cliff, string prefix)
    {
        string before = cliff;
        for (int i = 0; i < count;)
        {
            int run = 1;
            while (i + run < count && list[i + run].Portion == list[i].Portion)
                run++;
            var step = new Step($"{prefix}, {Named(i, run)}", list[i].Portion, new VestingTrigger.After(schedule.Cliff is VestingTime.Days ? new VestingTime.Days(0) : new VestingTime.Months(0), run, before, schedule.Day));
            yield return step;
            before = step.Id;
            i += run;
        }
    }

    private void Runs(int from, int at, string before, int cliffInstallment)
    {
        for (int i = from; i < list.Count;)
        {
            int run = RunAt(i, at), step = Count(list[i].At) - at;
            path.Add(new(Named(i, run), list[i].Portion, new VestingTrigger.After(Time(step), run, before, schedule.Day, i == 0 ? cliffInstallment : 0)));
            (before, at, i) = (path[^1].Id, at + (run * step), i + run);
        }
    }

    // How many installments from i on, the one before it being at a time, have one portion and one step.
    private int RunAt(int i, int at)
    {
        int step = Count(list[i].At) - at, run = 1;
        while (i + run < list.Count && Count(list[i + run].At) == at + ((run + 1) * step) && list[i + run].Portion == list[i].Portion)
            run++;
        return run;
    }

    private VestingTerms.Graph Linked() => new(path.Select((step, i) => Condition(step, i + 1 < path.Count ? [path[i + 1].Id] : [])));

    private VestingTrigger.After Once(VestingTime time, string after) => new(time, 1, after, schedule.Day);

    private VestingTime Time(int count) => months ? new VestingTime.Months(count) : new VestingTime.Days(count);

    private static VestingCondition Condition(Step step, string[] next) => new(step.Id, VestingPortion.OfGrant(step.Portion), step.Trigger, next);

    private static int Count(VestingTime time) => time switch { VestingTime.Months months => months.Count, VestingTime.Days days => days.Count, _ => 0 };

    private static string Named(int first, int run) =>
        run == 1 ? Numbered("installment", first + 1) : string.Create(CultureInfo.InvariantCulture, $"installments {first + 1} to {first + run}");

    private static string Numbered(string word, int number) => string.Create(CultureInfo.InvariantCulture, $"{word} {number}");
}
