namespace CompModel;

/// <summary>The answer of a closed form: a value, or why there is none. Never a silent fallback to something else.</summary>
public abstract record ClosedForm<T>
{
    private ClosedForm()
    {
    }

    /// <summary>The value. Throws <see cref="InvalidOperationException"/> with the reason where there is none.</summary>
    public T Value => this switch
    {
        Available available => available.Answer,
        NotAvailable none => throw new InvalidOperationException($"Not available because {none.Because}"),
        _ => throw new InvalidOperationException("Unknown case."),
    };

    /// <summary>There is a closed form.</summary>
    /// <param name="Answer">Its value.</param>
    public sealed record Available(T Answer) : ClosedForm<T>;

    /// <summary>There is none.</summary>
    /// <param name="Because">The reason, as the end of "not available because …".</param>
    public sealed record NotAvailable(string Because) : ClosedForm<T>;

    /// <summary>The closed form of something that follows from this one.</summary>
    public ClosedForm<TResult> Select<TResult>(Func<T, TResult> then) => this switch
    {
        Available available => new ClosedForm<TResult>.Available(then(available.Answer)),
        NotAvailable none => new ClosedForm<TResult>.NotAvailable(none.Because),
        _ => throw new InvalidOperationException("Unknown case."),
    };
}
