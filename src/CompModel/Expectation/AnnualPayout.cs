namespace CompModel;

/// <summary>A component's pay for the year as a function of the year's attainment: exact pieces, one set for each window that pays.</summary>
internal sealed class AnnualPayout
{
    private readonly IReadOnlyList<CurveSegment> segments;
    private readonly bool neverFalls;
    private readonly List<Window> windows = [];

    private AnnualPayout(IReadOnlyList<CurveSegment> segments, bool neverFalls)
    {
        this.segments = segments;
        this.neverFalls = neverFalls;
    }

    // At attainment A of the year the window has attainment Scale × A and pays Target times the curve there; for a table it has credited Scale × A and Target is one.
    private readonly record struct Window(Rational Scale, Rational Target);

    /// <summary>The function, where there is one of the year's attainment alone.</summary>
    internal static ClosedForm<AnnualPayout> Of(ParticipantTerms participant, ComponentTerms terms, Assumptions assumptions)
    {
        if (terms.Component.NotCarried is { } reason)
            return new ClosedForm<AnnualPayout>.NotAvailable($"{char.ToUpperInvariant(reason[0])}{reason[1..]}.");
        if (assumptions.AreDealt(terms.Component.Measure))
            return new ClosedForm<AnnualPayout>.NotAvailable($"'{terms.Component.Name}' measures {terms.Component.Measure}, which simulated deals make.");
        if (terms.Days != participant.Year.Days)
            return new ClosedForm<AnnualPayout>.NotAvailable(FormattableString.Invariant($"'{terms.Name}' holds for a part of the year, {terms.Days}: the plan changes, and an attainment model is one of a year."));
        if (terms.PaidWithoutQuota.Value.Sign > 0)
            return new ClosedForm<AnnualPayout>.NotAvailable($"'{terms.Name}' pays the target of days without quota, which no attainment changes.");
        if (terms.Component.Scope == CreditScope.Team)
            return new ClosedForm<AnnualPayout>.NotAvailable($"'{terms.Component.Name}' pays on the credits of a team, and sums of uncertain attainments have no simple law.");
        if (assumptions.PeriodsOf(terms.Component.Measure) is not Frequency.Annual and var drawn)
            return new ClosedForm<AnnualPayout>.NotAvailable($"attainment in {terms.Component.Measure} is drawn by periods ({drawn}), and their sum has no simple law.");
        if (terms.Component.Rule is PayRule.ByTable { Table: var table })
            return OfTable(participant, terms, table, assumptions);
        PayoutCurve curve = terms.Component.Curve;
        var payout = new AnnualPayout(curve.Segments, curve.IsNonDecreasing);
        if (terms.Quota.Value.Sign == 0)
            return new ClosedForm<AnnualPayout>.Available(payout);
        Rational[] credited = assumptions.CreditedToDate(participant, terms, terms.Component.Basis.Pays);
        if (terms.Component.Basis is Basis.YearToDate toDate)
        {
            // Where every period to date has the year's attainment, pay to date only grows, and what it ends with is also the most there was.
            bool even = credited.Select((sum, i) => sum == terms.ToDate[i].Quota.Value).All(same => same);
            if (toDate.Recovery != Recovery.Full && !(even && curve.IsNonDecreasing))
            {
                string why = even ? "its curve falls somewhere" : "periods differ in attainment";
                return new ClosedForm<AnnualPayout>.NotAvailable($"'{terms.Component.Name}' keeps what a period earned, and {why}.");
            }
            payout.windows.Add(new(credited[^1] / terms.Quota.Value, terms.Target.Value));
            return new ClosedForm<AnnualPayout>.Available(payout);
        }
        for (int i = 0; i < terms.Periods.Count; i++)
        {
            Rational inPeriod = credited[i] - (i == 0 ? Rational.Zero : credited[i - 1]);
            if (terms.Periods[i].Quota.Value.Sign > 0)
                payout.windows.Add(new(inPeriod / terms.Periods[i].Quota.Value, terms.Periods[i].Target.Value));
        }
        return new ClosedForm<AnnualPayout>.Available(payout);
    }

