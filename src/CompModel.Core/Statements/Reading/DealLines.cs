namespace CompModel;

/// <summary>Deals rated one by one, on their slices of the position: steps 8 and 9 of the order of evaluation.</summary>
internal static class DealLines
{
    extension(Component component)
    {
        /// <summary>
        /// Lines for each deal, in the currency that is paid: its slices of the table that rates it (null: none yet), then kickers, then its limits; these two not
        /// where nothing is paid at all.
        /// </summary>
        internal IEnumerable<StatementLine> Lines(Func<CountedDeal, RateTable?> tableOf, IReadOnlyList<CountedDeal> deals, Currency measured, Currency pays, bool nothing)
        {
            Rational final = deals.Aggregate(Rational.Zero, (sum, deal) => sum + deal.Position), from = Rational.Zero;
            foreach (CountedDeal deal in deals)
            {
                Rational to = from + deal.Position;
                // Somebody else's deal moves the position and pays nothing here.
                if (deal.Pays.Sign == 0)
                {
                    from = to;
                    continue;
                }
                Amount commission = Amount.Zero(pays);
                foreach ((string label, Rational inside, Rational rate) in tableOf(deal) is not { } table ? [] : component.Deals.Order == DealOrder.ByDate ? Sliced(table, deal, from, to, final) : Shared(table, deal, final))
                {
                    var line = new StatementLine(LineKind.Tier, $"{deal.Reference}: {label}", new Amount(inside, measured), rate, new Amount(inside * rate, pays)) { Deals = Of(deal) };
                    commission += line.Amount;
                    yield return line;
                }
                foreach (StatementLine line in nothing ? [] : component.Modified(deal, commission))
                    yield return line;
                from = to;
            }
        }

        private IEnumerable<StatementLine> Modified(CountedDeal deal, Amount commission)
        {
            Rational factor = component.Deals.KickerFactor.Of(deal.Attributes);
            if (factor != Rational.One)
            {
                yield return new(LineKind.Multiplier, $"{deal.Reference}: kicker × {factor}", commission, factor - 1, commission * (factor - 1)) { Deals = Of(deal) };
                commission *= factor;
            }
            // A deal that is taken back in full brings its kicker back, too.
            if (deal.Pays.Sign > 0 && component.Deals.KickerAmount.Of(deal.Attributes) is { Sign: > 0 } plus)
            {
                yield return StatementLine.Plain(LineKind.Addition, $"{deal.Reference}: kicker", new(plus, commission.Currency)) with { Deals = Of(deal) };
                commission += new Amount(plus, commission.Currency);
            }
            // A floor is for deals that are there.
            Amount limited = deal.Pays.Sign > 0 || commission.Value.Sign > 0 ? component.Deals.Pay.Of(commission) : commission;
            if (limited != commission)
                yield return StatementLine.Plain(LineKind.Limit, $"{deal.Reference}: {(limited < commission ? "capped at" : "at least")} {limited}", limited - commission) with { Deals = Of(deal) };
        }
    }

    // Each part of the deal's slice of the position pays on the same part of what the deal pays on.
    private static IEnumerable<(string Label, Rational Inside, Rational Rate)> Sliced(RateTable table, CountedDeal deal, Rational from, Rational to, Rational final)
    {
        foreach (TableLines.Cut cut in table.Cuts(from, to, final))
            yield return (cut.Label, deal.Position.Sign == 0 ? deal.Pays : deal.Pays * (cut.Inside / deal.Position), cut.Rate);
    }

    private static IEnumerable<(string Label, Rational Inside, Rational Rate)> Shared(RateTable table, CountedDeal deal, Rational final)
    {
        foreach (TableLines.Cut cut in table.Cuts(Rational.Zero, final, final))
            yield return (cut.Label, final.Sign == 0 ? deal.Pays : deal.Pays * (cut.Inside / final), cut.Rate);
    }

    private static CreditSpan Of(CountedDeal deal) => CreditSpan.Of(new DealMoves((deal.Reference, deal.Position)));
}
