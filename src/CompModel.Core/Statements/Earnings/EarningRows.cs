namespace CompModel;

/// <summary>
/// A statement told by tier and deal. A deal earns in a tier what it moved the position there, at the tier's rate; a step belongs to the deal that crossed it; multipliers,
/// limits and the like fall on deals in proportion to what they earn. To date, each has what its share came to, less what it came to before.
/// </summary>
public static class EarningRows
{
    extension(Statement statement)
    {
        /// <summary>What each tier and deal earned in the span: rows in minor units (largest remainder) that sum to what each component earned.</summary>
        public IReadOnlyList<Earning> ByDeal() => [.. statement.Dated().Select(row => row.Earning)];

        /// <summary>As above, each with the last day of the window that earned it.</summary>
        internal IReadOnlyList<(NodaTime.LocalDate Earned, Earning Earning)> Dated()
        {
            var rows = new List<(NodaTime.LocalDate, Earning)>();
            Lazy<Statement> before = new(() => Statement.Read(
                statement.Terms, Position.AtStartOf(statement.Terms), statement.Opening.AsOf, "before", statement.Opening.Credits));
            foreach (ComponentStatement settled in statement.Components)
            {
                var parts = new Parts();
                parts.Add(settled.Lines, 1);
                // What is taken off as earned before was earned by the tiers and deals of then: before this statement, or in an earlier period of it.
                if (settled.Lines.Any(TakesOffTheWhole))
                {
                    IEnumerable<ComponentStatement> earlier = before.Value.Components.Concat(statement.Components.TakeWhile(each => each != settled));
                    foreach (ComponentStatement then in earlier.Where(each => each.Name == settled.Name))
                        parts.Add(then.Lines, -1);
                }
                rows.AddRange(parts.Rows(settled.Name, settled.Earned).Select(row => (settled.Window.End.PlusDays(-1), row)));
            }
            rows.AddRange(statement.PlanResults.Where(result => result.Earned.Value != 0)
                .Select(result => (result.Span.End.PlusDays(-1), new Earning(result.Name, "", "", result.Earned))));
            return rows;
        }
    }

    // What a single deal earned before names the deal, and is taken off it as any other line.
    private static bool TakesOffTheWhole(StatementLine line) => line.Kind == LineKind.EarnedBefore && line.Deals.Count == 0;

    /// <summary>Exact amounts by tier and deal.</summary>
    private sealed class Parts
    {
        private readonly Dictionary<(string Tier, string Deal), Rational> amounts = [];

        internal void Add(IReadOnlyList<StatementLine> lines, int sign)
        {
            var own = new Dictionary<(string Tier, string Deal), Rational>();
            foreach (StatementLine line in lines)
            {
                if (TakesOffTheWhole(line))
                    continue;
                if (line.Deals is CreditSpan { Count: > 0 } span)
                    Among(own, line, span);
                else
                    InProportion(own, line.Amount.Value);
            }
            foreach (((string, string) key, Rational amount) in own)
                amounts[key] = amounts.GetValueOrDefault(key) + (amount * sign);
        }

        internal IEnumerable<Earning> Rows(string component, Money earned)
        {
            ((string Tier, string Deal) Key, Rational Amount)[] parts = [.. amounts.Where(part => part.Value.Sign != 0).Select(part => (part.Key, part.Value))];
            Rational unit = Rational.Of(1, System.Numerics.BigInteger.Pow(10, earned.Currency.MinorUnitDigits));
            Rational[] cents = Apportionment.LargestRemainder([.. parts.Select(part => part.Amount)], unit);
            Money rest = earned;
            for (int i = 0; i < parts.Length; i++)
            {
                Money amount = new Amount(cents[i], earned.Currency).Round(Rounding.ToMinorUnit);
                rest -= amount;
                if (amount.Value != 0)
                    yield return new(component, parts[i].Key.Tier, parts[i].Key.Deal, amount);
            }
            if (rest.Value != 0)
                yield return new(component, "", "", rest);
        }

        private static void Among(Dictionary<(string, string), Rational> own, StatementLine line, CreditSpan span)
        {
            (string Reference, Rational Inside)[] shares = [.. span.Shares()];
            Rational whole = shares.Aggregate(Rational.Zero, (sum, share) => sum + share.Inside);
            // Where moves cancel, the last deal of them stands for what is left.
            if (whole.Sign == 0)
                shares = [(shares[^1].Reference, whole = Rational.One)];
            foreach ((string reference, Rational inside) in shares)
                own[(line.Label, reference)] = own.GetValueOrDefault((line.Label, reference)) + (line.Amount.Value * (inside / whole));
        }

        private static void InProportion(Dictionary<(string, string), Rational> own, Rational amount)
        {
            Rational whole = own.Values.Aggregate(Rational.Zero, (sum, part) => sum + part);
            if (amount.Sign == 0)
                return;
            if (whole.Sign == 0)
            {
                own[("", "")] = own.GetValueOrDefault(("", "")) + amount;
                return;
            }
            foreach ((string, string) key in own.Keys.ToList())
                own[key] += amount * (own[key] / whole);
        }
    }
}
