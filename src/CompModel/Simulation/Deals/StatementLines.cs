using System.Globalization;
using NodaTime;

namespace CompModel;

/// <summary>
/// From the lines of statements to the lines of cost. Of a component that measures the year to date, those of its last window are the year's (of the highest, where nothing
/// is taken back). What cents leave is the first line's that has anything.
/// </summary>
internal sealed class StatementLines
{
    /// <summary>What the reference of a simulated deal begins with; four digits follow.</summary>
    internal const string DealPrefix = "deal ";

    private const int NumberStart = 5, NumberEnd = 9, LabelStart = 11;

    private readonly Dictionary<string, OfComponent> components = new(StringComparer.Ordinal);
    private readonly (DateRange Days, int Multiplied, int Bounded)[] plans;
    private readonly int leave, count;

    internal StatementLines(ParticipantTerms terms, IReadOnlyList<PlanLine> all, DealDraws draws)
    {
        int first = 0;
        foreach (ComponentTerms component in terms.Components)
        {
            ComponentLines places = ComponentKernel.LinesOf(component);
            components.Add(component.Name, new(component.Component, places, first, draws));
            first += places.Names.Count;
        }
        int Find(CompensationPlan plan, int number)
        {
            for (int line = first; line < all.Count; line++)
            {
                if (all[line].Plan == plan && all[line].Number == number)
                    return line;
            }
            return -1;
        }
        count = all.Count;
        plans = [.. PlanLine.PlansOf(terms).Select(plan => (plan.Days, Find(plan.Plan, 0), Find(plan.Plan, 1)))];
        leave = Enumerable.Range(first, all.Count - first).Where(line => all[line].Number == 2).Append(-1).First();
    }

    /// <summary>Room for a year of one trial after the other.</summary>
    internal Year OfYear() => new(this);

    /// <summary>One component's lines.</summary>
    internal sealed class OfComponent
    {
        private readonly Dictionary<string, int> byLabel = new(StringComparer.Ordinal);
        private readonly bool[] isOwnTable;
        private readonly ComponentLines places;

        internal OfComponent(Component component, ComponentLines places, int first, DealDraws draws)
        {
            this.places = places;
            First = first;
            Count = places.Names.Count;
            Basis = component.Basis;
            for (int tier = 0; tier < component.Tiers.Count; tier++)
                byLabel.TryAdd(component.Tiers[tier], tier);
            if (component.Rule is PayRule.ByCurve { Curve: var curve })
            {
                for (int tier = 0; tier < curve.Segments.Count; tier++)
                    byLabel.TryAdd(curve.Segments[tier].From.Sign == 0 ? "target, whatever is attained" : $"step on reaching {PayoutCurve.Percent(curve.Segments[tier].From)}", tier);
            }
            isOwnTable = [.. draws.Kinds.Select(known => component.Deals.Tables is not { } tables || (component.Rule is PayRule.ByTable { Table: var own } && tables.Of(known).Equals(own)))];
        }

        internal int First { get; }

        internal int Count { get; }

        internal Basis Basis { get; }

        /// <summary>The place of a line, in its component; −1 for what follows from other lines or settlements.</summary>
        internal int PlaceOf(StatementLine line, bool isClosed, DealTile deals, int trial)
        {
            bool ofDeal = line.Label.StartsWith(DealPrefix, StringComparison.Ordinal) && line.Label.Length > LabelStart && line.Label[NumberEnd] == ':';
            switch (line.Kind)
            {
                case LineKind.Tier or LineKind.Step when isClosed:
                    return places.Gates;
                case LineKind.Tier or LineKind.Step when ofDeal:
                    int number = int.Parse(line.Label.AsSpan(NumberStart, NumberEnd - NumberStart), CultureInfo.InvariantCulture);
                    return isOwnTable[deals.Kinds[(trial * deals.Stride) + number - 1]] ? TierOf(line.Label[LabelStart..]) : places.SingleDeals;
                case LineKind.Tier or LineKind.Step:
                    return TierOf(line.Label);
                case LineKind.Multiplier:
                    return ofDeal || places.Multipliers < 0 || line.Label.StartsWith("what these deals", StringComparison.Ordinal) ? places.SingleDeals : places.Multipliers;
                case LineKind.Addition:
                    return places.SingleDeals;
                case LineKind.Limit:
                    return ofDeal ? places.SingleDeals : places.Bounds;
                case LineKind.WithoutQuota:
                    return places.WithoutQuota;
                default:
                    return -1;
            }
        }

