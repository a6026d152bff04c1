namespace CompModel.Tests;

/// <summary>What a rate table pays, from the words of its readings: the tiers are walked each time, there is no normal form.</summary>
internal sealed class TableOracle
{
    private readonly TableRules rules;
    private readonly (Fraction From, Fraction Rate)[] tiers;

    /// <summary>A table for a quota; none is needed where tiers are amounts.</summary>
    public TableOracle(TableRules rules, Fraction quota)
    {
        this.rules = rules;
        Pays = !rules.OfQuota || quota.Sign > 0;
        if (!Pays)
        {
            tiers = [];
            return;
        }
        Fraction Place(long from) => new Fraction(from, 100) * (rules.OfQuota ? quota : 1);
        // An amount a tier is a rate on its width, and nothing is added beyond the last.
        tiers = rules.Reading == TableReading.ProportionalAmounts
            ? [.. rules.Tiers.Select((tier, i) => (Place(tier.From), new Fraction(tier.Rate, 100) / (Place(i + 1 < rules.Tiers.Count ? rules.Tiers[i + 1].From : rules.To) - Place(tier.From)))), (Place(rules.To), 0)]
            : [.. rules.Tiers.Select(tier => (Place(tier.From), new Fraction(tier.Rate, 10_000)))];
    }

    /// <summary>Whether there is anything to read: tiers at shares of a quota that is not there pay nothing.</summary>
    public bool Pays { get; }

    /// <summary>What credits pay that move the position from one place to another, when it ends at <paramref name="final"/>.</summary>
    public Fraction Between(Fraction from, Fraction to, Fraction final) => rules.Reading switch
    {
        TableReading.Marginal or TableReading.ProportionalAmounts => Slices(to) - Slices(from),
        TableReading.OverageAtTopRate => Overage(to, final) - Overage(from, final),
        _ => WholeRate(final) * (to - from),
    };

    /// <summary>The rate that holds at a place.</summary>
    public Fraction RateAt(Fraction place, Fraction final) => rules.Reading switch
    {
        TableReading.Marginal or TableReading.ProportionalAmounts => tiers[Reached(place)].Rate,
        TableReading.OverageAtTopRate => Reached(place) == 0 ? tiers[0].Rate : tiers[Reached(final)].Rate,
        _ => WholeRate(final),
    };

    // Each slice at the rate of its tier; below zero the first.
    private Fraction Slices(Fraction amount)
    {
        if (amount.Sign < 0)
            return tiers[0].Rate * amount;
        Fraction paid = 0;
        for (int i = 0; i < tiers.Length; i++)
        {
            if (amount > tiers[i].From)
                paid += tiers[i].Rate * ((i + 1 < tiers.Length ? Fraction.Min(amount, tiers[i + 1].From) : amount) - tiers[i].From);
        }
        return paid;
    }

    private Fraction Overage(Fraction amount, Fraction final)
    {
        if (Reached(final) == 0)
            return tiers[0].Rate * amount;
        Fraction first = tiers[1].From;
        return (tiers[0].Rate * Fraction.Min(amount, first)) + (tiers[Reached(final)].Rate * Fraction.Max(amount - first, 0));
    }

    private Fraction WholeRate(Fraction final)
    {
        int tier = Reached(final);
        if (rules.Reading == TableReading.Retroactive || final.Sign <= 0 || tier + 1 == tiers.Length)
            return tiers[tier].Rate;
        (Fraction from, Fraction rate) = tiers[tier];
        return rate + ((tiers[tier + 1].Rate - rate) * (final - from) / (tiers[tier + 1].From - from));
    }

    private int Reached(Fraction amount)
    {
        int tier = 0;
        while (tier + 1 < tiers.Length && (rules.Sense == Boundary.AtOrAbove ? amount >= tiers[tier + 1].From : amount > tiers[tier + 1].From))
            tier++;
        return tier;
    }
}
