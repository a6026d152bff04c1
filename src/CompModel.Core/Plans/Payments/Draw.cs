namespace CompModel;

/// <summary>
/// Pay ahead of what is earned: one of the nested cases. An amount a pay period, above zero, in the plan's currency, paid in periods whose last day
/// of employment is among its days (start to stop). Who has left is advanced nothing more. What is owed is kept in <c>PaymentPosition</c>.
/// </summary>
public abstract record Draw
{
    private Draw()
    {
    }

    /// <summary>No draw: the default.</summary>
    public static Draw None { get; } = new Nothing();

    /// <summary>No draw.</summary>
    public sealed record Nothing : Draw;

    /// <summary>A draw of an amount in stated days.</summary>
    public abstract record Paying : Draw
    {
        private protected Paying(Money amount, DateRange days)
        {
            if (amount.Value <= 0)
                throw new ArgumentOutOfRangeException(nameof(amount), amount, "A draw is above zero.");
            if (days.IsEmpty)
                throw new ArgumentOutOfRangeException(nameof(days), days, "A draw is paid on at least one day.");
            Amount = amount;
            Days = days;
        }

        /// <summary>The draw of a period.</summary>
        public Money Amount { get; }

        /// <summary>From its start up to its stop.</summary>
        public DateRange Days { get; }
    }

    /// <summary>A draw that is owed until later pay has returned it.</summary>
    public abstract record Owed : Paying
    {
        private protected Owed(Money amount, DateRange days, Rational? recoveryShare, int delay)
            : base(amount, days)
        {
            Rational share = recoveryShare ?? Rational.One;
            if (share.Sign <= 0 || share > Rational.One)
                throw new ArgumentOutOfRangeException(nameof(recoveryShare), share, "A recovery share is above 0 and at most 1 (100 %).");
            if (delay < 0)
                throw new ArgumentOutOfRangeException(nameof(delay), delay, "A recovery's delay is a number of periods, at least 0.");
            RecoveryShare = share;
            Delay = delay;
        }

        /// <summary>The share of the pay it may be taken from that one period returns; 1 is all of it.</summary>
        public Rational RecoveryShare { get; }

        /// <summary>How many periods after an advance its recovery begins; 0 is the same period.</summary>
        public int Delay { get; }
    }

    /// <summary>Fills pay up to the draw; what it added is owed, and recovered from pay above the draw (after its stop: from all pay).</summary>
    public sealed record Recoverable : Owed
    {
        /// <summary>A recoverable draw. Throws for a share outside (0, 1] and a delay below zero.</summary>
        public Recoverable(Money amount, DateRange days, Rational? recoveryShare = null, int delay = 0)
            : base(amount, days, recoveryShare, delay)
        {
        }
    }

    /// <summary>Fills pay up to the draw; what it added is never owed.</summary>
    public sealed record NonRecoverable : Paying
    {
        /// <summary>A non-recoverable draw.</summary>
        public NonRecoverable(Money amount, DateRange days)
            : base(amount, days)
        {
        }
    }

    /// <summary>Comes on top of pay, however high; never owed.</summary>
    public sealed record Additive : Paying
    {
        /// <summary>An additive draw.</summary>
        public Additive(Money amount, DateRange days)
            : base(amount, days)
        {
        }
    }

    /// <summary>Paid in whole whatever is earned; all of it is owed, and recovered from pay, in the same period where there is no delay.</summary>
    public sealed record PaidRegardless : Owed
    {
        /// <summary>A draw paid regardless. Throws for a share outside (0, 1] and a delay below zero.</summary>
        public PaidRegardless(Money amount, DateRange days, Rational? recoveryShare = null, int delay = 0)
            : base(amount, days, recoveryShare, delay)
        {
        }
    }
}
