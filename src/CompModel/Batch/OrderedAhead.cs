using System.Runtime.ExceptionServices;

namespace CompModel;

/// <summary>A stream mapped on several threads, in order, with a bounded number of elements under way.</summary>
internal static class OrderedAhead
{
    // Elements that go to a thread together: few, so that threads end together; not one, for handing over costs some microseconds.
    private const int MostTogether = 16;

    /// <summary>
    /// The results in the order of the source, which is enumerated by the consumer's thread alone. What the source throws follows the results of all elements
    /// before it. A consumer who stops early stops the work.
    /// </summary>
    internal static IEnumerable<TResult> Read<TSource, TResult>(
        IEnumerable<TSource> source, Func<TSource, TResult> read, int threads, int underWay, CancellationToken cancel) =>
        threads == 1 ? OneByOne(source, read, cancel) : OnThreads(source, read, threads, underWay, cancel);

    private static IEnumerable<TResult> OneByOne<TSource, TResult>(IEnumerable<TSource> source, Func<TSource, TResult> read, CancellationToken cancel)
    {
        foreach (TSource element in source)
        {
            cancel.ThrowIfCancellationRequested();
            yield return read(element);
        }
        cancel.ThrowIfCancellationRequested();
    }

    private static IEnumerable<TResult> OnThreads<TSource, TResult>(
        IEnumerable<TSource> source, Func<TSource, TResult> read, int threads, int underWay, CancellationToken cancel)
    {
        int together = Math.Clamp(underWay / (2 * threads), 1, MostTogether);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        CancellationToken stopped = stop.Token;
        TaskScheduler scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler;
        var ahead = new Queue<Task<TResult[]>>();
        ExceptionDispatchInfo? broken = null;
        using IEnumerator<TSource> elements = source.GetEnumerator();
        try
        {
            for (bool more = true; more || ahead.Count > 0;)
            {
                cancel.ThrowIfCancellationRequested();
                // The results being handed out are under way, too.
                while (more && (ahead.Count + 1) * together <= Math.Max(underWay, together))
                {
                    List<TSource> next = Take(elements, together, ref broken);
                    more = next.Count == together && broken is null;
                    if (next.Count > 0)
                        ahead.Enqueue(Task.Factory.StartNew(() => Each(next, read, stopped), stopped, TaskCreationOptions.None, scheduler));
                }
                if (!ahead.TryDequeue(out Task<TResult[]>? first))
                    break;
                foreach (TResult result in first.GetAwaiter().GetResult())
                {
                    cancel.ThrowIfCancellationRequested();
                    yield return result;
                }
            }
            cancel.ThrowIfCancellationRequested();
            broken?.Throw();
        }
        finally
        {
            stop.Cancel();
            // Nothing of a run works on when it has ended.
            Task.WhenAll(ahead).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).GetAwaiter().GetResult();
        }
    }

    private static List<TSource> Take<TSource>(IEnumerator<TSource> elements, int count, ref ExceptionDispatchInfo? broken)
    {
        var taken = new List<TSource>(count);
        try
        {
            while (taken.Count < count && elements.MoveNext())
                taken.Add(elements.Current);
        }
        catch (Exception problem)
        {
            broken = ExceptionDispatchInfo.Capture(problem);
        }
        return taken;
    }

    private static TResult[] Each<TSource, TResult>(List<TSource> elements, Func<TSource, TResult> read, CancellationToken stopped)
    {
        var results = new TResult[elements.Count];
        for (int i = 0; i < results.Length; i++)
        {
            stopped.ThrowIfCancellationRequested();
            results[i] = read(elements[i]);
        }
        return results;
    }
}
