namespace CompModel;

/// <summary>What a <see cref="StatementRun"/> answers for one participant: all statements asked for, or why there are none. One of the nested cases.</summary>
public abstract class StatementOutcome
{
    private StatementOutcome(string participantId) => ParticipantId = participantId;

    /// <summary>Whom it is about.</summary>
    public string ParticipantId { get; }

    /// <summary>Statements for every period asked for.</summary>
    public sealed class Earned : StatementOutcome
    {
        internal Earned(ParticipantTerms terms, Statement[] statements)
            : base(terms.Participant.Id)
        {
            Terms = terms;
            Statements = statements;
        }

        /// <summary>The terms that the statements were read from.</summary>
        public ParticipantTerms Terms { get; }

        /// <summary>One for each period of the run, in its order.</summary>
        public IReadOnlyList<Statement> Statements { get; }
    }

    /// <summary>A participant of whom nothing can be stated: none of the periods is, also those that alone could be.</summary>
    public sealed class Failed : StatementOutcome
    {
        internal Failed(string participantId, Exception cause)
            : this(participantId, cause.Message) => Cause = cause;

        internal Failed(string participantId, string reason)
            : base(participantId) => Reason = reason;

        /// <summary>What was found and what is allowed, for the person who has to put it right.</summary>
        public string Reason { get; }

        /// <summary>What was thrown; null for credits that belong to nobody in the run.</summary>
        public Exception? Cause { get; }

        /// <summary>"R7: Credit 'D12' of 2026-01-15 is outside the employment …".</summary>
        public override string ToString() => $"{ParticipantId}: {Reason}";
    }
}
