using NodaTime;

namespace CompModel;

/// <summary>People who have an attainment model of their own: one of the nested cases.</summary>
public abstract record ModelGroup
{
    private ModelGroup()
    {
    }

    /// <summary>Case and parameters; no two groups have one text.</summary>
    internal string Canonical => this switch
    {
        Person person => $"person {person.Id}",
        Tenure { To: { } to } tenure => FormattableString.Invariant($"tenure {tenure.From} {to}"),
        Tenure tenure => FormattableString.Invariant($"tenure {tenure.From}"),
        Role role => $"role {role.Name}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Whole months of employment when a plan year starts; 0 for who is hired in it.</summary>
    internal static int MonthsOf(Participant participant, PlanYear year) =>
        participant.Hired >= year.Start ? 0 : Period.Between(participant.Hired, year.Start, PeriodUnits.Months).Months;

    private static string Named(string text, string what) =>
        !string.IsNullOrWhiteSpace(text) ? text : throw new ArgumentException($"A model of a {what} names the {what}; here it is empty.", what);

    /// <summary>The people of a role.</summary>
    public sealed record Role : ModelGroup
    {
        /// <summary>A role, as rosters write it, to the letter. Throws for an empty one.</summary>
        public Role(string name) => Name = Named(name, "role");

        /// <summary>The role.</summary>
        public string Name { get; }

        /// <summary>"role Hunter".</summary>
        public override string ToString() => $"role {Name}";
    }

    /// <summary>The people who have been there for some months when the plan year starts.</summary>
    public sealed record Tenure : ModelGroup
    {
        /// <summary>A tenure of at least some months. Throws below zero.</summary>
        public Tenure(int from) =>
            From = from >= 0 ? from : throw new ArgumentOutOfRangeException(nameof(from), from, "A tenure is of at least 0 months.");

        /// <summary>A tenure of at least some months and less than others. Throws below zero and where they do not rise.</summary>
        public Tenure(int from, int to)
            : this(from) => To = to > from
                ? to
                : throw new ArgumentOutOfRangeException(nameof(to), to, $"A tenure rises: from {from} months it is to end above {from}.");

        /// <summary>The least number of whole months.</summary>
        public int From { get; }

        /// <summary>The number of months from which it is another tenure; null where there is no end.</summary>
        public int? To { get; }

        internal bool Holds(int months) => months >= From && (To is null || months < To);

        internal bool Overlaps(Tenure other) => (other.To is null || From < other.To) && (To is null || other.From < To);

        /// <summary>"tenure 0 to 12 months" (12 is not in it), "tenure 12 months and more".</summary>
        public override string ToString() =>
            To is { } to ? FormattableString.Invariant($"tenure {From} to {to} months") : FormattableString.Invariant($"tenure {From} months and more");
    }

    /// <summary>One person.</summary>
    public sealed record Person : ModelGroup
    {
        /// <summary>A participant's id. Throws for an empty one.</summary>
        public Person(string id) => Id = Named(id, "participant");

        /// <summary>The id.</summary>
        public string Id { get; }

        /// <summary>"participant R17".</summary>
        public override string ToString() => $"participant {Id}";
    }
}
