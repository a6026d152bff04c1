namespace CompModel;

/// <summary>A rate table read out as lines: what each rate applies to, as the table's reading has it.</summary>
internal static class TableLines
{
    extension(PayRule rule)
    {
        /// <summary>Lines whose amounts sum to what a window earns before rounding, in the currency of the target.</summary>
        internal IEnumerable<StatementLine> Lines(Attainment attainment, Amount target) => rule switch
        {
            PayRule.ByCurve { Curve: var curve } => curve.Lines(attainment, target),
            PayRule.ByTable { Table: var table } => table.Lines(attainment.Credited, target.Currency),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    extension(RateTable table)
    {
        /// <summary>Lines whose amounts sum to the commission on a credited amount, exactly, in the currency that is paid.</summary>
        internal IEnumerable<StatementLine> Lines(Amount credited, Currency pays)
        {
            Rational amount = credited.Value;
            int last = table.TierAt(amount);
            TableSegment reached = table.Segments[last];
            switch (table.Reading)
            {
                case TableReading.Marginal or TableReading.ProportionalAmounts:
                    for (int tier = 0; tier <= last; tier++)
                    {
                        TableSegment segment = table.Segments[tier];
                        Rational inside = (tier == last ? amount : table.Segments[tier + 1].From) - segment.From;
                        // A tier that is just reached holds nothing yet; one that pays nothing is shown all the same, for it explains the rest.
                        if (inside.Sign != 0 || last == 0)
                            yield return Line(segment.Label, inside, segment.Rate);
                    }
                    break;
                case TableReading.OverageAtTopRate when last > 0:
                    Rational first = table.Segments[1].From;
                    yield return Line(table.Segments[0].Label, first, table.Segments[0].Rate);
                    if (amount != first)
                        yield return Line($"{reached.Label}, on all above {Shown(first)}", amount - first, reached.Rate);
                    break;
                case TableReading.Retroactive when last > 0:
                    yield return Line(reached.Label + ", from the first dollar", amount, reached.Rate);
                    break;
                case TableReading.InterpolatedRate when amount.Sign > 0:
                    yield return Line(reached.Label + ", interpolated", amount, table.CommissionOn(amount) / amount);
                    break;
                default:
                    yield return Line(reached.Label, amount, reached.Rate);
                    break;
            }

            StatementLine Line(string label, Rational amount, Rational rate) =>
                new(LineKind.Tier, label, new Amount(amount, credited.Currency), rate, new Amount(amount * rate, pays));
        }
    }

    private static string Shown(Rational amount) => Text.Number(amount, 6);
}
