using System.Runtime.CompilerServices;
using NodaTime;

namespace CompModel.Tests;

/// <summary>Statements of many: the same as of each alone, in order, bounded, one failure apart from the rest.</summary>
public class StatementRunFacts
{
    private static readonly PlanYear Year = PlanYear.Calendar(2026);

    private static readonly CompensationPlan Plan = new(
        "Run", new OnTargetEarnings(100_000.Usd, 100_000.Usd),
        Component.Of(Measure.Bookings, 70.Percent, Workloads.Curve).ToDate(Frequency.Monthly),
        Component.Of(Measure.Adoption, 30.Percent, PayoutCurve.Linear).Each(Frequency.Quarterly),
        Component.Commission(Measure.OfMoney("services"), RateTable.Marginal((0, 2.Percent), (10_000, 5.Percent))).Each(Frequency.Monthly));

    private static readonly StatementRun Months = new(Year.Periods(Frequency.Monthly));

    private static Participant Seller(int number) =>
        new Participant($"R{number:000}", Plan, new Quota(Measure.Bookings, (1_000_000 + (number * 1_000)).Usd), new Quota(Measure.Adoption, 100)).HiredOn(new(2026, 1 + (number % 3), 1));

    private static IEnumerable<Credit> CreditsOf(string id)
    {
        int number = int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture);
        for (int month = 1 + (number % 3); month <= 12; month++)
        {
            yield return new Credit(id, Measure.Bookings, new(2026, month, 10), (70_000 + (number * 37 * month)).Usd, $"B{month:00}");
            yield return new Credit(id, Measure.OfMoney("services"), new(2026, month, 11), (9_000.33m + (number * month)).Usd, $"S{month:00}");
        }
        // In every tenth, a deal of January 1, often before the hire: refused by the statement, for nobody else to notice.
        if (number % 10 == 7)
            yield return new Credit(id, Measure.Bookings, new LocalDate(2026, 1, 1), 1.Usd, "early");
    }

    // Who is hired on January 1 may have a deal then.
    private static bool Fails(int number) => number % 10 == 7 && number % 3 != 0;

    private static string[] Told(IEnumerable<StatementOutcome> outcomes) => [.. outcomes.Select(outcome => outcome switch
    {
        StatementOutcome.Earned earned => earned.ParticipantId + string.Concat(earned.Statements.Select(statement => statement.Explain())),
        StatementOutcome.Failed failed => failed.ToString(),
        _ => throw new InvalidOperationException(),
    })];

    [Fact]
    public void A_run_states_what_each_participant_is_stated_alone()
    {
        StatementOutcome[] outcomes = [.. Months.Read(Enumerable.Range(1, 40).Select(Seller), CreditsOf)];
        Assert.Equal(Enumerable.Range(1, 40).Select(number => Seller(number).Id), outcomes.Select(outcome => outcome.ParticipantId));
        foreach (StatementOutcome.Earned earned in outcomes.OfType<StatementOutcome.Earned>())
        {
            Participant alone = Seller(int.Parse(earned.ParticipantId[1..], System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(
                Year.Periods(Frequency.Monthly).Select(month => alone.Statement(month, CreditsOf(alone.Id)).Explain()),
                earned.Statements.Select(statement => statement.Explain()));
        }
    }

    [Fact]
    public void One_failure_is_told_by_participant_and_reason_and_stops_nobody_else()
    {
        StatementOutcome[] outcomes = [.. Months.Read(Enumerable.Range(1, 40).Select(Seller), CreditsOf)];
        Assert.Equal(
            Enumerable.Range(1, 40).Where(Fails).Select(number => Seller(number).Id),
            outcomes.OfType<StatementOutcome.Failed>().Select(failed => failed.ParticipantId));
        Assert.All(outcomes.OfType<StatementOutcome.Failed>(), failed =>
        {
            Assert.Contains("'early'", failed.Reason, StringComparison.Ordinal);
            Assert.IsType<ArgumentException>(failed.Cause);
        });
        Assert.Equal(40 - Enumerable.Range(1, 40).Count(Fails), outcomes.OfType<StatementOutcome.Earned>().Count());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(2, 5)]
    [InlineData(3, 64)]
    [InlineData(8, 1_000)]
    public void Neither_threads_nor_the_number_under_way_show_in_the_result(int threads, int underWay)
    {
        string[] expected = Told(Months.WithThreads(1).Read(Enumerable.Range(1, 60).Select(Seller), CreditsOf));
        Assert.Equal(expected, Told(Months.WithThreads(threads).WithUnderWay(underWay).Read(Enumerable.Range(1, 60).Select(Seller), CreditsOf)));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 7)]
    [InlineData(4, 100)]
    public void No_more_than_the_number_under_way_is_read_ahead(int threads, int underWay)
    {
        int taken = 0, most = 0, consumed = 0;
        foreach (StatementOutcome _ in Months.WithThreads(threads).WithUnderWay(underWay).Read(Counted(300), CreditsOf))
        {
            // The one in hand is consumed with the next.
            most = Math.Max(most, taken - consumed);
            consumed++;
        }
        Assert.Equal(300, consumed);
        Assert.InRange(most, 1, underWay);

        IEnumerable<Participant> Counted(int count)
        {
            for (int number = 1; number <= count; number++)
            {
                taken++;
                yield return Seller(number);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_was_consumed_is_not_kept(int threads)
    {
        using IEnumerator<StatementOutcome> outcomes = Months.WithThreads(threads).WithUnderWay(8).Read(Enumerable.Range(1, 100).Select(Seller), CreditsOf).GetEnumerator();
        List<WeakReference> seen = Consume(outcomes, 50);
        GC.Collect();
        // The last chunk handed out, and the enumerator's current one, may still be held.
        Assert.True(seen.Count(reference => reference.IsAlive) <= 8);
        Assert.True(outcomes.MoveNext());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference> Consume(IEnumerator<StatementOutcome> outcomes, int count)
    {
        var seen = new List<WeakReference>();
        for (int i = 0; i < count && outcomes.MoveNext(); i++)
            seen.Add(new(outcomes.Current));
        return seen;
    }

    [Fact]
    public void Any_periods_of_a_year_may_be_asked_for_in_any_order()
    {
        MeasurementPeriod[] periods = [Year.Quarter(3), Year.Month(2), Year.Month(3), Year.Whole];
        var earned = (StatementOutcome.Earned)new StatementRun(periods).Read([Seller(1)], CreditsOf).Single();
        Assert.Equal(periods.Select(period => Seller(1).Statement(period, CreditsOf("R001")).Explain()), earned.Statements.Select(statement => statement.Explain()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void What_the_roster_throws_follows_the_outcomes_of_those_before_it(int threads)
    {
        var outcomes = new List<string>();
        var problem = Assert.Throws<FormatException>(() =>
        {
            foreach (StatementOutcome outcome in Months.WithThreads(threads).Read(Broken(), CreditsOf))
                outcomes.Add(outcome.ParticipantId);
        });
        Assert.Equal("line 21", problem.Message);
        Assert.Equal(Enumerable.Range(1, 20).Select(number => $"R{number:000}"), outcomes);

        static IEnumerable<Participant> Broken() => Enumerable.Range(1, 30).Select(number => number == 21 ? throw new FormatException("line 21") : Seller(number));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_lookup_that_fails_or_times_out_is_that_participants_failure(int threads)
    {
        StatementOutcome[] outcomes = [.. Months.WithThreads(threads).Read(
            Enumerable.Range(1, 20).Select(Seller),
            id => id switch { "R003" => throw new KeyNotFoundException("no R003"), "R005" => throw new TaskCanceledException("timed out"), _ => [] })];
        Assert.Equal(["R003: no R003", "R005: timed out"], outcomes.OfType<StatementOutcome.Failed>().Select(failed => failed.ToString()));
        Assert.Equal(20, outcomes.Length);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_cancelled_run_throws_and_ends_its_work(int threads)
    {
        using var cancel = new CancellationTokenSource();
        int calls = 0, consumed = 0;
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (StatementOutcome _ in Months.WithThreads(threads).Read(Enumerable.Range(1, 900).Select(Seller), Counted, cancel: cancel.Token))
            {
                if (++consumed == 100)
                    cancel.Cancel();
            }
        });
        Assert.Equal(100, consumed);
        int after = calls;
        Thread.Sleep(20);
        Assert.Equal(after, calls);
        Assert.True(calls < 900);

        IEnumerable<Credit> Counted(string id)
        {
            Interlocked.Increment(ref calls);
            return CreditsOf(id);
        }
    }

    [Fact]
    public void Whoever_stops_early_stops_the_work()
    {
        int calls = 0;
        Assert.Equal(3, Months.WithThreads(2).WithUnderWay(10).Read(Enumerable.Range(1, 500).Select(Seller), id => { Interlocked.Increment(ref calls); return CreditsOf(id); }).Take(3).Count());
        Assert.InRange(calls, 3, 13);
    }

    // A thousand look-ups of 5 ms on two threads take 2.5 s; whoever takes three outcomes waits for those in hand, not for what is under way.
    [Fact]
    public void Work_under_way_ends_with_the_run()
    {
        int calls = 0;
        Assert.Equal(3, Months.WithThreads(2).WithUnderWay(1_000).Read(Enumerable.Range(1, 1_000).Select(Seller), Slow).Take(3).Count());
        Assert.InRange(calls, 3, 700);

        IEnumerable<Credit> Slow(string id)
        {
            if (Interlocked.Increment(ref calls) > 16)
                Thread.Sleep(5);
            return [];
        }
    }

    [Fact]
    public void Progress_counts_participants()
    {
        var reports = new Reports();
        Assert.Equal(250, Months.WithThreads(2).Read(Enumerable.Range(1, 250).Select(Seller), CreditsOf, reports).Count());
        Assert.Equal([100, 200, 250], reports.Counts);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Credits_streamed_beside_the_participants_are_theirs(int threads)
    {
        int[] credited = [.. Enumerable.Range(1, 30).Where(number => number % 4 != 0)];
        string[] streamed = Told(Months.WithThreads(threads).Read(Enumerable.Range(1, 30).Select(Seller), credited.SelectMany(number => CreditsOf($"R{number:000}"))));
        Assert.Equal(Told(Months.Read(Enumerable.Range(1, 30).Select(Seller), id => credited.Contains(int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture)) ? CreditsOf(id) : [])), streamed);
    }

    [Fact]
    public void Credits_of_nobody_fail_under_their_id()
    {
        Credit[] credits = [.. new[] { "A", "R001", "R002a", "Z" }.Select(id => new Credit(id, Measure.Bookings, new LocalDate(2026, 5, 5), 10.Usd, $"deal of {id}"))];
        StatementOutcome[] outcomes = [.. Months.Read([Seller(1), Seller(2), Seller(3)], credits)];
        Assert.Equal(["A", "R001", "R002", "R002a", "R003", "Z"], outcomes.Select(outcome => outcome.ParticipantId));
        Assert.Equal(["A", "R002a", "Z"], outcomes.OfType<StatementOutcome.Failed>().Select(failed => failed.ParticipantId));
        Assert.Contains("'deal of Z'", Assert.IsType<StatementOutcome.Failed>(outcomes[^1]).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Streams_that_are_out_of_order_are_refused()
    {
        Credit[] credits = [.. new[] { "R002", "R001" }.Select(id => new Credit(id, Measure.Bookings, new LocalDate(2026, 5, 5), 10.Usd, "D"))];
        Assert.Contains("'R001' follows 'R002'", Assert.Throws<ArgumentException>(() => Months.Read([Seller(1), Seller(2)], credits).Count()).Message, StringComparison.Ordinal);
        Assert.Contains("'R001' follows 'R001'", Assert.Throws<ArgumentException>(() => Months.Read([Seller(1), Seller(1)], []).Count()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_periods_or_of_two_years_or_without_threads_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new StatementRun());
        Assert.Contains("one plan year", Assert.Throws<ArgumentException>(() => new StatementRun(Year.Month(1), PlanYear.Calendar(2027).Month(1))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Months.WithThreads(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Months.WithUnderWay(0));
    }

    private sealed class Reports : IProgress<long>
    {
        public List<long> Counts { get; } = [];

        public void Report(long value) => Counts.Add(value);
    }
}
