namespace CompModel;

/// <summary>
/// What one component earns in one window, over a tile of trials: the gate that chooses how it pays, the rate, multipliers, bounds, what is paid without quota.
/// Each step is a loop; a step without rules is left out. The mirror of the exact reading of a window, in the same order.
/// </summary>
internal sealed class WindowKernel
{
    private readonly ReadSpan position;
    private readonly PaidCredits? paidOn;
    private readonly RateKernel? rate;
    private readonly (ConditionKernel Condition, RateKernel? Otherwise)[] gates;
    private readonly MultiplierKernel[] multipliers;
    private readonly double floor, cap, withoutQuota;

    /// <summary>A window of a component: the periods first to last of its terms, against what is asked of them.</summary>
    internal WindowKernel(ParticipantTerms participant, ComponentTerms terms, int first, int last, in PeriodTerms asked, CreditReads reads)
    {
        Component component = terms.Component;
        DateRange days = new(terms.Periods[first].Days.Start, terms.Periods[last].Days.End), counting = days.Intersect(component.Days);
        Rational quota = asked.Quota.Value, target = asked.Target.Value;
        position = reads.Of(component.Measure, component.Scope, counting, quota);
        paidOn = component.PaysWhatItMeasures ? null : new(terms, first, last, reads);
        rate = RateKernel.Of(component.Rule, quota, target);
        ReadSpan own = position;
        AskedCredits Asked(Measure measure, CreditScope scope)
        {
            if (measure == component.Measure && scope == component.Scope)
                return new(own, quota);
            Rational its = terms.QuotaOf(measure, first, last).Value;
            return new(reads.Of(measure, scope, days, its), its);
        }
        gates = [.. component.Gates.Select(gate => (ConditionKernel.Of(gate.Condition, Asked), RateKernel.Of(gate.Otherwise, quota, target)))];
        multipliers = [.. component.Multipliers.Select(multiplier => MultiplierKernel.Of(multiplier, Asked))];
        // A floor is for people who are there.
        bool bounded = !participant.Active.Intersect(days).IsEmpty;
        floor = bounded && component.Limits.Floor is { } least ? least.ToDouble() : double.NegativeInfinity;
        cap = bounded && component.Limits.Cap is { } most ? most.ToDouble() : double.PositiveInfinity;
        withoutQuota = asked.PaidWithoutQuota.ToDouble();
    }

    private bool IsPlain => gates.Length == 0 && multipliers.Length == 0 && double.IsNegativeInfinity(floor) && double.IsPositiveInfinity(cap) && withoutQuota == 0;

    /// <summary>Reads credits and leaves what the window earns in <see cref="WindowTile.Earned"/>, on the grid.</summary>
    internal void Run(in CreditTile credits, WindowTile window)
    {
        window.Position = credits.In(position, window.Scratch);
        Rate(rate, window, window.Earned, credits);
        if (!IsPlain)
        {
            Gate(credits, window);
            Multiply(credits, window);
            Bound(window, credits.Count);
        }
        for (int i = 0; i < credits.Count; i++)
            window.Earned[i] = PayGrid.Round(window.Earned[i]);
    }

    /// <summary>Adds a trial's pay, which is on the grid, to the lines it was earned in: tiers first, then what modifies them.</summary>
    internal void AddToLines(WindowTile window, double[][] lines, in ComponentLines places, int trial)
    {
        if (IsPlain)
        {
            if (rate is not null)
                AddRated(window, window.Earned[trial], lines, trial);
            return;
        }
        double rated = PayGrid.Round(window.Rated[trial]), multiplied = PayGrid.Round(window.Multiplied[trial]), bounded = PayGrid.Round(window.Bounded[trial]);
        if (window.Gate[trial] >= 0)
            lines[places.Gates][trial] += rated;
        else if (rate is not null)
            AddRated(window, rated, lines, trial);
        if (multipliers.Length > 0)
            lines[places.Multipliers][trial] += multiplied - rated;
        if (places.Bounds >= 0)
            lines[places.Bounds][trial] += bounded - multiplied;
        if (places.WithoutQuota >= 0)
            lines[places.WithoutQuota][trial] += window.Earned[trial] - bounded;
    }

    // Pay on other credits than the position's is of no tier alone where it is not proportional; it is the last tier's.
    private void AddRated(WindowTile window, double pay, double[][] lines, int trial)
    {
        if (paidOn is null)
            rate!.AddByTier(window.Position[trial], pay, lines, trial);
        else
            lines[rate!.TierAt(window.Position[trial])][trial] += pay;
    }

    private void Rate(RateKernel? by, WindowTile window, double[] pay, in CreditTile credits)
    {
        if (by is null)
            Array.Clear(pay, 0, credits.Count);
        else if (paidOn is null)
            by.Pay(window.Position, pay, credits.Count);
        else
            paidOn.Pay(by, window.Position, credits, pay);
    }

    private void Gate(in CreditTile credits, WindowTile window)
    {
        Array.Fill(window.Gate, -1, 0, credits.Count);
        Array.Copy(window.Earned, window.Rated, credits.Count);
        // The first that is not met decides, so that earlier ones overwrite later ones.
        for (int gate = gates.Length - 1; gate >= 0; gate--)
        {
            Rate(gates[gate].Otherwise, window, window.Bounded, credits);
            for (int i = 0; i < credits.Count; i++)
            {
                if (gates[gate].Condition.IsMet(credits, i))
                    continue;
                window.Gate[i] = gate;
                window.Rated[i] = window.Bounded[i];
            }
        }
    }

    private void Multiply(in CreditTile credits, WindowTile window)
    {
        Array.Copy(window.Rated, window.Multiplied, credits.Count);
        foreach (MultiplierKernel multiplier in multipliers)
        {
            for (int i = 0; i < credits.Count; i++)
                window.Multiplied[i] *= multiplier.At(credits, i);
        }
    }

    private void Bound(WindowTile window, int count)
    {
        for (int i = 0; i < count; i++)
        {
            window.Bounded[i] = Math.Min(Math.Max(window.Multiplied[i], floor), cap);
            window.Earned[i] = window.Bounded[i] + withoutQuota;
        }
    }
}
