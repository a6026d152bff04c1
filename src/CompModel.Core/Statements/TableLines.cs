namespace CompModel;

/// <summary>A rate table read out: what each rate applies to, as the table's reading has it.</summary>
internal static class TableLines
{
    /// <summary>A part of the position inside one tier, and the rate of what lies in it.</summary>
    internal readonly record struct Cut(string Label, Rational Inside, Rational Rate);

    extension(RateTable table)
    {
        /// <summary>Lines whose amounts sum to the commission on a credited amount, exactly, in the currency that is paid.</summary>
        internal IEnumerable<StatementLine> Lines(Amount credited, Currency pays, IReadOnlyList<(string Reference, Rational Amount)>? moves = null)
        {
            Rational from = Rational.Zero;
            bool byPlace = table.Reading is TableReading.Marginal or TableReading.ProportionalAmounts or TableReading.OverageAtTopRate;
            foreach (Cut cut in table.Cuts(Rational.Zero, credited.Value, credited.Value))
            {
                Rational to = from + cut.Inside;
                yield return new(LineKind.Tier, cut.Label, new Amount(cut.Inside, credited.Currency), cut.Rate, new Amount(cut.Inside * cut.Rate, pays))
                {
                    // The first tier holds what lies below zero, too, and the last whatever went further up and came back.
                    Deals = CreditSpan.Of(moves ?? [], byPlace && from.Sign > 0 ? from : null, byPlace && to < credited.Value ? to : null),
                };
                from = to;
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