    private static ClosedForm<AnnualPayout> OfTable(ParticipantTerms participant, ComponentTerms terms, RateTable table, Assumptions assumptions)
    {
        string name = terms.Component.Name;
        if (!table.IsPiecewiseLinear)
            return new ClosedForm<AnnualPayout>.NotAvailable($"'{name}' pays at interpolated rates, and pay that bends inside a tier has no closed form here.");
        if (!participant.Participant.Quotas.Any(quota => quota.Measure == terms.Component.Measure))
            return new ClosedForm<AnnualPayout>.NotAvailable($"'{name}' has no quota, and an attainment model is one of a quota.");
        // Credits to date only grow with the year, so pay that never falls with them ends with the most there was.
        if (terms.Component.Basis is Basis.YearToDate { Recovery: not Recovery.Full } && !table.IsNonDecreasing)
            return new ClosedForm<AnnualPayout>.NotAvailable($"'{name}' keeps what a period earned, and its table falls somewhere.");
        var payout = new AnnualPayout(
            [.. table.Segments.Select(segment => new CurveSegment(segment.From, segment.Sense, segment.Intercept, segment.Rate, segment.Label))], table.IsNonDecreasing);
        Rational[] credited = assumptions.CreditedToDate(participant, terms, terms.Component.Basis.Pays);
        for (int i = 0; i < credited.Length; i++)
        {
            if (terms.Component.Basis is not Basis.YearToDate)
                payout.windows.Add(new(credited[i] - (i == 0 ? Rational.Zero : credited[i - 1]), Rational.One));
            else if (i + 1 == credited.Length)
                payout.windows.Add(new(credited[i], Rational.One));
        }
        return new ClosedForm<AnnualPayout>.Available(payout);
    }

    /// <summary>The law of the pay.</summary>
    internal PayoutLaw Law(AttainmentModel model)
    {
        Rational[] breaks = [.. windows.Where(window => window.Scale.Sign > 0)
            .SelectMany(window => segments.Select(segment => segment.From / window.Scale)).Append(Rational.Zero).Distinct().Order()];
        PayoutPiece[] pieces = [.. breaks.Select(from =>
        {
            Rational intercept = Rational.Zero, slope = Rational.Zero;
            foreach (Window window in windows)
            {
                // A single point's sense has no probability under a continuous law; the piece is the one to the right.
                CurveSegment segment = segments.Last(segment => segment.From <= from * window.Scale);
                intercept += segment.Intercept * window.Target;
                slope += segment.Slope * window.Scale * window.Target;
            }
            return new PayoutPiece(from.ToDouble(), intercept.ToDouble(), slope.ToDouble());
        })];
        return new(model, pieces, neverFalls);
    }

    /// <summary>The expected pay inside each tier of the curve, steps counted to the tier they lead into; the sum is the law's mean.</summary>
    internal double[] MeanByTier(AttainmentModel model)
    {
        double[] means = new double[segments.Count];
        foreach (Window window in windows)
        {
            double target = window.Target.ToDouble();
            for (int tier = 0; tier < segments.Count && window.Scale.Sign > 0; tier++)
            {
                CurveSegment segment = segments[tier];
                bool isLast = tier + 1 == segments.Count;
                Rational below = tier == 0 ? Rational.Zero : segments[tier - 1].At(segment.From);
                double from = (segment.From / window.Scale).ToDouble();
                double to = isLast ? double.PositiveInfinity : (segments[tier + 1].From / window.Scale).ToDouble();
                Moments inside = Moments.Between(model, from, to);
                double whole = isLast ? 0 : (segment.At(segments[tier + 1].From) - below).ToDouble();
                means[tier] += target * (((segment.Intercept - below).ToDouble() * inside.Share)
                    + ((segment.Slope * window.Scale).ToDouble() * inside.First)
                    + (whole * (1 - model.PartialMoment(0, to))));
            }
        }
        return means;
    }
}