        // Readings add words to a tier's label, after a comma.
        private int TierOf(string label)
        {
            if (byLabel.TryGetValue(label, out int tier))
                return tier;
            int comma = label.LastIndexOf(", ", StringComparison.Ordinal);
            return comma > 0 && byLabel.TryGetValue(label[..comma], out tier) ? tier : 0;
        }
    }

    /// <summary>The lines of one trial's year, on the grid.</summary>
    internal sealed class Year(StatementLines owner)
    {
        private readonly double[] amounts = new double[owner.count], asAWhole = new double[owner.count];
        private readonly Dictionary<OfComponent, double> earned = [];

        internal void Begin()
        {
            Array.Clear(amounts);
            Array.Clear(asAWhole);
            earned.Clear();
        }

        /// <summary>Takes what components earned; answers the sum.</summary>
        internal double Add(IReadOnlyList<ComponentStatement> settled, DealTile deals, int trial)
        {
            double sum = 0;
            foreach (ComponentStatement component in settled)
            {
                OfComponent its = owner.components[component.Name];
                double pay = PayGrid.Round(component.Earned.ToDouble());
                sum += pay;
                earned[its] = earned.GetValueOrDefault(its) + pay;
                if (its.Basis is Basis.YearToDate { Recovery: not Recovery.Full } && pay <= 0)
                    continue;
                if (its.Basis is Basis.YearToDate or Basis.Reconciled)
                    Array.Clear(amounts, its.First, its.Count);
                bool isClosed = false;
                foreach (StatementLine line in component.Lines)
                {
                    isClosed |= line.Kind == LineKind.Gate;
                    int place = its.PlaceOf(line, isClosed, deals, trial);
                    if (place >= 0)
                        amounts[its.First + place] += PayGrid.Round(line.Amount.ToDouble());
                }
            }
            return sum;
        }

        /// <summary>Takes what follows from plans as a whole by a day; answers the sum.</summary>
        internal double Add(IReadOnlyList<PlanResult> results, LocalDate by)
        {
            double sum = 0;
            foreach (PlanResult result in results)
            {
                double pay = PayGrid.Round(result.Earned.ToDouble());
                sum += pay;
                (_, int multiplied, int bounded) = Array.Find(owner.plans, plan => plan.Days.Contains(result.Span.Start));
                int line = result.Lines[0].Kind switch
                {
                    LineKind.Multiplier => multiplied,
                    LineKind.Limit => bounded,
                    LineKind.Addition => owner.leave,
                    _ => -1,
                };
                // Rounding of components together is no line's.
                asAWhole[Math.Max(0, line)] += pay;
            }
            return sum;
        }

        /// <summary>Puts a trial's year on its lines, which sum to what was earned.</summary>
        internal void End(double[][] lines, int trial)
        {
            foreach ((OfComponent its, double pay) in earned)
            {
                Span<double> own = amounts.AsSpan(its.First, its.Count);
                double rest = pay;
                int taking = 0;
                for (int i = own.Length - 1; i >= 0; i--)
                {
                    rest -= own[i];
                    taking = own[i] != 0 ? i : taking;
                }
                own[taking] += rest;
            }
            for (int line = 0; line < amounts.Length; line++)
                lines[line][trial] += amounts[line] + asAWhole[line];
        }
    }
}
