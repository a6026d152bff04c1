using NodaTime;

namespace CompModel;

/// <summary>
/// What it takes for a grant to vest: time alone (<see cref="ByTime"/>), time and a condition (<see cref="Conditioned"/>), several terms side by side
/// (<see cref="Parallel"/>), or a graph of conditions as Open Cap Format has it (<see cref="Graph"/>); there are no others. Unlike a
/// <see cref="VestingSchedule"/>, which is time alone and converts to terms, it may wait for events. It knows neither shares nor dates; a
/// <see cref="Grant"/> does, and the events of a grant are <see cref="GrantEvent"/>s. Immutable; two terms are equal where all they say is.
/// </summary>
public abstract record VestingTerms
{
    private VestingTerms()
    {
    }

    /// <summary>A schedule is terms of time alone.</summary>
    public static implicit operator VestingTerms(VestingSchedule schedule) => new ByTime(schedule);

    /// <summary>
    /// The same terms, of which nothing vests before the condition is met; what was due by then vests on that day, and what is due later when it is due.
    /// The double trigger of private companies is a schedule that requires a liquidity event; a performance share unit one that requires its result.
    /// </summary>
    public Conditioned Requiring(VestingRequirement requirement) => new(this, requirement);

    /// <summary>Several terms side by side, each for a portion of the grant, from the grant's vesting start. Throws as <see cref="Parallel"/>.</summary>
    public static Parallel SideBySide(params IEnumerable<(Rational Portion, VestingTerms Terms)> parts) =>
        new(parts.Select(part => new VestingPart(part.Portion, part.Terms)));

    /// <summary>Names that events may refer to, each once.</summary>
    internal abstract IEnumerable<string> Conditions { get; }

    // The portions of a grant in the order in which they are due; undated ones last. They sum to exactly one.
    internal abstract IReadOnlyList<DuePortion> Resolve(VestingFacts facts);

    /// <summary>A schedule: time alone.</summary>
    public sealed record ByTime : VestingTerms
    {
        /// <summary>The terms of a schedule.</summary>
        public ByTime(VestingSchedule schedule)
        {
            ArgumentNullException.ThrowIfNull(schedule);
            Schedule = schedule;
        }

        /// <summary>When which portion vests.</summary>
        public VestingSchedule Schedule { get; }

        internal override IEnumerable<string> Conditions => [];

        internal override IReadOnlyList<DuePortion> Resolve(VestingFacts facts) =>
            [.. Schedule.DueFrom(facts.Start).Zip(Schedule.Installments, (due, installment) => new DuePortion(installment.Portion, due))];

        /// <summary>"monthly 48 cliff 12".</summary>
        public override string ToString() => Schedule.ToString();
    }

    /// <summary>Terms of which nothing vests before a condition is met.</summary>
    public sealed record Conditioned : VestingTerms
    {
        /// <summary>The inner terms and what they wait for. Throws where the condition's name is one of theirs already.</summary>
        public Conditioned(VestingTerms inner, VestingRequirement requirement)
        {
            ArgumentNullException.ThrowIfNull(inner);
            ArgumentNullException.ThrowIfNull(requirement);
            if (inner.Conditions.Contains(requirement.Condition))
                throw new ArgumentException($"Condition '{requirement.Condition}' is one of the inner terms already: each condition has a name of its own.", nameof(requirement));
            (Inner, Requirement) = (inner, requirement);
        }

        /// <summary>The terms that wait.</summary>
        public VestingTerms Inner { get; }

        /// <summary>What they wait for.</summary>
        public VestingRequirement Requirement { get; }

        internal override IEnumerable<string> Conditions => [.. Inner.Conditions, Requirement.Condition];

        internal override IReadOnlyList<DuePortion> Resolve(VestingFacts facts) => [.. Inner.Resolve(facts).Select(part => Requirement.Apply(part, facts))];

        /// <summary>"monthly 48, once IPO is met".</summary>
        public override string ToString() => $"{Inner}, {Requirement}";
    }

    /// <summary>Several terms side by side; the shares are allocated over all of their installments in order of dates.</summary>
    public sealed record Parallel : VestingTerms
    {
        private readonly ValueList<VestingPart> parts;

        /// <summary>
        /// Parts whose portions are above zero and sum to exactly one; otherwise throws, naming the sum. A condition that several name is one condition.
        /// </summary>
        public Parallel(params IEnumerable<VestingPart> parts)
        {
            ArgumentNullException.ThrowIfNull(parts);
            this.parts = new(parts);
            Rational sum = this.parts.Aggregate(Rational.Zero, (total, part) => total + part.Portion);
            if (sum != Rational.One)
                throw new ArgumentException($"Portions of a grant sum to exactly one; these sum to {sum}.", nameof(parts));
        }

        /// <summary>The parts, at least one.</summary>
        public IReadOnlyList<VestingPart> Parts => parts;

        internal override IEnumerable<string> Conditions => parts.SelectMany(part => part.Terms.Conditions).Distinct();

        internal override IReadOnlyList<DuePortion> Resolve(VestingFacts facts) => DuePortion.InOrder(parts.SelectMany(part =>
            part.Terms.Resolve(facts with { Start = part.Start ?? facts.Start }).Select(due => due with { Portion = due.Portion * part.Portion })));

        /// <summary>"1/2: monthly 4; 1/2: monthly 4".</summary>
        public override string ToString() => parts.ToString();
    }

    /// <summary>
    /// A graph of conditions, walked along one path, as Open Cap Format has it: from the first condition on, each names those that may follow, in order of
    /// priority; the one that is met first is gone to, and the others are not, whatever happens later. A condition without vesting that ends the path is a
    /// deadline: what has not vested lapses on its day.
    /// </summary>
    public sealed record Graph : VestingTerms
    {
        private readonly ValueList<VestingCondition> conditions;

        /// <summary>
        /// Conditions in any order, the first of those that no other leads to being where paths begin. Throws for none, for one name twice, for a name that is
        /// not there, a circle, a condition relative to one that does not precede it, and, naming the sum, where the fullest path vests anything but all
        /// (portions of the remainder and fixed numbers of shares are judged by a grant).
        /// </summary>
        public Graph(params IEnumerable<VestingCondition> conditions)
        {
            ArgumentNullException.ThrowIfNull(conditions);
            this.conditions = new(conditions);
            Walk = new ConditionGraph(this.conditions);
            if (this.conditions.All(condition => condition.Portion.Of == PortionOf.Grant))
                _ = Walk.Fullness(Rational.One);
        }

        /// <summary>The conditions as they were given.</summary>
        public IReadOnlyList<VestingCondition> List => conditions;

        internal override IEnumerable<string> Conditions =>
            conditions.Where(condition => condition.Trigger is VestingTrigger.OnEvent).Select(condition => condition.Id);

        private ConditionGraph Walk { get; }

        internal override IReadOnlyList<DuePortion> Resolve(VestingFacts facts) => new ConditionWalk(Walk, facts).Resolve();

        /// <summary>Two graphs are equal where their conditions are, in order.</summary>
        public bool Equals(Graph? other) => other is not null && conditions.Equals(other.conditions);

        /// <inheritdoc/>
        public override int GetHashCode() => conditions.GetHashCode();

        /// <summary>"start → cliff → monthly".</summary>
        public override string ToString() => string.Join(" → ", conditions.Select(condition => condition.Id));
    }
}
