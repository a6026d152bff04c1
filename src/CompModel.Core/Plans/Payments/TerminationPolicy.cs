namespace CompModel;

/// <summary>What a participant who leaves is still paid, from the period of the last day on.</summary>
public enum TerminationPolicy
{
    /// <summary>All that is earned, what is held or waits for an event included: the default.</summary>
    PayEarned,

    /// <summary>What is payable, what is held included; what waits for an event is forfeited.</summary>
    PayPayable,

    /// <summary>Nothing that was not paid before: it is forfeited. What is owed stays owed.</summary>
    ForfeitUnpaid,
}

/// <summary>What becomes of a draw that a participant who leaves still owes.</summary>
public enum DrawAtTermination
{
    /// <summary>It is due at once, from the last pay; the rest is a negative balance: the default.</summary>
    Owed,

    /// <summary>It is written off.</summary>
    Forgiven,
}
