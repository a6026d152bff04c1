namespace CompModel;

/// <summary>
/// Something that measures must reach in a component's window: at a share of quota, or at an amount. Conditions combine by <see cref="And"/> and <see cref="Or"/>.
/// They are decided before anything is rated, on the credits and the quota of the same days: of the component's own measure as the component counts it, with limits and
/// weights of deals.
/// </summary>
public abstract record Condition
{
    private Condition()
    {
    }

    /// <summary>A measure that must be reached: at a share of its quota, or at an amount.</summary>
    public sealed record Reaches : Condition
    {
        internal Reaches(Measure measure, CreditScope scope, Rational place, bool ofQuota, Boundary sense)
        {
            if (place.Sign < 0)
                throw new ArgumentOutOfRangeException(nameof(place), place, $"A condition on {measure} is at least zero.");
            Measure = measure;
            Scope = scope;
            Place = place;
            OfQuota = ofQuota;
            Sense = sense;
        }

        /// <summary>What is measured.</summary>
        public Measure Measure { get; }

        /// <summary>Whose credits count.</summary>
        public CreditScope Scope { get; }

        /// <summary>Where it is met: a fraction of quota, or an amount.</summary>
        public Rational Place { get; }

        /// <summary>Whether the place is a share of the measure's quota.</summary>
        public bool OfQuota { get; }

        /// <summary>Whether the place itself meets it.</summary>
        public Boundary Sense { get; }

        /// <summary>"revenue at or above 100 % of quota".</summary>
        public override string ToString() =>
            $"{Measure} {(Sense == Boundary.AtOrAbove ? "at or above" : "above")} {(OfQuota ? Text.Percent(Place) + " of quota" : Text.Number(Place, 6))}";
    }

    /// <summary>Several conditions, all of which must be met, or one of them.</summary>
    public sealed record Joined : Condition
    {
        internal Joined(bool all, params IEnumerable<Condition> conditions) => (All, Conditions) = (all, new ValueList<Condition>(conditions));

        /// <summary>Whether all must be met; otherwise one suffices.</summary>
        public bool All { get; }

        /// <summary>The conditions.</summary>
        public IReadOnlyList<Condition> Conditions { get; }

        /// <summary>"a and b".</summary>
        public override string ToString() => string.Join(All ? " and " : " or ", Conditions.Select(each => each is Joined ? $"({each})" : each.ToString()));
    }

    /// <summary>A share of the measure's quota is reached; exactly there the condition is met.</summary>
    public static Condition AttainmentAtLeast(Measure measure, Rational attainment, CreditScope scope = CreditScope.Own) =>
        new Reaches(measure, scope, attainment, ofQuota: true, Boundary.AtOrAbove);

    /// <summary>A share of the measure's quota is exceeded.</summary>
    public static Condition AttainmentAbove(Measure measure, Rational attainment, CreditScope scope = CreditScope.Own) =>
        new Reaches(measure, scope, attainment, ofQuota: true, Boundary.Above);

    /// <summary>An amount of the measure is reached, in its own unit: money of the plan's currency, units, points. It needs no quota.</summary>
    public static Condition AmountAtLeast(Measure measure, Rational amount, CreditScope scope = CreditScope.Own) =>
        new Reaches(measure, scope, amount, ofQuota: false, Boundary.AtOrAbove);

    /// <summary>An amount of the measure is exceeded.</summary>
    public static Condition AmountAbove(Measure measure, Rational amount, CreditScope scope = CreditScope.Own) =>
        new Reaches(measure, scope, amount, ofQuota: false, Boundary.Above);

    /// <summary>Both must be met.</summary>
    public Condition And(Condition other) => Join(all: true, other);

    /// <summary>One must be met.</summary>
    public Condition Or(Condition other) => Join(all: false, other);

    // Three that are joined alike are one list of three.
    private Joined Join(bool all, Condition other) =>
        new(all, new[] { this, other }.SelectMany(each => each is Joined joined && joined.All == all ? joined.Conditions : [each]));

    /// <summary>Every measure that is asked about.</summary>
    internal IEnumerable<Reaches> Asked => this switch
    {
        Reaches one => [one],
        Joined many => many.Conditions.SelectMany(each => each.Asked),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
