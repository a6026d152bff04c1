namespace CompModel;

/// <summary>People one by one, until somebody says stop.</summary>
internal static class Cancelling
{
    extension<T>(IEnumerable<T> all)
    {
        /// <summary>The same, which throws <see cref="OperationCanceledException"/> before the next one once it is told to.</summary>
        internal IEnumerable<T> Until(CancellationToken cancel)
        {
            foreach (T one in all)
            {
                cancel.ThrowIfCancellationRequested();
                yield return one;
            }
        }
    }
}
