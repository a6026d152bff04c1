namespace CompModel.Files;

/// <summary>
/// One row of adjustments.csv: what somebody decided and somebody answers for, in a period of the plan year. Pay beside what is earned, or a credit that is
/// rated like any other. It counts for the participant of its row alone and never rolls up.
/// </summary>
public abstract record Adjustment
{
    private Adjustment(string participantId, MeasurementPeriod period)
    {
        ParticipantId = participantId;
        Period = period;
    }

    /// <summary>For whom it counts.</summary>
    public string ParticipantId { get; }

    /// <summary>The period it belongs to.</summary>
    public MeasurementPeriod Period { get; }

    /// <summary>An amount beside what components earn.</summary>
    public sealed record OfPay : Adjustment
    {
        internal OfPay(string participantId, MeasurementPeriod period, Correction correction)
            : base(participantId, period) => Correction = correction;

        /// <summary>The amount, with its reason, reference and approver, on the period's last day.</summary>
        public Correction Correction { get; }
    }

    /// <summary>A credit in a component's measure.</summary>
    public sealed record OfCredit : Adjustment
    {
        internal OfCredit(string participantId, MeasurementPeriod period, Credit credit)
            : base(participantId, period) => Credit = credit;

        /// <summary>The credit, on the period's last day of employment; its attributes state reason and approver.</summary>
        public Credit Credit { get; }
    }
}
