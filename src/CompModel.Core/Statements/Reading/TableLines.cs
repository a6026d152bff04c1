namespace CompModel;

/// <summary>A rate table read out: what each rate applies to, as the table's reading has it.</summary>
internal static class TableLines
{
    /// <summary>A part of the position inside one tier, and the rate of what lies in it.</summary>
    internal readonly record struct Cut(string Label, Rational Inside, Rational Rate);

    extension(RateTable table)
    {
        /// <summary>Adds lines whose amounts sum to the commission on a credited amount, exactly, in the currency that is paid; answers that sum.</summary>
        internal Rational AddLines(List<StatementLine> lines, Amount credited, Currency pays, DealMoves moves)
        {
            Rational amount = credited.Value, sum = Rational.Zero;
            if (table.Reading is TableReading.Marginal or TableReading.ProportionalAmounts)
            {
                ReadOnlySpan<TableSegment> tiers = table.Pieces;
                int last = table.TierAt(amount);
                for (int tier = 0; tier <= last; tier++)
                {
                    ref readonly TableSegment segment = ref tiers[tier];
                    Rational to = tier == last ? amount : tiers[tier + 1].From, inside = to - segment.From;
                    // A tier that is just reached holds nothing yet; one that pays nothing is shown all the same, for it explains the rest.
                    if (inside.Sign == 0 && last > 0)
                        continue;
                    Add(segment.Label, inside, segment.Rate, CreditSpan.In(table, tier, tier == last, moves));
                }
                return sum;
            }
            Rational from = Rational.Zero;
            foreach (Cut cut in table.Cuts(Rational.Zero, amount, amount))
            {
                Rational to = from + cut.Inside;
                bool split = table.Reading == TableReading.OverageAtTopRate;
                Add(cut.Label, cut.Inside, cut.Rate, CreditSpan.Of(moves, split && from.Sign > 0 ? from : null, split && to < amount ? to : null));
                from = to;
            }
            return sum;

            void Add(string label, Rational inside, Rational rate, CreditSpan deals)
            {
                Rational pay = inside * rate;
                sum += pay;
                lines.Add(new(LineKind.Tier, label, new Amount(inside, credited.Currency), rate, new Amount(pay, pays)) { Deals = deals });
            }
        }

        /// <summary>
        /// What lies between two places of the position when the window's whole position is <paramref name="final"/>: parts that sum to the difference, each with its
        /// rate. A move downwards has negative parts. Where nothing moves, one empty part tells the rate of the place.
        /// </summary>
        internal IReadOnlyList<Cut> Cuts(Rational from, Rational to, Rational final)
        {
            int reached = table.TierAt(final);
            TableSegment top = table.Segments[reached];
            switch (table.Reading)
            {
                case TableReading.Marginal or TableReading.ProportionalAmounts:
                    return table.ByTier(from, to);
                case TableReading.OverageAtTopRate when reached > 0:
                    Rational first = table.Segments[1].From;
                    Rational below = Rational.Min(to, first) - Rational.Min(from, first), above = to - from - below;
                    string on = $"{top.Label}, on all above {Text.Number(first, 6)}";
                    return above.Sign == 0 && (below.Sign != 0 || table.TierAt(from) == 0) ? [new(table.Segments[0].Label, below, table.Segments[0].Rate)]
                        : below.Sign == 0 ? [new(on, above, top.Rate)]
                        : [new(table.Segments[0].Label, below, table.Segments[0].Rate), new(on, above, top.Rate)];
                case TableReading.Retroactive when reached > 0:
                    return [new(top.Label + ", from the first dollar", to - from, top.Rate)];
                case TableReading.InterpolatedRate when final.Sign > 0:
                    return [new(top.Label + ", interpolated", to - from, table.CommissionOn(final) / final)];
                default:
                    return [new(top.Label, to - from, top.Rate)];
            }
        }

        private List<Cut> ByTier(Rational from, Rational to)
        {
            var cuts = new List<Cut>();
            bool down = to < from;
            (Rational low, Rational high) = down ? (to, from) : (from, to);
            for (int tier = 0; tier < table.Segments.Count; tier++)
            {
                TableSegment segment = table.Segments[tier];
                // The first tier has no lower end, the last no upper one.
                Rational start = tier == 0 ? low : Rational.Max(low, segment.From);
                Rational end = tier + 1 == table.Segments.Count ? high : Rational.Min(high, table.Segments[tier + 1].From);
                // A tier that pays nothing is shown all the same, for it explains the rest.
                if (end > start)
                    cuts.Add(new(segment.Label, down ? start - end : end - start, segment.Rate));
            }
            if (cuts.Count == 0 && table.Segments[table.TierAt(from)] is var here)
                cuts.Add(new(here.Label, Rational.Zero, here.Rate));
            return cuts;
        }
    }
}
